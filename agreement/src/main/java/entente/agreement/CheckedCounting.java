package entente.agreement;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Fact.Tag;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Section 3 of docs/spec/algebra.md, for the [Checker]: whether a fact counts in a test, and if not, why.
final class CheckedCounting {
    private CheckedCounting() {}

    /// The first of the tests, in the order of the section, that the fact fails; empty where it counts.
    static Optional<Proof.Test> refusal(Body.Test test, Fact fact, LocalDate begins, LocalDate world) {
        return byFigure(test.measure(), fact)
                .or(() -> byOnly(test.only(), fact))
                .or(() -> byNever(test.never(), fact))
                .or(() -> when(fact.happened().last().isBefore(begins), Proof.Test.BEFORE_PROMISE))
                .or(() -> when(fact.happened().last().isAfter(world), Proof.Test.NOT_OVER));
    }

    private static Optional<Proof.Test> when(boolean fails, Proof.Test test) {
        return fails ? Optional.of(test) : Optional.empty();
    }

    private static Optional<Proof.Test> byFigure(Measure measure, Fact fact) {
        return switch (measure) {
            case Measure.Money(Currency currency, Figure.Stage stage) -> {
                List<Figure.Sum> sums = sums(fact, currency, stage);
                yield when(sums.isEmpty(), Proof.Test.NO_SUCH_FIGURE)
                        .or(() ->
                                when(sums.stream().anyMatch(CheckedCounting::onlyAbove), Proof.Test.UPPER_LIMIT_ONLY));
            }
            case Measure.Total(String of) -> byCount(fact, of);
            case Measure.Covered(String of, var _) -> byCount(fact, of);
            case Measure.Least(String of) -> byCount(fact, of);
            case Measure.Latest(String of) -> byCount(fact, of);
            case Measure.Ratio(String of, String to) -> byCount(fact, of).or(() -> byCount(fact, to));
            case Measure.Elapsed(String from, String to) ->
                when(counts(fact, from).isEmpty() && counts(fact, to).isEmpty(), Proof.Test.NO_SUCH_FIGURE);
            case Measure.Distinct(Tag tag) -> when(values(fact, tag).isEmpty(), Proof.Test.NO_SUCH_FIGURE);
            case Measure.Facts() -> Optional.empty();
        };
    }

    private static Optional<Proof.Test> byCount(Fact fact, String of) {
        List<Figure.Count> counts = counts(fact, of);
        return when(counts.isEmpty(), Proof.Test.NO_SUCH_FIGURE)
                .or(() -> when(counts.size() > 1, Proof.Test.TWO_FIGURES))
                .or(() -> when(counts.stream().anyMatch(CheckedCounting::onlyAbove), Proof.Test.UPPER_LIMIT_ONLY));
    }

    private static boolean onlyAbove(Figure figure) {
        return figure.bound() == Figure.Bound.AT_MOST || figure.bound() == Figure.Bound.LESS_THAN;
    }

    private static Optional<Proof.Test> byOnly(Earmark only, Fact fact) {
        return when(!only.kinds().isEmpty() && !only.kinds().contains(fact.kind()), Proof.Test.KIND)
                .or(() -> byOnly(only, fact, Tag.PLACE, Proof.Test.PLACE))
                .or(() -> byOnly(only, fact, Tag.PURPOSE, Proof.Test.PURPOSE))
                .or(() -> byOnly(only, fact, Tag.PAYER, Proof.Test.PAYER))
                .or(() -> byOnly(only, fact, Tag.PAYEE, Proof.Test.PAYEE))
                .or(() -> byOnly(only, fact, Tag.SUBJECT, Proof.Test.SUBJECT))
                .or(() -> {
                    Period window = only.window();
                    return when(window != null && !inside(fact.happened(), window), Proof.Test.WINDOW);
                });
    }

    private static Optional<Proof.Test> byOnly(Earmark only, Fact fact, Tag tag, Proof.Test test) {
        Set<String> named = values(fact, tag);
        Set<String> listed = only.tags().get(tag);
        return when(listed != null && (named.isEmpty() || !listed.containsAll(named)), test);
    }

    private static boolean inside(Period happened, Period window) {
        return !happened.unknown()
                && !happened.first().isBefore(window.first())
                && !happened.last().isAfter(window.last());
    }

    private static Optional<Proof.Test> byNever(Earmark never, Fact fact) {
        Period window = never.window();
        boolean kind = never.kinds().contains(fact.kind());
        boolean tag = never.tags().entrySet().stream()
                .anyMatch(entry -> values(fact, entry.getKey()).stream()
                        .anyMatch(value -> entry.getValue().contains(value)));
        boolean day = window != null && touches(fact, window.first(), window.last());
        return when(kind || tag || day, Proof.Test.NEVER);
    }

    /// Some day that it may mean lies in [from, until].
    static boolean touches(Fact fact, LocalDate from, LocalDate until) {
        return !fact.happened().first().isAfter(until)
                && !fact.happened().last().isBefore(from);
    }

    static List<Figure.Sum> sums(Fact fact, Currency currency, Figure.Stage stage) {
        return fact.figures().stream()
                .flatMap(figure -> figure instanceof Figure.Sum sum ? Stream.of(sum) : Stream.empty())
                .filter(sum -> sum.role() == Figure.Role.PART
                        && sum.stage() == stage
                        && sum.money().currency().equals(currency))
                .toList();
    }

    static List<Figure.Count> counts(Fact fact, String of) {
        return fact.figures().stream()
                .flatMap(figure -> figure instanceof Figure.Count count ? Stream.of(count) : Stream.empty())
                .filter(count -> count.of().equals(of))
                .toList();
    }

    static Set<String> values(Fact fact, Tag tag) {
        Set<String> values = fact.tags().get(tag);
        return values == null ? Set.of() : values;
    }

    /// The low end of a range, else the number.
    static BigDecimal number(Figure figure) {
        BigDecimal low = figure.low();
        return low == null ? figure.value() : low;
    }
}
