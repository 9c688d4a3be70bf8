package entente.screening;

/// What is known of one number: it lies between two values, both included, and no value between them
/// is likelier.
public record Range(double low, double high) {
    public Range {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a range has two numbers, the lower first, was: " + low + " to " + high);
        }
    }

    /// A number that is known.
    public static Range exactly(double value) {
        return new Range(value, value);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    boolean meets(Range other) {
        return low <= other.high && other.low <= high;
    }

    Range within(Range other) {
        return new Range(Math.max(low, other.low), Math.min(high, other.high));
    }

    /// The value a share of the way up, 0 for the low end and 1 for the high one.
    double at(double share) {
        return low + share * (high - low);
    }
}
