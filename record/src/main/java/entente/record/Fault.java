package entente.record;

import entente.terms.Words;

/// Something in a log that is not as it must be, and where.
public sealed interface Fault {
    String reason();

    /// The place in both languages; the reason is English in both.
    default Words words() {
        String reason = reason();
        return switch (this) {
            case InCheckpoint _ -> new Words("checkpoint: " + reason, "point de contrôle\u202F: " + reason);
            case InHead _ -> new Words("head: " + reason, "tête\u202F: " + reason);
            case InEntry(long index, var _) ->
                new Words("entry " + index + ": " + reason, "entrée " + index + "\u202F: " + reason);
            case InPayload(long index, var _) ->
                new Words("payload " + index + ": " + reason, "contenu " + index + "\u202F: " + reason);
            case In(LogPath path, var _) -> new Words(path + ": " + reason, path + "\u202F: " + reason);
        };
    }

    /// The signed checkpoint, or the root that it signs.
    record InCheckpoint(String reason) implements Fault {}

    /// The stored size and root.
    record InHead(String reason) implements Fault {}

    /// The entry at this index.
    record InEntry(long index, String reason) implements Fault {}

    /// The payload of the entry at this index.
    record InPayload(long index, String reason) implements Fault {}

    /// A tile or a bundle.
    record In(LogPath path, String reason) implements Fault {}
}
