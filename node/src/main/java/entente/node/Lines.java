package entente.node;

import entente.files.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The lines of a file, a portion at a time, however long the file is. Lines on which nothing stands are left out.
final class Lines implements AutoCloseable {
    private static final int PORTION = 4_096;
    private static final int PORTION_BYTES = 8 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int filled;
    private int number;

    /// A line without its end, by its number from 1. Of one that is too long, so much that this can be seen.
    @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
    record Line(int number, byte[] bytes) {
        private boolean blank() {
            for (byte one : bytes) {
                if (one != ' ' && one != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    Lines(Path file) throws IOException {
        this.in = Files.newInputStream(file);
    }

    /// The next lines; none at the end of the file.
    List<Line> next() throws IOException {
        List<Line> portion = new ArrayList<>();
        int bytes = 0;
        while (portion.size() < PORTION && (bytes < PORTION_BYTES || portion.isEmpty()) && more()) {
            Line next = line();
            bytes += next.bytes.length;
            if (!next.blank()) {
                portion.add(next);
            }
        }
        return portion;
    }

    private boolean more() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(buffer));
            at = 0;
        }
        return at < filled;
    }

    private Line line() throws IOException {
        line.reset();
        boolean ended = false;
        while (!ended && more()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            // Of a line that is too long, no more is kept than tells so.
            line.write(buffer, at, Math.min(end - at, Reading.LONGEST_LINE + 2 - line.size()));
            ended = end < filled;
            at = ended ? end + 1 : end;
        }
        number++;
        byte[] bytes = line.toByteArray();
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return new Line(number, carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
