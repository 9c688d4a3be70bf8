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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// The weighing of published figures by pairs: slow, plain, and the measure of the quick one.
final class PairwiseWeighing {
    private final List<Telling> tellings;
    private final List<Telling> compared;
    private final Map<String, SortedSet<String>> disagreeing;

    PairwiseWeighing(List<Telling> gathered, Map<String, SortedSet<String>> disagreeing) {
        this.disagreeing = disagreeing;
        this.tellings = apart(gathered).stream()
                .sorted(Comparator.comparing((Telling telling) -> telling.when().first())
                        .thenComparing(telling -> telling.when().last())
                        .thenComparing(PairwiseWeighing::id)
                        .thenComparing(Telling::beside)
                        .thenComparing(telling -> telling.figure().value(), Comparator.reverseOrder()))
                .toList();
        this.compared = tellings.stream().filter(telling -> !telling.beside()).toList();
    }

    Thing thing() {
        List<Comparison> comparisons = comparisons();
        List<Remade> remade = remade();
        return new Thing(name(), tellings, comparisons, remade, doubts(remade), verdict(comparisons));
    }

    private String name() {
        String kind = switch (tellings.getFirst().what()) {
            case What.Counted(String of) -> of;
            case What.Paid(Stage stage, var _) -> stage.code();
        };
        return kind + "." + id(tellings.getFirst());
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
        Predicate<Telling> instalment = telling -> telling.figure() instanceof Sum sum
                && apart.stream()
                        .anyMatch(other -> other.beside()
                                && other.what().equals(telling.what())
                                && other.figure().value().compareTo(sum.value()) == 0);
        Map<Object, List<Telling>> again = sources(apart, telling -> true);
        return again.values().stream()
                .flatMap(some -> some.stream().anyMatch(one -> !one.beside() && instalment.test(one))
                        ? some.stream().map(one -> beside(one, true))
                        : some.stream())
                .toList();
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
                .max(Comparator.comparing((Telling one) -> PairwiseGathering.role(one) == Role.TOTAL)
                        .thenComparing(one -> one.figure().value()))
                .orElseThrow();
        return some.stream()
                .map(one -> one.equals(whole) || one.beside() || again(one, whole) ? one : beside(one, true))
                .toList();
    }

    private static boolean again(Telling one, Telling whole) {
        BigDecimal value = one.figure().value();
        return (PairwiseGathering.role(one) == Role.REPEAT || PairwiseGathering.role(whole) == Role.REPEAT)
                && value.add(value).compareTo(whole.figure().value()) > 0;
    }

    // What can be compared.

    private List<Comparison> comparisons() {
        int[] group = new int[compared.size()];
        for (int place = 0; place < group.length; place++) {
            group[place] = place;
        }
        for (int one = 0; one < group.length; one++) {
            for (int other = 0; other < one; other++) {
                if (comparable(compared.get(one), compared.get(other))) {
                    PairwiseGathering.join(group, one, other);
                }
            }
        }
        Map<Integer, List<Telling>> together = new LinkedHashMap<>();
        for (int place = 0; place < group.length; place++) {
            together.computeIfAbsent(PairwiseGathering.root(group, place), _ -> new ArrayList<>())
                    .add(compared.get(place));
        }
        return together.values().stream()
                .filter(some -> some.size() > 1)
                .map(some -> Comparison.of(some.getFirst().what(), some))
                .toList();
    }

    private boolean comparable(Telling one, Telling other) {
        if (!one.what().equals(other.what())) {
            return false;
        }
        if (PairwiseGathering.promise(one)
                || one.figure() instanceof Sum sum
                        && other.figure() instanceof Sum second
                        && PairwiseGathering.again(one, sum, other, second)) {
            return true;
        }
        if (!sameTime(one.when(), other.when())) {
            return false;
        }
        return id(one).equals(id(other))
                || PairwiseGathering.disagree(disagreeing, one, other)
                || (one.figure() instanceof Count
                        ? same(one, other, Tag.PLACE)
                        : same(one, other, Tag.PURPOSE) && same(one, other, Tag.PAYEE));
    }

    private static boolean same(Telling one, Telling other, Tag tag) {
        return PairwiseGathering.tag(one, tag).equals(PairwiseGathering.tag(other, tag));
    }

