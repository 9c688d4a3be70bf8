package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.Chronicle;
import entente.node.Given;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a record has more than a page can show, the page says how much, and where all of it is.
class LargeRecordTest {
    private static final int MANY = 500;

    @TempDir
    static Path folder;

    private static Chronicle chronicle;
    private static Site site;

    @BeforeAll
    static void open() {
        chronicle = Given.chronicle(folder);
        StringBuilder facts = new StringBuilder();
        for (int one = 0; one < MANY; one++) {
            // A part of one total, a published total, and a figure that others contradict.
            facts.append(Given.payment("part-" + one, "" + (100 + one), ""));
            facts.append(Given.payment("total-" + one, "" + (1_000_000 + one), "")
                    .replace("role: part", "role: total")
                    .replace("happened: 2015-03-01", "happened: 2015-03"));
            facts.append(Given.payment("count-" + one, "1", "")
                    .replace(
                            "{amount: 1, currency: GBP, stage: paid, role: part}",
                            "{count: %d, of: fences-%d, unit: {en: fences, fr: clôtures}}".formatted(one, one / 2)));
        }
        chronicle.take(List.of(), Given.facts(facts.toString()).told());
        site = new Site(chronicle, Given.CLOCK);
    }

    @AfterAll
    static void close() {
        chronicle.close();
    }

    private static String get(String path) {
        Reply reply = site.answer(new Request(path, Map.of(), "en", "text/html", "http://localhost:8080"));
        assertThat(reply.status()).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8).replaceAll("[\\u00A0\\u202F]", " ");
    }

    private static long lines(String csv) {
        return csv.lines().count() - 1;
    }

    private static int rows(String page, String row) {
        return page.split(row, -1).length - 1;
    }

    @Test
    void the_page_of_money_shows_the_latest_sums_and_the_first_totals() {
        String page = get("/money");
        long sums = lines(get("/money.csv"));
        assertThat(sums).isGreaterThan(2 * MANY);
        assertThat(page)
                .contains("Here are the 300 latest of %,d; all of them: <a href=\"/money.csv\">CSV</a>".formatted(sums))
                .containsPattern("Here are the first 40 of 5\\d\\d; all of them: <a href=\"/money.json\">JSON</a>")
                .contains("Of 500 sums in it and ", " the first 10 of each are listed");
        assertThat(get("/argent")).contains("Voici les 300 dernières lignes sur ");
    }

    @Test
    void the_receipt_of_a_figure_counts_all_that_is_added() {
        String page = get("/figures/paid-gbp");
        assertThat(page)
                .containsPattern("Here are the 300 latest of 5\\d\\d; all of them: <a href=\"/figures/paid-gbp.csv\">");
        assertThat(page).containsPattern("5\\d\\d sums, together ");
    }

    @Test
    void the_page_of_figures_shows_the_first_things_of_each_verdict() {
        String page = get("/figures");
        assertThat(page)
                .containsPattern("Here are the first 50 of 2\\d\\d; all of them: <a href=\"/figures.csv\">CSV</a>")
                .containsPattern("Here are the first 30 of 1?,?\\d{3} figures of this thing");
        assertThat(get("/figures.json").split("\"fences-", -1).length).isGreaterThan(MANY);
    }

    @Test
    void the_timeline_draws_the_latest_events() {
        String page = get("/timeline");
        long events = lines(get("/timeline.csv"));
        assertThat(events).isGreaterThan(3 * MANY);
        assertThat(page)
                .contains("%,d events on record".formatted(events))
                .contains("Here are the 300 latest of %,d; all of them: <a href=\"/timeline.csv\">CSV</a>"
                        .formatted(events));
        assertThat(rows(page, "<tr")).isLessThan(350);
        assertThat(rows(get("/timeline.svg"), "<a ")).isLessThan(350);
    }
}
