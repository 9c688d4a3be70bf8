package entente.screening;

import static org.assertj.core.api.Assertions.assertThat;

import entente.screening.Danger.Waiting;
import entente.screening.Hold.Input;
import entente.screening.Hold.Kind;
import entente.testkit.Effort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random holds of which the truth is known, and what somebody beside them would know. A simulation.
class OrderTest {
    private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");
    private static final Sensor PROBE =
            new Sensor("probe", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);
    private static final Sensor THERMOMETER =
            new Sensor("inside", Sensor.Place.LOAD_SPACE, Sensor.Quantity.TEMPERATURE, Sensor.Axis.NONE);

    /// What is so in one trailer, and when danger comes to it.
    private record Truth(
            int people, double freeM3, double leak, double shut, double insideC, double outsideC, Gas gas, double ppm) {
        static Truth some(Random random) {
            int people = (int) Math.round(Math.exp(Math.log(60) * random.nextDouble()));
            double free = 15 + 65 * random.nextDouble();
            double leak = 1.5 * random.nextDouble();
            double shut = 0.5 + 5.5 * random.nextDouble();
            double breath = Body.litresPerHour(random.nextDouble(), random.nextDouble(), random.nextDouble());
            Gas gas = new Gas(1000 * people * breath / free, leak / free);
            double outside = 5 + 20 * random.nextDouble();
            double inside = outside + Math.min(12, 0.3 * people) + 4 * random.nextDouble();
            return new Truth(people, free, leak, shut, inside, outside, gas, gas.after(shut, Limits.OUTDOOR_PPM));
        }

        double hoursToDanger() {
            double air = gas.hoursToDoses(ppm, gas.doseUntil(ppm), Limits.SLOT_PPM8_MINUTES)[0];
            Climate climate = new Climate(people, 60, 3e6, insideC, outsideC, Hold.OFF_C, 1);
            double heat = climate.hoursToWarmth(0, 90, Limits.DANGER_WARMING_K)[0];
            double cold = climate.hoursToCold(shut, 1, Limits.DANGER_COLD_SHARE)[0];
            return Math.min(air, Math.min(heat, cold));
        }

        /// What is told of it: each number lies in its range, anywhere in it.
        Hold told(Random random) {
            Hold hold = Hold.of(Kind.REFRIGERATED_TRAILER)
                    .with(Input.LOAD_LITRES_PER_HOUR, 0)
                    .with(Input.LEAK_M3_PER_HOUR, 0, 2)
                    .with(Input.OUTSIDE_C, outsideC - 1, outsideC + 1)
                    .with(Input.HUMIDITY_PERCENT, 80, 100)
                    .with(Input.SET_POINT_C, Hold.OFF_C)
                    .with(Input.CLOTHING, 0.8, 1.2);
            hold = around(hold, Input.PEOPLE, people, 0.5, random);
            hold = around(hold, Input.FREE_M3, freeM3, 0.4, random);
            return around(hold, Input.HOURS_SHUT, shut, 0.5, random);
        }

        private static Hold around(Hold hold, Input input, double truth, double width, Random random) {
            double low = truth * (1 - width * random.nextDouble());
            return hold.with(input, low, Math.max(truth, low * (1 + width)));
        }

        /// Ten minutes of a probe with its own error of level and drift, and a thermometer.
        List<Reading> readings(Random random) {
            List<Reading> readings = new ArrayList<>();
            double level = 30 * random.nextGaussian() + 0.02 * ppm * random.nextGaussian();
            double drift = 20 * random.nextGaussian();
            for (int second = -600; second <= 0; second += 10) {
                double hours = second / 3600.0;
                double value = gas.after(shut + hours, Limits.OUTDOOR_PPM)
                        + level
                        + drift * hours
                        + 10 * random.nextGaussian();
                readings.add(new Reading(NOW.plusSeconds(second), PROBE, value));
            }
            readings.add(new Reading(NOW, THERMOMETER, insideC + 0.3 * random.nextGaussian()));
            return readings;
        }
    }

    /// Neighbouring seeds of [Random] begin alike; these do not.
    private static Random scattered(long trial) {
        return new Random((trial + 1) * 0x9E3779B97F4A7C15L);
    }

