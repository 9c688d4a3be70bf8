package entente.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import entente.record.Algorithm;
import entente.terms.Language;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is published as it should be is good; whatever was altered is named.
class VerificationTest {
    private static final String PAGE = "calais-2014/agreement.json";

    private final Bundle bundle = Bundle.whole();

    @TempDir
    Path folder = Path.of("");

    private Report verified() {
        bundle.write(folder);
        return Verification.run(new Folder(folder), Optional.empty(), Set.of(), _ -> {});
    }

    private void named(String... parts) {
        Report report = verified();
        assertThat(report.good()).as(report.text(Language.ENGLISH)).isFalse();
        assertThat(report.text(Language.ENGLISH)).contains(parts).contains("NOT GOOD");
        assertThat(report.text(Language.FRENCH)).contains("NON CONFORME");
    }

    private void flip(String start, int fromEnd) {
        byte[] bytes = bundle.bytes(bundle.named(start));
        bytes[bytes.length - fromEnd] ^= 1;
    }

    private void change(String name, UnaryOperator<String> change) {
        String before = new String(bundle.bytes(name), StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).as("the change changes something").isNotEqualTo(before);
        bundle.files.put(name, Bundle.utf8(after));
    }

    @Test
    void what_was_published_as_it_should_be_is_good_on_every_date_that_the_folder_holds() {
        Report report = verified();

        assertThat(report.good()).as(report.text(Language.ENGLISH)).isTrue();
        assertThat(report.text(Language.ENGLISH))
                .contains("2 of 2 signatures hold", "as known on 2026-11-22: 2 agreements", "as known on 2016-01-31")
                .contains("so do the tiles (1)", "A key read from the same place", "Not shown", "2 corrections")
                .doesNotContain("Not checked");
        assertThat(report.json()).contains("\"good\":true");
    }

