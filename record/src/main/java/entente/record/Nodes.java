package entente.record;

import entente.terms.Digest;

/// The roots of the perfect subtrees of a tree, from which every proof is made.
@FunctionalInterface
public interface Nodes {
    /// The root over the entries [index * 2^height, (index + 1) * 2^height), all of which the tree holds.
    Digest node(int height, long index);

    /// The root over the entries [start, end), where start is a multiple of the power of two at or above
    /// their number.
    default Digest root(long start, long end) {
        long size = end - start;
        if (size == 0) {
            return Tree.EMPTY;
        }
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return node(height, start >> height);
        }
        long middle = start + Tree.split(size);
        return Tree.node(root(start, middle), root(middle, end));
    }
}
