package entente.agreement;

import entente.agreement.Calendar.Window;
import entente.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of a ledger by the years of one calendar. A sum belongs to a year only where its time lies wholly in
/// it; what spans several years or has no date has a row of its own and is never spread.
///
/// A line stands in exactly one row, so that the rows of an account add up to its total. Years without money stand
/// between those with some. Years of the agreement are counted from the day of its signature.
public record Years(Calendar calendar, List<Row> rows) {
    public static final List<Calendar> CALENDARS =
            List.of(Calendar.UK_YEAR, Calendar.FRENCH_YEAR, Calendar.AGREEMENT_YEAR);

    public Years {
        rows = List.copyOf(rows);
    }

    /// One row: its lines are a ledger of their own.
    public record Row(Slot slot, Ledger ledger) {}

    /// What a row stands for. `code` names it within its calendar: `2015-16`, `2015`, `2`, `before`, `several`,
    /// `undated`.
    public sealed interface Slot {
        String code();

        record Year(Window window, String code) implements Slot {}

        /// Over before the agreement was signed.
        record Before() implements Slot {
            @Override
            public String code() {
                return "before";
            }
        }

        record Several() implements Slot {
            @Override
            public String code() {
                return "several";
            }
        }

        record Undated() implements Slot {
            @Override
            public String code() {
                return "undated";
            }
        }
    }

    /// The short name of a calendar of years: `uk`, `fr`, `year`.
    public static String code(Calendar calendar) {
        return switch (calendar) {
            case UK_YEAR -> "uk";
            case FRENCH_YEAR -> "fr";
            case AGREEMENT_YEAR -> "year";
            case MONTH, QUARTER, HALF_YEAR ->
                throw new IllegalArgumentException("money is told by years, was: " + calendar);
        };
    }

    static Years of(Ledger ledger, Calendar calendar) {
        if (!CALENDARS.contains(calendar)) {
            throw new IllegalArgumentException("money is told by years, was: " + calendar);
        }
        List<Window> windows = windows(ledger, calendar);
        Period signed = ledger.signed();
        LocalDate origin = calendar == Calendar.AGREEMENT_YEAR && signed != null ? signed.first() : null;
        List<Slot.Year> years = new ArrayList<>();
        for (int place = 0; place < windows.size(); place++) {
            years.add(year(windows, place, calendar));
        }
        Map<Slot, List<Line>> placed = Ledger.grouped(ledger.lines(), line -> slot(line, years, origin));
        List<Slot> slots = new ArrayList<>();
        slots.add(new Slot.Before());
        slots.addAll(years);
        slots.add(new Slot.Several());
        slots.add(new Slot.Undated());
        int first = slots.size();
        int last = -1;
        for (int place = 0; place < slots.size(); place++) {
            if (slots.get(place) instanceof Slot.Year year
                    && (placed.containsKey(year) || signed != null && holds(year.window(), signed.first()))) {
                first = Math.min(first, place);
                last = place;
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < slots.size(); place++) {
            Slot slot = slots.get(place);
            List<Line> lines = placed.getOrDefault(slot, List.of());
            if (!lines.isEmpty() || slot instanceof Slot.Year && first <= place && place <= last) {
                rows.add(new Row(slot, new Ledger(signed, lines)));
            }
        }
        return new Years(calendar, rows);
    }

    private static boolean holds(Window window, LocalDate day) {
        return !day.isBefore(window.from()) && !day.isAfter(window.until());
    }

    /// Every whole year in which a sum may lie.
    private static List<Window> windows(Ledger ledger, Calendar calendar) {
        List<Period> times = new ArrayList<>();
        Optional.ofNullable(ledger.signed()).ifPresent(times::add);
        ledger.lines().forEach(line -> Optional.ofNullable(line.when()).ifPresent(times::add));
        if (times.isEmpty()) {
            return List.of();
        }
        LocalDate first =
                times.stream().map(Period::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                times.stream().map(Period::last).max(LocalDate::compareTo).orElseThrow();
        // The first and the last window may be cut short, so that they are asked for where no sum lies.
        LocalDate from = calendar == Calendar.AGREEMENT_YEAR && ledger.signed() != null
                ? ledger.signed().first()
                : LocalDate.of(first.getYear() - 1, 1, 1);
        return calendar.windows(from, last.plusYears(2)).stream()
                .filter(window ->
                        !window.until().isBefore(first) && !window.from().isAfter(last))
                .toList();
    }

    private static Slot slot(Line line, List<Slot.Year> years, @Nullable LocalDate origin) {
        Period when = line.when();
        if (when == null) {
            return new Slot.Undated();
        }
        if (origin != null && when.last().isBefore(origin)) {
            return new Slot.Before();
        }
        for (Slot.Year year : years) {
            if (when.within(year.window().from(), year.window().until())) {
                return year;
            }
        }
        return new Slot.Several();
    }

    private static Slot.Year year(List<Window> windows, int place, Calendar calendar) {
        Window window = windows.get(place);
        String from = Integer.toString(window.from().getYear());
        String until = Integer.toString(window.until().getYear());
        return new Slot.Year(
                window,
                switch (calendar) {
                    case UK_YEAR -> from + "-" + until.substring(2);
                    case FRENCH_YEAR -> from;
                    case AGREEMENT_YEAR -> Integer.toString(place + 1);
                    case MONTH, QUARTER, HALF_YEAR ->
                        throw new IllegalArgumentException("money is told by years, was: " + calendar);
                });
    }
}
