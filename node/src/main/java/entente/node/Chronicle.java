package entente.node;

import entente.agreement.Agreement;
import entente.agreement.Refusal;
import entente.agreement.Register;
import entente.agreement.Standings;
import entente.agreement.Told;
import entente.files.Reading;
import entente.node.store.LogFolder;
import entente.node.store.Writer;
import entente.record.Audience;
import entente.record.Bytes;
import entente.record.Checkpoint;
import entente.record.Entry;
import entente.record.Fault;
import entente.record.Frontier;
import entente.record.LogPath;
import entente.record.Malformed;
import entente.record.Note;
import entente.record.Payload;
import entente.record.Publication;
import entente.record.Receipt;
import entente.record.Recovery;
import entente.record.Store;
import entente.record.TiledNodes;
import entente.terms.Digest;
import entente.terms.Grown;
import entente.terms.Words;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The record of a node, open: its log, and the register folded from it. One at a time tells it something new; any
/// number read.
///
/// A damaged record cannot be opened: [Damaged] names what is wrong, and nothing is computed from it.
public final class Chronicle implements AutoCloseable {
    /// The name of the log that an observer keeps. It stands in every checkpoint and in the keys.
    public static final String ORIGIN = "entente.local/observer";

    /// The media type of an agreement or something told, as [Writing] writes them.
    public static final String MEDIA = "application/vnd.entente.told+json";

    /// What so many things touch is worked out anew in one go, once somebody asks, sooner than one by one.
    private static final int MANY = 1_000;

    private final LogFolder folder;
    private final Writer writer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Snapshot snapshot;

    /// The stored record is not what was written.
    public static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<Words> faults;

        Damaged(List<Words> faults) {
            super("the record is damaged: "
                    + String.join("; ", faults.stream().map(Words::en).toList()));
            this.faults = List.copyOf(faults);
        }

