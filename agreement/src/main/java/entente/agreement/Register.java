package entente.agreement;

import entente.agreement.Told.Asserted;
import entente.agreement.Told.Corrected;
import entente.agreement.Told.Retracted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All agreements, and all that was told about them: what a prefix of the record says. It never changes.
public final class Register {
    public static final Register BLANK = new Register(new TreeMap<>(), List.of());

    private final SortedMap<String, Agreement> agreements;
    private final List<Held> held;
    private final SortedMap<String, Told> facts = new TreeMap<>();
    private final SortedMap<String, List<Held>> displacing = new TreeMap<>();
    private final SortedMap<ClauseId, List<Bearer>> bearing = new TreeMap<>();

    private record Bearer(Fact fact, Held held) {}

    private Register(SortedMap<String, Agreement> agreements, List<Held> held) {
        this.agreements = agreements;
        this.held = held;
        for (Held one : held) {
            switch (one.told()) {
                case Asserted(Fact fact) -> index(fact, one);
                case Corrected(String of, Fact fact, var _) -> {
                    index(fact, one);
                    displacing.computeIfAbsent(of, _ -> new ArrayList<>()).add(one);
                }
                case Retracted(String of, var _, var _, var _) ->
                    displacing.computeIfAbsent(of, _ -> new ArrayList<>()).add(one);
            }
        }
    }

    private void index(Fact fact, Held one) {
        if (facts.put(fact.id(), one.told()) != null) {
            throw new IllegalArgumentException("damage: the record tells the fact " + fact.id() + " twice");
        }
        for (ClauseId clause :
                new TreeSet<>(fact.bearsOn().stream().map(Fact.Bearing::clause).toList())) {
            bearing.computeIfAbsent(clause, _ -> new ArrayList<>()).add(new Bearer(fact, one));
        }
    }

    /// This register with more in it. An agreement with the id of one that is here takes its place.
    public Register with(Collection<Agreement> newAgreements, Collection<Held> newHeld) {
        SortedMap<String, Agreement> allAgreements = new TreeMap<>(agreements);
        newAgreements.forEach(agreement -> allAgreements.put(agreement.id(), agreement));
        List<Held> allHeld = new ArrayList<>(held);
        allHeld.addAll(newHeld);
        return new Register(allAgreements, List.copyOf(allHeld));
    }

    /// Agreements in the order of their signature.
    public List<Agreement> agreements() {
        return agreements.values().stream()
                .sorted(java.util.Comparator.comparing(Agreement::begins).thenComparing(Agreement::id))
                .toList();
    }

    public Optional<Agreement> agreement(String id) {
        return Optional.ofNullable(agreements.get(id));
    }

