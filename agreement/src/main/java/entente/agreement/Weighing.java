package entente.agreement;

import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures.Comparison;
import entente.agreement.Figures.Doubt;
import entente.agreement.Figures.Remade;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import entente.agreement.Figures.Verdict;
import entente.agreement.Figures.What;
import entente.terms.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Lays the figures about one thing side by side: sections 3 to 5 of docs/spec/comparing.md.
final class Weighing {
    private final List<Telling> tellings;
    private final List<Telling> compared;
    private final Map<String, SortedSet<String>> disagreeing;

    static Thing of(List<Telling> gathered, Map<String, SortedSet<String>> disagreeing) {
        return gathered.size() == 1 && !gathered.getFirst().beside()
                ? alone(gathered.getFirst())
                : new Weighing(gathered, disagreeing).thing();
    }

    /// A thing of which one telling speaks, as most are.
    private static Thing alone(Telling telling) {
        SortedSet<Doubt> doubts = Doubt.none();
        if (!Gathering.promise(telling) && unsure(telling)) {
            doubts.add(Doubt.UNSURE_PERIOD);
        }
        return new Thing(name(telling), List.of(telling), List.of(), List.of(), doubts, Verdict.SINGLE);
    }

    private Weighing(List<Telling> gathered, Map<String, SortedSet<String>> disagreeing) {
        this.disagreeing = disagreeing;
        this.tellings = apart(gathered).stream()
                .sorted(Comparator.comparing((Telling telling) -> telling.when().first())
                        .thenComparing(telling -> telling.when().last())
                        .thenComparing(Weighing::id)
                        .thenComparing(Telling::beside)
                        .thenComparing(telling -> telling.figure().value(), Comparator.reverseOrder()))
                .toList();
        this.compared = tellings.stream().filter(telling -> !telling.beside()).toList();
    }

    private Thing thing() {
        List<Comparison> comparisons = comparisons();
        List<Remade> remade = remade();
        return new Thing(
                name(tellings.getFirst()), tellings, comparisons, remade, doubts(remade), verdict(comparisons));
    }

    private static String name(Telling first) {
        String kind = switch (first.what()) {
            case What.Counted(String of) -> of;
            case What.Paid(Stage stage, var _) -> stage.code();
        };
        return kind + "." + id(first);
    }

    private static String id(Telling telling) {
        return switch (telling.teller()) {
            case Teller.OfFact(Fact fact) -> fact.id();
            case Teller.OfText(var _, var _, List<CommitmentId> promises) ->
                promises.getFirst().toString().replace('/', '.');
        };
    }

    // What stands beside a larger sum of the same source.

    private static List<Telling> apart(List<Telling> gathered) {
        List<Telling> apart = new ArrayList<>();
        sources(gathered, telling -> true).values().forEach(some -> apart.addAll(beside(some)));
        // A sum that one source calls an instalment is one wherever it is told.
        Set<Object> instalments =
                apart.stream().filter(Telling::beside).map(Weighing::worth).collect(Collectors.toSet());
        Predicate<Telling> instalment =
                telling -> telling.figure() instanceof Sum && instalments.contains(worth(telling));
        Map<Object, List<Telling>> again = sources(apart, telling -> true);
        return again.values().stream()
                .flatMap(some -> some.stream().anyMatch(one -> !one.beside() && instalment.test(one))
                        ? some.stream().map(one -> beside(one, true))
                        : some.stream())
                .toList();
    }

    /// In what it is told and how much it is, however many noughts follow.
    private static Object worth(Telling telling) {
        return List.of(telling.what(), telling.figure().value().stripTrailingZeros());
    }

    private static Map<Object, List<Telling>> sources(List<Telling> of, Predicate<Telling> which) {
        Map<Object, List<Telling>> sources = new LinkedHashMap<>();
        of.stream()
                .filter(which)
                .forEach(
                        telling -> sources.computeIfAbsent(List.of(id(telling), telling.what()), _ -> new ArrayList<>())
                                .add(telling));
        return sources;
    }

    private static Telling beside(Telling telling, boolean beside) {
        return new Telling(telling.teller(), telling.figure(), telling.when(), beside);
    }

