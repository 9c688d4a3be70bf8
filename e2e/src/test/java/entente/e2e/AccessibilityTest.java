package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import entente.e2e.Measured.Judged;
import entente.e2e.Measured.Outcome;
import entente.e2e.Measured.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Axe finds nothing: every kind of page, both languages, today and past, phone and desk, day and night. What it
/// measures is what the statements of the site are made from.
@Visit
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessibilityTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<Integer> WIDTHS = List.of(320, 1280);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final Path WRITTEN = Path.of("target/accessibility.json");
    private static final Path PUBLISHED = Path.of("../node/src/main/resources/entente/node/web/accessibility.json");

    /// The elements of what passes stay behind: they would be megabytes.
    private static final String JUDGE = """
            async tags => {
              const judged = await axe.run(document,
                  {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'incomplete']});
              const told = (rules, outcome) => rules.map(rule => ({
                id: rule.id, outcome, tags: rule.tags,
                faults: outcome === 'VIOLATED'
                    ? rule.nodes.map(node => rule.id + ' at ' + node.target + ': ' + node.html) : [],
                open: outcome === 'UNDECIDED' ? rule.nodes.length : 0}));
              return JSON.stringify([
                  ...told(judged.inapplicable, 'NOTHING'), ...told(judged.passes, 'PASSED'),
                  ...told(judged.incomplete, 'UNDECIDED'), ...told(judged.violations, 'VIOLATED')]);
            }""";

    private static final Measured MEASURED = new Measured();

    private final Chromium chromium;
    private final House house;

    AccessibilityTest(Chromium chromium, House house) {
        this.chromium = chromium;
        this.house = house;
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
            place.openIn(reader);
            String name = place.name() + "-" + place.language() + (place.past() ? "-past" : "");
            List<String> faults = new ArrayList<>();
            look(reader.page, name).forEach((view, judged) -> {
                MEASURED.add(place.path(), judged);
                judged.forEach(one -> one.faults().forEach(fault -> faults.add(view + " " + fault)));
            });
            assertThat(faults).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void nobody_is_kept_out_of_the_agreement_at(String path) {
        try (Reader reader = chromium.reader("en")) {
            assertThat(reader.open(path)).isEqualTo(200);
            reader.page.evaluate(AxeBuilder.getAxeScript());
            assertThat(judged(reader.page)).flatExtracting(Judged::faults).isEmpty();
        }
    }

    /// Runs last: the file that the site publishes, against what was just measured. With `-Daccessibility=write` the
    /// measurement becomes the file.
    @Test
    @Order(Integer.MAX_VALUE)
    void what_the_site_publishes_is_no_better_than_what_was_measured() throws IOException {
        try (Reader reader = chromium.reader("en")) {
            reader.open("/");
            reader.page.evaluate(AxeBuilder.getAxeScript());
            Result measured = MEASURED.result(
                    LocalDate.now(ZoneOffset.UTC).toString(),
                    String.valueOf(reader.page.evaluate("axe.version")),
                    chromium.version(),
                    WIDTHS,
                    SCHEMES.stream()
                            .map(scheme -> scheme == ColorScheme.DARK ? "dark" : "light")
                            .toList());
            assumeTrue(
                    Place.all().stream().allMatch(place -> measured.pages().contains(place.path())),
                    "not every page was measured in this run, so that there is nothing to compare");
            Measured.write(measured, WRITTEN);
            if ("write".equals(System.getProperty("accessibility"))) {
                Measured.write(measured, PUBLISHED);
            }
            Result published = Measured.JSON.readValue(Files.readString(PUBLISHED), Result.class);
            assertThat(Measured.boasts(published, measured)).isEmpty();
            assertThat(published.pages()).isNotEmpty();
            assertThat(LocalDate.parse(published.date())).isBeforeOrEqualTo(LocalDate.now(ZoneOffset.UTC));
        }
    }

    @Test
    void what_the_site_says_is_tested_besides_is_a_test_of_this_build() throws IOException {
        JsonNode page = Measured.JSON.readTree(house.get("/accessibility.json").body());
        List<String> missing = new ArrayList<>();
        for (JsonNode one : page.get("besides")) {
            String[] test = one.get("test").asString().split("\\.", -1);
            Path e2e = Path.of("src/test/java/entente/e2e", test[0] + ".java");
            Path file = Files.exists(e2e) ? e2e : Path.of("../node/src/test/java/entente/node/web", test[0] + ".java");
            if (!Files.exists(file) || !Files.readString(file).contains("void " + test[1] + "(")) {
                missing.add(one.get("test").asString());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(page.get("besides").size()).isGreaterThan(5);
        assertThat(page.get("unchecked").size()).isPositive();
    }

    /// What axe finds wrong on a page as it stands, on a phone and a desk, by day and by night. With
    /// `-Dpictures=true` each view is pictured.
    static List<String> faults(Page page, String name) {
        List<String> found = new ArrayList<>();
        look(page, name)
                .forEach((view, judged) ->
                        judged.forEach(one -> one.faults().forEach(fault -> found.add(view + " " + fault))));
        return found;
    }

    private static Map<String, List<Judged>> look(Page page, String name) {
        page.evaluate(AxeBuilder.getAxeScript());
        Map<String, List<Judged>> views = new LinkedHashMap<>();
        for (int width : WIDTHS) {
            for (ColorScheme light : SCHEMES) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                String view = width + (light == ColorScheme.DARK ? "-dark" : "-light");
                views.put(view, judged(page));
                if (Boolean.getBoolean("pictures")) {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve(name + "-" + view + ".png"))
                            .setFullPage(true));
                }
            }
        }
        return views;
    }

    private static List<Judged> judged(Page page) {
        List<Judged> judged =
                List.of(Measured.JSON.readValue(String.valueOf(page.evaluate(JUDGE, RULES)), Judged[].class));
        assertThat(judged).anyMatch(one -> one.outcome() == Outcome.PASSED);
        return judged;
    }
}