    private interface View {
        Danger of(Truth truth, Random random);
    }

    /// How many of the pairs are opened in the right order. Pairs in which both are in danger already, or
    /// neither ever is, have no right order and are drawn again.
    private static double right(int pairs, View view) {
        int right = 0;
        for (int i = 0; i < pairs; i++) {
            Random random = scattered(i);
            Truth one = Truth.some(random);
            Truth two = Truth.some(random);
            while (one.hoursToDanger() == two.hoursToDanger()) {
                two = Truth.some(random);
            }
            Waiting first = new Waiting("one", 1, view.of(one, random));
            Waiting second = new Waiting("two", 1, view.of(two, random));
            String opened = Danger.order(List.of(first, second)).getFirst().lane();
            right += opened.equals(one.hoursToDanger() < two.hoursToDanger() ? "one" : "two") ? 1 : 0;
        }
        return (double) right / pairs;
    }

    @Test
    void vehicles_are_opened_in_the_right_order_in_95_of_100_random_pairs() {
        int pairs = Effort.times(300, 3000);
        double told = right(pairs, (truth, random) -> Danger.of(truth.told(random), truth.readings(random), NOW));
        double blind = right(
                pairs,
                (truth, random) -> Danger.of(
                        truth.told(random).without(Input.PEOPLE).without(Input.HOURS_SHUT),
                        truth.readings(random),
                        NOW));
        System.out.printf(
                "Order of opening right in %d pairs: told and read %.3f, people and hours unknown but read %.3f%n",
                pairs, told, blind);
        assertThat(told).isGreaterThanOrEqualTo(0.95);
        assertThat(blind).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void readings_narrow_what_was_told_in_eight_trials_of_ten_or_more() {
        int narrower = 0;
        int trials = Effort.times(60, 600);
        for (int i = 0; i < trials; i++) {
            Random random = scattered(i);
            Truth truth = Truth.some(random);
            Hold told = truth.told(random).with(Input.INSIDE_C, truth.insideC() - 1, truth.insideC() + 1);
            Danger.Hours before = air(Danger.of(told, List.of(), NOW));
            Danger.Hours after = air(Danger.of(told, truth.readings(random), NOW));
            narrower += spread(after) <= spread(before) + 1e-9 ? 1 : 0;
        }
        assertThat(narrower).isGreaterThanOrEqualTo(trials * 8 / 10);
    }

    private static Danger.Hours air(Danger danger) {
        return danger.threats().stream()
                .filter(one -> one.cause() == Danger.Cause.CARBON_DIOXIDE)
                .findFirst()
                .orElseThrow()
                .danger();
    }

    /// How many times the first figure the last is, a quarter of an hour and three days being the ends.
    private static double spread(Danger.Hours hours) {
        return (0.25 + Math.min(72, hours.ninetyPercent())) / (0.25 + Math.min(72, hours.tenPercent()));
    }

    @Test
    void one_in_ten_is_in_danger_before_the_ten_percent_figure_or_fewer() {
        int trials = Effort.times(150, 2000);
        int early = 0;
        int late = 0;
        for (int i = 0; i < trials; i++) {
            Random random = scattered(i);
            Truth truth = Truth.some(random);
            Danger danger = Danger.of(truth.told(random), truth.readings(random), NOW);
            double when = truth.hoursToDanger();
            early += when < danger.danger().tenPercent() * 0.999 ? 1 : 0;
            late += when > danger.danger().ninetyPercent() * 1.001 ? 1 : 0;
        }
        System.out.printf(
                "In danger before the 10 %% figure: %d, after the 90 %% figure: %d of %d%n", early, late, trials);
        assertThat((double) early / trials).isLessThan(0.16);
    }

    @Test
    void what_is_likelier_to_be_alive_is_opened_before_what_is_less_so() {
        Danger danger = Danger.of(Hold.of(Kind.VAN), List.of(), NOW);
        assertThat(Danger.order(List.of(new Waiting("a", 0.2, danger), new Waiting("b", 0.9, danger))))
                .extracting(Waiting::lane)
                .containsExactly("b", "a");
    }
}
