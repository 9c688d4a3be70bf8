package entente.screening;

import java.util.Arrays;

/// Brings the samples of one sensor from any rate of an [Array] to [#RATE_HZ]: a windowed sinc,
/// flat to within 1 % up to 0.38 of the lower of both rates, and down by more than 60 dB where an
/// alias would fall below 15 Hz.
///
/// The sample n of what comes out belongs to the time n / [#RATE_HZ] after the first sample that
/// went in, however the samples were cut into blocks.
final class Resampler {
    static final double RATE_HZ = 128;

    /// Between two samples that went in there are this many places for one that comes out: whole
    /// rates have no error.
    private static final int PLACES = 128;

    private static final int CROSSINGS = 8;

    /// What depends on the rate alone, shared by the sensors of an array.
    static final class Kernel {
        private final double step;
        private final int half;
        private final float[][] taps;

        Kernel(double rateHz) {
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
        }

        private static double sinc(double x) {
            return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        }

        /// Blackman's window.
        private static double window(double x) {
            return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
        }
    }

    private final Kernel kernel;
    private float[] kept;
    private long keptFrom;
    private int keptLength;
    private long made;

    Resampler(Kernel kernel) {
        this.kernel = kernel;
        this.kept = new float[2 * kernel.half];
        // Before the first sample there was silence.
        this.keptFrom = -kernel.half;
        this.keptLength = kernel.half;
    }

    /// Takes samples, and writes what they complete to `out` from `at` on.
    ///
    /// @return how many were written
    int take(float[] samples, int from, int until, float[] out, int at) {
        append(samples, from, until);
        int written = 0;
        while (true) {
            double position = (double) made * kernel.step;
            long whole = (long) Math.floor(position);
            int place = (int) Math.round((position - (double) whole) * PLACES);
            if (place == PLACES) {
                place = 0;
                whole++;
            }
            if (whole + kernel.half >= keptFrom + keptLength) {
                break;
            }
            out[at + written++] = dot(kernel.taps[place], (int) (whole - kernel.half + 1 - keptFrom));
            made++;
        }
        drop();
        return written;
    }

    /// How many samples must have gone in, since the first, for sample n to come out.
    long needed(long n) {
        return (long) Math.floor((double) n * kernel.step + 0.5 / PLACES) + kernel.half + 1;
    }

    private float dot(float[] taps, int from) {
        float sum = 0;
        for (int i = 0; i < taps.length; i++) {
            sum += taps[i] * kept[from + i];
        }
        return sum;
    }

    private void append(float[] samples, int from, int until) {
        int length = until - from;
        if (keptLength + length > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(keptLength + length, 2 * kept.length));
        }
        for (int i = 0; i < length; i++) {
            float value = samples[from + i];
            // What is missing is counted by the one who asks, and must not spread here.
            kept[keptLength + i] = Float.isFinite(value) ? value : 0;
        }
        keptLength += length;
    }

    private void drop() {
        long needed = (long) Math.floor((double) made * kernel.step) - kernel.half;
        int gone = Math.clamp(needed - keptFrom, 0, keptLength);
        System.arraycopy(kept, gone, kept, 0, keptLength - gone);
        keptFrom += gone;
        keptLength -= gone;
    }

    void save(Pack.Out out) {
        out.whole(made).whole(keptFrom).floats(Arrays.copyOf(kept, keptLength));
    }

    void restore(Pack.In in) {
        made = in.whole();
        keptFrom = in.whole();
        kept = in.floats();
        keptLength = kept.length;
    }
}
