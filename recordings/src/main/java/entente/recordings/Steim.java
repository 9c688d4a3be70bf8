package entente.recordings;

import java.nio.ByteBuffer;

/// Differences packed into frames of sixteen words, as Joseph Steim devised.
///
/// Source: SEED Reference Manual 2.4, appendix B.
final class Steim {
    private static final int FRAME = 64;

    private Steim() {}

    /// The samples that the frames give.
    ///
    /// @throws IllegalArgumentException if there are too few, or the last is not the one that is promised
    static float[] decode(ByteBuffer frames, boolean second, int count) {
        int[] differences = new int[count];
        int found = 0;
        for (int frame = 0; frame + FRAME <= frames.capacity() && found < count; frame += FRAME) {
            int nibbles = frames.getInt(frame);
            for (int word = 1; word < 16 && found < count; word++) {
                int kind = nibbles >>> 30 - 2 * word & 3;
                found = unpack(frames, frame + 4 * word, kind, second, differences, found);
            }
        }
        if (found < count || frames.capacity() < FRAME) {
            throw new IllegalArgumentException("it promises " + count + " samples and packs " + found);
        }
        return integrated(differences, frames.getInt(4), frames.getInt(8));
    }

    /// The first difference is one from the record before, which the first sample makes needless.
    private static float[] integrated(int[] differences, int first, int last) {
        float[] samples = new float[differences.length];
        int value = first;
        for (int i = 0; i < samples.length; i++) {
            value = i == 0 ? first : value + differences[i];
            samples[i] = value;
        }
        if (samples.length > 0 && value != last) {
            throw new IllegalArgumentException("its last sample is " + value + " and should be " + last);
        }
        return samples;
    }

    /// Bytes and halves of a word stand in the order of the file, whichever end of a number comes first in it.
    private static int unpack(ByteBuffer from, int at, int kind, boolean second, int[] into, int found) {
        int word = from.getInt(at);
        if (kind == 0) {
            return found;
        }
        if (kind == 1) {
            int bytes = from.get(at) << 24
                    | (from.get(at + 1) & 255) << 16
                    | (from.get(at + 2) & 255) << 8
                    | from.get(at + 3) & 255;
            return unpack(bytes, 4, 8, into, found);
        }
        if (!second) {
            int halves = from.getShort(at) << 16 | from.getShort(at + 2) & 0xFFFF;
            return kind == 2 ? unpack(halves, 2, 16, into, found) : unpack(word, 1, 32, into, found);
        }
        int code = kind << 2 | word >>> 30;
        return switch (code) {
            case 0b1001 -> unpack(word, 1, 30, into, found);
            case 0b1010 -> unpack(word, 2, 15, into, found);
            case 0b1011 -> unpack(word, 3, 10, into, found);
            case 0b1100 -> unpack(word, 5, 6, into, found);
            case 0b1101 -> unpack(word, 6, 5, into, found);
            case 0b1110 -> unpack(word, 7, 4, into, found);
            default -> throw new IllegalArgumentException("its samples are packed in a way that does not exist");
        };
    }

    private static int unpack(int word, int parts, int bits, int[] into, int found) {
        int next = found;
        for (int part = parts - 1; part >= 0 && next < into.length; part--) {
            into[next++] = word << 32 - bits * (part + 1) >> 32 - bits;
        }
        return next;
    }
}
