package entente.recordings;

import entente.screening.Reading;
import entente.screening.Sensor;
import entente.terms.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Channels of one file that share one rate and one clock. Times are nanoseconds since 1970; a file that knows no time
/// begins at 0.
interface Source {
    /// The name of the file, for messages.
    String file();

    double rateHz();

    List<Channel> channels();

    /// What the file says of how it was made.
    default About about() {
        return About.UNKNOWN;
    }

    /// The lane that the file names.
    default Optional<String> lane() {
        return Optional.empty();
    }

    /// Whether the times of the samples are those of a calendar.
    boolean dated();

    Flow open() throws IOException;

    /// One channel as the file names it. `unit` is empty where the file is silent; `sensor` is there only where the
    /// file tells all of it.
    record Channel(String name, String unit, @Nullable Sensor sensor) {
        Channel(String name, String unit) {
            this(name, unit, null);
        }
    }

    /// The samples of a source, from the first to the last.
    interface Flow extends AutoCloseable {
        /// What comes next; null at the end.
        @Nullable
        Piece next() throws IOException;

        /// What a reader should know of what was read so far.
        default List<Words> remarks() {
            return List.of();
        }

        /// How many bytes of the file were taken so far.
        long consumed();

        @Override
        void close() throws IOException;
    }

    /// Samples of every channel over one stretch of time without a gap; NaN is a sample that is missing.
    @SuppressWarnings("ArrayRecordComponent") // handed on once
    record Piece(long startNanos, float[][] samples, List<Reading> readings) {
        Piece(long startNanos, float[][] samples) {
            this(startNanos, samples, List.of());
        }

        int length() {
            return samples.length == 0 ? 0 : samples[0].length;
        }
    }
}
