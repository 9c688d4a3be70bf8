package entente.recordings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/// How a column of times is read: seconds, milliseconds, microseconds or nanoseconds, from any beginning or since 1970,
/// or a date and a time as ISO 8601 writes them, in UTC where no zone is given.
record Clockwork(int index, double unitNanos, boolean dated) {
    /// A number this large counts from 1970: no recording lasts so long.
    private static final double EPOCH_SECONDS = 5e8;

    /// The unit that a header gives in brackets, or else the one that makes the first time one of our years.
    static Optional<Clockwork> of(int index, String unit, String first) {
        double given = switch (unit.toLowerCase(Locale.ROOT)) {
            case "s", "sec" -> 1e9;
            case "ms" -> 1e6;
            case "us", "\u00B5s", "\u03BCs" -> 1e3;
            case "ns" -> 1;
            default -> 0;
        };
        try {
            double value = Double.parseDouble(first.replace(',', '.'));
            double nanos = given > 0 ? given : guessed(value);
            return Optional.of(new Clockwork(index, nanos, value * nanos > EPOCH_SECONDS * 1e9));
        } catch (NumberFormatException noNumber) {
            return iso(first).map(_ -> new Clockwork(index, 0, true));
        }
    }

    private static double guessed(double value) {
        if (value < EPOCH_SECONDS * 100) {
            return 1e9;
        }
        return value < EPOCH_SECONDS * 1e5 ? 1e6 : value < EPOCH_SECONDS * 1e8 ? 1e3 : 1;
    }

    private static Optional<Instant> iso(String text) {
        String plain = text.strip().replace(' ', 'T');
        try {
            return Optional.of(
                    plain.endsWith("Z") || plain.matches(".*T.*[+-]\\d\\d:?\\d\\d")
                            ? java.time.OffsetDateTime.parse(plain).toInstant()
                            : LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    long nanos(TextHead head, CSVRecord row, long line) {
        String text = row.get(index);
        try {
            if (unitNanos == 0) {
                Instant at = iso(text).orElseThrow(() -> new DateTimeException(text));
                return Times.checked(head.file(), at.getEpochSecond()) + at.getNano();
            }
            double value = whole(text) ? 0 : Double.parseDouble(text.replace(',', '.'));
            double nanos = value * unitNanos;
            if (Math.abs(nanos) < 7e18) {
                return whole(text)
                        ? Math.multiplyExact(Long.parseLong(text.strip()), (long) unitNanos)
                        : Math.round(nanos);
            }
        } catch (NumberFormatException | DateTimeException | ArithmeticException noTime) {
            // told below
        }
        throw head.wrong(
                line,
                "[" + Texts.shown(text) + "] is not a time like those above",
                "[" + Texts.shown(text) + "] n’est pas une heure comme celles du dessus");
    }

    private static boolean whole(String text) {
        return text.strip().chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
