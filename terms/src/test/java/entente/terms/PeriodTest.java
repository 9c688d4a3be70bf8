package entente.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2014-09-20, 2014-09-20, 2014-09-20",
        "2014-09, 2014-09-01, 2014-09-30",
        "2016-02, 2016-02-01, 2016-02-29",
        "2014, 2014-01-01, 2014-12-31",
        "2018-21, 2018-03-01, 2018-05-31",
        "2018-23, 2018-09-01, 2018-11-30",
        "2018-24, 2018-12-01, 2019-02-28",
        "2014-04/2015-03, 2014-04-01, 2015-03-31",
        "2014/2016-03~, 2014-01-01, 2016-03-31",
        "2018/.., 2018-01-01, 2199-12-31",
        "2021-05?, 2021-05-01, 2021-05-31",
    })
    void means_no_more_than_it_says(String text, LocalDate first, LocalDate last) {
        Period period = Period.parse(text);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2014-02-30",
                "2014-13",
                "2014-20",
                "14-09-20",
                "2014/2013",
                "spring 2014",
                "2014-9",
                "1899",
                "2200",
                "/",
                "../",
                "2014-04/2015-03/2016",
                "2014-09-20T10:00"
            })
    void refuses_what_is_no_date(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text));
    }

    @Test
    void an_unknown_date_lies_within_nothing() {
        Period unknown = Period.parse("XXXX");
        assertThat(unknown.unknown()).isTrue();
        assertThat(unknown.within(unknown.first(), unknown.last())).isFalse();
    }
}
