package entente.files;

import entente.agreement.Figure;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.terms.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads sums of money and counts.
final class FigureReader {
    static final Map<String, Stage> STAGES = Form.codes(Stage.values(), Stage::code);
    private static final Map<String, Role> ROLES = Form.codes(Role.values(), Role::code);
    private static final Map<String, Bound> BOUNDS = Form.codes(Bound.values(), Bound::code);
    private static final Set<String> FIGURE =
            Set.of("amount", "currency", "stage", "role", "count", "of", "unit", "low", "high", "bound");
    private static final Set<String> SUM = Set.of("amount", "currency", "stage", "role", "low", "high", "bound");
    private static final Currency STAND_IN = Currency.getInstance("EUR");

    private FigureReader() {}

    static Figure figure(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, FIGURE);
        if (form.oneOf(List.of("amount", "count")).equals("count")) {
            form.alone("count", "currency", "stage", "role");
            return count(form);
        }
        if (!form.has("amount")) {
            return new Sum(Money.none(STAND_IN), Stage.ANNOUNCED, Role.PART, Bound.EXACT, null, null);
        }
        form.alone("amount", "of", "unit");
        return sum(form);
    }

    /// A sum of money, where a count cannot stand.
    static Sum sum(Tree tree, Faults faults) {
        return sum(Form.open(tree, faults, SUM));
    }

    private static Sum sum(Form form) {
        int before = form.faults();
        BigDecimal amount = form.number("amount");
        BigDecimal low = number(form, "low");
        BigDecimal high = number(form, "high");
        Currency currency = currency(form);
        Money money = Money.none(currency);
        if (form.faults() == before) {
            range(form, low, amount, high);
            money = money(form, "amount", amount, currency);
            for (String end : List.of("low", "high")) {
                BigDecimal value = end.equals("low") ? low : high;
                if (value != null) {
                    money(form, end, value, currency);
                }
            }
        }
        return new Sum(
                money,
                form.word("stage", STAGES),
                form.optional("role", (tree, faults) -> Values.word(tree, faults, ROLES))
                        .orElse(Role.PART),
                bound(form),
                low,
                high);
    }

    private static Count count(Form form) {
        int before = form.faults();
        BigDecimal count = form.number("count");
        BigDecimal low = number(form, "low");
        BigDecimal high = number(form, "high");
        if (form.faults() == before) {
            range(form, low, count, high);
        }
        return new Count(count, form.slug("of"), form.words("unit"), bound(form), low, high);
    }

    private static @Nullable BigDecimal number(Form form, String key) {
        return form.optional(key, Numbers::number).orElse(null);
    }

    private static Bound bound(Form form) {
        return form.optional("bound", (tree, faults) -> Values.word(tree, faults, BOUNDS))
                .orElse(Bound.EXACT);
    }

    private static void range(Form form, @Nullable BigDecimal low, BigDecimal value, @Nullable BigDecimal high) {
        boolean good =
                low == null ? high == null : high != null && low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
        if (!good) {
            form.fault(
                    low == null ? "high" : "low",
                    "bad-range",
                    "A range has both ends, and the number lies between them. Write low and high, or neither.",
                    "Une fourchette a deux bornes, entre lesquelles se trouve le nombre. Écrivez low et high, ou ni l’un"
                            + " ni l’autre.");
        }
    }

    static Currency currency(Form form) {
        return form.get("currency", FigureReader::currency, STAND_IN);
    }

    private static Currency currency(Tree tree, Faults faults) {
        int before = faults.count();
        String code = Values.line(tree, faults);
        if (faults.count() > before) {
            return STAND_IN;
        }
        try {
            Currency currency = Currency.getInstance(code);
            // Gold and the like have no decimals, and nobody is paid in them.
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // Falls through to the one sentence for both.
        }
        String shown = Characters.shown(code);
        faults.add(
                tree.mark(),
                "unknown-currency",
                shown + " is no currency. Write a code of ISO 4217 such as GBP or EUR.",
                shown + " n’est pas une devise. Écrivez un code ISO 4217, par exemple GBP ou EUR.");
        return STAND_IN;
    }

    private static Money money(Form form, String key, BigDecimal amount, Currency currency) {
        try {
            return Money.major(amount, currency);
        } catch (IllegalArgumentException tooFine) {
            String code = currency.getCurrencyCode();
            int decimals = currency.getDefaultFractionDigits();
            form.fault(
                    key,
                    "too-many-decimals",
                    amount.toPlainString() + " cannot be paid in " + code + ", which has " + decimals
                            + " decimals. Write no more of them than that.",
                    amount.toPlainString() + " ne peut être payé en " + code + ", qui admet " + decimals
                            + " décimales. N’en écrivez pas davantage.");
            return Money.none(currency);
        }
    }
}
