package entente.record;

import entente.terms.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Checks a published log from its bytes alone: the signatures of its checkpoint, every entry, every
/// present payload, every tile, and the root over all of them.
///
/// It holds at most 64 bundles of entries and payloads at a time, and reads them on every core: the log must bear
/// being asked from several threads at once. Where an entry and the tile above it disagree, the signed root says
/// which of the two was altered. An audit serves one run.
public final class Audit {
    private static final int MOST_FAULTS = 1_000;

    private final Published log;
    private final String origin;
    private final List<VerifierKey> keys;
    private final Reader reader;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> doubts = new ArrayList<>();
    private final List<Fault> againstEntries = new ArrayList<>();
    private final List<Fault> againstTiles = new ArrayList<>();
    private Frontier byEntries = Frontier.EMPTY;
    private Frontier byTiles = Frontier.EMPTY;
    private long payloads;
    private long tiles;

    /// Is given every entry that parses, with its payload where that is present and matches.
    ///
    /// It is asked from several threads at once, in no order, for what can be done without the other entries;
    /// what it answers is then run in the order of the log, on the thread of the audit. What it was given counts
    /// only if the audit then finds the log sound.
    @FunctionalInterface
    public interface Reader {
        Runnable read(long index, Entry entry, Optional<Payload> payload);
    }

    /// What an audit found.
    public sealed interface Finding {
        /// Everything holds. `payloads` counts those that were present.
        record Sound(Checkpoint checkpoint, long payloads, long tiles) implements Finding {}

        /// These do not hold: the first 1,000, in the order of the log.
        record Faulty(List<Fault> faults) implements Finding {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /// @param origin the log that is meant
    /// @param keys the keys of that log, each of which must have signed
    public Audit(Published log, String origin, List<VerifierKey> keys, Reader reader) {
        this.log = log;
        this.origin = origin;
        this.keys = List.copyOf(keys);
        this.reader = reader;
    }

    public Finding run() {
        Optional<Checkpoint> checkpoint = checkpoint();
        checkpoint.ifPresent(this::contents);
        return checkpoint.isPresent() && faults.isEmpty()
                ? new Finding.Sound(checkpoint.get(), payloads, tiles)
                : new Finding.Faulty(faults);
    }

    private Optional<Checkpoint> checkpoint() {
        Optional<byte[]> bytes = log.fetch(new LogPath.Newest());
        if (bytes.isEmpty()) {
            return refuse("there is none");
        }
        try {
            Note note = Note.parse(bytes.get());
            if (note.unanimous(keys) instanceof Verdict.Rejected(String reason)) {
                return refuse(reason);
            }
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return checkpoint.origin().equals(origin)
                    ? Optional.of(checkpoint)
                    : refuse("it is of another log: " + checkpoint.origin());
        } catch (Malformed wrong) {
            return refuse(wrong.reason());
        }
    }

    private Optional<Checkpoint> refuse(String reason) {
        found(new Fault.InCheckpoint(reason));
        return Optional.empty();
    }

    private void contents(Checkpoint checkpoint) {
        // Where one bundle is missing, nothing that follows it can be placed under the root.
        if (Ahead.each(LogPath.entries(checkpoint.size()).iterator(), Bundle::new, this::take)) {
            compare(edges(byEntries), edges(byTiles));
            conclude(checkpoint, byEntries.root(), byTiles.root());
        }
    }

    private boolean take(Bundle bundle) {
        bundle.faults.forEach(this::found);
        tiles += bundle.tile.isPresent() ? 1 : 0;
        payloads += bundle.payloads;
        bundle.told.forEach(Runnable::run);
        List<Digest> hashes = bundle.hashes;
        if (hashes.isEmpty()) {
            return false;
        }
        List<Digest> claimed = bundle.tile.map(Tile::hashes).orElse(hashes);
        doubt(bundle.path, hashes, claimed);
        var grown = byEntries.grown(hashes);
        // Until the two disagree they are one tree, and it is hashed once.
        var claims = byTiles == byEntries && claimed.equals(hashes) ? grown : byTiles.grown(claimed);
        compare(grown.filled(), claims.filled());
        byEntries = grown.frontier();
        byTiles = claims.frontier();
        return true;
    }

    private static List<Tile> edges(Frontier frontier) {
        return IntStream.range(0, Tile.LEVELS)
                .mapToObj(frontier::edge)
                .flatMap(Optional::stream)
                .toList();
    }

