package entente.bench;

import entente.node.Chronicle;
import entente.node.store.LogFolder;
import entente.node.store.Writer;
import entente.record.Audience;
import entente.record.Bytes;
import entente.record.Entry;
import entente.record.Filing;
import entente.record.Frontier;
import entente.record.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/// Single entries, each durable before its writer goes on, by some writers at once.
final class Appends {
    /// How long the content of an entry is, in bytes.
    static final int CONTENT = 300;

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");
    private static final Pattern CALLS =
            Pattern.compile("(?m)^\\s*[\\d.]+\\s+[\\d.]+\\s+\\d+\\s+(\\d+).*\\s(fsync|fdatasync)$");

    private Appends() {}

    /// What some seconds of appending came to.
    record Outcome(long appended, double seconds, Histogram nanos) {}

    /// Makes entries with content of three hundred bytes, their salts drawn as the node draws them, but many at once.
    static final class Filings {
        private static final int DRAWN = 256;

        private final SecureRandom random = new SecureRandom();
        private final byte[] salts = new byte[Payload.SALT * DRAWN];
        private final byte[] content =
                ("{\"invented\":\"" + "x".repeat(CONTENT - 15) + "\"}").getBytes(StandardCharsets.UTF_8);
        private int made;

        Filing next() {
            int at = made++ % DRAWN;
            if (at == 0) {
                random.nextBytes(salts);
            }
            byte[] salt = Arrays.copyOfRange(salts, at * Payload.SALT, (at + 1) * Payload.SALT);
            Payload payload = new Payload(Bytes.of(salt), Bytes.of(content));
            return Filing.of(
                    new Entry(
                            new Entry.Kind.Assert(), Audience.PUBLIC, RECORDED, Chronicle.MEDIA, payload.commitment()),
                    payload);
        }
    }

    static Outcome run(Path folder, int writers, double seconds) throws Exception {
        try (LogFolder log = LogFolder.open(folder, Chronicle.ORIGIN, new SecureRandom());
                Writer writer = new Writer(log.store(), Frontier.EMPTY);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9);
            List<Future<Histogram>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                running.add(threads.submit(() -> append(writer, end)));
            }
            Histogram all = Report.nanos();
            for (Future<Histogram> one : running) {
                all.add(one.get());
            }
            return new Outcome(all.getTotalCount(), (System.nanoTime() - begin) / 1e9, all);
        }
    }

    private static Histogram append(Writer writer, long end) {
        Filings filings = new Filings();
        Histogram nanos = new Histogram(60_000_000_000L, 3);
        while (System.nanoTime() < end) {
            Filing filing = filings.next();
            long begin = System.nanoTime();
            writer.append(List.of(filing)).join();
            nanos.recordValue(System.nanoTime() - begin);
        }
        return nanos;
    }

    /// Rates and waiting times by number of writers; then, in a process of its own that is watched, how many waits for
    /// the disk there were.
    static void measure(Report report, Path within, double seconds, int rounds) throws Exception {
        for (int writers : new int[] {1, 64, 1_024}) {
            List<Double> each = new ArrayList<>();
            Histogram all = Report.nanos();
            for (int i = 0; i <= rounds; i++) {
                Path folder = Files.createTempDirectory(within, "appends");
                Outcome outcome = run(folder, writers, seconds);
                Child.delete(folder);
                if (i > 0) {
                    each.add(outcome.seconds / outcome.appended);
                    all.add(outcome.nanos);
                }
            }
            report.rate("durable appends of one entry, writers: " + writers, new Report.Rounds(each), 1, "");
            report.spread("  from handing in to durable", all, "");
            report.row("  waits for the disk, counted by strace", "", "", watched(within, writers, seconds));
        }
        bytes(report, within);
    }

    private static void bytes(Report report, Path within) throws Exception {
        Path folder = Files.createTempDirectory(within, "bytes");
        Filings filings = new Filings();
        int many = 200_000;
        try (LogFolder log = LogFolder.open(folder, Chronicle.ORIGIN, new SecureRandom());
                Writer writer = new Writer(log.store(), Frontier.EMPTY)) {
            for (int from = 0; from < many; from += 1_000) {
                List<Filing> some = new ArrayList<>();
                for (int i = from; i < from + 1_000; i++) {
                    some.add(filings.next());
                }
                writer.append(some).join();
            }
        }
        long size = Files.size(folder.resolve("record.db"));
        Child.delete(folder);
        report.row(
                "bytes on disk for an entry of " + CONTENT, Report.count((double) size / many), "", many + " entries");
    }

    private static String watched(Path within, int writers, double seconds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(within, "watched");
        Path calls = folder.resolve("calls");
        Process process;
        try {
            process = new ProcessBuilder(
                            "strace",
                            "-f",
                            "-c",
                            "-e",
                            "trace=fsync,fdatasync",
                            "-o",
                            calls.toString(),
                            Child.java(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "entente.bench.Main",
                            "append",
                            "--writers",
                            String.valueOf(writers),
                            "--seconds",
                            String.valueOf(seconds),
                            folder.resolve("log").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            Child.delete(folder);
            return "not counted: strace is missing";
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String counts = ended ? Files.readString(calls) : "";
        Child.delete(folder);
        StringBuilder found = new StringBuilder(said + " while watched");
        Matcher call = CALLS.matcher(counts);
        while (call.find()) {
            found.append("; ").append(call.group(2)).append(' ').append(call.group(1));
        }
        return found.toString();
    }
}
