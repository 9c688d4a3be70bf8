package entente.screening;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The sensors of one lane that are sampled together, at one rate and by one clock: vibration of the chassis, of the
/// ground, and pressure of the air. What changes slowly (gases, temperatures) comes as [Reading]s instead.
///
/// From 1 to 16 sensors, at 50 to 10,000 samples a second each. `lane` is 1 to 64 characters.
public record Array(String lane, double rateHz, List<Sensor> sensors) {
    public static final double LEAST_RATE_HZ = 50;
    public static final double MOST_RATE_HZ = 10_000;
    public static final int MOST_SENSORS = 16;

    public Array {
        sensors = List.copyOf(sensors);
        if (lane.isBlank() || lane.length() > 64) {
            throw new IllegalArgumentException("a lane needs a name of 1 to 64 characters, was: [" + lane + "]");
        }
        if (!(rateHz >= LEAST_RATE_HZ && rateHz <= MOST_RATE_HZ)) {
            throw new IllegalArgumentException("a rate is from 50 to 10,000 samples a second, was: " + rateHz);
        }
        if (sensors.isEmpty() || sensors.size() > MOST_SENSORS) {
            throw new IllegalArgumentException("an array has 1 to 16 sensors, had: " + sensors.size());
        }
        Set<String> names = new HashSet<>();
        for (Sensor sensor : sensors) {
            if (!names.add(sensor.name())) {
                throw new IllegalArgumentException("two sensors are called " + sensor.name());
            }
            switch (sensor.quantity()) {
                case VELOCITY, ACCELERATION, PRESSURE -> {}
                case CARBON_DIOXIDE, OXYGEN, TEMPERATURE ->
                    throw new IllegalArgumentException(sensor.quantity() + " comes as readings, not as samples");
            }
        }
    }
}
