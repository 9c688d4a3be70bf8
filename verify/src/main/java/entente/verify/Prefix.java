package entente.verify;

import entente.agreement.Agreement;
import entente.agreement.Checker;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.agreement.Held;
import entente.agreement.Told;
import entente.terms.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// What the first entries of a log say: the agreements, and all that was told, in order.
record Prefix(long size, Digest root, SortedMap<String, Agreement> agreements, List<Held> held) {
    Checker checker() {
        return new Checker(agreements.values(), held);
    }

    /// The clauses that the agreement had on a day.
    static List<Clause> clauses(Agreement agreement, LocalDate known) {
        return agreement.clauses().stream()
                .filter(clause ->
                        clause.since() == null || !clause.since().first().isAfter(known))
                .toList();
    }

    /// The facts that stand on a day (docs/spec/algebra.md, section 1) and bear on any clause of the agreement.
    List<Fact> facts(Agreement agreement, LocalDate known) {
        List<Told> told = held.stream()
                .filter(one -> !one.known().isAfter(known))
                .map(Held::told)
                .toList();
        return told.stream()
                .flatMap(one -> fact(one).stream())
                .filter(fact -> fact.bearsOn().stream()
                        .anyMatch(bearing -> bearing.clause().agreement().equals(agreement.id())))
                .filter(fact -> !displaced(fact.id(), told))
                .toList();
    }

    private static Optional<Fact> fact(Told told) {
        return switch (told) {
            case Told.Asserted(Fact fact) -> Optional.of(fact);
            case Told.Corrected(var _, Fact fact, var _) -> Optional.of(fact);
            case Told.Retracted _ -> Optional.empty();
        };
    }

    private static boolean displaced(String id, List<Told> told) {
        return retracted(id, told)
                || told.stream()
                        .anyMatch(one -> one instanceof Told.Corrected(String of, Fact by, var _)
                                && of.equals(id)
                                && !retracted(by.id(), told));
    }

    private static boolean retracted(String id, List<Told> told) {
        return told.stream()
                .anyMatch(one -> one instanceof Told.Retracted(String of, var _, var _, var _) && of.equals(id));
    }
}
