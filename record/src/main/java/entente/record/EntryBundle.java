package entente.record;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Up to 256 neighbouring entries, each with its length before it as two bytes, big-endian (C2SP
/// tlog-tiles).
public record EntryBundle(List<Bytes> entries) {
    public EntryBundle {
        entries = List.copyOf(entries);
    }

    /// @throws Malformed unless the bytes are exactly this many entries
    public static EntryBundle parse(int width, byte[] bytes) {
        var entries = new ArrayList<Bytes>();
        int at = 0;
        while (entries.size() < width) {
            int length = bytes.length - at < 2 ? 0 : (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
            if (bytes.length - at < 2 || bytes.length - at - 2 < length) {
                throw new Malformed("the bundle ends within entry " + entries.size() + " of " + width);
            }
            entries.add(Bytes.owned(Arrays.copyOfRange(bytes, at + 2, at + 2 + length)));
            at += 2 + length;
        }
        if (at < bytes.length) {
            throw new Malformed("the bundle has " + (bytes.length - at) + " bytes after its last entry");
        }
        return new EntryBundle(entries);
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        for (Bytes entry : entries) {
            if (entry.length() > Entry.LONGEST) {
                throw new IllegalArgumentException("an entry has at most 65535 bytes, was: " + entry.length());
            }
            bytes.write(entry.length() >> 8);
            bytes.write(entry.length());
            bytes.writeBytes(entry.shared());
        }
        return bytes.toByteArray();
    }
}
