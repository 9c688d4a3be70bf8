package entente.agreement;

import entente.agreement.Told.Asserted;
import entente.agreement.Told.Corrected;
import entente.agreement.Told.Retracted;
import entente.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All agreements, and all that was told about them: what a prefix of the record says. It never changes.
///
/// A register that grew from another shares its memory, so that taking one thing more costs no more than that thing.
public final class Register {
    public static final Register BLANK = new Register(Texts.NONE, new Archive(), 0);

    /// As many refusals are looked for, and no more.
    public static final int MOST_REFUSALS = 101;

    private final Texts texts;
    private final Archive archive;
    private final int size;

    private Register(Texts texts, Archive archive, int size) {
        this.texts = texts;
        this.archive = archive;
        this.size = size;
    }

    /// This register with more in it. An agreement with the id of one that is here takes its place.
    ///
    /// @throws IllegalArgumentException when a fact has the id of one that was told before
    public Register with(Collection<Agreement> newAgreements, Collection<Held> newHeld) {
        Texts all = texts.with(newAgreements);
        return newHeld.isEmpty()
                ? new Register(all, archive, size)
                : new Register(all, archive.with(size, newHeld), size + newHeld.size());
    }

    /// What was so much shorter an account: the first `told` things that were told, on these agreements.
    public Register first(int told, Collection<Agreement> agreements) {
        if (told < 0 || told > size) {
            throw new IllegalArgumentException("a register of " + size + " things has no first " + told);
        }
        return new Register(Texts.NONE.with(agreements), archive, told);
    }

    /// Agreements in the order of their signature.
    public List<Agreement> agreements() {
        return texts.inOrder();
    }

    public Optional<Agreement> agreement(String id) {
        return Optional.ofNullable(texts.agreement(id));
    }

    public Optional<Commitment> commitment(CommitmentId id) {
        return Optional.ofNullable(texts.commitment(id));
    }

    Collection<Commitment> commitments() {
        return texts.commitments();
    }

    /// Whether it says what the other says of the same texts, and then perhaps more.
    boolean grewFrom(Register other) {
        return archive == other.archive && texts == other.texts && size >= other.size;
    }

    /// What was told from a place on.
    List<Held> told(int from) {
        List<Telling> all = archive.all(size);
        return IntStream.range(from, size).mapToObj(i -> all.get(i).held).toList();
    }

    /// How many things were told.
    public int size() {
        return size;
    }

    public Optional<Fact> fact(String id) {
        return held(id).map(Held::told).flatMap(Told::tells);
    }

    /// The telling of a fact, with its place in the log.
    public Optional<Held> held(String fact) {
        return Optional.ofNullable(archive.fact(fact, size)).map(one -> one.held);
    }

    /// What corrected or retracted a fact, in the order of telling, whenever it was known.
    public List<Held> displacers(String fact) {
        Telling telling = archive.fact(fact, size);
        return telling == null ? List.of() : telling.displacers(size);
    }

    boolean displaced(String fact, LocalDate known) {
        Telling telling = archive.fact(fact, size);
        return telling != null && telling.displaced(size, known.toEpochDay());
    }

    /// Whether it was ever retracted.
    boolean retracted(String fact) {
        return displacers(fact).stream().anyMatch(one -> one.told() instanceof Retracted);
    }

    /// The facts that stand on the known date: told by then, and neither corrected nor retracted by then. In the order
    /// of their ids.
    public Stream<Fact> facts(LocalDate known) {
        return byId(archive.all(size), known);
    }

    /// The facts that stand on the known date and bear on any clause of an agreement, in the order of their ids.
    public Stream<Fact> facts(Agreement agreement, LocalDate known) {
        return byId(archive.inAgreement(agreement.id()).told(), known);
    }

    /// The facts that stand on the known date and bear on a clause, in the order of their ids.
    public List<Fact> bearing(ClauseId clause, LocalDate known) {
        return byId(archive.bearing(clause).told(), known).toList();
    }

    /// How many facts stand on the known date.
    public long count(LocalDate known) {
        return standing(archive.all(size), known).count();
    }

    /// The facts that stand on the known date and judge any commitment, in the order of telling.
    public Stream<Fact> judging(LocalDate known) {
        return standing(archive.judging().told(), known);
    }

