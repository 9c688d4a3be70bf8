package entente.bench;

import entente.agreement.Agreement;
import entente.agreement.Body;
import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Held;
import entente.agreement.Told;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Agreements and what was told of them as rows of the tables of `tables.sql`.
///
/// Only commitments of the shapes that the SQL speaks of are there: see [#covers(Commitment)].
final class Tables {
    private final Rows rows;
    private final Map<String, Long> facts = new HashMap<>();
    private final Map<String, Integer> clauses = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Commitment> commitments = new ArrayList<>();

    /// Where rows go.
    interface Rows {
        void add(String table, @Nullable Object... values);
    }

    Tables(Rows rows) {
        this.rows = rows;
    }

    /// Writes agreements down, and what was told of them.
    Tables fill(List<Agreement> agreements, List<Held> told) {
        for (Agreement agreement : agreements) {
            for (Clause clause : agreement.clauses()) {
                clauses.put(clause.id().toString(), clauses.size());
                for (Commitment commitment : clause.commitments()) {
                    numbers.put(commitment.id().toString(), numbers.size());
                    if (covers(commitment)) {
                        commitment(agreement, clause, commitment);
                    }
                }
            }
        }
        told.stream()
                .flatMap(held -> held.told().tells().stream())
                .map(Fact::id)
                .sorted()
                .forEach(id -> facts.put(id, (long) facts.size()));
        told.forEach(this::held);
        return this;
    }

    /// The commitments that are there, each under its number.
    List<Commitment> commitments() {
        return List.copyOf(commitments);
    }

    int number(Commitment commitment) {
        Integer number = numbers.get(commitment.id().toString());
        if (number == null) {
            throw new IllegalArgumentException("not in these tables: " + commitment.id());
        }
        return number;
    }

    /// The shapes that the SQL speaks of: every principle, every judged commitment, and of the measured
    /// ones a single test of a sum, a number of facts, a number of different tags, a least or a latest
    /// count, against fixed numbers.
    ///
    /// Left out: several tests together; days covered, ratios, times from trigger to response, shares;
    /// and days of grace for what must be so on a day (a due day, and no threshold that is only ever
    /// reached or only ever passed).
    static boolean covers(Commitment commitment) {
        return switch (commitment.nature()) {
            case Nature.Principle _ -> true;
            case Nature.Judged _ -> true;
            case Nature.Measured(Body body) -> body instanceof Body.Test test && covers(test);
        };
    }

    private static boolean covers(Body.Test test) {
        boolean measure = switch (test.measure()) {
            case Measure.Money _,
                    Measure.Total _,
                    Measure.Facts _,
                    Measure.Distinct _,
                    Measure.Least _,
                    Measure.Latest _ -> true;
            case Measure.Covered _, Measure.Ratio _, Measure.Elapsed _ -> false;
        };
        boolean oneWay = test.measure().grows()
                && (test.threshold() instanceof Threshold.AtLeastThis
                        || test.threshold() instanceof Threshold.Table
                        || test.threshold() instanceof Threshold.AtMostThis);
        boolean onADay = test.schedule() instanceof Schedule.By && !oneWay;
        return measure
                && !(test.threshold() instanceof Threshold.Share)
                && !(onADay && test.tolerance().graceDays() > 0);
    }

    private void commitment(Agreement agreement, Clause clause, Commitment commitment) {
        commitments.add(commitment);
        int number = number(commitment);
        Integer of = clauses.get(clause.id().toString());
        switch (commitment.nature()) {
            case Nature.Principle() -> rows.add("commitment", number, of, "principle", null);
            case Nature.Judged(var _, Period review) ->
                rows.add("commitment", number, of, "judged", review == null ? null : day(review.last()));
            case Nature.Measured(Body body) -> {
                rows.add("commitment", number, of, "measured", null);
                LocalDate begins = commitment.active() != null
                        ? commitment.active().first()
                        : clause.since() != null ? clause.since().first() : agreement.begins();
                test(number, begins, (Body.Test) body);
            }
        }
    }