    @Test
    void a_node_is_verified_over_http_and_what_was_saved_is_verified_again() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte @Nullable [] bytes =
                    bundle.files.get(exchange.getRequestURI().getPath().substring(1));
            exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes == null ? new byte[0] : bytes);
            }
        });
        server.start();
        try {
            Path kept = folder.resolve("kept");
            Site site = Web.at("http://127.0.0.1:" + server.getAddress().getPort());
            Report live = Verification.run(new Saving(site, kept), Optional.empty(), Set.of(Bundle.THEN), _ -> {});
            Report again = Verification.run(new Folder(kept), Optional.empty(), Set.of(), _ -> {});

            assertThat(live.good()).as(live.text(Language.ENGLISH)).isTrue();
            assertThat(again).isEqualTo(live);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void an_endless_answer_and_another_host_are_refused() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/keys", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                byte[] block = new byte[1 << 20];
                for (int i = 0; i < 100; i++) {
                    out.write(block);
                }
            } catch (IOException theReaderLeft) {
                exchange.close();
            }
        });
        server.createContext("/agreements.json", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost.example:1/agreements.json");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            Site site = Web.at("http://127.0.0.1:" + server.getAddress().getPort());
            Report report = Verification.run(site, Optional.empty(), Set.of(), _ -> {});
            assertThat(report.text(Language.ENGLISH)).contains("log/keys: it has more than");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> site.fetch("agreements.json")))
                    .hasMessageContaining("another host");
        } finally {
            server.stop(0);
        }
    }

    // The log.

    @Test
    void a_flipped_byte_in_an_entry_is_named() {
        flip("log/tile/entries/", 3);
        named("✗ Entries, tiles and root", "entry ");
    }

    @Test
    void a_flipped_byte_in_a_tile_is_named() {
        flip("log/tile/0/", 3);
        named("tile/0/000.p/");
    }

    @Test
    void a_flipped_byte_in_a_payload_is_named() {
        flip("log/payload/", 3);
        named("payload ", "it is not the payload that the entry commits to");
    }

    @Test
    void a_withheld_public_payload_is_named() {
        bundle.withhold(5);
        named("entry 5: its payload is public, and is withheld");
    }

    @Test
    void a_changed_size_in_the_checkpoint_is_named() {
        change("log/checkpoint", text -> text.replaceFirst("\n(\\d)", "\n9$1"));
        named("log/checkpoint: a signature of test.example/observer does not verify");
    }

    @Test
    void a_flipped_byte_in_a_signature_is_named() {
        change(
                "log/checkpoint",
                text -> text.substring(0, text.length() - 20) + "BBBB" + text.substring(text.length() - 16));
        named("log/checkpoint: a signature of test.example/observer does not verify");
    }

    @Test
    void a_missing_second_signature_is_named() {
        change("log/checkpoint", text -> text.substring(0, text.lastIndexOf("— ")));
        named("ML_DSA_44 is missing");
    }

    @Test
    void a_wrong_key_is_named() {
        bundle.write(folder);
        Keys other = Keys.parse(
                Bundle.utf8(Bundle.key(Algorithm.ED25519, 9).verifier().toString()));
        Report report = Verification.run(new Folder(folder), Optional.of(other), Set.of(), _ -> {});
        assertThat(report.text(Language.ENGLISH)).contains("log/checkpoint: none of the known keys signed");
        assertThat(report.good()).isFalse();
    }

    @Test
    void a_stale_checkpoint_under_newer_pages_is_named() {
        Bundle older = Bundle.of(20);
        older.files.forEach((name, bytes) -> {
            if (name.startsWith("log/")) {
                bundle.files.put(name, bytes);
            }
        });
        named("the checkpoint of the log is older and covers 20");
    }

    @Test
    void pages_of_an_earlier_state_are_held_against_that_state_and_said_to_be() {
        Bundle older = Bundle.of(30);
        older.files.forEach((name, bytes) -> {
            if (!name.startsWith("log/")) {
                bundle.files.put(name, bytes);
            }
        });
        Report report = verified();
        assertThat(report.text(Language.ENGLISH)).contains("2 pages rest on an earlier state of the log");
        assertThat(report.good()).as(report.text(Language.ENGLISH)).isTrue();
    }

    @Test
    void every_missing_file_is_named() {
        for (String name : Set.copyOf(bundle.files.keySet())) {
            if (name.equals("agreements@2016-01-31.json")) {
                // Without its list the folder does not say that it holds that date.
                continue;
            }
            byte[] bytes = bundle.bytes(name);
            bundle.files.remove(name);
            Path at = folder.resolve(name.replace('/', '_'));
            bundle.write(at);
            Report report = Verification.run(new Folder(at), Optional.empty(), Set.of(), _ -> {});
            assertThat(report.text(Language.ENGLISH)).contains(name.replace("log/", "") + ": it is missing");
            bundle.files.put(name, bytes);
        }
    }

    // The pages.

    @Test
    void a_changed_standing_is_named() {
        change(
                PAGE,
                text -> text.replaceFirst("\"standing\":\"no-evidence\",\"who\"", "\"standing\":\"kept\",\"who\""));
        named("the claim says: standing kept; the facts say: no-evidence");
    }

    @Test
    void a_dropped_used_fact_is_named() {
        String name = bundle.files.keySet().stream()
                .filter(one -> one.endsWith("agreement.json"))
                .filter(one -> new String(bundle.bytes(one), StandardCharsets.UTF_8).contains("\"factsUsed\":[\""))
                .findFirst()
                .orElseThrow();
        change(name, text -> text.replaceFirst("\"factsUsed\":\\[\"[^\"]*\",?", "\"factsUsed\":["));
        named("facts used");
    }

    @Test
    void a_dropped_refused_fact_is_named() {
        change(PAGE, text -> text.replaceFirst("\"factsRefused\":\\[\\{[^}]*\\},", "\"factsRefused\":["));
        named("refusal of");
    }

    @Test
    void a_changed_sum_of_money_is_named() {
        change(PAGE, text -> text.replaceFirst("\"amount\":12000000", "\"amount\":13000000"));
        named("promised GBP, amount: it says [13000000], the log says [12000000");
    }

    @Test
    void a_dropped_sum_of_money_is_named() {
        change(PAGE, text -> text.replaceFirst("\"money\":\\[.*?\\}(,|\\])", "\"money\":["));
        named("money: promised GBP is missing");
    }

    @Test
    void a_changed_clause_text_is_named() {
        change(PAGE, text -> text.replaceFirst("four strands", "five strands"));
        named("c01-shared-aim", "five strands");
    }

    @Test
    void a_missing_clause_is_named() {
        change(PAGE, text -> text.replaceFirst("\"id\":\"c01-shared-aim\"", "\"id\":\"c99-other\""));
        named("clauses: c01-shared-aim is missing", "c99-other does not belong there");
    }

    @Test
    void an_agreement_missing_from_the_list_is_named() {
        change("agreements.json", text -> text.replaceAll(",\\{[^\\[\\]]*calais-2015.*\\}\\]", "]"));
        named("agreements.json: the agreement calais-2015, which is in the log, is missing");
    }

    @Test
    void a_wrong_count_in_the_list_is_named() {
        change("agreements.json", text -> text.replaceFirst("\"commitments\":18", "\"commitments\":19"));
        named("agreements.json, calais-2014, commitments: it says [19], the log says [18]");
    }

    @Test
    void a_page_over_another_root_is_named() {
        change(PAGE, text -> text.replaceFirst("\"root\":\"....", "\"root\":\"AAAA"));
        named(PAGE + ", checkpoint, root: it says [AAAA");
    }

    @Test
    void a_page_of_another_day_than_its_address_is_named() {
        bundle.files.put("calais-2014/agreement@2016-01-31.json", bundle.bytes(PAGE));
        named("it should be of 2016-01-31");
    }

    @Test
    void a_page_from_before_the_newest_entry_is_named() {
        bundle.files.put(PAGE, bundle.bytes("calais-2014/agreement@2016-01-31.json"));
        named("a day before the newest entry was recorded");
    }

    @Test
    void what_this_program_does_not_know_is_said_not_to_be_checked() {
        change(PAGE, text -> text.replaceFirst("\"agreement\":", "\"verdict\":\"splendid\",\"agreement\":"));
        assertThat(verified().text(Language.ENGLISH)).contains("does not know these keys: verdict");
    }

    // Hostile pages.

    @Test
    void a_page_of_100_megabytes_is_not_read() throws IOException {
        bundle.write(folder);
        try (var file = new RandomAccessFile(folder.resolve(PAGE).toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        Report report = Verification.run(new Folder(folder), Optional.empty(), Set.of(), _ -> {});
        assertThat(report.text(Language.ENGLISH)).contains(PAGE + ": it has more than 67108864 bytes");
        assertThat(report.good()).isFalse();
    }

    @Test
    void deep_broken_repeated_and_foreign_pages_are_named() {
        for (String hostile : new String[] {
            "[".repeat(100_000),
            "{\"a\":",
            "",
            "nonsense",
            "{\"a\":1,\"a\":2}",
            "[1] [2]",
            "[1e999999999]",
            "\u0000\u0001",
            "{}",
            "[]",
            "null",
            "{\"knownOn\":\"+999999999-12-31\",\"worldDate\":\"+999999999-12-31\"}"
        }) {
            bundle.files.put(PAGE, Bundle.utf8(hostile));
            named(PAGE);
        }
    }

    @Test
    void a_web_page_instead_of_json_is_named() {
        bundle.files.put(PAGE, Bundle.utf8("\n<!doctype html><html></html>"));
        bundle.files.put("agreements.json", Bundle.utf8("<html></html>"));
        named(PAGE + ": it is a web page (HTML), not JSON", "agreements.json: it is a web page");
    }

    @Test
    void what_a_page_says_cannot_steer_the_terminal() {
        change(PAGE, text -> text.replaceFirst("four strands", "\\\\u001b[2J\\\\u202e strands"));
        assertThat(verified().text(Language.ENGLISH))
                .doesNotContain("\u001b", "\u202e")
                .contains("[2J");
    }

    // Receipts.

    @Test
    void a_receipt_proves_its_entry_and_no_other() throws IOException {
        bundle.write(folder);
        Path receipt = Files.write(folder.resolve("4.tlog-proof"), bundle.receipt(4));
        Path entry = Files.write(folder.resolve("4.entry"), bundle.entry(4));
        Path other = Files.write(folder.resolve("5.entry"), bundle.entry(5));
        String key = folder.resolve("log/keys").toString();

        assertThat(Main.run("receipt", receipt.toString(), "--entry", entry.toString(), "--key", key))
                .isZero();
        assertThat(Main.run("receipt", receipt.toString(), "--entry", other.toString(), "--key", key))
                .isEqualTo(1);
        assertThat(Main.run("receipt", other.toString(), "--entry", other.toString(), "--key", key))
                .isEqualTo(1);
    }

    // The command.

    @Test
    void the_status_says_good_wrong_or_wrong_use() throws IOException {
        bundle.write(folder);
        assertThat(Main.run(folder.toString())).isZero();
        assertThat(Main.run(folder.toString(), "--json")).isZero();
        assertThat(Main.run(folder.toString(), "--date", "2015-01-01")).isEqualTo(1);
        assertThat(Main.run()).isEqualTo(2);
        assertThat(Main.run(folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(Main.run("http://")).isEqualTo(2);
        assertThat(Main.run(folder.toString(), "--date", "2999-01-01")).isEqualTo(2);
        assertThat(Main.run(folder.toString(), "--save", folder.toString())).isEqualTo(2);
        assertThat(Main.run(folder.toString(), "--key", folder.resolve(PAGE).toString()))
                .isEqualTo(2);
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.createFile(own.resolve("record.db"));
        assertThat(Main.run(own.toString())).isEqualTo(2);
    }
}
