package entente.node.lane;

import entente.screening.Danger;
import entente.screening.Hold;
import entente.screening.Reading;
import entente.screening.Sensor;
import entente.terms.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was read of the air of the vehicle that stands in a lane, and how long people in it would have by that.
///
/// Of each sensor one reading in ten seconds is kept, for half an hour.
final class Air {
    /// How many sensors may give readings of one vehicle.
    static final int MOST_SENSORS = 8;

    /// How far a recorder's clock may be from ours. A reading from before the vehicle stopped is of another one.
    private static final Duration APART = Duration.ofMinutes(1);

    private static final long EVERY_SECONDS = 10;
    private static final int MOST_OF_ONE = 180;

    private static final Words OTHER_TIME = new Words(
            "a reading is of a time before the vehicle stopped, or of one to come: are the clocks set?",
            "une mesure date d’avant l’arrêt du véhicule, ou de l’avenir\u202F: les horloges sont-elles à l’heure\u202F?");
    private static final Words TOO_MANY = new Words(
            "more than " + MOST_SENSORS + " sensors give readings: the others are not used",
            "plus de " + MOST_SENSORS + " capteurs donnent des mesures\u202F: les autres ne servent pas");

    private final Instant stopped;
    private final @Nullable Hold hold;
    private final Map<Sensor, List<Reading>> readings = new LinkedHashMap<>();

    /// @param kind of vehicle, null where nobody has said
    Air(Instant stopped, Hold.@Nullable Kind kind) {
        this.stopped = stopped;
        this.hold = kind == null ? null : Hold.of(kind);
    }

    /// The same air in a vehicle of a kind that somebody has said since.
    Air of(Hold.Kind kind) {
        Air known = new Air(stopped, kind);
        known.readings.putAll(readings);
        return known;
    }

    Hold.@Nullable Kind kind() {
        return hold == null ? null : hold.kind();
    }

    /// What is known of the load space; empty where nobody has said what kind of vehicle it is.
    Optional<Hold> hold() {
        return Optional.ofNullable(hold);
    }

    /// What was kept of all sensors, in order of time.
    List<Reading> readings() {
        return readings.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Reading::at))
                .toList();
    }

    /// The answer is empty, or why the reading is of no use.
    Optional<Words> take(Reading reading, Instant now) {
        if (reading.at().isAfter(now.plus(APART)) || reading.at().isBefore(stopped.minus(APART))) {
            return Optional.of(OTHER_TIME);
        }
        if (readings.size() >= MOST_SENSORS && !readings.containsKey(reading.sensor())) {
            return Optional.of(TOO_MANY);
        }
        List<Reading> before = readings.computeIfAbsent(reading.sensor(), _ -> new ArrayList<>());
        before.removeIf(one -> stretch(one) == stretch(reading));
        before.add(reading);
        before.sort(Comparator.comparing(Reading::at));
        if (before.size() > MOST_OF_ONE) {
            before.removeFirst();
        }
        return Optional.empty();
    }

    private static long stretch(Reading reading) {
        return Math.floorDiv(reading.at().getEpochSecond(), EVERY_SECONDS);
    }

    /// The newest of each sensor.
    List<Reading> newest() {
        return readings.values().stream().map(List::getLast).toList();
    }

    /// How long people would have from now on. Where nobody has said what kind of vehicle it is: in the kind in which
    /// danger would come first.
    Danger danger(Instant now) {
        List<Reading> all = readings();
        // The newest may be a little ahead of us.
        Instant then = all.stream()
                .map(Reading::at)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
        return Optional.ofNullable(hold)
                .map(known -> Danger.of(known, all, then))
                .orElseGet(() -> Arrays.stream(Hold.Kind.values())
                        .map(kind -> Danger.of(Hold.of(kind), all, then))
                        .min(Comparator.comparingDouble(
                                        (Danger one) -> one.danger().tenPercent())
                                .thenComparingDouble(one -> one.distress().tenPercent()))
                        .orElseThrow());
    }
}
