package entente.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// The node as its readers meet it: how soon it is there, how much memory it holds, how long a page takes.
final class Pages {
    private Pages() {}

    /// Starts a node on a record some times, until its first page is there.
    static void starts(Report report, Path data, String memory, int rounds) throws Exception {
        List<Double> seconds = new ArrayList<>();
        long heap = 0;
        long peak = 0;
        for (int i = 0; i <= rounds; i++) {
            int port = Child.freePort();
            long begin = System.nanoTime();
            try (Child node = node(data, memory, port)) {
                node.answers(address(port, "/"));
                // The first start may leave something behind that helps the next one.
                if (i > 0) {
                    seconds.add((System.nanoTime() - begin) / 1e9);
                    heap = Math.max(heap, node.heap());
                    peak = Math.max(peak, node.peak());
                } else {
                    Thread.sleep(Duration.ofSeconds(40));
                }
            }
        }
        report.time(
                "from the command to the first page",
                new Report.Rounds(seconds),
                "after one start that is not counted");
        report.row(
                "heap of the node after a full collection",
                heap + " MB",
                "",
                "heap at most " + (memory.isEmpty() ? "as Java chooses" : memory));
        report.row("most memory that the process held", peak + " MB", "", "");
    }

    private static Child node(Path data, String memory, int port) throws Exception {
        return Child.start(
                data.resolveSibling("node.log"),
                memory,
                List.of(
                        "run",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toAbsolutePath().toString()));
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// Asks for pages at a constant rate. A request is timed from when it was due, so that one that is late because of
    /// those before it counts as late.
    static void load(Report report, Path data, String memory, List<String> paths, int rate, int seconds, int rounds)
            throws Exception {
        int port = Child.freePort();
        try (Child node = node(data, memory, port);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            node.answers(address(port, "/"));
            List<HttpRequest> requests = paths.stream()
                    .map(path -> HttpRequest.newBuilder(address(port, path))
                            .header("Accept-Encoding", "gzip")
                            .timeout(Duration.ofSeconds(60))
                            .build())
                    .toList();
            burst(client, requests, rate, seconds);
            for (int round = 1; round <= rounds; round++) {
                LongAdder wrong = new LongAdder();
                Histogram nanos = burst(client, requests, rate, seconds, wrong);
                report.spread(
                        rate + " pages a second, round " + round,
                        nanos,
                        (wrong.sum() == 0 ? "all answered 200" : wrong.sum() + " FAILED") + "; p99.9 "
                                + Report.duration(nanos.getValueAtPercentile(99.9) / 1e9));
            }
        }
        Files.deleteIfExists(data.resolveSibling("node.log"));
    }

    private static void burst(HttpClient client, List<HttpRequest> requests, int rate, int seconds) throws Exception {
        burst(client, requests, rate, Math.max(10, seconds / 2), new LongAdder());
    }

    private static Histogram burst(
            HttpClient client, List<HttpRequest> requests, int rate, int seconds, LongAdder wrong) throws Exception {
        Histogram nanos = new ConcurrentHistogram(120_000_000_000L, 3);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int i = 0; i < rate * seconds; i++) {
                long due = begin + i * 1_000_000_000L / rate;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                HttpRequest request = requests.get(i % requests.size());
                threads.execute(() -> {
                    try {
                        if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                != 200) {
                            wrong.increment();
                        }
                    } catch (Exception trouble) {
                        wrong.increment();
                    }
                    nanos.recordValue(System.nanoTime() - due);
                });
            }
        }
        return nanos;
    }
}
