package entente.recordings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Reads the arrays of real numbers at the top level of a MATLAB file of level 5; texts, cells and structures are left
/// out. At most 256 MiB of samples are read, whatever the file says of itself.
///
/// Source: MAT-File Format (The MathWorks), level 5.
final class MatlabReader {
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;
    private static final int LARGEST = 256 << 20;
    private static final int COMPLEX = 0x800;

    /// A matrix, stored column by column.
    @SuppressWarnings("ArrayRecordComponent") // handed on once
    record Variable(String name, int rows, float[] values) {
        /// The longer side.
        int length() {
            return rows == 0 ? 0 : Math.max(rows, values.length / rows);
        }
    }

    private record Tag(int type, int length, boolean small) {}

    private final String file;
    private final ByteOrder order;
    private long budget = LARGEST;

    private MatlabReader(String file, ByteOrder order) {
        this.file = file;
        this.order = order;
    }

    static List<Variable> read(Input input) throws IOException {
        ByteBuffer head = input.exactly(128, ByteOrder.LITTLE_ENDIAN);
        ByteOrder order = head.get(126) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new MatlabReader(input.file(), order).variables(input.stream());
    }

    private List<Variable> variables(InputStream from) throws IOException {
        List<Variable> found = new ArrayList<>();
        while (true) {
            byte[] begin = from.readNBytes(8);
            if (begin.length == 0) {
                return found;
            }
            if (begin.length < 8) {
                throw Unusable.cutShort(file);
            }
            ByteBuffer tag = ByteBuffer.wrap(begin).order(order);
            int length = tag.getInt(4);
            byte[] content = bytes(from, length);
            if (tag.getInt(0) == COMPRESSED) {
                inflated(content).ifPresent(found::add);
            } else if (tag.getInt(0) == MATRIX) {
                matrix(new ByteArrayInputStream(content)).ifPresent(found::add);
            }
        }
    }

    private Optional<Variable> inflated(byte[] packed) throws IOException {
        try (InputStream plain = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            Tag tag = tag(plain);
            return tag.type == MATRIX ? matrix(plain) : Optional.empty();
        } catch (ZipException damaged) {
            throw wrong("a variable cannot be unpacked");
        }
    }

    private Optional<Variable> matrix(InputStream from) throws IOException {
        ByteBuffer flags = ByteBuffer.wrap(element(from, tag(from))).order(order);
        if (flags.capacity() < 4) {
            throw wrong("a variable does not say its kind");
        }
        int kind = flags.getInt(0) & 0xFF;
        ByteBuffer sides = ByteBuffer.wrap(element(from, tag(from))).order(order);
        String name = new String(element(from, tag(from)), StandardCharsets.ISO_8859_1);
        boolean numeric = kind >= 6 && kind <= 15;
        if (!numeric || (flags.getInt(0) & COMPLEX) != 0 || sides.capacity() != 8) {
            return Optional.empty();
        }
        Tag tag = tag(from);
        float[] values = values(tag.type, ByteBuffer.wrap(element(from, tag)).order(order));
        int rows = sides.getInt(0);
        int columns = sides.getInt(4);
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw wrong(rows + " x " + columns + " values are promised, and " + values.length + " are there");
        }
        return values.length == 0 ? Optional.empty() : Optional.of(new Variable(Texts.shown(name), rows, values));
    }

    private Tag tag(InputStream from) throws IOException {
        ByteBuffer first = ByteBuffer.wrap(bytes(from, 4)).order(order);
        int type = first.getInt(0);
        return type >>> 16 == 0
                ? new Tag(type, ByteBuffer.wrap(bytes(from, 4)).order(order).getInt(0), false)
                : new Tag(type & 0xFFFF, type >>> 16, true);
    }

    /// The content of an element, and what fills it up to a multiple of eight bytes.
    private byte[] element(InputStream from, Tag tag) throws IOException {
        byte[] content = bytes(from, tag.length);
        int fill = tag.small ? 4 - tag.length : (8 - tag.length % 8) % 8;
        if (fill < 0) {
            throw wrong("an element of " + tag.length + " bytes where 4 is the most");
        }
        from.readNBytes(fill);
        return content;
    }

    private byte[] bytes(InputStream from, int length) throws IOException {
        if (length < 0 || length > budget) {
            throw wrong("it promises more than 256 MiB of samples");
        }
        budget -= length > 64 ? length : 0;
        byte[] read;
        try {
            read = from.readNBytes(length);
        } catch (java.io.EOFException ended) {
            throw Unusable.cutShort(file);
        }
        if (read.length < length) {
            throw Unusable.cutShort(file);
        }
        return read;
    }

    private float[] values(int type, ByteBuffer from) {
        int width = switch (type) {
            case 1, 2 -> 1;
            case 3, 4 -> 2;
            case 5, 6, 7 -> 4;
            case 9, 12, 13 -> 8;
            default -> throw wrong("numbers of type " + type);
        };
        float[] values = new float[from.capacity() / width];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(type, from, i * width);
        }
        return values;
    }

    private static float value(int type, ByteBuffer from, int at) {
        return switch (type) {
            case 1 -> from.get(at);
            case 2 -> from.get(at) & 0xFF;
            case 3 -> from.getShort(at);
            case 4 -> from.getShort(at) & 0xFFFF;
            case 5 -> from.getInt(at);
            case 6 -> from.getInt(at) & 0xFFFF_FFFFL;
            case 7 -> from.getFloat(at);
            case 9 -> (float) from.getDouble(at);
            default -> from.getLong(at);
        };
    }

    private Unusable wrong(String what) {
        return Unusable.of(
                file, "this MATLAB file is not good: " + what, "ce fichier MATLAB est incorrect\u202F: " + what);
    }
}
