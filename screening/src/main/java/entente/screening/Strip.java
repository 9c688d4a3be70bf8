package entente.screening;

import java.util.ArrayList;
import java.util.List;

/// What is kept of the signal: the spectra of stretches of [#SECONDS], each begun [#STEP_SECONDS] after the one before,
/// under Hann's window, so that they add up to the whole again.
///
/// A stretch is an array for each sensor: real and imaginary part of bin [#FIRST], of the next, ..., of [#LAST]. Of
/// higher frequencies only the mean power is kept.
final class Strip {
    static final int LENGTH = 512;
    static final int STEP = 256;
    static final double SECONDS = LENGTH / Resampler.RATE_HZ;
    static final double STEP_SECONDS = STEP / Resampler.RATE_HZ;
    static final double BIN_HZ = Resampler.RATE_HZ / LENGTH;

    /// 0.5 to 15.5 Hz.
    static final int FIRST = 2;

    static final int LAST = 62;
    static final int BINS = LAST - FIRST + 1;

    /// One stretch fills 4 s, 29 fill a minute.
    static final int MOST = 29;

    private static final Fourier FOURIER = new Fourier(LENGTH);
    private static final float[] HANN = hann();

    private final int sensors;
    private final List<float[][]> stretches = new ArrayList<>();
    private final double[][] power;

    Strip(int sensors) {
        this.sensors = sensors;
        this.power = new double[sensors][LENGTH / 2];
    }

    private static float[] hann() {
        float[] window = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / LENGTH));
        }
        return window;
    }

    /// Adds one stretch of samples at [Resampler#RATE_HZ], for each sensor from its beginning on.
    void add(float[][] samples) {
        float[][] spectra = new float[sensors][2 * BINS];
        float[] re = new float[LENGTH];
        float[] im = new float[LENGTH];
        for (int a = 0; a < sensors; a += 2) {
            int b = Math.min(a + 1, sensors - 1);
            windowed(samples[a], re);
            windowed(samples[b], im);
            FOURIER.forward(re, im);
            part(re, im, spectra[b], power[b], false);
            part(re, im, spectra[a], power[a], true);
        }
        stretches.add(spectra);
    }

    private static void windowed(float[] samples, float[] out) {
        float mean = 0;
        for (int i = 0; i < LENGTH; i++) {
            mean += samples[i];
        }
        mean /= LENGTH;
        for (int i = 0; i < LENGTH; i++) {
            out[i] = (samples[i] - mean) * HANN[i];
        }
    }

    /// Of the transform of x + iy, where both are real: the spectrum of x where `first`, else that of y.
    private void part(float[] re, float[] im, float[] spectrum, double[] sum, boolean first) {
        for (int k = 1; k < LENGTH / 2; k++) {
            int l = LENGTH - k;
            float real = first ? (re[k] + re[l]) / 2 : (im[k] + im[l]) / 2;
            float imaginary = first ? (im[k] - im[l]) / 2 : (re[l] - re[k]) / 2;
            sum[k] += real * real + imaginary * imaginary;
            if (k >= FIRST && k <= LAST) {
                spectrum[2 * (k - FIRST)] = real;
                spectrum[2 * (k - FIRST) + 1] = imaginary;
            }
        }
    }

    int size() {
        return stretches.size();
    }

    float[] spectrum(int stretch, int sensor) {
        return stretches.get(stretch)[sensor];
    }

    /// The mean power of a sensor in a bin, up to half of the rate.
    double power(int sensor, int bin) {
        return power[sensor][bin] / size();
    }

    void save(Pack.Out out) {
        out.whole(size());
        for (float[][] stretch : stretches) {
            for (float[] spectrum : stretch) {
                out.floats(spectrum);
            }
        }
        for (double[] one : power) {
            out.reals(one);
        }
    }

    void restore(Pack.In in) {
        int size = in.count(1);
        for (int i = 0; i < size; i++) {
            float[][] stretch = new float[sensors][];
            for (int s = 0; s < sensors; s++) {
                stretch[s] = in.floats();
            }
            stretches.add(stretch);
        }
        for (double[] one : power) {
            double[] read = in.reals();
            System.arraycopy(read, 0, one, 0, one.length);
        }
    }
}
