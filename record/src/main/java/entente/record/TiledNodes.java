package entente.record;

import entente.terms.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The nodes of a tree whose full tiles are stored and whose right edge is in memory. It remembers the
/// tiles that it has read, so it serves one proof, on one thread.
public final class TiledNodes implements Nodes {
    private final Frontier frontier;
    private final Tiles tiles;
    private final Map<LogPath.OfTile, List<Digest>> read = new HashMap<>();

    /// Looks up a full tile; empty where there is none.
    @FunctionalInterface
    public interface Tiles {
        Optional<Tile> tile(int level, long index);
    }

    public TiledNodes(Frontier frontier, Tiles tiles) {
        this.frontier = frontier;
        this.tiles = tiles;
    }

    /// @throws IllegalStateException when a tile that the tree has is not stored
    @Override
    public Digest node(int height, long index) {
        int below = height % 8;
        long first = index << below;
        int offset = (int) (first % Tile.WIDTH);
        var path = new LogPath.OfTile(height / 8, first / Tile.WIDTH, Tile.WIDTH);
        return Tree.root(read.computeIfAbsent(path, this::hashes).subList(offset, offset + (1 << below)));
    }

    private List<Digest> hashes(LogPath.OfTile path) {
        return frontier.edge(path.level())
                .filter(edge -> edge.index() == path.index())
                .or(() -> tiles.tile(path.level(), path.index()))
                .map(Tile::hashes)
                .orElseThrow(() -> new IllegalStateException(path + " is missing from the store"));
    }
}
