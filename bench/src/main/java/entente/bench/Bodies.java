package entente.bench;

import entente.agreement.Body;
import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Calendar;
import entente.agreement.Fact.Kind;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Stage;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The bodies of invented promises. Each kind of measure, schedule and threshold stands there; those that the real
/// agreements use most stand there most.
///
/// @param expected how many facts are told of the promise, more or less: thresholds lie around what these come to
record Bodies(Chance chance, Topic topic, LocalDate signed, double expected) {
    static final Currency GBP = Currency.getInstance("GBP");
    static final Currency EUR = Currency.getInstance("EUR");

    /// What an invented payment comes to on the average, and an invented count.
    static final int PAYMENT = 500_000;

    static final int COUNT = 20;

    /// The share of the facts told of a promise that count for it, more or less.
    private static final double COUNTING = 0.3;

    private static final int MOST_PERIODS = 120;

    Body body() {
        return switch (chance.weighted(46, 17, 6, 14, 6, 5, 3, 3, 3, 5, 2, 2, 2, 2, 3)) {
            case 0 -> test(money(), byADay(), atLeast(PAYMENT));
            case 1 -> test(new Measure.Total(counted()), byADay(), atLeast(COUNT));
            case 2 -> each(new Measure.Total(counted()), COUNT);
            case 3 -> test(new Measure.Latest(counted()), byADay(), aroundOne());
            case 4 -> elapsed();
            case 5 ->
                test(
                        new Measure.Least(counted()),
                        throughout(),
                        new Threshold.AtLeastThis(number(chance.between(1, 5))));
            case 6 -> covered();
            case 7 -> test(new Measure.Ratio(counted(), other()), byADay(), aroundOne());
            case 8 ->
                test(
                        new Measure.Distinct(Tag.PLACE),
                        byADay(),
                        new Threshold.AtLeastThis(number(chance.between(1, 5))));
            case 9 -> test(new Measure.Facts(), byADay(), new Threshold.AtMostThis(reached(1)));
            case 10 -> each(new Measure.Facts(), 1);
            case 11 ->
                test(
                        money(),
                        byADay(),
                        new Threshold.Share(number(chance.between(1, 60)), new Measure.Money(GBP, Stage.PROMISED)));
            case 12 ->
                test(new Measure.Total(counted()), byADay(), new Threshold.Between(BigDecimal.ONE, reached(2 * COUNT)));
            case 13 -> each(money(), PAYMENT);
            default -> several();
        };
    }

    private Body several() {
        List<Body> parts = IntStream.range(0, chance.between(2, 3))
                .<Body>mapToObj(_ ->
                        test(chance.percent(50) ? money() : new Measure.Total(counted()), byADay(), atLeast(COUNT)))
                .toList();
        return new Body.AtLeast(chance.between(1, parts.size()), parts);
    }

    private Measure money() {
        return new Measure.Money(chance.percent(55) ? GBP : EUR, chance.percent(90) ? Stage.PAID : Stage.CONTRACTED);
    }

    private String counted() {
        return topic.counted().getFirst();
    }

