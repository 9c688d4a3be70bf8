package entente.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import entente.recordings.Portion;
import entente.screening.Array;
import entente.screening.Block;
import entente.screening.History;
import entente.screening.Outcome;
import entente.screening.Reason;
import entente.screening.Screening;
import entente.screening.Sensor;
import entente.testkit.Trials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The plain loop says what the detector says, however the messages come; and tells silence, lateness and rubbish.
class LoopTest {
    @Test
    void the_answer_is_that_of_the_detector_in_whatever_order_the_blocks_come() {
        Set<Class<?>> kinds = new HashSet<>();
        for (String lane : List.of(Given.SIMULATED, "dover")) {
            for (long seed = 0; seed < 48; seed++) {
                Given.Vehicle vehicle = Given.vehicle(lane, seed);
                kinds.add(vehicle.byHand().getClass());
                List<Message> ordered = vehicle.messages();
                ordered.add(vehicle.left());
                assertThat(Given.answers(ordered, Given.histories(lane)))
                        .as(vehicle.key().toString())
                        .containsExactly(Given.answer(vehicle));
                assertThat(Given.answers(Given.upset(vehicle, new Random(seed)), Given.histories(lane)))
                        .as("out of order, " + vehicle.key())
                        .containsExactly(Given.answer(vehicle));
            }
        }
        assertThat(kinds).hasSize(3);
    }

    @Test
    void a_stay_goes_on_from_its_bytes_as_if_nothing_had_been() {
        Trials.check(24, chance -> {
            Given.Vehicle vehicle =
                    Given.vehicle(chance.nextBoolean() ? Given.SIMULATED : "dover", chance.nextInt(100));
            List<Said> said = new ArrayList<>();
            Stay stay = new Stay(vehicle.key(), Given.NOW);
            for (Message message : Given.upset(vehicle, chance)) {
                if (chance.nextInt(6) == 0) {
                    stay = Stay.restored(stay.saved());
                }
                said.addAll(
                        stay.take(message.value(), Given.history(vehicle.key().lane()), Given.NOW));
            }
            said.addAll(stay.close());
            assertThat(Given.answers(said)).containsExactly(Given.answer(vehicle));
        });
    }

    private static final Given.Vehicle EMPTY = Given.vehicle("dover", 1);
    private static final Map<String, History> HISTORIES = Given.histories("dover");

    private static List<Said> run(Loop loop, List<Message> messages, Instant now) {
        List<Said> said = new ArrayList<>();
        for (Message message : messages) {
            said.addAll(loop.take(StayKey.read(message.key()).orElseThrow(), message.value(), now));
        }
        return said;
    }

    private static Said.Notice notice(List<Said> said) {
        assertThat(said).hasSize(1);
        return (Said.Notice) said.getFirst();
    }

    private static Outcome outcome(List<Said> said) {
        assertThat(said).hasSize(1);
        return ((Said.Answer) said.getFirst()).outcome();
    }

    /// Empty, and as loud as it takes for the detector to say after so many seconds that nobody was found, and to go on
    /// for a better answer.
    private static Given.Vehicle undecided(int seconds) {
        for (float times = 1; times < 1000; times *= 1.4f) {
            Given.Vehicle vehicle = EMPTY.louder(times);
            Screening screening = new Screening(vehicle.array(), Given.PLAIN);
            vehicle.blocks().subList(0, seconds).forEach(screening::take);
            if (!screening.decided() && screening.outcome() instanceof Outcome.NoneFound) {
                return vehicle;
            }
        }
        throw new AssertionError("at no loudness");
    }

    @Test
    void silence_is_said_once_and_given_up_after_a_minute() {
        List<Message> begin = undecided(15).messages().subList(0, 15);
        Loop loop = new Loop(HISTORIES, Given.NOW);
        assertThat(run(loop, begin, Given.NOW)).isEmpty();
        assertThat(loop.tick(Given.NOW.plusMillis(4999))).isEmpty();
        Said.Notice notice = notice(loop.tick(Given.NOW.plusSeconds(5)));
        assertThat(notice.kind()).isEqualTo(Said.Kind.SILENT);
        assertThat(notice.sentence().en()).contains("not screened");
        assertThat(loop.tick(Given.NOW.plusMillis(59_999))).isEmpty();
        assertThat(outcome(loop.tick(Given.NOW.plusSeconds(60)))).isInstanceOf(Outcome.CannotTell.class);
        // Had the vehicle left then, and not its signal, the answer would have been another.
        List<Message> left = new ArrayList<>(begin);
        left.add(EMPTY.left());
        assertThat(Given.answers(left, HISTORIES)).singleElement().asString().contains("none-found");
        assertThat(loop.tick(Given.NOW.plusSeconds(120))).isEmpty();
    }

