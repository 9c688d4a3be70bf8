package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.node.Chronicle;
import entente.node.Given;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/// The pages with pictures: what is drawn is told beside it, and a picture that is taken away says where it is from.
class PicturesTest {
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
        return site.answer(new Request(path, Map.of(), "en", "text/html", "https://record.example"));
    }

    private static String text(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String picture(String page, String look) {
        int from = page.indexOf("<svg class=\"picture " + look);
        return page.substring(from, page.indexOf("</svg>", from));
    }

    @Test
    void every_mark_of_the_timeline_is_a_row_of_its_table() {
        for (String path : List.of("/timeline", "/calais-2014/chronologie", "/calais-2014/timeline/2")) {
            String page = text(path);
            String table = page.substring(page.indexOf("<tbody>"));
            List<String> marks = all("<a href=\"([^\"]*/(?:log|registre)/[^\"]*)\"", picture(page, "wide"));
            assertThat(marks).isNotEmpty();
            assertThat(all("href=\"([^\"]*)\"", table)).containsAll(marks);
            assertThat(picture(page, "narrow")).doesNotContain("<a ");
        }
    }

    @Test
    void the_timeline_of_all_has_every_fact_and_every_signature() {
        String page = text("/timeline");
        long facts = chronicle.snapshot().register().facts(Given.TODAY).count();
        assertThat(all("(<tr><th scope=\"row\">)", page)).hasSize((int) facts + 12);
        assertThat(page).contains(facts + "\u00A0events on record");
    }

    @Test
    void a_timeline_of_the_past_knows_nothing_later() {
        String then = text("/timeline@2016-03-31");
        assertThat(all("(<tr><th scope=\"row\">)", then).size())
                .isBetween(
                        20, all("(<tr><th scope=\"row\">)", text("/timeline")).size() - 50);
        assertThat(picture(then, "wide")).doesNotContain(">2017<").contains(">2016<");
        assertThat(picture(then, "wide")).doesNotContain("Sandhurst");
    }

    @Test
    void a_clause_that_nothing_bears_on_says_so() {
        for (Agreement agreement : chronicle.snapshot().register().agreements()) {
            for (int number = 1; number <= agreement.clauses().size(); number++) {
                boolean bare = chronicle
                        .snapshot()
                        .register()
                        .bearing(agreement.clauses().get(number - 1).id(), Given.TODAY)
                        .isEmpty();
                String page = text("/" + agreement.id() + "/timeline/" + number);
                assertThat(page.contains("nothing was found in public sources"))
                        .as(agreement.id() + " " + number)
                        .isEqualTo(bare);
            }
        }
        assertThat(get("/calais-2014/timeline/99").status()).isEqualTo(404);
        assertThat(get("/nowhere/timeline").status()).isEqualTo(404);
    }

    @Test
    void every_dot_of_the_map_is_a_row_of_its_table_with_the_same_number() {
        for (String path : List.of("/map", "/carte", "/map/far", "/map/calais", "/carte/dover", "/map@2016-03-31")) {
            String page = text(path);
            List<String> dots = all("<a href=\"#place-([^\"]*)\"", picture(page, "wide"));
            assertThat(dots).isNotEmpty();
            for (String dot : dots) {
                assertThat(page).contains("<tr id=\"place-" + dot + "\"");
            }
            List<String> drawn = all("<tspan class=\"value\">(\\d+)</tspan>", picture(page, "wide"));
            List<String> rows = all("<tr id=\"place-[^\"]*\"><th scope=\"row\">(\\d+) ", page);
            assertThat(drawn).containsExactlyInAnyOrderElementsOf(rows);
        }
        assertThat(get("/map/strait").status()).isEqualTo(404);
        assertThat(get("/map/moon").status()).isEqualTo(404);
    }

    @Test
    void a_map_before_any_report_says_that_it_is_empty() {
        assertThat(text("/map@1999-01-01")).contains("No fact on record by this date");
        assertThat(text("/timeline@1999-01-01")).contains("No event on record");
    }

    @Test
    void the_changes_of_a_standing_are_told_with_their_days_and_facts() {
        String page = text("/calais-2014/agreement/2");
        assertThat(page).contains("How it stood over time");
        String table = page.substring(page.indexOf("How it stood over time"));
        assertThat(all("(<tr><th scope=\"row\")", table.substring(0, table.indexOf("</table>")))
                        .size())
                .isEqualTo(all("(<g class=\"step )", picture(page, "wide")).size())
                .isGreaterThan(1);
        assertThat(text("/calais-2014/accord/1")).contains("Cet état n’a pas changé depuis le");
    }

    @Test
    void a_picture_that_is_taken_away_names_its_page_and_checkpoint_and_lets_nothing_else_in() throws Exception {
        long size = chronicle.snapshot().size();
        for (String path : List.of(
                "/timeline",
                "/calais-2014/chronologie@2016-03-31",
                "/map/calais",
                "/carte",
                "/calais-2014/agreement/2",
                "/calais-2014/accord/1")) {
            String svg = text(path + ".svg");
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            String drawn = String.join("", all(">([^<>]*)</text>", svg)).replace(" ", "");
            assertThat(drawn)
                    .contains("https://record.example" + path.replaceFirst("@.*", ""))
                    .contains("c" + size);
            assertThat(get(path + ".svg").type()).startsWith("image/svg+xml");
            assertThat(get(path + ".svg").headers().get("Content-Security-Policy"))
                    .startsWith("default-src 'none'; style-src 'sha256-");
            assertThat(svg).doesNotContain("<script", "onload", " style=", "@import", "url(http");
        }
    }
}
