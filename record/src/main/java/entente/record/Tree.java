package entente.record;

import entente.terms.Digest;
import java.util.List;

/// The hashes of a Merkle tree (RFC 6962, section 2.1): SHA-256, 0x00 before an entry, 0x01 before two
/// children.
public final class Tree {
    /// The root of a tree without entries: SHA-256 of nothing.
    public static final Digest EMPTY = Digest.sha256();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Tree() {}

    public static Digest leaf(Bytes entry) {
        return Digest.sha256(LEAF, entry.shared());
    }

    public static Digest node(Digest left, Digest right) {
        return Digest.sha256(NODE, left.bytes(), right.bytes());
    }

    /// The root over leaf hashes, or over the roots of perfect subtrees of one height, in order.
    public static Digest root(List<Digest> leaves) {
        return switch (leaves.size()) {
            case 0 -> EMPTY;
            case 1 -> leaves.getFirst();
            default -> {
                int split = (int) split(leaves.size());
                yield node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
            }
        };
    }

    /// The largest power of two below the size, which must be 2 or more: where a tree of this size parts in
    /// two.
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
