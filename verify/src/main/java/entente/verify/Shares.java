package entente.verify;

import entente.agreement.Body;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Threshold;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.files.Writing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the tests of a commitment can ask for, and what one fact can give to them: the arithmetic that a published
/// period shows, as far as it can be told without the proof.
record Shares(List<Body.Test> tests) {
    static Shares of(Body body) {
        return new Shares(flat(body).toList());
    }

    private static Stream<Body.Test> flat(Body body) {
        return switch (body) {
            case Body.Test test -> Stream.of(test);
            case Body.AtLeast(int _, List<Body> bodies) -> bodies.stream().flatMap(Shares::flat);
        };
    }

    /// Whether any test asks for this. What a share comes to depends on other sums and is left open.
    boolean requires(Branch required) {
        return tests.stream().anyMatch(test -> switch (test.threshold()) {
            case Threshold.Share _ -> true;
            case Threshold.Table(var values) ->
                values.stream().anyMatch(value -> required.is(Map.of("at_least", value)));
            case Threshold.AtLeastThis _, Threshold.AtMostThis _, Threshold.Exactly _, Threshold.Between _ ->
                required.is(Writing.threshold(test.threshold()));
        });
    }

    /// Whether the fact can give this much to any of the tests. The days between two facts are compared as the
    /// value of their period.
    boolean gives(Fact fact, BigDecimal amount) {
        if (tests.stream().anyMatch(test -> test.measure() instanceof Measure.Elapsed)) {
            return true;
        }
        return tests.stream()
                .flatMap(test -> given(test.measure(), fact).stream())
                .anyMatch(one -> one.compareTo(amount) == 0);
    }

    private static List<BigDecimal> given(Measure measure, Fact fact) {
        return switch (measure) {
            case Measure.Money money ->
                List.of(fact.figures().stream()
                        .filter(figure -> figure instanceof Figure.Sum sum
                                && sum.role() == Figure.Role.PART
                                && sum.stage() == money.stage()
                                && sum.money().currency().equals(money.currency()))
                        .map(Figure::least)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
            case Measure.Total(String of) -> counts(fact, of);
            case Measure.Covered(String of, var _) -> counts(fact, of);
            case Measure.Least(String of) -> counts(fact, of);
            case Measure.Latest(String of) -> counts(fact, of);
            case Measure.Ratio(String of, String to) -> {
                List<BigDecimal> ratios = new ArrayList<>();
                for (BigDecimal over : counts(fact, of)) {
                    for (BigDecimal under : counts(fact, to)) {
                        ratios.add(
                                under.signum() == 0 ? BigDecimal.ZERO : over.divide(under, 6, RoundingMode.HALF_EVEN));
                    }
                }
                yield ratios;
            }
            case Measure.Facts(), Measure.Distinct _, Measure.Elapsed _ -> List.of(BigDecimal.ONE);
        };
    }

    private static List<BigDecimal> counts(Fact fact, String of) {
        return fact.figures().stream()
                .filter(figure ->
                        figure instanceof Figure.Count count && count.of().equals(of))
                .map(Figure::least)
                .toList();
    }
}
