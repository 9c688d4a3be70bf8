package entente.trial;

import java.util.Arrays;

/// A recording of what one heart does to the body that holds it, as acceleration or force, at 100
/// samples a second and at least 10 s long. Only its shape counts: a trial gives it a force.
@SuppressWarnings("ArrayRecordComponent") // equality of recordings is of no use to anybody
public record Heart(String subject, float[] samples) {
    private static final double LEAST_SECONDS = 10;
    private static final double LOUDEST = 3;

    public Heart {
        if (samples.length < LEAST_SECONDS * Wave.RATE_HZ) {
            throw new IllegalArgumentException("a calm heart is recorded for 10 s or more, that of " + subject + " for "
                    + samples.length / Wave.RATE_HZ + " s");
        }
    }

    /// From a recording of any rate: its calm part, the longest in which no second is louder, from
    /// 3 to 15 Hz, than three times the median second. The hand that laid the instrument down, a
    /// cough and a turn are no heart.
    public static Heart of(String subject, double rateHz, float[] samples) {
        float[] all = Wave.resampled(samples, rateHz);
        double[] seconds = Wave.seconds(Wave.longBand(all));
        double most = LOUDEST * median(seconds);
        int from = 0;
        int best = 0;
        int length = 0;
        for (int s = 0; s < seconds.length; s++) {
            if (seconds[s] > most) {
                from = s + 1;
            } else if (s + 1 - from > length) {
                best = from;
                length = s + 1 - from;
            }
        }
        int second = (int) Wave.RATE_HZ;
        return new Heart(subject, Arrays.copyOfRange(all, best * second, (best + length) * second));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /// Invented: 50 to 95 beats a minute, quicker while breathing in (respiratory arrhythmia), with
    /// a slow drift and some chance, as ten nights of beats were (coefficient of variation 2 to 11
    /// %); each beat two or three swings of 4 to 12 Hz that die away, and stronger or fainter with
    /// the breath.
    public static Heart invented(long seed) {
        Chance chance = new Chance(seed);
        int length = (int) (100 * Wave.RATE_HZ);
        float[] samples = new float[length];
        double usual = 60 / chance.between(50, 95);
        double breath = chance.between(0.18, 0.35);
        double arrhythmia = chance.between(0.01, 0.06);
        double drift = chance.between(0.005, 0.03);
        double jitter = chance.between(0.005, 0.03);
        double[] hertz = {chance.between(4, 7), chance.between(6, 9), chance.between(8, 12)};
        double[] height = {1, chance.between(0.3, 1), chance.between(0, 0.6)};
        double[] delay = {0, chance.between(0, 0.08), chance.between(0.25, 0.38)};
        double walk = 0;
        double at = chance.between(0, usual);
        while (at < 100) {
            double breathing = Math.sin(2 * Math.PI * breath * at);
            double strength = 1 + 0.2 * breathing + 0.1 * chance.normal();
            for (int swing = 0; swing < hertz.length; swing++) {
                swing(samples, at + delay[swing], hertz[swing], strength * height[swing]);
            }
            walk = 0.9 * walk + drift * chance.normal();
            at += usual * Math.max(0.5, 1 + arrhythmia * breathing + walk + jitter * chance.normal());
        }
        return new Heart("invented " + seed, samples);
    }

    private static void swing(float[] samples, double at, double hertz, double height) {
        double dies = hertz * 0.9;
        int from = Math.max(0, (int) Math.ceil(at * Wave.RATE_HZ));
        for (int n = from; n < Math.min(samples.length, from + 0.6 * Wave.RATE_HZ); n++) {
            double t = n / Wave.RATE_HZ - at;
            samples[n] += (float) (height * Math.exp(-dies * t) * Math.sin(2 * Math.PI * hertz * t));
        }
    }

    /// A stretch from a random moment, one newton rms from 3 to 15 Hz in the median second; where
    /// the recording ends it begins again.
    float[] newtons(Chance chance) {
        float[] wave = Wave.silence();
        int from = chance.below(samples.length);
        for (int n = 0; n < Wave.LENGTH; n++) {
            wave[n] = samples[(from + n) % samples.length];
        }
        float[] newtons = Wave.band(wave, 1, 20);
        Wave.scale(newtons, 1 / Wave.medianRms(Wave.heartBand(newtons)));
        return newtons;
    }
}
