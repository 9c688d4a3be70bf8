package entente.record;

import entente.terms.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The right edge of a tree: all that is needed to add entries and to know the root, whatever the size.
///
/// It holds the roots of the perfect subtrees that the size is the sum of (at most 63), and for each level
/// of tiles the hashes of the tile that is not yet full (at most 255). Nothing in it changes: growing gives
/// another.
public final class Frontier {
    public static final Frontier EMPTY = new Frontier(0, List.of(), Collections.nCopies(Tile.LEVELS, List.of()));

    private final long size;
    private final List<Digest> peaks;
    private final List<List<Digest>> edges;

    private Frontier(long size, List<Digest> peaks, List<List<Digest>> edges) {
        this.size = size;
        this.peaks = peaks;
        this.edges = edges;
    }

    /// What a tree becomes by new entries, and the tiles that they fill.
    public record Growth(Frontier frontier, List<Tile> filled) {}

    public long size() {
        return size;
    }

    public Digest root() {
        return peaks.isEmpty()
                ? Tree.EMPTY
                : peaks.reversed().stream()
                        .reduce((right, left) -> Tree.node(left, right))
                        .orElseThrow();
    }

    public Head head() {
        return new Head(size, root());
    }

    /// The tile at the right end of a level, where it is neither empty nor full.
    public Optional<Tile> edge(int level) {
        if (level < 0 || level >= Tile.LEVELS || edges.get(level).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Tile(level, size >> (8 * (level + 1)), edges.get(level)));
    }

    /// Adds entries by their leaf hashes, in order.
    public Growth grown(List<Digest> leaves) {
        var draft = new Draft(this);
        leaves.forEach(draft::add);
        return new Growth(draft.frozen(), List.copyOf(draft.filled));
    }

    /// A frontier while entries are added to it.
    private static final class Draft {
        private final List<Digest> peaks;
        private final List<List<Digest>> edges;
        private final List<Tile> filled = new ArrayList<>();
        private long size;

        private Draft(Frontier from) {
            size = from.size;
            peaks = new ArrayList<>(from.peaks);
            edges = new ArrayList<>();
            from.edges.forEach(edge -> edges.add(new ArrayList<>(edge)));
        }

        private void add(Digest leaf) {
            Digest hash = leaf;
            long index = size;
            record(0, index, hash);
            int height = 0;
            for (; (index & 1) == 1; index >>= 1) {
                hash = Tree.node(peaks.removeLast(), hash);
                height++;
                record(height, index >> 1, hash);
            }
            peaks.add(hash);
            size++;
        }

        /// Takes the root of a perfect subtree into its tile, where its height is one that tiles hold.
        private void record(int height, long index, Digest hash) {
            if (height % 8 != 0) {
                return;
            }
            List<Digest> edge = edges.get(height / 8);
            edge.add(hash);
            if (edge.size() == Tile.WIDTH) {
                filled.add(new Tile(height / 8, index / Tile.WIDTH, edge));
                edge.clear();
            }
        }

        private Frontier frozen() {
            return new Frontier(
                    size, List.copyOf(peaks), edges.stream().map(List::copyOf).toList());
        }
    }
}
