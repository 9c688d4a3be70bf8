package entente.recordings;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Sensor;
import entente.terms.Words;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// One frame of the format of docs/spec/blocks.md, by itself: as a recorder sends it when it keeps no file.
public sealed interface Frame {
    /// Which sensors there are: those of blocks, and `slow` those of readings.
    record Head(Array array, List<Sensor> slow, About about) implements Frame {
        public Head {
            slow = List.copyOf(slow);
        }
    }

    /// Samples of the sensors of blocks.
    record Samples(Block block) implements Frame {}

    /// A value of the sensor at `index` of those of readings.
    record Value(int index, Instant at, double value) implements Frame {}

    /// Reads the next frame and goes on behind it.
    ///
    /// @throws Unusable if no whole and sound frame begins there
    static Frame next(ByteBuffer from) {
        ByteBuffer words = from.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (words.remaining() < 12) {
            throw wrong(words.remaining() + " bytes are no frame", words.remaining() + " octets ne font pas une trame");
        }
        int kind = words.getInt(0);
        int length = words.getInt(4);
        if (length < 0 || length > BlockFrames.LARGEST || length > words.remaining() - 12) {
            throw wrong("the frame is cut short, or too long", "la trame est tronquée ou trop longue");
        }
        byte[] all = new byte[8 + length];
        words.get(0, all);
        if (words.getInt(8 + length) != BlockFrames.crc(all, all.length)) {
            throw wrong("the check sum of the frame is wrong", "la somme de contrôle de la trame est fausse");
        }
        from.position(from.position() + 12 + length);
        try {
            return read(kind, all);
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException broken) {
            throw wrong(
                    "what the frame holds is not what its kind says: " + broken.getMessage(),
                    "le contenu de la trame n’est pas celui que son genre annonce\u202F: " + broken.getMessage());
        }
    }

    private static Frame read(int kind, byte[] all) {
        ByteBuffer body = ByteBuffer.wrap(all, 8, all.length - 8).slice().order(ByteOrder.LITTLE_ENDIAN);
        return switch (kind) {
            case BlockFrames.HEAD -> {
                BlockFrames.Head head = BlockFrames.head(Arrays.copyOfRange(all, 8, all.length));
                yield new Head(head.array(), head.slow(), head.about());
            }
            case BlockFrames.BLOCK -> {
                Instant start = instant(body);
                int length = body.getInt();
                int sensors = length <= 0 ? 0 : body.remaining() / 4 / length;
                if (sensors < 1 || sensors > Array.MOST_SENSORS || 4L * sensors * length != body.remaining()) {
                    throw new IllegalArgumentException("length " + length);
                }
                float[][] samples = new float[sensors][length];
                for (float[] one : samples) {
                    body.asFloatBuffer().get(one);
                    body.position(body.position() + 4 * length);
                }
                yield new Samples(new Block(start, samples));
            }
            case BlockFrames.READING -> {
                Instant at = instant(body);
                yield new Value(body.get() & 255, at, body.getDouble());
            }
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }

    private static Instant instant(ByteBuffer body) {
        long second = body.getLong();
        int nanos = body.getInt();
        if (nanos < 0 || nanos > 999_999_999) {
            throw new IllegalArgumentException("nanoseconds " + nanos);
        }
        return Instant.ofEpochSecond(second, nanos);
    }

    private static Unusable wrong(String en, String fr) {
        return new Unusable(new Words(en, fr));
    }
}
