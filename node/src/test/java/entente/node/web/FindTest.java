package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.Chronicle;
import entente.node.Given;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// One box finds what is on record, and says why.
class FindTest {
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

    private static String get(String path, String asked) {
        Reply reply = site.answer(new Request(path, Map.of("q", asked), "en", "text/html", "http://localhost:8080"));
        assertThat(reply.status()).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static List<JsonNode> found(String kind, String asked) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode one :
                new ObjectMapper().readTree(get("/find.json", asked)).get("kinds")) {
            if (one.get("kind").asString().equals(kind)) {
                one.get("results").forEach(rows::add);
            }
        }
        return rows;
    }

    private static String address(JsonNode row) {
        return row.get("address").asString();
    }

    private static String why(JsonNode row) {
        return row.get("why").asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 million",
                "£12m",
                "12 000 000",
                "12,000,000",
                "12 millions de livres",
                "clause 2 of Calais",
                "calais-2014/c02-fund"
            })
    void the_fund_is_found_however_it_is_asked_for(String asked) {
        assertThat(found("clauses", asked))
                .anySatisfy(row -> assertThat(address(row)).isEqualTo("/calais-2014/agreement/2"));
    }

    @Test
    void an_amount_finds_the_facts_that_state_it_and_no_other_currency() {
        assertThat(found("facts", "3,6 M€"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(why(row)).contains("€3,600,000"));
        assertThat(found("facts", "£3.6m"))
                .noneSatisfy(row -> assertThat(why(row)).contains("€"));
    }

    @Test
    void an_entry_is_found_by_its_number_its_leaf_and_its_commitment() {
        for (long index : new long[] {0, 18, chronicle.snapshot().size() - 1}) {
            var entry = chronicle.entry(index).orElseThrow();
            String leaf = entente.record.Tree.leaf(entry.bytes()).hex();
            String commitment = entry.entry().commitment().hex();
            for (String asked : List.of(
                    "" + index,
                    leaf,
                    leaf.substring(0, 9).toUpperCase(java.util.Locale.ROOT),
                    entente.record.Tree.leaf(entry.bytes()).base64(),
                    commitment,
                    entry.entry().commitment().base64().substring(0, 17))) {
                assertThat(found("entries", asked)).as(asked).isNotEmpty();
                assertThat(address(found("entries", asked).getFirst()))
                        .as(asked)
                        .endsWith("/log/" + index);
            }
        }
        assertThat(found("entries", "" + chronicle.snapshot().size())).isEmpty();
    }

    @Test
    void the_newest_root_leads_to_where_the_record_is_checked() {
        for (String asked : List.of(
                chronicle.snapshot().root().hex(),
                chronicle.snapshot().root().base64(),
                chronicle.snapshot().root().hex().substring(0, 7))) {
            assertThat(address(found("entries", asked).getFirst())).isEqualTo("/verify");
        }
    }

    @ParameterizedTest
    @CsvSource({"reservistes", "RÉSERVISTES", "réserv", "reservists"})
    void words_are_found_in_both_languages_without_accents_from_their_beginning(String asked) {
        assertThat(found("facts", asked))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(why(row)).containsPattern(Pattern.compile("r[ée]serv", Pattern.CASE_INSENSITIVE)));
    }

    @Test
    void a_date_finds_what_happened_then_and_the_record_as_it_was() {
        assertThat(address(found("dates", "31 March 2016").getFirst())).isEqualTo("/agreements@2016-03-31");
        assertThat(found("facts", "20 September 2014"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(why(row)).contains("20\u00a0September\u00a02014"));
        assertThat(found("dates", "31 March 2190")).isEmpty();
    }

    @Test
    void a_place_leads_to_all_facts_with_it() {
        JsonNode place = found("names", "dunkerque").getFirst();
        URI narrower = URI.create(address(place));
        assertThat(narrower.getPath()).isEqualTo("/find");
        String asked = narrower.getQuery().substring(2);
        assertThat(found("facts", asked))
                .hasSize(Integer.parseInt(place.get("about").asString().replaceAll("\\D", "")));
    }

    @Test
    void more_results_of_a_kind_than_fifty_are_counted_not_shown() {
        assertThat(found("facts", "2016 2015 2014 calais uk france")).hasSizeLessThanOrEqualTo(Finder.MOST);
        String page = get("/find", "source");
        assertThat(found("facts", "calais")).hasSize(Finder.MOST);
        assertThat(get("/find", "calais")).contains("more. Ask for something narrower");
        assertThat(page).contains("<h1>Find: source</h1>");
    }

    @Test
    void what_is_asked_is_echoed_as_text_alone() {
        String page = get("/find", "\"><script>alert(1)</script>");
        assertThat(page).doesNotContain("<script>").contains("&lt;script>");
        assertThat(get("/chercher", "x".repeat(300))).contains("100 premiers caractères");
        assertThat(get("/find", "\u0000\u202e")).contains("What can be looked for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/find", "/chercher"})
    void where_nothing_is_asked_each_example_finds_something(String path) {
        Pattern example = Pattern.compile("<dt><a href=\"" + path + "\\?q=([^\"]+)\">");
        List<String> asked = example.matcher(get(path, ""))
                .results()
                .map(one -> java.net.URLDecoder.decode(one.group(1), StandardCharsets.UTF_8))
                .toList();
        assertThat(asked).hasSizeGreaterThanOrEqualTo(9);
        for (String one : asked) {
            assertThat(new ObjectMapper()
                            .readTree(get("/find.json", one))
                            .get("found")
                            .asInt())
                    .as(one)
                    .isPositive();
        }
        assertThat(get(path, "qwxyzzy")).contains(path.equals("/find") ? "Nothing on record" : "Rien au registre");
    }

    @Test
    void the_other_language_asks_the_same() {
        assertThat(get("/find", "12 million")).contains("hreflang=\"fr\" href=\"/chercher?q=12+million\"");
    }
}
