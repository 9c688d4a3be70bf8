package entente.agreement;

import entente.agreement.Fact.Judging;
import entente.agreement.Proof.Finding;
import entente.terms.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
        this.candidates = register.bearing(commitment.id().clause(), known).stream()
                .filter(fact -> fact.bearsOn().stream().anyMatch(bearing -> bearing.on(commitment.id())))
                .toList();
    }

    private Finding finding() {
        return switch (commitment.nature()) {
            case Commitment.Nature.Measured(Body body) -> measured(body);
            case Commitment.Nature.Judged judged -> judged(judged);
            case Commitment.Nature.Principle() -> new Finding.Unjudgeable();
        };
    }

    /// The standing alone, without all that it rests on.
    Standing standing() {
        return finding().standing();
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
                Measurement measurement = new Measurement(test, register.begins(commitment), world);
                Finding.Tested tested = measurement.over(candidates);
                tested.rows().forEach(row -> used.addAll(row.used().keySet()));
                measurement.refused().forEach(refused::putIfAbsent);
                yield tested;
            }
            case Body.AtLeast(int k, List<Body> of) -> {
                List<Finding> findings = new ArrayList<>();
                of.forEach(part -> findings.add(measured(part)));
                Standing kth = findings.stream()
                        .map(Finding::standing)
                        .sorted()
                        .skip(k - 1L)
                        .findFirst()
                        .orElseThrow();
                yield new Finding.Combined(k, List.copyOf(findings), kth);
            }
        };
    }

    private Finding judged(Commitment.Nature.Judged judged) {
        SortedMap<Party, Proof.Voice> voices = new TreeMap<>();
        candidates().stream()
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

    /// A judgement or waiver counts wherever it is told, whether or not it says that it bears on the clause.
    private List<Fact> candidates() {
        return register.facts(known)
                .filter(fact -> !fact.judges().isEmpty() || !fact.waives().isEmpty())
                .toList();
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
        if (usedFacts.stream().anyMatch(this::contradicted)) {
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
        if (used.stream().anyMatch(this::displacedLater)) {
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
                .anyMatch(one -> candidates.stream()
                        .anyMatch(other -> disagree(one, other)
                                && one.by().equals(Set.of(Party.UNITED_KINGDOM))
                                && other.by().equals(Set.of(Party.FRANCE))));
    }

    private boolean contradicted(Fact fact) {
        return register.facts(known).anyMatch(other -> disagree(fact, other));
    }

    private static boolean disagree(Fact one, Fact other) {
        return one.disagreesWith().contains(other.id()) || other.disagreesWith().contains(one.id());
    }

    private boolean waived() {
        EnumMap<Party, Boolean> sides = new EnumMap<>(Party.class);
        candidates().stream()
                .filter(fact -> fact.waives().contains(commitment.id()))
                .filter(fact -> !fact.happened().last().isAfter(world))
                .forEach(fact -> fact.by().forEach(party -> sides.put(party, true)));
        return sides.size() == Party.values().length;
    }

    /// Only on a day on which something displaces it can it begin to be displaced.
    private boolean displacedLater(String fact) {
        return register.displacers(fact).stream()
                .map(Held::known)
                .anyMatch(day -> day.isAfter(known) && register.displaced(fact, day));
    }
}
