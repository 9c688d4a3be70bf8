package entente.lanes;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.History;
import entente.screening.Screening;
import entente.screening.Sensor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Stops in front of plain noise, in which the detector is sure of itself: a ground of white noise, springs that hold
/// back what is
/// quick, and perhaps a heart. Far simpler than any vehicle.
final class Plain {
    private static final double RATE_HZ = 250;
    private static final Instant START = Instant.parse("2030-01-31T10:00:00.004Z");

    private Plain() {}

    private static Array array(String lane) {
        List<Sensor> sensors = new ArrayList<>();
        for (String name : List.of("frame-1", "frame-2", "frame-3", "frame-4", "ground")) {
            Sensor.Place place = name.equals("ground") ? Sensor.Place.GROUND : Sensor.Place.CHASSIS;
            sensors.add(new Sensor(name, place, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        }
        return new Array(lane, RATE_HZ, sensors);
    }

    static Screening.Empty empty(long seed) {
        Screening screening = new Screening(array("empty"), History.none());
        blocks(seed, 0).forEach(screening::take);
        return screening.empty();
    }

    /// Every third with a heart of four times the noise.
    static Given.Vehicle vehicle(String lane, long seed) {
        return new Given.Vehicle(new StayKey(lane, "stop-" + seed), array(lane), blocks(seed, seed % 3 == 0 ? 4 : 0));
    }

    private static List<Block> blocks(long seed, double heart) {
        Random chance = new Random(seed);
        int second = (int) RATE_HZ;
        int length = 61 * second;
        float[][] samples = new float[5][length];
        double[] couplings = chance.doubles(4, 0.6, 1.6).toArray();
        double beat = 0;
        double slow = 0;
        double before = 0;
        for (int n = 0; n < length; n++) {
            double ground = chance.nextGaussian();
            before += 0.3 * (ground - before);
            slow += 0.3 * (before - slow);
            beat = beat > 0.86 + 0.04 * chance.nextGaussian() ? 0 : beat + 1 / RATE_HZ;
            double push = heart * 0.1 * 0.9 * Math.exp(-8 * beat) * Math.sin(2 * Math.PI * 6 * beat);
            samples[4][n] = (float) (1e-6 * (ground + 0.01 * chance.nextGaussian()));
            for (int i = 0; i < 4; i++) {
                samples[i][n] = (float) (1e-6 * (couplings[i] * (slow + push) + 0.1 * chance.nextGaussian()));
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < length; at += second) {
            int from = at;
            blocks.add(new Block(
                    START.plusSeconds(at / second),
                    Arrays.stream(samples)
                            .map(one -> Arrays.copyOfRange(one, from, from + second))
                            .toArray(float[][]::new)));
        }
        return blocks;
    }
}
