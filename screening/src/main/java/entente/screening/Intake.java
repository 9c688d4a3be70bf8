package entente.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// From blocks to stretches: holds the clock to its rate, brings every sensor to [Resampler#RATE_HZ], cuts, and counts
/// what was missing or odd on the way. How the blocks were cut makes no difference.
final class Intake {
    /// Of a longer gap no more than this is bridged: nothing that touches it is used anyway.
    private static final double MOST_BRIDGED_SECONDS = 8;

    private final Array array;
    private final Resampler resampler;
    private final Wear[] wear;
    private final float[][] waiting;
    private int filled;
    private @Nullable Instant expected;
    private long taken;
    private long missingUntil = Long.MIN_VALUE;
    private long begun;
    private boolean gap;
    private boolean bridging;

    Intake(Array array) {
        int sensors = array.sensors().size();
        this.array = array;
        this.resampler = new Resampler(array.rateHz(), sensors);
        this.wear = new Wear[sensors];
        this.waiting = new float[sensors][2 * Strip.LENGTH];
        for (int i = 0; i < sensors; i++) {
            wear[i] = new Wear();
        }
    }

    /// Takes a block, and adds the stretches that it completes one by one, until the strip is full or `more` says no.
    ///
    /// @throws IllegalArgumentException where the block has not the sensors of the array
    void take(Block block, Strip strip, BooleanSupplier more) {
        if (block.samples().length != wear.length) {
            throw new IllegalArgumentException("lane " + array.lane() + " has " + wear.length
                    + " sensors, a block had the samples of " + block.samples().length);
        }
        int from = align(block, strip);
        feed(block.samples(), from, strip, more);
        expected = block.start().plusNanos(nanos(block.length()));
    }

    private long nanos(int count) {
        return Math.round((double) count / array.rateHz() * 1e9);
    }

    /// Bridges a gap before the block.
    ///
    /// @return the first sample of the block that was not there before
    private int align(Block block, Strip strip) {
        if (expected == null) {
            return 0;
        }
        double late = seconds(Duration.between(expected, block.start())) * array.rateHz();
        if (late > 0.5) {
            gap = true;
            int bridge = (int) Math.round(Math.min(late, MOST_BRIDGED_SECONDS * array.rateHz()));
            missingUntil = taken + bridge;
            bridging = true;
            feed(new float[wear.length][bridge], 0, strip, () -> true);
            bridging = false;
        } else if (late < -0.5) {
            gap = true;
            missingUntil = taken + 1;
            return (int) Math.min(block.length(), Math.round(-late));
        }
        return 0;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() * 1e-9;
    }

    private void feed(float[][] samples, int from, Strip strip, BooleanSupplier more) {
        boolean go = strip.size() < Strip.MOST;
        int at = from;
        while (go && at < samples[0].length) {
            // Up to the very sample that completes a stretch: nothing later may be known when it is looked at.
            long needed = resampler.needed(begun + Strip.LENGTH - 1) - taken;
            int until = (int) Math.min(samples[0].length, at + Math.max(1, needed));
            for (int i = 0; i < wear.length; i++) {
                int missing = bridging ? -1 : wear[i].take(samples[i], at, until);
                if (missing >= 0) {
                    missingUntil = Math.max(missingUntil, taken + missing - at + 1);
                }
            }
            filled += resampler.take(samples, at, until, waiting, filled);
            taken += until - at;
            at = until;
            go = cut(strip, more);
        }
    }

    private boolean cut(Strip strip, BooleanSupplier more) {
        boolean go = true;
        while (filled >= Strip.LENGTH) {
            // A sample at the edge reaches as far as the filter of the resampler does.
            double first = ((double) begun - Resampler.RATE_HZ / 4) * array.rateHz() / Resampler.RATE_HZ;
            boolean whole = (double) missingUntil <= first;
            if (whole) {
                strip.add(waiting);
            }
            begun += Strip.STEP;
            filled -= Strip.STEP;
            for (float[] one : waiting) {
                System.arraycopy(one, Strip.STEP, one, 0, filled);
            }
            go = !whole || (more.getAsBoolean() && strip.size() < Strip.MOST);
        }
        return go;
    }

    /// Whether a block began earlier or later than the one before had ended.
    boolean gap() {
        return gap;
    }

    Wear wear(int sensor) {
        return wear[sensor];
    }

    /// Seconds of signal taken in.
    double seconds() {
        return (double) taken / array.rateHz();
    }

    void save(Pack.Out out) {
        out.whole(expected == null ? Long.MIN_VALUE : expected.getEpochSecond());
        out.whole(expected == null ? 0 : expected.getNano());
        out.whole(taken).whole(missingUntil).whole(begun).whole(gap ? 1 : 0).whole(filled);
        for (int i = 0; i < wear.length; i++) {
            out.floats(Arrays.copyOf(waiting[i], filled));
            resampler.save(out, i);
            wear[i].save(out);
        }
    }

    void restore(Pack.In in) {
        long second = in.whole();
        long nano = in.whole();
        expected = second == Long.MIN_VALUE ? null : Instant.ofEpochSecond(second, nano);
        taken = in.whole();
        missingUntil = in.whole();
        begun = in.whole();
        gap = in.whole() == 1;
        filled = (int) in.whole();
        for (int i = 0; i < wear.length; i++) {
            waiting[i] = Arrays.copyOf(in.floats(), 2 * Strip.LENGTH);
            resampler.restore(in, i);
            wear[i].restore(in);
        }
    }
}
