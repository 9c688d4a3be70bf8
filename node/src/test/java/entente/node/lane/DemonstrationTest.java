package entente.node.lane;

import static org.assertj.core.api.Assertions.assertThat;

import entente.screening.Outcome;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The demonstration shows the three outcomes, and nothing is begun before somebody looks.
class DemonstrationTest {
    @Test
    void its_stops_come_to_none_found_life_signs_and_cannot_tell() {
        Demonstration.Play play = Demonstration.Play.make();
        List<Class<?>> outcomes = play.stops().stream()
                .<Class<?>>map(stop ->
                        Demonstration.Play.played(stop.blocks(), play.history()).getClass())
                .toList();
        assertThat(outcomes)
                .containsExactly(Outcome.NoneFound.class, Outcome.LifeSigns.class, Outcome.CannotTell.class);
    }

    @Test
    void nothing_plays_until_somebody_looks_and_it_ends_when_it_is_closed() throws InterruptedException {
        Lanes lanes = Lanes.demonstration(Clock.systemUTC());
        Lane lane = lanes.lane(Demonstration.NAME).orElseThrow();
        assertThat(lane.demonstration()).isTrue();
        assertThat(lane.moment().sensors()).isEmpty();
        try (Listener listener = lanes.listen(Demonstration.NAME).orElseThrow()) {
            boolean heard = false;
            while (!heard) {
                heard = listener.next().orElseThrow() instanceof Trace;
            }
            assertThat(lane.moment().sensors()).hasSize(5);
        }
        lanes.close();
        assertThat(lane.watched()).isZero();
    }
}