    private static boolean sameTime(Period one, Period other) {
        return !one.unknown() && one.first().equals(other.first()) && one.last().equals(other.last());
    }

    private Verdict verdict(List<Comparison> comparisons) {
        if (comparisons.stream().anyMatch(Comparison::differ)) {
            return Verdict.DIFFER;
        }
        if (pairs((one, other) -> PairwiseGathering.disagree(disagreeing, one, other) && !alike(one, other))) {
            return Verdict.NOTED;
        }
        if (distinct(tellings, PairwiseWeighing::id) == 1) {
            return Verdict.SINGLE;
        }
        return comparisons.stream().anyMatch(one -> distinct(one.tellings(), PairwiseWeighing::id) > 1)
                ? Verdict.AGREE
                : Verdict.NOT_COMPARED;
    }

    private static boolean alike(Telling one, Telling other) {
        return one.what().equals(other.what()) && Extent.of(one.figure()).equals(Extent.of(other.figure()));
    }

    private static long distinct(List<Telling> of, Function<Telling, ?> by) {
        return of.stream().map(by).distinct().count();
    }

    private boolean pairs(java.util.function.BiPredicate<Telling, Telling> test) {
        return compared.stream().anyMatch(one -> compared.stream().anyMatch(other -> test.test(one, other)));
    }

    // Sums made again from their parts.

    private List<Remade> remade() {
        List<Remade> remade = new ArrayList<>();
        sources(tellings, telling -> true).values().forEach(some -> {
            List<Telling> wholes = some.stream().filter(one -> !one.beside()).toList();
            List<Telling> parts = some.stream().filter(Telling::beside).toList();
            if (!wholes.isEmpty() && parts.size() > 1 && some.getFirst().teller() instanceof Teller.OfFact) {
                Telling whole = wholes.stream()
                        .max(Comparator.comparing((Telling one) -> PairwiseGathering.role(one) == Role.TOTAL)
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
        if (pairs(PairwiseWeighing::sameNumber)) {
            doubts.add(Doubt.SAME_NUMBER);
        }
        if (distinct(compared, telling -> telling.what() instanceof What.Paid(var _, var currency) ? currency : 0)
                > 1) {
            doubts.add(Doubt.CURRENCIES);
        }
        if (distinct(compared, telling -> telling.what() instanceof What.Paid(var stage, var _) ? stage : 0) > 1) {
            doubts.add(Doubt.STAGES);
        }
        List<Telling> timed = compared.stream()
                .filter(telling -> !PairwiseGathering.promise(telling))
                .toList();
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
        if (timed.stream()
                .anyMatch(telling ->
                        telling.when().approximate() || telling.when().open())) {
            doubts.add(Doubt.UNSURE_PERIOD);
        }
        if (distinct(compared, PairwiseWeighing::unit) > 1) {
            doubts.add(Doubt.UNITS);
        }
        if (distinct(
                        compared.stream()
                                .filter(one -> one.figure() instanceof Count)
                                .toList(),
                        PairwiseWeighing::places)
                > 1) {
            doubts.add(Doubt.PLACES);
        }
        long ranges = compared.stream().filter(PairwiseWeighing::range).count();
        if (ranges > 0 && ranges < compared.size()) {
            doubts.add(Doubt.RANGE);
        }
        long totals = compared.stream()
                .filter(one -> PairwiseGathering.role(one) == Role.TOTAL)
                .count();
        if (totals > 0 && totals < compared.size()) {
            doubts.add(Doubt.TOTAL);
        }
        if (remade.stream().anyMatch(one -> !one.meets())) {
            doubts.add(Doubt.PARTS);
        }
        return doubts;
    }

    private static SortedSet<String> places(Telling telling) {
        return PairwiseGathering.tag(telling, Tag.PLACE);
    }

    private static boolean range(Telling telling) {
        return telling.figure().low() != null || telling.figure().high() != null;
    }

    private static Object unit(Telling telling) {
        return telling.figure() instanceof Count count ? count.unit() : "";
    }

    private static boolean sameNumber(Telling one, Telling other) {
        return one.figure() instanceof Sum sum
                && other.figure() instanceof Sum second
                && sum.stage() == second.stage()
                && !Objects.equals(sum.money().currency(), second.money().currency())
                && sum.value().signum() != 0
                && sum.value().compareTo(second.value()) == 0;
    }
}
