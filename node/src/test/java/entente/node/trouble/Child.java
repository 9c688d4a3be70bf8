package entente.node.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command of the node in a process of its own, as a person starts it.
final class Child implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final int LONGEST_SECONDS = 180;

    private final Process process;
    private final BufferedReader said;
    private final StringBuilder output = new StringBuilder();

    /// How it ended, and all that it said.
    record Ended(int status, String output) {}

    private Child(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// The command of a node, for this Java and these classes.
    static List<String> java(String main, String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=" + System.getProperty("child.language", "en"),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(words));
        return command;
    }

    static Child begin(List<String> command) {
        try {
            return new Child(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static Child command(String... words) {
        return begin(java(Main.class.getName(), words));
    }

    /// The same in French.
    static Child commande(String... words) {
        List<String> command = java(Main.class.getName(), words);
        command.replaceAll(word -> word.startsWith("-Duser.language=") ? "-Duser.language=fr" : word);
        return begin(command);
    }

    /// A node that serves a folder on a free port.
    static Child node(Path data, Path shipped) {
        return command("run", "--port", "0", "--data", data.toString(), "--agreements", shipped.toString());
    }

    /// Where it serves, once it does.
    URI address() {
        for (String line = line(); line != null; line = line()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
        }
        throw new AssertionError("the node ended before it served: " + output);
    }

    @org.jspecify.annotations.Nullable
    String line() {
        try {
            String line = said.readLine();
            if (line != null) {
                output.append(line).append('\n');
            }
            return line;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Waits for the end.
    Ended ended() {
        String rest = said.lines().collect(Collectors.joining("\n"));
        output.append(rest);
        try {
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
            return new Ended(process.exitValue(), output.toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a child ran", stop);
        } finally {
            close();
        }
    }

    /// kill -9, then what was said until then.
    Ended killed() {
        // By its handle: the process itself would close the pipe too.
        process.toHandle().destroyForcibly();
        return ended();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