    private void test(int number, LocalDate begins, Body.Test test) {
        Measure measure = test.measure();
        Earmark only = test.only();
        Earmark never = test.never();
        Schedule schedule = test.schedule();
        LocalDate lapses =
                schedule instanceof Schedule.Each each && each.lapses() == null ? each.until() : schedule.lapses();
        rows.add(
                "test",
                number,
                day(begins),
                name(measure),
                measure instanceof Measure.Money money ? money.currency().getCurrencyCode() : null,
                measure instanceof Measure.Money money ? money.stage().code() : null,
                counted(measure),
                measure instanceof Measure.Distinct distinct ? distinct.tag().code() : null,
                name(schedule),
                name(test.threshold()),
                bit(only.kinds().isEmpty()),
                only.window() == null ? null : day(only.window().first()),
                only.window() == null ? null : day(only.window().last()),
                never.window() == null ? null : day(never.window().first()),
                never.window() == null ? null : day(never.window().last()),
                lapses == null ? null : day(lapses),
                bit(schedule instanceof Schedule.By by && by.due().open()),
                (long) test.tolerance().graceDays(),
                test.tolerance().missedPeriods(),
                hundredths(test.tolerance().amount()),
                test.tolerance().percent().longValueExact());
        only.kinds().forEach(kind -> rows.add("only_kind", number, kind.code()));
        never.kinds().forEach(kind -> rows.add("never_kind", number, kind.code()));
        only.tags().forEach((tag, names) -> names.forEach(one -> rows.add("only_tag", number, tag.code(), one)));
        never.tags().forEach((tag, names) -> names.forEach(one -> rows.add("never_tag", number, tag.code(), one)));
        periods(number, begins, schedule, test.threshold());
    }

    private void periods(int number, LocalDate begins, Schedule schedule, Threshold threshold) {
        switch (schedule) {
            case Schedule.By by -> period(number, 0, begins, by.due().last(), threshold);
            case Schedule.Throughout(Period all) -> period(number, 0, all.first(), all.last(), threshold);
            case Schedule.Within _ -> throw new IllegalArgumentException("not a shape of these tables: " + schedule);
            case Schedule.Each each -> {
                // Day by day, so that nothing of how the program cuts time is taken over.
                LocalDate from = each.from();
                int place = 0;
                for (LocalDate day = from; !day.isAfter(each.until()); day = day.plusDays(1)) {
                    boolean last =
                            day.equals(each.until()) || !Cuts.of(each, day).equals(Cuts.of(each, day.plusDays(1)));
                    if (last) {
                        period(number, place, from, day, threshold);
                        place++;
                        from = day.plusDays(1);
                    }
                }
            }
        }
    }

    private void period(int number, int place, LocalDate first, LocalDate last, Threshold threshold) {
        BigDecimal low = switch (threshold) {
            case Threshold.AtLeastThis(BigDecimal value) -> value;
            case Threshold.Exactly(BigDecimal value) -> value;
            case Threshold.Between(BigDecimal value, var _) -> value;
            case Threshold.Table(List<BigDecimal> values) -> values.get(Math.min(place, values.size() - 1));
            case Threshold.AtMostThis _, Threshold.Share _ -> null;
        };
        BigDecimal high = switch (threshold) {
            case Threshold.AtMostThis(BigDecimal value) -> value;
            case Threshold.Exactly(BigDecimal value) -> value;
            case Threshold.Between(var _, BigDecimal value) -> value;
            case Threshold.AtLeastThis _, Threshold.Table _, Threshold.Share _ -> null;
        };
        rows.add(
                "period",
                number,
                place,
                day(first),
                day(last),
                low == null ? null : hundredths(low),
                high == null ? null : hundredths(high));
    }

