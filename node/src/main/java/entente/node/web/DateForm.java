package entente.node.web;

import entente.terms.Language;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/// A date as people type it into three boxes: `31`, `3` or `march` or `mars`, `2016`.
final class DateForm {
    private DateForm() {}

    /// The day, or nothing where it is none.
    static Optional<LocalDate> read(String day, String month, String year) {
        try {
            String digits = day.strip().replaceFirst("(?i)(st|nd|rd|th|er)$", "");
            return Optional.of(LocalDate.of(
                            Integer.parseInt(year.strip()), month(month.strip()), Integer.parseInt(digits)))
                    .filter(date -> date.getYear() >= 1900 && date.getYear() < 2200);
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static int month(String text) {
        if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(text);
        }
        String plain = plain(text);
        for (Month month : Month.values()) {
            for (Language language : Language.values()) {
                String name = plain(month.getDisplayName(TextStyle.FULL, language.locale()));
                if (plain.length() >= 3 && name.startsWith(plain)) {
                    return month.getValue();
                }
            }
        }
        throw new DateTimeException("no month: " + text);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}|\\.", "")
                .toLowerCase(Locale.ROOT);
    }
}
