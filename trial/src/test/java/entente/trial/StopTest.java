package entente.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.screening.Sensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is stated of a simulated stop is measured back from it.
class StopTest {
    private static final Ground PLACE = Ground.invented(3);

    static float[][] samples(Stop stop) {
        int sensors = stop.array().sensors().size();
        int length = stop.blocks().stream().mapToInt(block -> block.length()).sum();
        float[][] samples = new float[sensors][length];
        int at = 0;
        for (var block : stop.blocks()) {
            for (int i = 0; i < sensors; i++) {
                System.arraycopy(block.samples()[i], 0, samples[i], at, block.length());
            }
            at += block.length();
        }
        return samples;
    }

    @Test
    void the_same_seed_gives_the_same_stop() {
        Plan plan = Plan.empty()
                .withPeople(List.of(Heart.invented(1)), 0)
                .with(Nuisance.STEPS)
                .with(Fault.UNGLUED)
                .withWind();
        assertThat(samples(Stop.of(7, PLACE, plan))).isDeepEqualTo(samples(Stop.of(7, PLACE, plan)));
        assertThat(samples(Stop.of(8, PLACE, plan))[0]).isNotEqualTo(samples(Stop.of(7, PLACE, plan))[0]);
    }

    @Test
    void a_person_stands_as_far_above_the_noise_as_planned() {
        for (double db : new double[] {6, 0, -6}) {
            for (int seed = 0; seed < 5; seed++) {
                Plan plan = Plan.empty();
                Scene empty = new Scene(new Chance(seed).of(1), PLACE, plan);
                Scene with = new Scene(new Chance(seed).of(1), PLACE, plan);
                People.add(new Chance(seed).of(2), plan.withPeople(List.of(Heart.invented(seed)), db), with);
                double sum = 0;
                for (int i = 0; i < 4; i++) {
                    float[] heart = with.frame[i].clone();
                    Wave.add(heart, empty.frame[i], -1);
                    // The ground sensor's own noise is 40 dB below what it hears.
                    float[] rest = empty.frame[i].clone();
                    Wave.add(rest, Wave.through(empty.ground, empty.vehicle.fromGround(i)), -1);
                    sum += 20
                            * Math.log10(Wave.medianRms(Wave.heartBand(heart)) / Wave.usual(Wave.heartBand(rest)))
                            / 4;
                }
                assertThat(sum).as("seed " + seed).isCloseTo(db, within(0.3));
            }
        }
    }

    @Test
    void the_ground_explains_as_much_as_stated() {
        for (int seed = 0; seed < 10; seed++) {
            Scene scene = new Scene(new Chance(seed).of(1), PLACE, Plan.empty());
            double all = 0;
            double left = 0;
            for (int i = 0; i < 4; i++) {
                float[] rest = scene.frame[i].clone();
                Wave.add(rest, Wave.through(scene.ground, scene.vehicle.fromGround(i)), -1);
                all += Math.pow(Wave.rms(Wave.heartBand(scene.frame[i])), 2);
                left += Math.pow(Wave.rms(Wave.heartBand(rest)), 2);
            }
            assertThat(left / all / (1 - scene.explained)).isBetween(0.8, 1.2);
            assertThat(scene.explained).isBetween(0.95, 0.998);
        }
    }

    @Test
    void a_part_of_the_noise_is_common_where_that_is_planned() {
        assertThat(alike(Plan.empty())).isLessThan(0.1);
        assertThat(alike(Plan.empty().withCommon(0.5))).isBetween(0.25, 0.6);
    }

    /// Mean size of the correlation of the first two sensors' rest.
    private static double alike(Plan plan) {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            Scene scene = new Scene(new Chance(seed).of(1), PLACE, plan);
            float[][] rest = new float[2][];
            for (int i = 0; i < 2; i++) {
                rest[i] = scene.frame[i].clone();
                Wave.add(rest[i], Wave.through(scene.ground, scene.vehicle.fromGround(i)), -1);
                rest[i] = Wave.heartBand(rest[i]);
            }
            double cross = 0;
            for (int n = 0; n < Wave.LENGTH; n++) {
                cross += rest[0][n] * rest[1][n];
            }
            sum += Math.abs(cross) / Wave.LENGTH / (Wave.rms(rest[0]) * Wave.rms(rest[1])) / 20;
        }
        return sum;
    }

    @Test
    void a_newton_lies_as_far_from_the_noise_as_planned() {
        double sum = 0;
        for (int seed = 0; seed < 30; seed++) {
            Plan plan = Plan.empty().withNewtonAt(-12);
            Scene scene = new Scene(new Chance(seed).of(1), PLACE, plan);
            float[] force = Heart.invented(2).newtons(new Chance(seed));
            sum += scene.decibels(scene.felt(force, scene.vehicle.place(new Chance(seed)))) / 30;
        }
        // Another heart at another place: the same but for where somebody sits.
        assertThat(sum).isCloseTo(-12, within(3.0));
    }

    @Test
    void other_people_in_the_same_stop_change_nothing_else() {
        float[][] empty = samples(Stop.of(5, PLACE, Plan.empty()));
        float[][] with = samples(Stop.of(5, PLACE, Plan.empty().withPeople(List.of(Heart.invented(1)), 0)));
        assertThat(with[4]).isEqualTo(empty[4]);
        assertThat(with[0]).isNotEqualTo(empty[0]);
    }

    @Test
    void at_a_higher_rate_a_straight_line_is_between_two_samples() {
        Stop stop = Stop.of(7, PLACE, Plan.empty().withWind());
        Stop finer = stop.at(500);
        float[][] coarse = samples(stop);
        float[][] fine = samples(finer);
        assertThat(finer.array().rateHz()).isEqualTo(500);
        assertThat(finer.blocks().get(3).start()).isEqualTo(stop.blocks().get(3).start());
        for (int i = 0; i < coarse.length; i++) {
            assertThat(fine[i]).hasSize(5 * coarse[i].length);
            for (int n = 0; n + 1 < coarse[i].length; n++) {
                float after = coarse[i][n + 1];
                assertThat(fine[i][5 * n]).isEqualTo(coarse[i][n]);
                float size = Math.abs(after) + Math.abs(coarse[i][n]);
                assertThat(fine[i][5 * n + 2]).isCloseTo(0.6f * coarse[i][n] + 0.4f * after, within(1e-6f * size));
            }
        }
    }

    @Test
    void a_second_ground_sensor_hears_what_the_first_does_and_more() {
        Stop stop = Stop.of(7, PLACE, Plan.empty().withWind());
        Stop wider = stop.withGround(Stop.of(8, PLACE, Plan.empty().withWind()));
        assertThat(wider.array().sensors())
                .hasSize(7)
                .startsWith(stop.array().sensors().toArray(new Sensor[0]));
        float[][] samples = samples(wider);
        assertThat(samples[4]).isEqualTo(samples(stop)[4]);
        double together = 0;
        double first = 0;
        double second = 0;
        for (int n = 0; n < samples[4].length; n++) {
            together += samples[4][n] * samples[6][n];
            first += samples[4][n] * samples[4][n];
            second += samples[6][n] * samples[6][n];
        }
        assertThat(together / Math.sqrt(first * second)).isBetween(0.8, 0.99);
    }
}
