package entente.agreement;

import entente.agreement.Told.Corrected;
import entente.agreement.Told.Retracted;
import entente.agreement.Totals.Total;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What lies between two views of the record: what was told, corrected and withdrawn, and what moved by it. From a
/// view to itself nothing changes.
///
/// A standing is that of the known day of each view, in the world and in knowledge. Totals are those of whole
/// agreements, so that a change about one clause has none.
public record Changes(
        View from,
        View to,
        List<Agreement> agreements,
        List<Clause> clauses,
        List<Clause> reworded,
        List<Fact> added,
        List<Replaced> corrected,
        List<Withdrawn> retracted,
        List<Fact> restored,
        List<Fact> unsaid,
        List<Moved> standings,
        List<MovedTotal> totals) {
    public Changes {
        agreements = List.copyOf(agreements);
        clauses = List.copyOf(clauses);
        reworded = List.copyOf(reworded);
        added = List.copyOf(added);
        corrected = List.copyOf(corrected);
        retracted = List.copyOf(retracted);
        restored = List.copyOf(restored);
        unsaid = List.copyOf(unsaid);
        standings = List.copyOf(standings);
        totals = List.copyOf(totals);
    }

    /// A register as known on a day.
    public record View(Register register, LocalDate known) {
        SortedMap<String, Fact> facts() {
            return register.facts(known)
                    .collect(Collectors.toMap(Fact::id, Function.identity(), (one, _) -> one, TreeMap::new));
        }

        private List<Agreement> agreements() {
            return register.agreements().stream()
                    .filter(one -> !one.begins().isAfter(known))
                    .toList();
        }

        private boolean told(String fact) {
            return register.held(fact)
                    .map(Held::known)
                    .filter(day -> !day.isAfter(known))
                    .isPresent();
        }
    }

    /// What a change is asked about.
    public sealed interface Scope {
        record Everything() implements Scope {}

        record OneAgreement(String id) implements Scope {}

        record OneClause(ClauseId id) implements Scope {}

        private boolean holds(ClauseId clause) {
            return switch (this) {
                case Everything() -> true;
                case OneAgreement(String id) -> clause.agreement().equals(id);
                case OneClause(ClauseId id) -> clause.equals(id);
            };
        }

        private boolean holds(Fact fact) {
            return this instanceof Everything || fact.bearsOn().stream().anyMatch(one -> holds(one.clause()));
        }
    }

    /// One fact in the place of another. Where it took several corrections, all reasons, oldest first.
    public record Replaced(Fact from, Fact to, List<Words> reasons) {
        public Replaced {
            reasons = List.copyOf(reasons);
        }
    }

    /// A fact taken back; `reasons` end with that of the retraction.
    public record Withdrawn(Fact fact, List<Words> reasons) {
        public Withdrawn {
            reasons = List.copyOf(reasons);
        }
    }

    /// A commitment that both views know and that stands otherwise in the second, or with other words beside it.
    public record Moved(Commitment commitment, Proof from, Proof to) {}

    /// A total that is not the same; null on the side where there is no such sum.
    public record MovedTotal(
            Agreement agreement,
            @Nullable Total from,
            @Nullable Total to) {}

    public boolean none() {
        return Stream.of(
                        agreements, clauses, reworded, added, corrected, retracted, restored, unsaid, standings, totals)
                .allMatch(List::isEmpty);
    }

    /// From the first view to the second. The second is commonly the later; where it is the earlier, facts that it
    /// does not know yet are `unsaid`, and an agreement that it does not know is not named.
    public static Changes between(View from, View to, Scope scope) {
        SortedMap<String, Fact> before = from.facts();
        SortedMap<String, Fact> after = to.facts();
        List<Replaced> corrected = new ArrayList<>();
        List<Withdrawn> retracted = new ArrayList<>();
        List<Fact> unsaid = new ArrayList<>();
        before.values().stream().filter(fact -> !after.containsKey(fact.id())).forEach(fact -> {
            List<Replaced> replaced = new ArrayList<>();
            Optional<List<Words>> gone = follow(to, fact, fact.id(), List.of(), replaced, new TreeSet<>());
            corrected.addAll(replaced);
            if (replaced.isEmpty()) {
                gone.ifPresentOrElse(reasons -> retracted.add(new Withdrawn(fact, reasons)), () -> unsaid.add(fact));
            }
        });
        TreeSet<String> replacing =
                corrected.stream().map(one -> one.to().id()).collect(Collectors.toCollection(TreeSet::new));
        Predicate<Fact> isNew = fact -> !before.containsKey(fact.id()) && !replacing.contains(fact.id());
        List<Fact> added = after.values().stream()
                .filter(isNew.and(fact -> !from.told(fact.id())))
                .toList();
        List<Fact> restored = after.values().stream()
                .filter(isNew.and(fact -> from.told(fact.id())))
                .toList();
        return new Changes(
                from,
                to,
                agreements(from, to, scope),
                clauses(from, to, scope),
                reworded(from, to, scope),
                added.stream().filter(scope::holds).toList(),
                corrected.stream()
                        .filter(one -> scope.holds(one.from()) || scope.holds(one.to()))
                        .toList(),
                retracted.stream().filter(one -> scope.holds(one.fact())).toList(),
                restored.stream().filter(scope::holds).toList(),
                unsaid.stream().filter(scope::holds).toList(),
                standings(from, to, scope),
                totals(from, to, scope));
    }

    /// Follows what displaced a fact to what stands in its place; the reasons of the first way that ends in a
    /// retraction, or empty where nothing displaced it.
    private static Optional<List<Words>> follow(
            View view, Fact origin, String id, List<Words> reasons, List<Replaced> replaced, TreeSet<String> seen) {
        Optional<List<Words>> gone = Optional.empty();
        for (Held one : view.register().displacers(id)) {
            if (one.known().isAfter(view.known())) {
                continue;
            }
            switch (one.told()) {
                case Retracted(var _, Words reason, var _, var _) ->
                    gone = gone.or(() -> Optional.of(also(reasons, reason)));
                case Corrected(var _, Fact fact, Words reason) -> {
                    List<Words> longer = also(reasons, reason);
                    if (!view.register().displaced(fact.id(), view.known())) {
                        replaced.add(new Replaced(origin, fact, longer));
                    } else if (seen.add(fact.id())) {
                        Optional<List<Words>> further = follow(view, origin, fact.id(), longer, replaced, seen);
                        gone = gone.or(() -> further);
                    }
                }
                case Told.Asserted _ -> throw new IllegalStateException("what is only told displaces nothing: " + id);
            }
        }
        return gone;
    }

    private static List<Words> also(List<Words> reasons, Words reason) {
        return Stream.concat(reasons.stream(), Stream.of(reason)).toList();
    }

    private static List<Agreement> agreements(View from, View to, Scope scope) {
        TreeSet<String> known =
                from.agreements().stream().map(Agreement::id).collect(Collectors.toCollection(TreeSet::new));
        return to.agreements().stream()
                .filter(one -> !known.contains(one.id()))
                .filter(one -> one.clauses().stream().anyMatch(clause -> scope.holds(clause.id())))
                .toList();
    }

    private static Map<ClauseId, Clause> standing(View view, Scope scope) {
        return view.agreements().stream()
                .flatMap(agreement -> agreement.clauses(view.known()).stream())
                .filter(clause -> scope.holds(clause.id()))
                .collect(Collectors.toMap(Clause::id, Function.identity(), (one, _) -> one, TreeMap::new));
    }

    /// Those of agreements that both views know.
    private static List<Clause> clauses(View from, View to, Scope scope) {
        Map<ClauseId, Clause> before = standing(from, scope);
        TreeSet<String> known =
                from.agreements().stream().map(Agreement::id).collect(Collectors.toCollection(TreeSet::new));
        return standing(to, scope).values().stream()
                .filter(clause -> known.contains(clause.id().agreement()) && !before.containsKey(clause.id()))
                .toList();
    }

    private static List<Clause> reworded(View from, View to, Scope scope) {
        Map<ClauseId, Clause> before = standing(from, scope);
        return standing(to, scope).values().stream()
                .filter(clause -> before.containsKey(clause.id()) && !clause.equals(before.get(clause.id())))
                .toList();
    }

    private static List<Moved> standings(View from, View to, Scope scope) {
        TreeSet<CommitmentId> known = standing(from, scope).values().stream()
                .flatMap(clause -> clause.commitments().stream())
                .map(Commitment::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return standing(to, scope).values().stream()
                .flatMap(clause -> clause.commitments().stream())
                .filter(commitment -> known.contains(commitment.id()))
                .map(commitment -> new Moved(
                        commitment,
                        from.register().standing(commitment.id(), from.known(), from.known()),
                        to.register().standing(commitment.id(), to.known(), to.known())))
                .filter(one -> one.from().standing() != one.to().standing()
                        || !one.from().overlays().equals(one.to().overlays()))
                .toList();
    }

    private static List<MovedTotal> totals(View from, View to, Scope scope) {
        if (scope instanceof Scope.OneClause) {
            return List.of();
        }
        List<MovedTotal> moved = new ArrayList<>();
        SortedMap<String, Agreement> all = new TreeMap<>();
        from.agreements().forEach(one -> all.put(one.id(), one));
        to.agreements().forEach(one -> all.put(one.id(), one));
        for (Agreement agreement : all.values()) {
            if (scope instanceof Scope.OneAgreement(String id) && !id.equals(agreement.id())) {
                continue;
            }
            SortedMap<Place, Total> before = totals(from, agreement.id());
            SortedMap<Place, Total> after = totals(to, agreement.id());
            TreeSet<Place> keys = new TreeSet<>(before.keySet());
            keys.addAll(after.keySet());
            for (Place key : keys) {
                Total one = before.get(key);
                Total other = after.get(key);
                if (one == null
                        || other == null
                        || !one.amount().equals(other.amount())
                        || one.bound() != other.bound()) {
                    moved.add(new MovedTotal(agreement, one, other));
                }
            }
        }
        return moved;
    }

    private record Place(Figure.Stage stage, String currency) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::stage)
                    .thenComparing(Place::currency)
                    .compare(this, other);
        }
    }

    private static SortedMap<Place, Total> totals(View view, String id) {
        SortedMap<Place, Total> totals = new TreeMap<>();
        view.agreements().stream()
                .filter(one -> one.id().equals(id))
                .flatMap(agreement -> Totals.of(view.register(), agreement, view.known()).totals().stream())
                .forEach(total -> totals.put(
                        new Place(total.stage(), total.amount().currency().getCurrencyCode()), total));
        return totals;
    }
}
