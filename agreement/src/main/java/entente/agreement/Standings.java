package entente.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How every commitment stands on one day in the world, by what had been reported by one day of knowledge. It never
/// changes; when more is told, only what that touches is worked out again.
public final class Standings {
    private static final int MOST_ONE_BY_ONE = 100;

    private final Register register;
    private final LocalDate world;
    private final LocalDate known;
    private final Map<CommitmentId, Stance> stances;

    private Standings(Register register, LocalDate world, LocalDate known, Map<CommitmentId, Stance> stances) {
        this.register = register;
        this.world = world;
        this.known = known;
        this.stances = stances;
    }

    /// Worked out from nothing, on all cores.
    public static Standings of(Register register, LocalDate world, LocalDate known) {
        Map<CommitmentId, Stance> stances = register.commitments().parallelStream()
                .map(commitment -> Stance.of(register, commitment, world, known))
                .collect(Collectors.toMap(stance -> stance.commitment().id(), stance -> stance));
        return new Standings(register, world, known, stances);
    }

    public LocalDate world() {
        return world;
    }

    public LocalDate known() {
        return known;
    }

    /// The same as [Register#standing] says, without its proof; empty where the register has no such commitment.
    public Optional<Standing> standing(CommitmentId commitment) {
        return Optional.ofNullable(stances.get(commitment)).map(Stance::standing);
    }

    /// The standings of a register that grew from the one of these.
    public Standings in(Register longer) {
        // One by one is quick for each, and slow for very many.
        if (!longer.grewFrom(register) || longer.size() - register.size() > MOST_ONE_BY_ONE) {
            return of(longer, world, known);
        }
        Map<CommitmentId, Stance> after = new HashMap<>(stances);
        Set<CommitmentId> anew = new HashSet<>();
        for (Held held : longer.told(register.size())) {
            if (!held.known().isAfter(known)) {
                take(held.told(), longer, after, anew);
            }
        }
        anew.forEach(id -> longer.commitment(id)
                .ifPresent(commitment -> after.put(id, Stance.of(longer, commitment, world, known))));
        return new Standings(longer, world, known, after);
    }

    private void take(Told told, Register longer, Map<CommitmentId, Stance> after, Set<CommitmentId> anew) {
        switch (told) {
            case Told.Asserted(Fact fact) -> {
                anew.addAll(spokenOf(fact));
                // What the same import takes back is worked out anew where that is told.
                if (longer.stands(fact.id(), known)) {
                    longer.bornOn(fact)
                            .forEach(id -> after.computeIfPresent(id, (_, stance) -> stance.with(fact, longer, world)));
                }
            }
            case Told.Corrected(String of, Fact fact, var _) -> {
                anew.addAll(touched(fact, longer));
                anew.addAll(displaced(of, longer, new HashSet<>()));
            }
            case Told.Retracted(String of, var _, var _, var _) -> anew.addAll(displaced(of, longer, new HashSet<>()));
        }
    }

    private static List<CommitmentId> spokenOf(Fact fact) {
        List<CommitmentId> spoken = new ArrayList<>();
        fact.judges().forEach(judging -> spoken.add(judging.commitment()));
        return spoken;
    }

    private static List<CommitmentId> touched(Fact fact, Register register) {
        List<CommitmentId> touched = spokenOf(fact);
        touched.addAll(register.bornOn(fact));
        return touched;
    }

    /// A correction taken back lets what it corrected stand again, and so on.
    private static List<CommitmentId> displaced(String id, Register register, Set<String> met) {
        List<CommitmentId> touched = new ArrayList<>();
        if (met.add(id)) {
            register.held(id).map(Held::told).ifPresent(told -> {
                told.tells().ifPresent(fact -> touched.addAll(touched(fact, register)));
                if (told instanceof Told.Corrected(String of, var _, var _)) {
                    touched.addAll(displaced(of, register, met));
                }
            });
        }
        return touched;
    }
}
