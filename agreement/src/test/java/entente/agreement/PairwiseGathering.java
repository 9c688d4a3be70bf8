package entente.agreement;

import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import entente.agreement.Figures.What;
import entente.terms.Money;
import entente.terms.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The gathering of published figures by holding every one against every other: slow, plain, and the measure of the
/// quick one.
final class PairwiseGathering {
    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    /// Words for who or what moves. The same deed counted in two of them is one thing in two units.
    private static final Set<String> UNITS =
            Set.of("people", "crossings", "boats", "boat-crossings", "attempts", "departures");

    private final Register register;
    private final List<Fact> facts;
    private final List<Telling> tellings = new ArrayList<>();
    private final List<SortedSet<String>> clauses = new ArrayList<>();

    PairwiseGathering(Register register, LocalDate known) {
        this.register = register;
        this.facts = register.facts(known).toList();
        for (Fact fact : facts) {
            for (Figure figure : fact.figures()) {
                add(new Telling(new Teller.OfFact(fact), figure, fact.happened(), false));
            }
        }
        for (Agreement agreement : register.agreements()) {
            if (!agreement.begins().isAfter(known)) {
                agreement.clauses(known).forEach(clause -> promises(agreement, clause));
            }
        }
    }

    private void add(Telling telling) {
        tellings.add(telling);
        TreeSet<String> names = new TreeSet<>();
        (promise(telling) ? own(telling) : telling.teller().clauses()).forEach(clause -> names.add(clause.toString()));
        clauses.add(names);
    }

    /// What a clause promises in each currency: its parts added up, each of them beside the sum; where it has no part
    /// of its own, each sum as it stands.
    private void promises(Agreement agreement, Clause clause) {
        Period when = clause.since() == null ? agreement.signed() : clause.since();
        List<Commitment> promising = clause.commitments().stream()
                .filter(commitment -> commitment.promised() != null)
                .toList();
        SortedMap<String, List<Commitment>> parts = promising.stream()
                .filter(commitment ->
                        commitment.partOf() == null && sum(commitment).role() == Role.PART)
                .collect(Collectors.groupingBy(
                        one -> sum(one).money().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()));
        if (parts.isEmpty()) {
            promising.forEach(one -> add(text(agreement, clause, List.of(one), sum(one), when, false)));
        }
        parts.forEach((currency, some) -> {
            if (some.size() == 1) {
                add(text(agreement, clause, some, sum(some.getFirst()), when, false));
            } else {
                add(text(agreement, clause, some, together(some, Currency.getInstance(currency)), when, false));
                some.forEach(one -> add(text(agreement, clause, List.of(one), sum(one), when, true)));
            }
        });
    }

    private static Telling text(
            Agreement agreement, Clause clause, List<Commitment> of, Sum sum, Period when, boolean beside) {
        List<CommitmentId> ids = of.stream().map(Commitment::id).toList();
        return new Telling(new Teller.OfText(agreement, clause, ids), sum, when, beside);
    }

    private static Sum together(List<Commitment> commitments, Currency currency) {
        Money money = commitments.stream().map(one -> sum(one).money()).reduce(Money.none(currency), Money::plus);
        Bound bound =
                Bound.together(commitments.stream().map(one -> sum(one).bound()).toList());
        return new Sum(money, Stage.PROMISED, Role.PART, bound, null, null);
    }

    private static Sum sum(Commitment commitment) {
        Sum sum = commitment.promised();
        if (sum == null) {
            throw new IllegalArgumentException("promises no sum: " + commitment.id());
        }
        return sum;
    }

