package entente.agreement;

import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Calendar.Window;
import entente.agreement.Fact.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Section 5 of docs/spec/algebra.md, for the [Checker]: what one test of a promise comes to, period by period.
final class CheckedTest {
    private final Body.Test test;
    private final LocalDate begins;
    private final LocalDate world;

    /// Whether more facts can only bring the threshold nearer; whether they can only lead away from it; whether only
    /// the newest decides.
    private final boolean reaches;
    private final boolean cap;
    private final boolean snapshot;

    private final List<Fact> counted = new ArrayList<>();
    private final List<Claim.Row> rows = new ArrayList<>();
    private final SortedSet<String> used = new TreeSet<>();
    private final SortedMap<String, Proof.Test> refused = new TreeMap<>();

    /// `candidates` are in the order of what ended last, then of ids.
    CheckedTest(Body.Test test, List<Fact> candidates, LocalDate begins, LocalDate world) {
        this.test = test;
        this.begins = begins;
        this.world = world;
        boolean grows = switch (test.measure()) {
            case Measure.Money _, Measure.Total _, Measure.Facts _, Measure.Distinct _, Measure.Covered _ -> true;
            case Measure.Least _, Measure.Latest _, Measure.Ratio _, Measure.Elapsed _ -> false;
        };
        Threshold threshold = test.threshold();
        reaches = grows && (threshold instanceof Threshold.AtLeastThis || threshold instanceof Threshold.Table);
        cap = grows && threshold instanceof Threshold.AtMostThis;
        snapshot = test.measure() instanceof Measure.Latest || test.measure() instanceof Measure.Ratio;
        for (Fact fact : candidates) {
            Optional<Proof.Test> refusal = CheckedCounting.refusal(test, fact, begins, world);
            refusal.ifPresentOrElse(why -> refused.put(fact.id(), why), () -> counted.add(fact));
        }
    }

    Checker.Part part() {
        switch (test.schedule()) {
            case Schedule.By by -> by(by);
            case Schedule.Each each -> each(each);
            case Schedule.Within within -> within(within);
            case Schedule.Throughout(var period) -> throughout(new Window(period.first(), period.last()));
        }
        refused.keySet().removeAll(used);
        for (Fact fact : counted) {
            if (!used.contains(fact.id())) {
                refused.putIfAbsent(fact.id(), Proof.Test.OUTSIDE_PERIODS);
            }
        }
        return new Checker.Part(rolledUp(), rows, used, refused);
    }

    /// Notes down a row, and what becomes of each of its facts.
    private void row(Window period, List<Fact> facts, Standing standing) {
        Optional<BigDecimal> value = CheckedMeasure.value(test, facts, period);
        rows.add(new Claim.Row(period.from(), period.until(), value.orElse(null), standing));
        for (Fact fact : facts) {
            if (snapshot && !fact.id().equals(facts.getLast().id())) {
                refused.put(fact.id(), Proof.Test.OLDER);
            } else {
                used.add(fact.id());
            }
        }
    }

    private List<Fact> endedBy(LocalDate day) {
        return counted.stream()
                .filter(fact -> !fact.happened().last().isAfter(day))
                .toList();
    }

    private List<Fact> touching(Window period) {
        return counted.stream()
                .filter(fact -> CheckedCounting.touches(fact, period.from(), period.until()))
                .toList();
    }

    private LocalDate grace(LocalDate due) {
        return due.plusDays(test.tolerance().graceDays());
    }

    // Once, by a day.

    private void by(Schedule.By by) {
        LocalDate due = by.due().last();
        LocalDate grace = grace(due);
        LocalDate lapses = by.lapses();
        Window period = new Window(begins.isAfter(due) ? due : begins, due);
        List<Fact> facts = counted;
        if (cap) {
            facts = endedBy(due);
        } else if (lapses != null) {
            facts = endedBy(lapses.isAfter(grace) ? lapses : grace);
        }
        if (counted.isEmpty() || cap && facts.isEmpty()) {
            boolean anyDay = by.due().open() && !world.isBefore(begins);
            row(period, facts, world.isAfter(grace) || anyDay ? Standing.NO_EVIDENCE : Standing.NOT_YET_DUE);
        } else if (cap) {
            boolean met = CheckedMeasure.met(test, facts, period, 0);
            row(period, facts, !met ? Standing.BROKEN : world.isAfter(due) ? Standing.KEPT : Standing.ON_COURSE);
        } else if (reaches && CheckedMeasure.met(test, endedBy(grace), period, 0)) {
            row(period, facts, Standing.KEPT);
        } else if (!reaches && firstDayMet(period, grace).isPresent()) {
            row(period, endedBy(firstDayMet(period, grace).orElseThrow()), Standing.KEPT);
        } else if (!world.isAfter(grace)) {
            row(period, facts, Standing.ON_COURSE);
        } else if (showsTheDueDay(facts, due) && CheckedMeasure.met(test, facts, period, 0)) {
            row(period, facts, Standing.KEPT_LATE);
        } else if (snapshot && endedBefore(counted, due)) {
            row(period, facts, Standing.NO_EVIDENCE);
        } else {
            row(period, facts, lapses != null && world.isAfter(lapses) ? Standing.BROKEN : Standing.LATE);
        }
    }

