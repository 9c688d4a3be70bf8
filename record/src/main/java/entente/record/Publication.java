package entente.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stored log as one kind of reader may fetch it: payloads that the reader may not have are marked
/// absent.
///
/// It shows the log up to the frontier, and so every size up to it: partial tiles and bundles of any width
/// are cut from what there is now, which is why none is stored.
public final class Publication implements Published {
    private final Store store;
    private final Frontier frontier;
    private final Audience reader;

    public Publication(Store store, Frontier frontier, Audience reader) {
        this.store = store;
        this.frontier = frontier;
        this.reader = reader;
    }

    @Override
    public Optional<byte[]> fetch(LogPath path) {
        return switch (path) {
            case LogPath.Newest() -> store.checkpoint().map(Bytes::toArray);
            case LogPath.OfTile(int level, long index, int width) ->
                tile(level, index)
                        .filter(tile -> tile.width() >= width)
                        .map(tile -> tile.first(width).bytes());
            case LogPath.OfEntries(long index, int width) ->
                entries(index, width).map(entries -> new EntryBundle(entries).bytes());
            case LogPath.OfPayloads(long index, int width) ->
                entries(index, width).map(entries -> payloads(index, entries).bytes());
        };
    }

    private Optional<Tile> tile(int level, long index) {
        return frontier.edge(level).filter(edge -> edge.index() == index).or(() -> store.tile(level, index));
    }

    private Optional<List<Bytes>> entries(long index, int width) {
        long first = index * Tile.WIDTH;
        if (first + width > frontier.size()) {
            return Optional.empty();
        }
        return Optional.of(store.entries(first, width)).filter(entries -> entries.size() == width);
    }

    private PayloadBundle payloads(long index, List<Bytes> entries) {
        var payloads = store.payloads(index * Tile.WIDTH, entries.size());
        var shown = new ArrayList<Optional<Payload>>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = Entry.parse(entries.get(i));
            shown.add(payloads.get(i).filter(_ -> reader.mayRead(entry.audience())));
        }
        return new PayloadBundle(shown);
    }
}
