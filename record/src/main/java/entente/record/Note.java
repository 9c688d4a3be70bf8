package entente.record;

import entente.record.Verdict.Signer;
import java.util.ArrayList;
import java.util.List;

/// A text with signatures below it (C2SP signed-note).
///
/// The text ends with a newline and is parted from the signatures by the last empty line. A note is at most
/// 1,000,000 bytes and has 1 to 100 signatures.
public record Note(String text, List<NoteSignature> signatures) {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_SIGNATURES = 100;

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("a note's text ends with a newline and has no other control character");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new Malformed("a note has 1 to 100 signatures, was: " + signatures.size());
        }
    }

    /// @throws Malformed unless the bytes are a note
    public static Note parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new Malformed("a note has at most 1000000 bytes, was: " + bytes.length);
        }
        String whole = Text.utf8(bytes);
        int gap = whole.lastIndexOf("\n\n");
        if (gap < 0 || !whole.endsWith("\n") || gap + 2 == whole.length()) {
            throw new Malformed("a note has an empty line and signatures below its text");
        }
        String[] lines = whole.substring(gap + 2, whole.length() - 1).split("\n", MOST_SIGNATURES + 1);
        var signatures = new ArrayList<NoteSignature>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new Note(whole.substring(0, gap + 1), signatures);
    }

    public byte[] bytes() {
        var whole = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> whole.append(signature).append('\n'));
        return Bytes.utf8(whole.toString()).shared();
    }

    /// The same text with more signatures below, where they do not stand there yet.
    public Note with(List<NoteSignature> more) {
        var all = new ArrayList<>(signatures);
        more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
        return new Note(text, all);
    }

    /// Checks every signature that claims to be by one of the keys. Signatures by other keys are ignored;
    /// one claim that fails rejects the whole note, and so does a note that none of the keys signed.
    public Verdict verdict(List<VerifierKey> keys) {
        var signers = new ArrayList<Signer>();
        for (VerifierKey key : keys) {
            for (NoteSignature signature : signatures) {
                if (key.claims(signature)) {
                    if (!key.verifies(text, signature)) {
                        return new Verdict.Rejected("a signature of " + key.name() + " does not verify");
                    }
                    signers.add(new Signer(key, key.algorithm().seconds(signature.signature())));
                }
            }
        }
        return signers.isEmpty()
                ? new Verdict.Rejected("none of the known keys signed")
                : new Verdict.Verified(signers);
    }

    /// As `verdict`, and rejected too unless every one of the keys signed.
    public Verdict unanimous(List<VerifierKey> keys) {
        return switch (verdict(keys)) {
            case Verdict.Rejected rejected -> rejected;
            case Verdict.Verified verified ->
                keys.stream()
                        .filter(key -> verified.signers().stream()
                                .noneMatch(signer -> signer.key().equals(key)))
                        .findFirst()
                        .<Verdict>map(key -> new Verdict.Rejected(
                                "the signature of " + key.name() + " by " + key.algorithm() + " is missing"))
                        .orElse(verified);
        };
    }
}
