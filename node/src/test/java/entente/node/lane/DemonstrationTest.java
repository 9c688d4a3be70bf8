package entente.node.lane;

import static org.assertj.core.api.Assertions.assertThat;

import entente.screening.Outcome;
import entente.screening.Screening;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The demonstration shows the three outcomes, and nothing is begun before somebody looks.
class DemonstrationTest {
    @Test
    void its_stops_come_to_each_of_the_three_outcomes_and_an_empty_vehicle_never_to_life_signs() {
        Demonstration.Course course = Demonstration.course(_ -> {});
        Map<Played, Class<?>> outcomes = new EnumMap<>(Played.class);
        for (Played played : Played.values()) {
            Screening screening = new Screening(Played.ARRAY, course.learned().join());
            played.stop(course.place()).blocks().forEach(screening::take);
            outcomes.put(played, screening.outcome().getClass());
        }
        assertThat(outcomes.values())
                .as("%s", outcomes)
                .contains(Outcome.NoneFound.class, Outcome.LifeSigns.class, Outcome.CannotTell.class);
        assertThat(outcomes.get(Played.EMPTY)).isNotEqualTo(Outcome.LifeSigns.class);
        assertThat(outcomes.get(Played.LOOSE_SENSOR)).isNotEqualTo(Outcome.NoneFound.class);
    }

    @Test
    void each_stop_is_introduced_in_other_words() {
        assertThat(Arrays.stream(Played.values()).map(one -> one.what)).doesNotHaveDuplicates();
    }

    @Test
    void nothing_plays_until_somebody_looks_and_it_ends_when_it_is_closed() throws InterruptedException {
        Lanes lanes = Lanes.demonstration(Clock.systemUTC());
        Lane lane = lanes.lane(Demonstration.NAME).orElseThrow();
        assertThat(lane.demonstration()).isTrue();
        assertThat(lane.moment().sensors()).isEmpty();
        try (Listener listener = lanes.listen(Demonstration.NAME).orElseThrow()) {
            boolean heard = false;
            boolean said = false;
            while (!(heard && said)) {
                Event event = listener.next().orElseThrow();
                heard |= event instanceof Trace;
                said |= event instanceof Moment moment && moment.played() != null;
            }
            assertThat(lane.moment().sensors()).hasSize(5);
        }
        lanes.close();
        assertThat(lane.watched()).isZero();
    }
}
