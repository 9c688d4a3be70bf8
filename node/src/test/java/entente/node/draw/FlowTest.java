package entente.node.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FlowTest {
    private static Flow.Way way(@Nullable String payer, @Nullable String purpose, @Nullable String payee, long amount) {
        return new Flow.Way(payer, purpose, payee, BigDecimal.valueOf(amount));
    }

    private static Flow flow(List<Flow.Way> ways) {
        return new Flow(
                "Paid",
                "By whom.",
                List.of("Payer", "Purpose", "Payee"),
                ways,
                "not known",
                count -> "other, " + count + " payments",
                sum -> "£" + sum.toPlainString());
    }

    private static final List<Flow.Way> SOME = List.of(
            way("UK", "Fences", "Port", 4_000_000),
            way("UK", "Fences", "Port", 2_000_000),
            way("UK", "A very long purpose that takes more than one line", "France", 3_000_000),
            way("EU", null, "France", 1_000_000));

    private static List<String> said(Drawing drawing) {
        return Look.at(drawing).words().stream().map(Look.Words::text).toList();
    }

    private static List<Element> bars(Drawing drawing) {
        Look look = Look.at(drawing);
        List<Element> bars = new ArrayList<>(look.all("rect", "bar-fill"));
        bars.addAll(look.all("rect", "bar-edge"));
        return bars;
    }

    @Test
    void both_forms_lie_inside_and_say_every_sum() {
        for (Drawing drawing : List.of(flow(SOME).draw(840), flow(SOME).nested(288))) {
            assertThat(Look.at(drawing).outside()).isEmpty();
            assertThat(Look.at(drawing).overlaps()).isEmpty();
            assertThat(String.join(" ", said(drawing)))
                    .contains("£9000000", "£6000000", "£3000000", "£1000000", "not known");
        }
    }

    @Test
    void a_bar_is_as_high_as_its_sum() {
        double whole = bars(flow(SOME).draw(840)).stream()
                .mapToDouble(bar -> Double.parseDouble(bar.getAttribute("height")))
                .sum();
        assertThat(whole).isBetween(899.0, 901.0);
    }

    @Test
    void what_nobody_says_is_hatched() {
        Look look = Look.at(flow(SOME).draw(840));
        assertThat(look.all("rect", "bar-edge")).hasSize(1);
        assertThat(look.all("rect", "bar-edge").getFirst().getAttribute("fill")).startsWith("url(#hatch-wide-");
        assertThat(look.all("path", "open")).hasSize(2);
    }

    @Test
    void more_than_twelve_ways_are_gathered_and_nothing_is_lost() {
        List<Flow.Way> many = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            many.add(way("UK", "Purpose " + i, "Payee " + i, i * 10L));
        }
        Drawing drawing = flow(many).draw(840);
        assertThat(Look.at(drawing).all("path", "band")).hasSize(2 * Flow.MOST);
        assertThat(String.join(" ", said(drawing))).contains("other, 9 payments", "£450");
        assertThat(Look.at(drawing).outside()).isEmpty();
        assertThat(Look.at(drawing).overlaps()).isEmpty();
    }

    @Test
    void nothing_is_no_picture_and_a_sum_that_came_back_is_no_way() {
        assertThatThrownBy(() -> flow(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> way("UK", "x", "y", -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
