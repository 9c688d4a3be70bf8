package entente.node.lane;

import static org.assertj.core.api.Assertions.assertThat;

import entente.screening.Danger;
import entente.screening.Danger.Hours;
import entente.screening.Evidence;
import entente.screening.Hold;
import entente.screening.Outcome;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which lane somebody looks at first.
class TriageTest {
    private static final Evidence EVIDENCE = new Evidence(9, 0.3, Double.NaN, 10, 1, List.of());
    private static final Outcome.LifeSigns LIFE = new Outcome.LifeSigns(EVIDENCE);
    private static final LaneState CLEAR = new LaneState.Clear(new Outcome.NoneFound(EVIDENCE));

    private static Moment moment(String name, LaneState state, @Nullable Danger danger) {
        return new Moment(
                name,
                name.equals("demonstration"),
                Given.START,
                state,
                0,
                true,
                List.of(),
                List.of(),
                Hold.Kind.VAN,
                danger,
                List.of(),
                0,
                null,
                null,
                null);
    }

    private static Danger danger(double tenPercent) {
        Hours hours = new Hours(tenPercent, 10, 20);
        return new Danger(
                hours,
                hours,
                hours,
                List.of(new Danger.Threat(Danger.Cause.HEAT, hours, hours, hours)),
                List.of(new Words("warm", "chaud")));
    }

    private static LaneState fault() {
        return new LaneState.Screening(9, List.of()).after(new Happening.Ended());
    }

    @Test
    void the_vehicle_with_the_least_time_comes_first_and_a_lane_without_a_signal_before_all_that_can_wait() {
        List<Moment> wanted = List.of(
                moment("soon", new LaneState.Acknowledged(LIFE, null, false), danger(0.2)),
                moment("later", new LaneState.Alarm(LIFE, false), danger(3)),
                moment("known", new LaneState.Acknowledged(LIFE, Cause.SOMEBODY, false), danger(4)),
                moment("gone", new LaneState.Alarm(LIFE, true), null),
                moment("silent", new LaneState.NoSignal(CLEAR), danger(0)),
                moment("late", new LaneState.Stale(CLEAR), danger(0)),
                moment("unknown", fault(), danger(0)),
                moment("screened", new LaneState.Screening(9, List.of()), danger(0)),
                moment("empty", CLEAR, danger(0)),
                moment("idle", new LaneState.Idle(), null),
                moment("demonstration", new LaneState.Alarm(LIFE, false), danger(0)));
        List<Moment> upset = new ArrayList<>(wanted);
        for (int seed = 0; seed < 100; seed++) {
            Collections.shuffle(upset, new Random(seed));
            assertThat(Triage.order(upset)).isEqualTo(wanted);
        }
    }

    @Test
    void what_was_explained_is_not_urgent_and_equals_stay_in_their_order() {
        Moment animal = moment("animal", new LaneState.Acknowledged(LIFE, Cause.ANIMAL, false), danger(0));
        Moment empty = moment("empty", CLEAR, null);
        Moment unknown = moment("unknown", fault(), null);
        assertThat(Triage.order(List.of(animal, empty, unknown))).containsExactly(unknown, animal, empty);
        assertThat(Triage.order(List.of(empty, animal, unknown))).containsExactly(unknown, empty, animal);
    }
}
