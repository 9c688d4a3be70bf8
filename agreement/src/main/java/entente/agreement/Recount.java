package entente.agreement;

import entente.agreement.Figure.Bound;
import entente.agreement.Line.Label;
import entente.agreement.Line.Origin;
import entente.agreement.Line.Reason;
import entente.terms.Money;
import entente.terms.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A total that somebody published, set against what the parts on record come to over the same agreements, stage,
/// currency and time. `parts` are surely in it; `doubts` may be in it and could explain a difference.
public record Recount(Line published, List<Line> parts, List<Doubt> doubts) {
    public Recount {
        parts = List.copyOf(parts);
        doubts = List.copyOf(doubts);
    }

    /// A line that may lie in the published total, and what keeps it from being set against it.
    public record Doubt(Line line, Set<Cause> causes) {
        public Doubt {
            causes = Collections.unmodifiableSet(EnumSet.copyOf(causes));
        }
    }

    /// What keeps a line from being a part of the total that is made again.
    public enum Cause {
        /// The record refuses to add it: it is unclear, moved, outside, or inside another.
        REFUSED,
        /// Its time, or the total's, lies only partly in the other, or is not known.
        TIME,
        /// The total names payers, purposes or payees, and the line names others or none.
        SCOPE,
        /// It is of another currency, and nothing is converted.
        CURRENCY
    }

    /// What came of it.
    public enum Outcome {
        DIFFERS,
        MEETS,
        /// The record has no part that surely lies in it.
        NO_PARTS,
        /// The source gives no time for its total, so that nothing can be set against it.
        NO_TIME
    }

    /// Whether it is money of its own: what only tells again of other sums explains nothing.
    static boolean comparable(Line line) {
        Reason refused = line.refused();
        return refused == null
                || switch (refused) {
                    case TOTAL, REPEAT, REPORT -> false;
                    case INSIDE, UNCLEAR, MOVED, OUTSIDE -> true;
                };
    }

    static Set<Cause> causes(Line line, Line total) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (!line.added()) {
            causes.add(Cause.REFUSED);
        }
        Period whole = time(total);
        Period part = time(line);
        if (whole == null || part == null || !part.within(whole.first(), whole.last())) {
            causes.add(Cause.TIME);
        }
        if (!inScope(line, total)) {
            causes.add(Cause.SCOPE);
        }
        if (!line.money().currency().equals(total.money().currency())) {
            causes.add(Cause.CURRENCY);
        }
        return causes;
    }

    /// A total of promises speaks of when they were made, every other one of when the money moved.
    static @Nullable Period time(Line line) {
        return switch (line.origin()) {
            case Origin.Promise(var _, Period made) -> made;
            case Origin.Told _ -> line.when();
        };
    }

    static boolean apart(@Nullable Period one, @Nullable Period other) {
        return one != null
                && other != null
                && (one.last().isBefore(other.first()) || one.first().isAfter(other.last()));
    }

    /// Whether a line surely lies in what the total names. Promises say in other words than facts what for and to
    /// whom, so that only their payer is asked about.
    private static boolean inScope(Line line, Line total) {
        return within(line.payer(), total.payer())
                && switch (line.origin()) {
                    case Origin.Promise _ -> true;
                    case Origin.Told _ ->
                        within(line.purpose(), total.purpose()) && within(line.payee(), total.payee());
                };
    }

    private static boolean within(Label label, Label whole) {
        if (!(whole instanceof Label.Named(SortedSet<String> all))) {
            return true;
        }
        return label instanceof Label.Named(SortedSet<String> some) && all.containsAll(some);
    }

    public Outcome outcome() {
        return outcome(published, parts.size(), remade().minor());
    }

    static Outcome outcome(Line total, int parts, long minor) {
        if (time(total) == null) {
            return Outcome.NO_TIME;
        }
        if (parts == 0) {
            return Outcome.NO_PARTS;
        }
        return total.money().minor() == minor ? Outcome.MEETS : Outcome.DIFFERS;
    }

    /// What the parts come to.
    public Money remade() {
        return parts.stream()
                .map(Line::money)
                .reduce(Money.none(published.money().currency()), Money::plus);
    }

    /// What must be said around that.
    public Bound bound() {
        return Bound.together(parts.stream().map(Line::bound).toList());
    }

    /// What the published total has more than the parts come to; below zero where it has less.
    public Money difference() {
        return new Money(
                Math.subtractExact(published.money().minor(), remade().minor()),
                published.money().currency());
    }

    /// All causes that stand against the doubts, and thus could explain a difference.
    public SortedSet<Cause> causes() {
        SortedSet<Cause> causes = new TreeSet<>();
        doubts.forEach(doubt -> causes.addAll(doubt.causes()));
        return causes;
    }
}
