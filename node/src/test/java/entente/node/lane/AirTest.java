package entente.node.lane;

import static org.assertj.core.api.Assertions.assertThat;

import entente.screening.Danger;
import entente.screening.Hold;
import entente.screening.Reading;
import entente.screening.Sensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was read of one vehicle's air, and of no other's.
class AirTest {
    private static final Sensor PROBE =
            new Sensor("co2", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);

    private static Reading dioxide(double afterSeconds, double value) {
        return new Reading(Given.START.plusMillis((long) (afterSeconds * 1000)), PROBE, value);
    }

    @Test
    void a_reading_of_another_vehicle_or_of_a_time_to_come_is_refused() {
        Air air = new Air(Given.START, null);
        assertThat(air.take(dioxide(-61, 9_000), Given.START)).isPresent();
        assertThat(air.take(dioxide(61, 9_000), Given.START)).isPresent();
        assertThat(air.newest()).isEmpty();
        assertThat(air.take(dioxide(-59, 900), Given.START)).isEmpty();
        assertThat(air.take(dioxide(59, 901), Given.START)).isEmpty();
        assertThat(air.newest()).extracting(Reading::value).containsExactly(901.0);
    }

    @Test
    void it_keeps_half_an_hour_of_a_few_sensors_however_much_comes() {
        Air air = new Air(Given.START, Hold.Kind.VAN);
        for (int i = 0; i < 20_000; i++) {
            assertThat(air.take(dioxide(i, 500 + i), Given.START.plusSeconds(i)))
                    .isEmpty();
        }
        assertThat(air.newest()).extracting(Reading::value).containsExactly(20_499.0);
        for (int i = 1; i < Air.MOST_SENSORS; i++) {
            assertThat(air.take(named("s" + i), Given.START)).isEmpty();
        }
        assertThat(air.take(named("one too many"), Given.START)).isPresent();
        assertThat(air.newest()).hasSize(Air.MOST_SENSORS);
    }

    private static Reading named(String name) {
        Sensor sensor = new Sensor(name, Sensor.Place.BESIDE, Sensor.Quantity.TEMPERATURE, Sensor.Axis.NONE);
        return new Reading(Given.START, sensor, 20);
    }

    @Test
    void where_nobody_has_said_what_kind_it_is_danger_comes_as_soon_as_in_any() {
        Air unknown = new Air(Given.START, null);
        for (double second = 0; second <= 300; second += 10) {
            unknown.take(dioxide(second, 4_000 + 2 * second), Given.START.plusSeconds(300));
        }
        Danger worst = unknown.danger(Given.START.plusSeconds(300));
        for (Hold.Kind kind : Hold.Kind.values()) {
            Air known = unknown.of(kind);
            assertThat(known.kind()).isEqualTo(kind);
            assertThat(known.newest()).isEqualTo(unknown.newest());
            assertThat(known.danger(Given.START.plusSeconds(300)).danger().tenPercent())
                    .as("%s", kind)
                    .isGreaterThanOrEqualTo(worst.danger().tenPercent());
        }
    }

    @Test
    void a_reading_that_is_a_little_ahead_of_us_counts() {
        Air air = new Air(Given.START, Hold.Kind.VAN);
        air.take(dioxide(30, 30_000), Given.START);
        assertThat(air.danger(Given.START))
                .isEqualTo(
                        Danger.of(Hold.of(Hold.Kind.VAN), List.of(dioxide(30, 30_000)), Given.START.plusSeconds(30)));
    }
}
