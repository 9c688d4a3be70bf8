package entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import entente.record.Audience;
import entente.record.Audit;
import entente.record.Batch;
import entente.record.Checkpoint;
import entente.record.Entry;
import entente.record.Fault;
import entente.record.Frontier;
import entente.record.LogPath;
import entente.record.Publication;
import entente.record.Recovery;
import entente.record.SigningKey;
import entente.record.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

class LogFolderTest {
    private static final int SIZE = 600;

    @TempDir
    private Path folder;

    private LogFolder open() {
        return LogFolder.open(folder, Given.ORIGIN, Given.RANDOM);
    }

    private static Recovery recover(LogFolder opened) {
        return opened.recover((_, _, _) -> () -> {});
    }

    private static Frontier frontier(LogFolder opened) {
        return recover(opened) instanceof Recovery.Sound sound ? sound.frontier() : Frontier.EMPTY;
    }

    private void fill() {
        try (LogFolder opened = open()) {
            Batch.Step step = Batch.of(frontier(opened), Given.filings(0, SIZE));
            opened.store().append(step.batch());
            var checkpoint = Checkpoint.at(Given.ORIGIN, step.frontier().head());
            opened.store().save(checkpoint.signed(opened.keys(), 7));
        }
    }

    @Test
    void a_log_is_the_same_when_it_is_opened_again() {
        fill();
        try (LogFolder opened = open()) {
            var read = new ArrayList<Long>();
            Recovery recovery = opened.recover((index, entry, payload) -> {
                assertThat(payload.orElseThrow().commitment()).isEqualTo(entry.commitment());
                return () -> read.add(index);
            });
            assertThat(recovery).isInstanceOfSatisfying(Recovery.Sound.class, sound -> {
                assertThat(sound.frontier().head()).isEqualTo(opened.store().head());
                assertThat(sound.checkpoint().map(Checkpoint::size)).contains((long) SIZE);
            });
            assertThat(read).hasSize(SIZE).isSorted();
        }
    }

    @Test
    void what_is_stored_passes_an_audit() {
        fill();
        try (LogFolder opened = open()) {
            var log = new Publication(opened.store(), frontier(opened), Audience.PUBLIC);
            assertThat(new Audit(log, Given.ORIGIN, opened.verifiers(), (_, _, _) -> () -> {}).run())
                    .isInstanceOfSatisfying(
                            Audit.Finding.Sound.class,
                            sound -> assertThat(sound.payloads()).isEqualTo(SIZE));
        }
    }

    @Test
    void a_batch_on_another_head_is_refused_whole() {
        fill();
        try (LogFolder opened = open()) {
            Batch stale = Batch.of(Frontier.EMPTY, Given.filings(0, 3)).batch();
            assertThatExceptionOfType(Store.Failure.class)
                    .isThrownBy(() -> opened.store().append(stale));
            assertThat(frontier(opened).size()).isEqualTo(SIZE);
        }
    }

    @Test
    void two_logs_live_in_one_database() {
        fill();
        try (LogFolder opened = open()) {
            var other = new SqliteStore(opened.database(), "fr.example/entente");
            other.append(Batch.of(Frontier.EMPTY, Given.filings(0, 5)).batch());
            assertThat(other.head().size()).isEqualTo(5);
            assertThat(opened.store().head().size()).isEqualTo(SIZE);
        }
    }

    @Test
    void a_log_of_another_name_is_not_hidden_by_an_empty_one() {
        fill();
        assertThatExceptionOfType(Store.Failure.class)
                .isThrownBy(() -> LogFolder.open(folder, "fr.example/entente", Given.RANDOM))
                .withMessageContaining(Given.ORIGIN)
                .withMessageContaining("Nothing was changed");
        try (LogFolder opened = open()) {
            assertThat(opened.store().head().size()).isEqualTo(SIZE);
        }
    }

    @Test
    void a_second_node_on_one_folder_is_told_which_file_the_first_holds() {
        try (LogFolder first = open()) {
            assertThat(first.keys()).hasSize(2);
            assertThatExceptionOfType(Store.Failure.class)
                    .isThrownBy(this::open)
                    .withMessageContaining(folder.resolve("lock").toString());
        }
        assertThatNoException().isThrownBy(() -> open().close());
    }

