package entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import entente.record.Entry;
import entente.record.Filing;
import entente.record.Frontier;
import entente.record.Recovery;
import entente.record.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
    @TempDir
    private Path folder;

    private LogFolder open() {
        return LogFolder.open(folder, Given.ORIGIN, Given.RANDOM);
    }

    private static Frontier frontier(LogFolder opened) {
        return opened.recover((_, _, _) -> () -> {}) instanceof Recovery.Sound sound
                ? sound.frontier()
                : Frontier.EMPTY;
    }

    @Test
    void what_64_threads_hand_in_is_durable_at_the_places_that_they_were_told() {
        var told = new ConcurrentHashMap<Long, Filing>();
        try (LogFolder opened = open();
                var writer = new Writer(opened.store(), frontier(opened));
                var threads = Executors.newFixedThreadPool(64)) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (int thread = 0; thread < 64; thread++) {
                int base = thread * 1_000;
                all.add(CompletableFuture.runAsync(() -> handIn(writer, base, told), threads));
            }
            all.forEach(CompletableFuture::join);
            assertThat(writer.frontier().size()).isEqualTo(64 * 50 * 2);
        }
        try (LogFolder opened = open()) {
            assertThat(frontier(opened).size()).isEqualTo(64 * 50 * 2);
            for (Map.Entry<Long, Filing> each : told.entrySet()) {
                assertThat(opened.store().entries(each.getKey(), 1))
                        .containsExactly(each.getValue().entry().bytes());
            }
        }
    }

    /// Hands in fifty pairs, each after the one before is durable, and so in order.
    private static void handIn(Writer writer, int base, Map<Long, Filing> told) {
        long before = -1;
        for (int i = 0; i < 50; i++) {
            List<Filing> pair = Given.filings(base + 2 * i, base + 2 * i + 2);
            long first = writer.append(pair).join();
            assertThat(first).isGreaterThan(before);
            told.put(first, pair.getFirst());
            told.put(first + 1, pair.getLast());
            before = first;
        }
    }

    @Test
    void a_store_that_fails_stops_the_writer_for_good_and_loses_nothing_that_was_acknowledged() {
        for (FaultyStore.Trouble trouble : FaultyStore.Trouble.values()) {
            try (LogFolder opened = open()) {
                long before = frontier(opened).size();
                var writer = new Writer(new FaultyStore(opened.store(), trouble, 1), frontier(opened));
                assertThat(writer.append(Given.filings(0, 2)).join()).isEqualTo(before);
                failed(writer.append(Given.filings(2, 5)));
                failed(writer.append(Given.filings(5, 6)));
                assertThat(writer.writing()).isFalse();
                assertThat(writer.frontier().size()).isEqualTo(before + 2);
                writer.close();
                long stored = trouble == FaultyStore.Trouble.NOT_STORED ? 2 : 5;
                assertThat(frontier(opened).size()).isEqualTo(before + stored);
            }
        }
    }

    private static void failed(CompletableFuture<Long> future) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(future::join)
                .withCauseInstanceOf(Store.Failure.class);
    }

    @Test
    void an_entry_about_a_later_one_fails_alone() {
        try (LogFolder opened = open();
                var writer = new Writer(opened.store(), frontier(opened))) {
            assertThat(writer.append(Given.filings(0, 3)).join()).isZero();
            var later = writer.append(List.of(Given.filing(new Entry.Kind.Correct(3), 9)));
            var earlier = writer.append(List.of(Given.filing(new Entry.Kind.Correct(2), 9)));
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(later::join)
                    .withCauseInstanceOf(IllegalArgumentException.class);
            assertThat(earlier.join()).isEqualTo(3);
        }
    }

    @Test
    void closing_commits_what_waits_and_takes_nothing_more() {
        try (LogFolder opened = open()) {
            var writer = new Writer(opened.store(), frontier(opened));
            var futures = new ArrayList<CompletableFuture<Long>>();
            for (int i = 0; i < 300; i++) {
                futures.add(writer.append(Given.filings(i, i + 1)));
            }
            writer.close();
            for (int i = 0; i < 300; i++) {
                assertThat(futures.get(i).join()).isEqualTo(i);
            }
            failed(writer.append(Given.filings(0, 1)));
            writer.close();
        }
    }
}
