package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static List<String> windows(Calendar calendar, String from, String until) {
        return calendar.windows(LocalDate.parse(from), LocalDate.parse(until)).stream()
                .map(window -> window.from() + " to " + window.until())
                .toList();
    }

    @Test
    void a_uk_year_runs_to_the_end_of_march() {
        assertThat(windows(Calendar.UK_YEAR, "2018-01-18", "2020-06-30"))
                .containsExactly(
                        "2018-01-18 to 2018-03-31",
                        "2018-04-01 to 2019-03-31",
                        "2019-04-01 to 2020-03-31",
                        "2020-04-01 to 2020-06-30");
    }

    @Test
    void a_french_year_runs_to_the_end_of_december() {
        assertThat(windows(Calendar.FRENCH_YEAR, "2018-01-18", "2020-06-30"))
                .containsExactly("2018-01-18 to 2018-12-31", "2019-01-01 to 2019-12-31", "2020-01-01 to 2020-06-30");
    }

    @Test
    void a_year_of_the_agreement_is_counted_from_its_first_day() {
        assertThat(windows(Calendar.AGREEMENT_YEAR, "2018-01-18", "2020-06-30"))
                .containsExactly("2018-01-18 to 2019-01-17", "2019-01-18 to 2020-01-17", "2020-01-18 to 2020-06-30");
        assertThat(windows(Calendar.AGREEMENT_YEAR, "2020-02-29", "2022-03-01"))
                .containsExactly("2020-02-29 to 2021-02-27", "2021-02-28 to 2022-02-27", "2022-02-28 to 2022-03-01");
    }

    @Test
    void half_years_are_cut_at_both_ends() {
        assertThat(windows(Calendar.HALF_YEAR, "2018-05-10", "2019-02-03"))
                .containsExactly("2018-05-10 to 2018-06-30", "2018-07-01 to 2018-12-31", "2019-01-01 to 2019-02-03");
    }

    @Test
    void months_and_quarters_end_with_the_calendar() {
        assertThat(windows(Calendar.MONTH, "2020-01-31", "2020-03-01"))
                .containsExactly("2020-01-31 to 2020-01-31", "2020-02-01 to 2020-02-29", "2020-03-01 to 2020-03-01");
        assertThat(windows(Calendar.QUARTER, "2020-03-31", "2020-07-01"))
                .containsExactly("2020-03-31 to 2020-03-31", "2020-04-01 to 2020-06-30", "2020-07-01 to 2020-07-01");
    }

    @Test
    void an_end_before_the_beginning_gives_no_period() {
        assertThat(windows(Calendar.MONTH, "2020-02-01", "2020-01-31")).isEmpty();
    }
}
