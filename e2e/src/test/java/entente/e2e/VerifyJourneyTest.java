package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final int FLIPS = 60;
    private static final String RECEIPT = "/r/18.tlog-proof";

    private final Chromium chromium;
    private final House house;
    private final int size;

    VerifyJourneyTest(Chromium chromium, House house) {
        this.chromium = chromium;
        this.house = house;
        this.size = Integer.parseInt(
                house.get("/log/checkpoint").body().lines().toList().get(1));
    }

    private String bundle(String kind) {
        return "/log/" + kind + "/000.p/" + size;
    }

    private static String check(Reader reader) {
        return check(reader, ".check button");
    }

    private static String check(Reader reader, String button) {
        reader.page.locator(button).first().click();
        reader.page.waitForSelector(".check [role=status]:not(:empty)");
        return reader.text(".check [role=status]");
    }

    private static String failing(Reader reader) {
        return String.join("\n", reader.page.locator("li:has(> .fails)").allInnerTexts());
    }

    /// Has one file come to the browser changed.
    private static void change(Page page, String path, UnaryOperator<byte[]> how) {
        page.route("**" + path, route -> {
            var reply = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(reply.status())
                    .setContentType(reply.headers().getOrDefault("content-type", "text/html"))
                    .setBodyBytes(how.apply(reply.body())));
        });
    }

    private static UnaryOperator<byte[]> flipped(int at) {
        return bytes -> {
            byte[] other = bytes.clone();
            other[at] ^= 1;
            return other;
        };
    }

    /// Changes the letter in the middle of the first line that fits to another of the same alphabet.
    private static UnaryOperator<byte[]> retyped(String line, int skipped) {
        return bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            var found = Pattern.compile(line, Pattern.MULTILINE).matcher(text);
            for (int i = 0; i <= skipped; i++) {
                assertThat(found.find()).isTrue();
            }
            int at = (found.start(1) + found.end(1)) / 2;
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            return (text.substring(0, at) + other + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "en, /calais-2014/log/18, Yes. Entry 18 stands in the log as it was signed",
        "fr, /calais-2014/registre/18, Oui. L’entrée 18 figure au registre telle qu’elle a été signée"
    })
    void one_entry_is_checked_step_by_step(String language, String path, String answer) {
        try (Reader reader = chromium.reader(language)) {
            reader.open(path);
            assertThat(check(reader)).startsWith(answer);
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
            assertThat(check(reader)).startsWith(answer).contains(Integer.toString(size));
            assertThat(reader.page.locator(".check ol > li > strong.holds").count())
                    .isEqualTo(7);
            assertThat(reader.page.locator(".check ol > li > strong.nothing").count())
                    .isEqualTo(1);
            assertThat(reader.requests).allMatch(url -> url.startsWith(house.address()));
            assertThat(reader.complaints).isEmpty();
        }
    }

    private record Change(String what, String path, UnaryOperator<byte[]> how, String step) {
        @Override
        public String toString() {
            return what;
        }
    }

    private Stream<Change> changesToAnEntry() {
        return Stream.of(
                new Change(
                        "a byte of the entry",
                        bundle("tile/entries"),
                        flipped(startOfEntry() + 60),
                        "The entry is well formed"),
                new Change(
                        "its leaf in the tile", bundle("tile/0"), flipped(32 * ENTRY + 7), "The entry is well formed"),
                new Change(
                        "a byte of the content",
                        bundle("payload"),
                        flipped(startOfPayload() + 50),
                        "The content and its salt"),
                new Change(
                        "a byte of the salt",
                        bundle("payload"),
                        flipped(startOfPayload() + 5),
                        "The content and its salt"),
                new Change("a hash of the proof", RECEIPT, retyped("^([A-Za-z0-9+/]{43}=)$", 0), "The receipt leads"),
                new Change(
                        "the signed root", RECEIPT, retyped("^\\d+\\n([A-Za-z0-9+/]{43}=)$", 0), "The receipt leads"),
                new Change("the signature", RECEIPT, retyped("^— \\S+ (\\S+)$", 0), "The Ed25519 signature"),
                new Change("the second signature", RECEIPT, retyped("^— \\S+ (\\S+)$", 1), "The second signature"),
                new Change("the place", RECEIPT, retyped("^index (\\d+)$", 0), "The receipt names this entry"),
                new Change("the list of keys", "/log/keys", retyped("^\\S+\\+(\\S+)$", 0), "The keys"),
                new Change(
                        "the key on the page",
                        "/calais-2014/log/18",
                        retyped("<pre data-key>[^+]*\\+(.*?)</pre>", 0),
                        "The keys"),
                new Change(
                        "the content on the page",
                        "/calais-2014/log/18",
                        retyped("<pre data-shown=\"content\">(.*?)</pre>", 0),
                        "What this page shows"));
    }

    private int startOfEntry() {
        byte[] bytes = house.bytes(bundle("tile/entries"));
        int at = 0;
        for (int i = 0; i < ENTRY; i++) {
            at += 2 + ((bytes[at] & 255) << 8 | bytes[at + 1] & 255);
        }
        return at;
    }

    private int startOfPayload() {
        byte[] bytes = house.bytes(bundle("payload"));
        int at = 0;
        for (int i = 0; i < ENTRY; i++) {
            at += bytes[at] == 0
                    ? 1
                    : 37 + java.nio.ByteBuffer.wrap(bytes, at + 33, 4).getInt();
        }
        return at;
    }

    @Test
    void whatever_was_changed_on_the_way_to_an_entry_is_named() {
        List<String> wrong = new ArrayList<>();
        changesToAnEntry().forEach(change -> {
            try (Reader reader = chromium.reader("en")) {
                change(reader.page, change.path(), change.how());
                reader.open("/calais-2014/log/18");
                String answer = check(reader);
                if (!answer.startsWith("No. This step fails: “" + change.step())) {
                    wrong.add(change + ": " + answer);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Stream<Change> changesToTheLog() {
        return Stream.of(
                new Change("an entry", bundle("tile/entries"), flipped(startOfEntry() + 60), "Every entry"),
                new Change("a leaf in the tile", bundle("tile/0"), flipped(32 * 200), "Every entry"),
                new Change("a content", bundle("payload"), flipped(startOfPayload() + 50), "Every content"),
                new Change("a salt", bundle("payload"), flipped(startOfPayload() + 5), "Every content"),
                new Change(
                        "the root", "/log/checkpoint", retyped("^([A-Za-z0-9+/]{43}=)$", 0), "The Ed25519 signature"),
                new Change("the signature", "/log/checkpoint", retyped("^— \\S+ (\\S+)$", 0), "The Ed25519 signature"),
                new Change("the other", "/log/checkpoint", retyped("^— \\S+ (\\S+)$", 1), "The second signature"),
                new Change("the list of keys", "/log/keys", retyped("^\\S+\\+(\\S+)$", 1), "The keys"),
                new Change(
                        "the key on the page", "/verify", retyped("<pre data-key>[^+]*\\+(.*?)</pre>", 0), "The keys"),
                new Change("a missing file", bundle("tile/0"), bytes -> new byte[0], "Every entry"));
    }

    @Test
    void whatever_was_changed_on_the_way_to_the_log_is_named() {
        List<String> wrong = new ArrayList<>();
        changesToTheLog().forEach(change -> {
            try (Reader reader = chromium.reader("en")) {
                change(reader.page, change.path(), change.how());
                reader.open("/verify");
                String answer = check(reader);
                if (!answer.startsWith("No. This step fails: “" + change.step())) {
                    wrong.add(change + ": " + answer);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_flipped_bit_in_any_file_of_the_log_gets_past() {
        List<String> files =
                List.of(bundle("tile/entries"), bundle("tile/0"), bundle("payload"), "/log/checkpoint", "/log/keys");
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> wrong = new ArrayList<>();
        try (Reader reader = chromium.reader("en")) {
            reader.open("/verify");
            for (int trial = 0; trial < FLIPS; trial++) {
                String file = files.get(trial % files.size());
                int at = random.nextInt(house.bytes(file).length);
                int bit = 1 << random.nextInt(8);
                change(reader.page, file, bytes -> {
                    byte[] other = bytes.clone();
                    other[at] ^= (byte) bit;
                    return other;
                });
                String answer = check(reader);
                if (!answer.startsWith("No.")) {
                    wrong.add(file + " byte " + at + " bit " + bit + ": " + answer);
                }
                reader.page.unroute("**" + file);
            }
            assertThat(check(reader)).startsWith("Yes.");
            assertThat(reader.title()).doesNotContain("✗");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_failing_page_says_what_to_do_and_hands_over_the_files() {
        try (Reader reader = chromium.reader("en")) {
            change(reader.page, bundle("tile/entries"), flipped(startOfEntry() + 60));
            reader.open("/calais-2014/log/18");
            assertThat(check(reader)).endsWith("Do not cite this page.");
            assertThat(reader.title()).startsWith("✗");
            assertThat(reader.page.locator("html.unsound").count()).isEqualTo(1);
            assertThat(reader.page.locator("li:has(> .fails) details[open]").count())
                    .isPositive();
            assertThat(reader.page.locator("a[download]").allInnerTexts())
                    .containsExactly("r-18.tlog-proof", "tile-entries-000.p-" + size);
            var saved = reader.page.waitForDownload(
                    () -> reader.page.locator("a[download]").last().click());
            assertThat(saved.path()).hasSize(house.bytes(bundle("tile/entries")).length);
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
                change(reader.page, bundle("tile/entries"), flipped(startOfEntry() + 60));
            }
            reader.open(path);
            check(reader);
            reader.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })");
            String name = "checked" + path.replace('/', '-') + (broken ? "-broken" : "");
            assertThat(AccessibilityTest.faults(reader.page, name)).isEmpty();
            reader.page.setViewportSize(320, 700);
            assertThat(reader.page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
        }
    }

    @Test
    void a_record_that_does_not_answer_is_not_called_broken() {
        try (Reader reader = chromium.reader("en")) {
            reader.open("/verify");
            reader.page.route("**/log/**", Route::abort);
            assertThat(check(reader)).startsWith("Not checked: the record did not answer.");
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
            assertThat(check(reader)).startsWith("As far as this browser can check, yes.");
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
            assertThat(check(reader)).contains("HTTPS");
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
            assertThat(check(reader)).startsWith("Yes. All 901 entries");
            change(reader.page, "/log/payload/002", flipped(40));
            assertThat(check(reader)).startsWith("No. This step fails: “Every content");
            assertThat(failing(reader)).containsPattern("entry\\s+512");
            reader.open("/r/700");
            assertThat(check(reader)).startsWith("Yes. Entry 700");
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
            check(reader);
            assertThat(reader.page.evaluate(REMEMBERED)).isEqualTo(0);
            reader.page.getByText("Keep this checkpoint in this browser").click();
            assertThat(reader.page.evaluate(REMEMBERED)).isEqualTo(1);
            reader.open("/verify");
            check(reader);
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
            reader.page.evaluate(SMALLER, List.of(script, size, spoilt));
            assertThat(check(reader)).startsWith(spoilt ? "No. This step fails: “The log still begins" : "Yes.");
            if (spoilt) {
                assertThat(reader.page.locator("a[download]").allInnerTexts())
                        .containsExactly("checkpoint", "kept-checkpoint");
            }
        }
    }
}
