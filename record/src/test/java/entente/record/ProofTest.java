package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import entente.terms.Digest;
import entente.testkit.Trials;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final int LARGEST = 66;
    private static final List<Digest> LEAVES = Trees.leaves(LARGEST);
    private static final Nodes NODES = Trees.nodes(LEAVES);

    @Test
    void every_entry_of_every_small_tree_is_proved() {
        for (int size = 1; size <= LARGEST; size++) {
            Digest root = Tree.root(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<Digest> proof = Proof.inclusion(index, size, NODES);
                assertThat(Proof.included(LEAVES.get(index), index, size, proof, root))
                        .isTrue();
                for (int other = 0; other <= size; other++) {
                    assertThat(Proof.included(LEAVES.get(index), other, size, proof, root))
                            .isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void every_small_tree_is_proved_to_be_the_beginning_of_every_larger_one() {
        for (int to = 1; to <= LARGEST; to++) {
            Digest after = Tree.root(LEAVES.subList(0, to));
            for (int from = 1; from <= to; from++) {
                Digest before = Tree.root(LEAVES.subList(0, from));
                List<Digest> proof = Proof.consistency(from, to, NODES);
                assertThat(Proof.consistent(from, before, to, after, proof)).isTrue();
                assertThat(Proof.consistent(from, after, to, before, proof)).isEqualTo(from == to);
            }
        }
    }

    @Test
    void every_subtree_of_every_small_tree_is_proved() {
        int subtrees = 0;
        for (int size = 1; size <= 33; size++) {
            for (int start = 0; start < size; start++) {
                for (int end = start + 1; end <= size; end++) {
                    subtrees += proved(start, end, size) ? 1 : 0;
                }
            }
        }
        assertThat(subtrees).isGreaterThan(1_000);
    }

    private static boolean proved(int start, int end, int size) {
        Subtree part;
        try {
            part = new Subtree(start, end);
        } catch (Malformed notASubtree) {
            return false;
        }
        Digest before = Tree.root(LEAVES.subList(start, end));
        Digest after = Tree.root(LEAVES.subList(0, size));
        List<Digest> proof = Proof.consistency(part, size, NODES);
        assertThat(Proof.consistent(part, before, size, after, proof)).isTrue();
        for (int index = start; index < end; index++) {
            List<Digest> within = Proof.inclusion(index, part, NODES);
            assertThat(Proof.included(LEAVES.get(index), index, part, within, before))
                    .isTrue();
        }
        return true;
    }

    @Test
    void a_changed_proof_never_holds() {
        Trials.check(2_000, random -> {
            int size = 2 + random.nextInt(LARGEST - 1);
            int index = random.nextInt(size);
            Digest root = Tree.root(LEAVES.subList(0, size));
            List<Digest> proof = changed(Proof.inclusion(index, size, NODES), random);
            assertThat(Proof.included(LEAVES.get(index), index, size, proof, root))
                    .isFalse();

            int from = 1 + random.nextInt(size - 1);
            Digest before = Tree.root(LEAVES.subList(0, from));
            List<Digest> way = changed(Proof.consistency(from, size, NODES), random);
            assertThat(Proof.consistent(from, before, size, root, way)).isFalse();
        });
    }

    private static List<Digest> changed(List<Digest> proof, Random random) {
        var changed = new ArrayList<>(proof);
        int at = random.nextInt(proof.size());
        switch (random.nextInt(3)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(at, Digest.sha256(new byte[] {1}));
            default -> changed.set(at, Digest.sha256(changed.get(at).bytes()));
        }
        return changed;
    }

    @Test
    void no_numbers_and_no_list_bring_a_check_to_throw() {
        long[] numbers = {Long.MIN_VALUE, -1, 0, 1, 2, 3, 255, 1L << 62, Long.MAX_VALUE};
        for (long a : numbers) {
            for (long b : numbers) {
                for (int length : new int[] {0, 1, 63, 64, 1_000}) {
                    var proof = Collections.nCopies(length, Tree.EMPTY);
                    assertThat(Proof.included(LEAVES.get(1), a, b, proof, Tree.EMPTY))
                            .isFalse();
                    Proof.consistent(a, Tree.EMPTY, b, Tree.EMPTY, proof);
                }
            }
        }
    }

    @Test
    void no_proof_is_made_for_what_is_not_there() {
        assertThatIllegalArgumentException().isThrownBy(() -> Proof.inclusion(3, 3, NODES));
        assertThatIllegalArgumentException().isThrownBy(() -> Proof.consistency(4, 3, NODES));
    }
}
