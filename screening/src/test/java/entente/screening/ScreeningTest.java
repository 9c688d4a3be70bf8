package entente.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import entente.testkit.Trials;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreeningTest {
    private static Outcome outcome(float[][] samples) {
        return Given.screened(samples, Given.HISTORY).outcome();
    }

    private static List<Reason.Code> reasons(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.CannotTell.class);
        return ((Outcome.CannotTell) outcome)
                .reasons().stream().map(Reason::code).toList();
    }

    @Test
    void somebody_is_found() {
        Trials.check(
                20, random -> assertThat(outcome(Given.stop(random, 30, 4))).isInstanceOf(Outcome.LifeSigns.class));
    }

    @Test
    void somebody_is_found_whose_heart_is_louder_than_the_ground() {
        Trials.check(
                20, random -> assertThat(outcome(Given.stop(random, 30, 40))).isInstanceOf(Outcome.LifeSigns.class));
    }

    @Test
    void in_an_empty_vehicle_nobody_is_found_and_it_is_said_who_would_have_been() {
        int none = 0;
        for (int seed = 0; seed < 20; seed++) {
            if (outcome(Given.stop(new Random(seed), 61, 0)) instanceof Outcome.NoneFound found) {
                none++;
                assertThat(found.evidence().detectableForceNewtons()).isBetween(0.0, Screening.MOST_NEWTONS);
            }
        }
        assertThat(none).isGreaterThanOrEqualTo(17);
    }

    /// A motor that turns 750 times a minute: lines at 12.5 and 25 Hz, of other sizes and phases at each sensor.
    private static float[][] withMotor(Random random, float[][] samples) {
        for (int i = 0; i < 4; i++) {
            double size = 4e-7 * (0.5 + random.nextDouble());
            double phase = 6 * random.nextDouble();
            for (int n = 0; n < samples[i].length; n++) {
                double turn = 2 * Math.PI * 12.5 * n / Given.RATE_HZ;
                samples[i][n] += (float) (size * (Math.cos(turn + phase) + Math.cos(2 * turn + phase)));
            }
        }
        return samples;
    }

    @Test
    void beside_a_motor_it_is_said_that_it_runs_and_not_that_nobody_is_there() {
        Trials.check(10, random -> {
            Outcome outcome = outcome(withMotor(random, Given.stop(random, 61, 0)));
            assertThat(reasons(outcome)).contains(Reason.Code.ENGINE);
            Reason engine = ((Outcome.CannotTell) outcome)
                    .reasons().stream()
                            .filter(reason -> reason.code() == Reason.Code.ENGINE)
                            .findFirst()
                            .orElseThrow();
            assertThat(engine.sentence().en()).contains("12.5, 25.0 Hz");
            assertThat(engine.sentence().fr()).contains("12,5\u00A0; 25,0\u00A0Hz");
        });
    }

    /// The mains, in the cables of every sensor.
    private static float[][] withMains(float[][] samples) {
        for (float[] one : samples) {
            for (int n = 0; n < one.length; n++) {
                one[n] += (float) (4e-7 * Math.cos(2 * Math.PI * 50 * n / Given.RATE_HZ));
            }
        }
        return samples;
    }

    @Test
    void a_lane_that_always_hums_can_still_say_that_nobody_was_found() {
        List<Screening.Empty> stops = IntStream.range(0, History.LEAST_STOPS)
                .mapToObj(seed -> Given.screened(withMains(Given.stop(new Random(2000 + seed), 61, 0)), History.none())
                        .empty())
                .toList();
        History history = History.of(stops);
        int none = 0;
        for (int seed = 0; seed < 10; seed++) {
            Screening screening = Given.screened(withMains(Given.stop(new Random(seed), 61, 0)), history);
            none += screening.outcome() instanceof Outcome.NoneFound ? 1 : 0;
        }
        assertThat(none).isGreaterThanOrEqualTo(8);
    }

    @Test
    void somebody_is_found_beside_a_motor() {
        Trials.check(
                20,
                random -> assertThat(outcome(withMotor(random, Given.stop(random, 30, 4))))
                        .isInstanceOf(Outcome.LifeSigns.class));
    }

    private static void never_none(Consumer<float[][]> fault) {
        Trials.check(10, random -> {
            float[][] samples = Given.stop(random, 61, 0);
            fault.accept(samples);
            assertThat(outcome(samples)).isNotInstanceOf(Outcome.NoneFound.class);
        });
    }

    @Test
    void a_dead_sensor_never_ends_in_none_found() {
        never_none(samples -> Arrays.fill(samples[2], 0));
        never_none(samples -> Arrays.fill(samples[4], 1.5f));
    }

    @Test
    void where_hardly_a_sensor_works_it_is_said_which_do_not() {
        for (int working = 0; working < 2; working++) {
            float[][] samples = Given.stop(new Random(1), 61, 4);
            for (int i = working; i < 4; i++) {
                Arrays.fill(samples[i], 0);
            }
            assertThat(reasons(outcome(samples))).contains(Reason.Code.SENSOR_DEAD);
        }
    }

    @Test
    void a_clipped_sensor_never_ends_in_none_found() {
        never_none(samples -> {
            for (int n = 0; n < samples[1].length; n++) {
                samples[1][n] = Math.clamp(samples[1][n], -2e-7f, 2e-7f);
            }
        });
    }

    @Test
    void a_missing_sample_never_ends_in_none_found() {
        never_none(samples -> samples[3][1234] = Float.NaN);
        never_none(samples -> samples[0][400] = Float.POSITIVE_INFINITY);
    }

    @Test
    void a_loose_sensor_never_ends_in_none_found() {
        Random random = new Random(5);
        never_none(samples -> {
            for (int n = 0; n < samples[1].length; n++) {
                samples[1][n] = (float) (1e-7 * random.nextGaussian());
            }
        });
    }

    @Test
    void a_late_sensor_never_ends_in_none_found() {
        never_none(samples -> {
            float[] kept = samples[2].clone();
            System.arraycopy(kept, 0, samples[2], 125, kept.length - 125);
        });
    }

    @Test
    void sensors_that_were_exchanged_never_end_in_none_found() {
        never_none(samples -> {
            float[] ground = samples[4];
            samples[4] = samples[0];
            samples[0] = ground;
        });
    }

    @Test
    void a_gap_never_ends_in_none_found() {
        Trials.check(10, random -> {
            float[][] samples = Given.stop(random, 61, 0);
            Screening screening = new Screening(Given.array(), Given.HISTORY);
            screening.take(Given.block(samples, 0, 1000));
            screening.take(Given.block(samples, 1300, samples[0].length));
            assertThat(screening.outcome()).isNotInstanceOf(Outcome.NoneFound.class);
        });
    }

    @Test
    void without_a_history_it_cannot_tell() {
        Screening screening = Given.screened(Given.stop(new Random(1), 61, 4), History.none());
        assertThat(reasons(screening.outcome())).containsExactly(Reason.Code.NO_HISTORY);
        assertThat(screening.decided()).isFalse();
    }

    @Test
    void too_little_signal_is_said_to_be_so() {
        assertThat(reasons(outcome(Given.stop(new Random(1), 7, 4)))).containsExactly(Reason.Code.TOO_SHORT);
    }

    @Test
    void however_the_signal_is_cut_into_blocks_the_outcome_is_the_same() {
        Trials.check(20, random -> {
            float[][] samples = Given.stop(random, 30, random.nextInt(3));
            Screening screening = new Screening(Given.array(), Given.HISTORY);
            int at = 0;
            while (at < samples[0].length) {
                int until = Math.min(samples[0].length, at + 1 + random.nextInt(3000));
                screening.take(Given.block(samples, at, until));
                at = until;
            }
            assertThat(screening.outcome()).isEqualTo(outcome(samples));
        });
    }

    @Test
    void what_was_saved_goes_on_as_if_nothing_had_been() {
        Trials.check(20, random -> {
            float[][] samples = Given.stop(random, 30, random.nextInt(3));
            int cut = 1 + random.nextInt(samples[0].length - 1);
            Screening first = new Screening(Given.array(), Given.HISTORY);
            first.take(Given.block(samples, 0, cut));
            byte[] saved = first.saved();
            assertThat(saved.length).isLessThanOrEqualTo(250_000);
            Screening second = Screening.restored(saved);
            assertThat(second.outcome()).isEqualTo(first.outcome());
            second.take(Given.block(samples, cut, samples[0].length));
            assertThat(second.outcome()).isEqualTo(outcome(samples));
        });
    }

    @Test
    void louder_or_fainter_sensors_change_nothing_but_the_force() {
        Trials.check(20, random -> {
            float[][] samples = Given.stop(random, 30, random.nextInt(3));
            double before = outcome(samples).evidence().logLikelihoodRatio();
            for (float[] one : samples) {
                for (int n = 0; n < one.length; n++) {
                    one[n] *= 8;
                }
            }
            assertThat(outcome(samples).evidence().logLikelihoodRatio()).isEqualTo(before);
        });
    }

    @Test
    void a_wind_sensor_in_pascals_leaves_the_ground_in_micrometres_a_second_as_it_is() {
        Array windless = Given.array();
        List<Sensor> sensors = new java.util.ArrayList<>(windless.sensors());
        sensors.add(new Sensor("wind", Sensor.Place.BESIDE, Sensor.Quantity.PRESSURE, Sensor.Axis.NONE));
        Array windy = new Array(windless.lane(), windless.rateHz(), sensors);
        Trials.check(10, random -> {
            float[][] samples = Given.stop(random, 30, 0);
            float[] air = new float[samples[0].length];
            for (int n = 0; n < air.length; n++) {
                air[n] = (float) (10 * random.nextGaussian());
            }
            float[][] more = Arrays.copyOf(samples, samples.length + 1);
            more[samples.length] = air;
            Screening without = new Screening(windless, History.none());
            Screening with = new Screening(windy, History.none());
            without.take(Given.block(samples, 0, samples[0].length));
            with.take(Given.block(more, 0, air.length));
            float[] expected = without.empty().looks().getLast();
            float[] found = with.empty().looks().getLast();
            for (Trait trait : List.of(Trait.ENERGY, Trait.BEAT, Trait.UNHEARD, Trait.ALONG)) {
                assertThat((double) found[trait.place()])
                        .isCloseTo(expected[trait.place()], org.assertj.core.api.Assertions.within(1e-2));
            }
        });
    }

    @Test
    void the_order_of_the_sensors_changes_nothing() {
        Trials.check(20, random -> {
            float[][] samples = Given.stop(random, 30, random.nextInt(3));
            Outcome before = outcome(samples);
            float[] held = samples[0];
            samples[0] = samples[3];
            samples[3] = held;
            Outcome after = outcome(samples);
            assertThat(after.getClass()).isEqualTo(before.getClass());
            assertThat(after.evidence().logLikelihoodRatio())
                    .isCloseTo(before.evidence().logLikelihoodRatio(), org.assertj.core.api.Assertions.within(1e-3));
        });
    }

    @Test
    void what_moves_the_vehicle_just_as_the_ground_does_is_hardly_ever_taken_for_life() {
        int life = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            float[][] samples = Given.stop(random, 61, 0);
            // The ground sensor hears itself: its own noise is taken for the ground's, and goes into all others.
            for (int n = 0; n < samples[4].length; n++) {
                samples[4][n] += (float) (4e-7 * random.nextGaussian());
            }
            Outcome outcome = outcome(samples);
            life += outcome instanceof Outcome.LifeSigns ? 1 : 0;
            assertThat(outcome).isNotInstanceOf(Outcome.NoneFound.class);
        }
        assertThat(life).isLessThanOrEqualTo(3);
    }

    private static Screening breathing(int people) {
        Hold hold = Hold.of(Hold.Kind.REFRIGERATED_TRAILER)
                .with(Hold.Input.LOAD_LITRES_PER_HOUR, 0)
                .with(Hold.Input.HOURS_SHUT, 2, 3);
        Screening screening = new Screening(Given.array(), Given.HISTORY, hold);
        Sensor probe = new Sensor("probe", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);
        Gas gas = new Gas(1000 * people * 15.0 / 40, 0.3 / 40);
        for (int second = 0; second <= 600; second += 10) {
            screening.take(new Reading(
                    Given.START.plusSeconds(second), probe, gas.after(2.4 + second / 3600.0, Limits.OUTDOOR_PPM)));
        }
        return screening;
    }

    @Test
    void carbon_dioxide_alone_finds_people_whatever_the_sensors_on_the_frame_say() {
        Screening screening = breathing(3);
        assertThat(screening.outcome()).isInstanceOf(Outcome.LifeSigns.class);
        assertThat(screening.outcome().evidence().signs().getFirst().kind()).isEqualTo(Evidence.Kind.CARBON_DIOXIDE);
        assertThat(screening.outcome().evidence().peopleAtLeast()).isBetween(1, 3);
        assertThat(Screening.restored(screening.saved()).outcome()).isEqualTo(screening.outcome());
        Screening after = breathing(0);
        assertThat(after.decided()).isFalse();
        float[][] samples = Given.stop(new Random(3), 61, 0);
        after.take(Given.block(samples, 0, samples[0].length));
        assertThat(after.outcome()).isInstanceOf(Outcome.NoneFound.class);
    }

    @Test
    void a_history_has_a_form_in_bytes() {
        byte[] bytes = Given.HISTORY.bytes();
        assertThat(History.read(bytes).bytes()).isEqualTo(bytes);
        assertThatIllegalArgumentException().isThrownBy(() -> History.read(Arrays.copyOf(bytes, 100)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> History.read("text, no history".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void a_block_of_another_array_is_refused() {
        Screening screening = new Screening(Given.array(), Given.HISTORY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> screening.take(new Block(Given.START, new float[3][250])))
                .withMessageContaining("5 sensors");
    }
}
