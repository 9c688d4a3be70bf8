package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Commitment.Nature;
import entente.agreement.Theme.Made;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// docs/spec/comparing.md, section 6.
class ThemeTest {
    private static final Nature ONE_FACT = new Nature.Measured(new Body.Test(
            new Measure.Facts(),
            Earmark.NONE,
            Earmark.NONE,
            new Schedule.By(Period.parse("2020-06-30"), null),
            new Threshold.AtLeastThis(BigDecimal.ONE),
            Tolerance.NONE));

    private static CommitmentId id(String agreement) {
        return new ClauseId(agreement, "c1").commitment("k1");
    }

    private static Agreement agreement(String id, String signed, List<String> repeats, List<String> themes) {
        Commitment commitment = new Commitment(
                id(id),
                Given.BOTH,
                null,
                null,
                Given.WORDS,
                Given.WORDS,
                null,
                null,
                null,
                null,
                null,
                null,
                repeats.stream().map(ThemeTest::id).toList(),
                null,
                themes,
                ONE_FACT);
        return new Agreement(
                id,
                Given.WORDS,
                Period.parse(signed),
                null,
                null,
                null,
                null,
                Given.BOTH,
                List.of(),
                null,
                List.of(),
                List.of(Given.clause(new ClauseId(id, "c1"), null, List.of(commitment))));
    }

    private static Held told(String id, String agreement, String day) {
        Fact plain = Given.plain(id, Period.parse(day));
        Fact fact = new Fact(
                id,
                plain.kind(),
                plain.happened(),
                Period.parse(day),
                plain.by(),
                plain.grade(),
                plain.who(),
                plain.where(),
                List.of(new Fact.Bearing(new ClauseId(agreement, "c1"), null)),
                plain.says(),
                List.of(),
                plain.tags(),
                List.of(),
                List.of(),
                plain.disagreesWith(),
                plain.source(),
                null);
        return new Held(0, new Told.Asserted(fact), LocalDate.of(2030, 1, 1));
    }

    private static final Register REGISTER = Register.BLANK.with(
            List.of(
                    agreement("a", "2020-01-01", List.of(), List.of("fences", "ports")),
                    agreement("b", "2021-01-01", List.of("a"), List.of("fences")),
                    agreement("c", "2022-01-01", List.of("b"), List.of("ports")),
                    agreement("d", "2022-01-01", List.of("a"), List.of("ports")),
                    agreement("e", "2023-01-01", List.of(), List.of("ports"))),
            List.of(told("f1", "a", "2021-07-01")));

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 1);

    private static List<List<String>> strands(List<Theme> themes, String name) {
        return themes.stream()
                .filter(theme -> theme.name().equals(name))
                .flatMap(theme -> theme.strands().stream())
                .map(strand -> strand.made().stream()
                        .map(made -> made.agreement().id())
                        .toList())
                .toList();
    }

    @Test
    void a_promise_made_again_is_one_strand_and_only_over_promises_of_the_theme() {
        List<Theme> themes = Theme.of(REGISTER, TODAY, TODAY);
        assertThat(themes.stream().map(Theme::name)).containsExactly("fences", "ports");
        assertThat(strands(themes, "fences")).containsExactly(List.of("a", "b"));
        assertThat(strands(themes, "ports")).containsExactly(List.of("a", "d"), List.of("c"), List.of("e"));
    }

    @Test
    void each_says_how_it_stood_when_the_next_was_signed_and_how_it_stands_now() {
        Theme ports = Theme.of(REGISTER, TODAY, TODAY).getLast();
        Made first = ports.strands().getFirst().made().getFirst();
        assertThat(first.before()).isEqualTo(new Theme.Before(LocalDate.of(2022, 1, 1), Standing.KEPT_LATE));
        Made fences = Theme.of(REGISTER, TODAY, TODAY)
                .getFirst()
                .strands()
                .getFirst()
                .made()
                .getFirst();
        assertThat(fences.before()).isEqualTo(new Theme.Before(LocalDate.of(2021, 1, 1), Standing.NO_EVIDENCE));
        assertThat(fences.now().standing()).isEqualTo(Standing.KEPT_LATE);
        assertThat(ports.strands().getFirst().made().getLast().before()).isNull();
    }

    @Test
    void what_was_not_signed_yet_is_not_there() {
        LocalDate day = LocalDate.of(2021, 6, 1);
        assertThat(strands(Theme.of(REGISTER, TODAY, day), "ports")).containsExactly(List.of("a"));
        assertThat(strands(Theme.of(REGISTER, day, TODAY), "fences")).containsExactly(List.of("a", "b"));
    }
}