    /// Walks from the due day to the last day of grace, or to the world date if that is earlier.
    private Optional<LocalDate> firstDayMet(Window period, LocalDate grace) {
        LocalDate due = period.until();
        if (!world.isAfter(due)) {
            return Optional.empty();
        }
        for (LocalDate day = due; !day.isAfter(grace) && !day.isAfter(world); day = day.plusDays(1)) {
            if (day.equals(due) || someFactEndsOn(day)) {
                List<Fact> facts = endedBy(day);
                if (showsTheDueDay(facts, due) && CheckedMeasure.met(test, facts, period, 0)) {
                    return Optional.of(day);
                }
            }
        }
        return Optional.empty();
    }

    private boolean someFactEndsOn(LocalDate day) {
        return counted.stream().anyMatch(fact -> fact.happened().last().equals(day));
    }

    /// How things were before the due day shows only that something was reached by it.
    private boolean showsTheDueDay(List<Fact> facts, LocalDate due) {
        boolean reached =
                test.threshold() instanceof Threshold.AtLeastThis || test.threshold() instanceof Threshold.Table;
        return !snapshot || reached || !endedBefore(facts, due);
    }

    private static boolean endedBefore(List<Fact> facts, LocalDate due) {
        return !facts.isEmpty() && facts.getLast().happened().last().isBefore(due);
    }

    // In each period of a calendar.

    private void each(Schedule.Each each) {
        LocalDate lapses = each.lapses() == null ? each.until() : each.lapses();
        int forgiven = 0;
        int place = 0;
        for (Window period : periods(each)) {
            List<Fact> facts = ofPeriod(period);
            Standing standing = inPeriod(facts, period, place, lapses);
            boolean settled = world.isAfter(period.until()) || standing == Standing.BROKEN;
            boolean missed = settled && !facts.isEmpty() && !CheckedMeasure.met(test, facts, period, place);
            if (missed && forgiven < test.tolerance().missedPeriods()) {
                forgiven++;
                standing = world.isAfter(period.until()) ? Standing.KEPT : Standing.ON_COURSE;
            }
            row(period, facts, standing);
            place++;
        }
    }

    private List<Fact> ofPeriod(Window period) {
        boolean touchingIsEnough = test.measure() instanceof Measure.Covered || test.measure() instanceof Measure.Least;
        return touching(period).stream()
                .filter(fact -> touchingIsEnough
                        || !fact.happened().unknown()
                                && !fact.happened().first().isBefore(period.from())
                                && !fact.happened().last().isAfter(period.until()))
                .toList();
    }

    private Standing inPeriod(List<Fact> facts, Window period, int place, LocalDate lapses) {
        LocalDate grace = grace(period.until());
        if (world.isBefore(period.from()) || facts.isEmpty()) {
            return world.isAfter(grace) ? Standing.NO_EVIDENCE : Standing.NOT_YET_DUE;
        }
        if (CheckedMeasure.met(test, facts, period, place)) {
            return reaches || world.isAfter(period.until()) ? Standing.KEPT : Standing.ON_COURSE;
        }
        if (cap) {
            return Standing.BROKEN;
        }
        if (!world.isAfter(grace)) {
            return Standing.ON_COURSE;
        }
        return world.isAfter(lapses) ? Standing.BROKEN : Standing.LATE;
    }

    /// Walks the days and begins a new period on each day that begins one.
    private static List<Window> periods(Schedule.Each each) {
        List<Window> periods = new ArrayList<>();
        LocalDate from = each.from();
        for (LocalDate day = each.from(); !day.isAfter(each.until()); day = day.plusDays(1)) {
            LocalDate next = day.plusDays(1);
            if (next.isAfter(each.until()) || begins(each, next)) {
                periods.add(new Window(from, day));
                from = next;
            }
        }
        return periods;
    }

