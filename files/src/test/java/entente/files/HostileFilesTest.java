package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files made to cost time or memory cost no more than an honest one of their size.
///
/// Every build tries files of 4 MiB; `-Dshow=true` tries the largest that are read, and prints what each took.
class HostileFilesTest {
    private static final boolean SHOW = Boolean.getBoolean("show");
    private static final int BYTES = SHOW ? Reading.LARGEST_BYTES : 4 << 20;
    private static final Duration MOST = Duration.ofSeconds(SHOW ? 30 : 10);

    static Stream<List<String>> patterns() {
        return Stream.of(
                List.of("", "["),
                List.of("", "{"),
                List.of("", "- "),
                List.of("", "? "),
                List.of("", "a: "),
                List.of("", "&a "),
                List.of("", "&a"),
                List.of("", "*a\n"),
                List.of("", "- *a\n"),
                List.of("", "- &a b\n"),
                List.of("", "!a "),
                List.of("", "- !a b\n"),
                List.of("", "-\n"),
                List.of("", "- {}\n"),
                List.of("", "- []\n"),
                List.of("", "- {a}\n"),
                List.of("[", "[],"),
                List.of("[", ","),
                List.of("[", "a,"),
                List.of("{", "a,"),
                List.of("", "a:\n"),
                List.of("{", "a: b,"),
                List.of("", "a"),
                List.of("a: ", "b c "),
                List.of("a: ", "b\n  c "),
                List.of("a: ", "\n"),
                List.of("", "\n"),
                List.of("", " "),
                List.of("", " \n"),
                List.of("", "\r"),
                List.of("", "\t"),
                List.of("", "# a\n"),
                List.of("#", "a"),
                List.of("\"", "a"),
                List.of("\"", "\\n"),
                List.of("\"", "a\n"),
                List.of("\"", "\\\n"),
                List.of("\"", "\\uD800"),
                List.of("'", "''"),
                List.of("a: |\n", " b\n"),
                List.of("a: >\n", " b\n\n"),
                List.of("a: |\n", "\n"),
                List.of("a: |\n b\n", "\n"),
                List.of("a: ", "\"b\" "),
                List.of("", "--- a\n"),
                List.of("", "---\n"),
                List.of("", "...\n"),
                List.of("", "%a b\n"),
                List.of("%YAML 1.", "1"),
                List.of("%TAG ! ", "a"),
                List.of("!<", "a"),
                List.of("", "|"),
                List.of("", ":"),
                List.of("", "-"),
                List.of("- ", "😀"),
                List.of("- ", "é"),
                List.of("\0", "\0"),
                List.of("a", "\u0007"),
                List.of("a", "\u202E"),
                List.of("- id: ", "a/"),
                List.of("- bears_on: [a/", "/"));
    }

    /// How long it takes, and where that is too long, how long the second time: a machine may be busy once.
    static Duration taken(Runnable work, Duration most) {
        long start = System.nanoTime();
        work.run();
        Duration first = Duration.ofNanos(System.nanoTime() - start);
        if (first.compareTo(most) <= 0) {
            return first;
        }
        long again = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - again);
    }

    private static byte[] filled(String start, String again) {
        byte[] bytes = new byte[BYTES];
        byte[] first = start.getBytes(StandardCharsets.UTF_8);
        byte[] rest = again.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(first, 0, bytes, 0, first.length);
        int at = first.length;
        for (; at + rest.length <= bytes.length; at += rest.length) {
            System.arraycopy(rest, 0, bytes, at, rest.length);
        }
        return Arrays.copyOf(bytes, at);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void a_file_of_one_thing_is_refused_in_good_time(List<String> pattern) {
        byte[] bytes = filled(pattern.getFirst(), pattern.getLast());
        AtomicReference<Reading> read = new AtomicReference<>(new Reading.Refused(List.of()));
        Duration taken = taken(() -> read.set(Reading.read("bad.yaml", bytes)), MOST);
        Reading reading = read.get();
        if (SHOW) {
            Runtime runtime = Runtime.getRuntime();
            System.out.println("TOOK " + taken.toMillis() + " ms " + pattern + " "
                    + (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000 + " MB "
                    + (reading instanceof Reading.Refused(var faults)
                            ? faults.getFirst().rule()
                            : "?"));
        }
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.faults()).isNotEmpty().allSatisfy(BadFilesTest::reads_well));
        assertThat(taken).isLessThan(MOST);
    }

    @Test
    void a_great_many_allare_read() {
        String fact = Mutations.everyKey("facts").split("\n- id: f2", 2)[0] + "\n";
        StringBuilder text = new StringBuilder();
        int facts = 0;
        while (text.length() < BYTES * 9L / 10) {
            text.append(fact.replace("id: f1", "id: g" + facts++));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicReference<Reading> read = new AtomicReference<>(new Reading.Refused(List.of()));
        Duration taken = taken(() -> read.set(Reading.read("facts.yaml", bytes)), MOST);
        Reading reading = read.get();
        int expected = facts;
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.OfFacts.class, all -> assertThat(all.told()).hasSize(expected));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        if (SHOW) {
            System.out.println("TOOK " + taken.toMillis() + " ms for " + bytes.length + " bytes, " + facts
                    + " facts; then " + (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000 + " MB held");
        }
        assertThat(taken).isLessThan(MOST);
    }
}
