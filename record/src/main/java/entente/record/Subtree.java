package entente.record;

/// A part [start, end) of a tree whose root is a hash of the tree of every size from end on, or nearly so.
///
/// start is a multiple of the smallest power of two that is not below `end - start`
/// (draft-ietf-plants-merkle-tree-certs, section 4.1). It may be empty.
public record Subtree(long start, long end) {
    public Subtree {
        if (start < 0 || start > end || !aligned(start, end - start)) {
            throw new Malformed("[" + start + ", " + end + ") is not a subtree");
        }
    }

    public static Subtree whole(long size) {
        return new Subtree(0, size);
    }

    public long size() {
        return end - start;
    }

    private static boolean aligned(long start, long size) {
        // Doubling the highest bit overflows to 2^63 as a negative number, and only start = 0 is a multiple of that.
        return start == 0 || size <= 1 || (start & (2 * Tree.split(size) - 1)) == 0;
    }
}
