package entente.agreement;

import entente.agreement.Commitment.Nature;
import entente.terms.Party;
import entente.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Derives every standing a second time, from the agreements and the facts alone, and objects to each claim that does
/// not follow.
///
/// It is written from docs/spec/algebra.md and shares no code with the [Register] whose claims it checks. It takes the
/// plainest way: what was told is sorted once by what it concerns, lists are read from end to end, and every period is
/// walked day by day. This file has sections 1, 2, 6 and 7 of the specification, [CheckedCounting] section 3,
/// [CheckedMeasure] section 4 and [CheckedTest] section 5.
public final class Checker {
    private final Map<CommitmentId, Promise> promises = new HashMap<>();
    private final Map<String, Held> facts = new HashMap<>();
    private final Map<ClauseId, List<Held>> onClause = new HashMap<>();
    /// By the commitment that they judge or waive.
    private final Map<CommitmentId, List<Held>> speaking = new HashMap<>();
    /// By the fact that they correct or retract.
    private final Map<String, List<Held>> changing = new HashMap<>();
    /// By the fact that they say they disagree with.
    private final Map<String, List<Held>> disputing = new HashMap<>();

    private record Promise(Commitment commitment, LocalDate begins) {}

    public Checker(Collection<Agreement> agreements, List<Held> held) {
        for (Agreement agreement : agreements) {
            for (Clause clause : agreement.clauses()) {
                for (Commitment commitment : clause.commitments()) {
                    promises.put(commitment.id(), new Promise(commitment, begins(agreement, clause, commitment)));
                }
            }
        }
        for (Held one : held) {
            switch (one.told()) {
                case Told.Asserted(Fact fact) -> sort(fact, one);
                case Told.Corrected(String of, Fact fact, var _) -> {
                    sort(fact, one);
                    add(changing, of, one);
                }
                case Told.Retracted(String of, var _, var _, var _) -> add(changing, of, one);
            }
        }
    }

    private void sort(Fact fact, Held one) {
        facts.put(fact.id(), one);
        Set<ClauseId> clauses = new HashSet<>();
        fact.bearsOn().forEach(bearing -> clauses.add(bearing.clause()));
        clauses.forEach(clause -> add(onClause, clause, one));
        Set<CommitmentId> spokenOf = new HashSet<>(fact.waives());
        fact.judges().forEach(judging -> spokenOf.add(judging.commitment()));
        spokenOf.forEach(commitment -> add(speaking, commitment, one));
        fact.disagreesWith().forEach(other -> add(disputing, other, one));
    }