    @Test
    void a_damaged_byte_in_any_table_is_found_and_named() throws SQLException {
        fill();
        damaged(
                "UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'public', 'joints') AS BLOB) WHERE idx = 300",
                fault -> fault instanceof Fault.InEntry(long index, String _) && index == 300);
        damaged(
                "UPDATE entry SET sum = sum + 1 WHERE idx = 599",
                fault -> fault instanceof Fault.InEntry(long index, String _) && index == 599);
        damaged(
                "DELETE FROM entry WHERE idx = 17",
                fault -> fault instanceof Fault.InEntry(long index, String _) && index == 17);
        damaged(
                "UPDATE payload SET bytes = x'00' WHERE idx = 400",
                fault -> fault instanceof Fault.InPayload(long index, String _) && index == 400);
        damaged(
                "UPDATE payload SET salt = x'00' WHERE idx = 401",
                fault -> fault instanceof Fault.InPayload(long index, String _) && index == 401);
        damaged(
                "DELETE FROM payload WHERE idx = 402",
                fault -> fault instanceof Fault.InPayload(long index, String _) && index == 402);
        damaged(
                "UPDATE tile SET bytes = zeroblob(8192) WHERE level = 0 AND idx = 1",
                fault -> fault instanceof Fault.In(LogPath path, String _)
                        && path.toString().equals("tile/0/001"));
        damaged(
                "DELETE FROM tile WHERE level = 0 AND idx = 0",
                fault -> fault instanceof Fault.In(LogPath path, String _)
                        && path.toString().equals("tile/0/000"));
        damaged("UPDATE log_head SET root = zeroblob(32)", fault -> fault instanceof Fault.InHead);
        damaged("UPDATE log_head SET root = x'01'", fault -> fault instanceof Fault.InHead);
        damaged("UPDATE log_head SET size = 599", fault -> fault instanceof Fault.InHead);
        damaged(
                "UPDATE checkpoint SET bytes = CAST(replace(CAST(bytes AS TEXT), '600', '601') AS BLOB)",
                fault -> fault instanceof Fault.InCheckpoint);
    }

    /// Does the damage to a copy of the log, and asks that it is the only thing named, or the first.
    private void damaged(String sql, Predicate<Fault> named) throws SQLException {
        String url = JDBC.PREFIX + folder.resolve("record.db");
        try (var connection = new JDBC().connect(url, new Properties());
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + folder.resolve("sound.db") + "'");
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
        try (LogFolder opened = open()) {
            assertThat(recover(opened))
                    .isInstanceOfSatisfying(
                            Recovery.Damaged.class,
                            damaged -> assertThat(damaged.faults())
                                    .as(sql)
                                    .isNotEmpty()
                                    .anyMatch(named));
        }
        restore();
    }

