package entente.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.screening.Danger.Cause;
import entente.screening.Danger.Hours;
import entente.screening.Hold.Input;
import entente.screening.Hold.Kind;
import entente.terms.Words;
import entente.testkit.Effort;
import entente.testkit.Trials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DangerTest {
    private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

    private static Danger of(Hold hold) {
        return Danger.of(hold, List.of(), NOW);
    }

    /// Everything given, so that nothing stands at its worst.
    private static Hold known() {
        return Hold.of(Kind.REFRIGERATED_TRAILER)
                .with(Input.PEOPLE, 20)
                .with(Input.FREE_M3, 40)
                .with(Input.LEAK_M3_PER_HOUR, 0, 0.5)
                .with(Input.LOAD_LITRES_PER_HOUR, 0)
                .with(Input.HOURS_SHUT, 0)
                .with(Input.INSIDE_C, 18)
                .with(Input.OUTSIDE_C, 15)
                .with(Input.HUMIDITY_PERCENT, 60)
                .with(Input.SET_POINT_C, Hold.OFF_C)
                .with(Input.CLOTHING, 1);
    }

    private static Hours death(Danger danger, Cause cause) {
        return danger.threats().stream()
                .filter(one -> one.cause() == cause)
                .findFirst()
                .orElseThrow()
                .death();
    }

    @Test
    void doses_are_those_that_the_health_and_safety_executive_prints() {
        double[][] pairs = {{60, 63_000, 84_000}, {10, 79_000, 105_000}, {1, 105_000, 140_000}};
        for (double[] pair : pairs) {
            assertThat(Math.pow(Limits.SLOT_PPM8_MINUTES / pair[0], 1.0 / 8)).isBetween(pair[1] * 0.99, pair[1] * 1.01);
            assertThat(Math.pow(Limits.SLOD_PPM8_MINUTES / pair[0], 1.0 / 8)).isBetween(pair[2] * 0.99, pair[2] * 1.01);
        }
    }

    @Test
    void a_dose_in_air_that_does_not_change_takes_the_time_of_the_table() {
        Gas gas = new Gas(0, 0);
        double[] hours = gas.hoursToDoses(63_000, 0, Limits.SLOT_PPM8_MINUTES);
        assertThat(hours[0]).isBetween(0.93, 1.07);
    }

    @Test
    void the_march_along_a_dose_agrees_with_small_steps_of_time() {
        Trials.check(Effort.times(40, 400), random -> {
            Gas gas = new Gas(2000 + 40_000 * random.nextDouble(), random.nextDouble());
            double from = 425 + 60_000 * random.nextDouble();
            double reached = gas.hoursToDoses(from, 0, Limits.SLOT_PPM8_MINUTES)[0];
            double step = 0.0005;
            double dose = 0;
            double hours = 0;
            while (dose < Limits.SLOT_PPM8_MINUTES && hours < 100) {
                dose += Gas.eighth(gas.after(hours + step / 2, from)) * 60 * step;
                hours += step;
            }
            if (hours < 100) {
                assertThat(reached).isBetween(hours * 0.99 - 0.002, hours * 1.01 + 0.002);
            } else {
                assertThat(reached).isGreaterThan(95);
            }
        });
    }

    @Test
    void people_breathe_as_much_as_is_published() {
        assertThat(Body.litresPerHour(0.5, 0.5, 0)).isBetween(15.0, 16.0);
        assertThat(Body.litresPerHour(0.5, 0.5, 0.5)).isBetween(14.5, 15.5);
    }

    @Test
    void essex_2019_ends_between_half_past_nine_and_eleven_at_night() {
        // Thirty-nine people, the youngest fifteen, in an empty refrigerated trailer, the unit off, no load that
        // breathes.
        Hold trailer = Hold.of(Kind.REFRIGERATED_TRAILER)
                .with(Input.PEOPLE, 39)
                .with(Input.GROSS_M3, 84, 86)
                .with(Input.LOAD_SHARE, 0)
                .with(Input.LEAK_M3_PER_HOUR, 0, 0.5)
                .with(Input.LOAD_LITRES_PER_HOUR, 0)
                .with(Input.HOURS_SHUT, 0)
                .with(Input.INSIDE_C, 15, 20)
                .with(Input.OUTSIDE_C, 9, 13)
                .with(Input.HUMIDITY_PERCENT, 60, 100)
                .with(Input.SET_POINT_C, Hold.OFF_C)
                .with(Input.CLOTHING, 1);
        Hours death = death(of(trailer), Cause.CARBON_DIOXIDE);
        for (double shut : new double[] {10.25, 10.75, 11.25}) {
            assertThat(shut + death.half()).isBetween(21.5, 23.0);
        }
        Climate climate = new Climate(39, 60, 3e6, 18, 11, Hold.OFF_C, 1);
        assertThat(climate.after(7.7)).isBetween(30.0, 37.0);
    }

    @Test
    void dover_2000_ends_in_four_to_six_hours() {
        // Sixty people, a vent shut before the crossing, tomatoes held cool: their breath left out.
        Hold trailer = known().with(Input.PEOPLE, 60).with(Input.FREE_M3, 45, 65);
        Danger danger = of(trailer);
        assertThat(danger.death().half()).isBetween(4.0, 6.0);
        assertThat(danger.cause()).isEqualTo(Cause.CARBON_DIOXIDE);
    }

    @Test
    void parndorf_2015_is_distress_within_the_hour() {
        Hold van = known().with(Input.PEOPLE, 71).with(Input.FREE_M3, 25, 28);
        Danger danger = of(van);
        assertThat(danger.distress().ninetyPercent()).isLessThan(1);
        assertThat(danger.death().half()).isLessThan(2.5);
    }

    @Test
    void tilbury_2014_is_survived_where_the_container_leaks_and_not_where_it_does_not() {
        // Twenty adults and fifteen children, who count as a half each; eighteen hours.
        Hold container = known().with(Input.PEOPLE, 27.5).with(Input.FREE_M3, 32);
        for (double leak : new double[] {10, 15, 30}) {
            Danger danger = of(container.with(Input.LEAK_M3_PER_HOUR, leak));
            assertThat(death(danger, Cause.CARBON_DIOXIDE).tenPercent()).isGreaterThan(18);
            assertThat(death(danger, Cause.OXYGEN).tenPercent()).isGreaterThan(18);
        }
        Danger shut = of(container.with(Input.LEAK_M3_PER_HOUR, 0));
        assertThat(death(shut, Cause.CARBON_DIOXIDE).half()).isLessThan(12);
    }

    @Test
    void sealed_trailers_last_as_long_as_was_worked_out_by_another_program() {
        double[][] table = {{85, 5, 30, 53, 71}, {85, 20, 7, 14, 19}, {85, 40, 3.4, 7.5, 9.7}, {40, 10, 6.7, 14, 18}};
        for (double[] row : table) {
            Danger danger = of(known().with(Input.PEOPLE, row[1])
                    .with(Input.FREE_M3, row[0])
                    .with(Input.LEAK_M3_PER_HOUR, 0.4));
            Danger.Threat air = danger.threats().stream()
                    .filter(one -> one.cause() == Cause.CARBON_DIOXIDE)
                    .findFirst()
                    .orElseThrow();
            assertThat(air.distress().half()).isBetween(row[2] * 0.85, row[2] * 1.3);
            assertThat(air.danger().half()).isBetween(row[3] * 0.85, row[3] * 1.3);
        }
    }

    @Test
    void a_missing_input_widens_and_never_lengthens_the_ten_percent_figure() {
        Trials.check(Effort.times(60, 2000), random -> {
            Kind kind = List.of(Kind.values()).get(random.nextInt(Kind.values().length));
            Set<Input> asked = EnumSet.allOf(Input.class);
            asked.remove(Input.FREE_M3);
            Hold hold = Hold.of(kind);
            for (Input input : asked) {
                if (random.nextInt(4) > 0) {
                    Range range = some(random, hold.range(input));
                    hold = hold.with(input, range.low(), range.high());
                }
            }
            List<Input> known = new ArrayList<>(hold.given().keySet());
            if (known.isEmpty()) {
                return;
            }
            Input dropped = known.get(random.nextInt(known.size()));
            Danger with = of(hold);
            Danger without = of(hold.without(dropped));
            assertWider(without.distress(), with.distress());
            assertWider(without.danger(), with.danger());
            assertWider(without.death(), with.death());
            for (Cause cause : Cause.values()) {
                assertWider(death(without, cause), death(with, cause));
            }
        });
    }

    private static void assertWider(Hours wide, Hours narrow) {
        assertThat(wide.tenPercent()).isLessThanOrEqualTo(narrow.tenPercent() + 1e-9);
        assertThat(wide.ninetyPercent()).isGreaterThanOrEqualTo(narrow.ninetyPercent() - 1e-9);
    }

    private static Range some(Random random, Range range) {
        double one = range.at(random.nextDouble());
        double two = range.at(random.nextDouble());
        return new Range(Math.min(one, two), Math.max(one, two));
    }

    private static Reading probe(int secondsAgo, double ppm) {
        return new Reading(
                NOW.minusSeconds(secondsAgo),
                new Sensor("probe", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE),
                ppm);
    }

    private static Reading inside(Sensor.Quantity quantity, double value) {
        return new Reading(NOW, new Sensor("inside", Sensor.Place.LOAD_SPACE, quantity, Sensor.Axis.NONE), value);
    }

    @Test
    void air_that_is_deadly_now_leaves_no_time() {
        assertThat(Danger.of(known(), List.of(probe(0, 150_000)), NOW)
                        .distress()
                        .ninetyPercent())
                .isZero();
        Danger nitrogen = Danger.of(known(), List.of(inside(Sensor.Quantity.OXYGEN, 4)), NOW);
        assertThat(nitrogen.death().ninetyPercent()).isZero();
    }

    @Test
    void an_old_reading_counts_the_time_since() {
        Hold hold = known().with(Input.HOURS_SHUT, 2);
        Hours fresh = Danger.of(hold, List.of(probe(0, 15_000)), NOW).danger();
        Hours old = Danger.of(hold, List.of(probe(3600, 15_000)), NOW).danger();
        assertThat(old.half()).isLessThan(fresh.half() - 0.5);
    }

    @Test
    void people_in_frozen_goods_are_in_danger_of_cold_and_people_packed_in_warm_air_of_heat() {
        Hold frozen = known().with(Input.PEOPLE, 2).with(Input.FREE_M3, 80).with(Input.SET_POINT_C, -22);
        assertThat(of(frozen.with(Input.INSIDE_C, -20)).cause()).isEqualTo(Cause.COLD);
        Hold hot = known().with(Input.LEAK_M3_PER_HOUR, 300).with(Input.OUTSIDE_C, 36);
        assertThat(Danger.of(
                                hot.with(Input.HUMIDITY_PERCENT, 95),
                                List.of(inside(Sensor.Quantity.TEMPERATURE, 37)),
                                NOW)
                        .cause())
                .isEqualTo(Cause.HEAT);
    }

    @Test
    void readings_that_no_air_can_have_are_left_aside_and_said() {
        List<Reading> odd = List.of(probe(0, Double.NaN), probe(0, -3), inside(Sensor.Quantity.OXYGEN, 99));
        Danger danger = Danger.of(known(), odd, NOW);
        assertThat(danger.danger()).isEqualTo(of(known()).danger());
        assertThat(danger.basis())
                .extracting(Words::en)
                .anyMatch(one -> one.contains("left aside") && one.contains("3"));
    }

    @Test
    void a_contradiction_between_told_and_read_widens() {
        Hold told = known().with(Input.PEOPLE, 2).with(Input.HOURS_SHUT, 1);
        List<Reading> readings = new ArrayList<>();
        for (int second = 600; second >= 0; second -= 10) {
            readings.add(probe(second, 12_000 - second * 2.5));
        }
        Danger danger = Danger.of(told, readings, NOW);
        assertThat(danger.basis()).extracting(Words::en).anyMatch(one -> one.contains("contradict"));
        assertThat(danger.danger().tenPercent()).isLessThan(of(told).danger().tenPercent() / 3);
    }

    @Test
    void the_basis_names_what_is_missing_in_both_languages() {
        Danger danger = of(known().without(Input.PEOPLE));
        assertThat(danger.basis()).extracting(Words::en).anyMatch(one -> one.contains("number of people (1 to 60)"));
        assertThat(danger.basis()).extracting(Words::fr).anyMatch(one -> one.contains("nombre de personnes (1 à 60)"));
    }

    @Test
    void the_same_is_answered_again() {
        Hold hold = Hold.of(Kind.TANKER);
        assertThat(of(hold)).isEqualTo(of(hold));
        assertThatThrownBy(() -> hold.with(Input.PEOPLE, -1)).hasMessageContaining("PEOPLE is from 0.0 to 200.0");
        assertThatThrownBy(() -> new Range(3, 2)).hasMessageContaining("the lower first");
    }
}