    /// Where a promise is told of clauses of several agreements it belongs to the newest that was signed by then.
    private List<ClauseId> own(Telling telling) {
        List<ClauseId> all = telling.teller().clauses();
        return register.agreements().reversed().stream()
                .filter(agreement -> !agreement.begins().isAfter(telling.when().last()))
                .map(agreement -> all.stream()
                        .filter(clause -> clause.agreement().equals(agreement.id()))
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(all);
    }

    List<Thing> things() {
        int[] group = new int[tellings.size()];
        for (int place = 0; place < group.length; place++) {
            group[place] = place;
        }
        Map<String, SortedSet<String>> disagreeing = disagreeing(facts);
        for (int one = 0; one < group.length; one++) {
            for (int other = 0; other < one; other++) {
                if (oneThing(one, other) || linked(disagreeing, tellings.get(one), tellings.get(other))) {
                    join(group, one, other);
                }
            }
        }
        Map<Integer, List<Telling>> gathered = new LinkedHashMap<>();
        for (int place = 0; place < group.length; place++) {
            gathered.computeIfAbsent(root(group, place), _ -> new ArrayList<>()).add(tellings.get(place));
        }
        return gathered.values().stream()
                .map(some -> new PairwiseWeighing(some, disagreeing).thing())
                .sorted(Comparator.comparing(Thing::verdict)
                        .thenComparing(thing -> thing.sources() == 1)
                        .thenComparing(Thing::width, Comparator.reverseOrder())
                        .thenComparing(Thing::name))
                .toList();
    }

    static int root(int[] group, int place) {
        int at = place;
        while (group[at] != at) {
            at = group[at];
        }
        return at;
    }

    static void join(int[] group, int one, int other) {
        int low = Math.min(root(group, one), root(group, other));
        int high = Math.max(root(group, one), root(group, other));
        group[high] = low;
    }

    /// Which facts are said to disagree, in both directions.
    private static Map<String, SortedSet<String>> disagreeing(List<Fact> facts) {
        Map<String, SortedSet<String>> both = new TreeMap<>();
        Function<String, SortedSet<String>> of = id -> both.computeIfAbsent(id, _ -> new TreeSet<>());
        for (Fact fact : facts) {
            for (String other : fact.disagreesWith()) {
                of.apply(fact.id()).add(other);
                of.apply(other).add(fact.id());
            }
        }
        return both;
    }

    static boolean disagree(Map<String, SortedSet<String>> disagreeing, Telling one, Telling other) {
        return one.teller() instanceof Teller.OfFact(Fact fact)
                && other.teller() instanceof Teller.OfFact(Fact second)
                && disagreeing.getOrDefault(fact.id(), NONE).contains(second.id());
    }

    /// Facts that disagree do so in the figures of like kind that both give; where they share no kind, in the first
    /// figure of each.
    private boolean linked(Map<String, SortedSet<String>> disagreeing, Telling one, Telling other) {
        if (!disagree(disagreeing, one, other)
                || !(one.teller() instanceof Teller.OfFact(Fact fact))
                || !(other.teller() instanceof Teller.OfFact(Fact second))) {
            return false;
        }
        boolean sharing = fact.figures().stream()
                .anyMatch(figure -> second.figures().stream().anyMatch(that -> ofLikeKind(figure, that)));
        return sharing
                ? ofLikeKind(one.figure(), other.figure())
                : one.figure().equals(fact.figures().getFirst())
                        && other.figure().equals(second.figures().getFirst());
    }

    private static boolean ofLikeKind(Figure one, Figure other) {
        return one instanceof Sum sum && other instanceof Sum second
                ? sum.stage() == second.stage()
                : What.of(one).equals(What.of(other));
    }

    private boolean oneThing(int one, int other) {
        Telling telling = tellings.get(one);
        Telling second = tellings.get(other);
        if (telling.teller().equals(second.teller())) {
            return ofLikeKind(telling.figure(), second.figure());
        }
        if (telling.figure() instanceof Sum sum && second.figure() instanceof Sum that) {
            return sum.stage() == that.stage()
                    && (again(telling, sum, second, that) || shareClause(one, other) && paid(one, other));
        }
        return telling.figure() instanceof Count count
                && second.figure() instanceof Count that
                && alike(telling.when(), second.when())
                && (What.of(count).equals(What.of(that)) || oneDeed(count.of(), that.of()))
                && where(telling, second, shareClause(one, other));
    }

    private boolean shareClause(int one, int other) {
        return !Collections.disjoint(clauses.get(one), clauses.get(other));
    }

    /// `people-prevented` and `crossings-prevented`, for instance.
    static boolean oneDeed(String one, String other) {
        return UNITS.stream()
                .filter(unit -> one.startsWith(unit + "-"))
                .map(unit -> one.substring(unit.length() + 1))
                .anyMatch(deed -> UNITS.stream().anyMatch(unit -> other.equals(unit + "-" + deed)));
    }

    private static boolean where(Telling one, Telling other, boolean clause) {
        SortedSet<String> place = tag(one, Tag.PLACE);
        SortedSet<String> second = tag(other, Tag.PLACE);
        return place.equals(second) && !place.isEmpty()
                || clause && (place.equals(second) || !Collections.disjoint(place, second));
    }

    /// The same number told again about the same agreement.
    static boolean again(Telling one, Sum sum, Telling other, Sum second) {
        boolean said = sum.role() == Role.REPEAT && second.role() != Role.OUTSIDE
                || second.role() == Role.REPEAT && sum.role() != Role.OUTSIDE
                || sum.role() == Role.TOTAL && second.role() == Role.TOTAL;
        return said
                && sum.money().equals(second.money())
                && sum.money().minor() != 0
                && one.teller().clauses().stream()
                        .anyMatch(clause -> other.teller().clauses().stream()
                                .anyMatch(that -> that.agreement().equals(clause.agreement())));
    }

    /// Two sums of one stage that share a clause.
    private boolean paid(int one, int other) {
        Telling telling = tellings.get(one);
        Telling second = tellings.get(other);
        Role role = role(telling);
        Role that = role(second);
        boolean alike = alike(telling.when(), second.when()) && compatible(telling, second, Tag.PAYER);
        if (role == Role.TOTAL || that == Role.TOTAL) {
            return role == that && alike;
        }
        if (role == Role.OUTSIDE != (that == Role.OUTSIDE)) {
            return false;
        }
        return role != Role.OUTSIDE && promise(telling)
                || alike
                        && compatible(telling, second, Tag.PAYEE)
                        && tag(telling, Tag.PURPOSE).equals(tag(second, Tag.PURPOSE));
    }

    private static boolean compatible(Telling one, Telling other, Tag tag) {
        SortedSet<String> first = tag(one, tag);
        SortedSet<String> second = tag(other, tag);
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    /// They share at least half of the longer of the two.
    static boolean alike(Period one, Period other) {
        if (one.unknown() || other.unknown() || one.open() || other.open()) {
            return false;
        }
        LocalDate from = one.first().isAfter(other.first()) ? one.first() : other.first();
        LocalDate until = one.last().isBefore(other.last()) ? one.last() : other.last();
        return 2 * days(from, until) >= Math.max(days(one.first(), one.last()), days(other.first(), other.last()));
    }

    private static long days(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    static boolean promise(Telling telling) {
        return telling.figure() instanceof Sum sum && sum.stage() == Stage.PROMISED;
    }

    static Role role(Telling telling) {
        return telling.figure() instanceof Sum sum ? sum.role() : Role.PART;
    }

    static SortedSet<String> tag(Telling telling, Tag tag) {
        return telling.teller() instanceof Teller.OfFact(Fact fact)
                ? fact.tags().getOrDefault(tag, NONE)
                : NONE;
    }
}
