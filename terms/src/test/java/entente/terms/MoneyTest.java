package entente.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency GBP = Currency.getInstance("GBP");

    @Test
    void keeps_every_cent() {
        assertThat(Money.major(new BigDecimal("741841.95"), EUR)).hasToString("741841.95 EUR");
        assertThat(Money.major(new BigDecimal("12000000"), GBP)).hasToString("12000000 GBP");
    }

    @Test
    void refuses_more_decimals_than_the_currency_has() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.major(new BigDecimal("1.005"), EUR))
                .withMessageContaining("1.005");
    }

    @Test
    void never_adds_two_currencies() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.none(EUR).plus(Money.none(GBP)));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.none(EUR).compareTo(Money.none(GBP)));
    }

    @Test
    void never_wraps_around() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, EUR).plus(new Money(1, EUR)))
                .isInstanceOf(ArithmeticException.class);
    }
}
