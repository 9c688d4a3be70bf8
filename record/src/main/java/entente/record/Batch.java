package entente.record;

import java.util.List;
import java.util.Optional;

/// What one append writes, all of it or nothing: the entries, their payloads, the tiles that they fill, the
/// new head.
///
/// `before` is the head that the log must still have. `entries` and `payloads` are of one length, in order;
/// the first entry gets the index `before.size()`.
public record Batch(Head before, List<Bytes> entries, List<Optional<Payload>> payloads, List<Tile> filled, Head after) {
    public Batch {
        entries = List.copyOf(entries);
        payloads = List.copyOf(payloads);
        filled = List.copyOf(filled);
        if (entries.size() != payloads.size() || after.size() - before.size() != entries.size()) {
            throw new IllegalArgumentException("a batch has one payload or none for each entry, and grows by as many");
        }
    }

    /// A batch, and the frontier of the log once it is stored.
    public record Step(Batch batch, Frontier frontier) {}

    public static Step of(Frontier frontier, List<Filing> filings) {
        List<Bytes> entries =
                filings.stream().map(filing -> filing.entry().bytes()).toList();
        List<Optional<Payload>> payloads = filings.stream().map(Filing::payload).toList();
        var growth = frontier.grown(entries.stream().map(Tree::leaf).toList());
        var batch = new Batch(
                frontier.head(),
                entries,
                payloads,
                growth.filled(),
                growth.frontier().head());
        return new Step(batch, growth.frontier());
    }
}
