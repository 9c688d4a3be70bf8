package entente.node.lane;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Sensor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// What tests of a lane begin with: sensors, a clock that is moved by hand, and noise.
final class Given {
    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    static final Array ARRAY = new Array("three", 100, sensors());

    private Given() {}

    private static List<Sensor> sensors() {
        List<Sensor> sensors = new ArrayList<>();
        for (String name : List.of("front left", "front right", "rear left", "rear right")) {
            sensors.add(new Sensor(name, Sensor.Place.CHASSIS, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        }
        sensors.add(new Sensor("ground", Sensor.Place.GROUND, Sensor.Quantity.VELOCITY, Sensor.Axis.UP));
        return sensors;
    }

    /// A clock on the wall and a steady one that go together.
    static final class Hands {
        private final AtomicLong nanos = new AtomicLong();

        Ticks ticks() {
            return new Ticks(
                    new Clock() {
                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            throw new UnsupportedOperationException("a lane knows no zone, asked for " + zone);
                        }

                        @Override
                        public Instant instant() {
                            return START.plusNanos(nanos.get());
                        }
                    },
                    nanos::get);
        }

        void pass(double seconds) {
            nanos.addAndGet((long) (seconds * 1e9));
        }

        Instant now() {
            return START.plusNanos(nanos.get());
        }
    }

    /// Noise of so many micrometres a second on every sensor, from a moment on.
    static Block noise(Instant from, int samples, double micrometres, long seed) {
        Random random = new Random(seed);
        float[][] all = new float[ARRAY.sensors().size()][samples];
        for (float[] one : all) {
            for (int i = 0; i < samples; i++) {
                one[i] = (float) (random.nextGaussian() * micrometres * 1e-6);
            }
        }
        return new Block(from, all);
    }
}