    private String other() {
        return topic.counted().get(1);
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    /// Some part of what is likely to be told, or somewhat more.
    private BigDecimal reached(int one) {
        double sum = Math.max(1, expected * COUNTING) * one * (0.1 + 1.4 * chance.share());
        return number(Math.max(1, Math.round(sum)));
    }

    private Threshold atLeast(int one) {
        return new Threshold.AtLeastThis(reached(one));
    }

    private Threshold aroundOne() {
        BigDecimal value = number(chance.between(1, 2 * COUNT));
        return switch (chance.weighted(70, 15, 15)) {
            case 0 -> new Threshold.AtLeastThis(value);
            case 1 -> new Threshold.AtMostThis(value);
            default -> new Threshold.Between(BigDecimal.ONE, value);
        };
    }

    private Schedule byADay() {
        LocalDate due = signed.plusMonths(chance.between(3, 48));
        return switch (chance.weighted(70, 15, 10, 5)) {
            case 0 -> new Schedule.By(Period.day(due), null);
            case 1 -> new Schedule.By(Period.parse(signed + "/.."), null);
            case 2 -> new Schedule.By(Period.parse(due.toString().substring(0, 7)), null);
            default -> new Schedule.By(Period.day(due), due.plusDays(chance.between(0, 200)));
        };
    }

    private Schedule throughout() {
        return new Schedule.Throughout(Period.parse(signed + "/" + signed.plusMonths(chance.between(6, 48))));
    }

    private Body each(Measure measure, int one) {
        Calendar calendar = chance.one(List.of(Calendar.values()));
        LocalDate until = signed.plusMonths(chance.between(12, 60)).minusDays(1);
        int periods = Math.min(MOST_PERIODS, calendar.windows(signed, until).size());
        BigDecimal share = number(Math.max(1, reached(one).longValueExact() / periods));
        Threshold threshold = chance.percent(70)
                ? new Threshold.AtLeastThis(share)
                : new Threshold.Table(IntStream.rangeClosed(1, Math.min(3, periods))
                        .mapToObj(place -> share.multiply(number(place)))
                        .toList());
        return test(measure, new Schedule.Each(calendar, signed, until, null), threshold);
    }

    private Body elapsed() {
        int days = chance.between(7, 120);
        return test(
                new Measure.Elapsed(counted(), other()),
                new Schedule.Within(days, null),
                new Threshold.AtMostThis(number(days)));
    }

    private Body covered() {
        LocalDate until = signed.plusMonths(chance.between(12, 36)).minusDays(1);
        return test(
                new Measure.Covered(counted(), number(chance.between(1, COUNT))),
                new Schedule.Each(Calendar.MONTH, signed, until, null),
                new Threshold.AtLeastThis(number(chance.between(1, 20))));
    }

    private Body.Test test(Measure measure, Schedule schedule, Threshold threshold) {
        return new Body.Test(measure, only(measure), never(), schedule, threshold, tolerance());
    }

    private Earmark only(Measure measure) {
        TreeSet<Kind> kinds = new TreeSet<>();
        EnumMap<Tag, SortedSet<String>> tags = new EnumMap<>(Tag.class);
        if (chance.percent(90)) {
            kinds.addAll(
                    measure instanceof Measure.Money
                            ? List.of(Kind.PAYMENT, Kind.SPEND)
                            : List.of(chance.one(List.of(Kind.POSTING, Kind.DELIVERY, Kind.RESULT)), Kind.OPERATION));
        }
        switch (chance.weighted(30, 35, 20, 15)) {
            case 0 -> tags.put(Tag.PLACE, some(topic.places()));
            case 1 -> {
                if (measure instanceof Measure.Money) {
                    tags.put(Tag.PAYER, new TreeSet<>(List.of("uk")));
                }
            }
            case 2 -> tags.put(Tag.PURPOSE, some(topic.purposes()));
            default -> {}
        }
        return new Earmark(kinds, tags, window());
    }

    private @Nullable Period window() {
        return chance.percent(20) ? Period.parse(signed + "/" + signed.plusYears(chance.between(1, 4))) : null;
    }

    private Earmark never() {
        return chance.percent(95)
                ? Earmark.NONE
                : new Earmark(
                        new TreeSet<>(),
                        Map.of(Tag.PLACE, new TreeSet<>(List.of(topic.places().getLast()))),
                        null);
    }

    /// All but the last of these, or all.
    private SortedSet<String> some(List<String> names) {
        return new TreeSet<>(names.subList(0, Math.max(1, names.size() - chance.number(2))));
    }

    private Tolerance tolerance() {
        if (chance.percent(90)) {
            return Tolerance.NONE;
        }
        return new Tolerance(
                number(chance.number(3)),
                number(chance.number(11)),
                chance.number(60),
                chance.number(2),
                chance.number(5));
    }
}
