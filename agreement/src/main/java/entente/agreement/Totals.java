package entente.agreement;

import entente.agreement.Figure.Stage;
import entente.agreement.Line.Origin;
import entente.terms.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// The money of one agreement, by stage and currency: the accounts of its [Ledger] that add anything up. What is
/// promised is told by the commitments themselves, leaving out those that lie inside another; every other stage is
/// the sum of the facts whose role is to be a part.
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
        return new Totals(Ledger.of(register, agreement, known).accounts().stream()
                .filter(account -> !account.added().isEmpty())
                .map(Totals::total)
                .toList());
    }

    private static Total total(Account account) {
        Stream<Line> telling = (account.stage() == Stage.PROMISED ? account.lines() : account.added()).stream();
        return new Total(
                account.stage(),
                account.amount(),
                account.bound(),
                telling.flatMap(line -> line.origin() instanceof Origin.Told(Fact fact, int _)
                                ? Stream.of(fact.id())
                                : Stream.empty())
                        .distinct()
                        .toList(),
                account.added().stream()
                        .flatMap(line -> line.origin() instanceof Origin.Promise(Commitment commitment, var _)
                                ? Stream.of(commitment.id())
                                : Stream.empty())
                        .toList());
    }
}
