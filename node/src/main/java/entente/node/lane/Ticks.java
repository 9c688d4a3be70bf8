package entente.node.lane;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/// What time it is: by the clock on the wall, and by one that nobody sets.
record Ticks(Clock clock, LongSupplier steadyNanos) {
    Instant instant() {
        return clock.instant();
    }

    long nanos() {
        return steadyNanos.getAsLong();
    }
}
