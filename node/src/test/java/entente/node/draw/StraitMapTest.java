package entente.node.draw;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Fact;
import entente.terms.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class StraitMapTest {
    private static List<StraitMap.Dot> real() {
        Map<String, Integer> counts = new TreeMap<>();
        Look.facts().forEach(fact -> Places.of(fact).forEach(place -> counts.merge(place.id(), 1, Integer::sum)));
        List<StraitMap.Dot> dots = new ArrayList<>();
        for (Place place : Places.all()) {
            Integer count = counts.get(place.id());
            if (place instanceof Place.Point point && count != null) {
                dots.add(new StraitMap.Dot(
                        dots.size() + 1, point, count, point.name().en(), "/map#" + point.id()));
            }
        }
        return dots;
    }

    private static Look map(MapView view, List<StraitMap.Dot> dots, Language language, double width) {
        return Look.at(new StraitMap("Map", "Where.", view, dots, language, count -> count + " facts").draw(width));
    }

    @ParameterizedTest
    @EnumSource
    void every_shipped_dot_of_a_view_has_its_number_and_no_words_lie_on_each_other(MapView view) {
        for (Language language : Language.values()) {
            for (double width : List.of(840.0, 288.0)) {
                List<StraitMap.Dot> dots = real();
                Look look = map(view, dots, language, width);
                assertThat(look.outside()).as(view + " " + width).isEmpty();
                assertThat(look.overlaps()).as(view + " " + width).isEmpty();
                List<String> numbers = look.all("tspan", "value").stream()
                        .map(Element::getTextContent)
                        .sorted()
                        .toList();
                assertThat(numbers)
                        .containsExactlyElementsOf(dots.stream()
                                .filter(dot -> StraitMap.shows(view, dot.place()))
                                .map(dot -> "" + dot.number())
                                .sorted()
                                .toList())
                        .isNotEmpty();
                assertThat(look.all("path", "land")).isNotEmpty();
            }
        }
    }

    @Test
    void the_widest_view_shows_every_shipped_dot() {
        assertThat(real()).hasSizeGreaterThan(10).allMatch(dot -> StraitMap.shows(MapView.FAR, dot.place()));
    }

    @Test
    void the_area_of_a_dot_is_as_its_count() {
        List<StraitMap.Dot> dots = new ArrayList<>();
        for (Place place : Places.all()) {
            if (place instanceof Place.Point point
                    && List.of("calais", "folkestone").contains(point.id())) {
                dots.add(new StraitMap.Dot(dots.size() + 1, point, point.id().equals("calais") ? 40 : 10, "x", "#x"));
            }
        }
        Look look = map(MapView.STRAIT, dots, Language.ENGLISH, 840);
        List<Double> radii = look.all("a", "").stream()
                .map(link -> Double.parseDouble(
                        ((Element) link.getElementsByTagName("circle").item(0)).getAttribute("r")))
                .toList();
        assertThat(radii).hasSize(2);
        assertThat(Math.pow(radii.get(0) / radii.get(1), 2)).isBetween(3.99, 4.01);
    }

    @Test
    void land_is_where_land_is() {
        assertThat(inland(1.2, 51.2)).isEqualTo("GBR");
        assertThat(inland(2.0, 50.8)).isEqualTo("FRA");
        assertThat(inland(3.2, 51.0)).isEqualTo("BEL");
        assertThat(inland(1.55, 51.05)).isEmpty();
    }

    private static String inland(double longitude, double latitude) {
        for (Coast.Outline outline : Coast.ALL) {
            boolean in = false;
            List<double[]> ring = outline.points();
            for (int i = 0, k = ring.size() - 1; i < ring.size(); k = i++) {
                double[] one = ring.get(i);
                double[] other = ring.get(k);
                boolean straddles = (one[1] > latitude) != (other[1] > latitude);
                if (straddles && longitude < (other[0] - one[0]) * (latitude - one[1]) / (other[1] - one[1]) + one[0]) {
                    in = !in;
                }
            }
            if (outline.near() && in) {
                return outline.country();
            }
        }
        return "";
    }

    @Test
    void every_word_for_a_place_in_the_shipped_facts_is_a_point_or_an_area() {
        List<String> unknown = new ArrayList<>();
        for (Fact fact : Look.facts()) {
            Places.unknown(fact).forEach(word -> unknown.add(fact.id() + ": " + word));
            if (Places.of(fact).isEmpty()) {
                unknown.add(fact.id() + ": " + fact.where().en());
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void a_place_that_no_shipped_fact_names_is_not_kept() {
        Set<String> named = new TreeSet<>();
        for (Fact fact : Look.facts()) {
            Places.of(fact).forEach(place -> named.add(place.id()));
            named.addAll(fact.tags().getOrDefault(Fact.Tag.PLACE, new TreeSet<>()));
        }
        assertThat(Places.all().stream().map(Place::id).filter(id -> !named.contains(id)))
                .isEmpty();
    }
}
