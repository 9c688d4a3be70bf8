package entente.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The invented record on its way into a new one, as a user brings it there: files and `./entente import`.
final class Importing {
    private Importing() {}

    /// @param keep where the record of the last round stays; null where none does
    static void measure(Report report, Invented invented, @Nullable Path keep, int rounds) throws Exception {
        Path folder = Files.createTempDirectory("import");
        try {
            Path file = folder.resolve("large.jsonl");
            Written written = Written.of(invented, file);
            List<Double> seconds = new ArrayList<>();
            long peak = 0;
            for (int i = 0; i < rounds; i++) {
                boolean last = i == rounds - 1;
                Path data = last && keep != null ? keep.toAbsolutePath() : folder.resolve("data");
                try (Child agreements = Child.start(folder.resolve("log"), "", words(data, written.folder()))) {
                    agreements.join();
                }
                long begin = System.nanoTime();
                try (Child facts = Child.start(folder.resolve("log"), "", words(data, file))) {
                    while (facts.running()) {
                        peak = Math.max(peak, facts.peak());
                        Thread.sleep(Duration.ofMillis(20));
                    }
                    facts.join();
                }
                seconds.add((System.nanoTime() - begin) / 1e9);
                if (last) {
                    long bytes = Files.size(data.resolve("record.db"));
                    report.rate("facts imported, the whole command", new Report.Rounds(seconds), invented.size(), "");
                    report.row("most memory that the command held", peak + " MB", "", "");
                    report.row(
                            "bytes on disk a fact",
                            Report.count((double) bytes / invented.size()),
                            "",
                            written.bytes() / invented.size() + " of them its content");
                }
                if (!last || keep == null) {
                    Child.delete(data);
                }
            }
        } finally {
            Child.delete(folder);
        }
    }

    private static List<String> words(Path data, Path what) {
        return List.of("import", what.toString(), "--data", data.toString());
    }
}
