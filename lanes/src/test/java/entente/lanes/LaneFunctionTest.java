package entente.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import entente.screening.History;
import entente.testkit.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/// The function of the job, one operator of it at a time: with checkpoints in the middle of a stop.
class LaneFunctionTest {
    private static final Map<String, History> HISTORIES = Given.histories(Given.SIMULATED, "dover");

    private static KeyedOneInputStreamOperatorTestHarness<String, Message, Line> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new LaneFunction(HISTORIES)), Message::key, Types.STRING);
    }

    @Test
    void after_a_failure_and_a_restore_in_the_middle_of_a_stop_the_answers_are_those_of_the_plain_loop() {
        Trials.check(12, chance -> {
            List<Message> messages = new ArrayList<>();
            String lane = chance.nextBoolean() ? Given.SIMULATED : "dover";
            messages.addAll(Given.upset(Given.vehicle(lane, chance.nextInt(100)), chance));
            messages.addAll(Given.upset(Given.vehicle(lane, 100 + chance.nextInt(100)), chance));
            try {
                assertThat(failing(messages, chance.nextInt(messages.size()), chance.nextInt(10)))
                        .isEqualTo(Given.answers(messages, HISTORIES));
            } catch (Exception trouble) {
                throw new AssertionError(trouble);
            }
        });
    }

    @Test
    void what_is_known_of_the_load_space_and_read_of_its_air_outlasts_a_failure() throws Exception {
        List<Message> messages = LoadSpaceTest.rising(LoadSpaceTest.TRAILER);
        assertThat(Given.answers(messages, Map.of()))
                .singleElement()
                .asString()
                .contains("life-signs")
                .contains("CARBON_DIOXIDE");
        for (int checkpoint = 0; checkpoint < messages.size(); checkpoint += 3) {
            assertThat(failing(messages, checkpoint, 2))
                    .as("checkpoint after " + checkpoint)
                    .isEqualTo(Given.answers(messages, Map.of()));
        }
    }

    /// A checkpoint after so many messages, a failure so many later, and all since the checkpoint once more.
    @SuppressWarnings("try") // closing may be interrupted
    private static List<String> failing(List<Message> messages, int checkpoint, int later) throws Exception {
        List<String> answers = new ArrayList<>();
        OperatorSubtaskState state;
        try (var first = harness()) {
            first.open();
            for (Message message : messages.subList(0, checkpoint)) {
                first.processElement(message, 0);
            }
            state = first.snapshot(1, 1);
            collect(first.getOutput(), answers);
            // What is said after the checkpoint is taken back by the failure.
            for (Message message : messages.subList(checkpoint, Math.min(messages.size(), checkpoint + later))) {
                first.processElement(message, 0);
            }
        }
        try (var second = harness()) {
            second.initializeState(state);
            second.open();
            for (Message message : messages.subList(checkpoint, messages.size())) {
                second.processElement(message, 0);
            }
            second.processWatermark(Long.MAX_VALUE);
            collect(second.getOutput(), answers);
        }
        return answers.stream().sorted().toList();
    }

    private static void collect(Queue<Object> output, List<String> answers) {
        for (Object one : output) {
            if (one instanceof org.apache.flink.streaming.runtime.streamrecord.StreamRecord<?> record
                    && record.getValue() instanceof Line line) {
                answers.add(line.json());
            }
        }
    }
}
