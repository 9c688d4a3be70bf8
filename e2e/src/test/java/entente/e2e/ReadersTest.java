package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What six readers do first, each with scripts and without. (A port officer and a caseworker read other pages than
/// these.)
@Visit
class ReadersTest {
    /// With a day where the newest checkpoint is older than today, as after midnight.
    private static final Pattern CITED = Pattern.compile("https?://[^/]+(/\\S+@(?:\\d{4}-\\d{2}-\\d{2},)?c\\d+)");

    private final Chromium chromium;

    ReadersTest(Chromium chromium) {
        this.chromium = chromium;
    }

    /// A journalist opens a link, reads the counts, clicks one, and copies a citation that will still say the same.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_journalist_gets_from_a_count_to_a_citation_that_stays(boolean scripts) {
        try (Reader reader = chromium.reader("en-GB", scripts)) {
            reader.open("/calais-2014/agreement");
            Locator tally = reader.page.locator(".answers .tallies li").first();
            int counted = Integer.parseInt(tally.locator("b").innerText());
            String word = tally.locator(".chip").innerText();
            tally.locator("a").click();
            assertThat(reader.heading()).startsWith(word + ": " + counted);
            assertThat(reader.page.locator("main tbody tr").count()).isEqualTo(counted);
            reader.page.locator("main tbody tr a").first().click();
            assertThat(reader.heading()).startsWith("Clause ");
            assertThat(reader.page.locator(".detail .chip").first().innerText()).isEqualTo(word);
            String cited = cited(reader, "As known on");
            assertThat(reader.open(cited)).isEqualTo(200);
            assertThat(reader.text(".asof.then strong")).contains("This page never changes");
            assertThat(reader.page.locator(".detail .chip").first().innerText()).isEqualTo(word);
        }
    }

    /// The researcher of a member of parliament picks the day of the last debate, compares it with today, and takes
    /// the one page along.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_researcher_compares_a_day_with_today_and_takes_one_page_along(boolean scripts)
            throws IOException, InterruptedException {
        try (Reader reader = chromium.reader("en-GB", scripts)) {
            compare(reader, "/calais-2014/agreement", "March", "31 March 2016", "Standings that changed");
            reader.open("/calais-2014/agreement");
            onePage(reader, "one-page briefing (PDF)", "as known on");
            Locator feed = reader.page.locator(".take a[href$='.atom']");
            String atom = fetched(reader, feed);
            assertThat(atom).contains("<feed").contains("<entry>");
        }
    }

    /// The same in French: an assistant parlementaire, who then hands the English page to a colleague.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_assistant_parlementaire_does_the_same_in_french(boolean scripts) throws IOException, InterruptedException {
        try (Reader reader = chromium.reader("fr-FR", scripts)) {
            compare(reader, "/calais-2014/accord", "mars", "31 mars 2016", "États qui ont changé");
            reader.link("English").click();
            assertThat(reader.lang()).isEqualTo("en");
            assertThat(reader.place()).contains("/calais-2014/agreement@2016-03-31..");
            reader.open("/calais-2014/accord");
            onePage(reader, "note d’une page (PDF)", "connu");
        }
    }

    private static void compare(Reader reader, String path, String month, String day, String changed) {
        reader.open(path);
        reader.page.locator("summary").first().click();
        reader.page.locator("input[name=d]").fill("31");
        reader.page.locator("input[name=m]").fill(month);
        reader.page.locator("input[name=y]").fill("2016");
        reader.page.locator("fieldset.date button[name=changes]").click();
        assertThat(reader.place()).startsWith(path + "@2016-03-31..");
        assertThat(reader.page.locator("main").innerText().replaceAll("[\\u00a0\\u202f]", " "))
                .contains(day)
                .contains(changed);
        assertThat(reader.page.locator("main tbody .chip").count()).isGreaterThan(1);
    }

    private static void onePage(Reader reader, String name, String asOf) throws IOException, InterruptedException {
        Locator link = reader.link(name);
        Path file = Files.createTempFile(Path.of("target"), "briefing", ".pdf");
        Files.write(file, answer(reader, link).body());
        assertThat(PrintTest.output("/usr/bin/pdfinfo", file.toString())).containsPattern("Pages:\\s+1\\b");
        assertThat(PrintTest.output("/usr/bin/pdftotext", file.toString(), "-")).contains(asOf);
    }

    /// An auditor adds a total up again from the file, and follows one of its rows to the signed entry and its
    /// receipt.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_auditor_adds_a_total_up_again_and_finds_each_part_signed(boolean scripts) {
        try (Reader reader = chromium.reader("en-GB", scripts)) {
            reader.open("/verify");
            assertThat(reader.heading()).contains("intact");
            reader.open("/money");
            Locator total = reader.page
                    .locator("#stages ~ .scroll a[href$='/figures/paid-gbp']")
                    .first();
            BigDecimal published = sum(total.innerText());
            total.click();
            assertThat(reader.place()).isEqualTo("/figures/paid-gbp");
            BigDecimal again = BigDecimal.ZERO;
            String proof = "";
            List<List<String>> rows = csv(fetched(reader, reader.page.locator(".take a[href$='.csv']")));
            List<String> head = rows.getFirst();
            assertThat(head).contains("Added", "Amount", "Entry", "Proof");
            for (List<String> row : rows.subList(1, rows.size())) {
                assertThat(row.get(head.indexOf("Entry"))).matches("\\d+");
                if (row.get(head.indexOf("Added")).equals("yes")) {
                    again = again.add(new BigDecimal(row.get(head.indexOf("Amount"))));
                    proof = row.get(head.indexOf("Proof"));
                }
            }
            assertThat(again).isEqualByComparingTo(published);
            APIResponse receipt = reader.page.request().get(proof);
            assertThat(receipt.text()).startsWith("c2sp.org/tlog-proof@v1\n");
            reader.page
                    .locator("main .sums-table tbody a[href*='/log/']")
                    .first()
                    .click();
            assertThat(reader.heading()).startsWith("Entry ");
        }
    }

    /// A programme officer looks a payment up by its amount and reads what counts and what does not, and why.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_programme_officer_finds_a_payment_and_why_it_counts(boolean scripts) {
        try (Reader reader = chromium.reader("en-GB", scripts)) {
            reader.open("/calais-2014/agreement");
            reader.page.locator(".search input").fill("12 million");
            reader.page.locator(".search button").click();
            assertThat(reader.place()).startsWith("/find?q=12");
            assertThat(reader.page.locator(".found li").count()).isPositive();
            reader.open("/calais-2014/agreement");
            reader.page
                    .locator(".answers a[href='/calais-2014/figures/paid-gbp']")
                    .click();
            assertThat(reader.text("p.total")).contains("£12,000,000");
            assertThat(reader.page.locator("main h3").allInnerTexts())
                    .anyMatch(reason -> reason.startsWith("The same sum told again"));
            reader.page
                    .locator("main .sums-table tbody a[href*='/agreement/2']")
                    .first()
                    .click();
            assertThat(reader.heading()).isEqualTo("Clause 2");
        }
    }

    /// Somebody with a phone wants to know whether it was kept, and leaves with the words explained.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_member_of_the_public_reads_it_on_a_phone(boolean scripts) {
        try (Reader reader = chromium.reader("en-GB", scripts)) {
            reader.page.setViewportSize(320, 640);
            reader.open("/");
            reader.page.locator("main a[href='/calais-2014/agreement']").first().click();
            assertThat(reader.text(".answers")).contains("Is it being kept?").contains("Kept");
            assertThat(reader.page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
            assertThat(reader.requests).allMatch(url -> url.startsWith("http://127.0.0.1:"));
            reader.page.locator("#c2 h2 a").click();
            assertThat(reader.text(".both > [lang=en] p")).contains("12 million pounds");
            assertThat(reader.page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
            reader.page.locator(".nav a[href='/standings']").click();
            assertThat(reader.text("main")).contains("It does not mean");
        }
    }

    private static APIResponse answer(Reader reader, Locator link) {
        APIResponse answer = reader.page.request().get(String.valueOf(link.getAttribute("href")));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static String fetched(Reader reader, Locator link) {
        return new String(answer(reader, link).body(), StandardCharsets.UTF_8);
    }

    /// The path of the address that the page offers for citing it.
    private static String cited(Reader reader, String asOf) {
        String citation = reader.text(".take blockquote");
        assertThat(citation).containsIgnoringCase(asOf).contains("checkpoint");
        Matcher address = CITED.matcher(citation);
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private static BigDecimal sum(String text) {
        return new BigDecimal(text.replaceAll("[^0-9.]", ""));
    }

    /// The rows of a file with commas, and quotes where they are needed.
    private static List<List<String>> csv(String text) {
        List<List<String>> rows = new ArrayList<>();
        Matcher cell = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\r\n\"]*))(,|\r?\n|$)")
                .matcher(text.replace("\ufeff", ""));
        List<String> row = new ArrayList<>();
        while (cell.find() && cell.end() > cell.start()) {
            row.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            if (!cell.group(3).equals(",")) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        return rows;
    }
}
