package entente.e2e;

import static entente.e2e.Served.change;
import static entente.e2e.Served.flipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A reader checks the record in the browser: it says yes to what was signed, and to nothing else.
@Visit
class VerifyJourneyTest {
    private static final int ENTRY = 18;
    private static final long SEED = 44;

    /// Of the worked example in docs/spec/record.md.
    private static final String ANOTHER_KEY =
            "uk.example/entente+d141b814+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";

    private final Chromium chromium;
    private final House house;
    private final Served served;

    VerifyJourneyTest(Chromium chromium, House house) {
        this.chromium = chromium;
        this.house = house;
        this.served = Served.by(house);
    }

    private static String failing(Reader reader) {
        return String.join("\n", reader.page.locator("li:has(> .fails)").allInnerTexts());
    }

    @ParameterizedTest
    @CsvSource({
        "en, /calais-2014/log/18, Yes. Entry 18 stands in the log as it was signed",
        "fr, /calais-2014/registre/18, Oui. L’entrée 18 figure au registre telle qu’elle a été signée"
    })
    void one_entry_is_checked_step_by_step(String language, String path, String answer) {
        try (Reader reader = chromium.reader(language)) {
            reader.open(path);
            assertThat(reader.check()).startsWith(answer);
            assertThat(reader.page.locator(".check ol > li > strong.holds").count())
                    .isEqualTo(8);
            assertThat(reader.page.locator(".check ol > li").count()).isEqualTo(8);
            assertThat(reader.page.locator(".check details").first().getAttribute("open"))
                    .isNull();
            assertThat(reader.requests).allMatch(url -> url.startsWith(house.address()));
            assertThat(reader.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, /verify, Yes. All", "fr, /verifier, Oui. Les"})
    void the_whole_log_is_checked(String language, String path, String answer) {
        try (Reader reader = chromium.reader(language)) {
            reader.open(path);
            assertThat(reader.check()).startsWith(answer).contains(Integer.toString(served.size()));
            assertThat(reader.page.locator(".check ol > li > strong.holds").count())
                    .isEqualTo(7);
            assertThat(reader.page.locator(".check ol > li > strong.nothing").count())
                    .isEqualTo(1);
            assertThat(reader.requests).allMatch(url -> url.startsWith(house.address()));
            assertThat(reader.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, /calais-2014/log/18, false",
        "fr, /calais-2014/registre/18, true",
        "fr, /verifier, false",
        "en, /verify, true"
    })
    void the_answer_is_open_to_everybody(String language, String path, boolean broken) {
        try (Reader reader = chromium.reader(language)) {
            if (broken) {
                change(reader.page, served.bundle("tile/entries"), flipped(served.startOf(ENTRY) + 60));
            }
            reader.open(path);
            reader.check();
            reader.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })");
            String name = "checked" + path.replace('/', '-') + (broken ? "-broken" : "");
            assertThat(AccessibilityTest.faults(reader.page, name)).isEmpty();
            reader.page.setViewportSize(320, 700);
            assertThat(reader.page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
        }
    }

    @Test
    void keys_that_the_reader_brought_are_the_ones_gone_by() {
        List<String> keys = house.get("/log/keys").body().lines().toList();
        try (Reader reader = chromium.reader("en")) {
            reader.open("/verify");
            reader.page.locator(".check summary").first().click();
            var box = reader.page.locator(".check textarea");
            box.fill(String.join("\n", keys));
            assertThat(reader.check()).startsWith("Yes.");
            box.fill(keys.getFirst());
            assertThat(reader.check()).startsWith("Yes.");
            assertThat(reader.text("li:has(> .nothing)")).contains("You gave no ML-DSA-44 key");
            box.fill(ANOTHER_KEY);
            assertThat(reader.check()).startsWith("No. This step fails: “The keys");
            box.fill("no key at all");
            assertThat(reader.check()).startsWith("No. This step fails: “The keys");
        }
    }

    @Test
    void a_record_that_does_not_answer_is_not_called_broken() {
        try (Reader reader = chromium.reader("en")) {
            reader.open("/verify");
            reader.page.route("**/log/**", Route::abort);
            assertThat(reader.check()).startsWith("Not checked: the record did not answer.");
            assertThat(failing(reader)).isEmpty();
            assertThat(reader.page.locator("html.unsound").count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "ML-DSA-44"})
    void a_browser_without_a_kind_of_signature_does_not_pretend(String kind) {
        try (Reader reader = chromium.reader("en")) {
            reader.page.addInitScript("const known = crypto.subtle.importKey.bind(crypto.subtle);"
                    + "crypto.subtle.importKey = async (f, k, a, ...rest) => { if (a.name === '" + kind
                    + "') throw new DOMException('', 'NotSupportedError'); return known(f, k, a, ...rest); };");
            reader.open("/verify");
            assertThat(reader.check()).startsWith("As far as this browser can check, yes.");
            assertThat(reader.page.locator("li:has(> .unable)").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("this browser does not have this kind of signature")
                    .contains(kind);
        }
    }

    @Test
    void a_page_that_came_unprotected_says_why_nothing_is_checked() {
        try (Reader reader = chromium.reader("en")) {
            reader.page.addInitScript("Object.defineProperty(crypto, 'subtle', {value: undefined});");
            reader.open("/verify");
            assertThat(reader.check()).contains("HTTPS");
            assertThat(reader.page.locator(".check ol").count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/verify", "/verifier", "/calais-2014/log/18", "/calais-2014/registre/18"})
    void without_scripts_the_page_is_whole_and_says_so(String path) {
        try (Reader reader = chromium.reader("en", false)) {
            reader.open(path);
            assertThat(reader.page.locator(".check button").isDisabled()).isTrue();
            assertThat(reader.text(".check noscript")).contains("scripts");
            assertThat(reader.page.locator("h2").count()).isGreaterThan(2);
        }
    }

    @Test
    void a_log_of_several_bundles_is_read_to_its_end(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("facts"));
        Files.copy(Path.of("../agreements/calais-2014.yaml"), folder.resolve("calais-2014.yaml"));
        Files.writeString(folder.resolve("facts/many.yaml"), facts(900));
        try (House large = new House(folder.toString(), "large-node.log");
                Reader reader = chromium.reader(large, "en", true)) {
            reader.open("/verify");
            assertThat(reader.check()).startsWith("Yes. All 901 entries");
            change(reader.page, "/log/payload/002", flipped(40));
            assertThat(reader.check()).startsWith("No. This step fails: “Every content");
            assertThat(failing(reader)).containsPattern("entry\\s+512");
            reader.open("/r/700");
            assertThat(reader.check()).startsWith("Yes. Entry 700");
            // 700 stands in the third bundle of 256: eight hashes within it, two beside it.
            assertThat(reader.page
                            .locator("li", new Page.LocatorOptions().setHasText("The receipt leads"))
                            .last()
                            .locator("dd")
                            .first()
                            .textContent()
                            .lines())
                    .hasSize(10);
        }
    }

    private static String facts(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder facts = new StringBuilder();
        for (int i = 0; i < count; i++) {
            facts.append("""
                    - id: 2030-01-01-invented-%d
                      kind: payment
                      happened: 2016-%02d
                      reported: 2016-12-%02d
                      grade: claimed
                      bears_on: [calais-2014/c02-fund]
                      who: {en: An invented ministry, fr: Un ministère inventé}
                      where: {en: Calais, fr: Calais}
                      says: {en: An invented payment., fr: Un versement inventé.}
                      figures: [{amount: %d, currency: GBP, stage: paid, role: part}]
                      source: {address: https://example.org/invented, publisher: Example publisher, kind: official}
                    """.formatted(i, random.nextInt(1, 13), random.nextInt(1, 32), random.nextInt(1, 1_000_000)));
        }
        return facts.toString();
    }

    private static final String REMEMBERED = "() => Object.keys(localStorage).length";
    private static final String SMALLER = """
            async ([script, size, spoilt]) => {
              const log = await import(script);
              const tile = new Uint8Array(await (await fetch('/log/' + log.pathOf('tile/0', 0, size))).arrayBuffer());
              const leaves = Array.from({length: 100}, (_, at) => tile.subarray(32 * at, 32 * at + 32));
              const root = await log.rootOf(leaves);
              if (spoilt) root[0] ^= 1;
              const lines = (await (await fetch('/log/checkpoint')).text()).split('\\n');
              lines[1] = '100';
              lines[2] = btoa(String.fromCharCode(...root));
              localStorage.setItem('entente checkpoint ' + lines[0], lines.join('\\n'));
            }""";

    @Test
    void nothing_is_kept_unless_the_reader_says_so_and_it_can_be_forgotten() {
        try (Reader reader = chromium.reader("en")) {
            reader.open("/verify");
            reader.check();
            assertThat(reader.page.evaluate(REMEMBERED)).isEqualTo(0);
            reader.page.getByText("Keep this checkpoint in this browser").click();
            assertThat(reader.page.evaluate(REMEMBERED)).isEqualTo(1);
            reader.open("/verify");
            reader.check();
            assertThat(reader.page.locator("li:has(> .holds)").last().innerText())
                    .contains("still begins with all that it held");
            reader.page.getByText("Forget the checkpoint kept here").click();
            assertThat(reader.page.evaluate(REMEMBERED)).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_log_must_still_begin_with_what_the_reader_saw(boolean spoilt) {
        try (Reader reader = chromium.reader("en")) {
            reader.open("/verify");
            String script = Objects.requireNonNull(reader.page.locator("script").getAttribute("src"));
            reader.page.evaluate(SMALLER, List.of(script, served.size(), spoilt));
            assertThat(reader.check()).startsWith(spoilt ? "No. This step fails: “The log still begins" : "Yes.");
            if (spoilt) {
                assertThat(reader.page.locator("a[download]").allInnerTexts())
                        .containsExactly("checkpoint", "kept-checkpoint");
            }
        }
    }
}