    private static boolean begins(Schedule.Each each, LocalDate day) {
        boolean first = day.getDayOfMonth() == 1;
        int month = day.getMonthValue();
        return switch (each.calendar()) {
            case MONTH -> first;
            case QUARTER -> first && (month == 1 || month == 4 || month == 7 || month == 10);
            case HALF_YEAR -> first && (month == 1 || month == 7);
            case UK_YEAR -> first && month == 4;
            case FRENCH_YEAR -> first && month == 1;
            case AGREEMENT_YEAR ->
                day.equals(each.from().plusYears(day.getYear() - each.from().getYear()));
        };
    }

    // Within so many days of each trigger.

    private void within(Schedule.Within within) {
        if (!(test.measure() instanceof Measure.Elapsed(String from, String to))) {
            return;
        }
        Map<Set<String>, List<Fact>> responses = new HashMap<>();
        for (Fact fact : counted) {
            if (!CheckedCounting.counts(fact, to).isEmpty()) {
                responses
                        .computeIfAbsent(CheckedCounting.values(fact, Tag.SUBJECT), _ -> new ArrayList<>())
                        .add(fact);
            }
        }
        for (Fact trigger : counted) {
            if (CheckedCounting.counts(trigger, from).isEmpty()) {
                continue;
            }
            LocalDate triggered = trigger.happened().last();
            LocalDate due = triggered.plusDays(within.days());
            Optional<Fact> response = response(trigger, responses);
            Optional<LocalDate> answered = response.map(fact -> fact.happened().last());
            BigDecimal days = answered.map(day -> ChronoUnit.DAYS.between(triggered, day))
                    .map(between -> BigDecimal.valueOf(Math.max(0, between)))
                    .orElse(null);
            Standing standing = answered.map(day -> day.isAfter(grace(due)) ? Standing.KEPT_LATE : Standing.KEPT)
                    .orElseGet(() -> unanswered(due, within));
            rows.add(new Claim.Row(triggered, due, days, standing));
            Stream.concat(Stream.of(trigger), response.stream()).forEach(fact -> used.add(fact.id()));
        }
    }

    private static Optional<Fact> response(Fact trigger, Map<Set<String>, List<Fact>> responses) {
        Set<String> subject = CheckedCounting.values(trigger, Tag.SUBJECT);
        return responses.getOrDefault(subject, List.of()).stream()
                .filter(fact -> !subject.isEmpty()
                        && !fact.happened().last().isBefore(trigger.happened().first()))
                .findFirst();
    }

    private Standing unanswered(LocalDate due, Schedule.Within within) {
        LocalDate lapses = within.lapses();
        if (!world.isAfter(grace(due))) {
            return Standing.NOT_YET_DUE;
        }
        return lapses != null && world.isAfter(lapses) ? Standing.BROKEN : Standing.LATE;
    }

    // On every day of a period.

    private void throughout(Window period) {
        List<Fact> facts = touching(period);
        row(period, facts, throughout(facts, period));
    }

    private Standing throughout(List<Fact> facts, Window period) {
        if (world.isBefore(period.from())) {
            return Standing.NOT_YET_DUE;
        }
        if (facts.isEmpty()) {
            return Standing.NO_EVIDENCE;
        }
        boolean met = CheckedMeasure.met(test, facts, period, 0);
        if (reaches && !met) {
            return world.isAfter(grace(period.until())) ? Standing.BROKEN : Standing.ON_COURSE;
        }
        if (!met) {
            return Standing.BROKEN;
        }
        return reaches || world.isAfter(period.until()) ? Standing.KEPT : Standing.ON_COURSE;
    }

    private Standing rolledUp() {
        List<Standing> standings = rows.stream().map(Claim.Row::standing).toList();
        for (Standing worst : List.of(Standing.BROKEN, Standing.LATE, Standing.NO_EVIDENCE)) {
            if (standings.contains(worst)) {
                return worst;
            }
        }
        if (standings.isEmpty()) {
            return Standing.NO_EVIDENCE;
        }
        if (Set.of(Standing.KEPT, Standing.KEPT_LATE).containsAll(standings)) {
            return standings.contains(Standing.KEPT_LATE) ? Standing.KEPT_LATE : Standing.KEPT;
        }
        return Set.of(Standing.NOT_YET_DUE).containsAll(standings) ? Standing.NOT_YET_DUE : Standing.ON_COURSE;
    }
}
