package entente.agreement;

import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Calendar.Window;
import entente.agreement.Fact.Tag;
import entente.agreement.Proof.Finding.Tested;
import entente.agreement.Proof.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One test of a measured promise, carried out over the facts that bear on it, as the world stood on one day.
final class Measurement {
    private final Body.Test test;
    private final LocalDate begins;
    private final LocalDate world;
    private final Sieve sieve;
    private final Reckoning reckoning;
    private final SortedMap<String, Proof.Test> refused = new TreeMap<>();

    Measurement(Body.Test test, LocalDate begins, LocalDate world) {
        this.test = test;
        this.begins = begins;
        this.world = world;
        this.sieve = new Sieve(test, begins, world);
        this.reckoning = new Reckoning(test);
    }

    SortedMap<String, Proof.Test> refused() {
        return refused;
    }

    Tested over(List<Fact> candidates) {
        List<Fact> counted = new ArrayList<>();
        for (Fact fact : candidates) {
            Optional<Proof.Test> failed = sieve.failed(fact);
            failed.ifPresentOrElse(which -> refused.put(fact.id(), which), () -> counted.add(fact));
        }
        counted.sort(Comparator.comparing((Fact fact) -> fact.happened().last()).thenComparing(Fact::id));
        List<Row> rows = switch (test.schedule()) {
            case Schedule.By by -> List.of(once(counted, by));
            case Schedule.Each each -> each(counted, each);
            case Schedule.Within within -> eachTrigger(counted, within);
            case Schedule.Throughout(var period) -> List.of(throughout(counted, period.first(), period.last()));
        };
        return new Tested(test, rows, together(rows));
    }

    private Row once(List<Fact> counted, Schedule.By by) {
        LocalDate due = by.due().last();
        LocalDate lapses = by.lapses();
        Window window = new Window(begins.isAfter(due) ? due : begins, due);
        LocalDate grace = due.plusDays(test.tolerance().graceDays());
        LocalDate end = cap() ? due : lapses == null ? LocalDate.MAX : lapses.isAfter(grace) ? lapses : grace;
        List<Fact> facts = upTo(counted, end);
        Optional<List<Fact>> inTime = inTime(window, facts, due, grace);
        Standing standing;
        if (counted.isEmpty() || cap() && facts.isEmpty()) {
            // Without a due day nothing can be said to be still to come.
            boolean silent = world.isAfter(grace) || by.due().open() && !world.isBefore(begins);
            standing = silent ? Standing.NO_EVIDENCE : Standing.NOT_YET_DUE;
        } else if (cap()) {
            standing = !met(window, facts) ? Standing.BROKEN : world.isAfter(due) ? Standing.KEPT : Standing.ON_COURSE;
        } else if (inTime.isPresent()) {
            standing = Standing.KEPT;
        } else if (!world.isAfter(grace)) {
            standing = Standing.ON_COURSE;
        } else if (shows(facts, due) && met(window, facts)) {
            standing = Standing.KEPT_LATE;
        } else if (test.measure().snapshot()
                && counted.getLast().happened().last().isBefore(due)) {
            // What was so before the due day does not show what was so on it.
            standing = Standing.NO_EVIDENCE;
        } else {
            standing = lapses != null && world.isAfter(lapses) ? Standing.BROKEN : Standing.LATE;
        }
        List<Fact> shown = cap() ? facts : inTime.orElse(facts);
        refuseOutside(counted, shown);
        return row(window, shown, 0, standing);
    }

    private void refuseOutside(List<Fact> counted, List<Fact> inside) {
        counted.stream()
                .filter(fact -> !inside.contains(fact))
                .forEach(fact -> refused.put(fact.id(), Proof.Test.OUTSIDE_PERIODS));
    }

    /// The facts that show it kept in time. What grows towards "at least" is kept as soon as it is reached. Everything
    /// else is settled by the due day, or on any day of grace after it: the facts up to the first such day decide.
    private Optional<List<Fact>> inTime(Window window, List<Fact> facts, LocalDate due, LocalDate grace) {
        if (reaches()) {
            return met(window, upTo(facts, grace)) ? Optional.of(facts) : Optional.empty();
        }
        if (!world.isAfter(due)) {
            return Optional.empty();
        }
        LocalDate last = world.isBefore(grace) ? world : grace;
        return Stream.concat(
                        Stream.of(due),
                        facts.stream().map(fact -> fact.happened().last()))
                .filter(day -> !day.isBefore(due) && !day.isAfter(last))
                .map(day -> upTo(facts, day))
                .filter(some -> shows(some, due) && met(window, some))
                .findFirst();
    }

