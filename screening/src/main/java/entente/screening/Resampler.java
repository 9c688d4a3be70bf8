package entente.screening;

import java.util.Arrays;

/// Brings the samples of all sensors of an [Array] from its rate to [#RATE_HZ]: a windowed sinc, flat
/// to within 1 % up to 0.38 of the lower of both rates, and down by more than 60 dB where an alias
/// would fall below 15 Hz.
///
/// The sample n of what comes out belongs to the time n / [#RATE_HZ] after the first sample that
/// went in, however the samples were cut into blocks.
final class Resampler {
    static final double RATE_HZ = 128;

    /// Between two samples that went in there are this many places for one that comes out: whole
    /// rates have no error.
    private static final int PLACES = 128;

    private static final int CROSSINGS = 8;

    private final double step;
    private final int half;
    private final float[][] taps;
    private final float[][] kept;
    private long keptFrom;
    private int keptLength;
    private long made;

    Resampler(double rateHz, int sensors) {
        this.step = rateHz / RATE_HZ;
        double cutoff = 0.45 * Math.min(1, RATE_HZ / rateHz);
        this.half = (int) Math.ceil(CROSSINGS / (2 * cutoff));
        this.taps = new float[PLACES][2 * half];
        for (int place = 0; place < PLACES; place++) {
            double sum = 0;
            for (int i = 0; i < 2 * half; i++) {
                double distance = i - half + 1 - place / (double) PLACES;
                taps[place][i] = (float) (sinc(2 * cutoff * distance) * window(distance / half));
                sum += taps[place][i];
            }
            for (int i = 0; i < 2 * half; i++) {
                taps[place][i] /= (float) sum;
            }
        }
        this.kept = new float[sensors][2 * half];
        // Before the first sample there was silence.
        this.keptFrom = -half;
        this.keptLength = half;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// Blackman's window.
    private static double window(double x) {
        return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
    }

    /// Takes samples of every sensor, and writes what they complete to `out` from `at` on.
    ///
    /// @return how many were written of each
    int take(float[][] samples, int from, int until, float[][] out, int at) {
        append(samples, from, until);
        int written = 0;
        while (true) {
            double position = (double) made * step;
            long whole = (long) Math.floor(position);
            int place = (int) Math.round((position - (double) whole) * PLACES);
            if (place == PLACES) {
                place = 0;
                whole++;
            }
            if (whole + half >= keptFrom + keptLength) {
                break;
            }
            int first = (int) (whole - half + 1 - keptFrom);
            for (int sensor = 0; sensor < kept.length; sensor += 4) {
                dot(taps[place], first, sensor, out, at + written);
            }
            written++;
            made++;
        }
        drop();
        return written;
    }

    /// How many samples must have gone in, since the first, for sample n to come out.
    long needed(long n) {
        return (long) Math.floor((double) n * step + 0.5 / PLACES) + half + 1;
    }

    /// Four sensors, or those that are left: each addition waits for the one before it, and the four
    /// sums not for one another.
    private void dot(float[] taps, int from, int sensor, float[][] out, int at) {
        int last = kept.length - 1;
        int second = Math.min(sensor + 1, last);
        int third = Math.min(sensor + 2, last);
        int fourth = Math.min(sensor + 3, last);
        float[] a = kept[sensor];
        float[] b = kept[second];
        float[] c = kept[third];
        float[] d = kept[fourth];
        float sumOfA = 0;
        float sumOfB = 0;
        float sumOfC = 0;
        float sumOfD = 0;
        for (int i = 0; i < taps.length; i++) {
            float tap = taps[i];
            sumOfA += tap * a[from + i];
            sumOfB += tap * b[from + i];
            sumOfC += tap * c[from + i];
            sumOfD += tap * d[from + i];
        }
        out[sensor][at] = sumOfA;
        out[second][at] = sumOfB;
        out[third][at] = sumOfC;
        out[fourth][at] = sumOfD;
    }

    private void append(float[][] samples, int from, int until) {
        int length = until - from;
        for (int sensor = 0; sensor < kept.length; sensor++) {
            float[] own = kept[sensor];
            if (keptLength + length > own.length) {
                own = Arrays.copyOf(own, Math.max(keptLength + length, 2 * own.length));
                kept[sensor] = own;
            }
            for (int i = 0; i < length; i++) {
                float value = samples[sensor][from + i];
                // What is missing is counted by the one who asks, and must not spread here.
                own[keptLength + i] = Float.isFinite(value) ? value : 0;
            }
        }
        keptLength += length;
    }

    private void drop() {
        long needed = (long) Math.floor((double) made * step) - half;
        int gone = Math.clamp(needed - keptFrom, 0, keptLength);
        for (float[] own : kept) {
            System.arraycopy(own, gone, own, 0, keptLength - gone);
        }
        keptFrom += gone;
        keptLength -= gone;
    }

    void save(Pack.Out out, int sensor) {
        out.whole(made).whole(keptFrom).floats(Arrays.copyOf(kept[sensor], keptLength));
    }

    void restore(Pack.In in, int sensor) {
        made = in.whole();
        keptFrom = in.whole();
        kept[sensor] = in.floats();
        keptLength = kept[sensor].length;
    }
}
