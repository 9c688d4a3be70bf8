package entente.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import entente.recordings.Portion;
import entente.screening.Reading;
import entente.screening.Sensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Carbon dioxide counts in a vehicle whose load space was stated, and in no other.
class LoadSpaceTest {
    static final String TRAILER = "{\"vehicle\": \"refrigerated-trailer\"}";

    private static final Sensor PROBE =
            new Sensor("co2", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);

    // Without a history the frame says nothing.
    private static final Given.Vehicle SILENT = Given.vehicle("elsewhere", 1);

    private static Message stated(String json) {
        return new Message(SILENT.key().toString(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static Message portion(int second, double ppm, boolean block) {
        Reading reading = new Reading(
                SILENT.blocks().getFirst().start().plusSeconds(second).plusMillis(300), PROBE, ppm);
        return new Message(
                SILENT.key().toString(),
                new Portion(
                                SILENT.array(),
                                Given.INVENTED,
                                block ? List.of(SILENT.blocks().get(second)) : List.of(),
                                List.of(reading))
                        .bytes());
    }

    /// The probe is in for five minutes before the first samples, and its carbon dioxide rises by 300 ppm a minute.
    static List<Message> rising(String stated) {
        List<Message> messages = new ArrayList<>();
        if (!stated.isEmpty()) {
            messages.add(stated(stated));
        }
        for (int second = -300; second < 0; second += 20) {
            messages.add(portion(second, 2_500 + 5 * second, false));
        }
        for (int second = 0; second < 20; second++) {
            messages.add(portion(second, 2_500 + 5 * second, true));
        }
        messages.add(SILENT.left());
        return messages;
    }

    private static String answer(List<Message> messages) {
        List<String> answers = Given.answers(messages, Map.of());
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    @Test
    void where_the_frame_says_nothing_carbon_dioxide_that_rises_is_life_signs_in_a_hold_that_is_stated() {
        assertThat(answer(rising(TRAILER))).contains("life-signs").contains("CARBON_DIOXIDE");
        assertThat(answer(rising(""))).contains("cannot-tell").contains("NO_HISTORY");
    }

    @Test
    void its_level_counts_at_once_where_the_hours_shut_are_stated() {
        List<Message> messages = new ArrayList<>();
        messages.add(stated("{\"vehicle\": \"tanker\", \"hoursShut\": [1, 2]}"));
        messages.add(portion(0, 14_000, true));
        messages.add(SILENT.left());
        assertThat(answer(messages)).contains("life-signs").contains("CARBON_DIOXIDE");
        messages.set(0, stated("{\"vehicle\": \"tanker\"}"));
        assertThat(answer(messages)).contains("cannot-tell");
    }

    @Test
    void readings_that_come_twice_or_out_of_order_are_put_in_theirs() {
        List<Message> messages = rising(TRAILER);
        String answer = answer(messages);
        Random chance = new Random(1);
        for (int i = 0; i < 20; i++) {
            // Before the first samples nothing has had its turn.
            List<Message> before = new ArrayList<>(messages.subList(1, 16));
            before.addAll(messages.subList(3, 9));
            Collections.shuffle(before, chance);
            List<Message> upset = new ArrayList<>(List.of(messages.getFirst()));
            upset.addAll(before);
            upset.addAll(messages.subList(16, messages.size()));
            assertThat(answer(upset)).isEqualTo(answer);
        }
    }

    @Test
    void it_is_refused_once_samples_have_come_and_where_it_is_not_what_it_should_be() {
        for (String wrong : List.of(
                "{",
                "{}",
                "{\"vehicle\": \"barge\"}",
                "{\"vehicle\": 1}",
                "{\"vehicle\": \"van\"} {}",
                "{\"vehicle\": \"van\", \"plate\": \"AB\"}",
                "{\"vehicle\": \"van\", \"hoursShut\": 2}",
                "{\"vehicle\": \"van\", \"hoursShut\": [2]}",
                "{\"vehicle\": \"van\", \"hoursShut\": [3, 2]}",
                "{\"vehicle\": \"van\", \"hoursShut\": [0, 1e9]}",
                "{\"vehicle\": \"van\", \"hoursShut\": [0, \"a\"]}",
                "{\"vehicle\": \"" + "v".repeat(5_000) + "\"}")) {
            Loop loop = new Loop(Map.of(), Given.NOW);
            refused(loop, stated(wrong));
            assertThat(loop.close()).as("nothing is left of it: " + wrong).isEmpty();
        }
        Loop loop = new Loop(Map.of(), Given.NOW);
        assertThat(loop.take(SILENT.key(), stated(TRAILER).value(), Given.NOW)).isEmpty();
        assertThat(loop.take(SILENT.key(), portion(0, 900, true).value(), Given.NOW))
                .isEmpty();
        refused(loop, stated(TRAILER));
    }

    private static void refused(Loop loop, Message message) {
        assertThat(loop.take(SILENT.key(), message.value(), Given.NOW))
                .singleElement()
                .isInstanceOfSatisfying(
                        Said.Notice.class, notice -> assertThat(notice.kind()).isEqualTo(Said.Kind.REFUSED));
    }

    @Test
    void a_vehicle_of_which_nothing_came_but_its_kind_is_not_cleared() {
        Loop loop = new Loop(Given.histories("elsewhere"), Given.NOW);
        assertThat(loop.take(SILENT.key(), stated(TRAILER).value(), Given.NOW)).isEmpty();
        assertThat(loop.tick(Given.NOW.plusSeconds(5))).hasSize(1);
        assertThat(loop.tick(Given.NOW.plusSeconds(60)))
                .singleElement()
                .asString()
                .contains("CannotTell");
    }
}
