package entente.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The log of `docs/spec/record-example`, made anew. `-Dgolden=write` rewrites the files.
class WorkedExampleTest {
    private static final Path SPEC = Path.of("../docs/spec/record.md");
    private static final Path FOLDER = Path.of("../docs/spec/record-example");

    private final MemoryStore store = new MemoryStore();
    private final Frontier frontier = build();

    private static Filing filing(Entry.Kind kind, Audience audience, int salt, String content) {
        var payload = new Payload(Bytes.of(Given.seed(salt)), Bytes.utf8(content));
        return Filing.of(Given.entry(kind, audience, payload), payload);
    }

    private Frontier build() {
        Batch.Step step = Batch.of(
                Frontier.EMPTY,
                List.of(
                        filing(new Entry.Kind.Assert(), Audience.PUBLIC, 0xa0, "{\"paid\":\"10000000 GBP\"}"),
                        filing(new Entry.Kind.Assert(), Audience.NATIONAL, 0xa1, "{\"note\":\"for us alone\"}"),
                        filing(new Entry.Kind.Correct(0), Audience.PUBLIC, 0xa2, "{\"paid\":\"10000000 EUR\"}"),
                        filing(new Entry.Kind.Erased(1), Audience.PUBLIC, 0xa3, "{\"by\":\"order 7\"}")));
        store.append(step.batch());
        store.erase(1);
        store.save(Checkpoint.at(Given.ORIGIN, step.frontier().head()).signed(Given.BOTH, Given.SECONDS));
        return step.frontier();
    }

    private Map<String, byte[]> files() {
        var publication = new Publication(store, frontier, Audience.PUBLIC);
        var files = new TreeMap<String, byte[]>();
        for (String path : List.of("checkpoint", "tile/0/000.p/4", "tile/entries/000.p/4", "payload/000.p/4")) {
            files.put(path, publication.fetch(LogPath.parse(path)).orElseThrow());
        }
        Note checkpoint = Note.parse(store.checkpoint().orElseThrow().toArray());
        files.put(
                "2.tlog-proof",
                Receipt.of(2, checkpoint, new TiledNodes(frontier, store::tile)).bytes());
        files.put(
                "keys",
                Bytes.utf8(Given.KEYS.getFirst() + "\n" + Given.KEYS.getLast() + "\n")
                        .toArray());
        return files;
    }

    private Receipt receipt() {
        Note checkpoint = Note.parse(store.checkpoint().orElseThrow().toArray());
        return Receipt.of(2, checkpoint, new TiledNodes(frontier, store::tile));
    }

    @Test
    void the_files_of_the_example_come_out_byte_for_byte() throws IOException {
        for (var file : files().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            assertThat(Files.readAllBytes(path)).as(file.getKey()).isEqualTo(file.getValue());
        }
    }

    @Test
    void the_specification_shows_what_comes_out() throws IOException {
        String spec = Files.readString(SPEC);
        var shown = new ArrayList<String>();
        store.entries(0, 4).forEach(entry -> shown.add(Text.utf8(entry.toArray())));
        store.entries(0, 4).forEach(entry -> shown.add(Tree.leaf(entry).hex()));
        shown.add(Checkpoint.at(Given.ORIGIN, frontier.head()).text());
        shown.add(Given.ED25519.verifier().toString());
        shown.add(Given.ED25519
                .sign(Checkpoint.at(Given.ORIGIN, frontier.head()).text(), 0)
                .toString());
        shown.add(Given.ML_DSA
                .sign(Checkpoint.at(Given.ORIGIN, frontier.head()).text(), Given.SECONDS)
                .toString()
                .substring(0, 60));
        receipt().proof().forEach(hash -> shown.add(hash.base64()));
        if ("write".equals(System.getProperty("golden"))) {
            shown.forEach(System.out::println);
        }
        assertThat(spec).contains(shown);
    }

    @Test
    void the_files_of_the_example_are_a_sound_log() throws IOException {
        List<VerifierKey> keys = Files.readAllLines(FOLDER.resolve("keys")).stream()
                .map(VerifierKey::parse)
                .toList();
        Published log = path -> {
            try {
                Path file = FOLDER.resolve(path.toString());
                return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        };
        assertThat(new Audit(log, Given.ORIGIN, keys, (_, _, _) -> () -> {}).run())
                .isEqualTo(new Audit.Finding.Sound(Checkpoint.at(Given.ORIGIN, frontier.head()), 3, 1));
    }

    @Test
    void the_secret_seeds_of_the_example_are_those_that_the_specification_names() {
        assertThat(Base64.getEncoder().encodeToString(Given.seed(1)))
                .isEqualTo("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=");
    }
}