    private void conclude(Checkpoint checkpoint, Digest byEntries, Digest byTiles) {
        boolean entriesHold = byEntries.equals(checkpoint.root());
        boolean tilesHold = byTiles.equals(checkpoint.root());
        for (Fault doubt : doubts) {
            boolean innocent = doubt instanceof Fault.InEntry ? entriesHold : tilesHold;
            if (!innocent) {
                found(doubt);
            }
        }
        (tilesHold ? againstTiles : againstEntries).forEach(this::found);
        if (!entriesHold && !tilesHold) {
            found(new Fault.InCheckpoint("its root is not the root over the published entries"));
        }
    }

    /// An entry and the hash above it that disagree: one of them was altered.
    private void doubt(LogPath.OfEntries path, List<Digest> hashes, List<Digest> claimed) {
        for (int i = 0; i < hashes.size() && doubts.size() < 2 * MOST_FAULTS; i++) {
            if (!hashes.get(i).equals(claimed.get(i))) {
                long index = path.index() * Tile.WIDTH + i;
                doubts.add(new Fault.InEntry(index, "it is not the entry that was recorded under the signed root"));
                doubts.add(new Fault.In(
                        new LogPath.OfTile(0, path.index(), path.width()),
                        "its hash " + i + " is not of entry " + index));
            }
        }
    }

    /// Compares the tiles above level 0 with what the entries imply and with what the tiles below them
    /// imply.
    private void compare(List<Tile> byEntries, List<Tile> byTiles) {
        for (int i = 0; i < byEntries.size(); i++) {
            Tile expected = byEntries.get(i);
            if (expected.level() > 0) {
                Optional<Tile> found = tile(expected.path());
                doubt(found, expected, againstEntries);
                doubt(found, byTiles.get(i), againstTiles);
            }
        }
    }

    private static void doubt(Optional<Tile> found, Tile expected, List<Fault> doubts) {
        if (found.isPresent() && !found.get().equals(expected) && doubts.size() < MOST_FAULTS) {
            doubts.add(new Fault.In(expected.path(), "it is not what the entries imply"));
        }
    }

    private Optional<Tile> tile(LogPath.OfTile path) {
        Optional<Tile> tile = parsed(path, bytes -> Tile.parse(path, bytes), this::found);
        tiles += tile.isPresent() ? 1 : 0;
        return tile;
    }

    private <T> Optional<T> parsed(LogPath path, Function<byte[], T> parse, Consumer<Fault> faulty) {
        Optional<byte[]> bytes = log.fetch(path);
        if (bytes.isEmpty()) {
            faulty.accept(new Fault.In(path, "it is missing"));
            return Optional.empty();
        }
        try {
            return bytes.map(parse);
        } catch (Malformed wrong) {
            faulty.accept(new Fault.In(path, wrong.reason()));
            return Optional.empty();
        }
    }

    private void found(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    /// Up to 256 neighbouring entries as they are published, their tile, and all that can be said of them without
    /// the others. `hashes` are those of the entries, or of the tile where there are no entries.
    private final class Bundle {
        private final LogPath.OfEntries path;
        private final List<Fault> faults = new ArrayList<>();
        private final List<Runnable> told = new ArrayList<>();
        private final Optional<Tile> tile;
        private final List<Digest> hashes;
        private long payloads;

        Bundle(LogPath.OfEntries path) {
            this.path = path;
            Optional<List<Bytes>> entries =
                    parsed(path, bytes -> EntryBundle.parse(path.width(), bytes).entries(), faults::add);
            var level0 = new LogPath.OfTile(0, path.index(), path.width());
            this.tile = parsed(level0, bytes -> Tile.parse(level0, bytes), faults::add);
            this.hashes = entries.map(all -> all.stream().map(Tree::leaf).toList())
                    .or(() -> tile.map(Tile::hashes))
                    .orElse(List.of());
            entries.ifPresent(this::examine);
        }

        private void examine(List<Bytes> entries) {
            List<Optional<Payload>> found = payloads();
            for (int i = 0; i < entries.size(); i++) {
                long index = path.index() * Tile.WIDTH + i;
                Examined examined = Examined.of(index, entries.get(i), found.get(i), faults::add);
                payloads += examined.payload().isPresent() ? 1 : 0;
                examined.entry().ifPresent(entry -> told.add(reader.read(index, entry, examined.payload())));
            }
        }

        private List<Optional<Payload>> payloads() {
            var beside = new LogPath.OfPayloads(path.index(), path.width());
            return parsed(
                            beside,
                            bytes -> PayloadBundle.parse(path.width(), bytes).payloads(),
                            faults::add)
                    .orElse(Collections.nCopies(path.width(), Optional.empty()));
        }
    }
}
