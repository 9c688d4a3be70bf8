package entente.trial;

import java.util.Arrays;
import java.util.List;

/// Ground noise at one place: what a vehicle is shaken by. Velocity in m/s at 100 samples a second,
/// one series for each direction, the vertical one first.
///
/// A trial takes stretches of it from random moments, so that stops at one place share material:
/// the more the shorter it is.
@SuppressWarnings("ArrayRecordComponent") // equality of recordings is of no use to anybody
public record Ground(String site, List<float[]> directions) {
    public Ground {
        directions = List.copyOf(directions);
        for (float[] one : directions) {
            if (one.length <= Wave.LENGTH) {
                throw new IllegalArgumentException("noise at a place lasts 82 s or more, that of " + site + " had "
                        + one.length / Wave.RATE_HZ + " s");
            }
        }
        if (directions.isEmpty()) {
            throw new IllegalArgumentException("noise at " + site + " has no direction");
        }
    }

    /// From a recording of any rate that lasts 164 s or more, so that it can be halved; `directions` in m/s.
    public static Ground of(String site, double rateHz, List<float[]> directions) {
        for (float[] one : directions) {
            if (one.length / rateHz * Wave.RATE_HZ < 2 * Wave.LENGTH + 2) {
                throw new IllegalArgumentException(
                        "noise at a place lasts 164 s or more, that of " + site + " had " + one.length / rateHz + " s");
            }
        }
        return new Ground(
                site,
                directions.stream().map(one -> Wave.resampled(one, rateHz)).toList());
    }

    /// Invented: noise that falls with frequency, at a level between a quiet yard and a busy road,
    /// with something passing every minute or so.
    public static Ground invented(long seed) {
        Chance chance = new Chance(seed);
        double level = chance.spread(1e-6, 1e-5);
        float[][] directions = new float[3][20 * Wave.LENGTH];
        for (float[] one : directions) {
            for (int part = 0; part < 20; part++) {
                float[] wave = Wave.shaped(Wave.white(chance), hertz -> 1 / (1 + Math.pow(hertz / 6, 1.5)));
                float[] passing = Wave.silence();
                double at = chance.between(0, Wave.LENGTH);
                double width = chance.between(1.5, 5) * Wave.RATE_HZ;
                double height = chance.spread(0.3, 4);
                for (int n = 0; n < Wave.LENGTH; n++) {
                    double z = (n - at) / width;
                    passing[n] = (float) (wave[n] * height * Math.exp(-z * z / 2));
                }
                Wave.add(wave, passing, 1);
                for (int n = 0; n < Wave.LENGTH; n++) {
                    one[part * Wave.LENGTH + n] = (float) (level * 2 * wave[n]);
                }
            }
        }
        return new Ground("invented " + seed, List.of(directions));
    }

    /// The same, so loud that the vertical motion in the median second of its first 82 s has this
    /// rms from 3 to 15 Hz.
    public Ground atLevel(double metresPerSecond) {
        float[] begin = Arrays.copyOf(directions.getFirst(), Wave.LENGTH);
        double factor = metresPerSecond / Wave.medianRms(Wave.heartBand(begin));
        return new Ground(
                site,
                directions.stream()
                        .map(one -> {
                            float[] scaled = one.clone();
                            Wave.scale(scaled, factor);
                            return scaled;
                        })
                        .toList());
    }

    /// Half of the material: the first to learn from, the second to be tried on.
    public Ground half(boolean first) {
        return new Ground(
                site,
                directions.stream()
                        .map(one -> first
                                ? Arrays.copyOfRange(one, 0, one.length / 2)
                                : Arrays.copyOfRange(one, one.length / 2, one.length))
                        .toList());
    }

    /// A stretch of the vertical motion.
    float[] vertical(Chance chance) {
        return stretch(chance, directions.getFirst());
    }

    /// A stretch in any direction.
    float[] any(Chance chance) {
        return stretch(chance, directions.get(chance.below(directions.size())));
    }

    private static float[] stretch(Chance chance, float[] series) {
        int from = chance.below(series.length - Wave.LENGTH);
        return Arrays.copyOfRange(series, from, from + Wave.LENGTH);
    }
}
