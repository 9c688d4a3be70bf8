package entente.record;

import entente.terms.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Inclusion and consistency proofs: made from the nodes of a tree, checked with nothing but hashes.
///
/// A proof lists hashes from the leaf upward. Each check walks the tree from its root down to the leaf and
/// takes the proof's hashes from the last to the first, so that each is used exactly once and none is left.
/// The checks accept any numbers and any list, and answer false where the proof does not hold. Sources: RFC
/// 6962, section 2.1; draft-ietf-plants-merkle-tree-certs, section 4, for subtrees.
public final class Proof {
    private Proof() {}

    /// The proof that the entry at index is in the tree of this size.
    public static List<Digest> inclusion(long index, long size, Nodes nodes) {
        return inclusion(index, Subtree.whole(size), nodes);
    }

    /// The proof that the entry at index, counted from the start of the log, is in the subtree.
    public static List<Digest> inclusion(long index, Subtree within, Nodes nodes) {
        if (index < within.start() || index >= within.end()) {
            throw new IllegalArgumentException("entry " + index + " is not in " + within);
        }
        var proof = new ArrayList<Digest>();
        include(index, within.start(), within.end(), nodes, proof);
        return List.copyOf(proof);
    }

    /// The proof that the tree of size `from` is the beginning of the tree of size `to`.
    public static List<Digest> consistency(long from, long to, Nodes nodes) {
        return consistency(Subtree.whole(from), to, nodes);
    }

    /// The proof that the subtree is a part of the tree of this size.
    public static List<Digest> consistency(Subtree part, long size, Nodes nodes) {
        if (part.end() > size) {
            throw new IllegalArgumentException(part + " is not in a tree of size " + size);
        }
        var proof = new ArrayList<Digest>();
        if (part.size() > 0) {
            connect(part, 0, size, Known.YES, nodes, proof);
        }
        return List.copyOf(proof);
    }

    public static boolean included(Digest leaf, long index, long size, List<Digest> proof, Digest root) {
        return size >= 0 && included(leaf, index, Subtree.whole(size), proof, root);
    }

    public static boolean included(Digest leaf, long index, Subtree within, List<Digest> proof, Digest root) {
        return index >= within.start()
                && index < within.end()
                && climb(leaf, index, within.start(), within.end(), proof)
                        .filter(root::equals)
                        .isPresent();
    }

    /// Whether the tree of size `from` (at least 1) with root `before` is the beginning of the tree of size
    /// `to`.
    public static boolean consistent(long from, Digest before, long to, Digest after, List<Digest> proof) {
        return from > 0 && consistent(Subtree.whole(from), before, to, after, proof);
    }

    /// Whether the subtree with root `before` is a part of the tree of this size with root `after`. An
    /// empty subtree is a part of every tree that reaches it, and then nothing is said of `after`.
    public static boolean consistent(Subtree part, Digest before, long size, Digest after, List<Digest> proof) {
        if (part.end() > size) {
            return false;
        }
        if (part.size() == 0) {
            return proof.isEmpty() && before.equals(Tree.EMPTY);
        }
        return rejoin(part, before, 0, size, Known.YES, proof)
                .filter(new Roots(before, after)::equals)
                .isPresent();
    }

    private static void include(long index, long start, long end, Nodes nodes, List<Digest> proof) {
        if (end - start == 1) {
            return;
        }
        long middle = start + Tree.split(end - start);
        if (index < middle) {
            include(index, start, middle, nodes, proof);
            proof.add(nodes.root(middle, end));
        } else {
            include(index, middle, end, nodes, proof);
            proof.add(nodes.root(start, middle));
        }
    }

    /// Walks down to the part. Where the part spans the middle, its left half is a node of the tree: it
    /// goes into the proof, and the verifier no longer knows the root of what remains.
    private static void connect(Subtree part, long start, long end, Known known, Nodes nodes, List<Digest> proof) {
        if (part.start() <= start && part.end() == end) {
            if (known == Known.NO) {
                proof.add(nodes.root(start, end));
            }
            return;
        }
        long middle = start + Tree.split(end - start);
        if (part.end() <= middle) {
            connect(part, start, middle, known, nodes, proof);
            proof.add(nodes.root(middle, end));
        } else {
            connect(part, middle, end, part.start() >= middle ? known : Known.NO, nodes, proof);
            proof.add(nodes.root(start, middle));
        }
    }

    private static Optional<Digest> climb(Digest leaf, long index, long start, long end, List<Digest> proof) {
        if (end - start == 1) {
            return proof.isEmpty() ? Optional.of(leaf) : Optional.empty();
        }
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        long middle = start + Tree.split(end - start);
        Digest sibling = proof.getLast();
        List<Digest> rest = proof.subList(0, proof.size() - 1);
        return index < middle
                ? climb(leaf, index, start, middle, rest).map(left -> Tree.node(left, sibling))
                : climb(leaf, index, middle, end, rest).map(right -> Tree.node(sibling, right));
    }

    private static Optional<Roots> rejoin(
            Subtree part, Digest before, long start, long end, Known known, List<Digest> proof) {
        if (part.start() <= start && part.end() == end) {
            return switch (known) {
                case YES -> proof.isEmpty() ? Optional.of(new Roots(before, before)) : Optional.empty();
                case NO ->
                    proof.size() == 1 ? Optional.of(new Roots(proof.getFirst(), proof.getFirst())) : Optional.empty();
            };
        }
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        long middle = start + Tree.split(end - start);
        Digest sibling = proof.getLast();
        List<Digest> rest = proof.subList(0, proof.size() - 1);
        if (part.end() <= middle) {
            return rejoin(part, before, start, middle, known, rest)
                    .map(roots -> new Roots(roots.part, Tree.node(roots.tree, sibling)));
        }
        if (part.start() >= middle) {
            return rejoin(part, before, middle, end, known, rest)
                    .map(roots -> new Roots(roots.part, Tree.node(sibling, roots.tree)));
        }
        return rejoin(part, before, middle, end, Known.NO, rest)
                .map(roots -> new Roots(Tree.node(sibling, roots.part), Tree.node(sibling, roots.tree)));
    }

    /// Whether the verifier holds the root of the range that the walk has reached.
    private enum Known {
        YES,
        NO
    }

    private record Roots(Digest part, Digest tree) {}
}
