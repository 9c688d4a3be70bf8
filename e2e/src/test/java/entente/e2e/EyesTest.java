package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the pages hold for readers who set their own type, their own colours, or want nothing to move.
@Visit
class EyesTest {
    /// Chips without a word or an edge, one a line.
    private static final String BARE_CHIPS = """
            () => [...document.querySelectorAll('.chip')].filter(chip => {
              const look = getComputedStyle(chip);
              const edge = look.borderTopStyle !== 'none' && parseFloat(look.borderTopWidth) >= 1
                  && look.borderTopColor === look.color;
              return !edge || chip.textContent.trim() === '';
            }).map(chip => chip.outerHTML).join('\\n')""";

    /// What is cut off: a box that hides what does not fit into it. One of a single pixel is for screen readers alone.
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('body *')].filter(e => {
              const look = getComputedStyle(e);
              const hides = ['hidden', 'clip'].includes(look.overflowX) || ['hidden', 'clip'].includes(look.overflowY);
              return hides && !(e instanceof SVGElement) && e.clientWidth > 1
                  && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
            }).map(e => e.outerHTML.slice(0, 120)).join('\\n')""";

    private static final String OVERHANG = "() => document.documentElement.scrollWidth - innerWidth";

    private static final String DRESS = """
            css => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets = [sheet];
            }""";

    private static final String SPACED =
            "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
                    + " p { margin-block-end: 2em !important }";
    private static final String TWICE = "html { font-size: 200% !important }";

    private final Chromium chromium;

    EyesTest(Chromium chromium) {
        this.chromium = chromium;
    }

    static Stream<Place> places() {
        return Place.all().stream().filter(place -> place.status() == 200);
    }

    @ParameterizedTest
    @MethodSource("places")
    void text_set_wider_or_twice_as_large_loses_nothing(Place place) {
        try (Reader reader = chromium.reader(place.language())) {
            place.openIn(reader);
            for (int width : List.of(320, 1280)) {
                reader.page.setViewportSize(width, 900);
                reader.page.evaluate(DRESS, SPACED);
                assertThat(reader.page.evaluate(OVERHANG))
                        .as("spaced, at %d", width)
                        .isEqualTo(0);
                assertThat(reader.page.evaluate(CUT_OFF))
                        .as("spaced, at %d", width)
                        .isEqualTo("");
            }
            reader.page.evaluate(DRESS, TWICE);
            assertThat(reader.page.evaluate(OVERHANG)).as("twice as large").isEqualTo(0);
            assertThat(reader.page.evaluate(CUT_OFF)).as("twice as large").isEqualTo("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agreements", "/calais-2014/accord@2016-03-31", "/standings"})
    void in_forced_colours_a_chip_keeps_its_word_and_its_edge(String path) {
        try (Reader reader = chromium.reader("en")) {
            reader.page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            reader.open(path);
            assertThat(reader.page.locator(".chip").count()).isPositive();
            assertThat(reader.page.evaluate(BARE_CHIPS)).isEqualTo("");
            reader.page.keyboard().press("Tab");
            reader.page.keyboard().press("Tab");
            assertThat(reader.page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agreements", "/calais-2014/agreement", "/verify"})
    void nothing_moves_for_who_asks_for_stillness(String path) {
        try (Reader reader = chromium.reader("en")) {
            reader.open(path);
            assertThat(reader.page.evaluate("() => document.getAnimations().length"))
                    .isEqualTo(0);
            assertThat(reader.page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior"))
                    .isEqualTo("auto");
            assertThat(reader.page.evaluate("() => [...document.querySelectorAll('*')].filter(e => "
                            + "getComputedStyle(e).transitionDuration !== '0s').length"))
                    .isEqualTo(0);
        }
    }
}
