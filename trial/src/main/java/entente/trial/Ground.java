package entente.trial;

import java.util.Arrays;
import java.util.List;

/// Ground noise at one place: what a vehicle is shaken by. Velocity in m/s at 100 samples a second,
/// one series for each direction, the vertical one first.
///
/// A trial takes parts of it from random moments, so that stops at one place share material: the
/// more the shorter it is.
@SuppressWarnings("ArrayRecordComponent") // equality of recordings is of no use to anybody
public record Ground(String site, List<float[]> directions) {
    /// In samples: every how many a block begins and over how many two meet; how far apart blocks
    /// must lie that are heard at the same time: more than a transfer through a vehicle lasts.
    private static final int HOP = 1024;

    private static final int FADE = 64;
    private static final int APART = 500;

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

    /// From a recording of any rate that lasts 164 s or more, so that it can be halved;
    /// `directions` in m/s.
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

    /// A random moment at which the vertical motion of a scene begins.
    int moment(Chance chance) {
        return chance.below(length() - Wave.LENGTH);
    }

    float[] vertical(int moment) {
        return Arrays.copyOfRange(directions.getFirst(), moment, moment + Wave.LENGTH);
    }

    /// So many series of noise as it is here, that have nothing to do with each other nor with the
    /// vertical motion from that moment on: blocks of 10 s in any direction, up or down, that were
    /// recorded [#APART] or more from what all the others have at the same time, joined over a
    /// little more than half a second (a bootstrap of blocks, Künsch, Ann. Statist. 17, 1989).
    float[][] elsewhere(Chance chance, int moment, int count) {
        int span = length() - HOP - FADE;
        int places = span / APART;
        float[][] series = new float[count][Wave.LENGTH];
        for (int at = 0; at < Wave.LENGTH; at += HOP) {
            int[] order = chance.order(places - 1);
            for (int i = 0; i < count; i++) {
                int away = (int) ((order[i] + 1L) * span / places);
                float[] direction = directions.get(chance.below(directions.size()));
                int from = (moment + at + away) % span;
                join(series[i], at, direction, from, chance.in(0.5) ? 1 : -1);
            }
        }
        return series;
    }

    private static void join(float[] series, int at, float[] direction, int from, int sign) {
        double mean = 0;
        for (int n = from; n < from + HOP + FADE; n++) {
            mean += direction[n] / (HOP + FADE);
        }
        for (int n = 0; n < Math.min(HOP + FADE, series.length - at); n++) {
            // Powers add up to one where two blocks meet.
            double into = Math.min(1, Math.min(n, HOP + FADE - n) / (double) FADE);
            series[at + n] += (float) (sign * (direction[from + n] - mean) * Math.sin(Math.PI / 2 * into));
        }
    }

    private int length() {
        return directions.stream().mapToInt(one -> one.length).min().orElseThrow();
    }
}
