package entente.trial;

/// A recording of what one heart does to the body that holds it, as acceleration or force, at 100
/// samples a second and at least 10 s long. Only its shape counts: a trial gives it a force.
@SuppressWarnings("ArrayRecordComponent") // equality of recordings is of no use to anybody
public record Heart(String subject, float[] samples) {
    private static final double LEAST_SECONDS = 10;

    public Heart {
        if (samples.length < LEAST_SECONDS * Wave.RATE_HZ) {
            throw new IllegalArgumentException("a heart is recorded for 10 s or more, that of " + subject + " for "
                    + samples.length / Wave.RATE_HZ + " s");
        }
    }

    /// From a recording of any rate.
    public static Heart of(String subject, double rateHz, float[] samples) {
        return new Heart(subject, Wave.resampled(samples, rateHz));
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

    /// A stretch from a random place, one newton rms from 3 to 15 Hz in the median second, so that
    /// a cough or a hand on the sensor does not count as heart; where the recording ends it begins
    /// again.
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
