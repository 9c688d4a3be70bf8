package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Body.Schedule;
import entente.agreement.Commitment.Nature;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Section 3 of docs/spec/money.md: which time a promised sum belongs to.
class PromisedTest {
    private static final LocalDate BEGINS = LocalDate.of(2016, 3, 3);

    private static Body test(String currency, @Nullable String window, Schedule schedule) {
        return new Body.Test(
                new Body.Measure.Money(Currency.getInstance(currency), Figure.Stage.PAID),
                new Body.Earmark(new TreeSet<>(), Map.of(), window == null ? null : Period.parse(window)),
                Body.Earmark.NONE,
                schedule,
                new Body.Threshold.AtLeastThis(BigDecimal.ONE),
                Body.Tolerance.NONE);
    }

    private static Schedule by(String due) {
        return new Schedule.By(Period.parse(due), null);
    }

    private static @Nullable String when(@Nullable String active, Body body) {
        Period time = Promised.when(
                Given.commitment(
                        Given.K1, active == null ? null : Period.parse(active), null, new Nature.Measured(body)),
                Given.EUR,
                BEGINS);
        return time == null ? null : time.text();
    }

    @Test
    void it_belongs_to_the_window_in_which_payments_count() {
        assertThat(when("2016", test("EUR", "2023-04/2024-03", by("2024-03-31"))))
                .isEqualTo("2023-04/2024-03");
    }

    @Test
    void a_day_by_which_it_is_due_fixes_the_time_from_the_promise_to_that_day() {
        assertThat(when(null, test("EUR", null, by("2017-03-31")))).isEqualTo("2016-03-03/2017-03-31");
        assertThat(when(null, test("EUR", "2018/..", by("2017-03-31")))).isEqualTo("2016-03-03/2017-03-31");
    }

    @Test
    void where_it_is_due_at_no_time_only_the_time_in_which_it_binds_can_fix_it() {
        assertThat(when(null, test("EUR", null, by("2018-01-18/..")))).isNull();
        assertThat(when("2016-05", test("EUR", null, by("2018-01-18/..")))).isEqualTo("2016-05");
        assertThat(when("2016-05/..", test("EUR", null, by("XXXX")))).isNull();
        assertThat(when(null, test("EUR", null, by("2015")))).isNull();
    }

    @Test
    void a_test_of_another_currency_says_nothing_about_it() {
        assertThat(when(null, test("GBP", "2023-04/2024-03", by("2024-03-31")))).isNull();
        Body either = new Body.AtLeast(
                1, List.of(test("GBP", null, by("2026-03-31")), test("EUR", "2025-04/2026-03", by("2026-03-31"))));
        assertThat(when(null, either)).isEqualTo("2025-04/2026-03");
    }

    @Test
    void two_tests_that_fix_two_times_fix_none() {
        Body both = new Body.AtLeast(2, List.of(test("EUR", "2016", by("2016")), test("EUR", "2017", by("2017"))));
        assertThat(when(null, both)).isNull();
    }

    @Test
    void periods_of_a_schedule_are_one_time_from_the_first_to_the_last() {
        Schedule each = new Schedule.Each(Calendar.UK_YEAR, LocalDate.of(2016, 4, 1), LocalDate.of(2018, 3, 31), null);
        assertThat(when(null, test("EUR", null, each))).isEqualTo("2016-04-01/2018-03-31");
        assertThat(when(null, test("EUR", null, new Schedule.Throughout(Period.parse("2017")))))
                .isEqualTo("2017");
    }
}
