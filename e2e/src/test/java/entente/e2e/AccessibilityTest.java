package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Axe finds nothing: every kind of page, both languages, today and past, phone and desk, day and night.
@Visit
class AccessibilityTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Path PICTURES = Path.of("target/screenshots");

    /// Only what is wrong comes back: what passes would be megabytes.
    private static final String JUDGE = """
            async tags => {
              const judged = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
              return judged.violations
                  .flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target + ': ' + node.html))
                  .join('\\n');
            }""";

    private final Chromium chromium;

    AccessibilityTest(Chromium chromium) {
        this.chromium = chromium;
    }

    static Stream<Place> places() {
        return Place.all().stream();
    }

    static Stream<String> agreements() {
        return Place.AGREEMENTS.stream().flatMap(id -> Stream.of("/" + id + "/agreement", "/" + id + "/accord"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void nobody_is_kept_out_of(Place place) {
        try (Reader reader = chromium.reader(place.language())) {
            assertThat(reader.open(place.path())).isEqualTo(place.status());
            String name = place.name() + "-" + place.language() + (place.past() ? "-past" : "");
            assertThat(faults(reader.page, name)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void nobody_is_kept_out_of_the_agreement_at(String path) {
        try (Reader reader = chromium.reader("en")) {
            assertThat(reader.open(path)).isEqualTo(200);
            reader.page.evaluate(AxeBuilder.getAxeScript());
            assertThat(violations(reader.page)).isEmpty();
        }
    }

    /// What axe finds on a page as it stands, on a phone and a desk, by day and by night; each view is pictured.
    static List<String> faults(Page page, String name) {
        page.evaluate(AxeBuilder.getAxeScript());
        List<String> found = new ArrayList<>();
        for (int width : new int[] {320, 1280}) {
            for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                String view = width + (light == ColorScheme.DARK ? "-dark" : "-light");
                violations(page).forEach(fault -> found.add(view + " " + fault));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + view + ".png"))
                        .setFullPage(true));
            }
        }
        return found;
    }

    private static List<String> violations(Page page) {
        return List.of(String.valueOf(page.evaluate(JUDGE, RULES)).split("\n", -1)).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
