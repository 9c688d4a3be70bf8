package entente.verify;

import entente.agreement.Agreement;
import entente.agreement.Checker;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.terms.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/// What the first entries of a log say: the agreements, and the second checker, which has read all that was told.
record Prefix(long size, Digest root, SortedMap<String, Agreement> agreements, Checker checker) {
    /// The clauses that the agreement had on a day.
    static List<Clause> clauses(Agreement agreement, LocalDate known) {
        return agreement.clauses().stream()
                .filter(clause ->
                        clause.since() == null || !clause.since().first().isAfter(known))
                .toList();
    }

    /// The facts that stand on a day (docs/spec/algebra.md, section 1) and bear on any clause of the agreement.
    List<Fact> facts(Agreement agreement, LocalDate known) {
        return checker.facts(agreement.id(), known);
    }
}
