package entente.recordings;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The bytes of a recording from its beginning, unpacked where they are packed by gzip. It knows how far it has come.
final class Input implements AutoCloseable {
    /// No signal packs this well: 500 to 1 over more than 64 MiB is a file made to fill memory or time.
    private static final long MOST_UNPACKED_TO_ONE = 500;

    private static final long SMALL = 64L << 20;

    private final String file;
    private final Counted raw;
    private final InputStream bytes;
    private final boolean packed;

    private Input(String file, InputStream from) throws IOException {
        this.file = file;
        raw = new Counted(from);
        BufferedInputStream buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(2);
        packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        bytes = packed
                ? new BufferedInputStream(new Bounded(new GZIPInputStream(buffered, 1 << 16)), 1 << 16)
                : buffered;
    }

    static Input of(Path path) throws IOException {
        return of(name(path), Files.newInputStream(path));
    }

    static Input of(String file, InputStream from) throws IOException {
        try {
            return new Input(file, from);
        } catch (IOException | RuntimeException trouble) {
            from.close();
            throw trouble;
        }
    }

    static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    String file() {
        return file;
    }

    boolean packed() {
        return packed;
    }

    /// How many bytes of the file itself were taken.
    long consumed() {
        return raw.count;
    }

    InputStream stream() {
        return bytes;
    }

    byte[] atMost(int count) throws IOException {
        return bytes.readNBytes(count);
    }

    /// @throws Unusable if the file ends before
    ByteBuffer exactly(int count, ByteOrder order) throws IOException {
        byte[] read = bytes.readNBytes(count);
        if (read.length < count) {
            throw Unusable.cutShort(file);
        }
        return ByteBuffer.wrap(read).order(order);
    }

    /// @throws Unusable if the file ends before
    void skip(long count) throws IOException {
        try {
            bytes.skipNBytes(count);
        } catch (java.io.EOFException ended) {
            throw Unusable.cutShort(file);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    private final class Bounded extends FilterInputStream {
        private long count;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(read, 0);
            if (count > SMALL && count > MOST_UNPACKED_TO_ONE * raw.count) {
                throw Unusable.of(
                        file,
                        "what is packed in it is over 500 times as long as the file, which no recording is",
                        "ce qu’il contient est plus de 500 fois plus long que le fichier, ce qu’aucun enregistrement n’est");
            }
            return read;
        }
    }
}
