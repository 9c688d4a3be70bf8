package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import entente.record.Audit.Finding;
import entente.testkit.Trials;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final int SIZE = 600;

    private final MemoryStore store = new MemoryStore();
    private Frontier frontier = Frontier.EMPTY;

    private void append(List<Filing> filings) {
        Batch.Step step = Batch.of(frontier, filings);
        store.append(step.batch());
        frontier = step.frontier();
    }

    private Map<LogPath, byte[]> published(int size, Audience reader) {
        append(Given.filings(0, size));
        store.save(Checkpoint.at(Given.ORIGIN, frontier.head()).signed(Given.BOTH, Given.SECONDS));
        return copy(reader);
    }

    private Map<LogPath, byte[]> copy(Audience reader) {
        var publication = new Publication(store, frontier, reader);
        var files = new HashMap<LogPath, byte[]>();
        var paths = new ArrayList<LogPath>(LogPath.tiles(frontier.size()).toList());
        LogPath.entries(frontier.size()).forEach(path -> {
            paths.add(path);
            paths.add(new LogPath.OfPayloads(path.index(), path.width()));
        });
        paths.add(new LogPath.Newest());
        paths.forEach(path -> files.put(path, publication.fetch(path).orElseThrow()));
        return files;
    }

    private static Finding audit(Map<LogPath, byte[]> files) {
        return audit(files, (_, _, _) -> () -> {});
    }

    private static Finding audit(Map<LogPath, byte[]> files, Audit.Reader reader) {
        return new Audit(path -> Optional.ofNullable(files.get(path)), Given.ORIGIN, Given.KEYS, reader).run();
    }

    private static List<Fault> faults(Map<LogPath, byte[]> files) {
        return audit(files) instanceof Finding.Faulty(var faults) ? faults : List.of();
    }

    @Test
    void a_sound_log_is_found_sound_and_read_in_order() {
        var read = new ArrayList<Long>();
        Finding finding = audit(published(SIZE, Audience.NATIONAL), (index, entry, payload) -> {
            assertThat(payload.orElseThrow().commitment()).isEqualTo(entry.commitment());
            return () -> read.add(index);
        });
        assertThat(finding).isEqualTo(new Finding.Sound(Checkpoint.at(Given.ORIGIN, frontier.head()), SIZE, 4));
        assertThat(read).hasSize(SIZE).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_empty_log_is_sound() {
        assertThat(audit(published(0, Audience.PUBLIC))).isInstanceOf(Finding.Sound.class);
    }

    @Test
    void a_reader_gets_the_payloads_of_its_standing_and_every_entry() {
        assertThat(audit(published(SIZE, Audience.PUBLIC)))
                .isEqualTo(new Finding.Sound(Checkpoint.at(Given.ORIGIN, frontier.head()), SIZE / 3, 4));
        assertThat(audit(copy(Audience.JOINT)))
                .isEqualTo(new Finding.Sound(Checkpoint.at(Given.ORIGIN, frontier.head()), 2 * SIZE / 3, 4));
    }

    @Test
    void every_proof_of_an_erased_entry_still_holds() {
        published(SIZE, Audience.NATIONAL);
        Bytes entry = store.entries(300, 1).getFirst();
        Note checkpoint = Note.parse(store.checkpoint().orElseThrow().toArray());
        Receipt receipt = Receipt.of(300, checkpoint, new TiledNodes(frontier, store::tile));
        store.erase(300);
        var policy = new Policy(Given.KEYS, Policy.Quorum.none());
        assertThat(receipt.verdict(entry, policy)).isInstanceOf(Verdict.Verified.class);
        assertThat(audit(copy(Audience.NATIONAL)))
                .isEqualTo(new Finding.Sound(Checkpoint.at(Given.ORIGIN, frontier.head()), SIZE - 1, 4));
    }

    @Test
    void one_changed_bit_anywhere_is_found_and_named() {
        Map<LogPath, byte[]> files = published(SIZE, Audience.NATIONAL);
        List<LogPath> paths = files.keySet().stream()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
        Trials.check(300, random -> {
            LogPath path = paths.get(random.nextInt(paths.size()));
            byte[] whole = files.get(path);
            byte[] bytes = Objects.requireNonNull(whole).clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            var damaged = new HashMap<>(files);
            damaged.put(path, bytes);
            assertThat(faults(damaged)).isNotEmpty().anyMatch(fault -> names(fault, path));
        });
    }

    private static boolean names(Fault fault, LogPath path) {
        return switch (fault) {
            case Fault.InCheckpoint _ -> path instanceof LogPath.Newest;
            case Fault.InEntry(long index, String _) ->
                path instanceof LogPath.OfEntries(long bundle, int _) && bundle == index / 256;
            case Fault.InPayload(long index, String _) ->
                path instanceof LogPath.OfPayloads(long bundle, int _) && bundle == index / 256;
            case Fault.In(LogPath place, String _) -> place.equals(path);
            case Fault.InHead _ -> false;
        };
    }

    @Test
    void whatever_is_missing_is_named() {
        Map<LogPath, byte[]> files = published(SIZE, Audience.NATIONAL);
        for (LogPath path : files.keySet()) {
            var rest = new HashMap<>(files);
            rest.remove(path);
            assertThat(faults(rest)).as(path.toString()).singleElement().matches(fault -> names(fault, path));
        }
    }

    @Test
    void an_altered_entry_is_told_from_an_altered_tile() {
        Map<LogPath, byte[]> files = published(SIZE, Audience.NATIONAL);
        var path = new LogPath.OfEntries(1, 256);
        byte[] bundle = Objects.requireNonNull(files.get(path));
        List<Bytes> entries = new ArrayList<>(EntryBundle.parse(256, bundle).entries());
        Entry other = Given.filing(9_999).entry();
        entries.set(44, other.bytes());
        files.put(path, new EntryBundle(entries).bytes());
        assertThat(faults(files))
                .contains(new Fault.InEntry(300, "it is not the entry that was recorded under the signed root"))
                .noneMatch(fault -> fault instanceof Fault.In(LogPath.OfTile _, String _));
    }

    @Test
    void an_entry_about_a_later_one_is_a_fault() {
        var payload = Given.payload("{}");
        append(List.of(Filing.of(Given.entry(new Entry.Kind.Correct(0), Audience.PUBLIC, payload), payload)));
        store.save(Checkpoint.at(Given.ORIGIN, frontier.head()).signed(Given.BOTH, 7));
        assertThat(faults(copy(Audience.PUBLIC)))
                .containsExactly(new Fault.InEntry(0, "it is about entry 0, which is not earlier"));
    }

    @Test
    void a_checkpoint_of_another_log_or_by_one_key_only_is_a_fault() {
        Map<LogPath, byte[]> files = published(3, Audience.PUBLIC);
        var other = new Checkpoint("fr.example/entente", 3, frontier.root());
        files.put(new LogPath.Newest(), other.signed(Given.BOTH, 7).bytes());
        assertThat(faults(files)).singleElement().isInstanceOf(Fault.InCheckpoint.class);
        var half = Checkpoint.at(Given.ORIGIN, frontier.head());
        files.put(new LogPath.Newest(), half.signed(List.of(Given.ED25519), 7).bytes());
        assertThat(faults(files)).singleElement().isInstanceOf(Fault.InCheckpoint.class);
    }

    @Test
    void a_log_of_any_size_is_sound_and_every_earlier_size_can_still_be_fetched() {
        Trials.check(20, random -> {
            var given = new AuditTest();
            given.published(1 + random.nextInt(700), Audience.NATIONAL);
            int earlier = 1 + random.nextInt((int) given.frontier.size());
            var publication = new Publication(given.store, given.frontier, Audience.PUBLIC);
            assertThat(LogPath.tiles(earlier))
                    .allMatch(path -> publication.fetch(path).isPresent());
            assertThat(audit(given.copy(Audience.NATIONAL))).isInstanceOf(Finding.Sound.class);
        });
    }

    @Test
    void a_failed_append_leaves_the_log_as_it_was_or_grown_and_never_between() {
        append(Given.filings(0, 5));
        for (MemoryStore.Trouble trouble : MemoryStore.Trouble.values()) {
            Batch.Step step = Batch.of(frontier, Given.filings(5, 9));
            store.troubles.add(trouble);
            assertThatExceptionOfType(Store.Failure.class).isThrownBy(() -> store.append(step.batch()));
            assertThat(store.head()).isIn(step.batch().before(), step.batch().after());
        }
        assertThat(store.head().size()).isEqualTo(9);
    }
}
