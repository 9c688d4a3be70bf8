package entente.lanes;

import entente.lanes.LaneJob.Topics;
import entente.screening.History;
import entente.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command: begins the job, here or on the cluster of Flink to which it was handed, and ends with it. Exit status
/// 2: a wrong
/// command line, or a folder that it cannot use.
@Command(
        name = "entente lanes",
        description =
                "Screens the lanes of a whole port: recordings in blocks from a topic of Apache Kafka, answers and"
                        + " notices to two others. See docs/operate/lanes.md.",
        mixinStandardHelpOptions = true,
        subcommands = Measure.class)
public final class Main implements Callable<Integer> {
    private static final int WRONG_USE = 2;
    private static final String ENDING = ".history";

    @Option(names = "--brokers", paramLabel = "HOST:PORT,...", description = "where Kafka is")
    @Nullable
    String brokers;

    @Option(
            names = "--histories",
            paramLabel = "DIR",
            description = "the folder with LANE.history of each lane, made by: entente screen learn. A lane without one"
                    + " cannot tell")
    @Nullable
    Path histories;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "where checkpoints go; the newest one there is gone on from. A cluster has its own setting")
    @Nullable
    Path state;

    @Option(names = "--blocks", description = "the topic that is read, ${DEFAULT-VALUE}")
    String blocks = "entente.blocks";

    @Option(names = "--answers", description = "the topic of answers, ${DEFAULT-VALUE}")
    String answers = "entente.answers";

    @Option(names = "--notices", description = "the topic of notices, ${DEFAULT-VALUE}")
    String notices = "entente.notices";

    @Option(names = "--name", description = "of this job among others on the same brokers, ${DEFAULT-VALUE}")
    String name = "entente-lanes";

    @Option(
            names = "--every",
            paramLabel = "MS",
            description = "milliseconds from checkpoint to checkpoint, ${DEFAULT-VALUE}")
    long everyMillis = 1000;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "how many tasks; one for each core where it is not said")
    int parallel;

    @Option(
            names = "--kafka",
            paramLabel = "KEY=VALUE",
            description = "a property of Kafka's clients, such as security.protocol=SSL")
    Map<String, String> kafka = new HashMap<>();

    /// A command line that cannot be followed, or a folder that cannot be used.
    private static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Words words;

        WrongUse(String en, String fr) {
            super(en);
            words = new Words(en, fr);
        }
    }

    public static void main(String[] arguments) {
        int status = new CommandLine(new Main())
                .setExecutionExceptionHandler((trouble, line, _) -> {
                    if (trouble instanceof WrongUse wrong) {
                        boolean french = Locale.getDefault().getLanguage().equals("fr");
                        line.getErr().println("entente: " + (french ? wrong.words.fr() : wrong.words.en()));
                        return WRONG_USE;
                    }
                    throw trouble;
                })
                .execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() throws Exception {
        if (brokers == null) {
            throw new WrongUse("--brokers is missing: where is Kafka?", "--brokers manque\u202F: où est Kafka\u202F?");
        }
        Configuration configuration = new Configuration()
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(everyMillis));
        if (state != null) {
            configuration.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    state.toAbsolutePath().toUri().toString());
            configuration.set(
                    CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                    ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
            newest(state).ifPresent(path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        if (parallel > 0) {
            environment.setParallelism(parallel);
        }
        Properties client = new Properties();
        client.putAll(kafka);
        LaneJob.build(environment, new Topics(brokers, name, blocks, answers, notices, client), taught(histories));
        environment.execute(name);
        return 0;
    }

    /// The newest checkpoint that is whole, as an address.
    static Optional<String> newest(Path state) {
        if (!Files.isDirectory(state)) {
            return Optional.empty();
        }
        try (Stream<Path> folders =
                Files.find(state, 2, (path, _) -> path.getFileName().toString().startsWith("chk-"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("_metadata")))
                    .max(Comparator.comparingLong(
                            folder -> folder.resolve("_metadata").toFile().lastModified()))
                    .map(folder -> folder.toAbsolutePath().toUri().toString());
        } catch (IOException trouble) {
            throw new WrongUse(
                    state + " cannot be read: see to its permissions",
                    state + " ne peut être lu\u202F: vérifiez ses droits d’accès");
        }
    }

    /// What each lane gave when it was empty.
    static Map<String, History> taught(@Nullable Path folder) {
        if (folder == null) {
            return Map.of();
        }
        Map<String, History> histories = new HashMap<>();
        for (Path file : listed(folder)) {
            String lane = file.getFileName().toString();
            histories.put(lane.substring(0, lane.length() - ENDING.length()), history(file));
        }
        return histories;
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .toList();
        } catch (IOException trouble) {
            throw new WrongUse(
                    folder + " is no folder that can be read", folder + " n’est pas un dossier qui puisse être lu");
        }
    }

    private static History history(Path file) {
        try {
            return History.read(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new WrongUse(
                    file + " is not a history of this version. Teach the lane again: entente screen learn",
                    file
                            + " n’est pas un historique de cette version. Apprenez de nouveau la voie\u202F: entente screen"
                            + " learn");
        }
    }
}
