package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page without a mouse.
@Visit
class KeyboardTest {
    private static final String FOCUS = """
            () => {
              const e = document.activeElement, box = e.getBoundingClientRect(), look = getComputedStyle(e);
              const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')];
              const seen = box.width > 0 && box.height > 0
                  && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
              return (seen ? '' : 'unseen ') + (ring ? '' : 'ringless ') + all.indexOf(e);
            }""";
    private static final String STOPS = """
            () => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
                .map((e, at) => e.checkVisibility({contentVisibilityAuto: true}) ? at : -1)
                .filter(at => at >= 0).join(' ')""";

    private final Chromium chromium;

    KeyboardTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agreements", "/calais-2014/agreement", "/calais-2014/accord/2@2016-03-31", "/verify"})
    void tab_goes_through_everything_in_reading_order_and_shows_where_it_is(String path) {
        try (Reader reader = chromium.reader("en-GB")) {
            reader.open(path);
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
            assertThat(reader.place()).endsWith("#main");
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

    private static String focusedText(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.textContent.trim()"));
    }
}