    @Test
    void after_a_silence_that_only_the_line_was_at_fault_for_the_answer_is_the_same() {
        Loop loop = new Loop(HISTORIES, Given.NOW);
        List<Message> messages = EMPTY.messages();
        run(loop, messages.subList(0, 6), Given.NOW);
        assertThat(loop.tick(Given.NOW.plusSeconds(20))).hasSize(1);
        List<Said> said = run(loop, messages.subList(6, messages.size()), Given.NOW.plusSeconds(21));
        said.addAll(loop.close());
        assertThat(Given.answers(said)).containsExactly(Given.answer(EMPTY));
    }

    @Test
    void a_vehicle_that_leaves_is_answered_two_seconds_later_and_one_that_was_never_heard_is_not_cleared() {
        Loop loop = new Loop(HISTORIES, Given.NOW);
        StayKey key = new StayKey("dover", "a");
        assertThat(loop.take(key, null, Given.NOW)).isEmpty();
        assertThat(loop.tick(Given.NOW.plusMillis(1999))).isEmpty();
        Outcome outcome = outcome(loop.tick(Given.NOW.plusSeconds(2)));
        assertThat(((Outcome.CannotTell) outcome).reasons().getFirst().code()).isEqualTo(Reason.Code.GAP);
        assertThat(loop.take(key, new byte[0], Given.NOW.plusSeconds(3))).isEmpty();
        assertThat(loop.close()).isEmpty();
    }

    @Test
    void a_stay_that_was_answered_is_forgotten_an_hour_after_its_last_message() {
        Loop loop = new Loop(HISTORIES, Given.NOW);
        List<Message> messages = EMPTY.messages();
        messages.add(EMPTY.left());
        run(loop, messages, Given.NOW);
        loop.tick(Given.NOW.plusSeconds(2));
        Instant last = Given.NOW.plusSeconds(1800);
        assertThat(run(loop, messages, last)).isEmpty();
        loop.tick(last.plusSeconds(3599));
        assertThat(run(loop, messages.subList(0, 1), last.plusSeconds(3599))).isEmpty();
        loop.tick(last.plusSeconds(2 * 3600));
        run(loop, messages.subList(0, 1), last.plusSeconds(2 * 3600));
        assertThat(loop.close()).hasSize(1);
    }

    @Test
    void a_block_that_comes_after_its_turn_is_named_and_the_vehicle_is_not_cleared() {
        List<Message> messages = EMPTY.messages();
        messages.add(9, messages.remove(3));
        Loop loop = new Loop(HISTORIES, Given.NOW);
        Said.Notice notice = notice(run(loop, messages.subList(0, 10), Given.NOW));
        assertThat(notice.kind()).isEqualTo(Said.Kind.LATE);
        List<Said> rest = run(loop, messages.subList(10, messages.size()), Given.NOW);
        rest.addAll(loop.close());
        assertThat(outcome(rest)).isInstanceOf(Outcome.CannotTell.class);
    }

    @Test
    void rubbish_is_refused_leaves_nothing_and_changes_nothing() {
        Trials.check(200, chance -> {
            Loop loop = new Loop(HISTORIES, Given.NOW);
            Message sound = EMPTY.messages().getFirst();
            byte[] bytes = java.util.Objects.requireNonNull(sound.value()).clone();
            switch (chance.nextInt(3)) {
                case 0 -> bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
                case 1 -> bytes = java.util.Arrays.copyOf(bytes, 1 + chance.nextInt(bytes.length - 1));
                default -> chance.nextBytes(bytes);
            }
            // A message that is cut between two frames is whole.
            List<Said> said = loop.take(EMPTY.key(), bytes, Given.NOW);
            if (!said.isEmpty()) {
                assertThat(notice(said).kind()).isEqualTo(Said.Kind.REFUSED);
                assertThat(notice(said).sentence().fr()).isNotBlank();
                assertThat(loop.close()).isEmpty();
            } else {
                assertThat(Portion.read(bytes).blocks()).isEmpty();
            }
        });
    }

