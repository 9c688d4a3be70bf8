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

    private static final int HALF = LENGTH / 2;
    private static final Fourier FOURIER = new Fourier(HALF);
    private static final float[] COSINE = new float[HALF];
    private static final float[] SINE = new float[HALF];

    static {
        for (int k = 0; k < HALF; k++) {
            COSINE[k] = (float) Math.cos(2 * Math.PI * k / LENGTH);
            SINE[k] = (float) Math.sin(2 * Math.PI * k / LENGTH);
        }
    }

    private static final Response HEART = passing(3, 15);

    /// What flat noise of rms 1 has from 3 to 15 Hz.
    static final double FLAT_RMS = flatRms();

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
        return through(wave, HEART);
    }

    private static double flatRms() {
        double sum = 0;
        for (float gain : HEART.re()) {
            sum += gain * gain;
        }
        return Math.sqrt(sum / HALF);
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

    /// What a transfer does at each of the frequencies of a series.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Response(float[] re, float[] im) {
        static Response of(Transfer transfer) {
            float[] re = new float[HALF + 1];
            float[] im = new float[HALF + 1];
            double[] h = new double[2];
            for (int k = 1; k <= HALF; k++) {
                transfer.at(k * RATE_HZ / LENGTH, h);
                re[k] = (float) h[0];
                im[k] = (float) h[1];
            }
            return new Response(re, im);
        }
    }

    static float[] through(float[] wave, Transfer transfer) {
        return through(wave, Response.of(transfer));
    }

    /// A constant part is lost. The transform is that of the even and the odd samples as one
    /// complex series (Press et al., Numerical Recipes, ch. 12.3).
    static float[] through(float[] wave, Response response) {
        float[] re = new float[HALF];
        float[] im = new float[HALF];
        for (int n = 0; n < HALF; n++) {
            re[n] = wave[2 * n];
            im[n] = wave[2 * n + 1];
        }
        FOURIER.forward(re, im);
        re[0] = 0;
        im[0] = 0;
        for (int k = 1; k <= HALF / 2; k++) {
            multiply(re, im, k, HALF - k, response);
        }
        FOURIER.backward(re, im);
        float[] out = new float[LENGTH];
        for (int n = 0; n < HALF; n++) {
            out[2 * n] = re[n] / HALF;
            out[2 * n + 1] = im[n] / HALF;
        }
        return out;
    }

    /// Unfolds two frequencies of the whole series, multiplies each, and folds them again.
    private static void multiply(float[] re, float[] im, int k, int j, Response response) {
        float c = COSINE[k];
        float s = SINE[k];
        float evenRe = (re[k] + re[j]) / 2;
        float evenIm = (im[k] - im[j]) / 2;
        float oddRe = (im[k] + im[j]) / 2;
        float oddIm = (re[j] - re[k]) / 2;
        float turnedRe = oddRe * c + oddIm * s;
        float turnedIm = oddIm * c - oddRe * s;
        float lowRe = (evenRe + turnedRe) * response.re[k] - (evenIm + turnedIm) * response.im[k];
        float lowIm = (evenRe + turnedRe) * response.im[k] + (evenIm + turnedIm) * response.re[k];
        float highRe = (evenRe - turnedRe) * response.re[j] - (turnedIm - evenIm) * response.im[j];
        float highIm = (evenRe - turnedRe) * response.im[j] + (turnedIm - evenIm) * response.re[j];
        evenRe = (lowRe + highRe) / 2;
        evenIm = (lowIm - highIm) / 2;
        turnedRe = (lowRe - highRe) / 2;
        turnedIm = (lowIm + highIm) / 2;
        oddRe = turnedRe * c - turnedIm * s;
        oddIm = turnedIm * c + turnedRe * s;
        re[k] = evenRe - oddIm;
        im[k] = evenIm + oddRe;
        re[j] = evenRe + oddIm;
        im[j] = oddRe - evenIm;
    }

    /// Each frequency by a real factor.
    static float[] shaped(float[] wave, DoubleUnaryOperator gain) {
        return through(wave, real(gain));
    }

    private static Response real(DoubleUnaryOperator gain) {
        return Response.of((hertz, out) -> {
            out[0] = gain.applyAsDouble(hertz);
            out[1] = 0;
        });
    }

    /// From one frequency to another, with edges of a quarter of each.
    static float[] band(float[] wave, double from, double until) {
        return through(wave, passing(from, until));
    }

    private static Response passing(double from, double until) {
        return real(hertz -> {
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
        double[] seconds = seconds(cut(wave));
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }

    /// The root mean square of each whole second.
    static double[] seconds(float[] wave) {
        int second = (int) RATE_HZ;
        double[] seconds = new double[wave.length / second];
        for (int s = 0; s < seconds.length; s++) {
            double sum = 0;
            for (int n = s * second; n < (s + 1) * second; n++) {
                sum += wave[n] * wave[n];
            }
            seconds[s] = Math.sqrt(sum / second);
        }
        return seconds;
    }

    /// From 3 to 15 Hz, of a series of any length.
    static float[] longBand(float[] wave) {
        double mean = 0;
        for (float one : wave) {
            mean += one / wave.length;
        }
        float[] out = new float[wave.length];
        for (int from = -LENGTH / 4; from < wave.length; from += HALF) {
            float[] part = silence();
            for (int n = Math.max(0, -from); n < Math.min(LENGTH, wave.length - from); n++) {
                part[n] = (float) (wave[from + n] - mean);
            }
            float[] band = heartBand(part);
            int begin = from + LENGTH / 4;
            int end = Math.min(wave.length, begin + HALF);
            if (begin < end) {
                System.arraycopy(band, LENGTH / 4, out, begin, end - begin);
            }
        }
        return out;
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
