package entente.record;

import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where a part of a published log is found, below the address of the log (C2SP tlog-tiles). `payload/` is
/// Entente's own.
///
/// The text form has numbers in groups of three digits, all but the last with an `x` before them, and
/// `.p/<width>` where the tile or bundle is partial: `tile/0/x001/x234/067.p/5`.
public sealed interface LogPath {
    /// The newest signed checkpoint.
    record Newest() implements LogPath {
        @Override
        public String toString() {
            return "checkpoint";
        }
    }

    /// A tile of hashes: level 0 to 63, index from 0, width 1 to 256.
    record OfTile(int level, long index, int width) implements LogPath {
        public OfTile {
            Numbering.requireTile(level, index, width);
        }

        @Override
        public String toString() {
            return "tile/" + level + "/" + Numbering.text(index, width);
        }
    }

    /// The entries [256 index, 256 index + width).
    record OfEntries(long index, int width) implements LogPath {
        public OfEntries {
            Numbering.requireBundle(index, width);
        }

        @Override
        public String toString() {
            return "tile/entries/" + Numbering.text(index, width);
        }
    }

    /// The payloads of the entries [256 index, 256 index + width), as far as the reader may have them.
    record OfPayloads(long index, int width) implements LogPath {
        public OfPayloads {
            Numbering.requireBundle(index, width);
        }

        @Override
        public String toString() {
            return "payload/" + Numbering.text(index, width);
        }
    }

    /// @throws Malformed unless the text is exactly what `toString` would write
    static LogPath parse(String text) {
        if (text.equals("checkpoint")) {
            return new Newest();
        }
        Matcher parts = text.length() > 64 ? Numbering.FORM.matcher("") : Numbering.FORM.matcher(text);
        if (!parts.matches()) {
            throw new Malformed("the path is none of checkpoint, tile/<L>/<N>, tile/entries/<N>, payload/<N>");
        }
        long index = Numbering.index(parts.group("index"));
        int width = parts.group("width") == null ? Tile.WIDTH : Integer.parseInt(parts.group("width"));
        if (parts.group("width") != null && width == Tile.WIDTH) {
            throw new Malformed("a full tile has no width in its path");
        }
        LogPath path = switch (parts.group("kind")) {
            case "payload" -> new OfPayloads(index, width);
            case "tile/entries" -> new OfEntries(index, width);
            case String tile -> new OfTile(Integer.parseInt(tile.substring(5)), index, width);
        };
        if (!path.toString().equals(text)) {
            throw new Malformed("the path is not in its shortest form");
        }
        return path;
    }

    /// Every tile of a tree of this size, level by level, partial ones last in their level.
    static Stream<OfTile> tiles(long size) {
        return IntStream.range(0, Tile.LEVELS)
                .boxed()
                .flatMap(level ->
                        Numbering.paths(size >> (8 * level), (index, width) -> new OfTile(level, index, width)));
    }

    static Stream<OfEntries> entries(long size) {
        return Numbering.paths(size, OfEntries::new);
    }
}
