package entente.node.lane;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.lane.Happening.Acknowledged;
import entente.node.lane.Happening.Aged;
import entente.node.lane.Happening.Began;
import entente.node.lane.Happening.Ended;
import entente.node.lane.Happening.Explained;
import entente.node.lane.Happening.Looked;
import entente.node.lane.Happening.PutBack;
import entente.node.lane.Happening.TakenOut;
import entente.screening.Evidence;
import entente.screening.Outcome;
import entente.screening.Reason;
import entente.terms.Words;
import entente.testkit.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a lane shows, whatever happens: one row a state, one column a happening.
class LaneStateTest {
    private static final Evidence EVIDENCE = new Evidence(0, 0.4, Double.NaN, 14, 0, List.of());
    private static final Outcome.LifeSigns LIFE = new Outcome.LifeSigns(EVIDENCE);
    private static final Outcome.NoneFound NONE = new Outcome.NoneFound(EVIDENCE);

    private static Outcome.CannotTell cannot(Reason.Code code) {
        return new Outcome.CannotTell(EVIDENCE, List.of(new Reason(code, "", new Words("why", "pourquoi"))));
    }

    private static final Outcome.CannotTell DEAD = cannot(Reason.Code.SENSOR_DEAD);
    private static final Outcome.CannotTell SHORT = cannot(Reason.Code.TOO_SHORT);

    private static final Map<String, LaneState> STATES = new TreeMap<>(Map.ofEntries(
            Map.entry("idle", new LaneState.Idle()),
            Map.entry("screening", new LaneState.Screening(3, List.of())),
            Map.entry("clear", new LaneState.Clear(NONE)),
            Map.entry("alarm", new LaneState.Alarm(LIFE, false)),
            Map.entry("alarm-gone", new LaneState.Alarm(LIFE, true)),
            Map.entry("acknowledged", new LaneState.Acknowledged(LIFE, null, false)),
            Map.entry("acknowledged-gone", new LaneState.Acknowledged(LIFE, null, true)),
            Map.entry("explained", new LaneState.Acknowledged(LIFE, Cause.ANIMAL, false)),
            Map.entry("fault", new LaneState.Fault(DEAD, false)),
            Map.entry("fault-closed", new LaneState.Fault(DEAD, true)),
            Map.entry("maintenance", new LaneState.Maintenance())));

    private static final Map<String, Happening> HAPPENINGS = Map.ofEntries(
            Map.entry("began", new Began()),
            Map.entry("life", new Looked(LIFE, true)),
            Map.entry("none", new Looked(NONE, true)),
            Map.entry("dead", new Looked(DEAD, false)),
            Map.entry("short", new Looked(SHORT, false)),
            Map.entry("undecided", new Looked(SHORT, true)),
            Map.entry("ended", new Ended()),
            Map.entry("acknowledge", new Acknowledged()),
            Map.entry("explain", new Explained(Cause.ANIMAL)),
            Map.entry("out", new TakenOut()),
            Map.entry("back", new PutBack()),
            Map.entry("fresh", new Aged(1.9)),
            Map.entry("late", new Aged(2.1)),
            Map.entry("silent", new Aged(5.1)));

    /// The name of a state in the table, without what it carries.
    private static String name(LaneState state) {
        return switch (state) {
            case LaneState.Idle() -> "idle";
            case LaneState.Screening _ -> "screening";
            case LaneState.Clear _ -> "clear";
            case LaneState.Alarm(var _, boolean gone) -> gone ? "alarm-gone" : "alarm";
            case LaneState.Acknowledged(var _, var cause, boolean gone) ->
                cause != null ? "explained" : gone ? "acknowledged-gone" : "acknowledged";
            case LaneState.Fault(var _, boolean closed) -> closed ? "fault-closed" : "fault";
            case LaneState.Maintenance() -> "maintenance";
            case LaneState.Stale(LaneState before) -> "stale " + name(before);
            case LaneState.NoSignal(LaneState before) -> "no-signal " + name(before);
        };
    }

    private static LaneState state(String name) {
        return java.util.Objects.requireNonNull(STATES.get(name), name);
    }

