package entente.node.store;

import entente.record.Batch;
import entente.record.Bytes;
import entente.record.Head;
import entente.record.Note;
import entente.record.Payload;
import entente.record.Store;
import entente.record.Tile;
import entente.terms.Words;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A store whose append fails once, after so many that do not.
final class FaultyStore implements Store {
    private final Store store;
    private final Trouble trouble;
    private int good;

    /// What becomes of the append that fails.
    enum Trouble {
        NOT_STORED,
        STORED_BUT_REPORTED_FAILED
    }

    FaultyStore(Store store, Trouble trouble, int good) {
        this.store = store;
        this.trouble = trouble;
        this.good = good;
    }

    @Override
    public void append(Iterator<Batch> batches) {
        if (good-- > 0) {
            store.append(batches);
            return;
        }
        if (trouble == Trouble.STORED_BUT_REPORTED_FAILED) {
            store.append(batches);
        }
        throw new Failure(Words.same("the disk failed"));
    }

    @Override
    public Head head() {
        return store.head();
    }

    @Override
    public List<Bytes> entries(long first, int count) {
        return store.entries(first, count);
    }

    @Override
    public List<Optional<Payload>> payloads(long first, int count) {
        return store.payloads(first, count);
    }

    @Override
    public Optional<Tile> tile(int level, long index) {
        return store.tile(level, index);
    }

    @Override
    public Optional<Bytes> checkpoint() {
        return store.checkpoint();
    }

    @Override
    public void save(Note checkpoint) {
        store.save(checkpoint);
    }

    @Override
    public void erase(long index) {
        store.erase(index);
    }
}