    private void restore() {
        try {
            Files.deleteIfExists(folder.resolve("record.db-wal"));
            Files.deleteIfExists(folder.resolve("record.db-shm"));
            Files.move(folder.resolve("sound.db"), folder.resolve("record.db"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Test
    void an_erased_payload_is_in_no_file_any_more_and_stays_erased_after_a_restore() throws Exception {
        fill();
        assertThat(anywhere("{\"number\":123}")).isTrue();
        Files.copy(folder.resolve("record.db"), folder.resolve("backup"));
        try (LogFolder opened = open()) {
            opened.store().erase(123);
            assertThat(anywhere("{\"number\":123}")).isFalse();
            assertThat(opened.store().payloads(123, 1)).containsExactly(Optional.empty());
            assertThat(recover(opened)).isInstanceOf(Recovery.Sound.class);

            opened.store()
                    .append(Batch.of(frontier(opened), List.of(Given.filing(new Entry.Kind.Erased(5), 1)))
                            .batch());
            assertThat(opened.store().payloads(5, 1).getFirst()).isPresent();
            assertThat(recover(opened))
                    .isInstanceOfSatisfying(
                            Recovery.Sound.class,
                            sound -> assertThat(sound.unerased()).containsExactly(5L));
            assertThat(opened.store().payloads(5, 1)).containsExactly(Optional.empty());
        }
    }

    @Test
    void what_was_erased_after_a_backup_is_erased_in_what_is_restored_where_its_log_says_so() {
        fill();
        try (LogFolder opened = open()) {
            // The log says it, and the payload is still there: as when a crash came between the two.
            opened.store()
                    .append(Batch.of(frontier(opened), List.of(Given.filing(new Entry.Kind.Erased(5), 1)))
                            .batch());
        }
        Path copy = folder.resolve("copy");
        Path restored = folder.resolve("restored");
        var backup = new Backup(copy, Given.ORIGIN);
        assertThat(backup.take(folder, true, (_, _, _) -> () -> {})).isInstanceOf(Recovery.Sound.class);
        assertThat(backup.restore(restored, (_, _, _) -> () -> {})).isInstanceOf(Recovery.Sound.class);
        try (LogFolder opened = LogFolder.open(restored, Given.ORIGIN, Given.RANDOM)) {
            assertThat(opened.store().payloads(5, 1)).containsExactly(Optional.empty());
            assertThat(opened.store().payloads(6, 1).getFirst()).isPresent();
            assertThat(recover(opened))
                    .isInstanceOfSatisfying(
                            Recovery.Sound.class,
                            sound -> assertThat(sound.unerased()).isEmpty());
        }
    }

    @Test
    void a_record_of_a_newer_version_is_refused_untouched() throws SQLException {
        fill();
        String url = JDBC.PREFIX + folder.resolve("record.db");
        try (var connection = new JDBC().connect(url, new Properties());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=2");
        }
        assertThatExceptionOfType(Store.Failure.class)
                .isThrownBy(this::open)
                .withMessageContaining("newer version of Entente (form 2; this version knows form 1)");
    }

    private boolean anywhere(String text) throws IOException {
        for (String name : List.of("record.db", "record.db-wal")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_keys_are_made_once_for_the_owner_alone() throws IOException {
        List<String> secrets;
        try (LogFolder opened = open()) {
            secrets = opened.keys().stream().map(SigningKey::secretText).toList();
        }
        Path keys = folder.resolve("keys");
        assertThat(Files.readAllLines(keys)).isEqualTo(secrets);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        try (LogFolder opened = open()) {
            assertThat(opened.keys().stream().map(SigningKey::secretText)).containsExactlyElementsOf(secrets);
        }
    }

    @Test
    void keys_that_others_may_read_or_that_are_not_keys_are_refused_and_not_shown() throws IOException {
        open().close();
        Path keys = folder.resolve("keys");
        String text = Files.readString(keys);
        String secret = text.substring(text.indexOf('\n') - 20, text.indexOf('\n'));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r-----"));
        refused(secret);
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        for (String other : List.of(
                "",
                text.substring(1),
                text.replace("uk.", "fr."),
                text.lines().findFirst().orElseThrow())) {
            Files.writeString(keys, other);
            refused(secret);
        }
        Files.writeString(keys, text);
        assertThatNoException().isThrownBy(() -> open().close());
    }

    private void refused(String secret) {
        assertThatExceptionOfType(Store.Failure.class)
                .isThrownBy(this::open)
                .withMessageContaining("keys")
                .withMessageNotContaining(secret)
                .withNoCause();
    }

    @Test
    void a_log_whose_keys_are_lost_is_not_given_new_ones() throws IOException {
        fill();
        Files.delete(folder.resolve("keys"));
        assertThatExceptionOfType(Store.Failure.class).isThrownBy(this::open).withMessageContaining("missing");
    }

    @Test
    void a_file_that_is_no_database_is_refused() throws IOException {
        Files.writeString(folder.resolve("record.db"), "nonsense ".repeat(1_000));
        assertThatExceptionOfType(Store.Failure.class).isThrownBy(this::open);
        Files.delete(folder.resolve("record.db"));
        assertThatNoException().isThrownBy(() -> open().close());
    }
}
