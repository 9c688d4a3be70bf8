package entente.e2e;

import static entente.e2e.Served.change;
import static entente.e2e.Served.flipped;
import static entente.e2e.Served.retyped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What was changed between the log and the reader: the check in the browser says no, and at which step.
@Visit
class ChangedRecordTest {
    private static final int ENTRY = 18;
    private static final String RECEIPT = "/r/18.tlog-proof";
    private static final long SEED = 44;
    private static final int FLIPS = 60;

    private final Chromium chromium;
    private final House house;
    private final Served served;

    ChangedRecordTest(Chromium chromium, House house) {
        this.chromium = chromium;
        this.house = house;
        this.served = Served.by(house);
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
                        served.bundle("tile/entries"),
                        flipped(served.startOf(ENTRY) + 60),
                        "The entry is well formed"),
                new Change(
                        "its leaf in the tile",
                        served.bundle("tile/0"),
                        flipped(32 * ENTRY + 7),
                        "The entry is well formed"),
                new Change(
                        "a byte of the content",
                        served.bundle("payload"),
                        flipped(served.startOfPayload(ENTRY) + 50),
                        "The content and its salt"),
                new Change(
                        "a byte of the salt",
                        served.bundle("payload"),
                        flipped(served.startOfPayload(ENTRY) + 5),
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

    @Test
    void whatever_was_changed_on_the_way_to_an_entry_is_named() {
        List<String> wrong = new ArrayList<>();
        changesToAnEntry().forEach(change -> {
            try (Reader reader = chromium.reader("en")) {
                change(reader.page, change.path(), change.how());
                reader.open("/calais-2014/log/18");
                String answer = reader.check();
                if (!answer.startsWith("No. This step fails: “" + change.step())) {
                    wrong.add(change + ": " + answer);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Stream<Change> changesToTheLog() {
        return Stream.of(
                new Change(
                        "an entry", served.bundle("tile/entries"), flipped(served.startOf(ENTRY) + 60), "Every entry"),
                new Change("a leaf in the tile", served.bundle("tile/0"), flipped(32 * 200), "Every entry"),
                new Change(
                        "a content",
                        served.bundle("payload"),
                        flipped(served.startOfPayload(ENTRY) + 50),
                        "Every content"),
                new Change(
                        "a salt", served.bundle("payload"), flipped(served.startOfPayload(ENTRY) + 5), "Every content"),
                new Change(
                        "the root", "/log/checkpoint", retyped("^([A-Za-z0-9+/]{43}=)$", 0), "The Ed25519 signature"),
                new Change("the signature", "/log/checkpoint", retyped("^— \\S+ (\\S+)$", 0), "The Ed25519 signature"),
                new Change("the other", "/log/checkpoint", retyped("^— \\S+ (\\S+)$", 1), "The second signature"),
                new Change("the list of keys", "/log/keys", retyped("^\\S+\\+(\\S+)$", 1), "The keys"),
                new Change(
                        "the key on the page", "/verify", retyped("<pre data-key>[^+]*\\+(.*?)</pre>", 0), "The keys"),
                new Change("a missing file", served.bundle("tile/0"), bytes -> new byte[0], "Every entry"));
    }

    @Test
    void whatever_was_changed_on_the_way_to_the_log_is_named() {
        List<String> wrong = new ArrayList<>();
        changesToTheLog().forEach(change -> {
            try (Reader reader = chromium.reader("en")) {
                change(reader.page, change.path(), change.how());
                reader.open("/verify");
                String answer = reader.check();
                if (!answer.startsWith("No. This step fails: “" + change.step())) {
                    wrong.add(change + ": " + answer);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_flipped_bit_in_any_file_of_the_log_gets_past() {
        List<String> files = List.of(
                served.bundle("tile/entries"),
                served.bundle("tile/0"),
                served.bundle("payload"),
                "/log/checkpoint",
                "/log/keys");
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
                String answer = reader.check();
                if (!answer.startsWith("No.")) {
                    wrong.add(file + " byte " + at + " bit " + bit + ": " + answer);
                }
                reader.page.unroute("**" + file);
            }
            assertThat(reader.check()).startsWith("Yes.");
            assertThat(reader.title()).doesNotContain("✗");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_failing_page_says_what_to_do_and_hands_over_the_files() {
        try (Reader reader = chromium.reader("en")) {
            change(reader.page, served.bundle("tile/entries"), flipped(served.startOf(ENTRY) + 60));
            reader.open("/calais-2014/log/18");
            assertThat(reader.check()).endsWith("Do not cite this page.");
            assertThat(reader.title()).startsWith("✗");
            assertThat(reader.page.locator("html.unsound").count()).isEqualTo(1);
            assertThat(reader.page.locator("li:has(> .fails) details[open]").count())
                    .isPositive();
            assertThat(reader.page.locator("a[download]").allInnerTexts())
                    .containsExactly("r-18.tlog-proof", "tile-entries-000.p-" + served.size());
            var saved = reader.page.waitForDownload(
                    () -> reader.page.locator("a[download]").last().click());
            assertThat(saved.path()).hasSize(house.bytes(served.bundle("tile/entries")).length);
        }
    }
}
