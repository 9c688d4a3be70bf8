package entente.node.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.node.Chronicle;
import entente.node.store.LogFolder;
import entente.node.trouble.Child.Ended;
import entente.testkit.Effort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node that cannot start says why and what to do, in English and in French, ends with status 1, and changes
/// nothing.
class RefusalsTest {
    @TempDir
    private Path folder;

    private Path shipped = Path.of("");
    private Path data = Path.of("");

    @BeforeEach
    void begin() {
        shipped = Small.shipped(folder);
        data = folder.resolve("data");
        Small.record(data, shipped, Small.payments(folder.resolve("some.yaml"), 0, 20));
    }

    private List<String> run(String port) {
        return List.of("run", "--port", port, "--data", data.toString(), "--agreements", shipped.toString());
    }

    private void refused(String en, String fr) {
        refused("0", en, fr);
    }

    private void refused(String port, String en, String fr) {
        try (Child english = Child.command(run(port).toArray(String[]::new))) {
            Ended said = english.ended();
            assertThat(said.output()).contains(en).doesNotContain("\tat ");
            assertThat(said.status()).isEqualTo(1);
        }
        try (Child french = Child.commande(run(port).toArray(String[]::new))) {
            Ended dit = french.ended();
            assertThat(dit.output()).contains(fr).doesNotContain("\tat ");
            assertThat(dit.status()).isEqualTo(1);
        }
    }

    @Test
    void a_second_node_on_one_folder() {
        String before;
        try (LogFolder held = LogFolder.open(data, Chronicle.ORIGIN, new SecureRandom())) {
            assertThat(held.keys()).hasSize(2);
            refused(
                    "another node is at work in this folder: stop it first",
                    "un autre nœud travaille dans ce dossier\u202F: arrêtez-le d’abord");
        }
        before = Small.content(data);
        assertThat(before).isNotEmpty();
        assertThat(Small.size(data)).isEqualTo(21);
    }

    @Test
    void a_port_that_is_taken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    "" + taken.getLocalPort(),
                    "is taken by another program. Choose another: ./entente run --port ",
                    "est pris par un autre programme. Choisissez-en un autre\u202F: ./entente run --port ");
        }
        assertThat(Small.size(data)).isEqualTo(21);
    }

    @Test
    void keys_that_are_missing_open_cut_or_others() throws IOException {
        Path keys = data.resolve("keys");
        String text = Files.readString(keys);
        Files.delete(keys);
        refused("its keys are missing: " + keys, "ses clés manquent\u202F: " + keys);
        assertThat(keys).doesNotExist();
        Files.writeString(keys, text);
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        refused(
                "others may read the keys: chmod 600 " + keys,
                "d’autres peuvent lire les clés\u202F: chmod 600 " + keys);
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(keys, text.substring(0, text.length() / 2));
        refused("Put back the file that was made with the record", "Remettez le fichier créé avec le registre");
        Files.writeString(keys, text);
        assertThat(Small.size(data)).isEqualTo(21);
    }

    @Test
    void a_record_that_is_cut_short() throws IOException {
        Path database = data.resolve("record.db");
        byte[] whole = Files.readAllBytes(database);
        for (int part : List.of(1, 2, 3)) {
            try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
                file.truncate(whole.length / 4096L * part / 4 * 4096);
            }
            try (Child node = Child.command(run("0").toArray(String[]::new))) {
                Ended said = node.ended();
                assertThat(said.output()).contains("damaged").contains("./entente restore");
                assertThat(said.status()).isEqualTo(1);
            }
            Files.write(database, whole);
        }
        assertThat(Small.size(data)).isEqualTo(21);
    }

    @Test
    void a_record_of_a_newer_version() throws IOException {
        Path database = data.resolve("record.db");
        byte[] bytes = Files.readAllBytes(database);
        assertThat(bytes[63]).as("where SQLite keeps the form").isEqualTo((byte) 1);
        bytes[63] = 9;
        Files.write(database, bytes);
        refused(
                "was written by a newer version of Entente (form 9; this version knows form 1)",
                "a été écrit par une version plus récente d’Entente (forme 9");
        assertThat(Files.readAllBytes(database)).isEqualTo(bytes);
    }

    @Test
    void damage_in_an_entry() throws IOException {
        Path database = data.resolve("record.db");
        byte[] bytes = Files.readAllBytes(database);
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("payment-7\"");
        bytes[at + 8] ^= 1;
        Files.write(database, bytes);
        refused("payload 8: it is not the payload that the entry commits to", "contenu 8\u202F: ");
    }

    @Test
    void a_folder_that_may_only_be_read() throws Exception {
        Path place = folder.resolve("place");
        assumeTrue(Mount.tmpfs(place, "8m"), "a file system can be mounted here; the test needs root");
        try (Mount mounted = new Mount(place)) {
            Path there = place.resolve("data");
            Files.createDirectory(there);
            for (String name : List.of("record.db", "keys", "lock")) {
                Files.copy(data.resolve(name), there.resolve(name), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
            mounted.remount("ro");
            Path here = data;
            data = there;
            refused("the folder " + there + " cannot be used (", "le dossier " + there + " ne peut pas servir (");
            data = here;
            mounted.remount("rw");
            assertThat(Small.size(there)).isEqualTo(21);
        }
    }

    @Test
    void a_full_disk_costs_nothing_that_was_acknowledged() throws Exception {
        Path place = folder.resolve("place");
        assumeTrue(Mount.tmpfs(place, "4m"), "a file system can be mounted here; the test needs root");
        try (Mount mounted = new Mount(place)) {
            Path there = place.resolve("data");
            Small.record(there, shipped, Small.payments(folder.resolve("first.yaml"), 0, 10));
            long acknowledged = 11;
            Ended last = new Ended(0, "");
            for (int from = 1_000; last.status() == 0; from += 700) {
                Path file = Small.payments(folder.resolve("more-" + from + ".yaml"), from, from + 700);
                try (Child child = Child.command(
                        "import", file.toString(), "--data", there.toString(), "--agreements", shipped.toString())) {
                    last = child.ended();
                    acknowledged += last.status() == 0 ? 700 : 0;
                }
            }
            assertThat(last.output())
                    .contains("disk is full. What was acknowledged is recorded")
                    .doesNotContain("\tat ");
            assertThat(last.status()).isEqualTo(1);
            mounted.remount("size=64m");
            assertThat(Small.size(there)).isGreaterThanOrEqualTo(acknowledged);
            Effort.done("entries acknowledged before a disk was full, all there afterwards", acknowledged);
        }
    }
}