    /// The facts that stand on the known date and that this one disagrees with, or that say so of it, in the order of
    /// their ids.
    public List<Fact> disagreeing(Fact fact, LocalDate known) {
        Stream<Fact> named = fact.disagreesWith().stream()
                .filter(other -> stands(other, known))
                .flatMap(other -> fact(other).stream());
        return Stream.concat(named, standing(archive.disputing(fact.id()).told(), known))
                .collect(Collectors.toMap(Fact::id, one -> one, (one, _) -> one, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /// How many facts stand on the known date and bear on any clause of an agreement.
    public long count(Agreement agreement, LocalDate known) {
        return standing(archive.inAgreement(agreement.id()).told(), known).count();
    }

    /// How many facts stand on the known date and bear on a clause.
    public int count(ClauseId clause, LocalDate known) {
        return (int) standing(archive.bearing(clause).told(), known).count();
    }

    private Stream<Fact> byId(List<Telling> some, LocalDate known) {
        return standing(some, known).sorted(Comparator.comparing(Fact::id));
    }

    private Stream<Fact> standing(List<Telling> some, LocalDate known) {
        long day = known.toEpochDay();
        return some.stream().filter(one -> one.stands(size, day)).mapMulti((one, down) -> {
            if (one.fact != null) {
                down.accept(one.fact);
            }
        });
    }

    /// The facts that stand on the known date and bear on a commitment or its whole clause, in the order of their last
    /// day, then id.
    List<Fact> candidates(CommitmentId commitment, LocalDate known) {
        List<Telling> clause = archive.onWholeClause(commitment.clause()).ordered();
        List<Telling> own = archive.onCommitment(commitment).ordered();
        long day = known.toEpochDay();
        List<Fact> candidates = new ArrayList<>();
        for (int i = 0, j = 0; i < clause.size() || j < own.size(); ) {
            boolean first =
                    j == own.size() || i < clause.size() && Telling.BY_LAST_DAY.compare(clause.get(i), own.get(j)) < 0;
            Telling next = first ? clause.get(i++) : own.get(j++);
            if (next.fact != null && next.stands(size, day)) {
                candidates.add(next.fact);
            }
        }
        return candidates;
    }

    /// The commitments that a fact bears on, itself or by their clause.
    List<CommitmentId> bornOn(Fact fact) {
        return fact.bearsOn().stream()
                .flatMap(bearing -> texts.commitments(bearing.clause()).stream())
                .filter(fact::bearsOn)
                .distinct()
                .toList();
    }

    /// The facts that stand on the known date and judge or waive a commitment.
    Stream<Fact> speaking(CommitmentId commitment, LocalDate known) {
        return standing(archive.speaking(commitment).told(), known);
    }

    /// Whether a fact that stands on the known date disagrees with this one.
    boolean contradicted(Fact fact, LocalDate known) {
        return fact.disagreesWith().stream().anyMatch(other -> stands(other, known))
                || standing(archive.disputing(fact.id()).told(), known)
                        .findAny()
                        .isPresent();
    }

    boolean stands(String fact, LocalDate known) {
        Telling telling = archive.fact(fact, size);
        return telling != null && telling.stands(size, known.toEpochDay());
    }

    boolean displacedAfter(String fact, LocalDate known) {
        Telling telling = archive.fact(fact, size);
        return telling != null && telling.displacedAfter(size, known.toEpochDay());
    }

    /// What was told of a commitment, whenever known: facts that bear on it or judge it, and what displaced them. What
    /// did both comes more than once.
    Stream<Held> concerning(CommitmentId commitment) {
        Stream<Telling> bearing = Stream.concat(
                archive.onWholeClause(commitment.clause()).told().stream(),
                archive.onCommitment(commitment).told().stream());
        Stream<Telling> judging = archive.speaking(commitment).told().stream()
                .filter(one -> one.fact != null && one.fact.judges(commitment));
        return Stream.concat(bearing, judging)
                .filter(one -> one.before(size))
                .distinct()
                .flatMap(one -> Stream.concat(Stream.of(one.held), one.displacers(size).stream()));
    }

    /// How a commitment stood on a day in the world, by what had been reported by a day of knowledge, and why.
    ///
    /// @throws IllegalArgumentException when no agreement here has the commitment
    public Proof standing(CommitmentId id, LocalDate world, LocalDate known) {
        Commitment commitment = commitment(id)
                .orElseThrow(() -> new IllegalArgumentException("no agreement on record has the commitment " + id));
        return new Assessment(this, commitment, world, known).proof();
    }

    /// The first day on which a fact can count for a commitment.
    LocalDate begins(Commitment commitment) {
        if (commitment.active() != null) {
            return commitment.active().first();
        }
        Agreement agreement = texts.agreement(commitment.id().clause().agreement());
        if (agreement == null) {
            throw new IllegalArgumentException("no such agreement on record: " + commitment.id());
        }
        return agreement
                .clause(commitment.id().clause().clause())
                .map(Clause::since)
                .map(Period::first)
                .orElse(agreement.begins());
    }

    /// What stands against taking these in, the first so many of it; empty where they may be taken. Facts that are here
    /// already,
    /// word for word, are no fault: see [#already(Told)].
    public List<Refusal> refusals(Collection<Agreement> newAgreements, List<Told> told) {
        return Scrutiny.of(this, texts.with(newAgreements), newAgreements, told);
    }

    /// Whether exactly this has been told before.
    public boolean already(Told told) {
        return switch (told) {
            case Asserted(Fact fact) -> already(fact, told);
            case Corrected(var _, Fact fact, var _) -> already(fact, told);
            case Retracted(String of, var _, var _, var _) ->
                displacers(of).stream().anyMatch(one -> one.told().equals(told));
        };
    }

    private boolean already(Fact fact, Told told) {
        return held(fact.id()).map(Held::told).filter(told::equals).isPresent();
    }
}
