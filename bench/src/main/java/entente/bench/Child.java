package entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program at work in a process of its own, started as a newcomer starts it: by the script.
final class Child implements AutoCloseable {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Runs `./entente` with these words. What it says goes into a file.
    ///
    /// @param memory the most heap, as `-Xmx` has it; empty for what the script gives
    static Child start(Path log, String memory, List<String> words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("bash", home().resolve("entente").toString()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("ENTENTE_NO_BUILD", "1");
        if (!memory.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx" + memory);
        }
        return new Child(builder.start(), log);
    }

    /// The folder of the script.
    static Path home() {
        return Path.of(System.getProperty("entente.home", "")).toAbsolutePath();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Waits until it ends.
    ///
    /// @throws IllegalStateException with its last words, where it ends badly
    void join() throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("it failed: " + said());
        }
    }

    String said() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    /// Waits until an address answers as it should.
    void answers(URI address) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            while (process.isAlive()) {
                try {
                    HttpRequest request = HttpRequest.newBuilder(address)
                            .timeout(Duration.ofMinutes(5))
                            .build();
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // Nobody listens yet.
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        throw new IllegalStateException("it ended before it answered: " + said());
    }

    /// The most memory that it has held, in MB.
    long peak() throws IOException {
        Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : -1;
    }

    boolean running() {
        return process.isAlive();
    }

    /// What is live on its heap after a full collection, in MB.
    long heap() throws IOException, InterruptedException {
        tool("GC.run");
        return tool("GC.heap_info")
                        .lines()
                        .filter(line -> !line.contains("Metaspace") && !line.contains("space "))
                        .map(USED::matcher)
                        .filter(Matcher::find)
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                / 1024;
    }

    private String tool(String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process tool = new ProcessBuilder(jcmd, String.valueOf(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tool.waitFor();
        return said;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Deletes a folder and all in it.
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
