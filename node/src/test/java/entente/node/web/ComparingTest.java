package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.Chronicle;
import entente.node.Given;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The pages that compare: figures that differ, promises made again, what changed between two times.
class ComparingTest {
    private static final List<String> PAGES = List.of(
            "/figures",
            "/chiffres",
            "/calais-2015/figures",
            "/calais-2015/chiffres",
            "/figures@2016-03-31",
            "/promises",
            "/promesses",
            "/promises/patrols",
            "/promesses/patrols",
            "/promises/fencing@2017-01-01",
            "/agreements@2016-03-31..2017-03-31",
            "/accords@2016-03-31..2017-03-31",
            "/calais-2014/agreement@2016-03-31..2021-01-01",
            "/calais-2014/accord@2016-03-31..2021-01-01",
            "/calais-2014/agreement/2@2016-03-31..2021-01-01",
            "/calais-2014/accord/2@2016-03-31..2021-01-01");

    @TempDir
    static Path folder;

    private static Chronicle chronicle;
    private static Site site;

    @BeforeAll
    static void open() {
        chronicle = Given.chronicle(folder);
        site = new Site(chronicle, Given.CLOCK);
    }

    @AfterAll
    static void close() {
        chronicle.close();
    }

    private static Reply get(String path) {
        return site.answer(new Request(path, Map.of(), "en", "text/html", "http://localhost:8080"));
    }

    private static String text(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String path) {
        return new ObjectMapper().readTree(text(path + ".json"));
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void every_link_on_them_leads_somewhere() {
        TreeSet<String> links = new TreeSet<>();
        PAGES.forEach(page -> links.addAll(all("href=\"(/[^\"#]*)", text(page))));
        assertThat(links).hasSizeGreaterThan(200);
        assertThat(links.stream().filter(link -> get(link.replace("&amp;", "&")).status() >= 400))
                .isEmpty();
    }

    @Test
    void no_anchor_stands_twice_on_a_page() {
        for (String page : PAGES) {
            assertThat(all(" id=\"([^\"]+)\"", text(page))).as(page).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_page_of_figures_says_first_how_many_differ_and_shows_exactly_those() {
        String page = text("/figures");
        long differing = 0;
        for (JsonNode thing : json("/figures")) {
            boolean differ = thing.get("verdict").asString().equals("differ");
            differing += differ ? 1 : 0;
            assertThat(page.contains(
                            "<article class=\"thing\" id=\"" + thing.get("name").asString() + "\""))
                    .as(thing.get("name").asString())
                    .isEqualTo(!thing.get("verdict").asString().equals("single"));
        }
        assertThat(differing).isGreaterThan(10);
        assertThat(page).contains("In " + differing + "\u00A0cases the figures cannot all be true.");
        assertThat(text("/chiffres")).contains("Pour " + differing + "\u00A0d’entre elles, les chiffres ne peuvent");
    }

    @Test
    void ten_million_pounds_for_ten_million_euros_is_shown_in_both_languages() {
        assertThat(text("/calais-2015/figures"))
                .contains("the same number stands in pounds and in euros")
                .contains("From £7,000,000 to £10,000,000: £3,000,000 apart, 42.9% of the lower.");
        assertThat(text("/calais-2015/chiffres"))
                .contains("le même nombre figure en livres sterling et en euros")
                .contains("écart de 3\u202F000\u202F000\u00A0£, soit 42,9\u00A0% du plus bas.");
    }

    @Test
    void a_page_of_the_past_knows_only_what_had_been_published() {
        for (JsonNode thing : json("/figures@2016-03-31")) {
            for (JsonNode telling : thing.get("tellings")) {
                if (telling.has("reported")
                        && !telling.get("reported").asString().equals("XXXX")) {
                    assertThat(telling.get("reported").asString().substring(0, 4))
                            .isLessThan("2017");
                }
            }
        }
    }

    @Test
    void every_theme_of_the_agreements_has_a_title_and_a_page() {
        JsonNode themes = json("/promises");
        assertThat(themes.size()).isGreaterThan(15);
        for (JsonNode theme : themes) {
            String name = theme.get("theme").asString();
            assertThat(Labels.knowsTheme(name)).as(name).isTrue();
            assertThat(text("/promises/" + name))
                    .contains(theme.get("title").get("en").asString());
        }
        assertThat(get("/promises/no-such-theme").status()).isEqualTo(404);
    }

    @Test
    void the_promise_to_double_the_patrols_is_seen_as_one() {
        assertThat(text("/promises/patrols")).contains("Made 4\u00A0times: 2020, 2021, 2022, 2023");
        assertThat(text("/promesses/patrols")).contains("Faite 4\u00A0fois\u00A0: 2020, 2021, 2022, 2023");
    }

    @Test
    void what_changed_is_counted_first_and_then_shown() {
        String path = "/calais-2014/agreement@2016-03-31..2021-01-01";
        JsonNode changes = json(path);
        String page = text(path);
        int added = changes.get("added").size();
        int standings = changes.get("standings").size();
        int totals = changes.get("totals").size();
        assertThat(List.of(added, standings, totals)).allMatch(count -> count > 0);
        assertThat(page)
                .contains(added + "\u00A0facts added")
                .contains("/calais-2014/agreement@2016-03-31\"")
                .contains("/calais-2014/agreement@2021-01-01\"");
        assertThat(all("(<tr><th scope=\"row\">)", page)).hasSize(standings + totals);
        for (JsonNode fact : changes.get("added")) {
            assertThat(page).contains(fact.asString());
        }
    }

    @Test
    void every_page_that_compares_can_be_taken_away_as_tables() {
        for (String page : List.of(
                "/figures",
                "/calais-2015/chiffres",
                "/promises",
                "/promesses/patrols",
                "/agreements@2016-03-31..2017-03-31",
                "/calais-2014/accord/2@2016-03-31..2021-01-01")) {
            assertThat(get(page + ".xlsx").status()).as(page).isEqualTo(200);
            assertThat(text(page + ".csv").lines().count()).as(page).isGreaterThan(3);
        }
        long figures = 0;
        for (JsonNode thing : json("/figures")) {
            figures += thing.get("tellings").size();
        }
        assertThat(text("/figures.csv")
                        .lines()
                        .filter(line -> line.matches(".*,(exact|about|almost|at-|more-|less-).*")))
                .hasSize((int) figures);
    }

    @Test
    void where_nothing_changed_the_page_says_why() {
        assertThat(text("/calais-2014/agreement@2016-03-31..2016-03-31"))
                .contains("0\u00A0facts added")
                .contains("Both views are of the same day");
        assertThat(text("/calais-2014/accord@2016-03-31..2016-03-31")).contains("Les deux vues sont du même jour");
    }

    @Test
    void what_cannot_be_compared_has_no_such_page() {
        assertThat(get("/no-such/agreement@2016-03-31..2017-03-31").status()).isEqualTo(404);
        assertThat(get("/calais-2014/agreement/99@2016-03-31..2017-03-31").status())
                .isEqualTo(404);
        assertThat(get("/no-such/figures").status()).isEqualTo(404);
    }
}
