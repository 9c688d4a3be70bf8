package entente.verify;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Held;
import entente.agreement.Overlay;
import entente.agreement.Proof;
import entente.agreement.Proof.Finding;
import entente.agreement.Register;
import entente.agreement.Source;
import entente.agreement.Told;
import entente.agreement.Totals;
import entente.files.Json;
import entente.files.Reading;
import entente.files.Writing;
import entente.record.Algorithm;
import entente.record.Audience;
import entente.record.Bytes;
import entente.record.Checkpoint;
import entente.record.Entry;
import entente.record.EntryBundle;
import entente.record.Frontier;
import entente.record.Note;
import entente.record.Payload;
import entente.record.PayloadBundle;
import entente.record.Receipt;
import entente.record.SigningKey;
import entente.record.TiledNodes;
import entente.record.Tree;
import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A small log of shipped agreements and facts with a correction and a retraction, and its pages, as a node
/// publishes them: file names and their bytes.
final class Bundle {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final LocalDate THEN = LocalDate.of(2016, 1, 31);

    private static final String ORIGIN = "test.example/observer";
    private static final Instant RECORDED = Instant.parse("2026-11-22T23:00:00Z");
    private static final List<SigningKey> KEYS = List.of(key(Algorithm.ED25519, 1), key(Algorithm.ML_DSA_44, 2));

    final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Optional<Payload>> payloads = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();

    static SigningKey key(Algorithm algorithm, int fill) {
        byte[] seed = new byte[SigningKey.SEED];
        Arrays.fill(seed, (byte) fill);
        return new SigningKey(ORIGIN, algorithm, seed);
    }

    /// The record up to some number of entries, and pages over the same.
    static Bundle of(int entries) {
        Bundle bundle = new Bundle();
        bundle.fill(entries);
        bundle.log();
        bundle.pages();
        return bundle;
    }

    static Bundle whole() {
        return of(Integer.MAX_VALUE);
    }

    private void fill(int most) {
        for (String name : List.of("calais-2014", "calais-2015")) {
            if (read(name + ".yaml") instanceof Reading.OfAgreement(Agreement agreement, var _)
                    && entries.size() < most) {
                agreements.add(agreement);
                entry(new Entry.Kind.Assert(), Writing.bytes(agreement));
            }
        }
        List<Told> told = facts("facts/2014.yaml");
        told.addAll(facts("facts/2015.yaml").subList(0, 20));
        Told.Asserted first = (Told.Asserted) told.get(0);
        Told.Asserted second = (Told.Asserted) told.get(1);
        Told.Asserted late = (Told.Asserted) facts("facts/2015.yaml").get(21);
        told.add(new Told.Corrected(first.fact().id(), late.fact(), new Words("A slip.", "Une coquille.")));
        told.add(new Told.Retracted(
                second.fact().id(),
                new Words("Withdrawn.", "Retiré."),
                Period.parse("2015-12-01"),
                new Source("https://example.org/", "Example", Source.Kind.PRESS)));
        for (Told one : told) {
            if (entries.size() < most) {
                held.add(new Held(0, one, TODAY));
                entry(
                        switch (one) {
                            case Told.Asserted _ -> new Entry.Kind.Assert();
                            case Told.Corrected _ -> new Entry.Kind.Correct(2);
                            case Told.Retracted _ -> new Entry.Kind.Retract(3);
                        },
                        Writing.bytes(one));
            }
        }
    }

    private static List<Told> facts(String name) {
        return read(name) instanceof Reading.OfFacts(List<Told> told, var _) ? new ArrayList<>(told) : List.of();
    }

