package entente.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each fault and each nuisance does what it is called.
class TroublesTest {
    private static final Ground PLACE = Ground.invented(3);
    private static final int SEEDS = 20;

    private static Stop stop(int seed, Fault fault) {
        return Stop.of(seed, PLACE, Plan.empty().with(fault));
    }

    /// The sensors that give something else than without the fault.
    private static List<Integer> changed(int seed, Fault fault) {
        float[][] whole = StopTest.samples(stop(seed, Fault.NONE));
        float[][] damaged = StopTest.samples(stop(seed, fault));
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            if (!Arrays.equals(whole[i], damaged[i])) {
                changed.add(i);
            }
        }
        return changed;
    }

    @Test
    void one_sensor_alone_is_dead_deaf_clipped_or_has_samples_missing() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Fault fault : List.of(Fault.DEAD, Fault.DEAF, Fault.CLIPPED, Fault.MISSING)) {
                assertThat(changed(seed, fault)).as(fault + " " + seed).hasSize(1);
            }
            int dead = changed(seed, Fault.DEAD).getFirst();
            float[] samples = StopTest.samples(stop(seed, Fault.DEAD))[dead];
            for (float sample : samples) {
                assertThat(sample).isEqualTo(samples[0]);
            }
            int missing = changed(seed, Fault.MISSING).getFirst();
            int gone = 0;
            for (float sample : StopTest.samples(stop(seed, Fault.MISSING))[missing]) {
                gone += Float.isNaN(sample) ? 1 : 0;
            }
            assertThat(gone).isBetween(1, 500);
        }
    }

    @Test
    void a_clipped_sensor_is_often_at_its_end() {
        for (int seed = 0; seed < SEEDS; seed++) {
            float[] samples = StopTest.samples(stop(seed, Fault.CLIPPED))[
                    changed(seed, Fault.CLIPPED).getFirst()];
            float most = 0;
            for (float sample : samples) {
                most = Math.max(most, Math.abs(sample));
            }
            int ends = 0;
            for (float sample : samples) {
                ends += Math.abs(sample) == most ? 1 : 0;
            }
            assertThat(ends).as("seed %s", seed).isGreaterThan(samples.length / 500);
        }
    }

    @Test
    void a_sensor_that_came_off_is_one_on_the_chassis_and_has_little_to_do_with_it() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Integer> changed = changed(seed, Fault.UNGLUED);
            assertThat(changed).hasSize(1).allMatch(sensor -> sensor < 4);
            float[] whole = StopTest.samples(stop(seed, Fault.NONE))[changed.getFirst()];
            float[] off = StopTest.samples(stop(seed, Fault.UNGLUED))[changed.getFirst()];
            double cross = 0;
            double own = 0;
            for (int n = 0; n < whole.length; n++) {
                cross += whole[n] * off[n];
                own += whole[n] * whole[n];
            }
            assertThat(cross / own).isBetween(-0.05, 0.15);
        }
    }

    @Test
    void a_late_sensor_is_one_on_the_chassis_and_late() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Integer> changed = changed(seed, Fault.LATE);
            assertThat(changed).hasSize(1).allMatch(sensor -> sensor < 4);
            float[] whole = StopTest.samples(stop(seed, Fault.NONE))[changed.getFirst()];
            float[] late = StopTest.samples(stop(seed, Fault.LATE))[changed.getFirst()];
            int best = 0;
            double most = 0;
            for (int lag = 0; lag <= 210; lag++) {
                double cross = 0;
                for (int n = lag; n < whole.length; n++) {
                    cross += whole[n - lag] * late[n];
                }
                if (cross > most) {
                    most = cross;
                    best = lag;
                }
            }
            assertThat(best).isBetween(24, 201);
        }
    }

    @Test
    void two_sensors_are_exchanged_and_one_of_them_is_on_the_ground() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Integer> changed = changed(seed, Fault.SWAPPED);
            assertThat(changed).hasSize(2).contains(4);
            float[][] whole = StopTest.samples(stop(seed, Fault.NONE));
            float[][] swapped = StopTest.samples(stop(seed, Fault.SWAPPED));
            assertThat(swapped[4]).isEqualTo(whole[changed.getFirst()]);
            assertThat(swapped[changed.getFirst()]).isEqualTo(whole[4]);
        }
    }

    @Test
    void a_recorder_that_stopped_has_lost_what_happened_meanwhile() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var blocks = stop(seed, Fault.GAP).blocks();
            float[] whole = StopTest.samples(stop(seed, Fault.NONE))[0];
            double expected = 0;
            int gaps = 0;
            for (var block : blocks) {
                double start = Duration.between(Instant.EPOCH, block.start()).toNanos() * 1e-9;
                if (Math.abs(start - expected) > 0.005) {
                    gaps++;
                    assertThat(start - expected).isBetween(0.09, 5.0);
                    assertThat(start).isLessThan(14);
                }
                assertThat(block.samples()[0][0]).isEqualTo(whole[(int) Math.round(start * 100)]);
                expected = start + block.length() / 100.0;
            }
            assertThat(gaps).isOne();
        }
    }

    /// The power of the first chassis sensor over that of the same stop without nuisance, in a band.
    private static double louder(int seed, Nuisance nuisance, double from, double until) {
        double power = 0;
        double before = 0;
        Scene quiet = new Scene(new Chance(seed).of(1), PLACE, Plan.empty());
        Scene shaken = new Scene(new Chance(seed).of(1), PLACE, Plan.empty());
        Troubles.add(new Chance(seed).of(3), nuisance, shaken);
        for (int i = 0; i < 4; i++) {
            power += Math.pow(Wave.rms(Wave.band(shaken.frame[i], from, until)), 2);
            before += Math.pow(Wave.rms(Wave.band(quiet.frame[i], from, until)), 2);
        }
        return power / before;
    }

    @Test
    void each_nuisance_shakes_where_it_does() {
        assertThat(louder(1, Nuisance.NONE, 1, 40)).isCloseTo(1, within(1e-9));
        assertThat(median(Nuisance.ROAD, 5, 20)).isGreaterThan(1.2);
        assertThat(median(Nuisance.ENGINE, 10, 40)).isGreaterThan(1.01);
        assertThat(median(Nuisance.REFRIGERATION, 11, 40)).isGreaterThan(1.01);
        assertThat(median(Nuisance.STEPS, 5, 15)).isGreaterThan(1.2);
        assertThat(median(Nuisance.GUSTS, 0.8, 4)).isGreaterThan(1.01);
        // Wind pushes below the hearts, an engine shakes above the steps.
        assertThat(median(Nuisance.GUSTS, 15, 40)).isLessThan(1.01);
        assertThat(median(Nuisance.REFRIGERATION, 1, 5)).isLessThan(1.01);
    }

    private static double median(Nuisance nuisance, double from, double until) {
        double[] louder = new double[SEEDS + 1];
        for (int seed = 0; seed <= SEEDS; seed++) {
            louder[seed] = louder(seed, nuisance, from, until);
        }
        Arrays.sort(louder);
        return louder[SEEDS / 2];
    }

    @Test
    void gusts_are_felt_by_the_wind_sensor_too() {
        Plan calm = Plan.empty().withWind();
        for (int seed = 0; seed < SEEDS; seed++) {
            float[] quiet = StopTest.samples(Stop.of(seed, PLACE, calm))[5];
            float[] gusty = StopTest.samples(Stop.of(seed, PLACE, calm.with(Nuisance.GUSTS)))[5];
            double before = 0;
            double with = 0;
            for (int n = 0; n < quiet.length; n++) {
                before += quiet[n] * quiet[n];
                with += gusty[n] * gusty[n];
            }
            assertThat(with / before).isGreaterThan(10);
        }
    }

    @Test
    void breathing_and_moving_push_the_floor() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Plan one = Plan.empty().withForce(List.of(Heart.invented(1)), 1);
            Scene empty = new Scene(new Chance(seed).of(1), PLACE, one);
            Scene person = new Scene(new Chance(seed).of(1), PLACE, one);
            Scene moving = new Scene(new Chance(seed).of(1), PLACE, one);
            People.add(new Chance(seed).of(2), one, person);
            People.add(new Chance(seed).of(2), Plan.empty().withMovement(), moving);
            float[] breath = Wave.band(minus(person.frame[0], empty.frame[0]), 0.15, 0.9);
            float[] heart = Wave.heartBand(minus(person.frame[0], empty.frame[0]));
            float[] pushes = Wave.heartBand(minus(moving.frame[0], empty.frame[0]));
            assertThat(Wave.rms(breath)).isPositive();
            assertThat(Wave.rms(pushes)).isGreaterThan(Wave.rms(heart));
        }
    }

    private static float[] minus(float[] one, float[] other) {
        float[] left = one.clone();
        Wave.add(left, other, -1);
        return left;
    }
}
