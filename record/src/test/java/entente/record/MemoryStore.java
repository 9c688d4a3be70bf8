package entente.record;

import entente.terms.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A store in memory whose next appends can be made to fail, before or after they are stored.
final class MemoryStore implements Store {
    final List<Bytes> entries = new ArrayList<>();
    final Map<Long, Payload> payloads = new TreeMap<>();
    final Map<LogPath.OfTile, Tile> tiles = new HashMap<>();
    final Deque<Trouble> troubles = new ArrayDeque<>();
    private Head head = Head.EMPTY;
    private Optional<Bytes> checkpoint = Optional.empty();

    /// What becomes of an append.
    enum Trouble {
        NOT_STORED,
        STORED_BUT_REPORTED_FAILED
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public void append(Iterator<Batch> batches) {
        batches.forEachRemaining(this::add);
    }

    private void add(Batch batch) {
        Trouble trouble = troubles.poll();
        if (trouble == Trouble.NOT_STORED) {
            throw new Failure(Words.same("the disk is full"));
        }
        if (!batch.before().equals(head)) {
            throw new Failure(Words.same("the log has moved on to " + head));
        }
        for (int i = 0; i < batch.entries().size(); i++) {
            long index = entries.size();
            batch.payloads().get(i).ifPresent(payload -> payloads.put(index, payload));
            entries.add(batch.entries().get(i));
        }
        batch.filled().forEach(tile -> tiles.put(tile.path(), tile));
        head = batch.after();
        if (trouble == Trouble.STORED_BUT_REPORTED_FAILED) {
            throw new Failure(Words.same("the answer was lost"));
        }
    }

    @Override
    public List<Bytes> entries(long first, int count) {
        int from = (int) Math.min(first, entries.size());
        return List.copyOf(entries.subList(from, Math.min(from + count, entries.size())));
    }

    @Override
    public List<Optional<Payload>> payloads(long first, int count) {
        var found = new ArrayList<Optional<Payload>>();
        for (long index = first; index < first + count; index++) {
            found.add(Optional.ofNullable(payloads.get(index)));
        }
        return found;
    }

    @Override
    public Optional<Tile> tile(int level, long index) {
        return Optional.ofNullable(tiles.get(new LogPath.OfTile(level, index, Tile.WIDTH)));
    }

    @Override
    public Optional<Bytes> checkpoint() {
        return checkpoint;
    }

    @Override
    public void save(Note note) {
        checkpoint = Optional.of(Bytes.of(note.bytes()));
    }

    @Override
    public void erase(long index) {
        payloads.remove(index);
    }
}
