package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a stranger can say after five seconds, without a scroll: what this is, whether it is kept, how much has been
/// paid, as of when.
@Visit
class FiveSecondsTest {
    private static final Pattern SUM = Pattern.compile("£[1-9][0-9,]{3,}|€[1-9][0-9,]{3,}|[1-9][0-9 ]{3,} [£€]");

    private final Chromium chromium;

    FiveSecondsTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({
        "en, /, What two governments promised",
        "fr, /, Ce que deux gouvernements ont promis",
        "en, /calais-2014/agreement, Calais",
        "fr, /calais-2014/accord, Calais",
        "en, /sandhurst-2018/agreement, border",
        "fr, /sandhurst-2018/accord, frontière"
    })
    void the_first_screen_says_what_it_is_whether_it_is_kept_how_much_was_paid_and_as_of_when(
            String language, String path, String what) {
        try (Reader reader = chromium.reader(language)) {
            for (int[] screen : new int[][] {{1280, 720}, {320, 640}}) {
                reader.page.setViewportSize(screen[0], screen[1]);
                assertThat(reader.open(path)).isEqualTo(200);
                reader.page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots/first-" + screen[0] + path.replace('/', '-') + "-"
                                + language + ".png")));
                assertThat(reader.heading()).contains(what);
                seen(reader.page.locator("h1"), screen[1], "what it is");
                Locator asOf = reader.page.locator(".asof .wide > span").first();
                assertThat(asOf.innerText()).matches("(?s).*\\d{4}.*");
                seen(asOf, screen[1], "as of when");
                seen(reader.page.locator(".answers .tallies .chip").first(), screen[1], "is it kept");
                Locator paid = reader.page.locator(".answers > dd").nth(1);
                assertThat(paid.innerText().replaceAll("[\\u00a0\\u202f]", " ")).containsPattern(SUM);
                seen(paid.locator("a").first(), screen[1], "how much was paid");
            }
        }
    }

    private static void seen(Locator element, int height, String what) {
        var box = element.boundingBox();
        assertThat(box).as(what).isNotNull();
        assertThat(box.y + box.height).as(what + " ends above the fold").isLessThanOrEqualTo(height);
        assertThat(box.y).as(what).isNotNegative();
    }
}
