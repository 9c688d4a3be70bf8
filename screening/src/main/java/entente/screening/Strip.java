package entente.screening;

import java.util.ArrayList;
import java.util.List;

/// What is kept of the signal: the spectra of stretches of [#SECONDS], each begun [#STEP_SECONDS]
/// after the one before, under Hann's window, so that they add up to the whole again.
///
/// A stretch is an array for each sensor: real and imaginary part of bin [#FIRST], of the next,
/// ..., of [#LAST]. Of higher frequencies only the mean power is kept.
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
    /// Hann's window, and its slopes of first and second order (per half of the length).
    private static final float[][] WINDOWS = windows();

    private final int sensors;
    private final List<Integer> sloped;
    private final List<float[][]> stretches = new ArrayList<>();
    private final double[][] power;
    private final float[] re = new float[LENGTH];
    private final float[] im = new float[LENGTH];

    /// For the sensors of `sloped` the spectra under the slopes of the window are kept too.
    Strip(int sensors, List<Integer> sloped) {
        this.sensors = sensors;
        this.sloped = List.copyOf(sloped);
        this.power = new double[sensors][LENGTH / 2];
    }

    private static float[][] windows() {
        float[][] windows = new float[3][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double angle = 2 * Math.PI * i / LENGTH;
            windows[0][i] = (float) (0.5 - 0.5 * Math.cos(angle));
            windows[1][i] = (float) (0.5 * Math.sin(angle));
            windows[2][i] = (float) (0.5 * Math.cos(angle));
        }
        return windows;
    }

    /// Where the spectrum of a sensor under the slope of this order is found: as if it were a
    /// sensor of its own.
    int place(int sensor, int order) {
        return order == 0 ? sensor : sensors + 2 * sloped.indexOf(sensor) + order - 1;
    }

    /// Adds one stretch of samples at [Resampler#RATE_HZ], for each sensor from its beginning on.
    void add(float[][] samples) {
        float[][] spectra = new float[sensors + 2 * sloped.size()][2 * BINS];
        for (int a = 0; a < sensors; a += 2) {
            int b = Math.min(a + 1, sensors - 1);
            float sizeOfA = windowed(samples[a], 0, re);
            float sizeOfB = windowed(samples[b], 0, im);
            FOURIER.forward(re, im);
            part(spectra[b], power[b], sizeOfB, false);
            if (a < b) {
                part(spectra[a], power[a], sizeOfA, true);
            }
        }
        for (int sensor : sloped) {
            float sizeOfFirst = windowed(samples[sensor], 1, re);
            float sizeOfSecond = windowed(samples[sensor], 2, im);
            FOURIER.forward(re, im);
            part(spectra[place(sensor, 1)], new double[LENGTH / 2], sizeOfFirst, true);
            part(spectra[place(sensor, 2)], new double[LENGTH / 2], sizeOfSecond, false);
        }
        stretches.add(spectra);
    }

    /// Puts the samples under a window and makes the largest one; answers how large it was. Two
    /// series are transformed at once, and pascals would leave nothing of micrometres a second.
    private static float windowed(float[] samples, int window, float[] out) {
        float mean = 0;
        for (int i = 0; i < LENGTH; i++) {
            mean += samples[i];
        }
        mean /= LENGTH;
        float largest = Float.MIN_NORMAL;
        for (int i = 0; i < LENGTH; i++) {
            out[i] = (samples[i] - mean) * WINDOWS[window][i];
            largest = Math.max(largest, Math.abs(out[i]));
        }
        for (int i = 0; i < LENGTH; i++) {
            out[i] /= largest;
        }
        return largest;
    }

    /// Of the transform of x + iy, where both are real: the spectrum of x where `first`, else that
    /// of y, each of its own size.
    private void part(float[] spectrum, double[] sum, float size, boolean first) {
        float half = size / 2;
        for (int k = 1; k < LENGTH / 2; k++) {
            int l = LENGTH - k;
            float real = half * (first ? re[k] + re[l] : im[k] + im[l]);
            float imaginary = half * (first ? im[k] - im[l] : re[l] - re[k]);
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
            float[][] stretch = new float[sensors + 2 * sloped.size()][];
            for (int s = 0; s < stretch.length; s++) {
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