    /// Of several sums in one source the total, else the largest, is the whole. Another is told beside it, unless one
    /// of the two is said to be the same sum told again and the smaller is more than half of the larger.
    private static List<Telling> beside(List<Telling> some) {
        if (!(some.getFirst().figure() instanceof Sum)) {
            return some;
        }
        Telling whole = some.stream()
                .max(Comparator.comparing((Telling one) -> Gathering.role(one) == Role.TOTAL)
                        .thenComparing(one -> one.figure().value()))
                .orElseThrow();
        return some.stream()
                .map(one -> one.equals(whole) || one.beside() || again(one, whole) ? one : beside(one, true))
                .toList();
    }

    private static boolean again(Telling one, Telling whole) {
        BigDecimal value = one.figure().value();
        return (Gathering.role(one) == Role.REPEAT || Gathering.role(whole) == Role.REPEAT)
                && value.add(value).compareTo(whole.figure().value()) > 0;
    }

    // What can be compared.

    private List<Comparison> comparisons() {
        Groups groups = new Groups(compared.size());
        Map<Object, List<Integer>> shared = new HashMap<>();
        Map<Object, List<Integer>> repeated = new HashMap<>();
        for (int place = 0; place < compared.size(); place++) {
            Telling telling = compared.get(place);
            for (Object key : comparable(telling)) {
                shared.computeIfAbsent(key, _ -> new ArrayList<>()).add(place);
            }
            for (Object key : again(telling)) {
                repeated.computeIfAbsent(key, _ -> new ArrayList<>()).add(place);
            }
        }
        shared.values().forEach(groups::join);
        repeated.values().forEach(places -> Kinship.again(groups, compared, places));
        Gathering.pairs(disagreeing, compared, (one, other) -> {
            Telling telling = compared.get(one);
            Telling second = compared.get(other);
            if (telling.what().equals(second.what()) && sameTime(telling.when(), second.when())) {
                groups.join(one, other);
            }
        });
        return groups.of(compared).stream()
                .filter(some -> some.size() > 1)
                .map(some -> Comparison.of(some.getFirst().what(), some))
                .toList();
    }

    /// What two tellings share that can be compared; sums told again besides.
    private static List<Object> comparable(Telling telling) {
        if (Gathering.promise(telling)) {
            return List.of(telling.what());
        }
        Period when = telling.when();
        if (when.unknown()) {
            return List.of();
        }
        Object terms = List.of(telling.what(), when.first(), when.last());
        return List.of(
                List.of(terms, id(telling)),
                telling.figure() instanceof Count
                        ? List.of(terms, Gathering.tag(telling, Tag.PLACE))
                        : List.of(terms, Gathering.tag(telling, Tag.PURPOSE), Gathering.tag(telling, Tag.PAYEE)));
    }

    private static List<Object> again(Telling telling) {
        return telling.figure() instanceof Sum sum && sum.money().minor() != 0 && sum.role() != Role.OUTSIDE
                ? telling.teller().clauses().stream()
                        .map(ClauseId::agreement)
                        .distinct()
                        .<Object>map(agreement -> List.of(telling.what(), sum.money(), agreement))
                        .toList()
                : List.of();
    }

    private static boolean sameTime(Period one, Period other) {
        return !one.unknown() && one.first().equals(other.first()) && one.last().equals(other.last());
    }

    private Verdict verdict(List<Comparison> comparisons) {
        if (comparisons.stream().anyMatch(Comparison::differ)) {
            return Verdict.DIFFER;
        }
        if (noted()) {
            return Verdict.NOTED;
        }
        if (distinct(tellings, Weighing::id) == 1) {
            return Verdict.SINGLE;
        }
        return comparisons.stream().anyMatch(one -> distinct(one.tellings(), Weighing::id) > 1)
                ? Verdict.AGREE
                : Verdict.NOT_COMPARED;
    }

    /// Whether facts that are said to disagree give figures that are not alike.
    private boolean noted() {
        boolean[] noted = new boolean[1];
        Gathering.pairs(
                disagreeing, compared, (one, other) -> noted[0] |= !alike(compared.get(one), compared.get(other)));
        return noted[0];
    }

    private static boolean alike(Telling one, Telling other) {
        return one.what().equals(other.what()) && Extent.of(one.figure()).equals(Extent.of(other.figure()));
    }

