package entente.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What the tests of the module begin with: a lane with four sensors on the chassis and one on the ground, in front of
/// invented noise. The vehicle hands on what the ground does, each sensor has noise of its own, and a heart moves the
/// sensors in another
/// way than the ground does.
final class Given {
    static final double RATE_HZ = 250;
    static final Instant START = Instant.parse("2030-01-31T10:00:00Z");
    private static final double GROUND = 1e-6;
    private static final double OWN = 1e-7;

    private Given() {}

    static Array array() {
        List<Sensor> sensors = Stream.of("frame-1", "frame-2", "frame-3", "frame-4")
                .map(name -> new Sensor(name, Sensor.Place.CHASSIS, Sensor.Quantity.VELOCITY, Sensor.Axis.UP))
                .collect(ArrayList::new, List::add, List::addAll);
        sensors.add(new Sensor("ground", Sensor.Place.GROUND, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        return new Array("lane 1", RATE_HZ, sensors);
    }

    /// A stop in front of noise, with a heart that moves the sensors by so much more than their own noise.
    static float[][] stop(Random random, double seconds, double heart) {
        int length = (int) (seconds * RATE_HZ);
        float[][] samples = new float[5][length];
        double[] beats = beats(random, length);
        double[] couplings = random.doubles(4, 0.6, 1.6).toArray();
        double[] floor = random.doubles(4, 0.6, 1.6).toArray();
        floor[1] = -floor[1];
        floor[2] = -floor[2];
        double slow = 0;
        double before = 0;
        for (int n = 0; n < length; n++) {
            double ground = GROUND * random.nextGaussian();
            // The springs pass the low frequencies and hold back the high.
            before += 0.3 * (ground - before);
            slow += 0.3 * (before - slow);
            samples[4][n] = (float) (ground + OWN / 10 * random.nextGaussian());
            for (int i = 0; i < 4; i++) {
                samples[i][n] =
                        (float) (couplings[i] * slow + floor[i] * heart * OWN * beats[n] + OWN * random.nextGaussian());
            }
        }
        return samples;
    }

    /// Short swings at 6 Hz, about 70 a minute, of an rms of about one third of white noise of rms 1.
    private static double[] beats(Random random, int length) {
        double[] beats = new double[length];
        double at = random.nextDouble() * RATE_HZ;
        while (at < length) {
            for (int n = (int) at; n < Math.min(length, at + RATE_HZ / 2); n++) {
                double t = (n - at) / RATE_HZ;
                beats[n] += 0.9 * Math.exp(-8 * t) * Math.sin(2 * Math.PI * 6 * t);
            }
            at += RATE_HZ * (0.86 + 0.04 * random.nextGaussian());
        }
        return beats;
    }

    static Block block(float[][] samples, int from, int until) {
        float[][] some = new float[samples.length][until - from];
        for (int i = 0; i < samples.length; i++) {
            System.arraycopy(samples[i], from, some[i], 0, until - from);
        }
        return new Block(START.plusNanos(Math.round(from / RATE_HZ * 1e9)), some);
    }

    static Screening screened(float[][] samples, History history) {
        Screening screening = new Screening(array(), history);
        for (int at = 0; at < samples[0].length; at += 250) {
            screening.take(block(samples, at, Math.min(at + 250, samples[0].length)));
        }
        return screening;
    }

    static final History HISTORY = history();

    private static History history() {
        List<Screening.Empty> stops = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            stops.add(screened(stop(new Random(1000 + seed), 61, 0), History.none())
                    .empty());
        }
        return History.of(stops);
    }
}
