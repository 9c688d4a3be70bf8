package entente.node.draw;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.terms.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class TimelineTest {
    private static final List<String> SIGNED = List.of(
            "2014-09-20",
            "2015-08-20",
            "2016-03-03",
            "2018-01-18",
            "2019-01-24",
            "2019-10",
            "2020-11-28",
            "2021-07-20",
            "2022-11-14",
            "2023-03-10",
            "2025-07-10",
            "2026-04-23");

    private static Timeline.Mark mark(String when, String name) {
        return new Timeline.Mark(Period.parse(when), name, name + " " + when, "/calais-2014/" + name);
    }

    private static Timeline real() {
        List<Timeline.Mark> signed = new ArrayList<>();
        SIGNED.forEach(day -> signed.add(mark(day, "" + (char) ('A' + signed.size()))));
        List<Timeline.Level> levels = new ArrayList<>();
        Map<Fact.Kind, List<Timeline.Mark>> lanes = new EnumMap<>(Fact.Kind.class);
        for (Fact fact : Look.facts()) {
            Timeline.Mark mark =
                    new Timeline.Mark(fact.happened(), fact.id(), fact.says().en(), "/e/" + fact.id());
            lanes.computeIfAbsent(fact.kind(), _ -> new ArrayList<>()).add(mark);
            for (Figure figure : fact.figures()) {
                if (figure instanceof Figure.Count count && count.of().equals("people-estimated")) {
                    BigDecimal high = count.high() == null ? count.value() : count.high();
                    levels.add(new Timeline.Level(
                            new Timeline.Mark(fact.happened(), count.value().toPlainString(), "x", "/e/x"),
                            count.value(),
                            count.least(),
                            high));
                }
            }
        }
        return new Timeline(
                "Timeline",
                "All.",
                2013,
                2026,
                signed,
                new Timeline.Chart("People", levels, BigDecimal::toPlainString),
                lanes.entrySet().stream()
                        .map(lane -> new Timeline.Lane(lane.getKey().title().en(), lane.getValue()))
                        .toList());
    }

    private static Timeline lane(Timeline.Mark... marks) {
        return new Timeline(
                "T",
                "t",
                2014,
                2017,
                List.of(),
                new Timeline.Chart("People", List.of(), BigDecimal::toPlainString),
                List.of(new Timeline.Lane("Results", List.of(marks))));
    }

    private static double width(Element bar) {
        return Double.parseDouble(bar.getAttribute("width"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {840, 288})
    void the_shipped_facts_are_drawn_inside_the_picture_and_no_words_lie_on_each_other(double width) {
        Drawing drawing = real().draw(width);
        Look look = Look.at(drawing);
        assertThat(look.outside()).isEmpty();
        assertThat(look.overlaps()).isEmpty();
        assertThat(drawing.body()).isEqualTo(real().draw(width).body());
    }

    @Test
    void every_shipped_fact_with_a_date_in_the_years_shown_is_one_mark() {
        Timeline timeline = real();
        long dated = Look.facts().stream()
                .filter(fact -> timeline.shows(fact.happened()))
                .count();
        Look look = Look.at(timeline.draw(840));
        int levels =
                look.all("circle", "day").size() + look.all("rect", "level").size();
        assertThat(dated).isGreaterThan(200);
        assertThat(look.all("path", "day").size() + look.all("rect", "while").size())
                .isEqualTo((int) dated);
        assertThat(look.all("a", "").size()).isEqualTo((int) dated + levels + SIGNED.size());
    }

    @Test
    void a_mark_is_as_long_as_what_its_source_leaves_open() {
        Look look = Look.at(lane(mark("2015", "year"), mark("2015-03/2015-08", "half"), mark("2016-05-04", "day"))
                .draw(840));
        List<Element> bars = look.all("rect", "while");
        assertThat(bars).hasSize(2);
        double year = (840 - 46 - 10) / 4.0;
        assertThat(width(bars.get(0))).isBetween(year - 0.5, year + 0.5);
        assertThat(width(bars.get(1))).isBetween(year / 2 - 1, year / 2 + 1);
        assertThat(look.all("path", "day")).hasSize(1);
    }

    @Test
    void what_has_no_date_is_not_drawn_and_what_is_about_a_date_looks_so() {
        Look look = Look.at(
                lane(mark("XXXX", "never"), mark("2030", "later"), mark("2015~", "about"), mark("2016/..", "open"))
                        .draw(840));
        assertThat(look.all("a", "")).hasSize(2);
        assertThat(look.all("rect", "about")).hasSize(2);
        assertThat(look.outside()).isEmpty();
    }

    @Test
    void marks_of_one_time_stand_below_each_other() {
        Look look = Look.at(
                lane(mark("2015", "a"), mark("2015", "b"), mark("2016", "c")).draw(840));
        List<String> rows = look.all("rect", "while").stream()
                .map(bar -> bar.getAttribute("y"))
                .toList();
        assertThat(rows.get(0)).isNotEqualTo(rows.get(1));
        assertThat(rows).hasSize(3).contains(rows.get(0), rows.get(1));
    }

    @Test
    void counts_that_differ_stand_above_one_axis_with_their_ranges() {
        Timeline timeline = new Timeline(
                "T",
                "t",
                2014,
                2017,
                List.of(),
                new Timeline.Chart(
                        "People",
                        List.of(
                                level("2016-10-11", 5684, 5684, 5684),
                                level("2016-10", 10000, 6000, 10000),
                                level("2015", 3000, 3000, 3000)),
                        BigDecimal::toPlainString),
                List.of());
        Look look = Look.at(timeline.draw(288));
        assertThat(look.all("rect", "range")).hasSize(1);
        assertThat(look.all("circle", "day")).hasSize(1);
        assertThat(look.all("rect", "level")).hasSize(2);
        assertThat(look.words().stream().map(Look.Words::text)).contains("5684", "3000", "0", "5000", "10000", "2016");
        assertThat(look.outside()).isEmpty();
        assertThat(look.overlaps()).isEmpty();
    }

    private static Timeline.Level level(String when, long value, long low, long high) {
        return new Timeline.Level(
                mark(when, "" + value), BigDecimal.valueOf(value), BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    @Test
    void an_axis_goes_up_in_round_steps() {
        assertThat(List.of(
                        Timeline.step(0), Timeline.step(3), Timeline.step(23), Timeline.step(500), Timeline.step(2500)))
                .containsExactly(1.0, 5.0, 50.0, 500.0, 5000.0);
    }
}
