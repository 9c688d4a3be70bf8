package entente.record;

import static org.assertj.core.api.Assertions.assertThat;

import entente.terms.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A whole log made by transparency-dev/tessera (testdata/log, commit 1811ae1a), checked with its public
/// key.
class TesseraLogTest {
    private static final VerifierKey KEY =
            VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    @Test
    void all_16_checkpoints_verify_and_sign_the_roots_over_the_bundles() {
        Path log = Vectors.folder("tessera-log");
        for (int size = 0; size < 16; size++) {
            Note note = Note.parse(Vectors.read(log.resolve("checkpoint." + size)));
            assertThat(note.unanimous(List.of(KEY))).isInstanceOf(Verdict.Verified.class);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            assertThat(checkpoint.size()).isEqualTo(size);
            assertThat(checkpoint.root()).isEqualTo(Tree.root(leaves(log, size)));
        }
    }

    @Test
    void every_tile_is_the_leaf_hashes_of_its_bundle() {
        Path log = Vectors.folder("tessera-log");
        int tiles = 0;
        for (int size = 1; size <= 15; size++) {
            var path = new LogPath.OfTile(0, 0, size);
            Tile tile = Tile.parse(path, Vectors.read(log.resolve(path.toString())));
            assertThat(tile.hashes()).isEqualTo(leaves(log, size));
            assertThat(tile.bytes()).isEqualTo(Vectors.read(log.resolve(path.toString())));
            tiles++;
        }
        assertThat(tiles).isEqualTo(15);
    }

    @Test
    void every_two_checkpoints_are_consistent() {
        Path log = Vectors.folder("tessera-log");
        Nodes nodes = Trees.nodes(leaves(log, 15));
        for (int to = 1; to <= 15; to++) {
            for (int from = 1; from <= to; from++) {
                assertThat(Proof.consistent(
                                from, root(log, from), to, root(log, to), Proof.consistency(from, to, nodes)))
                        .isTrue();
            }
        }
    }

    private static Digest root(Path log, int size) {
        return Checkpoint.parse(Note.parse(Vectors.read(log.resolve("checkpoint." + size)))
                        .text())
                .root();
    }

    private static List<Digest> leaves(Path log, int size) {
        if (size == 0) {
            return List.of();
        }
        Path file = log.resolve(new LogPath.OfEntries(0, size).toString());
        assertThat(Files.exists(file)).isTrue();
        var leaves = new ArrayList<Digest>();
        EntryBundle bundle = EntryBundle.parse(size, Vectors.read(file));
        bundle.entries().forEach(entry -> leaves.add(Tree.leaf(entry)));
        assertThat(bundle.bytes()).isEqualTo(Vectors.read(file));
        return leaves;
    }
}