        /// Which entry, tile or checkpoint, and how.
        public List<Words> faults() {
            return faults;
        }
    }

    /// An entry of the log, with what it commits to where that may be read.
    public record Found(long index, Entry entry, Bytes bytes, Optional<Payload> payload, Optional<Reading> reading) {}

    /// What taking something in came to.
    public sealed interface Taken {
        /// `added` entries were recorded; `already` stood on record, word for word.
        record Recorded(int added, int already) implements Taken {}

        /// Nothing was recorded.
        record Refused(List<Refusal> refusals) implements Taken {}
    }

    private Chronicle(LogFolder folder, Writer writer, Clock clock, Snapshot snapshot) {
        this.folder = folder;
        this.writer = writer;
        this.clock = clock;
        this.snapshot = snapshot;
    }

    /// Opens the record of a folder, checking all of it, or begins one.
    ///
    /// @param progress is told now and then how many entries have been read
    /// @throws Damaged when the stored record is not what was written
    /// @throws Store.Failure when the folder is held by another node or cannot be used
    public static Chronicle open(Path path, Clock clock, LongConsumer progress) {
        LogFolder folder = LogFolder.open(path, ORIGIN, new SecureRandom());
        try {
            Fold fold = new Fold(progress);
            return switch (folder.recover(fold.reader())) {
                case Recovery.Damaged(var faults) -> throw damaged(faults);
                case Recovery.Sound sound -> {
                    Frontier frontier = sound.frontier();
                    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                    boolean current = sound.checkpoint()
                            .map(one -> one.size() == frontier.size())
                            .orElse(false);
                    if (!current) {
                        sign(folder, frontier, fold.newest(now));
                    }
                    Snapshot snapshot = fold.snapshot(frontier, signedAt(folder).orElse(now), null);
                    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
                    yield new Chronicle(
                            folder,
                            new Writer(folder.store(), frontier),
                            clock,
                            snapshot.with(Standings.of(snapshot.register(), today, today)));
                }
            };
        } catch (RuntimeException trouble) {
            folder.close();
            throw trouble;
        }
    }

    /// What the record of a folder says, read without writing anything, also while a node is at work in it.
    ///
    /// @throws Damaged when the stored record is not what was written
    /// @throws Store.Failure when there is no record in the folder
    public static Snapshot read(Path path, LongConsumer progress) {
        try (LogFolder folder = LogFolder.openToRead(path, ORIGIN)) {
            Fold fold = new Fold(progress);
            return switch (folder.recover(fold.reader())) {
                case Recovery.Damaged(var faults) -> throw damaged(faults);
                case Recovery.Sound sound ->
                    fold.snapshot(sound.frontier(), signedAt(folder).orElse(Instant.EPOCH), null);
            };
        }
    }

    private static Damaged damaged(List<Fault> faults) {
        return new Damaged(faults.stream().map(Fault::words).toList());
    }

    private static void sign(LogFolder folder, Frontier frontier, Instant now) {
        Checkpoint checkpoint = Checkpoint.at(ORIGIN, frontier.head());
        folder.store().save(checkpoint.signed(folder.keys(), now.getEpochSecond()));
    }

    private static Optional<Instant> signedAt(LogFolder folder) {
        return folder.store()
                .checkpoint()
                .map(bytes -> Note.parse(bytes.toArray()))
                .map(note -> note.verdict(folder.verifiers()))
                .filter(entente.record.Verdict.Verified.class::isInstance)
                .map(entente.record.Verdict.Verified.class::cast)
                .flatMap(verified -> verified.signers().stream()
                        .map(entente.record.Verdict.Signer::seconds)
                        .filter(seconds -> seconds > 0)
                        .findFirst())
                .map(Instant::ofEpochSecond);
    }

    /// How many entries the log has.
    public long size() {
        return snapshot.size();
    }

    /// What the record says now, with the standings of today.
    public Snapshot snapshot() {
        Snapshot now = snapshot;
        return today().equals(known(now)) ? now : turned();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable LocalDate known(Snapshot snapshot) {
        Standings standings = snapshot.standings();
        return standings == null ? null : standings.known();
    }

    /// The first to ask on a new day works its standings out; the others wait for them.
    private synchronized Snapshot turned() {
        LocalDate today = today();
        if (!today.equals(known(snapshot))) {
            snapshot = snapshot.with(Standings.of(snapshot.register(), today, today));
        }
        return snapshot;
    }

    /// The public keys of the log, as text that `./entente verify --key` takes.
    public List<String> keys() {
        return folder.verifiers().stream().map(Object::toString).toList();
    }

    /// Takes agreements and things told into the record, all of them or, where one is refused, none.
    ///
    /// @throws Store.Failure when the record can no longer be written
    public Taken take(List<Agreement> agreements, List<Told> told) {
        return take(agreements, told, _ -> {});
    }

    /// The same; `progress` is told now and then how many entries have been written. They are on record once this
    /// returns, and none of them before.
    public synchronized Taken take(List<Agreement> agreements, List<Told> told, LongConsumer progress) {
        Register register = snapshot.register();
        List<Refusal> refusals = register.refusals(agreements, told);
        if (!refusals.isEmpty()) {
            return new Taken.Refused(refusals);
        }
        List<Agreement> newAgreements = agreements.stream()
                .filter(agreement -> !register.agreement(agreement.id())
                        .map(agreement::equals)
                        .orElse(false))
                .toList();
        List<Told> newTold = told.stream().filter(one -> !register.already(one)).toList();
        int offered = agreements.size() + told.size();
        int added = newAgreements.size() + newTold.size();
        if (added > 0) {
            record(newAgreements, newTold, progress);
        }
        return new Taken.Recorded(added, offered - added);
    }

    private void record(List<Agreement> agreements, List<Told> told, LongConsumer progress) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Fold fold = new Fold(snapshot);
        if (fold.newest(now).isAfter(now)) {
            throw clockBehind(now, fold.newest(now));
        }
        try {
            writer.append(new Filings(fold, snapshot.size(), now, agreements, told, random, progress))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Store.Failure failure
                    ? failure
                    : new Store.Failure(
                            new Words(
                                    "the entries could not be recorded", "les entrées n’ont pas pu être enregistrées"),
                            failed);
        }
        sign(folder, writer.frontier(), now);
        snapshot = fold.snapshot(writer.frontier(), now, told.size() > MANY ? null : snapshot.standings());
    }

    private static Store.Failure clockBehind(Instant now, Instant newest) {
        return new Store.Failure(
                new Words(
                        "the clock of this machine says " + now + ", and the newest entry was recorded at " + newest
                                + ": time does not go back in the log. Set the clock right, then do it again; nothing was recorded",
                        "l’horloge de cette machine indique " + now
                                + ", et l’entrée la plus récente a été enregistrée à "
                                + newest
                                + "\u202F: le temps ne recule pas dans le journal. Réglez l’horloge, puis recommencez\u202F; rien n’a été enregistré"));
    }

    /// The entry of an index; empty where the log has none.
    public Optional<Found> entry(long index) {
        if (index < 0 || index >= snapshot.size()) {
            return Optional.empty();
        }
        return folder.store().entries(index, 1).stream().findFirst().map(bytes -> {
            Entry entry = Entry.parse(bytes);
            Optional<Payload> payload = folder.store().payloads(index, 1).stream()
                    .findFirst()
                    .flatMap(one -> one)
                    .filter(_ -> Audience.PUBLIC.mayRead(entry.audience()));
            Optional<Reading> reading = payload.map(
                    one -> Reading.read("entry " + index, one.content().toArray()));
            return new Found(index, entry, bytes, payload, reading);
        });
    }

    /// What the first `size` entries say; empty where the log has fewer, or `size` is below one.
    public Optional<Snapshot> at(long size) {
        Snapshot now = snapshot;
        if (size < 1 || size > now.size()) {
            return Optional.empty();
        }
        return entry(size - 1).map(last -> {
            Grown<Filed> filed = now.filed();
            int count =
                    (int) filed.stream().takeWhile(one -> one.index() < size).count();
            SortedMap<String, Long> indexes = new TreeMap<>();
            SortedMap<String, Agreement> texts = new TreeMap<>();
            int told = 0;
            for (Filed one : filed.first(count)) {
                if (one instanceof Filed.Text(long index, var _, Agreement agreement)) {
                    indexes.put(agreement.id(), index);
                    texts.put(agreement.id(), agreement);
                } else {
                    told++;
                }
            }
            Digest root = new TiledNodes(writer.frontier(), folder.store()::tile).root(0, size);
            return new Snapshot(
                    now.register().first(told, texts.values()),
                    null,
                    filed.first(count),
                    indexes,
                    ORIGIN,
                    size,
                    root,
                    last.entry().recorded());
        });
    }

    /// A file of the published log, by its path in the C2SP layout.
    public Optional<byte[]> logFile(String path) {
        try {
            return new Publication(folder.store(), writer.frontier(), Audience.PUBLIC).fetch(LogPath.parse(path));
        } catch (Malformed noPath) {
            return Optional.empty();
        }
    }

    /// The proof that an entry stands in the log, to be checked elsewhere.
    public Optional<byte[]> receipt(long index) {
        Snapshot now = snapshot;
        if (index < 0 || index >= now.size()) {
            return Optional.empty();
        }
        return folder.store()
                .checkpoint()
                .map(checkpoint -> Receipt.of(
                                index,
                                Note.parse(checkpoint.toArray()),
                                new TiledNodes(writer.frontier(), folder.store()::tile))
                        .bytes());
    }

    @Override
    public void close() {
        writer.close();
        folder.close();
    }
}
