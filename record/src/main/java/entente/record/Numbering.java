package entente.record;

import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How tiles and bundles are numbered in paths.
final class Numbering {
    static final Pattern FORM = Pattern.compile("(?<kind>payload|tile/entries|tile/\\d{1,2})/"
            + "(?<index>(?:x\\d{3}/){0,5}\\d{3})(?:\\.p/(?<width>\\d{1,3}))?");

    private Numbering() {}

    /// Makes one path of its kind.
    @FunctionalInterface
    interface Numbered<P> {
        P at(long index, int width);
    }

    /// The paths that hold this many items, 256 in each but perhaps the last.
    static <P> Stream<P> paths(long items, Numbered<P> path) {
        long full = items / Tile.WIDTH;
        int rest = (int) (items % Tile.WIDTH);
        Stream<P> whole = LongStream.range(0, full).mapToObj(index -> path.at(index, Tile.WIDTH));
        return rest == 0 ? whole : Stream.concat(whole, Stream.of(path.at(full, rest)));
    }

    static String text(long index, int width) {
        var text = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            text.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == Tile.WIDTH ? text.toString() : text + ".p/" + width;
    }

    static long index(String groups) {
        return Long.parseLong(groups.replace("x", "").replace("/", ""));
    }

    static void requireTile(int level, long index, int width) {
        requireBundle(index, width);
        if (level < 0 || level > 63) {
            throw new Malformed("a tile's level is 0 to 63, was: " + level);
        }
    }

    static void requireBundle(long index, int width) {
        requireIndex(index);
        requireWidth(width);
    }

    private static void requireIndex(long index) {
        if (index < 0 || index > Long.MAX_VALUE / Tile.WIDTH) {
            throw new Malformed("a tile's index is 0 to 2^55 - 1, was: " + index);
        }
    }

    private static void requireWidth(int width) {
        if (width < 1 || width > Tile.WIDTH) {
            throw new Malformed("a tile's width is 1 to 256, was: " + width);
        }
    }
}
