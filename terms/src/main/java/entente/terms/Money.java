package entente.terms;

import java.math.BigDecimal;
import java.util.Currency;

/// An exact amount of one currency, held in its minor units (pence, cents). Amounts of two currencies never add up.
///
/// Arithmetic past the range of `long` (about 92 thousand million million major units) throws.
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /// The amount written in major units, for instance 741841.95.
    ///
    /// @throws IllegalArgumentException when it has more decimals than the currency (ISO 4217) or is out of range
    public static Money major(BigDecimal amount, Currency currency) {
        try {
            return new Money(
                    amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    amount.toPlainString() + " is not a whole number of the minor units of " + currency, tooFine);
        }
    }

    public static Money none(Currency currency) {
        return new Money(0, currency);
    }

    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies never meet in one sum: " + this + " and " + other);
        }
        return other;
    }

    /// Digits with a point, no grouping, and the currency code: `741841.95 EUR`. Whole amounts carry no decimals.
    @Override
    public String toString() {
        BigDecimal major = major();
        boolean whole = major.stripTrailingZeros().scale() <= 0;
        return (whole ? major.toBigInteger().toString() : major.toPlainString()) + " " + currency.getCurrencyCode();
    }
}