    @Test
    void a_message_of_other_sensors_of_another_lane_or_of_a_long_block_is_refused() {
        List<Sensor> sensors = EMPTY.array().sensors();
        Loop loop = new Loop(HISTORIES, Given.NOW);
        run(loop, EMPTY.messages().subList(0, 1), Given.NOW);
        Block block = EMPTY.blocks().get(1);
        Array faster = new Array("dover", 200, sensors);
        Array elsewhere = new Array("calais-9", 250, sensors);
        Array two = new Array("dover", 250, sensors.subList(4, 5));
        Block one = new Block(block.start(), new float[][] {block.samples()[0]});
        Block lasting = new Block(block.start(), new float[sensors.size()][501]);
        for (Message wrong : List.of(
                Given.message(EMPTY.key(), faster, block),
                Given.message(EMPTY.key(), elsewhere, block),
                Given.message(new StayKey("dover", "other"), two, one),
                Given.message(EMPTY.key(), EMPTY.array(), lasting))) {
            assertThat(notice(run(loop, List.of(wrong), Given.NOW)).kind()).isEqualTo(Said.Kind.REFUSED);
        }
    }

    @Test
    void a_lane_without_a_history_or_with_one_of_other_sensors_cannot_tell() {
        List<Message> messages = EMPTY.messages();
        messages.add(EMPTY.left());
        Given.Vehicle three = Given.vehicle("dover", 1);
        List<Sensor> fewer = three.array().sensors().subList(1, 5);
        Array array = new Array("dover", 250, fewer);
        List<Message> other = new ArrayList<>();
        for (Block block : three.blocks()) {
            float[][] samples = java.util.Arrays.copyOfRange(block.samples(), 1, 5);
            other.add(Given.message(three.key(), array, new Block(block.start(), samples)));
        }
        for (List<String> answers : List.of(Given.answers(messages, Map.of()), Given.answers(other, HISTORIES))) {
            assertThat(answers)
                    .singleElement()
                    .asString()
                    .contains("cannot-tell")
                    .contains("NO_HISTORY");
        }
    }

    @Test
    void a_clock_that_jumps_ends_in_cannot_tell() {
        List<Message> messages = EMPTY.messages();
        Block block = EMPTY.blocks().get(5);
        messages.set(
                5,
                Given.message(
                        EMPTY.key(), EMPTY.array(), new Block(block.start().plusSeconds(86_400), block.samples())));
        messages.add(EMPTY.left());
        assertThat(Given.answers(messages, HISTORIES))
                .singleElement()
                .asString()
                .contains("cannot-tell");
    }

    @Test
    void no_more_vehicles_are_known_than_fit() {
        Loop loop = new Loop(HISTORIES, Given.NOW);
        for (int i = 0; i < Loop.MOST_STAYS; i++) {
            assertThat(loop.take(new StayKey("dover", "s" + i), null, Given.NOW))
                    .isEmpty();
        }
        assertThat(notice(loop.take(new StayKey("dover", "more"), null, Given.NOW))
                        .kind())
                .isEqualTo(Said.Kind.REFUSED);
        assertThat(loop.tick(Given.NOW.plusSeconds(2))).hasSize(Loop.MOST_STAYS);
    }

    @Test
    void a_vehicle_that_stood_there_while_the_program_was_changed_is_not_cleared() {
        Stay stay = new Stay(EMPTY.key(), Given.NOW);
        stay.take(EMPTY.messages().getFirst().value(), Given.PLAIN, Given.NOW);
        byte[] saved = stay.saved();
        byte[] version = saved.clone();
        version[4 + 2 + "dover".length() + 2 + "stop-1".length() + 3]++;
        byte[] detector = saved.clone();
        byte[] marked = "SCR".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int at = 0;
        while (!java.util.Arrays.equals(saved, at, at + 3, marked, 0, 3)) {
            at++;
        }
        detector[at]++;
        for (byte[] other : List.of(version, detector)) {
            Stay restored = Stay.restored(Stay.restored(other).saved());
            assertThat(restored.kept()).isTrue();
            assertThat(outcome(restored.tick(Given.NOW, Given.NOW))).isInstanceOf(Outcome.CannotTell.class);
            assertThat(restored.close()).isEmpty();
        }
        assertThat(Stay.restored(saved).tick(Given.NOW, Given.NOW)).isEmpty();
    }
}
