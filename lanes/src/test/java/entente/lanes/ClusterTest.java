package entente.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The job on a cluster of Apache Flink in this process.
class ClusterTest {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    @Test
    @SuppressWarnings("try") // closing may be interrupted
    void the_job_gives_the_answers_of_the_plain_loop() throws Exception {
        String[] lanes = {"calais-1", "calais-2", "dover"};
        List<Message> messages = new ArrayList<>();
        for (String lane : lanes) {
            for (int i = 0; i < 4; i++) {
                long seed = 4L * lane.length() + i;
                messages.addAll(Given.upset(Given.vehicle(lane, seed), new Random(seed)));
            }
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(
                new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
        environment.setParallelism(2);
        List<String> answers = new ArrayList<>();
        try (var lines = LaneJob.screened(environment.fromData(messages), Given.histories(lanes))
                .executeAndCollect()) {
            lines.forEachRemaining(line -> answers.add(line.json()));
        }
        assertThat(answers.stream().sorted().toList())
                .isEqualTo(Given.answers(messages, Given.histories(lanes)))
                .hasSize(12);
    }
}
