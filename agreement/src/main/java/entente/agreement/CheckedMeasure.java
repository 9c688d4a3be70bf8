package entente.agreement;

import entente.agreement.Body.Measure;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Calendar.Window;
import entente.agreement.Fact.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Section 4 of docs/spec/algebra.md, for the [Checker]: what facts come to, and whether that is enough.
final class CheckedMeasure {
    private CheckedMeasure() {}

    /// What a test measures over these facts, which are in the order of the section: what ended last comes last.
    /// Empty where they give no value.
    static Optional<BigDecimal> value(Body.Test test, List<Fact> facts, Window period) {
        boolean moreIsBetter =
                test.threshold() instanceof Threshold.AtLeastThis || test.threshold() instanceof Threshold.Table;
        return value(
                test.measure(), facts, period, moreIsBetter ? test.tolerance().gapDays() : 0);
    }

    private static Optional<BigDecimal> value(Measure measure, List<Fact> facts, Window period, int gapDays) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Fact fact : facts) {
            switch (measure) {
                case Measure.Money(Currency currency, Figure.Stage stage) ->
                    CheckedCounting.sums(fact, currency, stage)
                            .forEach(sum -> numbers.add(CheckedCounting.number(sum)));
                case Measure.Total(String of) -> numbers.addAll(numbers(fact, of));
                case Measure.Least(String of) -> numbers.addAll(numbers(fact, of));
                case Measure.Latest(String of) -> numbers.addAll(numbers(fact, of));
                case Measure.Facts() -> numbers.add(BigDecimal.ONE);
                case Measure.Ratio(String of, String to) -> numbers.addAll(ratio(numbers(fact, of), numbers(fact, to)));
                case Measure.Distinct _, Measure.Covered _, Measure.Elapsed _ -> {}
            }
        }
        return switch (measure) {
            case Measure.Money _, Measure.Total _, Measure.Facts _ ->
                numbers.stream().reduce(BigDecimal::add);
            case Measure.Least _ -> numbers.stream().min(BigDecimal::compareTo);
            case Measure.Latest _, Measure.Ratio _ ->
                numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast());
            case Measure.Distinct(Tag tag) -> {
                Set<String> values = new TreeSet<>();
                facts.forEach(fact -> values.addAll(CheckedCounting.values(fact, tag)));
                yield values.isEmpty() ? Optional.empty() : Optional.of(BigDecimal.valueOf(values.size()));
            }
            case Measure.Covered(String of, BigDecimal present) -> {
                List<Fact> carrying = facts.stream()
                        .filter(fact -> !numbers(fact, of).isEmpty())
                        .toList();
                yield carrying.isEmpty()
                        ? Optional.empty()
                        : Optional.of(covered(of, present, carrying, period, gapDays));
            }
            case Measure.Elapsed _ -> Optional.empty();
        };
    }

    private static List<BigDecimal> numbers(Fact fact, String of) {
        return CheckedCounting.counts(fact, of).stream()
                .map(CheckedCounting::number)
                .toList();
    }

    private static List<BigDecimal> ratio(List<BigDecimal> of, List<BigDecimal> to) {
        if (of.isEmpty() || to.isEmpty()) {
            return List.of();
        }
        return to.getLast().signum() == 0
                ? List.of(BigDecimal.ZERO)
                : List.of(of.getLast().divide(to.getLast(), 6, RoundingMode.HALF_EVEN));
    }

    /// Walks the period day by day, and notes who comes and goes; a run of days without enough is held back until it is
    /// known how long it is.
    private static BigDecimal covered(String of, BigDecimal present, List<Fact> facts, Window period, int gapDays) {
        Map<LocalDate, BigDecimal> comings = new HashMap<>();
        for (Fact fact : facts) {
            if (!CheckedCounting.touches(fact, period.from(), period.until())) {
                continue;
            }
            BigDecimal gives = numbers(fact, of).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            LocalDate first = fact.happened().first();
            comings.merge(first.isBefore(period.from()) ? period.from() : first, gives, BigDecimal::add);
            comings.merge(fact.happened().last().plusDays(1), gives.negate(), BigDecimal::add);
        }
        long covered = 0;
        long gap = 0;
        BigDecimal there = BigDecimal.ZERO;
        for (LocalDate day = period.from(); !day.isAfter(period.until()); day = day.plusDays(1)) {
            there = there.add(comings.getOrDefault(day, BigDecimal.ZERO));
            if (there.compareTo(present) < 0) {
                gap++;
            } else {
                covered += 1 + (gap <= gapDays ? gap : 0);
                gap = 0;
            }
        }
        return BigDecimal.valueOf(covered + (gap <= gapDays ? gap : 0));
    }

    /// Whether these facts meet what is required in the period at this place, counted from 0.
    static boolean met(Body.Test test, List<Fact> facts, Window period, int place) {
        return value(test, facts, period)
                .filter(value -> met(test, value, facts, period, place))
                .isPresent();
    }

    private static boolean met(Body.Test test, BigDecimal value, List<Fact> facts, Window period, int place) {
        Tolerance tolerance = test.tolerance();
        return switch (test.threshold()) {
            case Threshold.AtLeastThis(BigDecimal least) -> reaches(value, least, tolerance);
            case Threshold.AtMostThis(BigDecimal most) -> staysUnder(value, most, tolerance);
            case Threshold.Exactly(BigDecimal exact) ->
                reaches(value, exact, tolerance) && staysUnder(value, exact, tolerance);
            case Threshold.Between(BigDecimal low, BigDecimal high) ->
                reaches(value, low, tolerance) && staysUnder(value, high, tolerance);
            case Threshold.Table(List<BigDecimal> values) ->
                reaches(value, values.get(Math.min(place, values.size() - 1)), tolerance);
            case Threshold.Share(BigDecimal percent, Measure of) -> {
                List<Fact> giving =
                        facts.stream().filter(fact -> givesOneFigure(fact, of)).toList();
                Optional<BigDecimal> whole = value(of, giving, period, 0);
                yield whole.isPresent() && reaches(value, percentOf(percent, whole.get()), tolerance);
            }
        };
    }

    /// Whether the other side of a share may rest on it: not where it gives no such figure, and not where it gives two.
    private static boolean givesOneFigure(Fact fact, Measure measure) {
        return switch (measure) {
            case Measure.Money(Currency currency, Figure.Stage stage) ->
                !CheckedCounting.sums(fact, currency, stage).isEmpty();
            case Measure.Distinct(Tag tag) -> !CheckedCounting.values(fact, tag).isEmpty();
            case Measure.Facts() -> true;
            case Measure.Total(String of) -> numbers(fact, of).size() == 1;
            case Measure.Covered(String of, var _) -> numbers(fact, of).size() == 1;
            case Measure.Least(String of) -> numbers(fact, of).size() == 1;
            case Measure.Latest(String of) -> numbers(fact, of).size() == 1;
            case Measure.Ratio(String of, String to) ->
                numbers(fact, of).size() == 1 && numbers(fact, to).size() == 1;
            case Measure.Elapsed _ -> false;
        };
    }

    private static boolean reaches(BigDecimal value, BigDecimal least, Tolerance tolerance) {
        return value.compareTo(least.subtract(slack(least, tolerance))) >= 0;
    }

    private static boolean staysUnder(BigDecimal value, BigDecimal most, Tolerance tolerance) {
        return value.compareTo(most.add(slack(most, tolerance))) <= 0;
    }

    private static BigDecimal slack(BigDecimal required, Tolerance tolerance) {
        return tolerance.amount().add(percentOf(tolerance.percent(), required.abs()));
    }

    private static BigDecimal percentOf(BigDecimal percent, BigDecimal whole) {
        return percent.multiply(whole).movePointLeft(2);
    }
}
