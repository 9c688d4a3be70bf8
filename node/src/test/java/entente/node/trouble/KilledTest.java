package entente.node.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.node.Main;
import entente.node.trouble.Child.Ended;
import entente.testkit.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import that is killed, or whose system calls fail: what was acknowledged is there, the log is whole, and the
/// same import afterwards records the rest.
class KilledTest {
    private static final Pattern ACKNOWLEDGED = Pattern.compile("the log has (\\d+) entries");
    /// More than one commit takes.
    private static final int MANY = 5_000;

    private static final int FEW = 12;
    private static final int KILLED = 128 + 9;
    private static final List<String> CALLS = Effort.longer()
            ? List.of("openat", "write", "pwrite64", "fsync", "fdatasync", "rename", "ftruncate", "unlink", "mkdir")
            : List.of("openat", "pwrite64", "fsync");
    private static final List<String> FATES =
            Effort.longer() ? List.of("error=EIO", "error=ENOSPC", "signal=KILL") : List.of("error=EIO", "signal=KILL");

    @TempDir
    private Path folder;

    private Path shipped = Path.of("");

    @BeforeEach
    void begin() {
        shipped = Small.shipped(folder);
    }

    private List<String> importing(Path file, Path data) {
        return Child.java(
                Main.class.getName(),
                "import",
                file.toString(),
                "--data",
                data.toString(),
                "--agreements",
                shipped.toString());
    }

    private static long acknowledged(Ended ended) {
        Matcher last = ACKNOWLEDGED.matcher(ended.output());
        long size = 0;
        while (last.find()) {
            size = Long.parseLong(last.group(1));
        }
        return size;
    }

    @Test
    void killed_at_any_moment_of_an_import() throws Exception {
        Path file = Small.payments(folder.resolve("many.yaml"), 0, MANY);
        Path whole = folder.resolve("whole");
        long began = System.nanoTime();
        try (Child child = Child.begin(importing(file, whole))) {
            assertThat(acknowledged(child.ended())).isEqualTo(MANY + 1);
        }
        long longest = System.nanoTime() - began;
        int times = Effort.times(3, 100);
        Random random = new Random(4);
        Set<Long> sizes = new HashSet<>();
        for (int i = 0; i < times; i++) {
            Path data = folder.resolve("data-" + i);
            Ended ended;
            try (Child child = Child.begin(importing(file, data))) {
                TimeUnit.NANOSECONDS.sleep(random.nextLong(longest));
                ended = child.killed();
            }
            if (Files.exists(data.resolve("record.db"))) {
                long size = Small.size(data);
                assertThat(size).isGreaterThanOrEqualTo(acknowledged(ended));
                sizes.add(size);
            }
            try (Child again = Child.begin(importing(file, data))) {
                Ended done = again.ended();
                assertThat(acknowledged(done)).as(done.output()).isEqualTo(MANY + 1);
            }
            delete(data);
        }
        Effort.done("kills while importing " + MANY + " facts, " + sizes.size() + " different sizes found", times);
    }

    /// Every call of a kind in turn, the first of each thread, the second, and so on, until no thread makes so many.
    @Test
    void any_system_call_on_the_folder_may_fail_or_be_the_last() throws Exception {
        assumeTrue(strace(), "strace is there and may trace");
        Path file = Small.payments(folder.resolve("few.yaml"), 0, FEW);
        int injected = 0;
        for (String call : CALLS) {
            for (String fate : FATES) {
                int last = Effort.times(2, Integer.MAX_VALUE);
                for (int nth = Effort.times(2, 1); nth <= last && injected(file, call, fate, nth); nth++) {
                    injected++;
                }
            }
        }
        assertThat(injected).isGreaterThan(3);
        Effort.done("system calls made to fail or to be the last, nothing acknowledged lost", injected);
    }

    /// False where the import made fewer calls of the kind.
    private boolean injected(Path file, String call, String fate, int nth) throws IOException {
        Path data = folder.resolve("data-" + call + "-" + fate + "-" + nth);
        Path log = folder.resolve("strace.log");
        var command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", log.toString()));
        for (String name : List.of(
                "",
                "/record.db",
                "/record.db-wal",
                "/record.db-shm",
                "/record.db-journal",
                "/keys",
                "/keys.new",
                "/lock")) {
            command.addAll(List.of("-P", data + name));
        }
        command.addAll(List.of("-e", "trace=" + call, "-e", "inject=" + call + ":" + fate + ":when=" + nth));
        command.addAll(importing(file, data));
        Ended ended;
        try (Child child = Child.begin(command)) {
            ended = child.ended();
        }
        String traced = Files.readString(log);
        boolean hit = traced.contains("(INJECTED)") || ended.status() == KILLED;
        String where = call + " " + fate + " " + nth + ": " + ended.output();
        if (ended.status() == 0) {
            assertThat(acknowledged(ended)).as(where).isEqualTo(FEW + 1);
        } else if (!fate.equals("signal=KILL")) {
            assertThat(ended.output()).as(where).contains("entente: ").doesNotContain("\tat entente");
        }
        try (Child again = Child.begin(importing(file, data))) {
            Ended done = again.ended();
            // Keys that were made and entries that were recorded stay; nothing needs a hand.
            assertThat(acknowledged(done))
                    .as("after " + where + "\n" + done.output())
                    .isEqualTo(FEW + 1);
        }
        delete(data);
        return hit;
    }

    private static boolean strace() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("strace", "-f", "-qq", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return true;
            }
            Effort.leftOut("system calls made to fail", "strace may not trace here");
        } catch (IOException none) {
            Effort.leftOut("system calls made to fail", "strace is missing; Debian has it in the package strace");
        }
        return false;
    }

    private static void delete(Path data) {
        try (var inside = Files.walk(data)) {
            for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
