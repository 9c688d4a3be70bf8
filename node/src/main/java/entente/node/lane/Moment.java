package entente.node.lane;

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
/// vehicle stopped. `last` are the last screenings, newest first. `unread` counts
/// messages that could not be used; `trouble` says why the newest of them could not, or what is wrong with the
/// line to the sensors.
public record Moment(
        String lane,
        boolean demonstration,
        Instant at,
        LaneState state,
        double ageSeconds,
        boolean stopped,
        List<Sensor> sensors,
        List<Reading> readings,
        List<Screened> last,
        long unread,
        @Nullable Words trouble)
        implements Event {
    public Moment {
        sensors = List.copyOf(sensors);
        readings = List.copyOf(readings);
        last = List.copyOf(last);
    }
}