    private static <K> void add(Map<K, List<Held>> lists, K key, Held one) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
    }

    /// One sentence for each thing claimed that does not follow from the facts; empty where all of it follows. May be
    /// asked from several threads at once.
    public List<String> objections(Claim claim) {
        Promise promise = promises.get(claim.commitment());
        return promise == null
                ? List.of("No agreement has a commitment " + claim.commitment() + ", so that nothing follows about it.")
                : differences(claim, follows(promise.commitment, promise.begins, claim.world(), claim.known()));
    }

    /// The facts that stand on a known date and bear on any clause of an agreement, in the order of what happened last,
    /// then of ids.
    public List<Fact> facts(String agreement, LocalDate known) {
        Map<String, Held> bearing = new HashMap<>();
        onClause.forEach((clause, some) -> {
            if (clause.agreement().equals(agreement)) {
                some.forEach(one -> fact(one.told()).ifPresent(fact -> bearing.put(fact.id(), one)));
            }
        });
        return standing(List.copyOf(bearing.values()), known);
    }

    private static List<String> differences(Claim claim, Claim follows) {
        List<String> sentences = new ArrayList<>();
        compare(claim, "standing", claim.standing().code(), follows.standing().code(), sentences);
        compare(claim, "overlays", claim.overlays(), follows.overlays(), sentences);
        compare(claim, "facts used", claim.used(), follows.used(), sentences);
        SortedSet<String> ids = new TreeSet<>(claim.refused().keySet());
        ids.addAll(follows.refused().keySet());
        for (String id : ids) {
            compare(claim, "refusal of " + id, test(claim, id), test(follows, id), sentences);
        }
        for (int place = 0; place < Math.max(claim.rows().size(), follows.rows().size()); place++) {
            compare(claim, "row " + (place + 1), row(claim, place), row(follows, place), sentences);
        }
        return List.copyOf(sentences);
    }

    private static void compare(Claim claim, String what, Object claimed, Object following, List<String> sentences) {
        if (!claimed.equals(following)) {
            sentences.add("Of " + claim.commitment() + " on " + claim.world() + ", by what was known on "
                    + claim.known() + ", the claim says: " + what + " " + claimed + "; the facts say: " + following
                    + ".");
        }
    }

    private static String test(Claim claim, String id) {
        Proof.Test test = claim.refused().get(id);
        return test == null ? "none" : test.code();
    }

    private static String row(Claim claim, int place) {
        return place < claim.rows().size() ? claim.rows().get(place).toString() : "none";
    }

    private Claim follows(Commitment commitment, LocalDate begins, LocalDate world, LocalDate known) {
        List<Fact> candidates = standing(onClause.get(commitment.id().clause()), known).stream()
                .filter(fact -> fact.bearsOn().stream().anyMatch(bearing -> bearsOn(bearing, commitment.id())))
                .toList();
        List<Fact> speakers = standing(speaking.get(commitment.id()), known);
        List<Voice> voices =
                commitment.nature() instanceof Nature.Judged ? voices(commitment.id(), speakers, world) : List.of();
        Part part = switch (commitment.nature()) {
            case Nature.Principle() -> Part.of(Standing.CANNOT_BE_JUDGED);
            case Nature.Judged judged -> judged(judged, voices, world);
            case Nature.Measured(Body body) -> measured(body, candidates, begins, world);
        };
        SortedSet<Overlay> overlays = overlays(commitment, part, voices, speakers, candidates, world, known);
        return new Claim(
                commitment.id(), world, known, part.standing(), overlays, part.used(), part.refused(), part.rows());
    }

    /// What a commitment, or one part of its body, comes to.
    record Part(
            Standing standing, List<Claim.Row> rows, SortedSet<String> used, SortedMap<String, Proof.Test> refused) {
        static Part of(Standing standing) {
            return new Part(standing, List.of(), new TreeSet<>(), new TreeMap<>());
        }
    }

    // Section 1: which facts stand.

    private static LocalDate knownFrom(Held one) {
        LocalDate reported = one.told().reported().last();
        return reported.isBefore(one.recorded()) ? reported : one.recorded();
    }

    private static Optional<Fact> fact(Told told) {
        return switch (told) {
            case Told.Asserted(Fact fact) -> Optional.of(fact);
            case Told.Corrected(var _, Fact fact, var _) -> Optional.of(fact);
            case Told.Retracted _ -> Optional.empty();
        };
    }

    /// Those that stand, in the order of what happened last, then of ids.
    private List<Fact> standing(@Nullable List<Held> some, LocalDate known) {
        List<Fact> standing = new ArrayList<>();
        for (Held one : some == null ? List.<Held>of() : some) {
            fact(one.told()).filter(_ -> stands(one, known)).ifPresent(standing::add);
        }
        standing.sort(
                Comparator.comparing((Fact fact) -> fact.happened().last()).thenComparing(Fact::id));
        return standing;
    }

    private boolean stands(Held one, LocalDate known) {
        return !knownFrom(one).isAfter(known)
                && !displaced(fact(one.told()).map(Fact::id).orElse(""), known);
    }

    private Optional<Fact> standing(String id, LocalDate known) {
        return Optional.ofNullable(facts.get(id))
                .filter(one -> stands(one, known))
                .flatMap(one -> fact(one.told()));
    }

    private List<Held> changes(String id) {
        return changing.getOrDefault(id, List.of());
    }

    private boolean displaced(String id, LocalDate known) {
        for (Held one : changes(id)) {
            if (knownFrom(one).isAfter(known)) {
                continue;
            }
            if (!(one.told() instanceof Told.Corrected(var _, Fact fact, var _)) || !retracted(fact.id(), known)) {
                return true;
            }
        }
        return false;
    }

    private boolean retracted(String id, LocalDate known) {
        return changes(id).stream()
                .anyMatch(one ->
                        one.told() instanceof Told.Retracted && !knownFrom(one).isAfter(known));
    }

    private static boolean bearsOn(Fact.Bearing bearing, CommitmentId id) {
        boolean wholeClause = bearing.commitment() == null;
        return bearing.clause().equals(id.clause())
                && (wholeClause || Objects.equals(bearing.commitment(), id.commitment()));
    }

    // Section 2: by its nature.

    private static LocalDate begins(Agreement agreement, Clause clause, Commitment commitment) {
        Period active = commitment.active();
        Period since = clause.since();
        if (active != null) {
            return active.first();
        }
        return since != null ? since.first() : agreement.signed().first();
    }

    /// One side's newest judgement.
    private record Voice(Party party, String fact, Standing standing) {}

    private static List<Voice> voices(CommitmentId id, List<Fact> standing, LocalDate world) {
        List<Fact> oldestFirst = standing.stream()
                .filter(fact -> !fact.happened().last().isAfter(world))
                .sorted(Comparator.comparing((Fact fact) -> fact.happened().last())
                        .thenComparing(fact -> fact.reported().last())
                        .thenComparing(Fact::id))
                .toList();
        List<Voice> voices = new ArrayList<>();
        for (Fact fact : oldestFirst) {
            for (Fact.Judging judging : fact.judges()) {
                for (Party party : Party.values()) {
                    if (judging.commitment().equals(id) && judging.by().contains(party)) {
                        voices.removeIf(older -> older.party() == party);
                        voices.add(new Voice(party, fact.id(), judging.standing()));
                    }
                }
            }
        }
        return voices;
    }

    private static Part judged(Nature.Judged judged, List<Voice> voices, LocalDate world) {
        if (voices.isEmpty()) {
            Period review = judged.review();
            boolean stillToCome = review != null && !world.isAfter(review.last());
            return Part.of(stillToCome ? Standing.NOT_YET_DUE : Standing.NO_EVIDENCE);
        }
        Standing worst = Standing.KEPT;
        SortedSet<String> used = new TreeSet<>();
        for (Voice voice : voices) {
            worst = voice.standing().compareTo(worst) > 0 ? voice.standing() : worst;
            used.add(voice.fact());
        }
        return new Part(worst, List.of(), used, new TreeMap<>());
    }

    // Section 6: several tests of one promise.

    private static Part measured(Body body, List<Fact> candidates, LocalDate begins, LocalDate world) {
        return switch (body) {
            case Body.Test test -> new CheckedTest(test, candidates, begins, world).part();
            case Body.AtLeast(int k, List<Body> bodies) -> {
                List<Part> parts = bodies.stream()
                        .map(one -> measured(one, candidates, begins, world))
                        .toList();
                yield combined(k, parts);
            }
        };
    }

    private static Part combined(int k, List<Part> parts) {
        List<Standing> bestFirst = parts.stream().map(Part::standing).sorted().toList();
        List<Claim.Row> rows = new ArrayList<>();
        SortedSet<String> used = new TreeSet<>();
        SortedMap<String, Proof.Test> refused = new TreeMap<>();
        for (Part part : parts) {
            rows.addAll(part.rows());
            used.addAll(part.used());
            part.refused().forEach(refused::putIfAbsent);
        }
        refused.keySet().removeAll(used);
        return new Part(bestFirst.get(k - 1), rows, used, refused);
    }

    // Section 7: what is said beside the standing.

    private SortedSet<Overlay> overlays(
            Commitment commitment,
            Part part,
            List<Voice> voices,
            List<Fact> speakers,
            List<Fact> candidates,
            LocalDate world,
            LocalDate known) {
        List<Fact> used =
                part.used().stream().flatMap(id -> standing(id, known).stream()).toList();
        SortedSet<Overlay> overlays = new TreeSet<>();
        boolean well = part.standing() == Standing.KEPT
                || part.standing() == Standing.KEPT_LATE
                || part.standing() == Standing.ON_COURSE;
        if (well && !used.isEmpty() && used.stream().allMatch(Checker::onlyClaimed)) {
            overlays.add(Overlay.ONLY_CLAIMED);
        }
        if (voices.stream().map(Voice::standing).distinct().count() > 1 || sidesDiffer(candidates)) {
            overlays.add(Overlay.SIDES_DIFFER);
        }
        if (used.stream().anyMatch(fact -> disputed(fact, known))) {
            overlays.add(Overlay.FIGURES_DIFFER);
        }
        Commitment.Superseded superseded = commitment.supersededBy();
        if (superseded != null
                && !superseded.from().isAfter(world)
                && !superseded.from().isAfter(known)) {
            overlays.add(Overlay.SUPERSEDED);
        }
        Set<Party> waivers = EnumSet.noneOf(Party.class);
        for (Fact fact : speakers) {
            if (fact.waives().contains(commitment.id())
                    && !fact.happened().last().isAfter(world)) {
                waivers.addAll(fact.by());
            }
        }
        if (waivers.size() == Party.values().length) {
            overlays.add(Overlay.WAIVED);
        }
        if (used.stream().anyMatch(fact -> displacedAfter(fact.id(), known))) {
            overlays.add(Overlay.CORRECTED_SINCE);
        }
        return overlays;
    }

    private static boolean onlyClaimed(Fact fact) {
        return fact.grade() == Fact.Grade.REPORTED || fact.grade() == Fact.Grade.CLAIMED;
    }

    private boolean disputed(Fact fact, LocalDate known) {
        return fact.disagreesWith().stream()
                        .anyMatch(other -> standing(other, known).isPresent())
                || !standing(disputing.get(fact.id()), known).isEmpty();
    }

    private static boolean sidesDiffer(List<Fact> candidates) {
        Map<String, Party> oneSided = new HashMap<>();
        for (Fact fact : candidates) {
            if (fact.by().size() == 1) {
                oneSided.put(fact.id(), fact.by().iterator().next());
            }
        }
        for (Fact fact : candidates) {
            Party side = oneSided.get(fact.id());
            for (String other : fact.disagreesWith()) {
                Party otherSide = oneSided.get(other);
                if (side != null && otherSide != null && side != otherSide) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A fact can come to be displaced only on a day on which something that changes it becomes known.
    private boolean displacedAfter(String id, LocalDate known) {
        return changes(id).stream().map(Checker::knownFrom).anyMatch(day -> day.isAfter(known) && displaced(id, day));
    }
}
