package entente.lanes;

import entente.recordings.About;
import entente.recordings.Portion;
import entente.screening.Array;
import entente.screening.Block;
import entente.screening.History;
import entente.trial.Ground;
import entente.trial.Plan;
import entente.trial.Stop;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How many lanes this machine bears: simulated stops through Flink as fast as it takes them, without Kafka.
///
/// A lane without a history is measured: no test ends early, so that every look at every stop is taken. Messages are
/// read, keyed, put in order and screened, and a checkpoint is made each second.
@Command(
        name = "measure",
        description = "Says how many samples a second Apache Flink takes on this machine with the detector in it.",
        mixinStandardHelpOptions = true)
final class Measure implements Callable<Integer> {
    /// So that the look at 60 s is taken too.
    private static final int SECONDS = 61;
    private static final int DIFFERENT = 16;
    private static final String LANE = "measured";

    /// The messages of each stop, for the tasks in this process.
    @SuppressWarnings("NullAway.Init")
    private static volatile List<List<byte[]>> stops;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--parallel", paramLabel = "N", description = "how many tasks, ${DEFAULT-VALUE}")
    int parallel = 2;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            description = "vehicles at the same time in each task, ${DEFAULT-VALUE}")
    int lanes = 100;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "vehicles one after the other in each lane, ${DEFAULT-VALUE}")
    int rounds = 4;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "samples a second of each of nine sensors, 100 or more, ${DEFAULT-VALUE}; stops are simulated"
                    + " at 100 and brought to it by straight lines")
    int rateHz = 500;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (rateHz < Stop.lane(Plan.empty()).rateHz() || rateHz > Array.MOST_RATE_HZ) {
            throw new ParameterException(spec.commandLine(), "--rate is from 100 to 10,000, was: " + rateHz);
        }
        int sensors = prepare(rateHz);
        run(1);
        for (int i = 0; i < 3; i++) {
            double seconds = run(rounds);
            double samples = (double) rounds * parallel * lanes * SECONDS * sensors * rateHz;
            out.printf(
                    Locale.ROOT,
                    "%,.0f samples a second: %,.0f lanes of %d sensors at %d samples a second (%.1f s)%n",
                    samples / seconds,
                    samples / seconds / sensors / rateHz,
                    sensors,
                    rateHz,
                    seconds);
            out.flush();
        }
        out.printf(Locale.ROOT, "%,d bytes of state for one lane, at most%n", largest());
        out.flush();
        return 0;
    }

    private static int prepare(int rateHz) {
        List<List<byte[]>> made = new ArrayList<>();
        Ground place = Ground.invented(1);
        int sensors = 0;
        for (int seed = 0; seed < DIFFERENT; seed++) {
            Stop stop = Stop.atPort(seed, place, Plan.empty(), rateHz);
            Array array = new Array(LANE, stop.array().rateHz(), stop.array().sensors());
            List<byte[]> messages = new ArrayList<>();
            for (Block block : stop.blocks().subList(0, SECONDS)) {
                messages.add(new Portion(array, About.UNKNOWN, List.of(block), List.of()).bytes());
            }
            made.add(messages);
            sensors = array.sensors().size();
        }
        stops = made;
        return sensors;
    }

    private double run(int turns) throws Exception {
        Path state = Files.createTempDirectory("entente-lanes");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(new Configuration()
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1))
                .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, state.toUri().toString()));
        environment.setParallelism(parallel);
        int each = lanes;
        long count = (long) turns * parallel * lanes * (SECONDS + 1);
        LaneJob.screened(
                        environment.fromSource(
                                new DataGeneratorSource<>(
                                        index -> message(index, each), count, TypeInformation.of(Message.class)),
                                WatermarkStrategy.noWatermarks(),
                                "simulated"),
                        Map.of())
                .sinkTo(new DiscardingSink<>());
        return environment.execute("measure").getNetRuntime() / 1e3;
    }

    /// Vehicles side by side, second by second, until they leave.
    private static Message message(long index, int lanes) {
        long turn = index / ((SECONDS + 1L) * lanes);
        int second = (int) (index / lanes % (SECONDS + 1));
        int lane = (int) (index % lanes);
        byte @Nullable [] value =
                second == SECONDS ? null : stops.get(lane % DIFFERENT).get(second);
        return new Message(LANE + "/" + turn + "-" + lane, value);
    }

    private static int largest() {
        Stay stay = new Stay(new StayKey(LANE, "1"), Instant.EPOCH);
        int largest = 0;
        for (byte[] message : stops.getFirst()) {
            stay.take(message, History.none(), Instant.EPOCH);
            largest = Math.max(largest, stay.saved().length);
        }
        return largest;
    }
}
