package entente.record;

import entente.terms.Digest;
import java.util.List;

/// The head of a log as its text says it: which log, how many entries, which root (C2SP tlog-checkpoint).
///
/// Extension lines are refused: ML-DSA-44 signatures would not cover them.
public record Checkpoint(String origin, long size, Digest root) {
    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new Malformed("an origin is one line that is not empty");
        }
        if (size < 0) {
            throw new Malformed("a log has no fewer than 0 entries, was: " + size);
        }
    }

    public static Checkpoint at(String origin, Head head) {
        return new Checkpoint(origin, head.size(), head.root());
    }

    /// Reads the text of a note.
    ///
    /// @throws Malformed unless it is exactly three lines: origin, size, root
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", 5);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new Malformed("a checkpoint is three lines: origin, size and root");
        }
        return new Checkpoint(lines[0], Text.decimal(lines[1]), Text.digest(lines[2]));
    }

    public Head head() {
        return new Head(size, root);
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /// The checkpoint as a note that each of the keys has signed, at a time in seconds since 1970.
    public Note signed(List<SigningKey> keys, long seconds) {
        return new Note(
                text(), keys.stream().map(key -> key.sign(text(), seconds)).toList());
    }
}
