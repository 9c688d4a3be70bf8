package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What readers come to do, from the first page to the proof.
@Visit
class ReaderJourneyTest {
    private final Chromium chromium;

    ReaderJourneyTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    void a_first_visit_in_english_leads_from_the_list_to_the_proof(boolean scripts) {
        try (Reader reader = chromium.reader("en-GB", scripts)) {
            fromTheListToTheProof(
                    reader,
                    "en",
                    new Words(
                            "agreement",
                            "log",
                            "summaries in our own words",
                            "Facts that count",
                            "Facts that do not count, and why",
                            "gives no figure of the kind measured",
                            "download the receipt",
                            "Verify",
                            "/verify",
                            "intact"));
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    void a_first_visit_in_french_leads_from_the_list_to_the_proof(boolean scripts) {
        try (Reader reader = chromium.reader("fr-FR", scripts)) {
            fromTheListToTheProof(
                    reader,
                    "fr",
                    new Words(
                            "accord",
                            "registre",
                            "résumés rédigés par nos soins",
                            "Faits qui comptent",
                            "Faits qui ne comptent pas, et pourquoi",
                            "ne donne aucun chiffre",
                            "télécharger le reçu",
                            "Vérifier",
                            "/verifier",
                            "intact"));
        }
    }

    private record Words(
            String agreement,
            String log,
            String summaries,
            String counts,
            String doesNot,
            String why,
            String receipt,
            String verify,
            String verifyPath,
            String intact) {}

    private static void fromTheListToTheProof(Reader reader, String language, Words words) {
        Page page = reader.page;
        assertThat(reader.open("/")).isEqualTo(200);
        assertThat(reader.lang()).isEqualTo(language);
        assertThat(page.locator(".agreements > li").count()).isEqualTo(12);

        page.locator("a[href='/calais-2014/" + words.agreement + "']").click();
        assertThat(reader.place()).isEqualTo("/calais-2014/" + words.agreement);
        assertThat(reader.text(".lead")).contains("14 clauses, 18 ");
        int counted = page.locator(".tallies b").allInnerTexts().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(counted).isEqualTo(18).isEqualTo(page.locator(".commitment").count());
        assertThat(reader.text(".answers")).contains(words.summaries);

        page.locator("#c2 h2 a").click();
        assertThat(reader.place()).isEqualTo("/calais-2014/" + words.agreement + "/2");
        assertThat(page.locator("#k1 table tbody tr").count()).isPositive();
        assertThat(page.locator("#k1 table tbody .chip").count()).isPositive();
        Locator counting = page.locator("#k1 h3:text-is('" + words.counts + "') + ul > li");
        assertThat(counting.count()).isPositive();
        Locator refused = page.locator("#k1 h3:text-is('" + words.doesNot + "') + details");
        refused.locator("summary").click();
        assertThat(refused.innerText()).contains(words.why).contains("2014-09-20-fund-12m");

        counting.first().locator("a").click();
        assertThat(reader.place()).matches("/calais-2014/" + words.log + "/\\d+");
        assertThat(reader.heading()).matches("(Entry|Entrée) \\d+");

        Locator link = reader.link(words.receipt);
        Response receipt = page.waitForResponse(response -> response.url().endsWith(".tlog-proof"), link::click);
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.text()).startsWith("c2sp.org/tlog-proof@v1\n");

        page.goBack();
        reader.link(words.verify).click();
        assertThat(reader.place()).isEqualTo(words.verifyPath);
        assertThat(reader.heading()).contains(words.intact);
        assertThat(page.locator(".answer.no").count()).isZero();
        assertThat(page.locator(".steps pre").nth(1).innerText()).contains("entente verify http://127.0.0.1:");
    }

    @ParameterizedTest
    @CsvSource({
        "/calais-2014/agreement, /calais-2014/accord",
        "/calais-2014/agreement@2016-03-31, /calais-2014/accord@2016-03-31",
        "/calais-2014/agreement/2@2016-03-31, /calais-2014/accord/2@2016-03-31",
        "/agreements@2016-03-31, /accords@2016-03-31",
        "/calais-2014/log/18, /calais-2014/registre/18",
        "/standings, /etats",
        "/verify, /verifier"
    })
    void the_other_language_is_the_same_page_on_the_same_day(String english, String french) {
        try (Reader reader = chromium.reader("en-GB")) {
            reader.open(english);
            assertThat(reader.lang()).isEqualTo("en");
            Locator toFrench = reader.link("Français");
            assertThat(toFrench.getAttribute("lang")).isEqualTo("fr");
            toFrench.click();
            assertThat(reader.place()).isEqualTo(french);
            assertThat(reader.lang()).isEqualTo("fr");
            reader.link("English").click();
            assertThat(reader.place()).isEqualTo(english);
        }
    }

    @Test
    void a_clause_says_which_of_its_two_texts_is_in_which_language() {
        try (Reader reader = chromium.reader("fr-FR")) {
            reader.open("/calais-2014/accord/2");
            assertThat(reader.text(".both > [lang=fr] p")).contains("Le Royaume-Uni verse");
            assertThat(reader.text(".both > [lang=en] p")).contains("The UK pays");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 31, mars, 2016", "en-GB, 31st, March, 2016", "fr-FR, 31, 3, 2016", "fr-FR, 31, MARS, 2016"})
    void a_past_date_is_typed_and_the_record_of_that_day_is_unmistakable(
            String locale, String day, String month, String year) {
        boolean french = locale.startsWith("fr");
        String path = french ? "/calais-2014/accord" : "/calais-2014/agreement";
        String words = french ? "31 mars 2016" : "31 March 2016";
        try (Reader reader = chromium.reader(locale, false)) {
            reader.open(path);
            String today = reader.page.locator("#c2 .chip").first().innerText();
            reader.askForDate(day, month, year);
            assertThat(reader.place()).isEqualTo(path + "@2016-03-31");
            Locator band = reader.page.locator(".asof.then");
            assertThat(band.isVisible()).isTrue();
            assertThat(reader.text(".asof.then strong")).contains(words);
            assertThat(reader.title()).contains(words);
            assertThat(reader.page.locator("#c2 .chip").first().innerText()).isNotEqualTo(today);
            reader.page.locator("#c2 h2 a").click();
            assertThat(reader.place()).isEqualTo(path + "/2@2016-03-31");
            reader.page.locator(".asof.then .ways > a:not([rel])").first().click();
            assertThat(reader.place()).isEqualTo(path + "/2");
            assertThat(reader.page.locator(".asof.then").count()).isZero();
            assertThat(reader.page.locator("#k1 .chip").first().innerText()).isEqualTo(today);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | mai  | 2014 | 404 | did not exist on 1 May 2014         | /calais-2014/agreement
            1  | May  | 2150 | 404 | Nothing can be known on 1 May 2150  | /calais-2014/agreement
            31 | 2    | 2016 | 400 | That is not a date                  | /calais-2014/agreement
            1  | soon | 2016 | 400 | That is not a date                  | /calais-2014/agreement
            """)
    void a_date_of_which_nothing_can_be_said_gets_a_page_that_says_so(
            String day, String month, String year, int status, String heading, String wayOut) {
        try (Reader reader = chromium.reader("en-GB", false)) {
            reader.open("/calais-2014/agreement");
            int[] seen = {0};
            reader.page.onResponse(response -> {
                if (response.request().isNavigationRequest()) {
                    seen[0] = response.status();
                }
            });
            reader.askForDate(day, month, year);
            assertThat(reader.heading()).contains(heading);
            assertThat(seen[0]).isEqualTo(status);
            reader.page.locator("main a[href^='" + wayOut + "']").first().click();
            assertThat(reader.page.locator(".clause").count()).isEqualTo(14);
        }
    }
}
