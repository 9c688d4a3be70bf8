package entente.agreement;

import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Stage;
import entente.terms.Money;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/// The lines of one stage and one currency: the receipt of their total.
public record Account(Stage stage, Currency currency, List<Line> lines) {
    public Account {
        lines = List.copyOf(lines);
    }

    /// What is added.
    public List<Line> added() {
        return lines.stream().filter(Line::added).toList();
    }

    /// What is not added; each of them says why.
    public List<Line> refused() {
        return lines.stream().filter(line -> !line.added()).toList();
    }

    /// The total. It is none where nothing is added: that no sum could be added does not mean that there was none.
    public Money amount() {
        return added().stream().map(Line::money).reduce(Money.none(currency), Money::plus);
    }

    /// What must be said around the total.
    public Bound bound() {
        return Bound.together(added().stream().map(Line::bound).toList());
    }

    /// The name of the total: `paid-gbp`.
    public String code() {
        return stage.code() + "-" + currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }
}
