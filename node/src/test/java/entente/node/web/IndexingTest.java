package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.node.Chronicle;
import entente.node.Given;
import entente.node.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody waits long for the search of a large record, and nobody is shown a part of it as the whole.
class IndexingTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    /// Finders of a record, each made only once it is let through.
    private static final class Gate {
        private final Chronicle chronicle;
        private final Semaphore open = new Semaphore(0);
        private final AtomicInteger at = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        Gate(Chronicle chronicle) {
            this.chronicle = chronicle;
        }

        Finder make(Snapshot snapshot) {
            most.accumulateAndGet(at.incrementAndGet(), Math::max);
            open.acquireUninterruptibly();
            at.decrementAndGet();
            return Finder.of(chronicle, snapshot);
        }
    }

    private static Reply asked(Site site, String path) {
        return site.answer(new Request(path, Map.of("q", "calais"), "en", "text/html", "http://localhost:8080"));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8).replaceAll("[\\u00A0\\u202F]", " ");
    }

    @Test
    void the_first_readers_are_told_to_ask_again_and_then_are_answered() {
        try (Chronicle chronicle = Given.chronicle(folder)) {
            Gate gate = new Gate(chronicle);
            Indexing hasty = new Indexing(gate::make, Duration.ZERO);
            Site site = new Site(chronicle, Given.CLOCK, hasty);

            Reply page = asked(site, "/find");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.headers()).containsKey("Retry-After");
            assertThat(text(page)).contains("The search is being prepared", "244 entries", "href=\"/find?q=calais\"");
            assertThat(text(asked(site, "/chercher"))).contains("La recherche est en préparation");
            assertThat(text(asked(site, "/find.json"))).contains("urn:entente:problem:preparing");

            gate.open.release();
            List<Finder> made = new ArrayList<>();
            while (made.isEmpty()) {
                hasty.finder(chronicle.snapshot()).ifPresent(made::add);
            }
            assertThat(asked(site, "/find").status()).isEqualTo(200);
            assertThat(gate.most).as("made at once").hasValue(1);
        }
    }

    @Test
    void while_a_grown_record_is_indexed_the_page_says_what_is_not_searched_yet() {
        try (Chronicle chronicle = Given.chronicle(folder)) {
            Gate gate = new Gate(chronicle);
            gate.open.release();
            Indexing patient = new Indexing(gate::make, LONG);
            assertThat(patient.finder(chronicle.snapshot())).isPresent();
            assertThat(text(asked(new Site(chronicle, Given.CLOCK, patient), "/find")))
                    .doesNotContain("Not searched yet");

            Indexing hasty = new Indexing(gate::make, Duration.ZERO);
            Site site = new Site(chronicle, Given.CLOCK, hasty);
            gate.open.release();
            while (hasty.finder(chronicle.snapshot()).isEmpty()) {
                Thread.onSpinWait();
            }
            chronicle.take(
                    List.of(), Given.facts(Given.payment("p1", "1000", "")).told());
            String page = text(asked(site, "/find"));
            assertThat(page).contains("Not searched yet is what came last, 1 entry.", "results for");
            assertThat(text(asked(site, "/chercher"))).contains("Pas encore exploré");
            assertThat(text(asked(site, "/find.json"))).contains("\"searched\":244");

            gate.open.release();
            Snapshot grown = chronicle.snapshot();
            while (hasty.finder(grown).orElseThrow().snapshot().size() < grown.size()) {
                Thread.onSpinWait();
            }
            assertThat(text(asked(site, "/find"))).doesNotContain("Not searched yet");
        }
    }

    @Test
    void damage_that_was_met_is_told_and_the_next_reader_tries_again() {
        try (Chronicle chronicle = Given.chronicle(folder)) {
            AtomicInteger tries = new AtomicInteger();
            Indexing indexing = new Indexing(
                    snapshot -> {
                        if (tries.incrementAndGet() == 1) {
                            throw new IllegalStateException("the record lacks a tile");
                        }
                        return Finder.of(chronicle, snapshot);
                    },
                    LONG);
            assertThatThrownBy(() -> indexing.finder(chronicle.snapshot()))
                    .hasRootCauseMessage("the record lacks a tile");
            assertThat(indexing.finder(chronicle.snapshot())).isPresent();
        }
    }
}
