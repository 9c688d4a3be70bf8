package entente.node.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// As of when a page speaks: what had been reported by the end of `day`, as the first `size` entries of the log tell
/// it.
///
/// Both may be null: today, and the log as it is now. `@2016-03-31` fixes the day, `@c244` the log, and
/// `@2016-03-31,c244` both. A page of a fixed log never changes again; one of a fixed day alone may, when a report
/// of that time is recorded late.
public record When(@Nullable LocalDate day, @Nullable Long size) {
    public static final When NOW = new When(null, null);

    private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?(,?)(?:c([1-9]\\d{0,11}))?");

    public static When on(LocalDate day) {
        return new When(day, null);
    }

    /// Reads what stands behind the `@`. Nothing where it is no time, or not in the one way to write it.
    static Optional<When> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean both = matcher.group(1) != null && matcher.group(3) != null;
        if (both == matcher.group(2).isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = matcher.group(1) == null ? null : LocalDate.parse(matcher.group(1));
            if (day != null && (day.getYear() < 1900 || day.getYear() >= 2200)) {
                return Optional.empty();
            }
            return Optional.of(new When(day, matcher.group(3) == null ? null : Long.parseLong(matcher.group(3))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    public boolean now() {
        return day == null && size == null;
    }

    /// The log is fixed, so that the page never changes again.
    public boolean fixed() {
        return size != null;
    }

    /// The same moment, with the log fixed as well.
    public When fixed(long entries) {
        return new When(day, entries);
    }

    @Override
    public String toString() {
        String log = size == null ? "" : "c" + size;
        return day == null ? log : size == null ? day.toString() : day + "," + log;
    }
}
