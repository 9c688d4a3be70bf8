package entente.trial;

import entente.screening.Fourier;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Series of samples at [#RATE_HZ], and what is done to them by frequency. A series of [#LENGTH]
/// begins with [#LEAD_SECONDS] that are thrown away in the end, because a filter has no past there.
final class Wave {
    static final double RATE_HZ = 100;
    static final int LENGTH = 8192;
    static final double LEAD_SECONDS = 15;

    /// A minute and a little.
    static final double SECONDS = 62;

    private static final Fourier FOURIER = new Fourier(LENGTH);

    private Wave() {}

    /// A complex function of frequency in hertz.
    interface Transfer {
        /// Writes real and imaginary part.
        void at(double hertz, double[] out);
    }

    static void scale(float[] wave, double factor) {
        for (int n = 0; n < wave.length; n++) {
            wave[n] *= (float) factor;
        }
    }

    /// Where a heart shakes a vehicle: 3 to 15 Hz.
    static float[] heartBand(float[] wave) {
        return band(wave, 3, 15);
    }

    /// Any series, brought to [#RATE_HZ] by a windowed sinc over 16 crossings to each side, without
    /// what lies above 45 % of the lower rate. A sample that is missing counts as 0.
    static float[] resampled(float[] samples, double rateHz) {
        double step = rateHz / RATE_HZ;
        double cutoff = 0.45 * Math.min(1, 1 / step);
        double half = 8 / cutoff;
        float[] out = new float[(int) (samples.length / step)];
        for (int n = 0; n < out.length; n++) {
            double at = n * step;
            double sum = 0;
            int until = (int) Math.min(samples.length - 1, Math.floor(at + half));
            for (int i = (int) Math.max(0, Math.ceil(at - half)); i <= until; i++) {
                double x = i - at;
                double sinc = x == 0 ? 1 : Math.sin(2 * Math.PI * cutoff * x) / (2 * Math.PI * cutoff * x);
                double window = 0.42 + 0.5 * Math.cos(Math.PI * x / half) + 0.08 * Math.cos(2 * Math.PI * x / half);
                sum += Float.isNaN(samples[i]) ? 0 : samples[i] * sinc * window;
            }
            out[n] = (float) (2 * cutoff * sum);
        }
        return out;
    }

    static float[] silence() {
        return new float[LENGTH];
    }

    static float[] white(Chance chance) {
        float[] wave = silence();
        for (int n = 0; n < LENGTH; n++) {
            wave[n] = (float) chance.normal();
        }
        return wave;
    }

    static void add(float[] to, float[] wave, double factor) {
        for (int n = 0; n < LENGTH; n++) {
            to[n] += (float) (factor * wave[n]);
        }
    }

    static float[] through(float[] wave, Transfer transfer) {
        float[] re = wave.clone();
        float[] im = silence();
        FOURIER.forward(re, im);
        double[] h = new double[2];
        re[0] = 0;
        im[0] = 0;
        for (int k = 1; k <= LENGTH / 2; k++) {
            transfer.at(k * RATE_HZ / LENGTH, h);
            double a = re[k];
            double b = im[k];
            re[k] = (float) ((a * h[0] - b * h[1]) / LENGTH);
            im[k] = (float) ((a * h[1] + b * h[0]) / LENGTH);
            re[LENGTH - k] = re[k];
            im[LENGTH - k] = -im[k];
        }
        im[LENGTH / 2] = 0;
        FOURIER.backward(re, im);
        return re;
    }

    /// Each frequency by a real factor.
    static float[] shaped(float[] wave, DoubleUnaryOperator gain) {
        return through(wave, (hertz, out) -> {
            out[0] = gain.applyAsDouble(hertz);
            out[1] = 0;
        });
    }

    /// From one frequency to another, with edges of a quarter of each.
    static float[] band(float[] wave, double from, double until) {
        return shaped(wave, hertz -> {
            double low = 1 + eighth(from / hertz);
            double high = 1 + eighth(hertz / until);
            return 1 / Math.sqrt(low * high);
        });
    }

    private static double eighth(double x) {
        double fourth = x * x * x * x;
        return fourth * fourth;
    }

    private static final int LEAD = (int) (LEAD_SECONDS * RATE_HZ);

    /// Root of the mean square, without the lead.
    static double rms(float[] wave) {
        double sum = 0;
        int until = LEAD + (int) (SECONDS * RATE_HZ);
        for (int n = LEAD; n < until; n++) {
            sum += wave[n] * wave[n];
        }
        return Math.sqrt(sum / (until - LEAD));
    }

    /// The median of the root mean squares of each second.
    static double medianRms(float[] wave) {
        int second = (int) RATE_HZ;
        double[] seconds = new double[(int) SECONDS];
        for (int s = 0; s < seconds.length; s++) {
            double sum = 0;
            for (int n = 0; n < second; n++) {
                double value = wave[LEAD + s * second + n];
                sum += value * value;
            }
            seconds[s] = Math.sqrt(sum / second);
        }
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }

    /// The median size times 1.4826: the standard deviation of what is normal, whatever a few blows do.
    static double usual(float[] wave) {
        float[] sizes = Arrays.copyOfRange(wave, LEAD, LEAD + (int) (SECONDS * RATE_HZ));
        for (int n = 0; n < sizes.length; n++) {
            sizes[n] = Math.abs(sizes[n]);
        }
        Arrays.sort(sizes);
        return 1.4826 * sizes[sizes.length / 2];
    }

    /// Without the lead.
    static float[] cut(float[] wave) {
        return Arrays.copyOfRange(wave, LEAD, LEAD + (int) (SECONDS * RATE_HZ));
    }
}
