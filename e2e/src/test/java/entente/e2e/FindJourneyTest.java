package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Readers who hold something in their hand, a number, a sum, a place, and look for it.
@Visit
class FindJourneyTest {
    private final Chromium chromium;

    FindJourneyTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({
        "en, true, /agreements, £12 million, /find, /calais-2014/agreement/2",
        "en, false, /calais-2014/agreement, clause 2 of Calais, /find, /calais-2014/agreement/2",
        "fr, true, /accords, 12 000 000 £, /chercher, /calais-2014/accord/2",
        "fr, false, /verifier, clause 2 de Calais, /chercher, /calais-2014/accord/2"
    })
    void the_box_on_every_page_leads_to_what_was_meant(
            String language, boolean scripts, String from, String typed, String to, String clause) {
        try (Reader reader = chromium.reader(language, scripts)) {
            reader.open(from);
            reader.page.locator(".search input").fill(typed);
            reader.page.locator(".search input").press("Enter");
            reader.page.waitForURL("**" + to + "?q=**");
            assertThat(reader.page.locator("#sought").inputValue()).isEqualTo(typed);
            assertThat(reader.text(".found li:has(a[href='" + clause + "']) .why"))
                    .isNotBlank();
            reader.page.locator(".found a[href='" + clause + "']").click();
            assertThat(reader.place()).isEqualTo(clause);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_number_leads_to_its_entry_and_that_to_the_check(boolean scripts) {
        try (Reader reader = chromium.reader("en", scripts)) {
            reader.open("/verify");
            reader.page.locator("#sought").fill("18");
            reader.page.locator("#sought").press("Enter");
            reader.page.locator(".found a").first().click();
            assertThat(reader.heading()).isEqualTo("Entry 18");
            assertThat(reader.page.locator(".check button").isEnabled()).isEqualTo(scripts);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, /verify, Show this date, Compare the two dates, /agreements",
        "fr, /verifier, Voir cette date, Comparer les deux dates, /accords"
    })
    void a_date_is_looked_at_and_two_are_compared(
            String language, String path, String show, String compare, String list) {
        try (Reader reader = chromium.reader(language, false)) {
            reader.open(path);
            date(reader, show, "", "31", "mars", "2016");
            reader.page.locator("button:has-text('" + show + "')").click();
            assertThat(reader.place()).isEqualTo(list + "@2016-03-31");
            reader.open(path);
            date(reader, compare, "", "1", "1", "2018");
            date(reader, compare, "2", "31", "march", "2016");
            reader.page.locator("button:has-text('" + compare + "')").click();
            assertThat(reader.place()).isEqualTo(list + "@2016-03-31..2018-01-01");
        }
    }

    private static void date(Reader reader, String button, String mark, String day, String month, String year) {
        String form = "main form:has-text('" + button + "') ";
        reader.page.locator(form + "input[name=d" + mark + "]").fill(day);
        reader.page.locator(form + "input[name=m" + mark + "]").fill(month);
        reader.page.locator(form + "input[name=y" + mark + "]").fill(year);
    }

    @ParameterizedTest
    @CsvSource({"en, /find, /chercher", "fr, /chercher, /find"})
    void where_nothing_is_found_the_examples_lead_on_and_the_other_language_asks_the_same(
            String language, String path, String other) {
        try (Reader reader = chromium.reader(language, false)) {
            reader.open(path + "?q=qwxyzzy");
            assertThat(reader.page.locator(".found").count()).isZero();
            reader.page.locator("header a[hreflang]").click();
            assertThat(reader.place()).isEqualTo(other + "?q=qwxyzzy");
            reader.page.locator(".examples a").first().click();
            assertThat(reader.page.locator(".found").count()).isPositive();
        }
    }
}
