package entente.bench;

import entente.node.Chronicle;
import entente.node.store.LogFolder;
import entente.node.store.Writer;
import entente.record.Bytes;
import entente.record.Checkpoint;
import entente.record.Entry;
import entente.record.Filing;
import entente.record.Frontier;
import entente.record.Note;
import entente.record.Receipt;
import entente.record.TiledNodes;
import entente.record.Tree;
import entente.terms.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// A log of millions of entries, whose payloads are withheld so that it takes little room.
final class LongLog {
    private LongLog() {}

    static void measure(Report report, Path within, long size, Chance chance, int rounds) throws Exception {
        hashes(report, rounds);
        Path folder = Files.createTempDirectory(within, "log");
        try (LogFolder log = LogFolder.open(folder, Chronicle.ORIGIN, new SecureRandom());
                Writer writer = new Writer(log.store(), Frontier.EMPTY)) {
            // The entries differ in nothing but their place: the tree does not mind.
            Entry entry = new Appends.Filings().next().entry();
            List<Filing> some = java.util.Collections.nCopies(Writer.MOST_ENTRIES, Filing.withheld(entry));
            Report.Rounds written = Report.rounds(0, 1, () -> {
                for (long from = 0; from < size; from += some.size()) {
                    writer.append(some.subList(0, (int) Math.min(some.size(), size - from)))
                            .join();
                }
            });
            report.rate("entries written durably, " + Writer.MOST_ENTRIES + " together", written, size, "");
            proofs(report, log, writer.frontier(), chance);
            report.row(
                    "size of the log on disk",
                    (Files.size(folder.resolve("record.db")) >> 20) + " MB",
                    "",
                    size + " entries without payloads");
        } finally {
            Child.delete(folder);
        }
    }

    private static void proofs(Report report, LogFolder log, Frontier frontier, Chance chance) {
        Checkpoint checkpoint = Checkpoint.at(Chronicle.ORIGIN, frontier.head());
        Note note = checkpoint.signed(log.keys(), 1_780_000_000L);
        Histogram made = Report.nanos();
        Histogram checked = Report.nanos();
        for (int i = 0; i < 20_000; i++) {
            long index = (long) (chance.share() * frontier.size());
            long begin = System.nanoTime();
            Receipt receipt = Receipt.of(index, note, new TiledNodes(frontier, log.store()::tile));
            long end = System.nanoTime();
            Bytes entry = log.store().entries(index, 1).getFirst();
            long checking = System.nanoTime();
            if (!entente.record.Proof.included(
                    Tree.leaf(entry), index, checkpoint.size(), receipt.proof(), checkpoint.root())) {
                throw new IllegalStateException("a wrong proof, of entry " + index);
            }
            if (i >= 2_000) {
                made.recordValue(end - begin);
                checked.recordValue(System.nanoTime() - checking);
            }
        }
        report.spread("inclusion proof of a random entry of " + frontier.size() + ", made", made, "each was checked");
        report.spread("  and checked, without signatures", checked, "");
    }

    /// Entries as long as those of a record, into leaves, tiles and a root, on one core.
    private static void hashes(Report report, int rounds) throws Exception {
        Appends.Filings filings = new Appends.Filings();
        int many = 1_000_000;
        List<Bytes> entries = new ArrayList<>();
        for (int i = 0; i < 4_096; i++) {
            entries.add(filings.next().entry().bytes());
        }
        Digest[] root = new Digest[1];
        report.rate(
                "entries hashed into leaves, tiles and a root, one core",
                Report.rounds(2, rounds, () -> {
                    Frontier frontier = Frontier.EMPTY;
                    for (int from = 0; from < many; from += entries.size()) {
                        frontier = frontier.grown(
                                        entries.stream().map(Tree::leaf).toList())
                                .frontier();
                    }
                    root[0] = frontier.root();
                }),
                many / entries.size() * (long) entries.size() + entries.size(),
                entries.getFirst().length() + " bytes each");
    }
}
