package entente.screen;

import entente.recordings.Stretch;
import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was looked at: samples for the picture, at most of the first 70 s, and all readings.
final class Seen {
    private static final double MOST_SECONDS = 70;

    private final Array array;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Instant start;
    private final List<Reading> readings = new ArrayList<>();
    private Instant end = Instant.EPOCH;
    private double seconds;

    Seen(Array array) {
        this.array = array;
    }

    void take(Stretch stretch) {
        Block block = stretch.block();
        readings.addAll(stretch.readings());
        end = block.start().plusNanos(Math.round(block.length() * 1e9 / array.rateHz()));
        start = start == null ? block.start() : start;
        seconds = at(block) + block.length() / array.rateHz();
        if (seconds <= MOST_SECONDS) {
            blocks.add(block);
        }
    }

    Array array() {
        return array;
    }

    List<Block> blocks() {
        return blocks;
    }

    /// Seconds from the beginning of the recording to the beginning of a block.
    double at(Block block) {
        Duration since = Duration.between(start == null ? block.start() : start, block.start());
        return since.getSeconds() + since.getNano() * 1e-9;
    }

    List<Reading> readings() {
        return readings;
    }

    /// When the last sample that was read was over.
    Instant end() {
        return end;
    }

    /// Seconds from the beginning to the end of what was read.
    double seconds() {
        return seconds;
    }
}
