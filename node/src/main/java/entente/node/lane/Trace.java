package entente.node.lane;

import java.util.List;

/// A stretch of the signal as a screen can show it: the lowest and the highest sample of each sensor in each
/// twenty-fifth of a second. NaN where there was none.
///
/// `first` counts the twenty-fifths from the beginning of the year 1970 by the recorder's clock.
public record Trace(long first, List<float[]> lowest, List<float[]> highest) implements Event {
    /// How many pairs of each sensor there are in a second.
    public static final int PAIRS_HZ = 25;

    public Trace {
        lowest = List.copyOf(lowest);
        highest = List.copyOf(highest);
    }
}
