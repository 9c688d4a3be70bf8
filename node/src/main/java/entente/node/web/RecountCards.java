package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Line;
import entente.agreement.Recount;
import entente.agreement.Recount.Cause;
import entente.agreement.Recount.Outcome;
import entente.agreement.Recounts;
import entente.terms.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Published totals set against the sums on record, as a page shows them.
public record RecountCards(MoneyLines lines) {
    /// A published total and what the record makes of it. `remade` and `difference` are null where nothing can be
    /// made of it, and where they meet.
    public record Row(
            MoneyLines.Row published,
            @Nullable String remade,
            @Nullable String difference,
            String outcome,
            List<MoneyLines.Row> parts,
            List<DoubtRow> doubts,
            @Nullable String leftOut) {}

    /// A sum that may lie in the total, and what stands against it.
    public record DoubtRow(MoneyLines.Row line, String why) {}

    /// The published totals that bear on the agreement of a page, with what comes of each; those that do not meet
    /// first.
    record Published(Recounts recounts, List<Total> totals) {
        long count(Outcome outcome) {
            return totals.stream().filter(one -> one.outcome() == outcome).count();
        }

        Stream<Recount> first(int most) {
            return totals.stream().limit(most).map(one -> recounts.of(one.line()));
        }
    }

    record Total(Line line, Outcome outcome) {}

    Published published() {
        Agreement agreement = lines.agreement();
        Recounts recounts = Recounts.of(new MoneyLines(lines.scene(), null).ledger());
        return new Published(
                recounts,
                recounts.totals().stream()
                        .filter(line -> agreement == null || line.agreements().contains(agreement.id()))
                        .map(line -> new Total(line, recounts.outcome(line)))
                        .sorted(Comparator.comparing(Total::outcome))
                        .toList());
    }

    /// How many of them meet, and how many nobody can make again; null where there is none.
    @Nullable
    String tally(Published published) {
        int all = published.totals().size();
        if (all == 0) {
            return null;
        }
        long meet = published.count(Outcome.MEETS);
        long differ = published.count(Outcome.DIFFERS);
        return lines.scene().say("Of ", "Sur ")
                + lines.scene()
                        .speech()
                        .count(all, "published total", "published totals", "total publié", "totaux publiés")
                + ", "
                + lines.scene().speech().number(meet)
                + lines.scene().say(" met by the sums on record, ", " concordant avec les sommes du registre, ")
                + lines.scene().speech().number(differ)
                + lines.scene().say(" not met, ", " non, et ")
                + lines.scene().speech().number(all - meet - differ)
                + lines.scene()
                        .say(
                                " that cannot be made again: the single sums were never published, or not for that time.",
                                " impossibles à refaire\u00A0: les sommes qui le composent n’ont jamais été publiées, ou pas pour cette période.");
    }

    Row row(Recount recount) {
        Outcome outcome = recount.outcome();
        boolean made = outcome == Outcome.MEETS || outcome == Outcome.DIFFERS;
        Money difference = recount.difference();
        return new Row(
                lines.row(recount.published()),
                made
                        ? lines.scene()
                                .speech()
                                .bounded(recount.bound(), lines.scene().speech().money(recount.remade()))
                        : null,
                outcome == Outcome.DIFFERS
                        ? lines.scene().speech().money(new Money(Math.abs(difference.minor()), difference.currency()))
                                + (difference.minor() > 0
                                        ? lines.scene()
                                                .say(" short of what was published", " de moins que le chiffre publié")
                                        : lines.scene()
                                                .say(" above what was published", " de plus que le chiffre publié"))
                        : null,
                outcome(outcome),
                lines.rows(Rest.first(recount.parts(), MOST)),
                recount.doubts().stream()
                        .limit(MOST)
                        .map(doubt -> new DoubtRow(
                                lines.row(doubt.line()),
                                lines.scene()
                                        .speech()
                                        .list(doubt.causes().stream()
                                                .map(cause -> why(doubt.line(), cause))
                                                .toList())))
                        .toList(),
                leftOut(recount.parts().size(), recount.doubts().size()));
    }

    /// A page shows so many parts of one total, and so many doubts.
    private static final int MOST = 10;

    private @Nullable String leftOut(int parts, int doubts) {
        return parts <= MOST && doubts <= MOST
                ? null
                : lines.scene().say("Of ", "Sur ")
                        + lines.scene().speech().number(parts)
                        + lines.scene().say(" sums in it and ", " sommes comprises et ")
                        + lines.scene().speech().number(doubts)
                        + lines.scene().say(" that perhaps are, the first ", " qui le sont peut-être, les ")
                        + MOST
                        + lines.scene()
                                .say(
                                        " of each are listed; all of them are in the JSON of this page.",
                                        " premières de chaque sont citées\u202F; toutes sont dans le JSON de cette page.");
    }

    private String outcome(Outcome outcome) {
        return switch (outcome) {
            case MEETS -> lines.scene().say("They meet.", "Ils concordent.");
            case DIFFERS -> lines.scene().say("They do not meet.", "Ils ne concordent pas.");
            case NO_PARTS ->
                lines.scene()
                        .say(
                                "The record holds no single sum that surely lies in it.",
                                "Le registre ne contient aucune somme qui y soit sûrement comprise.");
            case NO_TIME ->
                lines.scene()
                        .say("The source does not say over what time.", "La source ne dit pas sur quelle période.");
        };
    }

    private String why(Line line, Cause cause) {
        return switch (cause) {
            case REFUSED ->
                lines.scene()
                        .speech()
                        .words(Objects.requireNonNull(line.refused()).title());
            case TIME ->
                lines.scene()
                        .say(
                                "its time and that of the total only overlap",
                                "sa période et celle du total ne font que se recouper");
            case SCOPE ->
                lines.scene()
                        .say(
                                "the total names another payer, purpose or payee",
                                "le total nomme un autre payeur, objet ou destinataire");
            case CURRENCY ->
                lines.scene().say("another currency, and nothing is converted", "autre devise, et rien n’est converti");
        };
    }
}
