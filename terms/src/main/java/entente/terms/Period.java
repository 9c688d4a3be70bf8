package entente.terms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When something was so, no more exactly than its source says: a day, month, season, year, or an interval of two of
/// them.
///
/// The text form is a part of the Extended Date/Time Format (ISO 8601-2:2019, level 1): `2014-09-20`, `2014-09`,
/// `2014`,
/// a season `2018-23` (21 spring, 22 summer, 23 autumn, 24 winter, by the calendar of northern meteorology), an
/// interval
/// `2014-04/2015-03`, an open end `2018/..`, each end with `~` where it is approximate, `?` where it is inferred, `%`
/// where it is both, and
/// `XXXX` where the source gives no date at all. Years run from 1900 to 2199.
///
/// `first` and `last` are the first and the last day that it may mean, both inclusive. Nothing is rounded away: `text`
/// is kept.
public record Period(String text, LocalDate first, LocalDate last) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final Pattern ONE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?([?~%]?)");

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period ends no earlier than it begins, was: " + text);
        }
    }

    public static Period day(LocalDate day) {
        return new Period(day.toString(), day, day);
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is wrong, for anything else
    public static Period parse(String text) {
        if (text.length() > 32) {
            throw new IllegalArgumentException("a date is written in at most 32 characters");
        }
        if (text.equals("XXXX")) {
            return new Period(text, EARLIEST, LATEST);
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            Period one = one(text);
            return new Period(text, one.first, one.last);
        }
        String from = text.substring(0, slash);
        String until = text.substring(slash + 1);
        LocalDate first = from.equals("..") ? EARLIEST : one(from).first;
        LocalDate last = until.equals("..") ? LATEST : one(until).last;
        return new Period(text, first, last);
    }

    private static Period one(String text) {
        Matcher parts = ONE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "[" + text + "] is not a date such as 2014-09-20, 2014-09, 2014 or 2014-04/2015-03");
        }
        int year = Integer.parseInt(parts.group(1));
        if (year < EARLIEST.getYear() || year > LATEST.getYear()) {
            throw new IllegalArgumentException("years run from 1900 to 2199, was: " + year);
        }
        if (parts.group(2) == null) {
            return new Period(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        int month = Integer.parseInt(parts.group(2));
        if (parts.group(3) != null) {
            try {
                LocalDate day = LocalDate.of(year, month, Integer.parseInt(parts.group(3)));
                return new Period(text, day, day);
            } catch (DateTimeException impossible) {
                throw new IllegalArgumentException("[" + text + "] is not a day of the calendar", impossible);
            }
        }
        if (month >= 21 && month <= 24) {
            YearMonth start = YearMonth.of(year, 3 * (month - 20));
            return new Period(text, start.atDay(1), start.plusMonths(2).atEndOfMonth());
        }
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("[" + text + "] names no month (01 to 12) and no season (21 to 24)");
        }
        YearMonth whole = YearMonth.of(year, month);
        return new Period(text, whole.atDay(1), whole.atEndOfMonth());
    }

    /// The source gives no date at all.
    public boolean unknown() {
        return text.equals("XXXX");
    }

    /// It has no last day: `2018/..`.
    public boolean open() {
        return text.endsWith("/..");
    }

    /// The source, or we who read it, are not sure of it.
    public boolean approximate() {
        return unknown() || text.indexOf('~') >= 0 || text.indexOf('?') >= 0 || text.indexOf('%') >= 0;
    }

    /// Every day of this period lies in [from, until], both inclusive.
    public boolean within(LocalDate from, LocalDate until) {
        return !unknown() && !first.isBefore(from) && !last.isAfter(until);
    }

    @Override
    public String toString() {
        return text;
    }
}
