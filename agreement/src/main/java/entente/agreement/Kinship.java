package entente.agreement;

import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.What;
import entente.terms.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which tellings are about one thing, by section 2 of docs/spec/comparing.md. Each telling is laid under all that it
/// must share with another to be of one thing with it, and held only against what lies there too.
final class Kinship {
    /// Words for who or what moves. The same deed counted in two of them is one thing in two units.
    private static final List<String> UNITS =
            List.of("people", "crossings", "boats", "boat-crossings", "attempts", "departures");

    private final List<Telling> tellings;
    private final List<List<ClauseId>> clauses;
    private final Map<Shared, List<Integer>> laid = new HashMap<>();

    private Kinship(List<Telling> tellings, List<List<ClauseId>> clauses) {
        this.tellings = tellings;
        this.clauses = clauses;
    }

    /// What two tellings share that may be of one thing.
    private sealed interface Shared {
        /// One source, and one stage or one kind of count.
        record Source(Object teller, Object kind) implements Shared {}

        /// One sum of one stage about one agreement.
        record Again(Stage stage, Money money, String agreement) implements Shared {}

        /// A promise of a clause.
        record Promise(ClauseId clause) implements Shared {}

        /// A published total of a clause.
        record Total(Stage stage, ClauseId clause) implements Shared {}

        record Paid(Stage stage, ClauseId clause, boolean outside, SortedSet<String> purpose) implements Shared {}

        record CountedAt(Object deed, SortedSet<String> places) implements Shared {}

        record CountedIn(Object deed, ClauseId clause) implements Shared {}
    }

