package entente.agreement;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Sum;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The tests that a single fact must pass to count. The first that it fails, in the order of [Proof.Test], is its
/// refusal.
record Sieve(Body.Test test, LocalDate begins, LocalDate world) {

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
        return fact.figures().stream()
                .filter(figure -> figure instanceof Count count && count.of().equals(of))
                .map(Count.class::cast)
                .toList();
    }

    static List<Sum> sums(Fact fact, Measure.Money money) {
        return fact.figures().stream()
                .filter(figure -> figure instanceof Sum sum
                        && sum.role() == Role.PART
                        && sum.stage() == money.stage()
                        && sum.money().currency().equals(money.currency()))
                .map(Sum.class::cast)
                .toList();
    }

    private Optional<Proof.Test> only(Fact fact) {
        Earmark only = test.only();
        if (!only.kinds().isEmpty() && !only.kinds().contains(fact.kind())) {
            return Optional.of(Proof.Test.KIND);
        }
        for (Tag tag : Tag.values()) {
            SortedSet<String> allowed = only.tags().get(tag);
            SortedSet<String> named = fact.tags().getOrDefault(tag, new TreeSet<>());
            if (allowed != null && (named.isEmpty() || !allowed.containsAll(named))) {
                return Optional.of(Proof.Test.valueOf(tag.name()));
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
        boolean hit = never.kinds().contains(fact.kind())
                || never.tags().entrySet().stream()
                        .anyMatch(entry -> fact.tags().getOrDefault(entry.getKey(), new TreeSet<>()).stream()
                                .anyMatch(entry.getValue()::contains))
                || never.window() != null
                        && !fact.happened().last().isBefore(never.window().first())
                        && !fact.happened().first().isAfter(never.window().last());
        return hit ? Optional.of(Proof.Test.NEVER) : Optional.empty();
    }
}
