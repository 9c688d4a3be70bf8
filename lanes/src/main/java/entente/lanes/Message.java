package entente.lanes;

import org.jspecify.annotations.Nullable;

/// A message as it came: `key` is `LANE/STOP`, `value` a portion of a recording, what is known of the load
/// space, or nothing where the vehicle has left.
///
/// Nothing of it is checked yet.
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
public record Message(String key, byte @Nullable [] value) {}