    /// A snapshot from before the due day shows that "at least" was reached, and nothing else about the day.
    private boolean shows(List<Fact> facts, LocalDate due) {
        return !test.measure().snapshot()
                || atLeast()
                || !facts.isEmpty() && !facts.getLast().happened().last().isBefore(due);
    }

    private List<Row> each(List<Fact> counted, Schedule.Each each) {
        List<Window> windows = each.calendar().windows(each.from(), each.until());
        List<List<Fact>> inside = new ArrayList<>();
        windows.forEach(_ -> inside.add(new ArrayList<>()));
        boolean spans = test.measure() instanceof Measure.Covered || test.measure() instanceof Measure.Least;
        for (Fact fact : counted) {
            boolean placed = false;
            for (int i = 0; i < windows.size(); i++) {
                Window window = windows.get(i);
                boolean within = spans ? touches(fact, window) : fact.happened().within(window.from(), window.until());
                if (within) {
                    inside.get(i).add(fact);
                    placed = true;
                }
            }
            if (!placed) {
                refused.put(fact.id(), Proof.Test.OUTSIDE_PERIODS);
            }
        }
        LocalDate lapses = each.lapses() == null ? each.until() : each.lapses();
        int left = test.tolerance().missedPeriods();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            List<Fact> facts = inside.get(i);
            Standing standing = period(window, facts, i, lapses);
            boolean over = world.isAfter(window.until());
            boolean missed = !facts.isEmpty() && !met(window, facts, i) && (over || standing == Standing.BROKEN);
            if (missed && left > 0) {
                left--;
                standing = ifMet(window);
            }
            rows.add(row(window, facts, i, standing));
        }
        return List.copyOf(rows);
    }

    private static boolean touches(Fact fact, Window window) {
        return !fact.happened().last().isBefore(window.from())
                && !fact.happened().first().isAfter(window.until());
    }

    private Standing period(Window window, List<Fact> facts, int index, LocalDate lapses) {
        boolean over = world.isAfter(window.until().plusDays(test.tolerance().graceDays()));
        if (world.isBefore(window.from()) || facts.isEmpty()) {
            return over ? Standing.NO_EVIDENCE : Standing.NOT_YET_DUE;
        }
        if (met(window, facts, index)) {
            return ifMet(window);
        }
        if (cap()) {
            return Standing.BROKEN;
        }
        if (!over) {
            return Standing.ON_COURSE;
        }
        return world.isAfter(lapses) ? Standing.BROKEN : Standing.LATE;
    }

    private Standing ifMet(Window window) {
        return reaches() || world.isAfter(window.until()) ? Standing.KEPT : Standing.ON_COURSE;
    }

    private List<Row> eachTrigger(List<Fact> counted, Schedule.Within within) {
        if (!(test.measure() instanceof Measure.Elapsed(String from, String to))) {
            throw new IllegalArgumentException(
                    "a time within which to answer goes with elapsed, was: " + test.measure());
        }
        List<Row> rows = new ArrayList<>();
        for (Fact trigger : counted) {
            if (!Sieve.counts(trigger, from)) {
                continue;
            }
            Optional<Fact> response = counted.stream()
                    .filter(fact -> Sieve.counts(fact, to) && sameSubject(fact, trigger))
                    .filter(fact ->
                            !fact.happened().last().isBefore(trigger.happened().first()))
                    .findFirst();
            LocalDate due = trigger.happened().last().plusDays(within.days());
            LocalDate grace = due.plusDays(test.tolerance().graceDays());
            Map<String, BigDecimal> used = new TreeMap<>();
            used.put(trigger.id(), BigDecimal.ZERO);
            BigDecimal elapsed = null;
            Standing standing;
            if (response.isPresent()) {
                LocalDate answered = response.get().happened().last();
                elapsed = BigDecimal.valueOf(
                        Math.max(0, ChronoUnit.DAYS.between(trigger.happened().last(), answered)));
                used.put(response.get().id(), elapsed);
                standing = answered.isAfter(grace) ? Standing.KEPT_LATE : Standing.KEPT;
            } else if (!world.isAfter(grace)) {
                standing = Standing.NOT_YET_DUE;
            } else {
                standing = within.lapses() != null && world.isAfter(within.lapses()) ? Standing.BROKEN : Standing.LATE;
            }
            rows.add(new Row(new Window(trigger.happened().last(), due), used, elapsed, test.threshold(), standing));
        }
        counted.stream()
                .filter(fact -> rows.stream().noneMatch(row -> row.used().containsKey(fact.id())))
                .forEach(fact -> refused.put(fact.id(), Proof.Test.OUTSIDE_PERIODS));
        return List.copyOf(rows);
    }

    private static boolean sameSubject(Fact one, Fact other) {
        return one.tags().containsKey(Tag.SUBJECT)
                && one.tags().get(Tag.SUBJECT).equals(other.tags().get(Tag.SUBJECT));
    }

    private Row throughout(List<Fact> counted, LocalDate from, LocalDate until) {
        Window window = new Window(from, until);
        List<Fact> inside =
                counted.stream().filter(fact -> touches(fact, window)).toList();
        refuseOutside(counted, inside);
        Standing standing;
        if (world.isBefore(from)) {
            standing = Standing.NOT_YET_DUE;
        } else if (inside.isEmpty()) {
            standing = Standing.NO_EVIDENCE;
        } else if (reaches()) {
            boolean over = world.isAfter(until.plusDays(test.tolerance().graceDays()));
            standing = met(window, inside) ? Standing.KEPT : over ? Standing.BROKEN : Standing.ON_COURSE;
        } else if (!met(window, inside)) {
            standing = Standing.BROKEN;
        } else {
            standing = world.isAfter(until) ? Standing.KEPT : Standing.ON_COURSE;
        }
        return row(window, inside, 0, standing);
    }

    /// How the periods stand together: the worst that is settled, unless something is still to come.
    private static Standing together(List<Row> rows) {
        if (rows.isEmpty()) {
            return Standing.NO_EVIDENCE;
        }
        List<Standing> all = rows.stream().map(Row::standing).toList();
        for (Standing worst : List.of(Standing.BROKEN, Standing.LATE, Standing.NO_EVIDENCE)) {
            if (all.contains(worst)) {
                return worst;
            }
        }
        if (all.stream().allMatch(Standing::kept)) {
            return all.contains(Standing.KEPT_LATE) ? Standing.KEPT_LATE : Standing.KEPT;
        }
        return all.stream().allMatch(one -> one == Standing.NOT_YET_DUE) ? Standing.NOT_YET_DUE : Standing.ON_COURSE;
    }

    private Row row(Window window, List<Fact> facts, int index, Standing standing) {
        List<Fact> weighed = reckoning.weighed(facts);
        Map<String, BigDecimal> used = new TreeMap<>();
        weighed.forEach(fact -> used.put(fact.id(), reckoning.gives(fact)));
        facts.stream()
                .filter(fact -> !used.containsKey(fact.id()))
                .forEach(fact -> refused.put(fact.id(), Proof.Test.OLDER));
        return new Row(
                window,
                used,
                reckoning.value(window, facts).orElse(null),
                reckoning.required(window, facts, index),
                standing);
    }

    private boolean met(Window window, List<Fact> facts) {
        return met(window, facts, 0);
    }

    private boolean met(Window window, List<Fact> facts, int index) {
        return reckoning.met(window, facts, index);
    }

    /// More facts can only bring it nearer to being kept.
    private boolean reaches() {
        return test.measure().grows() && atLeast();
    }

    /// More facts can only break it.
    private boolean cap() {
        return test.measure().grows() && test.threshold() instanceof Threshold.AtMostThis;
    }

    private boolean atLeast() {
        return switch (test.threshold()) {
            case Threshold.AtLeastThis _, Threshold.Table _ -> true;
            // The other side of a share may grow too, so that what is reached may be lost again.
            case Threshold.Share _, Threshold.AtMostThis _, Threshold.Exactly _, Threshold.Between _ -> false;
        };
    }

    private static List<Fact> upTo(List<Fact> facts, LocalDate day) {
        return facts.stream()
                .filter(fact -> !fact.happened().last().isAfter(day))
                .toList();
    }
}