    private static Reading read(String name) {
        try {
            return Reading.read(
                    name, Files.readAllBytes(Path.of("../agreements").resolve(name)));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void entry(Entry.Kind kind, byte[] content) {
        byte[] salt = new byte[Payload.SALT];
        Arrays.fill(salt, (byte) entries.size());
        Payload payload = new Payload(Bytes.of(salt), Bytes.of(content));
        entries.add(new Entry(kind, Audience.PUBLIC, RECORDED, Contents.MEDIA, payload.commitment()));
        payloads.add(Optional.of(payload));
    }

    void withhold(int index) {
        payloads.set(index, Optional.empty());
        log();
    }

    private Frontier frontier() {
        return Frontier.EMPTY
                .grown(entries.stream().map(Entry::bytes).map(Tree::leaf).toList())
                .frontier();
    }

    private void log() {
        Frontier frontier = frontier();
        String partial = "000.p/" + entries.size();
        files.put("log/keys", utf8(KEYS.get(0).verifier() + "\n" + KEYS.get(1).verifier() + "\n"));
        files.put(
                "log/checkpoint",
                Checkpoint.at(ORIGIN, frontier.head())
                        .signed(KEYS, 1_795_388_400)
                        .bytes());
        files.put("log/tile/0/" + partial, frontier.edge(0).orElseThrow().bytes());
        files.put(
                "log/tile/entries/" + partial,
                new EntryBundle(entries.stream().map(Entry::bytes).toList()).bytes());
        files.put("log/payload/" + partial, new PayloadBundle(payloads).bytes());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void write(Path folder) {
        files.forEach((name, bytes) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
                Files.write(file, bytes);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        });
    }

    byte[] bytes(String name) {
        return java.util.Objects.requireNonNull(files.get(name), name);
    }

    byte[] entry(int index) {
        return entries.get(index).bytes().toArray();
    }

    byte[] receipt(int index) {
        return Receipt.of(
                        index,
                        Note.parse(bytes("log/checkpoint")),
                        new TiledNodes(frontier(), (_, _) -> Optional.empty()))
                .bytes();
    }

    /// The one file whose name begins so.
    String named(String start) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private void pages() {
        Register register = Register.BLANK.with(agreements, held);
        for (String day : List.of("", "@" + THEN)) {
            LocalDate known = day.isEmpty() ? TODAY : THEN;
            files.put(
                    "agreements" + day + ".json",
                    utf8(Json.write(agreements.stream()
                            .map(one -> row(register, one, known))
                            .toList())));
            for (Agreement one : agreements) {
                files.put(one.id() + "/agreement" + day + ".json", utf8(Json.write(page(register, one, known))));
            }
        }
    }

    private static Map<String, Object> row(Register register, Agreement agreement, LocalDate known) {
        return Map.of(
                "id", agreement.id(),
                "title",
                        Map.of(
                                "en",
                                agreement.title().en(),
                                "fr",
                                agreement.title().fr()),
                "signed", agreement.signed().text(),
                "clauses", agreement.clauses().size(),
                "commitments", (int) agreement.commitments().count(),
                "facts",
                        (int) register.facts(known)
                                .filter(fact -> fact.bearsOn().stream()
                                        .anyMatch(
                                                one -> one.clause().agreement().equals(agreement.id())))
                                .count());
    }

    private static @Nullable Object words(@Nullable Words words) {
        return words == null ? null : Map.of("en", words.en(), "fr", words.fr());
    }

    private Map<String, @Nullable Object> page(Register register, Agreement agreement, LocalDate known) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("agreement", agreement.id());
        page.put("title", words(agreement.title()));
        page.put("signed", agreement.signed().text());
        page.put("textIsSummary", true);
        page.put("sources", agreement.sources());
        page.put("knownOn", known.toString());
        page.put("worldDate", known.toString());
        page.put(
                "checkpoint",
                Map.of(
                        "origin",
                        ORIGIN,
                        "size",
                        entries.size(),
                        "root",
                        frontier().root().base64()));
        page.put("rule", Proof.RULE);
        page.put(
                "clauses",
                agreement.clauses().stream()
                        .map(clause -> clause(register, agreement, clause, known))
                        .toList());
        page.put(
                "money",
                Totals.of(register, agreement, known).totals().stream()
                        .map(total -> Map.of(
                                "currency", total.amount().currency().getCurrencyCode(),
                                "stage", total.stage().code(),
                                "amount", total.amount().major(),
                                "bound", total.bound().code(),
                                "facts", total.facts(),
                                "commitments",
                                        total.commitments().stream()
                                                .map(Object::toString)
                                                .toList()))
                        .toList());
        return page;
    }

    private static Map<String, @Nullable Object> clause(
            Register register, Agreement agreement, Clause clause, LocalDate known) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", clause.id().clause());
        keys.put("number", agreement.number(clause));
        keys.put("text", words(clause.text()));
        keys.put("basis", clause.basis().code());
        keys.put("source", clause.source());
        keys.put(
                "commitments",
                clause.commitments().stream()
                        .map(one -> commitment(one, register.standing(one.id(), known, known)))
                        .toList());
        return keys;
    }

    private static Map<String, @Nullable Object> commitment(Commitment commitment, Proof proof) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", commitment.id().commitment());
        keys.put("who", commitment.who().stream().sorted().map(Party::code).toList());
        keys.put("others", words(commitment.others()));
        keys.put("does", words(commitment.does()));
        keys.put(
                "nature",
                switch (commitment.nature()) {
                    case Nature.Measured _ -> "measured";
                    case Nature.Judged _ -> "judged";
                    case Nature.Principle() -> "principle";
                });
        keys.put("keptIf", words(commitment.keptIf()));
        keys.put("missing", words(commitment.missing()));
        keys.put("standing", proof.standing().code());
        keys.put("overlays", proof.overlays().stream().map(Overlay::code).toList());
        keys.put("factsUsed", List.copyOf(proof.used()));
        keys.put(
                "factsRefused",
                proof.refused().entrySet().stream()
                        .map(entry -> Map.of(
                                "fact", entry.getKey(), "test", entry.getValue().code()))
                        .toList());
        keys.put("periods", periods(proof.finding()).toList());
        return keys;
    }

    private static Stream<Object> periods(Finding finding) {
        return switch (finding) {
            case Finding.Tested(var _, var rows, var _) ->
                rows.stream().map(row -> {
                    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
                    keys.put("from", row.window().from().toString());
                    keys.put("until", row.window().until().toString());
                    keys.put("required", Writing.threshold(row.required()));
                    keys.put("value", row.value());
                    keys.put("used", row.used());
                    keys.put("standing", row.standing().code());
                    return keys;
                });
            case Finding.Combined(int _, var of, var _) -> of.stream().flatMap(Bundle::periods);
            case Finding.Judged _, Finding.Unjudgeable _ -> Stream.empty();
        };
    }
}
