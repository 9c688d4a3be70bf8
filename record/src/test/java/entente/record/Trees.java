package entente.record;

import entente.terms.Digest;
import java.util.List;
import java.util.stream.IntStream;

/// Small trees, computed the slow way straight from the definition.
final class Trees {
    private Trees() {}

    static List<Digest> leaves(int size) {
        return IntStream.range(0, size).mapToObj(Trees::leaf).toList();
    }

    static Digest leaf(int index) {
        return Tree.leaf(Bytes.utf8("entry " + index));
    }

    static Nodes nodes(List<Digest> leaves) {
        return (height, index) -> Tree.root(leaves.subList((int) (index << height), (int) ((index + 1) << height)));
    }
}
