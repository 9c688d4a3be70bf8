package entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import entente.record.Batch;
import entente.record.Checkpoint;
import entente.record.Frontier;
import entente.record.Recovery;
import entente.record.SigningKey;
import entente.record.Store;
import entente.testkit.Effort;
import entente.testkit.Trials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One bit that went bad, anywhere in any file of the folder: it is named when the log is opened, or the log is word
/// for word what it was.
class FlippedTest {
    private static final int SIZE = 600;

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() {
        try (LogFolder opened = LogFolder.open(folder, Given.ORIGIN, Given.RANDOM)) {
            Frontier frontier = Frontier.EMPTY;
            for (int from = 0; from < SIZE; from += SIZE / 3) {
                Batch.Step step = Batch.of(frontier, Given.filings(from, from + SIZE / 3));
                opened.store().append(step.batch());
                frontier = step.frontier();
                opened.store().save(Checkpoint.at(Given.ORIGIN, frontier.head()).signed(opened.keys(), from + 1));
            }
        }
    }

    private sealed interface Outcome {
        record Named(String words) implements Outcome {}

        record Read(String content) implements Outcome {}
    }

    private static Outcome open(Path place) {
        try (LogFolder opened = LogFolder.open(place, Given.ORIGIN, Given.RANDOM)) {
            return switch (opened.recover((_, _, _) -> () -> {})) {
                case Recovery.Damaged(var faults) -> new Outcome.Named(faults.toString());
                case Recovery.Sound sound ->
                    new Outcome.Read(content(opened, sound.frontier().size()));
            };
        } catch (Store.Failure failure) {
            return new Outcome.Named(failure.words().en());
        }
    }

    private static String content(LogFolder opened, long size) {
        Store store = opened.store();
        return store.head()
                + store.entries(0, (int) size).toString()
                + store.payloads(0, (int) size)
                + store.tile(0, 0)
                + store.tile(0, 1)
                + store.checkpoint().map(bytes -> new String(bytes.toArray(), java.nio.charset.StandardCharsets.UTF_8))
                + opened.keys().stream().map(SigningKey::secretText).toList();
    }

    private Path copied(String name, byte[] database) {
        try {
            Path copy = Files.createDirectories(folder.resolve(name));
            Files.write(copy.resolve("record.db"), database);
            Files.deleteIfExists(copy.resolve("record.db-wal"));
            Files.deleteIfExists(copy.resolve("record.db-shm"));
            if (!Files.exists(copy.resolve("keys"))) {
                Files.copy(
                        folder.resolve("keys"), copy.resolve("keys"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
            return copy;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Test
    void in_the_database() throws IOException {
        byte[] sound = Files.readAllBytes(folder.resolve("record.db"));
        Outcome whole = open(copied("copy", sound));
        assertThat(whole).isInstanceOf(Outcome.Read.class);
        var named = new AtomicInteger();
        int times = Effort.times(400, 5_000);
        Trials.check(times, random -> {
            byte[] flipped = sound.clone();
            // The first page, where SQLite keeps what it needs to read the others, is as likely as all the others.
            int at = random.nextInt(4) == 0 ? random.nextInt(4096) : random.nextInt(sound.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Outcome outcome = open(copied("copy", flipped));
            if (outcome instanceof Outcome.Named) {
                named.incrementAndGet();
            } else {
                assertThat(outcome).as("byte " + at).isEqualTo(whole);
            }
        });
        assertThat(named.get()).isBetween(times / 4, times);
        Effort.done("bits flipped in the database: named at start", named.get());
        Effort.done("bits flipped in the database: without effect", times - named.get());
    }

    @Test
    void in_the_keys() throws IOException {
        Path copy = copied("copy", Files.readAllBytes(folder.resolve("record.db")));
        Outcome whole = open(copy);
        byte[] keys = Files.readAllBytes(folder.resolve("keys"));
        for (int at = 0; at < keys.length; at++) {
            byte[] flipped = keys.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(copy.resolve("keys"), flipped);
            Outcome outcome = open(copy);
            if (!(outcome instanceof Outcome.Named)) {
                assertThat(outcome).as("byte " + at).isEqualTo(whole);
            }
        }
    }

    /// A write-ahead log is left behind by a crash alone. What SQLite finds bad in it ends it there, as a torn write
    /// would: the log is then what it was at an earlier commit.
    @Test
    void in_the_write_ahead_log() throws IOException {
        Path copy = folder.resolve("crashed");
        byte[] database;
        byte[] ahead;
        try (LogFolder opened = LogFolder.open(folder, Given.ORIGIN, Given.RANDOM)) {
            var sound = (Recovery.Sound) opened.recover((_, _, _) -> () -> {});
            Batch.Step step = Batch.of(sound.frontier(), Given.filings(SIZE, SIZE + 50));
            opened.store().append(step.batch());
            opened.store()
                    .append(Batch.of(step.frontier(), Given.filings(SIZE + 50, SIZE + 90))
                            .batch());
            database = Files.readAllBytes(folder.resolve("record.db"));
            ahead = Files.readAllBytes(folder.resolve("record.db-wal"));
        }
        assertThat(ahead.length).isPositive();
        int times = Effort.times(60, 1_000);
        Trials.check(times, random -> {
            byte[] flipped = ahead.clone();
            flipped[random.nextInt(ahead.length)] ^= (byte) (1 << random.nextInt(8));
            Path crashed = copied(copy.getFileName().toString(), database);
            try {
                Files.write(crashed.resolve("record.db-wal"), flipped);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
            try (LogFolder opened = LogFolder.open(crashed, Given.ORIGIN, Given.RANDOM)) {
                if (opened.recover((_, _, _) -> () -> {}) instanceof Recovery.Sound sound) {
                    assertThat(sound.frontier().size()).isIn(List.of((long) SIZE, SIZE + 50L, SIZE + 90L));
                }
            } catch (Store.Failure named) {
                assertThat(named.words().fr()).isNotBlank();
            }
        });
        Effort.done("bits flipped in the write-ahead log: named, or an earlier commit", times);
    }

    @Test
    void in_the_lock_which_holds_nothing() throws IOException {
        Path copy = copied("copy", Files.readAllBytes(folder.resolve("record.db")));
        Outcome whole = open(copy);
        Files.writeString(copy.resolve("lock"), "anything");
        assertThat(open(copy)).isEqualTo(whole);
        assertThat(Optional.of(whole)).isPresent();
    }
}
