package entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import entente.record.Frontier;
import entente.record.Recovery;
import entente.testkit.Effort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node that is killed in the middle of its work.
class CrashTest {
    private static final int CYCLES = Effort.times(4, 100);

    @TempDir
    private Path folder;

    /// The node that is killed: appends for ever, and says on standard output how far it was told that it is durable.
    static final class Appender {
        public static void main(String[] folder) {
            try (LogFolder opened = LogFolder.open(Path.of(folder[0]), Given.ORIGIN, Given.RANDOM);
                    var writer = new Writer(opened.store(), frontier(opened))) {
                while (true) {
                    int number = (int) writer.frontier().size();
                    writer.append(Given.filings(number, number + 1 + number % 90))
                            .join();
                    IO.println(writer.frontier().size());
                }
            }
        }
    }

    private static Frontier frontier(LogFolder opened) {
        return opened.recover((_, _, _) -> () -> {}) instanceof Recovery.Sound sound
                ? sound.frontier()
                : Frontier.EMPTY;
    }

    @Test
    void nothing_acknowledged_is_lost_however_often_the_node_is_killed() throws Exception {
        long acknowledged = 0;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            acknowledged = Math.max(acknowledged, killedAfter(20 + 30 * (cycle % 4)));
            try (LogFolder opened = LogFolder.open(folder, Given.ORIGIN, Given.RANDOM)) {
                long told = acknowledged;
                assertThat(opened.recover((_, _, _) -> () -> {}))
                        .isInstanceOfSatisfying(
                                Recovery.Sound.class,
                                sound -> assertThat(sound.frontier().size()).isGreaterThanOrEqualTo(told));
            }
        }
        assertThat(acknowledged).isGreaterThan(CYCLES);
        Effort.done("kills while appending, nothing acknowledged lost", CYCLES);
    }

    /// Starts a node, kills it after so many acknowledgements, and answers the last that it gave.
    private long killedAfter(int acknowledgements) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (var answers = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < acknowledgements; i++) {
                String line = answers.readLine();
                assertThat(line).as("the node ended by itself").isNotNull();
                last = Long.parseLong(line);
            }
            // By its handle: the process itself would close the pipe too.
            node.toHandle().destroyForcibly();
            node.waitFor();
            // Whatever stood in the pipe was acknowledged before the end; the last line may be cut.
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                last = answers.ready() ? Long.parseLong(line) : last;
            }
        }
        return last;
    }
}
