package entente.record;

import entente.terms.Digest;

/// How many entries a log has, and the root over all of them.
public record Head(long size, Digest root) {
    public static final Head EMPTY = new Head(0, Tree.EMPTY);

    public Head {
        if (size < 0) {
            throw new IllegalArgumentException("a log has no fewer than 0 entries, was: " + size);
        }
    }

    @Override
    public String toString() {
        return "size " + size + " root " + root;
    }
}
