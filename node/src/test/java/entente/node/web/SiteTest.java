package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.Chronicle;
import entente.node.Given;
import entente.record.Tree;
import entente.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The site as a function, without a server.
class SiteTest {
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
        return get(path, Map.of(), "en-GB,en;q=0.9");
    }

    private static Reply get(String path, Map<String, String> query, String language) {
        return site.answer(new Request(path, query, language, "text/html", "http://localhost:8080"));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.type()).startsWith("application/json");
        return new ObjectMapper().readTree(text(reply));
    }

    @Test
    void the_list_for_machines_has_the_twelve_agreements() {
        JsonNode list = json("/agreements.json");
        assertThat(list.size()).isEqualTo(12);
        int clauses = 0;
        int commitments = 0;
        for (JsonNode one : list) {
            assertThat(one.get("title").get("en").asString()).isNotBlank();
            assertThat(one.get("title").get("fr").asString()).isNotBlank();
            assertThat(one.get("signed").asString()).startsWith("20");
            assertThat(one.get("facts").asInt()).isPositive();
            clauses += one.get("clauses").asInt();
            commitments += one.get("commitments").asInt();
        }
        assertThat(clauses).isEqualTo(77);
        assertThat(commitments).isEqualTo(99);
    }

    @Test
    void an_agreement_for_machines_holds_what_its_page_shows() {
        JsonNode page = json("/calais-2014/agreement@2018-01-01.json");
        assertThat(page.get("agreement").asString()).isEqualTo("calais-2014");
        assertThat(page.get("knownOn").asString()).isEqualTo("2018-01-01");
        assertThat(page.get("worldDate").asString()).isEqualTo("2018-01-01");
        assertThat(page.get("checkpoint").get("size").asLong())
                .isEqualTo(chronicle.snapshot().size());
        assertThat(page.get("checkpoint").get("root").asString())
                .isEqualTo(chronicle.snapshot().root().base64());
        JsonNode fund = page.get("clauses").get(1).get("commitments").get(0);
        assertThat(fund.get("standing").asString()).isEqualTo("no-evidence");
        assertThat(fund.get("factsRefused").size()).isPositive();
        JsonNode today = json("/calais-2014/accord.json")
                .get("clauses")
                .get(1)
                .get("commitments")
                .get(0);
        assertThat(today.get("standing").asString()).isEqualTo("kept");
        assertThat(today.get("overlays").toString()).contains("only-claimed");
        assertThat(today.get("factsUsed").toString()).contains("2020-03-17-fund-closed");
    }

    @Test
    void money_is_never_added_across_currencies_or_stages() {
        JsonNode money = json("/sandhurst-2018/agreement.json").get("money");
        java.util.Set<String> kinds = new java.util.HashSet<>();
        for (JsonNode row : money) {
            assertThat(kinds.add(
                            row.get("stage").asString() + row.get("currency").asString()))
                    .isTrue();
        }
        assertThat(kinds).contains("promisedEUR", "paidEUR", "paidGBP");
    }

    @Test
    void the_path_chooses_the_language_and_the_browser_only_where_the_path_does_not() {
        assertThat(text(get("/calais-2014/accord"))).contains("<html lang=\"fr\">");
        assertThat(text(get("/calais-2014/agreement"))).contains("<html lang=\"en\">");
        assertThat(text(get("/calais-2014", Map.of(), "fr-FR,fr;q=0.9,en;q=0.5")))
                .contains("<html lang=\"fr\">");
        assertThat(text(get("/", Map.of(), "de"))).contains("<html lang=\"en\">");
    }

    @Test
    void a_date_form_leads_to_the_page_of_that_date() {
        Map<String, String> form = Map.of("d", "31", "m", "mars", "y", "2016");
        Reply reply = get("/calais-2014/accord", form, "fr");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers()).containsEntry("Location", "/calais-2014/accord@2016-03-31");
        assertThat(get("/calais-2014/accord", Map.of("d", "31", "m", "2", "y", "2016"), "fr")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_cannot_be_known_is_said_so() {
        assertThat(get("/calais-2014/agreement@2014-09-19").status()).isEqualTo(404);
        assertThat(text(get("/calais-2014/agreement@2014-09-19"))).contains("did not exist");
        assertThat(text(get("/calais-2014/agreement@2030-05-01"))).contains("Nothing can be known");
        assertThat(text(get("/leaders-2023/accord/8@2024-01-01"))).contains("ajoutée plus tard");
        assertThat(text(get("/calais-2014/agreement/99"))).contains("no such clause");
        assertThat(get("/nothing/like/it").status()).isEqualTo(404);
        assertThat(get("/nowhere").status()).isEqualTo(404);
        assertThat(get("/r/99999").status()).isEqualTo(404);
        assertThat(get("/agreements@2014-01-01").status()).isEqualTo(200);
    }

    @Test
    void a_machine_gets_its_troubles_as_problem_details() {
        Reply reply = get("/nowhere.json");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.type()).startsWith("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(text(reply));
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("type").asString()).startsWith("urn:entente:problem:");
        assertThat(problem.get("title").asString()).isNotBlank();
    }

    @Test
    void a_page_of_a_checkpoint_is_what_stood_there_then_and_may_be_kept_for_ever() {
        long size = chronicle.snapshot().size();
        Reply fixed = get("/calais-2014/agreement@c" + size + ".json");
        assertThat(fixed.headers()).containsEntry("Cache-Control", Reply.FOREVER);
        assertThat(text(fixed)).isEqualTo(text(get("/calais-2014/agreement@2026-11-22.json")));
        assertThat(get("/calais-2014/agreement@2016-03-31.json").headers()).containsEntry("Cache-Control", Reply.ASK);
        JsonNode early = json("/calais-2014/agreement@c40.json");
        assertThat(early.get("checkpoint").get("size").asLong()).isEqualTo(40);
        JsonNode list = json("/agreements@c3.json");
        assertThat(list.size()).isEqualTo(3);
        assertThat(get("/calais-2014/agreement@c" + (size + 1)).status()).isEqualTo(404);
        assertThat(text(get("/calais-2014/agreement@c" + size))).contains("This page never changes");
    }

    @Test
    void the_root_of_an_earlier_checkpoint_is_that_of_its_first_entries() {
        long size = 100;
        List<Digest> leaves = new ArrayList<>();
        for (long index = 0; index < size; index++) {
            leaves.add(Tree.leaf(chronicle.entry(index).orElseThrow().bytes()));
        }
        assertThat(json("/agreements@c3.json")).isNotNull();
        assertThat(chronicle.at(size).orElseThrow().root()).isEqualTo(Tree.root(leaves));
        assertThat(chronicle.at(0)).isEmpty();
        assertThat(chronicle.at(chronicle.snapshot().size() + 1)).isEmpty();
    }

    @Test
    void a_printed_page_says_at_its_foot_as_of_when_and_by_which_checkpoint() {
        String foot = text(get("/calais-2014/accord@2016-03-31.css"));
        assertThat(foot)
                .contains("31\u00a0mars\u00a02016")
                .contains("Point de contrôle")
                .contains("counter(page)");
    }

    @Test
    void a_style_sheet_that_an_old_page_asks_for_is_served() {
        assertThat(get("/assets/entente-000000000000.css").status()).isEqualTo(200);
        assertThat(get("/assets/entente-000000000000.css").headers()).containsEntry("Cache-Control", Reply.ASK);
        assertThat(get("/assets/other.css").status()).isEqualTo(404);
    }

    @Test
    void a_trouble_can_be_read_in_the_other_language() {
        assertThat(text(get("/calais-2014/agreement/99"))).contains("href=\"/calais-2014/accord/99\"");
    }

    @Test
    void every_entry_has_its_page_its_receipt_and_its_short_address() {
        for (long index = 0; index < chronicle.snapshot().size(); index += 13) {
            Reply moved = get("/r/" + index);
            assertThat(moved.status()).isEqualTo(303);
            assertThat(text(get(moved.headers().getOrDefault("Location", "")))).contains("Entry");
            assertThat(text(get("/r/" + index + ".tlog-proof"))).startsWith("c2sp.org/tlog-proof@v1\n");
        }
    }

    @Test
    void the_log_is_served_in_its_layout() {
        assertThat(text(get("/log/checkpoint"))).startsWith(Chronicle.ORIGIN + "\n");
        assertThat(get("/log/tile/entries/000.p/" + chronicle.snapshot().size()).status())
                .isEqualTo(200);
        assertThat(get("/log/tile/0/000.p/" + chronicle.snapshot().size()).headers())
                .containsEntry("Cache-Control", Reply.FOREVER);
        assertThat(get("/log/tile/0/../../keys").status()).isEqualTo(404);
        assertThat(text(get("/log/keys"))).contains(Chronicle.ORIGIN);
    }
}
