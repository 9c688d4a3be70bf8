package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// How standings went: one step for each change, on the day of the change, and what made it.
class HistoryTest {
    private static final LocalDate RECORDED = LocalDate.of(2026, 1, 1);

    private static final Agreement PACT = Given.pact(new Body.Test(
            new Measure.Facts(),
            Earmark.NONE,
            Earmark.NONE,
            new Schedule.By(Period.parse("2020-06-30"), null),
            new Threshold.AtLeastThis(BigDecimal.ONE),
            Tolerance.NONE));

    private static Fact fact(String id, String happened, String reported) {
        Fact plain = Given.plain(id, Period.parse(happened));
        return new Fact(
                id,
                plain.kind(),
                plain.happened(),
                Period.parse(reported),
                plain.by(),
                plain.grade(),
                plain.who(),
                plain.where(),
                plain.bearsOn(),
                plain.says(),
                plain.figures(),
                plain.tags(),
                List.of(),
                List.of(),
                new TreeSet<>(),
                plain.source(),
                null);
    }

    private static Held held(Told told) {
        return new Held(0, told, RECORDED);
    }

    private static List<String> history(String until, Held... held) {
        Register register = Register.BLANK.with(List.of(PACT), List.of(held));
        return History.of(register, Given.K1, LocalDate.parse(until)).steps().stream()
                .map(step -> step.from() + " " + step.standing().code() + " " + step.because())
                .toList();
    }

    @Test
    void time_alone_changes_a_standing_on_the_day_after_it_was_due() {
        assertThat(history("2020-06-30")).containsExactly("2020-01-01 not-yet-due []");
        assertThat(history("2021-12-31")).containsExactly("2020-01-01 not-yet-due []", "2020-07-01 no-evidence []");
    }

    @Test
    void a_fact_changes_it_on_the_day_of_its_report_and_is_named() {
        assertThat(history("2021-12-31", held(new Told.Asserted(fact("a", "2020-03-01", "2020-09-15")))))
                .containsExactly("2020-01-01 not-yet-due []", "2020-07-01 no-evidence []", "2020-09-15 kept [a]");
    }

    @Test
    void what_is_retracted_counts_until_then() {
        assertThat(history(
                        "2021-12-31",
                        held(new Told.Asserted(fact("a", "2020-03-01", "2020-09-15"))),
                        held(new Told.Retracted("a", Given.WORDS, Period.parse("2021-02-03"), Given.SOURCE))))
                .containsExactly(
                        "2020-01-01 not-yet-due []",
                        "2020-07-01 no-evidence []",
                        "2020-09-15 kept [a]",
                        "2021-02-03 no-evidence [a]");
    }

    @Test
    void what_had_not_begun_has_no_history() {
        assertThat(history("2019-12-31")).isEmpty();
        assertThat(history("2020-01-01")).containsExactly("2020-01-01 not-yet-due []");
    }

    /// More days than are looked at one by one: many facts that change nothing, and then one that does.
    @Test
    void what_is_told_on_very_many_days_is_looked_at_by_quarters() {
        List<Held> told = new ArrayList<>();
        for (int day = 0; day < 500; day++) {
            String when = LocalDate.of(2018, 1, 1).plusDays(day).toString();
            told.add(held(new Told.Asserted(fact("before-" + day, when, when))));
        }
        told.add(held(new Told.Asserted(fact("a", "2020-03-01", "2020-09-15"))));
        told.add(held(new Told.Retracted("a", Given.WORDS, Period.parse("2021-02-03"), Given.SOURCE)));
        History history = History.of(Register.BLANK.with(List.of(PACT), told), Given.K1, LocalDate.parse("2021-12-31"));
        assertThat(history.sampled()).isTrue();
        assertThat(history.steps().stream()
                        .map(step -> step.from() + " " + step.standing().code() + " " + step.because()))
                .containsExactly(
                        "2020-01-01 not-yet-due []",
                        "2020-07-01 no-evidence []",
                        "2020-09-15 kept [a]",
                        "2021-02-03 no-evidence [a]");
    }
}
