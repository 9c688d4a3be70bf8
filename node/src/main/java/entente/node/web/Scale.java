package entente.node.web;

import entente.agreement.Figure;
import entente.agreement.Figures.Comparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// One scale for all figures of a comparison, drawn 100 wide, with room at both ends.
public record Scale(BigDecimal from, BigDecimal until) {
    private static final int EDGE = 10;
    private static final int WIDTH = 100;

    static Scale of(Comparison comparison) {
        return new Scale(comparison.lowest(), comparison.highest());
    }

    /// A figure on the scale: a dot at `at`, a line from `low` to `high` where it leaves room. An open end runs to the
    /// edge.
    public record Mark(
            String at, @Nullable String low, @Nullable String high) {}

    Mark mark(Figure figure) {
        BigDecimal value = figure.value();
        if (figure.low() != null && figure.high() != null) {
            return new Mark(place(value), place(figure.low()), place(figure.high()));
        }
        return switch (figure.bound()) {
            case EXACT, ABOUT, ALMOST -> new Mark(place(value), null, null);
            case AT_LEAST, MORE_THAN -> new Mark(place(value), place(value), "" + WIDTH);
            case AT_MOST, LESS_THAN -> new Mark(place(value), "0", place(value));
        };
    }

    private String place(BigDecimal value) {
        BigDecimal span = until.subtract(from);
        if (span.signum() == 0) {
            return "" + WIDTH / 2;
        }
        return value.subtract(from)
                .multiply(BigDecimal.valueOf(WIDTH - 2L * EDGE))
                .divide(span, 1, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(EDGE))
                .toPlainString();
    }
}
