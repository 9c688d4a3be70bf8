package entente.record;

import entente.terms.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The proof that an entry is in a log, to keep and to check without the log (C2SP tlog-proof, version 1).
///
/// `extra` is whatever the maker wished to add; nothing vouches for it, and empty means none.
public record Receipt(Bytes extra, long index, List<Digest> proof, Note checkpoint) {
    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST_PROOF = 63;

    public Receipt {
        proof = List.copyOf(proof);
        if (index < 0 || index >= Checkpoint.parse(checkpoint.text()).size() || proof.size() > LONGEST_PROOF) {
            throw new Malformed("a receipt has an index below the size of its checkpoint and at most 63 hashes");
        }
    }

    /// Makes the receipt of one entry of the tree that the checkpoint is about.
    public static Receipt of(long index, Note checkpoint, Nodes nodes) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        return new Receipt(Bytes.NONE, index, Proof.inclusion(index, size, nodes), checkpoint);
    }

    /// @throws Malformed unless the bytes are a receipt
    public static Receipt parse(byte[] bytes) {
        String whole = Text.utf8(bytes);
        int gap = whole.indexOf("\n\n");
        if (gap < 0 || gap > 1_100_000) {
            throw new Malformed("a receipt has an empty line before its checkpoint");
        }
        List<String> lines = Arrays.asList(whole.substring(0, gap).split("\n", -1));
        if (!lines.getFirst().equals(FORMAT) || lines.size() < 2) {
            throw new Malformed("a receipt begins with " + FORMAT);
        }
        boolean hasExtra = lines.get(1).startsWith("extra ");
        Bytes extra = hasExtra ? extra(lines.get(1).substring(6)) : Bytes.NONE;
        int at = hasExtra ? 2 : 1;
        if (at == lines.size() || lines.size() - at - 1 > LONGEST_PROOF) {
            throw new Malformed("a receipt has an index and at most 63 hashes");
        }
        long index = Text.decimal(Text.after("index ", lines.get(at)));
        List<Digest> proof =
                lines.subList(at + 1, lines.size()).stream().map(Text::digest).toList();
        return new Receipt(
                extra,
                index,
                proof,
                Note.parse(Bytes.utf8(whole.substring(gap + 2)).shared()));
    }

    private static Bytes extra(String text) {
        if (text.isEmpty()) {
            throw new Malformed("a receipt without extra data has no line for it");
        }
        return Bytes.owned(Text.base64(text));
    }

    public byte[] bytes() {
        var lines = new ArrayList<String>();
        lines.add(FORMAT);
        if (extra.length() > 0) {
            lines.add("extra " + Text.base64(extra));
        }
        lines.add("index " + index);
        proof.forEach(hash -> lines.add(hash.base64()));
        String head = String.join("\n", lines) + "\n\n";
        return Bytes.utf8(head + Text.utf8(checkpoint.bytes())).shared();
    }

    /// Checks that the entry is in the log, and that the checkpoint satisfies the policy.
    public Verdict verdict(Bytes entry, Policy policy) {
        Verdict signatures = policy.verdict(checkpoint);
        if (signatures instanceof Verdict.Rejected) {
            return signatures;
        }
        Checkpoint head = Checkpoint.parse(checkpoint.text());
        return Proof.included(Tree.leaf(entry), index, head.size(), proof, head.root())
                ? signatures
                : new Verdict.Rejected("entry " + index + " is not what the checkpoint's root covers");
    }
}
