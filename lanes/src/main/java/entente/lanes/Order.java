package entente.lanes;

import entente.screening.Array;
import entente.screening.Block;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Brings the blocks of one stay into the order of the recorder's clock, whatever the order in which they come.
///
/// A block that follows on the one before waits for nothing. Where one is missing, those behind it wait until the
/// newest
/// sample is more than [#WAIT] later than their beginning, by the same clock, or until too much waits.
final class Order {
    /// How far a block may be behind the newest and still be put in its place.
    static final Duration WAIT = Duration.ofSeconds(2);

    /// No block is longer.
    static final double MOST_BLOCK_SECONDS = 2;

    /// More than that never waits.
    private static final double MOST_WAITING_SECONDS = 6;

    /// So many blocks are known again when they come twice.
    private static final int MOST_KNOWN = 16;

    private final Array array;
    private final TreeMap<Instant, Block> waiting = new TreeMap<>();
    private final Deque<Instant> known = new ArrayDeque<>();
    private @Nullable Instant position;
    private @Nullable Instant newest;
    private long waitingSamples;

    Order(Array array) {
        this.array = array;
    }

    /// What becomes of a block that comes.
    enum Place {
        /// It waits for its turn, which may be now.
        TAKEN,
        /// It has been here before.
        TWICE,
        /// Its turn is over.
        LATE
    }

    Place put(Block block) {
        Instant start = block.start();
        if (known.contains(start) || waiting.containsKey(start)) {
            return Place.TWICE;
        }
        if (past(start)) {
            return Place.LATE;
        }
        waiting.put(start, block);
        waitingSamples += block.length();
        Instant end = end(block);
        if (newest == null || end.isAfter(newest)) {
            newest = end;
        }
        return Place.TAKEN;
    }

    /// The next block, once it is its turn; null where none is. Where `all`, nothing is waited for any longer.
    @Nullable
    Block next(boolean all) {
        Map.Entry<Instant, Block> first = waiting.firstEntry();
        if (first == null || !(all || due(first.getKey()))) {
            return null;
        }
        waiting.remove(first.getKey());
        Block block = first.getValue();
        waitingSamples -= block.length();
        if (position == null || position.isBefore(end(block))) {
            position = end(block);
        }
        known.addLast(block.start());
        if (known.size() > MOST_KNOWN) {
            known.removeFirst();
        }
        return block;
    }

    private boolean due(Instant start) {
        boolean follows = position != null && !start.isAfter(position.plusNanos(halfSample()));
        return follows
                || (newest != null && start.isBefore(newest.minus(WAIT)))
                || waitingSamples > MOST_WAITING_SECONDS * array.rateHz();
    }

    private boolean past(Instant start) {
        return position != null && start.isBefore(position.minusNanos(halfSample()));
    }

    private long halfSample() {
        return Math.round(0.5e9 / array.rateHz());
    }

    private Instant end(Block block) {
        return block.start().plusNanos(Math.round(block.length() / array.rateHz() * 1e9));
    }

    /// Where the next block should begin; null before the first.
    @Nullable
    Instant position() {
        return position;
    }

    void save(DataOutputStream out) throws IOException {
        Bytes.instant(out, position);
        Bytes.instant(out, newest);
        out.writeInt(known.size());
        for (Instant one : known) {
            Bytes.instant(out, one);
        }
        out.writeInt(waiting.size());
        for (Block block : waiting.values()) {
            Bytes.block(out, block);
        }
    }

    void restore(DataInputStream in) throws IOException {
        position = Bytes.instant(in);
        newest = Bytes.instant(in);
        for (int left = in.readInt(); left > 0; left--) {
            Instant one = Bytes.instant(in);
            if (one != null) {
                known.addLast(one);
            }
        }
        for (int left = in.readInt(); left > 0; left--) {
            Block block = Bytes.block(in, array.sensors().size());
            waiting.put(block.start(), block);
            waitingSamples += block.length();
        }
    }
}
