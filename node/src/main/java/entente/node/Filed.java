package entente.node;

import entente.agreement.Agreement;
import entente.agreement.Told;
import java.time.Instant;

/// What one entry of the log tells: a text, or something told about it. `index` is its place, `recorded` its moment.
public sealed interface Filed {
    long index();

    Instant recorded();

    /// An agreement, for the first time or in a new wording.
    record Text(long index, Instant recorded, Agreement agreement) implements Filed {}

    /// A fact, a correction or a retraction.
    record Telling(long index, Instant recorded, Told told) implements Filed {}
}
