package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page without a mouse.
@Visit
class KeyboardTest {
    private static final String FOCUS = """
            () => {
              const e = document.activeElement, box = e.getBoundingClientRect(), look = getComputedStyle(e);
              const all = [...document.querySelectorAll('a[href]:not([tabindex="-1"]), button, input, summary, [tabindex="0"]')];
              const seen = box.width > 0 && box.height > 0
                  && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
              return (seen ? '' : 'unseen ') + (ring ? '' : 'ringless ') + all.indexOf(e);
            }""";
    private static final String STOPS = """
            () => [...document.querySelectorAll('a[href]:not([tabindex="-1"]), button, input, summary, [tabindex="0"]')]
                .map((e, at) => e.checkVisibility({contentVisibilityAuto: true}) ? at : -1)
                .filter(at => at >= 0).join(' ')""";

    private final Chromium chromium;

    KeyboardTest(Chromium chromium) {
        this.chromium = chromium;
    }

    /// Wide in English, as wide as a phone in French.
    static Stream<Place> places() {
        return Place.all().stream()
                .filter(place -> place.status() == 200
                        && place.past() == place.language().equals("fr"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void tab_goes_through_everything_in_reading_order_and_shows_where_it_is(Place place) {
        try (Reader reader = chromium.reader(place.language())) {
            reader.page.setViewportSize(place.past() ? 320 : 1280, 900);
            place.openIn(reader);
            String stops = String.valueOf(reader.page.evaluate(STOPS));
            int expected = stops.split(" ", -1).length;
            List<String> focused = new ArrayList<>();
            for (int i = 0; i < expected; i++) {
                reader.page.keyboard().press("Tab");
                focused.add(String.valueOf(reader.page.evaluate(FOCUS)));
            }
            assertThat(String.join(" ", focused)).isEqualTo(stops);
        }
    }

    @Test
    void the_first_stop_skips_to_the_text() {
        try (Reader reader = chromium.reader("en-GB")) {
            reader.open("/calais-2014/agreement");
            reader.page.keyboard().press("Tab");
            assertThat(focusedText(reader.page)).isEqualTo("Skip to the text");
            reader.page.keyboard().press("Enter");
            reader.page.waitForURL(url -> url.endsWith("#main"));
            reader.page.keyboard().press("Tab");
            assertThat(reader.page.evaluate("() => document.querySelector('main').contains(document.activeElement)"))
                    .isEqualTo(true);
        }
    }

    @Test
    void a_date_is_asked_for_with_keys_alone() {
        try (Reader reader = chromium.reader("en-GB")) {
            reader.open("/calais-2014/agreement");
            for (int i = 0; i < 20 && !focusedText(reader.page).equals("Look at another date"); i++) {
                reader.page.keyboard().press("Tab");
            }
            assertThat(reader.page.locator("input[name=d]").isVisible()).isFalse();
            reader.page.keyboard().press("Enter");
            assertThat(reader.page.locator("input[name=d]").isVisible()).isTrue();
            for (String word : List.of("31", "mars", "2016")) {
                reader.page.keyboard().press("Tab");
                reader.page.keyboard().type(word);
            }
            reader.page.keyboard().press("Enter");
            reader.page.waitForURL("**/agreement@2016-03-31");
            assertThat(reader.page.locator(".asof.then").isVisible()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, /calais-2014/agreement, Look at another date, What changed since, Notable dates",
        "fr-FR, /calais-2014/accord/2@2018-03-31, Voir à une autre date, Ce qui a changé depuis, Dates marquantes"
    })
    void other_times_are_reached_with_keys_alone(
            String locale, String path, String summary, String changes, String notable) {
        try (Reader reader = chromium.reader(locale, false)) {
            reader.open(path);
            Locator bar = reader.page.locator(".asof details");
            bar.locator("summary").focus();
            assertThat(reader.text(".asof summary")).isEqualTo(summary);
            reader.page.keyboard().press("Enter");
            assertThat(bar.locator("p.notable").innerText()).isEqualTo(notable);
            List<String> words = List.of("31", "3", "2017", "", "");
            List<String> stops = new ArrayList<>();
            for (String word : words) {
                reader.page.keyboard().press("Tab");
                reader.page.keyboard().type(word);
                assertThat(String.valueOf(reader.page.evaluate(FOCUS))).doesNotContain("unseen", "ringless");
                stops.add(String.valueOf(
                        reader.page.evaluate("() => document.activeElement.name || document.activeElement.type")));
            }
            assertThat(stops).containsExactly("d", "m", "y", "submit", "changes");
            reader.page.keyboard().press("Tab");
            assertThat(reader.page.evaluate("() => document.activeElement.closest('ul')?.className"))
                    .isEqualTo("notable");
            reader.page.keyboard().press("Shift+Tab");
            assertThat(focusedText(reader.page)).isEqualTo(changes);
            reader.page.keyboard().press("Enter");
            reader.page.waitForURL("**@2017-03-31..*");
        }
    }

    @Test
    void a_folded_bar_holds_no_stop_and_the_open_one_is_gone_through_in_order() {
        try (Reader reader = chromium.reader("en-GB")) {
            reader.open("/calais-2014/agreement@2016-03-31");
            assertThat(reader.page.locator(".asof input[name=d]").isVisible()).isFalse();
            reader.page.locator(".asof summary").click();
            assertThat(reader.page.locator(".asof input[name=d]").isVisible()).isTrue();
            assertThat(reader.page.locator(".asof ul.notable a").count()).isGreaterThan(12);
            reader.page.evaluate("() => document.querySelector('.skip').focus()");
            List<String> stops =
                    List.of(String.valueOf(reader.page.evaluate(STOPS)).split(" ", -1));
            List<String> focused = new ArrayList<>();
            focused.add(stops.getFirst());
            for (int i = 1; i < stops.size(); i++) {
                reader.page.keyboard().press("Tab");
                focused.add(String.valueOf(reader.page.evaluate(FOCUS)));
            }
            assertThat(focused).isEqualTo(stops);
        }
    }

    private static String focusedText(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.textContent.trim()"));
    }
}
