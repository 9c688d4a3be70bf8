package entente.node.lane;

import entente.screening.Danger;
import entente.screening.Hold;
import entente.screening.Reading;
import entente.screening.Sensor;
import entente.terms.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a lane shows at a moment.
///
/// `ageSeconds` is the age of the newest sample, infinite where there never was one. `stopped` is whether a vehicle
/// stands
/// in the lane. `sensors` are those sampled together. `readings` are the newest of what changes slowly, since the
/// vehicle stopped, `kind` what it is, null where nobody has said, and `danger` how long people in it would have, null
/// where none stands there. `last` are the last screenings, newest first. `unread` counts
/// messages that could not be used; `unusable` says why the newest of them could not. `cut` is what is wrong with the
/// line to the sensors, null where nothing is. `played` says in a demonstration what is played, null where nothing is.
public record Moment(
        String lane,
        boolean demonstration,
        Instant at,
        LaneState state,
        double ageSeconds,
        boolean stopped,
        List<Sensor> sensors,
        List<Reading> readings,
        Hold.@Nullable Kind kind,
        @Nullable Danger danger,
        List<Screened> last,
        long unread,
        @Nullable Words unusable,
        @Nullable Words cut,
        @Nullable Words played)
        implements Event {
    public Moment {
        sensors = List.copyOf(sensors);
        readings = List.copyOf(readings);
        last = List.copyOf(last);
    }
}
