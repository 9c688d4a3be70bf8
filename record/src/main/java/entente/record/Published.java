package entente.record;

import java.util.Optional;

/// A log as anybody may fetch it, from a server or from files.
@FunctionalInterface
public interface Published {
    /// The bytes at a path; empty where there are none.
    Optional<byte[]> fetch(LogPath path);
}
