package entente.agreement;

import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.terms.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;

/// The money of one agreement, by stage and currency. Two stages or two currencies are never added, and no sum is
/// added twice: what is promised is told by the commitments themselves, leaving out those that lie inside another;
/// every other stage is the sum of the facts whose role is to be a part.
public record Totals(List<Total> totals) {
    public Totals {
        totals = List.copyOf(totals);
    }

    /// One sum and what must be said around it, with the facts that it adds, or for a promise the facts that report
    /// it, and the commitments that it adds.
    public record Total(
            Stage stage, Money amount, Figure.Bound bound, List<String> facts, List<CommitmentId> commitments) {}

    /// The totals of an agreement by what was known on a day, in the order of stages, then currencies.
    public static Totals of(Register register, Agreement agreement, LocalDate known) {
        List<Fact> facts = register.facts(agreement, known).toList();
        List<Commitment> promises = agreement.clauses(known).stream()
                .flatMap(clause -> clause.commitments().stream())
                .filter(commitment -> commitment.promised() != null && commitment.partOf() == null)
                .toList();
        List<Total> totals = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (Currency currency : currencies(facts, promises, stage)) {
                totals.add(
                        stage == Stage.PROMISED
                                ? promised(promises, facts, currency)
                                : reached(facts, stage, currency));
            }
        }
        return new Totals(totals);
    }

    private static Iterable<Currency> currencies(List<Fact> facts, List<Commitment> promises, Stage stage) {
        TreeSet<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        if (stage == Stage.PROMISED) {
            promises.stream()
                    .flatMap(one -> part(one).stream())
                    .forEach(sum -> currencies.add(sum.money().currency()));
        } else {
            facts.stream()
                    .flatMap(fact -> parts(fact).stream())
                    .filter(sum -> sum.stage() == stage)
                    .forEach(sum -> currencies.add(sum.money().currency()));
        }
        return currencies;
    }

    private static List<Sum> part(Commitment commitment) {
        Sum sum = commitment.promised();
        return sum != null && sum.role() == Role.PART ? List.of(sum) : List.of();
    }

    private static Total promised(List<Commitment> promises, List<Fact> facts, Currency currency) {
        List<Commitment> in = promises.stream()
                .filter(commitment -> part(commitment).stream()
                        .anyMatch(sum -> sum.money().currency().equals(currency)))
                .toList();
        Money amount = in.stream()
                .flatMap(one -> part(one).stream())
                .map(Sum::money)
                .reduce(Money.none(currency), Money::plus);
        List<String> reports = facts.stream()
                .filter(fact -> fact.figures().stream()
                        .anyMatch(figure -> figure instanceof Sum sum
                                && sum.stage() == Stage.PROMISED
                                && sum.money().currency().equals(currency)))
                .map(Fact::id)
                .toList();
        return new Total(
                Stage.PROMISED,
                amount,
                Figure.Bound.together(in.stream()
                        .flatMap(one -> part(one).stream())
                        .map(Sum::bound)
                        .toList()),
                reports,
                in.stream().map(Commitment::id).toList());
    }

    private static Total reached(List<Fact> facts, Stage stage, Currency currency) {
        Money amount = Money.none(currency);
        List<String> in = new ArrayList<>();
        List<Figure.Bound> bounds = new ArrayList<>();
        for (Fact fact : facts) {
            for (Sum sum : parts(fact)) {
                if (sum.stage() == stage && sum.money().currency().equals(currency)) {
                    amount = amount.plus(sum.money());
                    in.add(fact.id());
                    bounds.add(sum.bound());
                }
            }
        }
        return new Total(
                stage,
                amount,
                Figure.Bound.together(bounds),
                in.stream().distinct().toList(),
                List.of());
    }

    private static List<Sum> parts(Fact fact) {
        return fact.figures().stream()
                .filter(figure -> figure instanceof Sum sum && sum.role() == Role.PART)
                .map(Sum.class::cast)
                .toList();
    }
}
