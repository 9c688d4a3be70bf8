package entente.node.web;

import entente.agreement.Account;
import entente.agreement.Calendar;
import entente.agreement.Figure.Stage;
import entente.agreement.Ledger;
import entente.agreement.Standing;
import entente.agreement.Years;
import entente.agreement.Years.Slot;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The name of a figure in the address of its receipt: `paid-gbp`, `paid-gbp-uk-2015-16`, `kept`. The same in both
/// languages.
sealed interface FigureName {
    Pattern TOTAL = Pattern.compile("([a-z]+)-([a-z]{3})(?:-(uk|fr|year)-([a-z0-9-]+))?");
    Pattern SLOT = Pattern.compile("\\d{4}-\\d{2}|\\d{4}|[1-9]\\d{0,2}|before|several|undated");
    Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    /// How many commitments stand so.
    record Count(Standing standing) implements FigureName {
        @Override
        public String toString() {
            return standing.code();
        }
    }

    /// The money of a stage and a currency.
    record Total(Stage stage, Currency currency) implements FigureName {
        Account of(Ledger ledger) {
            return ledger.account(stage, currency).orElseGet(() -> new Account(stage, currency, List.of()));
        }

        @Override
        public String toString() {
            return stage.code() + "-" + currency.getCurrencyCode().toLowerCase(Locale.ROOT);
        }
    }

    /// The part of it that stands in one row of a calendar.
    record OfYear(Total total, Calendar calendar, String slot) implements FigureName {
        /// The row that has this name; nothing where the calendar has none.
        Optional<Years.Row> of(Ledger ledger) {
            return ledger.years(calendar)
                    .flatMap(years -> years.rows().stream()
                            .filter(row -> row.slot().code().equals(slot))
                            .findFirst());
        }

        @Override
        public String toString() {
            return total + "-" + Years.code(calendar) + "-" + slot;
        }
    }

    static FigureName of(Account account) {
        return new Total(account.stage(), account.currency());
    }

    static FigureName of(Account account, Calendar calendar, Slot slot) {
        return new OfYear(new Total(account.stage(), account.currency()), calendar, slot.code());
    }

    /// Reads a name; nothing where no figure can have it.
    static Optional<FigureName> read(String text) {
        Optional<FigureName> count = Arrays.stream(Standing.values())
                .filter(standing -> standing.code().equals(text))
                .map(standing -> (FigureName) new Count(standing))
                .findFirst();
        Matcher parts = TOTAL.matcher(text);
        if (count.isPresent() || !parts.matches()) {
            return count;
        }
        String code = parts.group(2).toUpperCase(Locale.ROOT);
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.code().equals(parts.group(1)) && CURRENCIES.contains(code))
                .map(stage -> new Total(stage, Currency.getInstance(code)))
                .findFirst()
                .flatMap(total ->
                        parts.group(3) == null ? Optional.of(total) : row(total, parts.group(3), parts.group(4)));
    }

    private static Optional<FigureName> row(Total total, String calendar, String slot) {
        return SLOT.matcher(slot).matches()
                ? Years.CALENDARS.stream()
                        .filter(one -> Years.code(one).equals(calendar))
                        .map(one -> (FigureName) new OfYear(total, one, slot))
                        .findFirst()
                : Optional.empty();
    }
}
