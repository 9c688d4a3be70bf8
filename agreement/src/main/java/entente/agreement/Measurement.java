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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One test of a measured promise, carried out over the facts that bear on it, as the world stood on one day.
final class Measurement {
    private final Body.Test test;
    private final LocalDate begins;
    private final LocalDate world;
    private final Reckoning reckoning;
    private final List<Fact> outside = new ArrayList<>();
    private final List<Outcome> outcomes;

    /// What one period came to: its facts in the order of their last day, its place in the schedule. Where answers to
    /// triggers are timed, its facts are the trigger and then the answer, if there is one.
    private record Outcome(Window window, List<Fact> facts, int index, Standing standing) {}

    /// @param counted the facts that passed the sieve, in the order of their last day, then id
    Measurement(Body.Test test, LocalDate begins, LocalDate world, List<Fact> counted) {
        this.test = test;
        this.begins = begins;
        this.world = world;
        this.reckoning = new Reckoning(test);
        this.outcomes = switch (test.schedule()) {
            case Schedule.By by -> List.of(once(counted, by));
            case Schedule.Each each -> each(counted, each);
            case Schedule.Within within -> eachTrigger(counted, within);
            case Schedule.Throughout(var period) -> List.of(throughout(counted, period.first(), period.last()));
        };
    }

    /// How the periods stand together: the worst that is settled, unless something is still to come.
    Standing standing() {
        if (outcomes.isEmpty()) {
            return Standing.NO_EVIDENCE;
        }
        Set<Standing> all = EnumSet.noneOf(Standing.class);
        outcomes.forEach(outcome -> all.add(outcome.standing));
        for (Standing worst : List.of(Standing.BROKEN, Standing.LATE, Standing.NO_EVIDENCE)) {
            if (all.contains(worst)) {
                return worst;
            }
        }
        if (all.stream().allMatch(Standing::kept)) {
            return all.contains(Standing.KEPT_LATE) ? Standing.KEPT_LATE : Standing.KEPT;
        }
        return all.equals(Set.of(Standing.NOT_YET_DUE)) ? Standing.NOT_YET_DUE : Standing.ON_COURSE;
    }

    Tested tested() {
        return new Tested(test, outcomes.stream().map(this::row).toList(), standing());
    }

    /// The facts that passed the sieve and yet do not count in some period; they may in another.
    Map<String, Proof.Test> refused() {
        Map<String, Proof.Test> tests = new HashMap<>();
        outside.forEach(fact -> tests.put(fact.id(), Proof.Test.OUTSIDE_PERIODS));
        for (Outcome outcome : outcomes) {
            if (test.measure().snapshot()) {
                List<Fact> older = outcome.facts.subList(0, Math.max(0, outcome.facts.size() - 1));
                older.forEach(fact -> tests.put(fact.id(), Proof.Test.OLDER));
            }
        }
        return tests;
    }

    private Row row(Outcome outcome) {
        Map<String, BigDecimal> used = new TreeMap<>();
        if (test.measure() instanceof Measure.Elapsed) {
            BigDecimal elapsed = elapsed(outcome.facts);
            outcome.facts.forEach(fact -> used.put(fact.id(), BigDecimal.ZERO));
            if (elapsed != null) {
                used.put(outcome.facts.getLast().id(), elapsed);
            }
            return new Row(outcome.window, used, elapsed, test.threshold(), outcome.standing);
        }
        reckoning.weighed(outcome.facts).forEach(fact -> used.put(fact.id(), reckoning.gives(fact)));
        return new Row(
                outcome.window,
                used,
                reckoning.value(outcome.window, outcome.facts).orElse(null),
                reckoning.required(outcome.window, outcome.facts, outcome.index),
                outcome.standing);
    }

    private static @Nullable BigDecimal elapsed(List<Fact> triggerAndAnswer) {
        return triggerAndAnswer.size() < 2
                ? null
                : BigDecimal.valueOf(Math.max(
                        0,
                        ChronoUnit.DAYS.between(
                                triggerAndAnswer.getFirst().happened().last(),
                                triggerAndAnswer.getLast().happened().last())));
    }

