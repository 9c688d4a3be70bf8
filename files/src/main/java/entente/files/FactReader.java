package entente.files;

import entente.agreement.ClauseId;
import entente.agreement.CommitmentId;
import entente.agreement.Fact;
import entente.agreement.Fact.Bearing;
import entente.agreement.Fact.Grade;
import entente.agreement.Fact.Judging;
import entente.agreement.Fact.Tag;
import entente.agreement.Source;
import entente.agreement.Standing;
import entente.agreement.Told;
import entente.terms.Party;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads a list of facts, corrections and retractions, as docs/spec/facts.schema.json describes it.
final class FactReader {
    private static final int MOST_FACTS = 200_000;
    private static final Set<String> FACT = Set.of(
            "id",
            "kind",
            "happened",
            "reported",
            "by",
            "grade",
            "who",
            "where",
            "bears_on",
            "says",
            "figures",
            "tags",
            "judges",
            "waives",
            "disagrees_with",
            "source",
            "note",
            "corrects",
            "reason");
    private static final Set<String> RETRACTION = Set.of("retracts", "reason", "reported", "source");
    private static final Map<String, Grade> GRADES = Form.codes(Grade.values(), Grade::code);
    private static final Map<String, Source.Kind> SOURCES = Form.codes(Source.Kind.values(), Source.Kind::code);
    private static final Map<String, Standing> JUDGEMENTS = Form.codes(
            new Standing[] {Standing.ON_COURSE, Standing.LATE, Standing.KEPT, Standing.KEPT_LATE, Standing.BROKEN},
            Standing::code);

    private static final CommitmentId STAND_IN = new ClauseId("x", "x").commitment("x");

    private final Faults faults;
    private final Map<String, Mark> marks = new HashMap<>();

    private final List<Told> told = new ArrayList<>();

    FactReader(Faults faults) {
        this.faults = faults;
    }

    /// Reads the next item of the list.
    void take(Tree item) {
        if (told.size() == MOST_FACTS) {
            Values.tooMany(item.mark(), faults, MOST_FACTS);
        }
        told.add(told(item));
    }

    /// All that was taken, from a list that begins here.
    Reading reading(Mark mark) {
        if (told.isEmpty()) {
            Values.tooFew(mark, faults, 1);
        }
        return new Reading.OfFacts(told, marks);
    }

    private Told told(Tree item) {
        if (item instanceof Tree.Mapping mapping && mapping.entries().containsKey("retracts")) {
            return retraction(Form.open(item, faults, RETRACTION));
        }
        Form form = Form.open(item, faults, FACT);
        Fact fact = fact(form);
        if (form.holds("id", fact.id())) {
            Mark first = marks.putIfAbsent(fact.id(), form.mark("id"));
            if (first != null) {
                form.fault(
                        "id",
                        "duplicate-id",
                        "The id " + fact.id() + " stands already on line " + first.line() + ". Give this fact another.",
                        "L’identifiant " + fact.id() + " figure déjà à la ligne " + first.line()
                                + ". Donnez-en un autre à ce fait.");
            }
        }
        if (!form.has("corrects") && !form.has("reason")) {
            return new Told.Asserted(fact);
        }
        String of = form.slug("corrects");
        marks.put("change of " + of, form.mark("corrects"));
        if (form.holds("id", of)) {
            form.namesItself("corrects");
        }
        return new Told.Corrected(of, fact, form.words("reason"));
    }

    private Told retraction(Form form) {
        String of = form.slug("retracts");
        if (form.holds("retracts", of)) {
            Mark first = marks.putIfAbsent("retraction of " + of, form.mark("retracts"));
            marks.put("change of " + of, form.mark("retracts"));
            if (first != null) {
                form.fault(
                        "retracts",
                        "duplicate-id",
                        "The fact " + of + " is retracted already on line " + first.line() + ". Remove one of the two.",
                        "Le fait " + of + " est déjà retiré à la ligne " + first.line()
                                + ". Supprimez l’un des deux retraits.");
            }
        }
        return new Told.Retracted(of, form.words("reason"), form.period("reported"), source(form));
    }

    private static Fact fact(Form form) {
        Fact fact = new Fact(
                form.slug("id"),
                form.word("kind", Parts.KINDS),
                form.period("happened"),
                form.period("reported"),
                Parts.parties(form, "by"),
                form.word("grade", GRADES),
                form.words("who"),
                form.words("where"),
                form.get(
                        "bears_on",
                        (tree, faults) -> Values.distinct(tree, faults, 1, 20, FactReader::bearing),
                        List.of()),
                form.words("says"),
                form.list("figures", 12, FigureReader::figure),
                form.optional("tags", FactReader::tags).orElse(Map.of()),
                form.list("judges", 10, FactReader::judging),
                form.distinct("waives", 10, Parts::commitment),
                disagreesWith(form),
                source(form),
                form.wordsOrNull("note"));
        if (fact.disagreesWith().stream().anyMatch(other -> form.holds("id", other))) {
            form.namesItself("disagrees_with");
        }
        return fact;
    }

    private static SortedSet<String> disagreesWith(Form form) {
        List<String> others = form.distinct("disagrees_with", 20, Values::slug);
        return others.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(others);
    }

    private static Map<Tag, SortedSet<String>> tags(Tree tree, Faults faults) {
        return Parts.tags(Form.open(tree, faults, Parts.TAGS.keySet()).filled());
    }

    private static Source source(Form outer) {
        Form form = outer.form("source", Set.of("address", "publisher", "kind"));
        return new Source(form.address("address"), form.line("publisher"), form.word("kind", SOURCES));
    }

    private static Bearing bearing(Tree tree, Faults faults) {
        int before = faults.count();
        String[] parts = Values.address(tree, faults).split("/", -1);
        if (faults.count() > before) {
            return new Bearing(STAND_IN.clause(), null);
        }
        try {
            if (parts.length == 2 || parts.length == 3) {
                ClauseId clause = new ClauseId(parts[0], parts[1]);
                // Naming the commitment checks its form.
                return new Bearing(
                        clause, parts.length == 3 ? clause.commitment(parts[2]).commitment() : null);
            }
        } catch (IllegalArgumentException wrong) {
            // Falls through to the one sentence for both.
        }
        faults.add(
                tree.mark(),
                "bad-id",
                "A clause is named agreement/clause, a commitment agreement/clause/commitment. Write it like"
                        + " calais-2014/c02-fund.",
                "Une clause se nomme accord/clause, un engagement accord/clause/engagement. Écrivez-le comme"
                        + " calais-2014/c02-fund.");
        return new Bearing(STAND_IN.clause(), null);
    }

    private static Judging judging(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("commitment", "by", "standing"));
        Set<Party> by = Parts.requiredParties(form, "by");
        return new Judging(
                form.get("commitment", Parts::commitment, STAND_IN),
                by.isEmpty() ? EnumSet.allOf(Party.class) : by,
                form.word("standing", JUDGEMENTS));
    }
}
