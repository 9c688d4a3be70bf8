package entente.node.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The parts of a workbook, packed anew so that nothing in the file tells when it was packed.
///
/// The library writes its zip in a stream and in a form that the platform's reader of streams does not take, and the
/// time of writing into one part. So the parts are found by the directory at the end of the file.
final class Parts {
    private static final int END = 22;
    private static final int ENTRY = 46;
    private static final int LOCAL = 30;
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

    /// Zip files know no time before 1980.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Parts() {}

    /// The same parts in the same order, made at the time given.
    static byte[] redated(byte[] file, Instant created) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            int count = in.getShort(file.length - END + 10);
            int at = in.getInt(file.length - END + 16);
            for (int i = 0; i < count; i++) {
                int packed = in.getInt(at + 20);
                int name = in.getShort(at + 28);
                int local = in.getInt(at + 42);
                ZipEntry part = new ZipEntry(new String(file, at + ENTRY, name, StandardCharsets.UTF_8));
                part.setTimeLocal(NO_TIME);
                zip.putNextEntry(part);
                int content = local + LOCAL + in.getShort(local + 26) + in.getShort(local + 28);
                byte[] bytes = unpacked(file, content, packed);
                zip.write(part.getName().equals("docProps/core.xml") ? redatedText(bytes, created) : bytes);
                zip.closeEntry();
                at += ENTRY + name + in.getShort(at + 30) + in.getShort(at + 32);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] file, int from, int length) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(file, from, length), inflater)) {
            return in.readAllBytes();
        } finally {
            inflater.end();
        }
    }

    private static byte[] redatedText(byte[] text, Instant created) {
        return CREATED.matcher(new String(text, StandardCharsets.UTF_8))
                .replaceAll("$1" + created.truncatedTo(ChronoUnit.SECONDS) + "$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
