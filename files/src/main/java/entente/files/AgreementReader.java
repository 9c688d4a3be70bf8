package entente.files;

import entente.agreement.Agreement;
import entente.agreement.Agreement.Signatory;
import entente.agreement.Clause;
import entente.agreement.ClauseId;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Commitment.Superseded;
import entente.agreement.CommitmentId;
import entente.agreement.Figure;
import entente.agreement.Figure.Sum;
import entente.terms.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads an agreement, as docs/spec/agreement.schema.json describes it.
final class AgreementReader {
    private static final Set<String> AGREEMENT = Set.of(
            "id",
            "title",
            "signed",
            "published",
            "in_force",
            "ends",
            "place",
            "parties",
            "signatories",
            "note",
            "sources",
            "clauses");
    private static final Set<String> CLAUSE = Set.of("id", "since", "text", "basis", "source", "commitments");
    private static final Set<String> COMMITMENT = Set.of(
            "id",
            "who",
            "others",
            "to",
            "does",
            "kept_if",
            "missing",
            "note",
            "source",
            "active",
            "promised",
            "part_of",
            "repeats",
            "superseded_by",
            "themes",
            "measured",
            "judged",
            "principle");
    private static final Map<String, Clause.Basis> BASES = Form.codes(Clause.Basis.values(), Clause.Basis::code);
    private static final Map<String, Boolean> YES = Map.of("true", true);

    private final Faults faults;
    private final Map<String, Mark> marks = new HashMap<>();

    private AgreementReader(Faults faults) {
        this.faults = faults;
    }

    static Reading read(Tree tree, Faults faults) {
        AgreementReader reader = new AgreementReader(faults);
        Agreement agreement = reader.agreement(Form.open(tree, faults, AGREEMENT));
        return new Reading.OfAgreement(agreement, reader.marks);
    }

    private Agreement agreement(Form form) {
        String id = form.slug("id");
        return new Agreement(
                id,
                form.words("title"),
                form.period("signed"),
                form.periodOrNull("published"),
                form.periodOrNull("in_force"),
                form.periodOrNull("ends"),
                form.wordsOrNull("place"),
                FactReader.parties(form, "parties"),
                form.requiredList("signatories", 10, AgreementReader::signatory),
                form.wordsOrNull("note"),
                form.requiredList("sources", 20, Form::text),
                form.requiredList("clauses", 100, (item, _) -> clause(id, Form.open(item, faults, CLAUSE))));
    }

    private static Signatory signatory(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("party", "post", "name"));
        return new Signatory(form.word("party", FactReader.PARTIES), form.words("post"), form.text("name"));
    }

    private Clause clause(String agreement, Form form) {
        ClauseId id = new ClauseId(agreement, form.slug("id"));
        seen(id.toString(), form.mark("id"));
        return new Clause(
                id,
                form.periodOrNull("since"),
                form.words("text"),
                form.word("basis", BASES),
                form.text("source"),
                form.requiredList("commitments", 20, (item, _) -> commitment(id, Form.open(item, faults, COMMITMENT))));
    }

    private void seen(String id, Mark mark) {
        Mark first = marks.putIfAbsent(id, mark);
        if (first != null && !id.endsWith("/x")) {
            faults.add(
                    mark,
                    "duplicate-id",
                    "The id " + id + " stands already on line " + first.line() + ". Give this one another.",
                    "L’identifiant " + id + " figure déjà à la ligne " + first.line()
                            + ". Donnez-en un autre à celui-ci.");
        }
    }

    private Commitment commitment(ClauseId clause, Form form) {
        CommitmentId id = clause.commitment(form.slug("id"));
        seen(id.toString(), form.mark("id"));
        return new Commitment(
                id,
                FactReader.parties(form, "who"),
                form.wordsOrNull("others"),
                form.wordsOrNull("to"),
                form.words("does"),
                form.words("kept_if"),
                form.wordsOrNull("missing"),
                form.wordsOrNull("note"),
                form.optional("source", Form::text).orElse(null),
                form.periodOrNull("active"),
                promised(form),
                form.optional("part_of", FactReader::commitment).orElse(null),
                form.list("repeats", 10, FactReader::commitment),
                form.optional("superseded_by", AgreementReader::superseded).orElse(null),
                form.list("themes", 12, Form::slug),
                nature(form));
    }

    private static @Nullable Sum promised(Form form) {
        Figure figure = form.optional("promised", FactReader::figure).orElse(null);
        if (figure instanceof Figure.Count) {
            form.fault(
                    "promised",
                    "wrong-type",
                    "What is promised here is a sum of money: amount, currency, stage.",
                    "Ce qui est promis ici est une somme d’argent : amount, currency, stage.");
        }
        return figure instanceof Sum sum ? sum : null;
    }

    private static Superseded superseded(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("commitment", "from"));
        CommitmentId commitment = form.optional("commitment", FactReader::commitment)
                .orElseGet(() -> new ClauseId("x", "x").commitment("x"));
        return new Superseded(commitment, form.day("from"));
    }

    private static Nature nature(Form form) {
        return switch (form.oneOf(List.of("measured", "judged", "principle"))) {
            case "measured" ->
                form.optional("measured", BodyReader::body)
                        .<Nature>map(Nature.Measured::new)
                        .orElseGet(Nature.Principle::new);
            case "judged" -> form.optional("judged", AgreementReader::judged).orElseGet(Nature.Principle::new);
            default -> {
                form.word("principle", YES);
                if (!form.has("missing")) {
                    form.fault(
                            "principle",
                            "missing-key",
                            "A promise that cannot be judged says why: add missing.",
                            "Une promesse non évaluable dit pourquoi : ajoutez missing.");
                }
                yield new Nature.Principle();
            }
        };
    }

    private static Nature judged(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("rubric", "review"));
        List<Words> rubric = form.requiredList("rubric", 5, Form::words);
        return new Nature.Judged(rubric, form.periodOrNull("review"));
    }
}
