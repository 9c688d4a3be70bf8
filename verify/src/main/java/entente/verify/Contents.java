package entente.verify;

import entente.agreement.Agreement;
import entente.agreement.Checker;
import entente.agreement.Held;
import entente.agreement.Told;
import entente.files.Reading;
import entente.record.Audience;
import entente.record.Audit;
import entente.record.Entry;
import entente.record.Frontier;
import entente.record.Payload;
import entente.record.Tree;
import entente.terms.Digest;
import entente.terms.Language;
import entente.terms.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What the entries of a log say, folded in order. It counts only once the log is found to be sound.
final class Contents implements Audit.Reader {
    /// The media type of the payloads that tell an agreement or a fact.
    static final String MEDIA = "application/vnd.entente.told+json";

    private final LongConsumer progress;
    private final List<Digest> leaves = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final Map<String, Long> agreements = new HashMap<>();
    private final Map<String, Long> facts = new HashMap<>();
    private final Set<Long> absentPublic = new TreeSet<>();
    private final Set<Long> erased = new TreeSet<>();
    private final Map<Long, Prefix> prefixes = new ConcurrentHashMap<>();
    private final List<Words> faults = new ArrayList<>();
    private @Nullable LocalDate newest;
    private long absent;
    private long others;
    private int corrections;

    /// Something that an entry says.
    private sealed interface Said {
        long index();

        record AnAgreement(long index, Agreement agreement) implements Said {}

        record AThing(long index, Held held) implements Said {}
    }

    /// @param progress is told how many entries have been read
    Contents(LongConsumer progress) {
        this.progress = progress;
    }

    @Override
    public Runnable read(long index, Entry entry, Optional<Payload> payload) {
        Digest leaf = Tree.leaf(entry.bytes());
        Optional<Reading> said = payload.filter(_ -> entry.media().equals(MEDIA))
                .map(one -> Reading.read("entry " + index, one.content().toArray()));
        return () -> take(index, entry, leaf, payload.isPresent(), said);
    }

    private void take(long index, Entry entry, Digest leaf, boolean present, Optional<Reading> reading) {
        leaves.add(leaf);
        LocalDate recorded = entry.recorded().atZone(ZoneOffset.UTC).toLocalDate();
        newest = newest == null || recorded.isAfter(newest) ? recorded : newest;
        if (entry.kind() instanceof Entry.Kind.Erased(long of)) {
            erased.add(of);
        }
        if (!present) {
            absent++;
            if (entry.audience() == Audience.PUBLIC) {
                absentPublic.add(index);
            }
        } else if (reading.isPresent()) {
            fold(index, entry, reading.get(), recorded);
        } else {
            others++;
        }
        progress.accept(index + 1);
    }

    private void fold(long index, Entry entry, Reading reading, LocalDate recorded) {
        switch (reading) {
            case Reading.OfAgreement(Agreement agreement, var _) -> {
                Long earlier = agreements.put(agreement.id(), index);
                agrees(
                        index,
                        entry,
                        earlier == null ? new Entry.Kind.Assert() : new Entry.Kind.Correct(earlier),
                        "the agreement " + agreement.id());
                said.add(new Said.AnAgreement(index, agreement));
            }
            case Reading.OfFacts(List<Told> told, var _) ->
                told.forEach(one -> {
                    tell(index, entry, one);
                    said.add(new Said.AThing(index, new Held(index, one, recorded)));
                });
            case Reading.Refused(var refused) ->
                faults.add(new Words(
                        refused.getFirst().in(Language.ENGLISH),
                        refused.getFirst().in(Language.FRENCH)));
        }
    }

    private void tell(long index, Entry entry, Told told) {
        switch (told) {
            case Told.Asserted(var fact) -> {
                agrees(index, entry, new Entry.Kind.Assert(), fact.id());
                once(index, fact.id());
            }
            case Told.Corrected(String of, var fact, var _) -> {
                earlier(index, of).ifPresent(first -> agrees(index, entry, new Entry.Kind.Correct(first), fact.id()));
                once(index, fact.id());
                corrections++;
            }
            case Told.Retracted(String of, var _, var _, var _) -> {
                earlier(index, of).ifPresent(first -> agrees(index, entry, new Entry.Kind.Retract(first), "of " + of));
                corrections++;
            }
        }
    }

    private void once(long index, String fact) {
        if (facts.put(fact, index) != null) {
            faults.add(new Words(
                    "entry " + index + ": it tells the fact " + fact + " a second time",
                    "entrée " + index + "\u202F: elle rapporte une seconde fois le fait " + fact));
        }
    }

    /// Where the fact that is taken back was told. Where payloads are absent it may be among those.
    private Optional<Long> earlier(long index, String of) {
        Long first = facts.get(of);
        if (first == null && absent == 0) {
            faults.add(new Words(
                    "entry " + index + ": it takes back the fact " + of + ", which no earlier entry tells",
                    "entrée " + index + "\u202F: elle revient sur le fait " + of + ", qu’aucune entrée ne rapporte"));
        }
        return Optional.ofNullable(first);
    }

    /// The header of an entry, which everybody sees, must do what its payload says.
    private void agrees(long index, Entry entry, Entry.Kind kind, String what) {
        if (!entry.kind().equals(kind) && absent == 0) {
            faults.add(new Words(
                    "entry " + index + " (" + what + "): its header says [" + entry.kind() + "], its payload [" + kind
                            + "], or they are about different entries",
                    "entrée " + index + " (" + what + ")\u202F: l’en-tête dit [" + entry.kind() + "], le contenu ["
                            + kind + "], ou ils portent sur des entrées différentes"));
        }
    }

    /// What is wrong with what the entries say.
    List<Words> faults() {
        List<Words> all = new ArrayList<>(faults);
        absentPublic.stream()
                .filter(index -> !erased.contains(index))
                .map(index -> new Words(
                        "entry " + index + ": its payload is public, and is withheld without any entry that says it was"
                                + " erased",
                        "entrée " + index + "\u202F: son contenu est public, et il manque sans qu’une entrée en déclare"
                                + " l’effacement"))
                .forEach(all::add);
        return all;
    }

    long size() {
        return leaves.size();
    }

    int factsTold() {
        return facts.size();
    }

    int agreementsTold() {
        return agreements.size();
    }

    int corrections() {
        return corrections;
    }

    /// Payloads that were not there to be read.
    long absent() {
        return absent;
    }

    /// Payloads that tell neither an agreement nor a fact.
    long others() {
        return others;
    }

    /// The day on which the newest entry says it was recorded.
    Optional<LocalDate> newest() {
        return Optional.ofNullable(newest);
    }

    /// What the first so many entries say.
    Prefix at(long size) {
        return prefixes.computeIfAbsent(size, this::fold);
    }

    private Prefix fold(long size) {
        SortedMap<String, Agreement> all = new TreeMap<>();
        List<Held> held = new ArrayList<>();
        for (Said one : said) {
            if (one.index() < size) {
                switch (one) {
                    case Said.AnAgreement(var _, Agreement agreement) -> all.put(agreement.id(), agreement);
                    case Said.AThing(var _, Held thing) -> held.add(thing);
                }
            }
        }
        Digest root = Frontier.EMPTY
                .grown(leaves.subList(0, Math.toIntExact(size)))
                .frontier()
                .root();
        return new Prefix(size, root, all, new Checker(all.values(), held));
    }
}
