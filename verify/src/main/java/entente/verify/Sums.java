package entente.verify;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The money of one agreement, added up again from the facts and the commitments: for each stage and currency the
/// amount, and what it is the sum of.
final class Sums {
    private final Map<Name, Line> lines = new TreeMap<>();

    /// Which money: two stages or two currencies are never added.
    record Name(Stage stage, String currency) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byStage = stage.compareTo(other.stage);
            return byStage == 0 ? currency.compareTo(other.currency) : byStage;
        }

        @Override
        public String toString() {
            return stage.code() + " " + currency;
        }
    }

    /// `facts` are those added, or for a promise those that report it.
    static final class Line {
        BigDecimal amount = BigDecimal.ZERO;
        final TreeSet<String> bounds = new TreeSet<>();
        final TreeSet<String> facts = new TreeSet<>();
        final List<String> commitments = new ArrayList<>();
    }

    private Sums() {}

    /// What must be said around the amount of a line: what is said around those of its sums that are not exact, where
    /// they agree; else that it is about so much.
    static String bound(Line line) {
        List<String> inexact =
                line.bounds.stream().filter(bound -> !bound.equals("exact")).toList();
        return switch (inexact.size()) {
            case 0 -> "exact";
            case 1 -> inexact.getFirst();
            default -> "about";
        };
    }

    static Map<Name, Line> of(Prefix prefix, Agreement agreement, LocalDate known) {
        Sums sums = new Sums();
        for (Clause clause : Prefix.clauses(agreement, known)) {
            clause.commitments().forEach(sums::promise);
        }
        List<Fact> facts = prefix.facts(agreement, known);
        for (Fact fact : facts) {
            for (Figure figure : fact.figures()) {
                if (figure instanceof Sum sum) {
                    sums.add(fact, sum);
                }
            }
        }
        return sums.lines;
    }

    private static Name name(Sum sum) {
        return new Name(sum.stage(), sum.money().currency().getCurrencyCode());
    }

    /// A sum that lies within that of another commitment is in that one already.
    private void promise(Commitment commitment) {
        Sum sum = commitment.promised();
        if (sum != null && sum.role() == Role.PART && commitment.partOf() == null) {
            // A promise counts as promised, whatever stage its text gives the money.
            Line line = lines.computeIfAbsent(
                    new Name(Stage.PROMISED, sum.money().currency().getCurrencyCode()), _ -> new Line());
            line.amount = line.amount.add(sum.money().major());
            line.bounds.add(sum.bound().code());
            line.commitments.add(commitment.id().toString());
        }
    }

    private void add(Fact fact, Sum sum) {
        if (sum.stage() == Stage.PROMISED) {
            // What is promised is told by the commitments; a fact can only report it.
            Line line = lines.get(name(sum));
            if (line != null) {
                line.facts.add(fact.id());
            }
        } else if (sum.role() == Role.PART) {
            Line line = lines.computeIfAbsent(name(sum), _ -> new Line());
            line.amount = line.amount.add(sum.money().major());
            line.bounds.add(sum.bound().code());
            line.facts.add(fact.id());
        }
    }
}
