package entente.node.lane;

import entente.screening.Array;
import entente.screening.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes a [Trace] of each block, once enough of it has come.
final class Traces {
    /// A block that jumps further than this begins anew: a minute.
    private static final long MOST_PAIRS = 60L * Trace.PAIRS_HZ;

    private static final long PAIR_NANOS = 1_000_000_000L / Trace.PAIRS_HZ;

    private final Array array;
    private long open = Long.MIN_VALUE;
    private float[] low;
    private float[] high;

    Traces(Array array) {
        this.array = array;
        low = blank();
        high = blank();
    }

    private float[] blank() {
        float[] none = new float[array.sensors().size()];
        Arrays.fill(none, Float.NaN);
        return none;
    }

    /// The pairs that the block completes; empty where it completes none.
    Optional<Trace> after(Block block) {
        List<float[]> lows = new ArrayList<>();
        List<float[]> highs = new ArrayList<>();
        long first = Long.MIN_VALUE;
        long start = Duration.between(Instant.EPOCH, block.start()).toNanos();
        for (int i = 0; i < block.length(); i++) {
            long pair = Math.floorDiv(start + Math.round(i / array.rateHz() * 1e9), PAIR_NANOS);
            if (pair != open) {
                if (open != Long.MIN_VALUE && pair > open && pair - open <= MOST_PAIRS) {
                    first = first == Long.MIN_VALUE ? open : first;
                    lows.add(low);
                    highs.add(high);
                    for (long gap = open + 1; gap < pair; gap++) {
                        lows.add(blank());
                        highs.add(blank());
                    }
                } else if (!lows.isEmpty()) {
                    break;
                }
                open = pair;
                low = blank();
                high = blank();
            }
            for (int s = 0; s < low.length; s++) {
                float sample = block.samples()[s][i];
                if (!Float.isNaN(sample)) {
                    low[s] = Float.isNaN(low[s]) ? sample : Math.min(low[s], sample);
                    high[s] = Float.isNaN(high[s]) ? sample : Math.max(high[s], sample);
                }
            }
        }
        return lows.isEmpty() ? Optional.empty() : Optional.of(new Trace(first, bySensor(lows), bySensor(highs)));
    }

    private List<float[]> bySensor(List<float[]> pairs) {
        List<float[]> sensors = new ArrayList<>();
        for (int s = 0; s < array.sensors().size(); s++) {
            float[] one = new float[pairs.size()];
            for (int i = 0; i < one.length; i++) {
                one[i] = pairs.get(i)[s];
            }
            sensors.add(one);
        }
        return sensors;
    }
}
