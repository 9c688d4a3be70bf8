package entente.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A way to cut time into periods.
public enum Calendar {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    UK_YEAR(12),
    FRENCH_YEAR(12),
    AGREEMENT_YEAR(12);

    private final int months;

    Calendar(int months) {
        this.months = months;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// The periods from `from` to `until`, in order, without gap or overlap; the first and the last may be cut short.
    /// A UK year ends on 31 March, a French year on 31 December; agreement years are counted from `from`.
    public List<Window> windows(LocalDate from, LocalDate until) {
        List<Window> windows = new ArrayList<>();
        LocalDate start = from;
        while (!start.isAfter(until)) {
            LocalDate end = end(from, start);
            windows.add(new Window(start, end.isAfter(until) ? until : end));
            start = end.plusDays(1);
        }
        return List.copyOf(windows);
    }

    private LocalDate end(LocalDate from, LocalDate start) {
        return switch (this) {
            case MONTH, QUARTER, HALF_YEAR, FRENCH_YEAR -> {
                int month = (start.getMonthValue() - 1) / months * months + months;
                yield LocalDate.of(start.getYear(), month, 1).plusMonths(1).minusDays(1);
            }
            case UK_YEAR -> LocalDate.of(start.getYear() + (start.getMonthValue() > 3 ? 1 : 0), 3, 31);
            case AGREEMENT_YEAR -> {
                int years = start.getYear() - from.getYear();
                LocalDate next = from.plusYears(years);
                yield (next.isAfter(start) ? next : from.plusYears(years + 1L)).minusDays(1);
            }
        };
    }

    /// A stretch of days, both inclusive.
    public record Window(LocalDate from, LocalDate until) {}
}
