package entente.screening;

/// What the samples of one sensor say of the sensor itself, before anything is done to them.
final class Wear {
    /// So many equal samples at the very top or bottom do not come from motion.
    private static final int RUN = 3;

    /// Nor does so large a part of all, and at least so many, at exactly the highest value.
    private static final int PART = 500;

    private static final int LEAST = 8;

    private long count;
    private long missing;
    private long stuck;
    private long clipped;
    private float last = Float.NaN;
    private float peak;
    private long atPeak;
    private int run;

    /// @return the place of the last sample that is missing, or -1
    int take(float[] samples, int from, int until) {
        int found = -1;
        for (int i = from; i < until; i++) {
            float value = samples[i];
            count++;
            if (!Float.isFinite(value)) {
                missing++;
                found = i;
                run = 0;
            } else {
                note(value);
            }
            last = value;
        }
        return found;
    }

    private void note(float value) {
        float size = Math.abs(value);
        if (size > peak) {
            peak = size;
            clipped = 0;
            atPeak = 0;
        }
        if (size == peak) {
            atPeak++;
        }
        if (value == last) {
            stuck++;
            run++;
        } else {
            run = 1;
        }
        if (size == peak && run >= RUN) {
            clipped += run == RUN ? RUN : 1;
        }
    }

    /// Whether samples are missing.
    boolean missing() {
        return missing > 0;
    }

    /// Whether the sensor says the same again more often than something new.
    boolean dead() {
        return count > 0 && 2 * (stuck + missing) >= count;
    }

    /// Whether the sensor stood at its limit.
    boolean clipped() {
        return (clipped > 0 || (atPeak >= LEAST && atPeak * PART >= count)) && !dead();
    }

    void save(Pack.Out out) {
        out.whole(count)
                .whole(missing)
                .whole(stuck)
                .whole(clipped)
                .whole(atPeak)
                .whole(run)
                .real(last)
                .real(peak);
    }

    void restore(Pack.In in) {
        count = in.whole();
        missing = in.whole();
        stuck = in.whole();
        clipped = in.whole();
        atPeak = in.whole();
        run = (int) in.whole();
        last = (float) in.real();
        peak = (float) in.real();
    }
}
