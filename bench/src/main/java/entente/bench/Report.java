package entente.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// A table of what was measured: the machine, the command that repeats it, and a row for each figure.
final class Report {
    private static final String ROW = "| %-58s | %12s | %-22s | %s%n";

    private final PrintStream out;

    /// @param command the words after `./entente bench` that measure the same again
    Report(PrintStream out, List<String> command) {
        this.out = out;
        out.println("./entente bench " + String.join(" ", command));
        out.println(machine());
        out.println();
        out.printf(Locale.ROOT, ROW, "what", "median", "least to most", "");
    }

    /// Times of some rounds of one thing.
    record Rounds(List<Double> seconds) {
        Rounds {
            seconds = seconds.stream().sorted().toList();
        }

        double median() {
            int half = seconds.size() / 2;
            return seconds.size() % 2 == 1 ? seconds.get(half) : (seconds.get(half - 1) + seconds.get(half)) / 2;
        }

        double least() {
            return seconds.getFirst();
        }

        double most() {
            return seconds.getLast();
        }
    }

    /// Something to be timed.
    interface Work {
        void run() throws Exception;
    }

    /// Times some rounds, after as many that are not counted.
    static Rounds rounds(int warming, int rounds, Work work) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < warming + rounds; i++) {
            long begin = System.nanoTime();
            work.run();
            double took = (System.nanoTime() - begin) / 1e9;
            if (i >= warming) {
                seconds.add(took);
            }
        }
        return new Rounds(seconds);
    }

    void time(String what, Rounds rounds, String remark) {
        row(
                what,
                duration(rounds.median()),
                duration(rounds.least()) + " to " + duration(rounds.most()),
                rounds.seconds.size() + " rounds" + (remark.isEmpty() ? "" : "; " + remark));
    }

    /// How often in a second, of rounds of `many` each.
    void rate(String what, Rounds rounds, long many, String remark) {
        row(
                what,
                count(many / rounds.median()) + "/s",
                count(many / rounds.most()) + " to " + count(many / rounds.least()),
                rounds.seconds.size() + " rounds" + (remark.isEmpty() ? "" : "; " + remark));
    }

    /// Nanoseconds of many single things.
    void spread(String what, Histogram nanos, String remark) {
        row(
                what,
                duration(nanos.getValueAtPercentile(50) / 1e9),
                "p99 " + duration(nanos.getValueAtPercentile(99) / 1e9) + ", most "
                        + duration(nanos.getMaxValue() / 1e9),
                nanos.getTotalCount() + " times" + (remark.isEmpty() ? "" : "; " + remark));
    }

    void row(String what, String median, String spread, String remark) {
        out.printf(Locale.ROOT, ROW, what, median, spread, remark);
    }

    static Histogram nanos() {
        return new Histogram(3_600_000_000_000L, 3);
    }

    static String duration(double seconds) {
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds >= 1e-3
                ? String.format(Locale.ROOT, "%.2f ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.1f us", seconds * 1e6);
    }

    static String count(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    /// Cores, processor, memory, file system of the working folder, JDK.
    static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " cores of " + line("/proc/cpuinfo", "model name") + "; memory "
                + line("/proc/meminfo", "MemTotal") + "; disk " + disk() + "; Java " + Runtime.version()
                + ", heap at most "
                + (runtime.maxMemory() >> 20) + " MB";
    }

    private static String disk() {
        try {
            var store = Files.getFileStore(Path.of("").toAbsolutePath());
            return store.type() + " on " + store.name();
        } catch (IOException trouble) {
            return "unknown (" + trouble.getMessage() + ")";
        }
    }

    private static String line(String file, String key) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException trouble) {
            return "unknown (" + trouble.getMessage() + ")";
        }
    }
}
