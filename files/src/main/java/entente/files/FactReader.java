package entente.files;

import entente.agreement.ClauseId;
import entente.agreement.CommitmentId;
import entente.agreement.Fact;
import entente.agreement.Fact.Bearing;
import entente.agreement.Fact.Grade;
import entente.agreement.Fact.Judging;
import entente.agreement.Fact.Kind;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure;
import entente.agreement.Source;
import entente.agreement.Standing;
import entente.agreement.Told;
import entente.terms.Money;
import entente.terms.Party;
import entente.terms.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private static final Set<String> FIGURE =
            Set.of("amount", "currency", "stage", "role", "count", "of", "unit", "low", "high", "bound");

    static final Map<String, Kind> KINDS = Form.codes(Kind.values(), Kind::code);
    static final Map<String, Party> PARTIES = Form.codes(Party.values(), Party::code);
    static final Map<String, Figure.Stage> STAGES = Form.codes(Figure.Stage.values(), Figure.Stage::code);
    private static final Map<String, Grade> GRADES = Form.codes(Grade.values(), Grade::code);
    private static final Map<String, Figure.Role> ROLES = Form.codes(Figure.Role.values(), Figure.Role::code);
    private static final Map<String, Figure.Bound> BOUNDS = Form.codes(Figure.Bound.values(), Figure.Bound::code);
    private static final Map<String, Source.Kind> SOURCES = Form.codes(Source.Kind.values(), Source.Kind::code);
    private static final Map<String, Standing> JUDGEMENTS = Form.codes(
            new Standing[] {Standing.ON_COURSE, Standing.LATE, Standing.KEPT, Standing.KEPT_LATE, Standing.BROKEN},
            Standing::code);

    private FactReader() {}

    static Reading read(Tree tree, Faults faults) {
        Map<String, Mark> marks = new HashMap<>();
        List<Told> told = Form.list(tree, faults, MOST_FACTS, (item, _) -> one(item, faults, marks));
        if (told.isEmpty()) {
            faults.add(tree.mark(), "empty", "The list holds no fact.", "La liste ne contient aucun fait.");
        }
        return new Reading.OfFacts(told, marks);
    }

    private static Told one(Tree item, Faults faults, Map<String, Mark> marks) {
        if (item instanceof Tree.Mapping mapping && mapping.entries().containsKey("retracts")) {
            Told.Retracted retracted = retraction(Form.open(item, faults, RETRACTION));
            seen("retraction of " + retracted.of(), item.mark(), marks, faults);
            return retracted;
        }
        Form form = Form.open(item, faults, FACT);
        Fact fact = fact(form);
        seen(fact.id(), form.mark("id"), marks, faults);
        Words reason = form.wordsOrNull("reason");
        if (form.has("corrects") == (reason == null)) {
            form.fault(
                    form.has("corrects") ? "corrects" : "reason",
                    "missing-key",
                    "A correction names what it corrects and gives its reason: corrects and reason stand together.",
                    "Une correction nomme ce qu’elle corrige et en donne le motif : corrects et reason vont ensemble.");
        }
        return reason == null ? new Told.Asserted(fact) : new Told.Corrected(form.slug("corrects"), fact, reason);
    }

    private static void seen(String id, Mark mark, Map<String, Mark> marks, Faults faults) {
        Mark first = marks.putIfAbsent(id, mark);
        if (first != null && !id.equals("x")) {
            faults.add(
                    mark,
                    "duplicate-id",
                    "The id " + id + " stands already on line " + first.line() + ". Every fact has an id of its own.",
                    "L’identifiant " + id + " figure déjà à la ligne " + first.line()
                            + ". Chaque fait a son propre identifiant.");
        }
    }

    private static Told.Retracted retraction(Form form) {
        return new Told.Retracted(form.slug("retracts"), form.words("reason"), form.period("reported"), source(form));
    }

    private static Source source(Form outer) {
        Form form = outer.form("source", Set.of("address", "publisher", "kind"));
        return new Source(form.text("address"), form.text("publisher"), form.word("kind", SOURCES));
    }

    private static Fact fact(Form form) {
        return new Fact(
                form.slug("id"),
                form.word("kind", KINDS),
                form.period("happened"),
                form.period("reported"),
                parties(form, "by"),
                form.word("grade", GRADES),
                form.words("who"),
                form.words("where"),
                form.requiredList("bears_on", 20, FactReader::bearing),
                form.words("says"),
                form.list("figures", 12, FactReader::figure),
                form.has("tags") ? tags(form.form("tags", tagNames())) : Map.of(),
                form.list("judges", 10, FactReader::judging),
                form.list("waives", 10, FactReader::commitment),
                new TreeSet<>(form.list("disagrees_with", 20, Form::slug)),
                source(form),
                form.wordsOrNull("note"));
    }

    static Set<Party> parties(Form form, String key) {
        EnumSet<Party> parties = EnumSet.noneOf(Party.class);
        parties.addAll(form.list(key, 2, (tree, faults) -> Form.word(tree, faults, PARTIES)));
        return parties;
    }

    private static Set<String> tagNames() {
        Set<String> names = new TreeSet<>();
        Stream.of(Tag.values()).map(Tag::code).forEach(names::add);
        return names;
    }

    static Map<Tag, SortedSet<String>> tags(Form form) {
        Map<Tag, SortedSet<String>> tags = new EnumMap<>(Tag.class);
        for (Tag tag : Tag.values()) {
            List<String> values = form.list(tag.code(), 12, Form::slug);
            if (!values.isEmpty()) {
                tags.put(tag, new TreeSet<>(values));
            }
        }
        return tags;
    }

    private static Bearing bearing(Tree tree, Faults faults) {
        String[] parts = Form.text(tree, faults).split("/", -1);
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
                "A clause is named agreement/clause, a commitment agreement/clause/commitment.",
                "Une clause se nomme accord/clause, un engagement accord/clause/engagement.");
        return new Bearing(new ClauseId("x", "x"), null);
    }

    static CommitmentId commitment(Tree tree, Faults faults) {
        try {
            return CommitmentId.parse(Form.text(tree, faults));
        } catch (IllegalArgumentException wrong) {
            faults.add(
                    tree.mark(),
                    "bad-id",
                    "A commitment is named agreement/clause/commitment, for instance calais-2014/c02-fund/k1.",
                    "Un engagement se nomme accord/clause/engagement, par exemple calais-2014/c02-fund/k1.");
            return new ClauseId("x", "x").commitment("x");
        }
    }

    private static Judging judging(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("commitment", "by", "standing"));
        Set<Party> by = parties(form, "by");
        if (by.isEmpty()) {
            form.fault(
                    "by",
                    "missing-key",
                    "A judgement says which government makes it: by: [UK], [FR] or both.",
                    "Un jugement indique quel gouvernement le porte : by: [UK], [FR] ou les deux.");
            by = EnumSet.allOf(Party.class);
        }
        CommitmentId commitment = form.optional("commitment", FactReader::commitment)
                .orElseGet(() -> commitment(new Tree.Scalar("", Tree.Plain.NO, form.mark()), faults));
        return new Judging(commitment, by, form.word("standing", JUDGEMENTS));
    }

    static Figure figure(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, FIGURE);
        Figure.Bound bound = form.has("bound") ? form.word("bound", BOUNDS) : Figure.Bound.EXACT;
        BigDecimal low = form.optional("low", Form::number).orElse(null);
        BigDecimal high = form.optional("high", Form::number).orElse(null);
        if ((low == null) != (high == null) || low != null && high != null && low.compareTo(high) > 0) {
            form.fault(
                    low == null ? "high" : "low",
                    "bad-range",
                    "A range has both ends, low no higher than high.",
                    "Une fourchette a ses deux bornes, low ne dépassant pas high.");
        }
        return form.oneOf(List.of("amount", "count")).equals("amount")
                ? sum(form, bound, low, high)
                : count(form, bound, low, high);
    }

    private static Figure.Sum sum(Form form, Figure.Bound bound, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        stray(form, "of", "unit");
        Currency currency = currency(form);
        return new Figure.Sum(
                money(form, currency),
                form.word("stage", STAGES),
                form.has("role") ? form.word("role", ROLES) : Figure.Role.PART,
                bound,
                low,
                high);
    }

    private static void stray(Form form, String... keys) {
        for (String key : keys) {
            if (form.has(key)) {
                form.fault(
                        key,
                        "unknown-key",
                        "The key " + key
                                + " does not go with this kind of figure: money has amount, currency, stage and role;"
                                + " a count has count, of and unit.",
                        "La clé " + key
                                + " ne convient pas à ce type de chiffre : une somme a amount, currency, stage et role ;"
                                + " un nombre a count, of et unit.");
            }
        }
    }

    private static Figure.Count count(
            Form form, Figure.Bound bound, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        stray(form, "currency", "stage", "role");
        return new Figure.Count(form.number("count"), form.slug("of"), form.words("unit"), bound, low, high);
    }

    static Currency currency(Form form) {
        List<String> codes = new ArrayList<>();
        form.optional("currency", (tree, faults) -> Form.text(tree, faults)).ifPresent(codes::add);
        try {
            if (!codes.isEmpty()) {
                Currency currency = Currency.getInstance(codes.getFirst());
                if (currency.getDefaultFractionDigits() >= 0) {
                    return currency;
                }
            }
        } catch (IllegalArgumentException unknown) {
            // Falls through to the one sentence for all.
        }
        form.fault(
                "currency",
                codes.isEmpty() ? "missing-key" : "unknown-currency",
                "The currency must be a code of ISO 4217 such as GBP or EUR.",
                "La devise doit être un code ISO 4217, par exemple GBP ou EUR.");
        return Currency.getInstance("EUR");
    }

    private static Money money(Form form, Currency currency) {
        BigDecimal amount = form.number("amount");
        try {
            return Money.major(amount, currency);
        } catch (IllegalArgumentException tooFine) {
            form.fault(
                    "amount",
                    "too-many-decimals",
                    amount.toPlainString() + " has more decimals than " + currency.getCurrencyCode() + " has ("
                            + currency.getDefaultFractionDigits() + ").",
                    amount.toPlainString() + " a plus de décimales que n’en admet " + currency.getCurrencyCode() + " ("
                            + currency.getDefaultFractionDigits() + ").");
            return Money.none(currency);
        }
    }
}
