package entente.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private final MemoryStore store = new MemoryStore();
    private Frontier frontier = Frontier.EMPTY;

    @BeforeEach
    void a_log_of_600_with_a_checkpoint_at_550() {
        append(Given.filings(0, 550));
        store.save(Checkpoint.at(Given.ORIGIN, frontier.head()).signed(Given.BOTH, 7));
        append(Given.filings(550, 600));
    }

    private void append(List<Filing> filings) {
        Batch.Step step = Batch.of(frontier, filings);
        store.append(step.batch());
        frontier = step.frontier();
    }

    private Recovery recover() {
        return Recovery.of(store, Given.ORIGIN, Given.KEYS, (_, _, _) -> () -> {});
    }

    private List<Fault> faults() {
        return recover() instanceof Recovery.Damaged(var faults) ? faults : List.of();
    }

    @Test
    void a_sound_log_goes_on_where_it_stood() {
        assertThat(recover()).isInstanceOfSatisfying(Recovery.Sound.class, sound -> {
            assertThat(sound.frontier().head()).isEqualTo(store.head());
            assertThat(sound.checkpoint().map(Checkpoint::size)).contains(550L);
            assertThat(sound.unerased()).isEmpty();
            frontier = sound.frontier();
        });
        append(Given.filings(600, 900));
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_entry_tile_or_payload_that_was_changed_is_named() {
        store.payloads.put(300L, Given.payload("other"));
        assertThat(faults())
                .singleElement()
                .isInstanceOf(Fault.InPayload.class)
                .hasToString("InPayload[index=300, reason=it is not the payload that the entry commits to]");

        var path = new LogPath.OfTile(0, 1, 256);
        store.tiles.remove(path);
        assertThat(faults()).contains(new Fault.In(path, "it is missing"));

        store.entries.set(599, Bytes.utf8("nonsense"));
        assertThat(faults())
                .anyMatch(fault -> fault instanceof Fault.InEntry(long index, String _) && index == 599)
                .anyMatch(fault -> fault instanceof Fault.InHead);
    }

    @Test
    void a_checkpoint_that_the_entries_do_not_bear_out_is_named() {
        var other = new Checkpoint(Given.ORIGIN, 550, Tree.EMPTY);
        store.save(other.signed(Given.BOTH, 7));
        assertThat(faults()).singleElement().isInstanceOf(Fault.InCheckpoint.class);
        store.save(new Checkpoint(Given.ORIGIN, 601, Tree.EMPTY).signed(Given.BOTH, 7));
        assertThat(faults()).singleElement().isInstanceOf(Fault.InCheckpoint.class);
        store.save(other.signed(List.of(Given.ED25519), 7));
        assertThat(faults()).singleElement().isInstanceOf(Fault.InCheckpoint.class);
    }

    @Test
    void an_entry_that_is_missing_is_named() {
        store.entries.removeLast();
        assertThat(faults()).containsExactly(new Fault.InEntry(599, "it is missing"));
    }

    @Test
    void what_was_erased_and_came_back_is_to_be_erased_again() {
        Optional<Payload> payload = store.payloads(5, 1).getFirst();
        store.erase(5);
        var ground = Given.payload("order 7");
        append(List.of(Filing.of(Given.entry(new Entry.Kind.Erased(5), Audience.PUBLIC, ground), ground)));
        assertThat(recover()).isInstanceOf(Recovery.Sound.class);
        store.payloads.put(5L, payload.orElseThrow());
        assertThat(recover())
                .isInstanceOfSatisfying(
                        Recovery.Sound.class,
                        sound -> assertThat(sound.unerased()).containsExactly(5L));
    }
}
