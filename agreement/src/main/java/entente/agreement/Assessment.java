package entente.agreement;

import entente.agreement.Fact.Judging;
import entente.agreement.Proof.Finding;
import entente.terms.Party;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The working-out of one standing: which facts bear on the commitment, what its body comes to, what must be said
/// beside it.
final class Assessment {
    private final Register register;
    private final Commitment commitment;
    private final LocalDate world;
    private final LocalDate known;
    private final List<Fact> candidates;
    private final SortedSet<String> used = new TreeSet<>();
    private final SortedMap<String, Proof.Test> refused = new TreeMap<>();

    Assessment(Register register, Commitment commitment, LocalDate world, LocalDate known) {
        this.register = register;
        this.commitment = commitment;
        this.world = world;
        this.known = known;
        this.candidates = register.candidates(commitment.id(), known);
    }

    /// At least k of several hold as well as the k-th best does.
    static Standing kth(int k, Stream<Standing> standings) {
        return standings.sorted().skip(k - 1L).findFirst().orElseThrow();
    }

    Finding finding() {
        return switch (commitment.nature()) {
            case Commitment.Nature.Measured(Body body) -> measured(body);
            case Commitment.Nature.Judged judged -> judged(judged);
            case Commitment.Nature.Principle() -> new Finding.Unjudgeable();
        };
    }

    Proof proof() {
        Finding finding = finding();
        refused.keySet().removeAll(used);
        return new Proof(
                commitment.id(),
                world,
                known,
                finding.standing(),
                overlays(finding),
                finding,
                java.util.Collections.unmodifiableSortedSet(used),
                java.util.Collections.unmodifiableSortedMap(refused));
    }

    private Finding measured(Body body) {
        return switch (body) {
            case Body.Test test -> {
                LocalDate begins = register.begins(commitment);
                Sieve sieve = new Sieve(test, begins, world);
                Measurement measurement = new Measurement(test, begins, world, sieve.counted(candidates));
                Finding.Tested tested = measurement.tested();
                tested.rows().forEach(row -> used.addAll(row.used().keySet()));
                measurement.refused().forEach(refused::putIfAbsent);
                sieve.refused(candidates).forEach(refused::putIfAbsent);
                yield tested;
            }
            case Body.AtLeast(int k, List<Body> of) -> {
                List<Finding> findings = of.stream().map(this::measured).toList();
                yield new Finding.Combined(k, findings, kth(k, findings.stream().map(Finding::standing)));
            }
        };
    }

    private Finding judged(Commitment.Nature.Judged judged) {
        SortedMap<Party, Proof.Voice> voices = new TreeMap<>();
        register.speaking(commitment.id(), known)
                .filter(fact -> !fact.happened().last().isAfter(world))
                .sorted(Comparator.comparing((Fact fact) -> fact.happened().last())
                        .thenComparing(fact -> fact.reported().last())
                        .thenComparing(Fact::id))
                .forEach(fact -> {
                    for (Judging judging : fact.judges()) {
                        if (judging.commitment().equals(commitment.id())) {
                            judging.by()
                                    .forEach(
                                            party -> voices.put(party, new Proof.Voice(fact.id(), judging.standing())));
                        }
                    }
                });
        voices.values().forEach(voice -> used.add(voice.fact()));
        Standing silent =
                judged.review() != null && !world.isAfter(judged.review().last())
                        ? Standing.NOT_YET_DUE
                        : Standing.NO_EVIDENCE;
        // Where the two sides judge differently the less favourable word is shown, beside both voices.
        Standing standing = voices.values().stream()
                .map(Proof.Voice::standing)
                .max(Comparator.naturalOrder())
                .orElse(silent);
        return new Finding.Judged(voices, standing);
    }

    private SortedSet<Overlay> overlays(Finding finding) {
        Set<Overlay> overlays = EnumSet.noneOf(Overlay.class);
        List<Fact> usedFacts =
                used.stream().flatMap(id -> register.fact(id).stream()).toList();
        boolean favourable = finding.standing().kept() || finding.standing() == Standing.ON_COURSE;
        if (favourable
                && !usedFacts.isEmpty()
                && usedFacts.stream().allMatch(fact -> fact.grade().onlyClaimed())) {
            overlays.add(Overlay.ONLY_CLAIMED);
        }
        if (sidesDiffer(finding)) {
            overlays.add(Overlay.SIDES_DIFFER);
        }
        if (usedFacts.stream().anyMatch(fact -> register.contradicted(fact, known))) {
            overlays.add(Overlay.FIGURES_DIFFER);
        }
        LocalDate day = world.isBefore(known) ? world : known;
        if (commitment.supersededBy() != null
                && !commitment.supersededBy().from().isAfter(day)) {
            overlays.add(Overlay.SUPERSEDED);
        }
        if (waived()) {
            overlays.add(Overlay.WAIVED);
        }
        if (used.stream().anyMatch(fact -> register.displacedAfter(fact, known))) {
            overlays.add(Overlay.CORRECTED_SINCE);
        }
        return java.util.Collections.unmodifiableSortedSet(new TreeSet<>(overlays));
    }

    private boolean sidesDiffer(Finding finding) {
        if (finding instanceof Finding.Judged(var voices, var _)
                && voices.values().stream()
                                .map(Proof.Voice::standing)
                                .distinct()
                                .count()
                        > 1) {
            return true;
        }
        return candidates.stream()
                .anyMatch(one -> one.disagreesWith().stream()
                        .filter(other -> register.stands(other, known))
                        .flatMap(other -> register.fact(other).stream())
                        .anyMatch(other -> other.bearsOn(commitment.id()) && opposed(one, other)));
    }

    /// Each is told by one side alone, and not by the same.
    private static boolean opposed(Fact one, Fact other) {
        return one.by().size() == 1 && other.by().size() == 1 && !one.by().equals(other.by());
    }

    private boolean waived() {
        EnumMap<Party, Boolean> sides = new EnumMap<>(Party.class);
        register.speaking(commitment.id(), known)
                .filter(fact -> fact.waives().contains(commitment.id()))
                .filter(fact -> !fact.happened().last().isAfter(world))
                .forEach(fact -> fact.by().forEach(party -> sides.put(party, true)));
        return sides.size() == Party.values().length;
    }
}
