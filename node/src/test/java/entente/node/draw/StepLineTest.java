package entente.node.draw;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Standing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepLineTest {
    private static StepLine.Step step(String from, Standing standing) {
        return new StepLine.Step(
                LocalDate.parse(from), standing, standing.title().fr(), "M3 3 13 13", from);
    }

    private static final List<StepLine.Step> SOME = List.of(
            step("2014-09-20", Standing.NOT_YET_DUE),
            step("2017-09-20", Standing.LATE),
            step("2017-10-01", Standing.BROKEN),
            step("2019-01-01", Standing.KEPT_LATE));

    @ParameterizedTest
    @ValueSource(doubles = {840, 288})
    void each_change_has_its_shape_and_each_standing_its_word(double width) {
        Look look = Look.at(new StepLine("Clause 2", "Late.", SOME, LocalDate.of(2026, 11, 23)).draw(width));
        assertThat(look.all("g", "step")).hasSize(4);
        assertThat(look.words().stream().map(Look.Words::text))
                .contains("Pas encore exigible", "En retard", "Rompu", "Tenu en retard", "2015");
        assertThat(look.outside()).isEmpty();
        assertThat(look.overlaps()).isEmpty();
        assertThat(look.attribute("role")).isEqualTo("img");
    }

    @Test
    void better_standings_are_higher() {
        Look look = Look.at(new StepLine("Clause 2", "Late.", SOME, LocalDate.of(2026, 11, 23)).draw(840));
        List<Double> heights = look.all("g", "step").stream()
                .map(group -> Double.parseDouble(((org.w3c.dom.Element)
                                group.getElementsByTagName("circle").item(0))
                        .getAttribute("cy")))
                .toList();
        assertThat(heights.get(3)).isLessThan(heights.get(0));
        assertThat(heights.get(0)).isLessThan(heights.get(1));
        assertThat(heights.get(1)).isLessThan(heights.get(2));
    }

    @Test
    void a_line_of_one_day_is_still_a_line() {
        Look look = Look.at(new StepLine("C", "c", List.of(SOME.getFirst()), LocalDate.of(2014, 9, 20)).draw(288));
        assertThat(look.outside()).isEmpty();
    }

    @Test
    void the_same_standing_twice_is_one_step() {
        assertThat(StepLine.joined(List.of(
                        step("2015-01-01", Standing.LATE),
                        step("2014-01-01", Standing.LATE),
                        step("2016-01-01", Standing.KEPT))))
                .extracting(StepLine.Step::from)
                .containsExactly(LocalDate.of(2014, 1, 1), LocalDate.of(2016, 1, 1));
    }
}
