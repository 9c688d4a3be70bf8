package entente.screening;

import java.util.Arrays;

/// How well a [Beam] is followed by a series of beats: how much more it is like itself one beat
/// later than it is at any time.
///
/// Each quarter of a second of the beam is compared, as a wave and not only by its size, with the
/// quarters that begin 0.35 to 1.5 s later. A tempo from 0.5 to 1.35 s is as good as the mean
/// likeness after one beat, each beat being free to come up to 10 % early or late: a heart's
/// intervals spread by 2 to 11 %, so that a plain autocorrelation does not follow it. `score` is
/// the logarithm of the best over the usual likeness; `seconds` is the tempo, and `even` how much
/// of the likeness after one beat is left after six that are exactly as long: near 1 for a machine,
/// far less for a heart.
record Pulse(double score, double seconds, double even) {
    private static final double SHORTEST_SECONDS = 0.5;
    private static final double LONGEST_SECONDS = 1.35;
    private static final double FREEDOM = 0.1;
    private static final double TEMPO_STEP = 1.03;

    /// In points of a beam: over how many comparisons the mean is taken, and the shortest and the
    /// longest time between.
    private static final int BLUR = 24;

    private static final int SHORTEST = (int) (0.35 * Beam.RATE_HZ);
    private static final int LONGEST = (int) (LONGEST_SECONDS * (1 + FREEDOM) * Beam.RATE_HZ);

    /// Where none was looked for.
    static final Pulse NONE = new Pulse(0, SHORTEST_SECONDS, 0);

    static Pulse of(Beam beam) {
        float[][] likeness = new float[LONGEST - SHORTEST + 1][];
        double[] means = new double[likeness.length];
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            float[] raw = beam.likeness(lag);
            means[lag - SHORTEST] = mean(raw, raw.length);
            likeness[lag - SHORTEST] = Beam.smooth(raw, BLUR / 2);
        }
        double usual = Tail.median(means) + Double.MIN_NORMAL;
        double best = 0;
        double tempo = SHORTEST_SECONDS;
        for (double seconds = SHORTEST_SECONDS; seconds <= LONGEST_SECONDS; seconds *= TEMPO_STEP) {
            double score = followed(likeness, seconds * Beam.RATE_HZ);
            if (score > best) {
                best = score;
                tempo = seconds;
            }
        }
        return new Pulse(Math.log((best + Double.MIN_NORMAL) / usual), tempo, evenness(beam, means, usual, tempo));
    }

    private static double mean(float[] values, int length) {
        double sum = 0;
        for (int n = 0; n < length; n++) {
            sum += values[n];
        }
        return sum / length;
    }

    /// The mean likeness after one beat, each as early or late as is best.
    private static double followed(float[][] likeness, double period) {
        int from = Math.max(SHORTEST, (int) Math.ceil(period * (1 - FREEDOM)));
        int until = Math.min(LONGEST, (int) Math.floor(period * (1 + FREEDOM)));
        float[] best = Arrays.copyOf(likeness[from - SHORTEST], likeness[until - SHORTEST].length);
        for (int lag = from + 1; lag <= until; lag++) {
            float[] other = likeness[lag - SHORTEST];
            for (int n = 0; n < best.length; n++) {
                best[n] = Math.max(best[n], other[n]);
            }
        }
        return mean(best, best.length);
    }

    private static double evenness(Beam beam, double[] means, double usual, double tempo) {
        int middle = (int) Math.round(tempo * Beam.RATE_HZ);
        int at = middle;
        for (int lag = middle - 1; lag <= middle + 1; lag++) {
            at = means[lag - SHORTEST] > means[at - SHORTEST] ? lag : at;
        }
        double once = means[at - SHORTEST] / usual - 1;
        double later = 0;
        for (int lag = 6 * at - 3; lag <= 6 * at + 3; lag++) {
            float[] raw = beam.likeness(lag);
            later = Math.max(later, raw.length == 0 ? 0 : mean(raw, raw.length) / usual - 1);
        }
        return once <= 0.1 ? 0 : later / once;
    }

    /// Beats a minute.
    double rateBpm() {
        return 60 / seconds;
    }
}
