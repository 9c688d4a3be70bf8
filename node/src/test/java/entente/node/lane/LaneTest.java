package entente.node.lane;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.lane.Given.Hands;
import entente.screening.Array;
import entente.screening.Evidence;
import entente.screening.History;
import entente.screening.Hold;
import entente.screening.Outcome;
import entente.screening.Reading;
import entente.screening.Screening;
import entente.screening.Sensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A lane as its sensors, its officers and those who watch it meet it.
class LaneTest {
    private static final Sensor PROBE =
            new Sensor("co2", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);

    private final Hands hands = new Hands();
    private final List<Screened> screened = new ArrayList<>();
    private final List<Screening.Empty> empties = new ArrayList<>();
    private final Lane lane = new Lane("three", false, hands.ticks(), new Lane.Afterwards() {
        @Override
        public void screened(Screened one) {
            screened.add(one);
        }

        @Override
        public void empty(Screening.Empty empty) {
            empties.add(empty);
        }
    });

    /// So many seconds of noise, in blocks of a fifth of a second.
    private void hear(double seconds) {
        for (int i = 0; i < Math.round(seconds * 5); i++) {
            lane.take(Given.noise(hands.now(), 20, 1, i));
            hands.pass(0.2);
            lane.tick();
        }
    }

    @Test
    void without_sensors_there_is_no_signal() {
        assertThat(lane.moment().state()).isInstanceOf(LaneState.NoSignal.class);
        assertThat(lane.moment().ageSeconds()).isInfinite();
        lane.begin(null);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.NoSignal.class);
        lane.end(false);
        assertThat(screened).extracting(Screened::kind).containsExactly(Screened.Kind.CANNOT_TELL);
    }

    @Test
    void without_a_history_it_cannot_tell_and_says_so() {
        lane.sensors(Given.ARRAY, History.none());
        hear(1);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Idle.class);
        lane.begin(null);
        hear(3);
        assertThat(lane.moment().state())
                .isInstanceOfSatisfying(
                        LaneState.Fault.class,
                        fault -> assertThat(fault.outcome().reasons())
                                .extracting(reason -> reason.code().name())
                                .contains("NO_HISTORY"));
    }

    @Test
    void silence_is_noticed_without_anything_being_said() {
        lane.sensors(Given.ARRAY, History.none());
        hear(1);
        hands.pass(1.5);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Idle.class);
        hands.pass(1);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Stale.class);
        hands.pass(3);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.NoSignal.class);
        hear(1);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Idle.class);
    }

    @Test
    void a_backlog_that_comes_at_once_is_old() {
        lane.sensors(Given.ARRAY, History.none());
        hear(5);
        var before = hands.now();
        hands.pass(20);
        lane.take(Given.noise(before, 20, 1, 1));
        assertThat(lane.moment().ageSeconds()).isBetween(19.0, 21.0);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.NoSignal.class);
    }

    @Test
    void a_vehicle_that_was_looked_into_teaches_the_lane() {
        lane.sensors(Given.ARRAY, History.none());
        lane.begin(null);
        hear(70);
        lane.end(true);
        assertThat(empties).hasSize(1);
        assertThat(empties.getFirst().looks()).isNotEmpty();
        assertThat(screened).hasSize(1);
    }

    @Test
    void a_block_of_other_sensors_is_counted_and_named() {
        lane.sensors(Given.ARRAY, History.none());
        lane.take(new entente.screening.Block(hands.now(), new float[2][20]));
        assertThat(lane.moment().unread()).isOne();
        assertThat(lane.moment().unusable()).isNotNull();
    }

    @Test
    void ten_screenings_are_shown_and_no_more() {
        lane.sensors(Given.ARRAY, History.none());
        for (int i = 0; i < 12; i++) {
            lane.begin(null);
            hear(0.4);
            lane.end(false);
        }
        assertThat(lane.moment().last()).hasSize(Lane.MOST_SHOWN);
        assertThat(screened).hasSize(12);
    }

    @Test
    void who_watches_is_told_twice_a_second_and_of_every_change_at_once() throws InterruptedException {
        lane.sensors(Given.ARRAY, History.none());
        hear(1);
        try (Listener listener = lane.listen().orElseThrow()) {
            assertThat(listener.next()).containsInstanceOf(Moment.class);
            hear(2);
            lane.begin(null);
            List<Event> told = new ArrayList<>();
            for (Optional<Event> one = listener.next(); one.isPresent(); one = listener.next()) {
                told.add(one.get());
                if (one.get() instanceof Moment moment && moment.state() instanceof LaneState.Screening) {
                    break;
                }
            }
            assertThat(told.stream().filter(Moment.class::isInstance).count()).isBetween(4L, 7L);
            assertThat(told.stream()
                            .filter(Trace.class::isInstance)
                            .mapToInt(one -> ((Trace) one).lowest().getFirst().length)
                            .sum())
                    .isBetween(45, 52);
        }
        assertThat(lane.watched()).isZero();
    }

    @Test
    void who_does_not_listen_is_dropped_and_the_others_are_not() throws InterruptedException {
        lane.sensors(Given.ARRAY, History.none());
        try (Listener slow = lane.listen().orElseThrow();
                Listener quick = lane.listen().orElseThrow()) {
            for (int i = 0; i < 2 * Listener.MOST_WAITING; i++) {
                hear(0.2);
                assertThat(quick.next()).isPresent();
                while (quick.waiting() > 0) {
                    assertThat(quick.next()).isPresent();
                }
            }
            assertThat(lane.watched()).isOne();
            assertThat(slow.next()).isEmpty();
        }
        assertThat(lane.watched()).isZero();
    }

    @Test
    void no_more_may_watch_than_are_allowed() {
        List<Listener> all = new ArrayList<>();
        for (int i = 0; i < Lane.MOST_LISTENERS; i++) {
            all.add(lane.listen().orElseThrow());
        }
        assertThat(lane.listen()).isEmpty();
        all.getFirst().close();
        assertThat(lane.listen()).isPresent();
        lane.close();
        assertThat(lane.watched()).isZero();
    }

    private void found() {
        hear(1);
        lane.begin(null);
        lane.looked(new Outcome.LifeSigns(new Evidence(9, 0.3, Double.NaN, 10, 1, List.of())), true);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Alarm.class);
    }

    @Test
    void a_vehicle_that_waited_behind_an_alarm_is_screened_once_somebody_has_seen_it() {
        lane.sensors(Given.ARRAY, History.none());
        found();
        lane.begin(null);
        hear(1);
        assertThat(lane.moment().state())
                .isInstanceOfSatisfying(
                        LaneState.Alarm.class, alarm -> assertThat(alarm.gone()).isTrue());
        assertThat(lane.moment().danger()).as("of the vehicle that has left").isNull();
        lane.acknowledge();
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Screening.class);
        hear(1);
        lane.end(false);
        assertThat(screened)
                .extracting(Screened::kind)
                .containsExactly(Screened.Kind.LIFE_SIGNS, Screened.Kind.CANNOT_TELL);
    }

    @Test
    void a_vehicle_behind_an_alarm_that_nobody_saw_counts_as_not_screened() {
        lane.sensors(Given.ARRAY, History.none());
        found();
        lane.begin(null);
        lane.end(false);
        assertThat(screened)
                .extracting(Screened::kind)
                .containsExactly(Screened.Kind.LIFE_SIGNS, Screened.Kind.CANNOT_TELL);
    }

    @Test
    void other_sensors_in_the_middle_of_a_stop_take_back_that_nobody_was_found() {
        lane.sensors(Given.ARRAY, History.none());
        hear(1);
        lane.begin(null);
        lane.looked(new Outcome.NoneFound(new Evidence(-9, 0.3, Double.NaN, 10, 0, List.of())), true);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Clear.class);
        lane.sensors(new Array("three", 50, Given.ARRAY.sensors()), History.none());
        hear(1);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Fault.class);
    }

    @Test
    void what_is_read_first_of_the_air_counts_at_once() {
        lane.sensors(Given.ARRAY, History.none());
        lane.begin(Hold.Kind.REFRIGERATED_TRAILER);
        double unread = Objects.requireNonNull(lane.moment().danger()).danger().tenPercent();
        lane.take(new Reading(hands.now(), PROBE, 430));
        assertThat(Objects.requireNonNull(lane.moment().danger()).danger().tenPercent())
                .isGreaterThan(unread);
    }

    @Test
    void the_danger_is_of_the_vehicle_that_stands_there() {
        lane.sensors(Given.ARRAY, History.none());
        lane.take(new Reading(hands.now(), PROBE, 1_900));
        assertThat(lane.moment().danger()).isNull();
        lane.begin(null);
        assertThat(lane.moment().readings()).isEmpty();
        assertThat(lane.moment().danger()).isNotNull();
        lane.vehicle(Hold.Kind.REFRIGERATED_TRAILER);
        lane.take(new Reading(hands.now(), PROBE, 30_000));
        hear(6);
        assertThat(lane.moment().kind()).isEqualTo(Hold.Kind.REFRIGERATED_TRAILER);
        assertThat(lane.moment().readings()).hasSize(1);
        assertThat(Objects.requireNonNull(lane.moment().danger()).distress().tenPercent())
                .isZero();
        lane.take(new Reading(hands.now().minusSeconds(3600), PROBE, 400));
        assertThat(lane.moment().unread()).isOne();
        lane.end(false);
        assertThat(lane.moment().danger()).isNull();
        assertThat(lane.moment().kind()).isNull();
    }

    /// Five minutes in which the carbon dioxide rises as three people make it rise in a loaded trailer, 300 ppm a
    /// minute.
    private void breathe() {
        for (int i = 0; i < 30; i++) {
            hear(0.2);
            hands.pass(9.8);
            lane.take(new Reading(hands.now(), PROBE, 900 + 50 * i));
        }
    }

    private static List<Evidence.Kind> signs(LaneState state) {
        return state instanceof LaneState.Alarm(Outcome.LifeSigns life, boolean _)
                ? life.evidence().signs().stream().map(Evidence.Sign::kind).toList()
                : List.of();
    }

    @Test
    void where_the_frame_says_nothing_carbon_dioxide_that_rises_is_life_signs_in_a_hold_that_is_known() {
        lane.sensors(Given.ARRAY, History.none());
        lane.begin(Hold.Kind.REFRIGERATED_TRAILER);
        hear(3);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Fault.class);
        breathe();
        assertThat(signs(lane.moment().state())).containsExactly(Evidence.Kind.CARBON_DIOXIDE);
        lane.end(false);
        assertThat(screened).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Screened.Kind.LIFE_SIGNS);
            assertThat(one.seconds()).as("since the stop").isBetween(120.0, 310.0);
        });
    }

    @Test
    void it_is_not_where_nobody_has_said_what_kind_of_vehicle_it_is_until_somebody_does() {
        lane.sensors(Given.ARRAY, History.none());
        lane.begin(null);
        hear(3);
        breathe();
        assertThat(signs(lane.moment().state())).isEmpty();
        lane.vehicle(Hold.Kind.REFRIGERATED_TRAILER);
        assertThat(signs(lane.moment().state())).containsExactly(Evidence.Kind.CARBON_DIOXIDE);
        lane.acknowledge();
        lane.begin(Hold.Kind.REFRIGERATED_TRAILER);
        hear(1);
        assertThat(lane.moment().state()).as("of the next vehicle").isInstanceOf(LaneState.Fault.class);
    }

    @Test
    void it_takes_back_that_nobody_was_found_also_where_the_sensors_of_the_frame_have_fallen_silent() {
        lane.sensors(Given.ARRAY, History.none());
        hear(1);
        lane.begin(Hold.Kind.REFRIGERATED_TRAILER);
        lane.looked(new Outcome.NoneFound(new Evidence(-9, 0.3, Double.NaN, 10, 0, List.of())), true);
        for (int i = 0; i < 30; i++) {
            hands.pass(10);
            lane.tick();
            lane.take(new Reading(hands.now(), PROBE, 900 + 50 * i));
        }
        assertThat(signs(lane.moment().state())).containsExactly(Evidence.Kind.CARBON_DIOXIDE);
    }

    @Test
    void what_was_read_counts_also_after_other_sensors_and_behind_an_alarm() {
        lane.sensors(Given.ARRAY, History.none());
        found();
        lane.begin(Hold.Kind.REFRIGERATED_TRAILER);
        breathe();
        assertThat(signs(lane.moment().state())).as("of the vehicle before").isEmpty();
        lane.sensors(new Array("three", 100, Given.ARRAY.sensors()), History.none());
        lane.acknowledge();
        hear(0.2);
        assertThat(signs(lane.moment().state())).containsExactly(Evidence.Kind.CARBON_DIOXIDE);
    }

    @Test
    void a_vehicle_that_waited_out_of_use_is_screened_when_the_lane_is_put_back() {
        lane.sensors(Given.ARRAY, History.none());
        hear(1);
        lane.takeOut();
        lane.begin(null);
        lane.putBack();
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Screening.class);
    }

    @Test
    void a_lane_out_of_use_screens_nothing() {
        lane.sensors(Given.ARRAY, History.none());
        hear(1);
        lane.takeOut();
        lane.begin(null);
        hear(2);
        lane.end(false);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Maintenance.class);
        assertThat(screened).isEmpty();
        lane.putBack();
        hear(0.2);
        assertThat(lane.moment().state()).isInstanceOf(LaneState.Idle.class);
    }
}
