package entente.recordings;

import entente.screening.Reading;
import entente.screening.Sensor;
import entente.terms.Words;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A recording in the format of docs/spec/blocks.md. A last frame that is torn is left out and named; damage before it
/// makes the file unusable.
final class BlockFile implements Source {
    private final Path path;
    private final String file;
    private final BlockFrames.Head head;

    private BlockFile(Path path, BlockFrames.Head head) {
        this.path = path;
        this.file = Input.name(path);
        this.head = head;
    }

    static List<Source> of(Path path) throws IOException {
        try (Input input = Input.of(path)) {
            return List.of(new BlockFile(path, new Frames(input).head));
        }
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public double rateHz() {
        return head.array().rateHz();
    }

    @Override
    public List<Channel> channels() {
        return head.array().sensors().stream()
                .map(sensor -> new Channel(sensor.name(), sensor.quantity().unit(), sensor))
                .toList();
    }

    @Override
    public About about() {
        return head.about();
    }

    @Override
    public Optional<String> lane() {
        return Optional.of(head.array().lane());
    }

    @Override
    public boolean dated() {
        return true;
    }

    @Override
    public Flow open() throws IOException {
        return new Frames(Input.of(path));
    }

    private static final class Frames implements Flow {
        private final Input input;
        private final BlockFrames.Head head;
        private final List<Words> remarks = new ArrayList<>();
        private long at = BlockFrames.MAGIC.length;

        Frames(Input input) throws IOException {
            this.input = input;
            input.skip(BlockFrames.MAGIC.length);
            byte[] body = frame(BlockFrames.HEAD);
            if (body == null) {
                throw Unusable.cutShort(input.file());
            }
            try {
                head = BlockFrames.head(body);
            } catch (IllegalArgumentException | BufferUnderflowException wrong) {
                throw wrong(String.valueOf(wrong.getMessage()));
            }
        }

        @Override
        public @Nullable Piece next() throws IOException {
            List<Reading> readings = new ArrayList<>();
            for (byte[] body = frame(0); body != null; body = frame(0)) {
                ByteBuffer from =
                        ByteBuffer.wrap(body, 4, body.length - 4).slice().order(ByteOrder.LITTLE_ENDIAN);
                try {
                    if (body[0] == BlockFrames.BLOCK) {
                        return block(from, readings);
                    }
                    readings.add(reading(from));
                } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException wrong) {
                    throw wrong("what a frame holds is not what its kind says");
                }
            }
            return readings.isEmpty()
                    ? null
                    : new Piece(0, new float[head.array().sensors().size()][0], readings);
        }

        private long nanos(ByteBuffer from) {
            long second = from.getLong();
            int fraction = from.getInt();
            if (fraction < 0 || fraction > 999_999_999) {
                throw new IllegalArgumentException("nanoseconds: " + fraction);
            }
            return Times.checked(input.file(), second) + fraction;
        }

        private Piece block(ByteBuffer from, List<Reading> readings) {
            long start = nanos(from);
            int length = from.getInt();
            int sensors = head.array().sensors().size();
            if (length < 0 || 4L * sensors * length != from.remaining()) {
                throw new IllegalArgumentException("length: " + length);
            }
            float[][] samples = new float[sensors][length];
            for (float[] one : samples) {
                from.asFloatBuffer().get(one);
                from.position(from.position() + 4 * length);
            }
            return new Piece(start, samples, readings);
        }

        private Reading reading(ByteBuffer from) {
            long at = nanos(from);
            Sensor sensor = head.slow().get(from.get());
            return new Reading(Times.instant(at), sensor, from.getDouble());
        }

        /// The next frame: only its body where its kind is asked for, else with its kind before it; null at the end.
        private byte @Nullable [] frame(int asked) throws IOException {
            byte[] begin = input.atMost(8);
            if (begin.length < 8) {
                return ended(begin.length > 0);
            }
            ByteBuffer words = ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN);
            int kind = words.getInt(0);
            int length = words.getInt(4);
            boolean known = asked == 0 ? kind == BlockFrames.BLOCK || kind == BlockFrames.READING : kind == asked;
            if (!known || length < 0 || length > BlockFrames.LARGEST) {
                throw wrong("no frame begins there");
            }
            byte[] rest = input.atMost(length + 4);
            if (rest.length < length + 4) {
                return ended(true);
            }
            byte[] all = Arrays.copyOf(begin, 8 + length);
            System.arraycopy(rest, 0, all, 8, length);
            int crc = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
            if (crc != BlockFrames.crc(all, all.length)) {
                if (asked == 0 && input.atMost(1).length == 0) {
                    return ended(true);
                }
                throw wrong("the check sum of the frame is wrong");
            }
            at += 12 + length;
            byte[] body = Arrays.copyOfRange(all, asked == 0 ? 4 : 8, all.length);
            if (asked == 0) {
                System.arraycopy(begin, 0, body, 0, 4);
            }
            return body;
        }

        private byte @Nullable [] ended(boolean torn) {
            if (torn) {
                remarks.add(new Words(
                        input.file() + ": the last block was torn off at byte " + at + " and is left out",
                        input.file() + "\u202F: le dernier bloc, à l’octet " + at + ", est déchiré et laissé de côté"));
            }
            return null;
        }

        private Unusable wrong(String what) {
            return Unusable.of(
                    input.file(),
                    "damaged at byte " + at + ": " + what,
                    "endommagé à l’octet " + at + "\u202F: " + what);
        }

        @Override
        public List<Words> remarks() {
            return remarks;
        }

        @Override
        public long consumed() {
            return input.consumed();
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
