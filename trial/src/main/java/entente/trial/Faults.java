package entente.trial;

import entente.screening.Block;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How faults come into what the sensors gave.
final class Faults {
    static final double LEAST_LATE_SECONDS = 0.25;
    static final double MOST_LATE_SECONDS = 2;

    /// A fault that begins does so in the first seconds, before anything can have been decided.
    private static final int BEGINS_SECONDS = 8;

    private static final double LONGEST_SECONDS = 5;

    private Faults() {}

    static List<Block> damaged(Chance chance, Plan plan, float[][] samples) {
        int ground = plan.sensors();
        int chassis = chance.below(ground);
        int any = chance.below(ground + 1);
        switch (plan.fault()) {
            case NONE, LATE, GAP -> {}
            case DEAD -> Arrays.fill(samples[any], chance.in(0.5) ? 0 : (float) (1e-3 * chance.normal()));
            case DEAF -> replace(chance, samples[any], 0, 0.05);
            case CLIPPED -> clip(samples[any], chance.between(1, 2));
            case UNGLUED -> replace(chance, samples[chassis], chance.between(0, 0.1), chance.spread(0.05, 1));
            case MISSING -> {
                int from = chance.below((int) (BEGINS_SECONDS * Wave.RATE_HZ));
                Arrays.fill(
                        samples[any], from, from + 1 + chance.below((int) (LONGEST_SECONDS * Wave.RATE_HZ)), Float.NaN);
            }
            case SWAPPED -> {
                float[] held = samples[ground];
                samples[ground] = samples[chassis];
                samples[chassis] = held;
            }
        }
        if (plan.fault() != Fault.GAP) {
            return Stop.blocks(samples, 0, Instant.EPOCH);
        }
        int begins = (2 + chance.below(BEGINS_SECONDS - 2)) * (int) Wave.RATE_HZ;
        int lost = (int) (chance.between(0.1, LONGEST_SECONDS) * Wave.RATE_HZ);
        float[][] before =
                Arrays.stream(samples).map(one -> Arrays.copyOf(one, begins)).toArray(float[][]::new);
        List<Block> blocks = new ArrayList<>(Stop.blocks(before, 0, Instant.EPOCH));
        Instant again = Instant.EPOCH.plusNanos(Math.round((begins + lost) / Wave.RATE_HZ * 1e9));
        blocks.addAll(Stop.blocks(samples, begins + lost, again));
        return blocks;
    }

    private static void replace(Chance chance, float[] samples, double kept, double noise) {
        double size = size(samples);
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) (kept * samples[n] + noise * size * chance.normal());
        }
    }

    private static void clip(float[] samples, double limit) {
        // Of its beginning, so that it is clipped from the beginning on.
        float end = (float) (limit * size(Arrays.copyOf(samples, (int) (BEGINS_SECONDS * Wave.RATE_HZ))));
        for (int n = 0; n < samples.length; n++) {
            samples[n] = Math.clamp(samples[n], -end, end);
        }
    }

    private static double size(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }
}