    public Optional<Commitment> commitment(CommitmentId id) {
        return agreement(id.clause().agreement())
                .flatMap(agreement -> agreement
                        .commitments()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    }

    /// All that was told, in the order of telling.
    public List<Held> held() {
        return held;
    }

    public Optional<Fact> fact(String id) {
        return Optional.ofNullable(facts.get(id)).map(Register::factOf);
    }

    /// What corrected or retracted a fact, in the order of telling, whenever it was known.
    public List<Held> displacers(String fact) {
        return List.copyOf(displacing.getOrDefault(fact, List.of()));
    }

    /// The facts that bear on a clause and stand on the known date: told by then, and neither corrected nor retracted
    /// by then.
    /// In the order of their ids.
    public List<Fact> bearing(ClauseId clause, LocalDate known) {
        return bearing.getOrDefault(clause, List.of()).stream()
                .filter(bearer -> stands(bearer.held, bearer.fact.id(), known))
                .map(Bearer::fact)
                .sorted(java.util.Comparator.comparing(Fact::id))
                .toList();
    }

    /// The facts that stand on the known date, in the order of their ids.
    public Stream<Fact> facts(LocalDate known) {
        return held.stream()
                .filter(one -> !(one.told() instanceof Retracted))
                .filter(one -> stands(one, factOf(one.told()).id(), known))
                .map(one -> factOf(one.told()))
                .sorted(java.util.Comparator.comparing(Fact::id));
    }

    /// The facts that stand on the known date and bear on any clause of an agreement, in the order of their ids.
    public Stream<Fact> facts(Agreement agreement, LocalDate known) {
        return facts(known)
                .filter(fact -> fact.bearsOn().stream()
                        .anyMatch(bearing -> bearing.clause().agreement().equals(agreement.id())));
    }

    private boolean stands(Held one, String id, LocalDate known) {
        return !one.known().isAfter(known) && !displaced(id, known);
    }

    boolean displaced(String id, LocalDate known) {
        for (Held one : displacing.getOrDefault(id, List.of())) {
            if (one.known().isAfter(known)) {
                continue;
            }
            // A correction that was itself retracted is as if never told, so that what it corrected stands again.
            if (!(one.told() instanceof Corrected correction)
                    || !retracted(correction.fact().id(), known)) {
                return true;
            }
        }
        return false;
    }

    private boolean retracted(String id, LocalDate known) {
        return displacing.getOrDefault(id, List.of()).stream()
                .anyMatch(one -> one.told() instanceof Retracted && !one.known().isAfter(known));
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
        Agreement agreement = agreements.get(commitment.id().clause().agreement());
        if (agreement == null) {
            throw new IllegalArgumentException("no such agreement on record: " + commitment.id());
        }
        return agreement
                .clause(commitment.id().clause().clause())
                .map(Clause::since)
                .map(entente.terms.Period::first)
                .orElse(agreement.begins());
    }

    /// What stands against taking these in, all of it; empty where they may be taken. Facts that are here already,
    /// word for word, are no fault: see [#already(Told)].
    public List<Refusal> refusals(Collection<Agreement> newAgreements, List<Told> told) {
        List<Refusal> refusals = new ArrayList<>();
        Map<String, Agreement> all = new TreeMap<>(agreements);
        newAgreements.forEach(agreement -> all.put(agreement.id(), agreement));
        Names names = new Names(all.values());
        newAgreements.forEach(agreement -> names.check(agreement, refusals));
        TreeSet<String> ids = new TreeSet<>(facts.keySet());
        TreeSet<String> gone = new TreeSet<>();
        displacing.forEach((id, by) -> {
            if (by.stream().anyMatch(one -> one.told() instanceof Retracted)) {
                gone.add(id);
            }
        });
        for (Told one : told) {
            if (already(one)) {
                continue;
            }
            Fact fact = one instanceof Retracted ? null : factOf(one);
            if (fact != null && !ids.add(fact.id())) {
                refusals.add(new Refusal.DuplicateFact(fact.id()));
            }
        }
        for (Told one : told) {
            if (already(one)) {
                continue;
            }
            switch (one) {
                case Asserted(Fact fact) -> names.check(fact, ids, refusals);
                case Corrected(String of, Fact fact, var _) -> {
                    names.check(fact, ids, refusals);
                    displacement(of, fact.id(), ids, gone, refusals);
                }
                case Retracted(String of, var _, var _, var _) -> {
                    displacement(of, "retraction", ids, gone, refusals);
                    gone.add(of);
                }
            }
        }
        return List.copyOf(refusals);
    }

    private static void displacement(String of, String by, Set<String> ids, Set<String> gone, List<Refusal> refusals) {
        // What corrects itself would never stand, and nobody would see it.
        if (!ids.contains(of) || of.equals(by)) {
            refusals.add(new Refusal.UnknownFact(by, of));
        } else if (gone.contains(of)) {
            refusals.add(new Refusal.AlreadyRetracted(of));
        }
    }

    /// Whether exactly this has been told before.
    public boolean already(Told told) {
        return switch (told) {
            case Asserted(Fact fact) -> told.equals(facts.get(fact.id()));
            case Corrected(var _, Fact fact, var _) -> told.equals(facts.get(fact.id()));
            case Retracted(String of, var _, var _, var _) ->
                displacing.getOrDefault(of, List.of()).stream()
                        .anyMatch(one -> one.told().equals(told));
        };
    }

    private static Fact factOf(Told told) {
        return switch (told) {
            case Asserted(Fact fact) -> fact;
            case Corrected(var _, Fact fact, var _) -> fact;
            case Retracted(String of, var _, var _, var _) ->
                throw new IllegalArgumentException("a retraction holds no fact, of: " + of);
        };
    }

    /// The names that may be referred to.
    private record Names(Set<String> clauses, Set<String> commitments) {
        Names(Collection<Agreement> agreements) {
            this(new TreeSet<>(), new TreeSet<>());
            for (Agreement agreement : agreements) {
                agreement.clauses().forEach(clause -> clauses.add(clause.id().toString()));
                agreement
                        .commitments()
                        .forEach(commitment -> commitments.add(commitment.id().toString()));
            }
        }

        void check(Agreement agreement, List<Refusal> refusals) {
            agreement.commitments().forEach(commitment -> {
                known(commitment.id(), commitment.partOf(), refusals);
                commitment.repeats().forEach(other -> known(commitment.id(), other, refusals));
                known(
                        commitment.id(),
                        commitment.supersededBy() == null
                                ? null
                                : commitment.supersededBy().commitment(),
                        refusals);
            });
        }

        private void known(CommitmentId in, @Nullable CommitmentId other, List<Refusal> refusals) {
            if (other != null && !commitments.contains(other.toString())) {
                refusals.add(new Refusal.UnknownCommitment(in.toString(), other.toString()));
            }
        }

        void check(Fact fact, Set<String> ids, List<Refusal> refusals) {
            for (Fact.Bearing bearing : fact.bearsOn()) {
                boolean found = bearing.commitment() == null
                        ? clauses.contains(bearing.toString())
                        : commitments.contains(bearing.toString());
                if (!found) {
                    refusals.add(new Refusal.UnknownClause(fact.id(), bearing.toString()));
                }
            }
            Stream.concat(fact.judges().stream().map(Fact.Judging::commitment), fact.waives().stream())
                    .filter(commitment -> !commitments.contains(commitment.toString()))
                    .forEach(commitment ->
                            refusals.add(new Refusal.UnknownCommitment(fact.id(), commitment.toString())));
            fact.disagreesWith().stream()
                    .filter(other -> !ids.contains(other))
                    .forEach(other -> refusals.add(new Refusal.UnknownFact(fact.id(), other)));
        }
    }
}
