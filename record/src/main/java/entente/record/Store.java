package entente.record;

import entente.terms.Words;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Where one log is kept. Every method may be called from any thread; one thread at a time appends.
///
/// What a method has written is on the disk when it returns. When it throws `Failure`, the caller cannot
/// know whether it was written, and must open the log anew before it writes again.
public interface Store {
    /// The disk, the database or the content of a row failed. The words name what failed and what to do; the
    /// message is the English of them.
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Words words;

        public Failure(Words words) {
            super(words.en());
            this.words = words;
        }

        public Failure(Words words, Throwable cause) {
            super(words.en(), cause);
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }

    /// A stored row that is not what was written, or is missing.
    final class Damage extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        public Damage(Fault fault) {
            super(fault.toString());
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /// @throws Damage when the stored head is not one
    Head head();

    /// Writes all of the batches, each after the one before, or nothing. They are asked for one by one, so that not
    /// all need be held at once.
    ///
    /// @throws Failure when the head is no longer the one before the batch, and on any trouble
    void append(Iterator<Batch> batches);

    /// Writes all of the batch or nothing.
    ///
    /// @throws Failure as for several
    default void append(Batch batch) {
        append(List.of(batch).iterator());
    }

    /// The entries from `first` on, at most so many; fewer at the end of the log, or where one is missing.
    ///
    /// @throws Damage when one is not what was written
    List<Bytes> entries(long first, int count);

    /// The payloads of as many entries from `first` on, in order; empty where one was withheld or erased.
    ///
    /// @throws Damage when one is missing that was neither
    List<Optional<Payload>> payloads(long first, int count);

    /// A full tile.
    ///
    /// @throws Damage when it is not one
    Optional<Tile> tile(int level, long index);

    /// The bytes of the signed checkpoint that was saved last.
    Optional<Bytes> checkpoint();

    /// Saves a signed checkpoint beside the earlier ones.
    void save(Note checkpoint);

    /// Deletes the payload and salt of an entry; the entry stays. Harmless where there is none.
    void erase(long index);
}
