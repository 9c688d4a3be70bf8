package entente.screening;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One signal made of all chassis sensors, so as to hold as much as it can of what they have in
/// common: in each of three bands the sensors are added by the first eigenvector of their
/// correlation, before any envelope is taken. Of each band the complex envelope is kept, [#RATE_HZ]
/// times a second.
final class Beam {
    static final double RATE_HZ = 32;
    private static final int POINTS = 128;
    private static final int STEP = 64;
    private static final int QUARTER = 8;
    private static final int EDGE = 32;
    private static final Fourier FOURIER = new Fourier(POINTS);

    /// 3 to 6, 5 to 9 and 8 to 15 Hz.
    private static final int[][] BANDS = {{12, 24}, {20, 36}, {32, 60}};

    private final float[][] re;
    private final float[][] im;
    private final float[][] sizes;
    private final double[] weights;

    private Beam(int stretches) {
        this.re = new float[BANDS.length][(stretches + 1) * STEP];
        this.im = new float[BANDS.length][(stretches + 1) * STEP];
        this.sizes = new float[BANDS.length][(stretches + 1) * STEP];
        this.weights = new double[BANDS.length];
    }

    static Beam of(Residual residual) {
        int stretches = residual.weights.length;
        Beam beam = new Beam(stretches);
        for (int band = 0; band < BANDS.length; band++) {
            int from = BANDS[band][0] - Strip.FIRST;
            int until = BANDS[band][1] - Strip.FIRST;
            Common common = Common.of(residual, residual.spared(from, until));
            Hermitian eigen = common.eigen();
            beam.weights[band] = common.share();
            for (int s = 0; s < stretches; s++) {
                float[] x = new float[POINTS];
                float[] y = new float[POINTS];
                for (int i = 0; i < residual.rest.length; i++) {
                    double re = eigen.vectorRe()[i];
                    double im = eigen.vectorIm()[i];
                    gather(residual.rest[i][s], residual.even[i], re, im, from, until, x, y);
                }
                addUp(x, y, beam.re[band], beam.im[band], s);
            }
            beam.measure(band);
        }
        return beam;
    }

    /// The same of one sensor.
    static Beam of(Strip strip, int sensor) {
        Beam beam = new Beam(strip.size());
        for (int band = 0; band < BANDS.length; band++) {
            int from = BANDS[band][0] - Strip.FIRST;
            int until = BANDS[band][1] - Strip.FIRST;
            double[] gain = new double[until];
            for (int b = from; b < until; b++) {
                gain[b] = 1 / (Math.sqrt(strip.power(sensor, b + Strip.FIRST)) + Double.MIN_NORMAL);
            }
            beam.weights[band] = 1;
            for (int s = 0; s < strip.size(); s++) {
                float[] x = new float[POINTS];
                float[] y = new float[POINTS];
                gather(strip.spectrum(s, sensor), gain, 1, 0, from, until, x, y);
                addUp(x, y, beam.re[band], beam.im[band], s);
            }
            beam.measure(band);
        }
        return beam;
    }

    private static void gather(
            float[] rest, double[] gain, double re, double im, int from, int until, float[] x, float[] y) {
        for (int b = from; b < until; b++) {
            double a = rest[2 * b] * gain[b];
            double c = rest[2 * b + 1] * gain[b];
            x[b - from] += (float) (a * re + c * im);
            y[b - from] += (float) (c * re - a * im);
        }
    }

    private static void addUp(float[] x, float[] y, float[] re, float[] im, int stretch) {
        FOURIER.backward(x, y);
        for (int n = 0; n < POINTS; n++) {
            re[stretch * STEP + n] += x[n];
            im[stretch * STEP + n] += y[n];
        }
    }

    private void measure(int band) {
        float[] size = sizes[band];
        for (int n = 0; n < size.length; n++) {
            float x = re[band][n];
            float y = im[band][n];
            size[n] = (float) Math.sqrt(x * x + y * y);
        }
    }

    /// For each moment, how like the quarter of a second from then on is to the one that begins
    /// `lag` points later: the size of the coherent product over it, each band by how much it has in
    /// common. Empty where the beam is too short. The first and last second, where stretches do not
    /// overlap, are left out here and below.
    float[] likeness(int lag) {
        int length = re[0].length - 2 * EDGE - lag - QUARTER + 1;
        if (length <= 0) {
            return new float[0];
        }
        int points = length + QUARTER - 1;
        float[] sum = new float[length];
        float[] u = new float[points];
        float[] v = new float[points];
        float[] x = new float[points];
        float[] y = new float[points];
        float[] laterX = new float[points];
        float[] laterY = new float[points];
        for (int band = 0; band < re.length; band++) {
            System.arraycopy(re[band], EDGE, x, 0, points);
            System.arraycopy(im[band], EDGE, y, 0, points);
            System.arraycopy(re[band], EDGE + lag, laterX, 0, points);
            System.arraycopy(im[band], EDGE + lag, laterY, 0, points);
            for (int n = 0; n < points; n++) {
                u[n] = x[n] * laterX[n] + y[n] * laterY[n];
            }
            for (int n = 0; n < points; n++) {
                v[n] = x[n] * laterY[n] - y[n] * laterX[n];
            }
            overQuarter(u, x);
            overQuarter(v, y);
            add(x, y, (float) weights[band], sum);
        }
        return sum;
    }

