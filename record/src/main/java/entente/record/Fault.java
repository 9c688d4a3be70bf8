package entente.record;

/// Something in a log that is not as it must be, and where.
public sealed interface Fault {
    String reason();

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
