package entente.node.lane;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Reading;
import entente.screening.Sensor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Stops of a minute and a little that nobody measured, for the demonstration: four sensors on a frame and one on the
/// ground.
///
/// The ground moves by noise that two resonances shape; the frame follows it through one resonance for each sensor and
/// has
/// a little noise of its own; a person's heart pushes the frame with beats of uneven length. All of it depends on the
/// seed alone. It is made to show what a lane says, not to measure how well a lane hears.
final class Invented {
    static final Array ARRAY = new Array("demonstration", 100, sensors());

    private static final Sensor PROBE =
            new Sensor("CO2", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);
    private static final Sensor THERMOMETER =
            new Sensor("inside", Sensor.Place.LOAD_SPACE, Sensor.Quantity.TEMPERATURE, Sensor.Axis.NONE);

    private static final int LENGTH = 6_400;
    private static final int SETTLING = 400;

    /// Metres a second, rms: a quiet site, and what the frame does that the ground does not explain.
    private static final double GROUND = 1.5e-6;
    private static final double OWN = 0.25e-6;
    private static final double HEART = 0.6e-6;

    /// What a stop has in it.
    enum Scene {
        EMPTY,
        ONE_CALM_PERSON,
        LOOSE_SENSOR
    }

    private Invented() {}

    private static List<Sensor> sensors() {
        List<Sensor> all = new ArrayList<>();
        for (String name : List.of("front left", "front right", "rear left", "rear right")) {
            all.add(new Sensor(name, Sensor.Place.CHASSIS, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        }
        all.add(new Sensor("ground", Sensor.Place.GROUND, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        return all;
    }

    /// A little more than a minute in blocks of a second, from the beginning of 1970 on.
    static List<Block> stop(long seed, Scene scene) {
        SplittableRandom chance = new SplittableRandom(seed);
        int chassis = ARRAY.sensors().size() - 1;
        double[] ground = sized(
                sum(
                        resonant(white(chance), between(chance, 5, 7), 3),
                        resonant(white(chance), between(chance, 9, 13), 3)),
                GROUND);
        double[] heart = scene == Scene.ONE_CALM_PERSON ? heart(chance) : new double[LENGTH + SETTLING];
        float[][] samples = new float[chassis + 1][];
        for (int i = 0; i < chassis; i++) {
            double hertz = between(chance, 5, 9);
            double[] moved =
                    sum(resonant(ground, hertz, between(chance, 2, 5)), sized(resonant(white(chance), hertz, 1), OWN));
            if (scene == Scene.ONE_CALM_PERSON) {
                moved = sum(moved, sized(resonant(heart, hertz, 2), HEART * between(chance, 0.7, 1.4)));
            }
            samples[i] = cut(moved);
        }
        samples[chassis] = cut(sum(ground, sized(white(chance), GROUND * 0.01)));
        if (scene == Scene.LOOSE_SENSOR) {
            samples[1] = cut(sized(white(chance), OWN * 0.2));
        }
        return blocks(samples);
    }

    /// What a probe in the load space gives at a moment: as somebody leaves the air of 20 cubic metres in five hours,
    /// or
    /// as it is outside.
    static List<Reading> air(Scene scene, Instant at) {
        boolean somebody = scene == Scene.ONE_CALM_PERSON;
        return List.of(
                new Reading(at, PROBE, somebody ? 4_300 : 430), new Reading(at, THERMOMETER, somebody ? 21.5 : 14));
    }

    private static double between(SplittableRandom chance, double low, double high) {
        return low + (high - low) * chance.nextDouble();
    }

    private static double[] white(SplittableRandom chance) {
        double[] wave = new double[LENGTH + SETTLING];
        for (int n = 0; n < wave.length; n++) {
            wave[n] = chance.nextGaussian();
        }
        return wave;
    }

    /// Beats a second or so apart, uneven by a tenth, each a push that dies away.
    private static double[] heart(SplittableRandom chance) {
        double[] push = new double[LENGTH + SETTLING];
        double usual = between(chance, 0.75, 1.05);
        for (double at = 0.2; at < push.length / ARRAY.rateHz() - 1; at += usual * (1 + 0.05 * chance.nextGaussian())) {
            int from = (int) (at * ARRAY.rateHz());
            for (int n = 0; n < 50; n++) {
                double t = n / ARRAY.rateHz();
                push[from + n] += Math.exp(-8 * t) * Math.sin(2 * Math.PI * 6 * t);
            }
        }
        return push;
    }

    /// A resonance that passes what is slow and lifts what is near its own frequency.
    private static double[] resonant(double[] wave, double hertz, double quality) {
        double turn = 2 * Math.PI * hertz / ARRAY.rateHz();
        double radius = Math.exp(-turn / (2 * quality));
        double first = 2 * radius * Math.cos(turn);
        double second = -radius * radius;
        double gain = 1 - first - second;
        double[] out = new double[wave.length];
        for (int n = 2; n < wave.length; n++) {
            out[n] = gain * wave[n] + first * out[n - 1] + second * out[n - 2];
        }
        return out;
    }

    private static double[] sum(double[] one, double[] other) {
        double[] both = new double[one.length];
        for (int n = 0; n < both.length; n++) {
            both[n] = one[n] + other[n];
        }
        return both;
    }

    private static double[] sized(double[] wave, double rms) {
        double power = 0;
        for (double value : wave) {
            power += value * value / wave.length;
        }
        double by = rms / Math.sqrt(power);
        return Arrays.stream(wave).map(value -> value * by).toArray();
    }

    private static float[] cut(double[] wave) {
        float[] some = new float[LENGTH];
        for (int n = 0; n < LENGTH; n++) {
            some[n] = (float) wave[n + SETTLING];
        }
        return some;
    }

    private static List<Block> blocks(float[][] samples) {
        List<Block> blocks = new ArrayList<>();
        int second = (int) ARRAY.rateHz();
        for (int at = 0; at < LENGTH; at += second) {
            float[][] some = new float[samples.length][];
            for (int i = 0; i < some.length; i++) {
                some[i] = Arrays.copyOfRange(samples[i], at, at + second);
            }
            blocks.add(new Block(Instant.EPOCH.plusSeconds(at / second), some));
        }
        return blocks;
    }
}
