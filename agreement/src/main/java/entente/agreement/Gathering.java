package entente.agreement;

import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import entente.agreement.Figures.What;
import entente.terms.Money;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds which published figures are about one thing: section 2 of docs/spec/comparing.md.
final class Gathering {
    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    private final List<Fact> facts;
    private final Map<String, Agreement> agreements = new HashMap<>();
    /// The place of each agreement in the order of signature.
    private final Map<String, Integer> order = new HashMap<>();
    private final List<Telling> tellings = new ArrayList<>();
    private final List<List<ClauseId>> clauses = new ArrayList<>();

    Gathering(Register register, LocalDate known) {
        this.facts = register.facts(known).toList();
        for (Agreement agreement : register.agreements()) {
            order.put(agreement.id(), agreements.size());
            agreements.put(agreement.id(), agreement);
        }
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
        List<ClauseId> all = telling.teller().clauses();
        clauses.add(promise(telling) ? own(all, telling.when().last()) : all);
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
    private List<ClauseId> own(List<ClauseId> all, LocalDate then) {
        return all.stream()
                .flatMap(clause -> Stream.ofNullable(agreements.get(clause.agreement())))
                .filter(agreement -> !agreement.begins().isAfter(then))
                .max(Comparator.comparing(agreement -> order.getOrDefault(agreement.id(), -1)))
                .map(newest -> all.stream()
                        .filter(clause -> clause.agreement().equals(newest.id()))
                        .toList())
                .orElse(all);
    }

    List<Thing> things() {
        Groups groups = new Groups(tellings.size());
        Map<String, SortedSet<String>> disagreeing = disagreeing(facts);
        Kinship.join(groups, tellings, clauses);
        pairs(disagreeing, tellings, (one, other) -> {
            if (linked(tellings.get(one), tellings.get(other))) {
                groups.join(one, other);
            }
        });
        return groups.of(tellings).parallelStream()
                .map(some -> Ranked.of(Weighing.of(some, disagreeing)))
                .sorted(Ranked.ORDER)
                .map(Ranked::thing)
                .toList();
    }

    /// A thing with what it is ranked by, each worked out once.
    private record Ranked(Thing thing, boolean alone, BigDecimal width) {
        static final Comparator<Ranked> ORDER = Comparator.comparing(
                        (Ranked one) -> one.thing().verdict())
                .thenComparing(Ranked::alone)
                .thenComparing(Ranked::width, Comparator.reverseOrder())
                .thenComparing(one -> one.thing().name());

        static Ranked of(Thing thing) {
            return new Ranked(thing, thing.sources() == 1, thing.width());
        }
    }

    /// The places of each two tellings of facts that are said to disagree.
    static void pairs(
            Map<String, SortedSet<String>> disagreeing, List<Telling> tellings, BiConsumer<Integer, Integer> take) {
        Map<String, List<Integer>> told = new HashMap<>();
        for (int place = 0; place < tellings.size(); place++) {
            if (tellings.get(place).teller() instanceof Teller.OfFact(Fact fact)
                    && disagreeing.containsKey(fact.id())) {
                told.computeIfAbsent(fact.id(), _ -> new ArrayList<>()).add(place);
            }
        }
        told.forEach((id, places) -> disagreeing
                .getOrDefault(id, NONE)
                .forEach(other -> told.getOrDefault(other, List.of())
                        .forEach(second -> places.forEach(first -> take.accept(first, second)))));
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

    /// Facts that disagree do so in the figures of like kind that both give; where they share no kind, in the first
    /// figure of each.
    private static boolean linked(Telling one, Telling other) {
        if (!(one.teller() instanceof Teller.OfFact(Fact fact))
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
