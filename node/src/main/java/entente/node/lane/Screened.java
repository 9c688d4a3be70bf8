package entente.node.lane;

import java.time.Instant;

/// A screening that is over. Of the vehicle and of anybody in it nothing is kept.
///
/// `newtons` is the force that would have been found, NaN where that is not known; `seconds` how much signal it took to
/// the answer, NaN where there was none.
public record Screened(Instant at, Kind kind, double newtons, double seconds) {
    /// Which of the three outcomes it was.
    public enum Kind {
        LIFE_SIGNS,
        NONE_FOUND,
        CANNOT_TELL
    }
}
