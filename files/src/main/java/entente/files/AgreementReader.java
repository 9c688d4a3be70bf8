package entente.files;

import entente.agreement.Agreement;
import entente.agreement.Agreement.Signatory;
import entente.agreement.Clause;
import entente.agreement.ClauseId;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Commitment.Superseded;
import entente.agreement.CommitmentId;
import entente.terms.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private static final CommitmentId STAND_IN = new ClauseId("x", "x").commitment("x");

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
                Parts.requiredParties(form, "parties"),
                form.requiredList("signatories", 1, 10, AgreementReader::signatory),
                form.wordsOrNull("note"),
                form.requiredList("sources", 1, 20, Values::address),
                form.requiredList("clauses", 1, 100, (item, _) -> clause(id, Form.open(item, faults, CLAUSE))));
    }

    private static Signatory signatory(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("party", "post", "name"));
        return new Signatory(form.word("party", Parts.PARTIES), form.words("post"), form.line("name"));
    }

    private Clause clause(String agreement, Form form) {
        ClauseId id = new ClauseId(agreement, form.slug("id"));
        place(form, id.clause(), id.toString());
        return new Clause(
                id,
                form.periodOrNull("since"),
                form.words("text"),
                form.word("basis", BASES),
                form.address("source"),
                form.requiredList(
                        "commitments", 0, 20, (item, _) -> commitment(id, Form.open(item, faults, COMMITMENT))));
    }

    private void place(Form form, String id, String full) {
        if (!form.holds("id", id)) {
            return;
        }
        Mark first = marks.putIfAbsent(full, form.mark("id"));
        if (first != null) {
            form.fault(
                    "id",
                    "duplicate-id",
                    "The id " + full + " stands already on line " + first.line() + ". Give this one another.",
                    "L’identifiant " + full + " figure déjà à la ligne " + first.line()
                            + ". Donnez-en un autre à celui-ci.");
        }
    }

    private Commitment commitment(ClauseId clause, Form form) {
        CommitmentId id = clause.commitment(form.slug("id"));
        place(form, id.commitment(), id.toString());
        if (!form.has("who") && !form.has("others")) {
            form.missing("who");
        }
        Commitment commitment = new Commitment(
                id,
                Parts.parties(form, "who"),
                form.wordsOrNull("others"),
                form.wordsOrNull("to"),
                form.words("does"),
                form.words("kept_if"),
                form.wordsOrNull("missing"),
                form.wordsOrNull("note"),
                form.optional("source", Values::address).orElse(null),
                form.periodOrNull("active"),
                form.optional("promised", FigureReader::sum).orElse(null),
                form.optional("part_of", Parts::commitment).orElse(null),
                form.distinct("repeats", 10, Parts::commitment),
                form.optional("superseded_by", AgreementReader::superseded).orElse(null),
                form.distinct("themes", 12, Values::slug),
                nature(form));
        itself(form, commitment);
        return commitment;
    }

    private static void itself(Form form, Commitment commitment) {
        CommitmentId id = commitment.id();
        if (id.equals(commitment.partOf())) {
            form.namesItself("part_of");
        }
        if (commitment.repeats().contains(id)) {
            form.namesItself("repeats");
        }
        if (commitment.supersededBy() != null
                && id.equals(commitment.supersededBy().commitment())) {
            form.namesItself("superseded_by");
        }
    }

    private static Superseded superseded(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("commitment", "from"));
        return new Superseded(form.get("commitment", Parts::commitment, STAND_IN), form.day("from"));
    }

    private static Nature nature(Form form) {
        Nature standIn = new Nature.Principle();
        return switch (form.oneOf(List.of("measured", "judged", "principle"))) {
            case "measured" ->
                form.optional("measured", BodyReader::body)
                        .<Nature>map(Nature.Measured::new)
                        .orElse(standIn);
            case "judged" -> form.optional("judged", AgreementReader::judged).orElse(standIn);
            case "principle" -> {
                form.yes("principle");
                if (!form.has("missing")) {
                    // A promise that cannot be judged says why.
                    form.missing("missing");
                }
                yield standIn;
            }
            default -> standIn;
        };
    }

    private static Nature judged(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("rubric", "review"));
        List<Words> rubric = form.requiredList("rubric", 2, 5, Values::words);
        return new Nature.Judged(rubric, form.periodOrNull("review"));
    }
}