    /// Joins what is of one thing, family by family: nothing of two families is.
    static void join(Groups groups, List<Telling> tellings, List<List<ClauseId>> clauses) {
        IntStream.range(0, tellings.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        place -> family(tellings.get(place).what())))
                .values()
                .parallelStream()
                .forEach(family -> new Kinship(tellings, clauses).join(groups, family));
    }

    /// The stage of a sum; the deed that is counted, in whatever unit.
    private static Object family(What what) {
        return switch (what) {
            case What.Paid(Stage stage, var _) -> stage;
            case What.Counted(String of) -> {
                String deed = deed(of);
                yield deed != null ? deed : UNITS.contains(of) ? "" : of;
            }
        };
    }

    private void join(Groups groups, List<Integer> family) {
        family.forEach(this::lay);
        laid.forEach((shared, places) -> {
            if (places.size() > 1) {
                join(groups, shared, places);
            }
        });
    }

    private void lay(Shared shared, int place) {
        laid.computeIfAbsent(shared, _ -> new ArrayList<>(2)).add(place);
    }

    private void lay(int place) {
        Telling telling = tellings.get(place);
        boolean timed = !telling.when().unknown() && !telling.when().open();
        switch (telling.figure()) {
            case Sum sum -> {
                lay(new Shared.Source(source(telling.teller()), sum.stage()), place);
                if (sum.money().minor() != 0 && sum.role() != Role.OUTSIDE) {
                    telling.teller().clauses().stream()
                            .map(ClauseId::agreement)
                            .distinct()
                            .forEach(agreement -> lay(new Shared.Again(sum.stage(), sum.money(), agreement), place));
                }
                for (ClauseId clause : clauses.get(place)) {
                    if (sum.role() != Role.TOTAL && sum.role() != Role.OUTSIDE && Gathering.promise(telling)) {
                        lay(new Shared.Promise(clause), place);
                    } else if (timed && sum.role() == Role.TOTAL) {
                        lay(new Shared.Total(sum.stage(), clause), place);
                    } else if (timed) {
                        boolean outside = sum.role() == Role.OUTSIDE;
                        lay(new Shared.Paid(sum.stage(), clause, outside, Gathering.tag(telling, Tag.PURPOSE)), place);
                    }
                }
            }
            case Count count -> {
                lay(new Shared.Source(source(telling.teller()), What.of(count)), place);
                if (timed) {
                    count(What.of(count), place);
                    String deed = deed(count.of());
                    if (deed != null) {
                        count(deed, place);
                    }
                }
            }
        }
    }

    private void count(Object deed, int place) {
        SortedSet<String> places = Gathering.tag(tellings.get(place), Tag.PLACE);
        if (!places.isEmpty()) {
            lay(new Shared.CountedAt(deed, places), place);
        }
        clauses.get(place).forEach(clause -> lay(new Shared.CountedIn(deed, clause), place));
    }

    /// What tells one telling from another’s source: a fact by its name, a text by its promises.
    static Object source(Teller teller) {
        return switch (teller) {
            case Teller.OfFact(Fact fact) -> fact.id();
            case Teller.OfText(var _, var _, List<CommitmentId> promises) -> promises;
        };
    }

    /// `prevented` of `people-prevented` and `crossings-prevented`; null where nobody moves.
    private static @Nullable String deed(String of) {
        for (String unit : UNITS) {
            if (of.startsWith(unit + "-")) {
                return of.substring(unit.length() + 1);
            }
        }
        return null;
    }

    private void join(Groups groups, Shared shared, List<Integer> places) {
        switch (shared) {
            case Shared.Source _, Shared.Promise _ -> groups.join(places);
            case Shared.Again _ -> again(groups, tellings, places);
            case Shared.Total _ -> close(groups, places, Tag.PAYER, null, Kinship::compatible);
            case Shared.Paid _ -> close(groups, places, Tag.PAYER, Tag.PAYEE, Kinship::compatible);
            case Shared.CountedAt _ -> close(groups, places, null, null, (_, _) -> true);
            case Shared.CountedIn _ -> close(groups, places, Tag.PLACE, null, Kinship::where);
        }
    }

    /// The same number told again: by a repeat of it, or by two totals.
    static void again(Groups groups, List<Telling> tellings, List<Integer> places) {
        boolean repeated = places.stream().anyMatch(place -> Gathering.role(tellings.get(place)) == Role.REPEAT);
        groups.join(places.stream()
                .filter(place -> repeated || Gathering.role(tellings.get(place)) == Role.TOTAL)
                .toList());
    }

    // Times that are alike.

    /// All that is asked of a telling here; `first` and `last` are days since 1970.
    private record Terms(long first, long last, Object what, SortedSet<String> one, SortedSet<String> other) {
        /// They share at least half of the longer of the two times.
        boolean alike(Terms later) {
            long shared = Math.min(last, later.last) - later.first + 1;
            return 2 * shared >= Math.max(last - first, later.last - later.first) + 1;
        }
    }

    /// Tellings in the same terms, by the first of them. `source` is null where they are of several.
    private record Node(Terms terms, int place, @Nullable Object source) {}

    /// Joins those that are alike in time and pass the test; nothing of one source in two units.
    private void close(
            Groups groups,
            List<Integer> places,
            @Nullable Tag one,
            @Nullable Tag other,
            BiPredicate<Terms, Terms> test) {
        Map<Terms, Node> nodes = new HashMap<>();
        for (int place : places) {
            Telling telling = tellings.get(place);
            Terms terms = new Terms(
                    telling.when().first().toEpochDay(),
                    telling.when().last().toEpochDay(),
                    telling.figure() instanceof Count count ? What.of(count) : "",
                    tag(telling, one),
                    tag(telling, other));
            Object source = source(telling.teller());
            Node before = nodes.putIfAbsent(terms, new Node(terms, place, source));
            if (before != null) {
                groups.join(before.place(), place);
                if (!source.equals(before.source())) {
                    nodes.put(terms, new Node(terms, before.place(), null));
                }
            }
        }
        List<Node> sorted = nodes.values().stream()
                .sorted(Comparator.comparingLong(node -> node.terms().first()))
                .toList();
        for (int at = 0; at < sorted.size(); at++) {
            Node node = sorted.get(at);
            Terms terms = node.terms();
            // From here on nothing reaches back far enough to share half of it.
            long reach = terms.last() - (terms.last() - terms.first()) / 2;
            for (int next = at + 1; next < sorted.size(); next++) {
                Node later = sorted.get(next);
                if (later.terms().first() > reach) {
                    break;
                }
                if (terms.alike(later.terms()) && !oneSource(node, later) && test.test(terms, later.terms())) {
                    groups.join(node.place(), later.place());
                }
            }
        }
    }

    private static boolean oneSource(Node one, Node other) {
        return !one.terms().what().equals(other.terms().what())
                && one.source() != null
                && one.source().equals(other.source());
    }

    private static SortedSet<String> tag(Telling telling, @Nullable Tag tag) {
        return tag == null ? Collections.emptySortedSet() : Gathering.tag(telling, tag);
    }

    private static boolean compatible(Terms one, Terms other) {
        return compatible(one.one(), other.one()) && compatible(one.other(), other.other());
    }

    private static boolean compatible(Set<String> one, Set<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static boolean where(Terms one, Terms other) {
        return one.one().equals(other.one()) || !Collections.disjoint(one.one(), other.one());
    }
}