    private static long distinct(List<Telling> of, Function<Telling, ?> by) {
        return of.stream().map(by).distinct().count();
    }

    // Sums made again from their parts.

    private List<Remade> remade() {
        List<Remade> remade = new ArrayList<>();
        sources(tellings, telling -> true).values().forEach(some -> {
            List<Telling> wholes = some.stream().filter(one -> !one.beside()).toList();
            List<Telling> parts = some.stream().filter(Telling::beside).toList();
            if (!wholes.isEmpty() && parts.size() > 1 && some.getFirst().teller() instanceof Teller.OfFact) {
                Telling whole = wholes.stream()
                        .max(Comparator.comparing((Telling one) -> Gathering.role(one) == Role.TOTAL)
                                .thenComparing(one -> one.figure().value()))
                        .orElseThrow();
                remade.add(remade(whole, parts));
            }
        });
        return remade;
    }

    private static Remade remade(Telling total, List<Telling> parts) {
        BigDecimal sum = parts.stream().map(one -> one.figure().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Remade(total, parts, sum, total.figure().value().subtract(sum));
    }

    // What the record itself shows.

    private SortedSet<Doubt> doubts(List<Remade> remade) {
        SortedSet<Doubt> doubts = Doubt.none();
        if (sameNumber()) {
            doubts.add(Doubt.SAME_NUMBER);
        }
        if (distinct(compared, telling -> telling.what() instanceof What.Paid(var _, var currency) ? currency : 0)
                > 1) {
            doubts.add(Doubt.CURRENCIES);
        }
        if (distinct(compared, telling -> telling.what() instanceof What.Paid(var stage, var _) ? stage : 0) > 1) {
            doubts.add(Doubt.STAGES);
        }
        List<Telling> timed =
                compared.stream().filter(telling -> !Gathering.promise(telling)).toList();
        if (timed.stream().anyMatch(telling -> telling.year() == Calendar.UK_YEAR)
                && timed.stream().anyMatch(telling -> telling.year() == Calendar.FRENCH_YEAR)) {
            doubts.add(Doubt.YEARS);
        }
        if (distinct(
                        timed,
                        telling ->
                                List.of(telling.when().first(), telling.when().last()))
                > 1) {
            doubts.add(Doubt.PERIODS);
        }
        if (timed.stream().anyMatch(Weighing::unsure)) {
            doubts.add(Doubt.UNSURE_PERIOD);
        }
        if (distinct(compared, Weighing::unit) > 1) {
            doubts.add(Doubt.UNITS);
        }
        if (distinct(
                        compared.stream()
                                .filter(one -> one.figure() instanceof Count)
                                .toList(),
                        Weighing::places)
                > 1) {
            doubts.add(Doubt.PLACES);
        }
        long ranges = compared.stream().filter(Weighing::range).count();
        if (ranges > 0 && ranges < compared.size()) {
            doubts.add(Doubt.RANGE);
        }
        long totals = compared.stream()
                .filter(one -> Gathering.role(one) == Role.TOTAL)
                .count();
        if (totals > 0 && totals < compared.size()) {
            doubts.add(Doubt.TOTAL);
        }
        if (remade.stream().anyMatch(one -> !one.meets())) {
            doubts.add(Doubt.PARTS);
        }
        return doubts;
    }

    private static boolean unsure(Telling telling) {
        return telling.when().approximate() || telling.when().open();
    }

    private static SortedSet<String> places(Telling telling) {
        return Gathering.tag(telling, Tag.PLACE);
    }

    private static boolean range(Telling telling) {
        return telling.figure().low() != null || telling.figure().high() != null;
    }

    private static Object unit(Telling telling) {
        return telling.figure() instanceof Count count ? count.unit() : "";
    }

    /// Whether one number of one stage stands in two currencies.
    private boolean sameNumber() {
        Map<Object, Currency> seen = new HashMap<>();
        for (Telling telling : compared) {
            if (telling.figure() instanceof Sum sum && sum.value().signum() != 0) {
                Currency currency = sum.money().currency();
                Currency before =
                        seen.putIfAbsent(List.of(sum.stage(), sum.value().stripTrailingZeros()), currency);
                if (before != null && !before.equals(currency)) {
                    return true;
                }
            }
        }
        return false;
    }
}
