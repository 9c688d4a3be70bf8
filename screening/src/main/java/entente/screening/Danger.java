package entente.screening;

import entente.terms.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// How long the people in a closed load space have, as a distribution: advice for the order in which
/// vehicles are opened, never a time that may be waited for.
///
/// `distress`, `danger` and `death` are hours from now, whatever comes first. `threats` says the same
/// of each cause by itself, the earliest danger first. `basis` says in words what it rests on: what
/// drives it, what was read, what is missing. Model, constants and their sources:
/// `docs/spec/danger.md`.
public record Danger(Hours distress, Hours danger, Hours death, List<Threat> threats, List<Words> basis) {
    public Danger {
        threats = List.copyOf(threats);
        basis = List.copyOf(basis);
    }

    /// Works out the danger in a hold from what is known of it and from readings of carbon dioxide,
    /// oxygen and temperatures, in any order. Only readings of the last half hour before the newest give
    /// a slope. Readings that are no number, or that no air can have, are left aside; the basis says so.
    public static Danger of(Hold hold, List<Reading> readings, Instant now) {
        return Forecast.of(hold, readings, now);
    }

    /// What comes first.
    public Cause cause() {
        return threats.getFirst().cause();
    }

    /// Hours until something happens: in one case of ten it happens earlier than the first, in half of
    /// all cases than the second, in nine of ten than the third. 0 where it has happened; infinity where
    /// it does not within three days.
    ///
    /// An input that nobody gave stands at its worst in the first, is spread over all that is usual in
    /// the second, and stands at its best in the third. So a missing input widens and never lengthens the
    /// first.
    public record Hours(double tenPercent, double half, double ninetyPercent) {
        public Hours {
            if (!(tenPercent >= 0 && tenPercent <= half && half <= ninetyPercent)) {
                throw new IllegalArgumentException(
                        "hours rise from 0, were: " + tenPercent + ", " + half + ", " + ninetyPercent);
            }
        }
    }

    /// Hours to distress, danger and death by one cause.
    public record Threat(Cause cause, Hours distress, Hours danger, Hours death) {}

    /// What people in a closed space die of.
    public enum Cause {
        CARBON_DIOXIDE("carbon dioxide", "le dioxyde de carbone"),
        OXYGEN("want of oxygen", "le manque d\u2019oxyg\u00E8ne"),
        HEAT("heat", "la chaleur"),
        COLD("cold", "le froid");

        private final Words name;

        Cause(String en, String fr) {
            name = new Words(en, fr);
        }

        /// The name for people; in French with its article.
        public Words words() {
            return name;
        }
    }

    /// A stopped vehicle that waits to be opened: its lane, how probable it is that somebody is in it,
    /// from 0 to 1, and the danger if so.
    public record Waiting(String lane, double lifeProbability, Danger danger) {
        /// The quarter of an hour that opening takes: below it, sooner makes no difference.
        private static final double OPENING_HOURS = 0.25;

        public Waiting {
            if (!(lifeProbability >= 0 && lifeProbability <= 1)) {
                throw new IllegalArgumentException("a probability is from 0 to 1, was: " + lifeProbability);
            }
        }

        /// The probability of life, times how soon danger comes in the worst case of ten, in cases an hour.
        public double urgency() {
            return lifeProbability / (OPENING_HOURS + danger.danger().tenPercent());
        }
    }

    /// The order in which vehicles are opened: the most urgent first. Between equals the sooner danger in
    /// half of all cases, then the sooner distress, then the order given.
    public static List<Waiting> order(List<Waiting> waiting) {
        return waiting.stream()
                .sorted(Comparator.comparingDouble(Waiting::urgency)
                        .reversed()
                        .thenComparingDouble(one -> one.danger().danger().half())
                        .thenComparingDouble(one -> one.danger().distress().tenPercent()))
                .toList();
    }
}
