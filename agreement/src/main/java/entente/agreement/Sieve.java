package entente.agreement;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Sum;
import entente.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// The tests that a single fact must pass to count. The first that it fails, in the order of [Proof.Test], is its
/// refusal.
record Sieve(Body.Test test, LocalDate begins, LocalDate world) {
    private static final List<Tag> TAGS = List.of(Tag.values());
    private static final SortedSet<String> NOTHING = Collections.emptySortedSet();

    /// Those that pass, in the order in which they come.
    List<Fact> counted(List<Fact> candidates) {
        List<Fact> counted = new ArrayList<>();
        for (Fact fact : candidates) {
            if (failed(fact).isEmpty()) {
                counted.add(fact);
            }
        }
        return counted;
    }

    /// Why each of the others does not count.
    Map<String, Proof.Test> refused(List<Fact> candidates) {
        Map<String, Proof.Test> refused = new HashMap<>();
        candidates.forEach(fact -> failed(fact).ifPresent(test -> refused.put(fact.id(), test)));
        return refused;
    }

    Optional<Proof.Test> failed(Fact fact) {
        return figure(fact)
                .or(() -> only(fact))
                .or(() -> never(fact))
                .or(() -> fact.happened().last().isBefore(begins)
                        ? Optional.of(Proof.Test.BEFORE_PROMISE)
                        : Optional.empty())
                .or(() -> fact.happened().last().isAfter(world) ? Optional.of(Proof.Test.NOT_OVER) : Optional.empty());
    }

    private Optional<Proof.Test> figure(Fact fact) {
        return switch (test.measure()) {
            case Measure.Money money -> {
                List<Sum> sums = sums(fact, money);
                yield sums.isEmpty()
                        ? Optional.of(Proof.Test.NO_SUCH_FIGURE)
                        : upperLimit(sums.stream().anyMatch(sum -> sum.bound().upperLimitOnly()));
            }
            case Measure.Total(String of) -> count(fact, of);
            case Measure.Covered(String of, var _) -> count(fact, of);
            case Measure.Least(String of) -> count(fact, of);
            case Measure.Latest(String of) -> count(fact, of);
            case Measure.Ratio(String of, String to) -> count(fact, of).or(() -> count(fact, to));
            case Measure.Elapsed(String from, String to) ->
                counts(fact, from) || counts(fact, to) ? Optional.empty() : Optional.of(Proof.Test.NO_SUCH_FIGURE);
            case Measure.Distinct(Tag tag) ->
                fact.tags().containsKey(tag) ? Optional.empty() : Optional.of(Proof.Test.NO_SUCH_FIGURE);
            case Measure.Facts() -> Optional.empty();
        };
    }

    private Optional<Proof.Test> count(Fact fact, String of) {
        List<Count> counts = counted(fact, of);
        return switch (counts.size()) {
            case 0 -> Optional.of(Proof.Test.NO_SUCH_FIGURE);
            case 1 -> upperLimit(counts.getFirst().bound().upperLimitOnly());
            default -> Optional.of(Proof.Test.TWO_FIGURES);
        };
    }

    private static Optional<Proof.Test> upperLimit(boolean only) {
        return only ? Optional.of(Proof.Test.UPPER_LIMIT_ONLY) : Optional.empty();
    }

    static boolean counts(Fact fact, String of) {
        return !counted(fact, of).isEmpty();
    }

    static List<Count> counted(Fact fact, String of) {
        List<Count> counted = List.of();
        for (Figure figure : fact.figures()) {
            if (figure instanceof Count count && count.of().equals(of)) {
                counted = and(counted, count);
            }
        }
        return counted;
    }

    static List<Sum> sums(Fact fact, Measure.Money money) {
        List<Sum> sums = List.of();
        for (Figure figure : fact.figures()) {
            if (figure instanceof Sum sum
                    && sum.role() == Role.PART
                    && sum.stage() == money.stage()
                    && sum.money().currency().equals(money.currency())) {
                sums = and(sums, sum);
            }
        }
        return sums;
    }

    /// Nearly every fact gives none or one.
    private static <T> List<T> and(List<T> some, T one) {
        if (some.isEmpty()) {
            return List.of(one);
        }
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    private Optional<Proof.Test> only(Fact fact) {
        Earmark only = test.only();
        if (!only.kinds().isEmpty() && !only.kinds().contains(fact.kind())) {
            return Optional.of(Proof.Test.KIND);
        }
        if (!only.tags().isEmpty()) {
            for (Tag tag : TAGS) {
                SortedSet<String> allowed = only.tags().get(tag);
                SortedSet<String> named = fact.tags().getOrDefault(tag, NOTHING);
                if (allowed != null && (named.isEmpty() || !allowed.containsAll(named))) {
                    return Optional.of(Proof.Test.valueOf(tag.name()));
                }
            }
        }
        if (only.window() != null
                && !fact.happened().within(only.window().first(), only.window().last())) {
            return Optional.of(Proof.Test.WINDOW);
        }
        return Optional.empty();
    }

    private Optional<Proof.Test> never(Fact fact) {
        Earmark never = test.never();
        return never.kinds().contains(fact.kind()) || names(fact, never) || touches(fact, never.window())
                ? Optional.of(Proof.Test.NEVER)
                : Optional.empty();
    }

    private static boolean names(Fact fact, Earmark never) {
        for (var entry : never.tags().entrySet()) {
            for (String named : fact.tags().getOrDefault(entry.getKey(), NOTHING)) {
                if (entry.getValue().contains(named)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean touches(Fact fact, @Nullable Period window) {
        return window != null
                && !fact.happened().last().isBefore(window.first())
                && !fact.happened().first().isAfter(window.last());
    }
}
