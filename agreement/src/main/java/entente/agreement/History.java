package entente.agreement;

import entente.agreement.Told.Asserted;
import entente.agreement.Told.Corrected;
import entente.agreement.Told.Retracted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How a commitment stood on each day, by what had been reported by the end of that day: one step for each change.
///
/// The first step is that of the day on which the agreement began; there is none where it had not begun by `until`.
/// `sampled` says that something was told on too many days to look at each: every step is a change on its day, but
/// what changed and changed back within a quarter of a year may be missing.
public record History(CommitmentId commitment, LocalDate until, List<Step> steps, boolean sampled) {
    public History {
        steps = List.copyOf(steps);
    }

    /// From a day on. `because` names the facts that were reported, corrected or retracted on that day and
    /// count for the commitment; where none of them counts, all that bear on it or judge it. It is empty
    /// where nothing but time made the change.
    public record Step(LocalDate from, Standing standing, SortedSet<String> because) {}

    /// Between two days on which something was told, a standing is looked at this often, so that one that time alone
    /// changed and changed back is seen.
    private static final int DAYS = 91;

    /// Each day on which something was told is looked at where there are no more of them.
    private static final int MOST_TOLD = 400;

    /// @throws IllegalArgumentException when no agreement on record has the commitment
    public static History of(Register register, CommitmentId id, LocalDate until) {
        Agreement agreement = register.agreement(id.clause().agreement())
                .orElseThrow(() -> new IllegalArgumentException("no agreement on record has the commitment " + id));
        Commitment commitment = register.commitment(id)
                .orElseThrow(() -> new IllegalArgumentException("no agreement on record has the commitment " + id));
        LocalDate begins = agreement.begins();
        if (until.isBefore(begins)) {
            return new History(id, until, List.of(), false);
        }
        SortedMap<LocalDate, SortedSet<String>> told = told(register, id);
        boolean sampled = told.size() > MOST_TOLD;
        SortedSet<LocalDate> days = sampled ? new TreeSet<>() : new TreeSet<>(told.keySet());
        days.add(begins);
        days.add(until);
        for (LocalDate day = begins; day.isBefore(until); day = day.plusDays(DAYS)) {
            days.add(day);
        }
        days.removeIf(day -> day.isBefore(begins) || day.isAfter(until));
        if (sampled) {
            return new History(id, until, sampled(register, commitment, days, told), true);
        }
        List<Step> steps = new ArrayList<>();
        LocalDate seen = begins;
        Standing last = null;
        for (LocalDate day : days) {
            if (last == null) {
                last = standing(register, commitment, day);
                steps.add(new Step(day, last, told.getOrDefault(day, new TreeSet<>())));
                continue;
            }
            // Where nothing was told, a day is like its eve but for the passing of time.
            LocalDate eve = told.containsKey(day) ? day.minusDays(1) : day;
            Standing before = eve.isAfter(seen) ? standing(register, commitment, eve) : last;
            if (before != last) {
                steps.add(new Step(turn(register, commitment, seen, eve, last), before, new TreeSet<>()));
                last = before;
            }
            Standing now = eve.equals(day) ? last : standing(register, commitment, day);
            if (now != last) {
                steps.add(new Step(
                        day, now, because(register, commitment, day, told.getOrDefault(day, new TreeSet<>()))));
                last = now;
            }
            seen = day;
        }
        return new History(id, until, steps, false);
    }

    private static List<Step> sampled(
            Register register,
            Commitment commitment,
            SortedSet<LocalDate> days,
            SortedMap<LocalDate, SortedSet<String>> told) {
        LocalDate seen = days.getFirst();
        Standing last = standing(register, commitment, seen);
        List<Step> steps = new ArrayList<>(List.of(new Step(seen, last, told.getOrDefault(seen, new TreeSet<>()))));
        for (LocalDate day : days.tailSet(seen.plusDays(1))) {
            Standing now = standing(register, commitment, day);
            while (last != now) {
                seen = turn(register, commitment, seen, day, last);
                last = standing(register, commitment, seen);
                SortedSet<String> that = told.getOrDefault(seen, new TreeSet<>());
                steps.add(new Step(seen, last, that.isEmpty() ? that : because(register, commitment, seen, that)));
            }
            seen = day;
        }
        return steps;
    }

    /// The first day after `from`, at the latest `until`, on which the standing is no longer what it was.
    private static LocalDate turn(
            Register register, Commitment commitment, LocalDate from, LocalDate until, Standing was) {
        LocalDate low = from;
        LocalDate high = until;
        while (low.plusDays(1).isBefore(high)) {
            LocalDate middle = low.plusDays(java.time.temporal.ChronoUnit.DAYS.between(low, high) / 2);
            if (standing(register, commitment, middle) == was) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// What was told on a day and counts on it, or did on its eve; all that was told where nothing of it counts.
    private static SortedSet<String> because(
            Register register, Commitment commitment, LocalDate day, SortedSet<String> told) {
        SortedSet<String> counting = new TreeSet<>();
        for (LocalDate one : List.of(day.minusDays(1), day)) {
            counting.addAll(register.standing(commitment.id(), one, one).used());
        }
        counting.retainAll(told);
        return counting.isEmpty() ? told : counting;
    }

    private static Standing standing(Register register, Commitment commitment, LocalDate day) {
        return Stance.of(register, commitment, day, day).standing();
    }

    /// What was told of a commitment, by the day on which it was known.
    private static SortedMap<LocalDate, SortedSet<String>> told(Register register, CommitmentId id) {
        SortedMap<LocalDate, SortedSet<String>> told = new TreeMap<>();
        register.concerning(id).forEach(held -> {
            String fact = switch (held.told()) {
                case Asserted(Fact one) -> one.id();
                case Corrected(var _, Fact one, var _) -> one.id();
                case Retracted(String of, var _, var _, var _) -> of;
            };
            told.computeIfAbsent(held.known(), _ -> new TreeSet<>()).add(fact);
        });
        return told;
    }
}
