package entente.node;

import entente.agreement.Agreement;
import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Standings;
import entente.agreement.Told;
import entente.files.Reading;
import entente.files.Sharing;
import entente.record.Audit;
import entente.record.Entry;
import entente.record.Frontier;
import entente.terms.Grown;
import entente.terms.Language;
import entente.terms.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The mutable draft in which entries become a register, in order.
final class Fold {
    private final LongConsumer progress;
    private final Register before;
    private final Grown<Filed> filedBefore;
    private final SortedMap<String, Long> agreements;
    private final List<Filed> filed = new ArrayList<>();
    private final List<Agreement> newAgreements = new ArrayList<>();
    private final List<Held> newHeld = new ArrayList<>();
    private final Map<String, Long> newFacts = new HashMap<>();
    private Instant recorded = Instant.EPOCH;

    Fold(LongConsumer progress) {
        this.progress = progress;
        this.before = Register.BLANK;
        this.filedBefore = Grown.none();
        this.agreements = new TreeMap<>();
    }

    Fold(Snapshot snapshot) {
        this.progress = _ -> {};
        this.before = snapshot.register();
        this.filedBefore = snapshot.filed();
        this.agreements = new TreeMap<>(snapshot.agreements());
    }

    /// Takes a whole log, whose facts hold equal parts in common.
    Audit.Reader reader() {
        Sharing sharing = new Sharing();
        return (index, entry, payload) -> {
            Optional<Reading> reading = payload.filter(_ -> entry.media().equals(Chronicle.MEDIA))
                    .map(one -> Reading.read("entry " + index, one.content().toArray()))
                    .map(sharing::reading);
            return () -> {
                reading.ifPresent(one -> take(index, entry.recorded(), one));
                progress.accept(index + 1);
            };
        };
    }

    private void take(long index, Instant at, Reading reading) {
        // Many entries are recorded in one second, and need one moment between them.
        recorded = recorded.equals(at) ? recorded : at;
        switch (reading) {
            case Reading.OfAgreement(Agreement agreement, var _) -> take(new Filed.Text(index, recorded, agreement));
            case Reading.OfFacts(List<Told> told, var _) ->
                told.forEach(one -> take(new Filed.Telling(index, recorded, one)));
            case Reading.Refused(var faults) ->
                throw new Chronicle.Damaged(List.of(new Words(
                        "entry " + index + " cannot be read: "
                                + faults.getFirst().in(Language.ENGLISH),
                        "l’entrée " + index + " est illisible\u202F: "
                                + faults.getFirst().in(Language.FRENCH))));
        }
    }

    void take(Filed one) {
        filed.add(one);
        switch (one) {
            case Filed.Text(long index, var _, Agreement agreement) -> {
                agreements.put(agreement.id(), index);
                newAgreements.add(agreement);
            }
            case Filed.Telling(long index, Instant at, Told told) -> {
                told.tells().ifPresent(fact -> newFacts.put(fact.id(), index));
                newHeld.add(new Held(index, told, LocalDate.ofInstant(at, ZoneOffset.UTC)));
            }
        }
    }

    /// The moment, or that of the newest entry where the clock has been set back behind it.
    Instant newest(Instant now) {
        List<Filed> told = filed.isEmpty() ? filedBefore : filed;
        return told.isEmpty() || told.getLast().recorded().isBefore(now)
                ? now
                : told.getLast().recorded();
    }

    Entry.Kind kind(Agreement agreement) {
        Long earlier = agreements.get(agreement.id());
        return earlier == null ? new Entry.Kind.Assert() : new Entry.Kind.Correct(earlier);
    }

    Entry.Kind kind(Told told) {
        return switch (told) {
            case Told.Asserted _ -> new Entry.Kind.Assert();
            case Told.Corrected(String of, var _, var _) -> new Entry.Kind.Correct(index(of));
            case Told.Retracted(String of, var _, var _, var _) -> new Entry.Kind.Retract(index(of));
        };
    }

    private long index(String fact) {
        Long index = newFacts.get(fact);
        return index != null
                ? index
                : before.held(fact)
                        .map(Held::place)
                        .orElseThrow(() -> new IllegalArgumentException("no entry tells the fact " + fact));
    }

    Snapshot snapshot(Frontier frontier, Instant signed, @Nullable Standings earlier) {
        Register register = before.with(newAgreements, newHeld);
        return new Snapshot(
                register,
                earlier == null ? null : earlier.in(register),
                filedBefore.with(filed),
                agreements,
                Chronicle.ORIGIN,
                frontier.size(),
                frontier.root(),
                signed);
    }
}