    private void held(Held held) {
        long known = day(held.known());
        switch (held.told()) {
            case Told.Asserted(Fact fact) -> fact(fact, known);
            case Told.Corrected(String of, Fact fact, var _) -> {
                fact(fact, known);
                rows.add("displacing", place(of), place(fact.id()), known);
            }
            case Told.Retracted(String of, var _, var _, var _) -> rows.add("displacing", place(of), null, known);
        }
    }

    private void fact(Fact fact, long known) {
        long place = place(fact.id());
        rows.add(
                "fact",
                place,
                fact.kind().code(),
                day(fact.happened().first()),
                day(fact.happened().last()),
                bit(!fact.happened().unknown()),
                known,
                day(fact.reported().last()));
        for (Fact.Bearing bearing : fact.bearsOn()) {
            rows.add(
                    "bears",
                    place,
                    clauses.get(bearing.clause().toString()),
                    bearing.commitment() == null ? null : numbers.get(bearing.toString()));
        }
        for (Figure figure : fact.figures()) {
            int upper = bit(figure.bound() == Figure.Bound.AT_MOST || figure.bound() == Figure.Bound.LESS_THAN);
            long least = hundredths(figure.low() == null ? figure.value() : figure.low());
            switch (figure) {
                case Figure.Sum sum -> {
                    if (sum.role() == Figure.Role.PART) {
                        String currency = sum.money().currency().getCurrencyCode();
                        rows.add("money", place, currency, sum.stage().code(), upper, least);
                    }
                }
                case Figure.Count count -> rows.add("number", place, count.of(), upper, least);
            }
        }
        fact.tags().forEach((tag, names) -> names.forEach(one -> rows.add("tag", place, tag.code(), one)));
        int nth = 0;
        for (Fact.Judging judging : fact.judges()) {
            for (var party : judging.by()) {
                rows.add(
                        "judging",
                        place,
                        numbers.get(judging.commitment().toString()),
                        party.code(),
                        nth,
                        List.of(entente.agreement.Standing.values()).indexOf(judging.standing()));
            }
            nth++;
        }
    }

    private long place(String fact) {
        Long place = facts.get(fact);
        if (place == null) {
            throw new IllegalArgumentException("no such fact: " + fact);
        }
        return place;
    }

    static long day(LocalDate day) {
        return day.toEpochDay();
    }

    private static int bit(boolean value) {
        return value ? 1 : 0;
    }

    private static long hundredths(BigDecimal value) {
        return value.movePointRight(2).longValueExact();
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case Measure.Money _ -> "money";
            case Measure.Total _ -> "total";
            case Measure.Facts _ -> "facts";
            case Measure.Distinct _ -> "distinct";
            case Measure.Least _ -> "least";
            case Measure.Latest _ -> "latest";
            case Measure.Covered _, Measure.Ratio _, Measure.Elapsed _ ->
                throw new IllegalArgumentException("not a shape of these tables: " + measure);
        };
    }

    private static @Nullable String counted(Measure measure) {
        return switch (measure) {
            case Measure.Total(String of) -> of;
            case Measure.Least(String of) -> of;
            case Measure.Latest(String of) -> of;
            default -> null;
        };
    }

    private static String name(Schedule schedule) {
        return switch (schedule) {
            case Schedule.By _ -> "by";
            case Schedule.Each _ -> "each";
            case Schedule.Throughout _ -> "throughout";
            case Schedule.Within _ -> throw new IllegalArgumentException("not a shape of these tables: " + schedule);
        };
    }

    private static String name(Threshold threshold) {
        return switch (threshold) {
            case Threshold.AtLeastThis _ -> "at_least";
            case Threshold.AtMostThis _ -> "at_most";
            case Threshold.Exactly _ -> "equals";
            case Threshold.Between _ -> "between";
            case Threshold.Table _ -> "table";
            case Threshold.Share _ -> throw new IllegalArgumentException("not a shape of these tables: " + threshold);
        };
    }
}
