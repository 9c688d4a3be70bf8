package entente.bench;

import entente.agreement.Body;
import entente.agreement.Body.Measure;
import entente.agreement.Figure;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.terms.Money;
import entente.terms.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of one invented fact: often what the promise asks for, often something else.
record Numbers(Chance chance, Topic topic, Body.@Nullable Test aim) {

    List<Figure> figures() {
        int many = chance.weighted(9, 51, 25, 9, 4, 2);
        List<Figure> figures = new ArrayList<>();
        if (aim != null && many > 0 && chance.percent(60)) {
            figures.addAll(asked(aim.measure()));
        }
        while (figures.size() < many) {
            String of = chance.one(topic.counted());
            boolean again = figures.stream()
                    .anyMatch(one -> one instanceof Count count && count.of().equals(of));
            figures.add(chance.percent(60) && (!again || chance.percent(10)) ? count(of) : sum());
        }
        return figures;
    }

    private List<Figure> asked(Measure measure) {
        return switch (measure) {
            case Measure.Money(Currency currency, Stage stage) -> List.of(sum(currency, stage, Role.PART));
            case Measure.Total(String of) -> List.of(count(of));
            case Measure.Covered(String of, var _) -> List.of(count(of));
            case Measure.Least(String of) -> List.of(count(of));
            case Measure.Latest(String of) -> List.of(count(of));
            case Measure.Elapsed(String from, String to) -> List.of(count(chance.percent(50) ? from : to));
            case Measure.Ratio(String of, String to) -> List.of(count(of), count(to));
            case Measure.Facts(), Measure.Distinct _ -> List.of();
        };
    }

    private Sum sum() {
        Stage stage = chance.one(
                List.of(Stage.PROMISED, Stage.PAID, Stage.ANNOUNCED, Stage.CONTRACTED, Stage.ALLOCATED),
                50,
                30,
                12,
                4,
                4);
        Role role = chance.one(
                List.of(Role.REPEAT, Role.TOTAL, Role.PART, Role.OUTSIDE, Role.UNCLEAR, Role.MOVED),
                44,
                24,
                16,
                10,
                4,
                2);
        return sum(chance.percent(65) ? Bodies.GBP : Bodies.EUR, stage, role);
    }

    private Sum sum(Currency currency, Stage stage, Role role) {
        BigDecimal amount = BigDecimal.valueOf(chance.between(1, 2 * Bodies.PAYMENT / 1000 - 1) * 1_000L);
        boolean range = chance.percent(3);
        return new Sum(
                Money.major(amount, currency),
                stage,
                role,
                bound(),
                range ? amount.subtract(BigDecimal.valueOf(1_000)) : null,
                range ? amount.add(BigDecimal.valueOf(5_000)) : null);
    }

    private Count count(String of) {
        BigDecimal value = BigDecimal.valueOf(chance.between(1, 2 * Bodies.COUNT - 1));
        boolean range = chance.percent(3);
        String words = of.replace('-', ' ');
        return new Count(
                value,
                of,
                Words.same(words),
                bound(),
                range ? value.subtract(BigDecimal.ONE) : null,
                range ? value.add(BigDecimal.TWO) : null);
    }

    private Bound bound() {
        return chance.one(
                List.of(
                        Bound.EXACT,
                        Bound.MORE_THAN,
                        Bound.ABOUT,
                        Bound.ALMOST,
                        Bound.AT_LEAST,
                        Bound.AT_MOST,
                        Bound.LESS_THAN),
                780,
                90,
                90,
                15,
                10,
                12,
                3);
    }

    /// The same figure with another number.
    static Figure changed(Figure figure, Chance chance) {
        return switch (figure) {
            case Sum sum ->
                new Sum(
                        Money.major(
                                BigDecimal.valueOf(chance.between(1, 999) * 1_000L),
                                sum.money().currency()),
                        sum.stage(),
                        sum.role(),
                        sum.bound(),
                        null,
                        null);
            case Count count ->
                new Count(
                        BigDecimal.valueOf(chance.between(1, 2 * Bodies.COUNT - 1)),
                        count.of(),
                        count.unit(),
                        count.bound(),
                        null,
                        null);
        };
    }
}
