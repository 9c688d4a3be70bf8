package entente.agreement;

import entente.agreement.Body.Measure;
import entente.agreement.Body.Threshold;
import entente.agreement.Calendar.Window;
import entente.agreement.Fact.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The arithmetic of one test: what facts come to, and whether that is enough. Facts come in the order of their last
/// day, then id.
record Reckoning(Body.Test test) {
    private static final int RATIO_DECIMALS = 6;

    /// What one fact gives to the measure.
    BigDecimal gives(Fact fact) {
        return gives(test.measure(), fact);
    }

    private static BigDecimal gives(Measure measure, Fact fact) {
        return switch (measure) {
            case Measure.Money money ->
                Sieve.sums(fact, money).stream().map(Figure::least).reduce(BigDecimal.ZERO, BigDecimal::add);
            case Measure.Total(String of) -> count(fact, of);
            case Measure.Covered(String of, var _) -> count(fact, of);
            case Measure.Least(String of) -> count(fact, of);
            case Measure.Latest(String of) -> count(fact, of);
            case Measure.Ratio(String of, String to) -> ratio(fact, of, to);
            case Measure.Facts(), Measure.Distinct _, Measure.Elapsed _ -> BigDecimal.ONE;
        };
    }

    private static BigDecimal count(Fact fact, String of) {
        return Sieve.counted(fact, of).getFirst().least();
    }

