package entente.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import entente.lanes.LaneJob.Topics;
import entente.screening.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The whole way, with a real broker and a cluster in this process: from the topic of blocks to the topics of answers
/// and
/// notices, with a machine lost in the middle.
class KafkaTest {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofSeconds(5);

    @SuppressWarnings("NullAway.Init")
    private static KafkaClusterTestKit kafka;

    @BeforeAll
    static void begin() throws Exception {
        kafka = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "2")
                .build();
        kafka.format();
        kafka.startup();
        kafka.waitForReadyBrokers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic("blocks", 3, (short) 1),
                            new NewTopic("answers", 1, (short) 1),
                            new NewTopic("notices", 1, (short) 1),
                            new NewTopic("entente.blocks", 2, (short) 1),
                            new NewTopic("entente.answers", 1, (short) 1),
                            new NewTopic("entente.notices", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void end() throws Exception {
        kafka.close();
    }

    @Test
    void each_answer_is_there_once_although_a_machine_is_lost_in_the_middle(
            @TempDir Path state, @InjectMiniCluster MiniCluster cluster) throws Exception {
        String[] lanes = {Given.SIMULATED, "dover", "dover-2"};
        Map<String, History> histories = Given.histories(lanes);
        List<List<Message>> vehicles = new ArrayList<>();
        for (String lane : lanes) {
            vehicles.add(Given.upset(Given.vehicle(lane, 6), new Random(1)));
            vehicles.add(Given.upset(Given.vehicle(lane, 7), new Random(2)));
        }
        List<String> expected = vehicles.stream()
                .flatMap(messages -> Given.answers(messages, histories).stream())
                .sorted()
                .toList();
        JobClient job = start(state, histories);
        try (KafkaProducer<byte[], byte[]> producer = producer();
                KafkaConsumer<byte[], byte[]> all = consumer("answers", "read_uncommitted");
                KafkaConsumer<byte[], byte[]> committed = consumer("answers", "read_committed");
                KafkaConsumer<byte[], byte[]> notices = consumer("notices", "read_committed")) {
            send(producer, "blocks", List.of(new Message("no key", new byte[5000]), new Message("", new byte[] {1})));
            await(() -> !checkpoints(state).isEmpty());
            Set<String> before = checkpoints(state);
            await(() -> !checkpoints(state).equals(before));
            Set<String> checkpoint = checkpoints(state);
            // Each begins; the quick ones are answered, the others are in the middle.
            vehicles.forEach(messages -> send(producer, "blocks", messages.subList(0, 20)));
            List<String> written = new ArrayList<>();
            await(() -> !read(all, written).isEmpty());
            // An answer was written and is not committed yet: the machine that wrote it goes, and another comes.
            boolean takenBack = checkpoints(state).equals(checkpoint);
            cluster.terminateTaskManager(0).get();
            cluster.startTaskManager();
            vehicles.forEach(messages -> send(producer, "blocks", messages.subList(20, messages.size())));
            List<String> answers = new ArrayList<>();
            await(() -> read(committed, answers).size() >= expected.size());
            // Whatever was still to come would have been committed by the next checkpoint.
            long until = System.nanoTime() + EVERY.multipliedBy(2).toNanos();
            await(() -> System.nanoTime() > until || read(committed, answers).size() > expected.size());
            assertThat(answers.stream().sorted().toList()).isEqualTo(expected);
            if (takenBack) {
                // It is there twice for those who read all.
                await(() -> read(all, written).size() > expected.size());
            }
            List<String> told = new ArrayList<>();
            await(() -> read(notices, told).stream()
                            .filter(one -> one.contains("refused"))
                            .count()
                    >= 2);
        } finally {
            job.cancel().get();
        }
    }

    @Test
    void the_command_that_was_killed_goes_on_where_it_was(@TempDir Path folder) throws Exception {
        Path state = folder.resolve("state");
        Path histories = Files.createDirectory(folder.resolve("histories"));
        Files.write(histories.resolve("dover.history"), Given.PLAIN.bytes());
        Files.write(
                histories.resolve(Given.SIMULATED + ".history"),
                Given.history(Given.SIMULATED).bytes());
        List<List<Message>> vehicles = List.of(
                Given.upset(Given.vehicle("dover", 9), new Random(3)),
                Given.upset(Given.vehicle(Given.SIMULATED, 11), new Random(4)));
        List<String> expected = vehicles.stream()
                .flatMap(messages -> Given.answers(messages, Given.histories("dover", Given.SIMULATED)).stream())
                .sorted()
                .toList();
        Process process = command(folder, histories, state);
        try (KafkaProducer<byte[], byte[]> producer = producer();
                KafkaConsumer<byte[], byte[]> committed = consumer("entente.answers", "read_committed")) {
            vehicles.forEach(messages -> send(producer, "entente.blocks", messages.subList(0, 20)));
            List<String> answers = new ArrayList<>();
            await(() -> !read(committed, answers).isEmpty());
            process.destroyForcibly().waitFor();
            vehicles.forEach(messages -> send(producer, "entente.blocks", messages.subList(20, messages.size())));
            process = command(folder, histories, state);
            await(() -> read(committed, answers).size() >= expected.size());
            long until = System.nanoTime() + EVERY.toNanos();
            await(() -> System.nanoTime() > until || read(committed, answers).size() > expected.size());
            assertThat(answers.stream().sorted().toList()).isEqualTo(expected);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process command(Path folder, Path histories, Path state) throws IOException {
        String open = "=ALL-UNNAMED";
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.util" + open,
                        "--add-opens=java.base/java.lang" + open,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--brokers",
                        kafka.bootstrapServers(),
                        "--histories",
                        histories.toString(),
                        "--state",
                        state.toString(),
                        "--parallel",
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static Set<String> checkpoints(Path state) {
        try (Stream<Path> files = Files.walk(state, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::toString)
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException changing) {
            // One was taken away while it was looked at.
            return Set.of();
        }
    }

    private static JobClient start(Path state, Map<String, History> histories) throws Exception {
        Configuration configuration = new Configuration()
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, EVERY)
                .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, state.toUri().toString())
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100)
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(2);
        Topics topics = new Topics(kafka.bootstrapServers(), "lanes", "blocks", "answers", "notices", new Properties());
        LaneJob.build(environment, topics, histories);
        return environment.executeAsync("lanes");
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, List<Message> messages) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Message message : messages) {
            sent.add(producer.send(
                    new ProducerRecord<>(topic, message.key().getBytes(StandardCharsets.UTF_8), message.value())));
        }
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException trouble) {
            throw new AssertionError(trouble);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String topic, String isolation) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        topic + isolation,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static List<String> read(KafkaConsumer<byte[], byte[]> consumer, List<String> into) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            into.add(new String(record.value(), StandardCharsets.UTF_8));
        }
        return into;
    }

    private static void await(java.util.function.BooleanSupplier reached) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime() < until)
                    .as("what is waited for comes within two minutes")
                    .isTrue();
        }
    }
}
