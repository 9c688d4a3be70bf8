package entente.record;

import entente.terms.Digest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Up to 256 neighbouring hashes of a tree (C2SP tlog-tiles). Hash i of the tile n at level l is the root
/// over the entries [(256 n + i) * 256^l, (256 n + i + 1) * 256^l).
public record Tile(int level, long index, List<Digest> hashes) {
    /// The hashes of a full tile.
    public static final int WIDTH = 256;

    /// The levels that a log with fewer than 2^63 entries can reach.
    static final int LEVELS = 8;

    public Tile {
        hashes = List.copyOf(hashes);
        Numbering.requireTile(level, index, hashes.size());
    }

    /// Reads the bytes published at a path.
    ///
    /// @throws Malformed unless they are as many hashes as the path says
    public static Tile parse(LogPath.OfTile path, byte[] bytes) {
        if (bytes.length != path.width() * Digest.BYTES) {
            throw new Malformed(path + " has " + path.width() * Digest.BYTES + " bytes, was: " + bytes.length);
        }
        List<Digest> hashes = IntStream.range(0, path.width())
                .mapToObj(i -> Digest.of(Arrays.copyOfRange(bytes, i * Digest.BYTES, (i + 1) * Digest.BYTES)))
                .toList();
        return new Tile(path.level(), path.index(), hashes);
    }

    public int width() {
        return hashes.size();
    }

    public LogPath.OfTile path() {
        return new LogPath.OfTile(level, index, width());
    }

    /// The same tile as it was when it held fewer hashes.
    Tile first(int width) {
        return new Tile(level, index, hashes.subList(0, width));
    }

    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(width() * Digest.BYTES);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }
}