    private static Happening happening(String name) {
        return java.util.Objects.requireNonNull(HAPPENINGS.get(name), name);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            state,             began,      life,              none,              dead,              short,             undecided,         ended,             acknowledge,       explain,      out,               back
            idle,              screening,  idle,              idle,              idle,              idle,              idle,              idle,              idle,              idle,         maintenance,       idle
            screening,         screening,  alarm,             clear,             fault,             screening,         fault,             fault-closed,      screening,         screening,    maintenance,       screening
            clear,             screening,  alarm,             clear,             clear,             clear,             clear,             idle,              clear,             clear,        maintenance,       clear
            alarm,             alarm,      alarm,             alarm,             alarm,             alarm,             alarm,             alarm-gone,        acknowledged,      alarm,        alarm,             alarm
            alarm-gone,        alarm-gone, alarm-gone,        alarm-gone,        alarm-gone,        alarm-gone,        alarm-gone,        alarm-gone,        acknowledged-gone, alarm-gone,   alarm-gone,        alarm-gone
            acknowledged,      screening,  acknowledged,      acknowledged,      acknowledged,      acknowledged,      acknowledged,      acknowledged-gone, acknowledged,      explained,    acknowledged,      acknowledged
            acknowledged-gone, screening,  acknowledged-gone, acknowledged-gone, acknowledged-gone, acknowledged-gone, acknowledged-gone, acknowledged-gone, acknowledged-gone, idle,         acknowledged-gone, acknowledged-gone
            explained,         screening,  explained,         explained,         explained,         explained,         explained,         idle,              explained,         explained,    explained,         explained
            fault,             screening,  alarm,             clear,             fault,             screening,         fault,             fault-closed,      fault,             fault,        maintenance,       fault
            fault-closed,      screening,  alarm,             fault-closed,      fault-closed,      fault-closed,      fault-closed,      fault-closed,      fault-closed,      fault-closed, maintenance,       fault-closed
            maintenance,       maintenance, maintenance,      maintenance,       maintenance,       maintenance,       maintenance,       maintenance,       maintenance,       maintenance,  maintenance,       idle
            """)
    void what_follows(
            String state,
            String began,
            String life,
            String none,
            String dead,
            String tooShort,
            String undecided,
            String ended,
            String acknowledge,
            String explain,
            String out,
            String back) {
        List<String> names = List.of(
                "began",
                "life",
                "none",
                "dead",
                "short",
                "undecided",
                "ended",
                "acknowledge",
                "explain",
                "out",
                "back");
        List<String> expected =
                List.of(began, life, none, dead, tooShort, undecided, ended, acknowledge, explain, out, back);
        List<String> found = names.stream()
                .map(name -> name(state(state).after(happening(name))))
                .toList();
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "idle,              stale idle,         no-signal idle,         idle",
        "screening,         stale screening,    no-signal screening,    screening",
        "clear,             stale clear,        no-signal clear,        fault-closed",
        "fault,             stale fault,        no-signal fault,        fault",
        "fault-closed,      stale fault-closed, no-signal fault-closed, fault-closed",
        "alarm,             alarm,              alarm,                  alarm",
        "alarm-gone,        alarm-gone,         alarm-gone,             alarm-gone",
        "acknowledged,      acknowledged,       acknowledged,           acknowledged",
        "explained,         explained,          explained,              explained",
        "maintenance,       maintenance,        maintenance,            maintenance"
    })
    void silence_is_late_after_two_seconds_and_no_signal_after_five(
            String state, String late, String silent, String again) {
        LaneState from = state(state);
        assertThat(name(from.after(new Aged(2.0)))).isEqualTo(state);
        assertThat(name(from.after(happening("late")))).isEqualTo(late);
        assertThat(name(from.after(new Aged(5.0)))).isEqualTo(late);
        assertThat(name(from.after(happening("late")).after(happening("fresh"))))
                .isEqualTo(state);
        assertThat(name(from.after(happening("silent")))).isEqualTo(silent);
        assertThat(name(from.after(happening("late")).after(happening("silent"))))
                .isEqualTo(silent);
        assertThat(name(from.after(happening("silent")).after(happening("fresh"))))
                .isEqualTo(again);
        assertThat(name(from.after(happening("silent")).after(happening("late")).after(happening("fresh"))))
                .isEqualTo(again);
    }

    @Test
    void what_happens_in_silence_is_not_lost() {
        LaneState silent = state("screening").after(happening("silent"));
        assertThat(name(silent.after(happening("life")))).isEqualTo("alarm");
        assertThat(name(silent.after(happening("ended")))).isEqualTo("no-signal fault-closed");
        assertThat(name(silent.after(happening("out")))).isEqualTo("maintenance");
        assertThat(name(state("idle").after(happening("late")).after(happening("began"))))
                .isEqualTo("stale screening");
    }

    @Test
    void whatever_happens_clear_is_shown_only_where_a_screening_has_just_said_so_and_is_heard() {
        List<String> names = new ArrayList<>(HAPPENINGS.keySet());
        names.sort(null);
        Trials.check(2_000, random -> walk(names, random));
    }

    private static void walk(List<String> names, Random random) {
        LaneState state = new LaneState.Idle();
        boolean said = false;
        boolean alarmed = false;
        List<String> way = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = names.get(random.nextInt(names.size()));
            way.add(name);
            LaneState before = state;
            state = state.after(happening(name));
            said = switch (name) {
                case "none" -> true;
                case "began", "silent" -> false;
                default -> said;
            };
            if (state instanceof LaneState.Clear) {
                assertThat(said).as("clear after %s", way).isTrue();
                assertThat(name).as("clear after %s", way).isNotIn("late", "silent", "ended", "began");
            }
            alarmed = state instanceof LaneState.Alarm;
            if (before instanceof LaneState.Alarm && !alarmed) {
                assertThat(name).as("the alarm ended after %s", way).isEqualTo("acknowledge");
            }
        }
    }
}
