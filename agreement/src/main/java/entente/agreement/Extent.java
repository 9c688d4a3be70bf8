package entente.agreement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The numbers that a published figure leaves room for. An end that is null is no end; an open end is itself left out.
record Extent(
        @Nullable BigDecimal lower,
        boolean lowerOpen,
        @Nullable BigDecimal upper,
        boolean upperOpen) {
    static final Extent ALL = new Extent(null, false, null, false);

    Extent {
        lower = lower == null ? null : lower.stripTrailingZeros();
        upper = upper == null ? null : upper.stripTrailingZeros();
    }

    /// A range holds both its ends. "About" is good to half of the last digit that is not nought: about 40,000 holds
    /// 35,000 to 45,000; "almost" to as much below.
    static Extent of(Figure figure) {
        BigDecimal value = figure.value();
        if (figure.low() != null || figure.high() != null) {
            return new Extent(figure.least(), false, most(figure), false);
        }
        BigDecimal half = value.stripTrailingZeros().ulp().divide(BigDecimal.TWO);
        return switch (figure.bound()) {
            case EXACT -> new Extent(value, false, value, false);
            case ABOUT -> new Extent(value.subtract(half), false, value.add(half), false);
            case ALMOST -> new Extent(value.subtract(half), false, value, true);
            case AT_LEAST -> new Extent(value, false, null, false);
            case MORE_THAN -> new Extent(value, true, null, false);
            case AT_MOST -> new Extent(null, false, value, false);
            case LESS_THAN -> new Extent(null, false, value, true);
        };
    }

    /// The most that it can mean: the high end of a range, else the number.
    static BigDecimal most(Figure figure) {
        BigDecimal high = figure.high();
        return high == null ? figure.value() : high;
    }

    /// What both leave room for: the higher of the lower ends, the lower of the upper ends. It may be empty.
    Extent and(Extent other) {
        Extent low = laterBegins(other) ? other : this;
        Extent high = earlierEnds(other) ? other : this;
        return new Extent(low.lower, low.lowerOpen, high.upper, high.upperOpen);
    }

    private boolean laterBegins(Extent other) {
        if (lower == null || other.lower == null) {
            return lower == null;
        }
        int order = other.lower.compareTo(lower);
        return order > 0 || order == 0 && other.lowerOpen;
    }

    private boolean earlierEnds(Extent other) {
        if (upper == null || other.upper == null) {
            return upper == null;
        }
        int order = other.upper.compareTo(upper);
        return order < 0 || order == 0 && other.upperOpen;
    }

    boolean empty() {
        if (lower == null || upper == null) {
            return false;
        }
        int order = lower.compareTo(upper);
        return order > 0 || order == 0 && (lowerOpen || upperOpen);
    }

    /// By how much the lower end lies above the upper one; zero where it does not.
    BigDecimal missing() {
        return empty() && lower != null && upper != null ? lower.subtract(upper) : BigDecimal.ZERO;
    }

    boolean holds(BigDecimal number) {
        return !and(new Extent(number, false, number, false)).empty();
    }
}
