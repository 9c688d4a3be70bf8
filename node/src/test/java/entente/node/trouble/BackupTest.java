package entente.node.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import entente.node.Chronicle;
import entente.node.trouble.Child.Ended;
import entente.record.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private Path folder;

    private Path shipped = Path.of("");
    private Path data = Path.of("");
    private Path backup = Path.of("");

    @BeforeEach
    void begin() {
        shipped = Small.shipped(folder);
        data = folder.resolve("data");
        backup = folder.resolve("backup");
        Small.record(data, shipped, Small.payments(folder.resolve("some.yaml"), 0, 300));
    }

    private static Ended backUp(Path data, Path target, String... more) {
        return Child.command(Stream.concat(
                                Stream.of("backup", target.toString(), "--data", data.toString()), Stream.of(more))
                        .toArray(String[]::new))
                .ended();
    }

    private static Ended restore(Path backup, Path data) {
        return Child.command("restore", backup.toString(), "--data", data.toString())
                .ended();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String fetched(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void a_backup_of_a_node_at_work_serves_the_same_pages_once_it_is_restored() throws Exception {
        List<String> pages = List.of("calais-2014/agreement", "calais-2014/accord.json", "log/checkpoint", "log/keys");
        Path restored = folder.resolve("restored");
        try (Child node = Child.node(data, shipped)) {
            URI address = node.address();
            Ended made = backUp(data, backup);
            assertThat(made.status()).as(made.output()).isZero();
            assertThat(made.output()).contains("301 entries, root ").contains("secret keys");
            assertThat(files(backup)).containsExactly("checkpoint", "keys", "public-keys", "record.db");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.resolve("keys"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rwx------");
            Ended brought = restore(backup, restored);
            assertThat(brought.status()).as(brought.output()).isZero();
            String root = made.output().replaceAll("(?s).*root (\\S+);.*", "$1");
            assertThat(brought.output()).contains("301 entries, root " + root);
            assertThat(files(restored)).containsExactly("keys", "record.db");
            try (Child other = Child.node(restored, shipped)) {
                URI there = other.address();
                for (String page : pages) {
                    assertThat(fetched(there.resolve(page)).replace(there.toString(), address.toString()))
                            .as(page)
                            .isEqualTo(fetched(address.resolve(page)));
                }
            }
        }
        assertThat(Small.content(restored)).isEqualTo(Small.content(data));
    }

    @Test
    void a_backup_overwrites_nothing_and_leaves_nothing_behind_when_it_fails() throws IOException {
        Files.createDirectory(backup);
        Ended again = backUp(data, backup);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.output()).contains(backup + " is there already");
        assertThat(files(backup)).isEmpty();
        Ended nothing = backUp(folder.resolve("nowhere"), folder.resolve("other"));
        assertThat(nothing.status()).isEqualTo(1);
        assertThat(nothing.output()).contains("there is no record in");
        assertThat(files(folder)).containsExactly("backup", "data", "shipped", "some.yaml");
    }

    @Test
    void without_keys_a_backup_can_be_checked_but_not_continued_until_they_are_put_back() throws IOException {
        Ended made = backUp(data, backup, "--without-keys");
        assertThat(made.status()).as(made.output()).isZero();
        assertThat(made.output()).contains("holds no secret keys");
        assertThat(files(backup)).containsExactly("checkpoint", "public-keys", "record.db");
        Path restored = folder.resolve("restored");
        Ended brought = restore(backup, restored);
        assertThat(brought.status()).as(brought.output()).isZero();
        assertThat(brought.output()).contains("put the file keys");
        assertThatExceptionOfType(Store.Failure.class)
                .isThrownBy(() -> Small.size(restored))
                .withMessageContaining("its keys are missing");
        Files.copy(data.resolve("keys"), restored.resolve("keys"));
        assertThat(Small.content(restored)).isEqualTo(Small.content(data));
    }

    @Test
    void a_record_is_restored_into_an_empty_folder_only_and_only_when_all_of_it_is_good() throws IOException {
        assertThat(backUp(data, backup).status()).isZero();
        Ended full = restore(backup, data);
        assertThat(full.status()).isEqualTo(1);
        assertThat(full.output()).contains(data + " is not empty");
        Path restored = Files.createDirectory(folder.resolve("restored"));
        byte[] bytes = Files.readAllBytes(backup.resolve("record.db"));
        int payload = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("payment-77");
        assertThat(payload).isPositive();
        bytes[payload + 9] ^= 1;
        Files.write(backup.resolve("record.db"), bytes);
        Ended damaged = restore(backup, restored);
        assertThat(damaged.status()).isEqualTo(1);
        assertThat(damaged.output()).contains("The record is damaged").contains("payload 78");
        assertThat(files(restored)).isEmpty();
        Ended none = restore(shipped, restored);
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.output()).contains("is no backup");
        bytes[payload + 9] ^= 1;
        Files.write(backup.resolve("record.db"), bytes);
        assertThat(restore(backup, restored).status()).isZero();
        assertThat(Small.content(restored)).isEqualTo(Small.content(data));
    }

    @Test
    void a_backup_of_a_log_that_grows_is_a_whole_one_of_some_moment() {
        try (Chronicle chronicle = Chronicle.open(data, java.time.Clock.systemUTC(), _ -> {})) {
            var growing = Thread.ofPlatform().start(() -> {
                for (int i = 300; i < 340; i++) {
                    var one = entente.node.Given.facts(entente.node.Given.payment("payment-" + i, "5", ""));
                    chronicle.take(List.of(), one.told());
                }
            });
            for (int i = 0; growing.isAlive() || i == 0; i++) {
                Path copy = folder.resolve("copy-" + i);
                var made =
                        new entente.node.store.Backup(copy, Chronicle.ORIGIN).take(data, true, (_, _, _) -> () -> {});
                assertThat(made).isInstanceOf(entente.record.Recovery.Sound.class);
                assertThat(Small.size(copy)).isBetween(301L, 341L);
            }
        }
    }
}