    private Outcome once(List<Fact> counted, Schedule.By by) {
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
        // What is shown is what came first.
        outside.addAll(counted.subList(shown.size(), counted.size()));
        return new Outcome(window, shown, 0, standing);
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
                .distinct()
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

    private List<Outcome> each(List<Fact> counted, Schedule.Each each) {
        List<Window> windows = each.calendar().windows(each.from(), each.until());
        List<List<Fact>> inside = inside(counted, windows);
        LocalDate lapses = each.lapses() == null ? each.until() : each.lapses();
        int left = test.tolerance().missedPeriods();
        List<Outcome> found = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            List<Fact> facts = inside.get(i);
            Standing standing = period(window, facts, i, lapses);
            boolean over = world.isAfter(window.until());
            boolean missed =
                    left > 0 && !facts.isEmpty() && (over || standing == Standing.BROKEN) && !met(window, facts, i);
            if (missed) {
                left--;
                standing = ifMet(window);
            }
            found.add(new Outcome(window, facts, i, standing));
        }
        return found;
    }

    /// The facts of each window: those that lie in it; where a measure spans windows, all that touch it.
    private List<List<Fact>> inside(List<Fact> counted, List<Window> windows) {
        List<List<Fact>> inside = new ArrayList<>();
        windows.forEach(_ -> inside.add(new ArrayList<>()));
        boolean spans = test.measure() instanceof Measure.Covered || test.measure() instanceof Measure.Least;
        for (Fact fact : counted) {
            boolean placed = false;
            for (int i = firstEndingFrom(windows, fact.happened().first()); i < windows.size(); i++) {
                Window window = windows.get(i);
                if (fact.happened().last().isBefore(window.from())) {
                    break;
                }
                if (spans || fact.happened().within(window.from(), window.until())) {
                    inside.get(i).add(fact);
                    placed = true;
                }
            }
            if (!placed) {
                outside.add(fact);
            }
        }
        return inside;
    }

    private static int firstEndingFrom(List<Window> windows, LocalDate day) {
        int low = 0;
        int high = windows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (windows.get(middle).until().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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

    private List<Outcome> eachTrigger(List<Fact> counted, Schedule.Within within) {
        if (!(test.measure() instanceof Measure.Elapsed(String from, String to))) {
            throw new IllegalArgumentException(
                    "a time within which to answer goes with elapsed, was: " + test.measure());
        }
        Map<SortedSet<String>, List<Fact>> answers = new HashMap<>();
        for (Fact fact : counted) {
            if (Sieve.counts(fact, to) && fact.tags().containsKey(Tag.SUBJECT)) {
                answers.computeIfAbsent(fact.tags().get(Tag.SUBJECT), _ -> new ArrayList<>())
                        .add(fact);
            }
        }
        Set<String> timed = new HashSet<>();
        List<Outcome> found = new ArrayList<>();
        for (Fact trigger : counted) {
            if (Sieve.counts(trigger, from)) {
                List<Fact> same = trigger.tags().containsKey(Tag.SUBJECT)
                        ? answers.getOrDefault(trigger.tags().get(Tag.SUBJECT), List.of())
                        : List.of();
                Outcome outcome = answered(trigger, same, found.size(), within);
                outcome.facts.forEach(fact -> timed.add(fact.id()));
                found.add(outcome);
            }
        }
        counted.stream().filter(fact -> !timed.contains(fact.id())).forEach(outside::add);
        return found;
    }

    private Outcome answered(Fact trigger, List<Fact> answers, int index, Schedule.Within within) {
        LocalDate triggered = trigger.happened().last();
        LocalDate due = triggered.plusDays(within.days());
        LocalDate grace = due.plusDays(test.tolerance().graceDays());
        Window window = new Window(triggered, due);
        int first = upTo(answers, trigger.happened().first().minusDays(1)).size();
        if (first < answers.size()) {
            Fact answer = answers.get(first);
            boolean late = answer.happened().last().isAfter(grace);
            return new Outcome(window, List.of(trigger, answer), index, late ? Standing.KEPT_LATE : Standing.KEPT);
        }
        Standing silent = !world.isAfter(grace)
                ? Standing.NOT_YET_DUE
                : within.lapses() != null && world.isAfter(within.lapses()) ? Standing.BROKEN : Standing.LATE;
        return new Outcome(window, List.of(trigger), index, silent);
    }

    private Outcome throughout(List<Fact> counted, LocalDate from, LocalDate until) {
        Window window = new Window(from, until);
        List<Fact> inside = new ArrayList<>();
        for (Fact fact : counted) {
            if (fact.happened().last().isBefore(from) || fact.happened().first().isAfter(until)) {
                outside.add(fact);
            } else {
                inside.add(fact);
            }
        }
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
        return new Outcome(window, inside, 0, standing);
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

    /// The first of the facts, which are in the order of their last day.
    private static List<Fact> upTo(List<Fact> facts, LocalDate day) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).happened().last().isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return facts.subList(0, low);
    }
}
