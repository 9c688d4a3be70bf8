package entente.record;

import static org.assertj.core.api.Assertions.assertThat;

import entente.terms.Digest;
import entente.testkit.Trials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final List<Digest> LEAVES = Trees.leaves(66_000);

    @Test
    void an_empty_tree_has_the_root_of_nothing() {
        assertThat(Frontier.EMPTY.head()).isEqualTo(Head.EMPTY);
        assertThat(Tree.EMPTY.base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void however_entries_arrive_the_root_and_the_tiles_are_those_of_the_definition() {
        Trials.check(40, random -> {
            var frontier = Frontier.EMPTY;
            var tiles = new ArrayList<Tile>();
            int size = 1 + random.nextInt(1_500);
            while (frontier.size() < size) {
                int from = (int) frontier.size();
                var growth = frontier.grown(LEAVES.subList(from, Math.min(size, from + 1 + random.nextInt(400))));
                tiles.addAll(growth.filled());
                frontier = growth.frontier();
            }
            assertThat(frontier.root()).isEqualTo(Tree.root(LEAVES.subList(0, size)));
            for (int level = 0; level < Tile.LEVELS; level++) {
                frontier.edge(level).ifPresent(tiles::add);
            }
            assertThat(tiles.stream().map(Tile::path))
                    .containsExactlyInAnyOrderElementsOf(LogPath.tiles(size).toList());
            Nodes nodes = Trees.nodes(LEAVES);
            for (Tile tile : tiles) {
                for (int i = 0; i < tile.width(); i++) {
                    assertThat(tile.hashes().get(i)).isEqualTo(nodes.node(8 * tile.level(), 256 * tile.index() + i));
                }
            }
        });
    }

    @Test
    void a_tree_of_70000_has_the_tiles_that_the_specification_counts() {
        List<LogPath.OfTile> tiles = LogPath.tiles(70_000).toList();
        assertThat(tiles)
                .filteredOn(tile -> tile.level() == 0 && tile.width() == 256)
                .hasSize(273);
        assertThat(tiles)
                .filteredOn(tile -> tile.level() == 0 && tile.width() == 112)
                .hasSize(1);
        assertThat(tiles)
                .filteredOn(tile -> tile.level() == 1)
                .extracting(LogPath.OfTile::width)
                .containsExactly(256, 17);
        assertThat(tiles)
                .filteredOn(tile -> tile.level() == 2)
                .extracting(LogPath.OfTile::width)
                .containsExactly(1);
        assertThat(LogPath.tiles(256))
                .extracting(LogPath.OfTile::toString)
                .containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(LogPath.tiles(0)).isEmpty();
    }

    @Test
    void proofs_for_every_size_come_from_tiles_and_the_edge() {
        var growth = Frontier.EMPTY.grown(LEAVES);
        Map<LogPath.OfTile, Tile> stored = new HashMap<>();
        growth.filled().forEach(tile -> stored.put(tile.path(), tile));
        Trials.check(60, random -> {
            int size = 1 + random.nextInt(LEAVES.size());
            int index = random.nextInt(size);
            var nodes = new TiledNodes(
                    growth.frontier(),
                    (level, at) -> Optional.ofNullable(stored.get(new LogPath.OfTile(level, at, Tile.WIDTH))));
            Digest root = nodes.root(0, size);
            assertThat(root).isEqualTo(Tree.root(LEAVES.subList(0, size)));
            assertThat(Proof.included(LEAVES.get(index), index, size, Proof.inclusion(index, size, nodes), root))
                    .isTrue();
            assertThat(Proof.consistent(
                            index + 1,
                            Tree.root(LEAVES.subList(0, index + 1)),
                            size,
                            root,
                            Proof.consistency(index + 1, size, nodes)))
                    .isTrue();
        });
    }
}