    /// Sums of eight points by doubling, each loop so plain that many points are worked out at once.
    private static void overQuarter(float[] points, float[] sums) {
        pairs(points, sums, 1);
        pairs(sums, points, 2);
        pairs(points, sums, 4);
    }

    private static void pairs(float[] of, float[] into, int apart) {
        for (int n = 0; n < of.length - apart; n++) {
            into[n] = of[n] + of[n + apart];
        }
    }

    private static void add(float[] x, float[] y, float scale, float[] sum) {
        for (int n = 0; n < sum.length; n++) {
            sum[n] += scale * (float) Math.sqrt(x[n] * x[n] + y[n] * y[n]);
        }
    }

    /// How much this beam swells where the other does: the highest correlation of their sizes, over
    /// lags from -0.06 to 0.25 s. The filter of a [Residual] leaves nothing that is in step with
    /// the ground; what comes by another way than the rest, as steps do, still comes when the
    /// ground is loud.
    double echo(Beam other) {
        float[] own = swelling();
        float[] others = other.swelling();
        double best = 0;
        for (int lag = -2; lag <= 8; lag++) {
            best = Math.max(best, correlation(own, others, lag));
        }
        return best;
    }

    /// The size over all bands, each by its usual one; what is more than four times the usual
    /// counts as that.
    private float[] swelling() {
        float[] sum = new float[sizes[0].length - 2 * EDGE];
        for (float[] size : sizes) {
            double mean = 0;
            for (int n = EDGE; n < size.length - EDGE; n++) {
                mean += size[n] / sum.length;
            }
            for (int n = 0; n < sum.length; n++) {
                sum[n] += (float) Math.min(4, size[n + EDGE] / (mean + Double.MIN_NORMAL));
            }
        }
        return sum;
    }

    private static double correlation(float[] own, float[] others, int lag) {
        int from = Math.max(0, lag);
        int until = Math.min(own.length, own.length + lag);
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int n = from; n < until; n++) {
            double a = own[n];
            double b = others[n - lag];
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        double count = until - from;
        return (xy - x * y / count) / Math.sqrt((xx - x * x / count) * (yy - y * y / count) + Double.MIN_NORMAL);
    }

    /// Means over so many samples to each side.
    static float[] smooth(float[] values, int side) {
        double[] sums = new double[values.length + 1];
        for (int n = 0; n < values.length; n++) {
            sums[n + 1] = sums[n] + values[n];
        }
        float[] means = new float[values.length];
        for (int n = 0; n < values.length; n++) {
            int from = Math.max(0, n - side);
            int until = Math.min(values.length, n + side + 1);
            means[n] = (float) ((sums[until] - sums[from]) / (until - from));
        }
        return means;
    }

    /// The same beam at one level throughout: each moment by the mean size of the ten seconds
    /// around it, so that a loud part does not decide alone.
    Beam levelled() {
        Beam level = new Beam(re[0].length / STEP - 1);
        for (int band = 0; band < re.length; band++) {
            level.weights[band] = weights[band];
            float[] around = smooth(sizes[band], 5 * (int) RATE_HZ);
            float least = (float) (0.3 * median(sizes[band])) + Float.MIN_NORMAL;
            for (int n = 0; n < around.length; n++) {
                float scale = 1 / (around[n] + least);
                level.re[band][n] = re[band][n] * scale;
                level.im[band][n] = im[band][n] * scale;
            }
        }
        return level;
    }

    private static double median(float[] values) {
        double[] sorted = new double[values.length];
        for (int n = 0; n < sorted.length; n++) {
            sorted[n] = values[n];
        }
        return Tail.median(sorted);
    }

    /// The logarithm of how much the strongest half second of the highest band stands above the
    /// usual one, while the other beam is not loud: at most twice as large as usual. 0 where there
    /// is no such half second.
    double burst(@Nullable Beam other) {
        float[] half = half();
        double usual = median(half) + Double.MIN_NORMAL;
        float[] others = other == null ? new float[half.length] : other.half();
        double loud = 2 * median(others);
        double most = usual;
        for (int n = 0; n < half.length; n++) {
            if (half[n] > most && others[n] <= loud) {
                most = half[n];
            }
        }
        return Math.log(most / usual);
    }

    private float[] half() {
        return smooth(Arrays.copyOfRange(sizes[2], EDGE, sizes[2].length - EDGE), 8);
    }
}