    private static BigDecimal ratio(Fact fact, String of, String to) {
        BigDecimal below = count(fact, to);
        return below.signum() == 0
                ? BigDecimal.ZERO
                : count(fact, of).divide(below, RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// The facts that the value rests on: all of them, but for what only the newest decides.
    List<Fact> weighed(List<Fact> facts) {
        return switch (test.measure()) {
            case Measure.Latest _, Measure.Ratio _ -> facts.isEmpty() ? facts : List.of(facts.getLast());
            default -> facts;
        };
    }

    /// What the facts come to; empty where there is none.
    Optional<BigDecimal> value(Window window, List<Fact> facts) {
        return value(test.measure(), window, facts);
    }

    private Optional<BigDecimal> value(Measure measure, Window window, List<Fact> facts) {
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (measure) {
                    case Measure.Money _, Measure.Total _, Measure.Facts _ ->
                        facts.stream().map(fact -> gives(measure, fact)).reduce(BigDecimal.ZERO, BigDecimal::add);
                    case Measure.Distinct(Tag tag) -> distinct(facts, tag);
                    case Measure.Covered covered -> BigDecimal.valueOf(daysCovered(covered, window, facts));
                    case Measure.Least _ ->
                        facts.stream()
                                .map(fact -> gives(measure, fact))
                                .min(BigDecimal::compareTo)
                                .orElseThrow();
                    case Measure.Latest _, Measure.Ratio _ -> gives(measure, facts.getLast());
                    case Measure.Elapsed _ ->
                        throw new IllegalArgumentException(
                                "elapsed time is measured from each trigger, not over a window");
                });
    }

    private static BigDecimal distinct(List<Fact> facts, Tag tag) {
        TreeSet<String> values = new TreeSet<>();
        facts.forEach(fact -> values.addAll(fact.tags().getOrDefault(tag, new TreeSet<>())));
        return BigDecimal.valueOf(values.size());
    }

    /// Sweeps over the days on which the number present changes. Uncovered stretches no longer than the tolerated gap
    /// count as covered.
    private long daysCovered(Measure.Covered covered, Window window, List<Fact> facts) {
        TreeMap<LocalDate, BigDecimal> changes = new TreeMap<>();
        LocalDate end = window.until().plusDays(1);
        for (Fact fact : facts) {
            LocalDate first = later(fact.happened().first(), window.from());
            LocalDate after = earlier(fact.happened().last().plusDays(1), end);
            if (first.isBefore(after)) {
                changes.merge(first, gives(covered, fact), BigDecimal::add);
                changes.merge(after, gives(covered, fact).negate(), BigDecimal::add);
            }
        }
        changes.putIfAbsent(window.from(), BigDecimal.ZERO);
        changes.putIfAbsent(end, BigDecimal.ZERO);
        List<LocalDate> days = new ArrayList<>(changes.keySet());
        long total = 0;
        long gap = 0;
        BigDecimal present = BigDecimal.ZERO;
        for (int i = 0; i + 1 < days.size(); i++) {
            present = present.add(changes.get(days.get(i)));
            long length = days.get(i + 1).toEpochDay() - days.get(i).toEpochDay();
            if (present.compareTo(covered.present()) >= 0) {
                total += length + (gap <= gapDays() ? gap : 0);
                gap = 0;
            } else {
                gap += length;
            }
        }
        return total + (gap <= gapDays() ? gap : 0);
    }

    /// Gaps are forgiven only where more days are better.
    private int gapDays() {
        return switch (test.threshold()) {
            case Threshold.AtLeastThis _, Threshold.Table _ -> test.tolerance().gapDays();
            case Threshold.AtMostThis _, Threshold.Exactly _, Threshold.Between _, Threshold.Share _ -> 0;
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// The threshold in the period of this index, with tables worked out, and shares where the whole is known.
    Threshold required(Window window, List<Fact> facts, int index) {
        return switch (test.threshold()) {
            case Threshold.Table(var values) ->
                new Threshold.AtLeastThis(values.get(Math.min(index, values.size() - 1)));
            case Threshold.Share(BigDecimal percent, Measure of) ->
                other(of, window, facts)
                        .<Threshold>map(whole -> new Threshold.AtLeastThis(
                                percent.multiply(whole).movePointLeft(2)))
                        .orElse(test.threshold());
            case Threshold.AtLeastThis _, Threshold.AtMostThis _, Threshold.Exactly _, Threshold.Between _ ->
                test.threshold();
        };
    }

    /// The other side of a share: what it comes to over those of the facts that give it one figure; empty where
    /// none does.
    private Optional<BigDecimal> other(Measure measure, Window window, List<Fact> facts) {
        List<Fact> giving = facts.stream()
                .filter(fact -> switch (measure) {
                    case Measure.Money money -> !Sieve.sums(fact, money).isEmpty();
                    case Measure.Distinct(Tag tag) -> fact.tags().containsKey(tag);
                    case Measure.Facts() -> true;
                    case Measure.Total(String of) -> one(fact, of);
                    case Measure.Covered(String of, var _) -> one(fact, of);
                    case Measure.Least(String of) -> one(fact, of);
                    case Measure.Latest(String of) -> one(fact, of);
                    case Measure.Ratio(String of, String to) -> one(fact, of) && one(fact, to);
                    case Measure.Elapsed _ -> false;
                })
                .toList();
        return value(measure, window, giving);
    }

    private static boolean one(Fact fact, String of) {
        return Sieve.counted(fact, of).size() == 1;
    }

    boolean met(Window window, List<Fact> facts, int index) {
        Optional<BigDecimal> reached = value(window, facts);
        return reached.isPresent() && meets(reached.get(), required(window, facts, index));
    }

    private boolean meets(BigDecimal value, Threshold required) {
        return switch (required) {
            case Threshold.AtLeastThis(BigDecimal least) -> value.compareTo(least.subtract(slack(least))) >= 0;
            case Threshold.AtMostThis(BigDecimal most) -> value.compareTo(most.add(slack(most))) <= 0;
            case Threshold.Exactly(BigDecimal exact) ->
                value.subtract(exact).abs().compareTo(slack(exact)) <= 0;
            case Threshold.Between(BigDecimal low, BigDecimal high) ->
                value.compareTo(low.subtract(slack(low))) >= 0 && value.compareTo(high.add(slack(high))) <= 0;
            // Of a whole that nobody gives, nothing is a share.
            case Threshold.Share _ -> false;
            case Threshold.Table _ ->
                throw new IllegalArgumentException("tables are worked out before they are compared");
        };
    }

    private BigDecimal slack(BigDecimal of) {
        return test.tolerance()
                .amount()
                .add(test.tolerance().percent().multiply(of.abs()).movePointLeft(2));
    }
}
