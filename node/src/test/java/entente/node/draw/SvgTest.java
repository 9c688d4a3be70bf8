package entente.node.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SvgTest {
    private static Drawing drawing(Svg svg) {
        return Drawing.of(100, 50, "A <b> & \"c\"", "It’s 1 > 0", svg);
    }

    @Test
    void words_of_facts_stay_words() {
        Svg svg = new Svg().words("text", "<script>alert('1')</script> & \u0000\uD800", "x", 1.005, "y", 2);
        Look look = Look.at(drawing(svg));
        assertThat(look.words()).hasSize(1);
        assertThat(look.words().getFirst().text()).isEqualTo("<script>alert('1')</script> & \uFFFD\uFFFD");
        assertThat(look.all("script", "")).isEmpty();
        assertThat(look.attribute("aria-label")).isEqualTo("A <b> & \"c\". It’s 1 > 0");
    }

    @Test
    void what_runs_fetches_or_colours_cannot_be_written() {
        Svg svg = new Svg();
        for (String name : List.of("script", "style", "image", "use", "foreignObject", "animate", "rect onload=''")) {
            assertThatThrownBy(() -> svg.leaf(name)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String name : List.of("style", "onload", "onclick", "xlink:href", "src", "a b")) {
            assertThatThrownBy(() -> svg.leaf("rect", name, "x")).isInstanceOf(IllegalArgumentException.class);
        }
        for (String href : List.of("javascript:alert(1)", "https://example.org/", "//example.org/", "data:,x", "")) {
            assertThatThrownBy(() -> svg.link(href, "x")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> svg.leaf("rect", "fill", "url(https://example.org/x)"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_are_short_and_finite() {
        assertThat(Svg.number(1.0)).isEqualTo("1");
        assertThat(Svg.number(-0.001)).isEqualTo("0");
        assertThat(Svg.number(12.3456)).isEqualTo("12.35");
        assertThat(Svg.number(12_000_000)).isEqualTo("12000000");
        assertThat(Svg.number(120)).isEqualTo("120");
        assertThatThrownBy(() -> Svg.number(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_picture_with_links_is_a_group_and_one_without_is_an_image() {
        assertThat(Look.at(drawing(new Svg().leaf("rect"))).attribute("role")).isEqualTo("img");
        Svg linked = new Svg().link("/calais-2014", "there").close();
        assertThat(Look.at(drawing(linked)).attribute("role")).isEqualTo("group");
        assertThat(Look.at(drawing(linked)).all("a", "").getFirst().getAttribute("tabindex"))
                .isEqualTo("-1");
    }

    @Test
    void a_picture_that_stands_alone_says_what_it_is_and_where_it_is_from() {
        String source = "Entente, 1 January 2030, checkpoint 12, https://example.org/calais-2014/timeline@c12";
        String alone = drawing(new Svg().leaf("rect", "class", "dot", "width", 5, "height", 5))
                .standalone(List.of(source), Look.css());
        Look look = Look.at(alone);
        assertThat(look.all("title", "").getFirst().getTextContent()).isEqualTo("A <b> & \"c\"");
        assertThat(look.all("desc", "").getFirst().getTextContent()).isEqualTo("It’s 1 > 0");
        String drawn =
                String.join(" ", look.words().stream().map(Look.Words::text).toList());
        assertThat(drawn.replace(" ", "")).contains(source.replace(" ", ""));
        assertThat(look.outside()).isEmpty();
        assertThat(look.overlaps()).isEmpty();
    }

    @Test
    void the_colours_of_a_picture_that_stands_alone_are_written_out_for_light_and_dark() {
        String style = Drawing.style(Look.css());
        assertThat(style).doesNotContain("var(").doesNotContain("light-dark").doesNotContain("<");
        assertThat(style).contains("@media all{").contains("prefers-color-scheme: dark");
        assertThat(style.chars().filter(one -> one == '{').count())
                .isEqualTo(style.chars().filter(one -> one == '}').count());
        assertThat(style).contains("fill: #1b242c").contains("fill: #e8ecef");
    }

    @Test
    void long_lines_are_cut_to_the_width_and_lose_nothing() {
        String words = "one two three " + "x".repeat(90) + " four";
        List<String> lines = Drawing.wrapped(words, 12, 120);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(words.replace(" ", ""));
        assertThat(lines).allMatch(line -> Svg.width(line, 12) <= 120);
    }
}
