package entente.trial;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Sensor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A simulated stop of a minute: what the sensors of a lane would have given.
///
/// This is a simulation. The vehicle does not exist; it is shaken by a stretch of the noise of a
/// place, which the ground sensor hears as well; each chassis sensor has besides noise of its own,
/// other stretches of the same place passed through the vehicle and a flat part, so much that the
/// ground explains from 95 to 99.8 % of what the frame does; people push its floor with the force
/// of their hearts. Each sensor is up to 10 % too loud or too faint, up to 1 ms late, and hears
/// nothing below 0.7 Hz, as the geophones with which the noise was recorded.
///
/// `explained` is the true share of the chassis's power from 3 to 15 Hz that the ground explains
/// when nothing else is there; `restMetresPerSecond` the true rms, from 3 to 15 Hz, of what it does
/// not explain.
public record Stop(Array array, List<Block> blocks, double explained, double restMetresPerSecond, double massKg) {
    /// How long it lasts.
    public static final double SECONDS = Wave.SECONDS;

    private static final double LEAST_HZ = 0.7;
    private static final double MOST_LATE_SECONDS = 1e-3;
    private static final double GAIN = 1.1;

    public Stop {
        blocks = List.copyOf(blocks);
    }

    /// The lane of all simulated stops: so many sensors on the chassis, then one on the ground,
    /// then perhaps one for the wind, at 100 samples a second.
    public static Array lane(Plan plan) {
        List<Sensor> all = new ArrayList<>();
        for (int i = 1; i <= plan.sensors(); i++) {
            all.add(new Sensor("frame-" + i, Sensor.Place.CHASSIS, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        }
        all.add(new Sensor("ground", Sensor.Place.GROUND, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        if (plan.wind()) {
            all.add(new Sensor("wind", Sensor.Place.BESIDE, Sensor.Quantity.PRESSURE, Sensor.Axis.NONE));
        }
        return new Array("simulated", Wave.RATE_HZ, all);
    }

    /// Everything in it depends on the seed, the place and the plan alone. Stops of the same seed
    /// and place with other people, nuisances or faults are the same vehicle in the same noise.
    public static Stop of(long seed, Ground place, Plan plan) {
        Chance chance = new Chance(seed);
        Scene scene = new Scene(chance.of(1), place, plan);
        double rest = 0;
        for (double one : scene.restRms) {
            rest += one * one / scene.restRms.length;
        }
        People.add(chance.of(2), plan, scene);
        Troubles.add(chance.of(3), plan.nuisance(), scene);
        Array array = lane(plan);
        float[][] samples = sensed(chance.of(4), plan, scene);
        List<Block> blocks = Faults.damaged(chance.of(5), plan, samples);
        return new Stop(array, blocks, scene.explained, Math.sqrt(rest), scene.vehicle.massKg);
    }

    /// A stop at a lane of a port: six sensors on the chassis, two on the ground and one for the wind,
    /// at so many samples a second, 100 or more.
    public static Stop atPort(long seed, Ground place, Plan plan, int rateHz) {
        Plan wide = plan.withSensors(6).withWind();
        return of(seed, place, wide).withGround(of(~seed, place, wide)).at(rateHz);
    }

    /// The same stop with a second ground sensor, after all others: it hears what the first does and
    /// besides a third of what that of another stop does.
    Stop withGround(Stop other) {
        List<Sensor> sensors = new ArrayList<>(array.sensors());
        int ground = 0;
        while (sensors.get(ground).place() != Sensor.Place.GROUND) {
            ground++;
        }
        sensors.add(new Sensor("ground-2", Sensor.Place.GROUND, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        List<Block> wider = new ArrayList<>();
        for (int k = 0; k < blocks.size(); k++) {
            float[][] samples = Arrays.copyOf(blocks.get(k).samples(), sensors.size());
            float[] far = other.blocks.get(k).samples()[ground];
            float[] second = samples[ground].clone();
            for (int n = 0; n < second.length; n++) {
                second[n] += far[n] / 3;
            }
            samples[sensors.size() - 1] = second;
            wider.add(new Block(blocks.get(k).start(), samples));
        }
        return with(new Array(array.lane(), array.rateHz(), sensors), wider);
    }

    /// The same stop at a higher rate: between two samples a straight line, so that nothing is in it
    /// that was not there.
    Stop at(int rateHz) {
        List<Block> finer = new ArrayList<>();
        for (int k = 0; k < blocks.size(); k++) {
            Block block = blocks.get(k);
            float[][] next = k + 1 < blocks.size() ? blocks.get(k + 1).samples() : null;
            float[][] samples = new float[block.samples().length][];
            for (int i = 0; i < samples.length; i++) {
                float[] own = block.samples()[i];
                samples[i] = line(own, next == null ? own[own.length - 1] : next[i][0], rateHz);
            }
            finer.add(new Block(block.start(), samples));
        }
        return with(new Array(array.lane(), rateHz, array.sensors()), finer);
    }

    /// A second of samples at another rate; `after` is the first of the next second.
    private static float[] line(float[] second, float after, int rateHz) {
        float[] line = new float[rateHz];
        for (int i = 0; i < rateHz; i++) {
            double position = (double) i * second.length / rateHz;
            int whole = (int) position;
            float next = whole + 1 < second.length ? second[whole + 1] : after;
            line[i] = (float) (second[whole] + (position - whole) * (next - second[whole]));
        }
        return line;
    }

    private Stop with(Array other, List<Block> made) {
        return new Stop(other, made, explained, restMetresPerSecond, massKg);
    }

    private static float[][] sensed(Chance chance, Plan plan, Scene scene) {
        int chassis = plan.sensors();
        float[][] samples = new float[chassis + 1 + (plan.wind() ? 1 : 0)][];
        int behind = chance.below(chassis);
        double behindSeconds = chance.spread(Faults.LEAST_LATE_SECONDS, Faults.MOST_LATE_SECONDS);
        for (int i = 0; i < samples.length; i++) {
            float[] moved = i < chassis ? scene.frame[i] : i == chassis ? scene.ground : scene.air;
            double gain = chance.spread(1 / GAIN, GAIN);
            double late = chance.between(0, MOST_LATE_SECONDS)
                    + (plan.fault() == Fault.LATE && i == behind ? behindSeconds : 0);
            samples[i] = Wave.cut(Wave.through(moved, (hertz, out) -> {
                double fourth = Math.pow(LEAST_HZ / hertz, 4);
                double size = gain / Math.sqrt(1 + fourth);
                out[0] = size * Math.cos(2 * Math.PI * hertz * late);
                out[1] = -size * Math.sin(2 * Math.PI * hertz * late);
            }));
        }
        return samples;
    }

    static List<Block> blocks(float[][] samples, int from, Instant start) {
        List<Block> blocks = new ArrayList<>();
        int second = (int) Wave.RATE_HZ;
        for (int at = from; at + second <= samples[0].length; at += second) {
            float[][] some = new float[samples.length][];
            for (int i = 0; i < samples.length; i++) {
                some[i] = Arrays.copyOfRange(samples[i], at, at + second);
            }
            blocks.add(new Block(start.plusSeconds((at - from) / second), some));
        }
        return blocks;
    }
}
