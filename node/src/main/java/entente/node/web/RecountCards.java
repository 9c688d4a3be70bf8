package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Ledger;
import entente.agreement.Line;
import entente.agreement.Recount;
import entente.agreement.Recount.Cause;
import entente.agreement.Recount.Outcome;
import entente.terms.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
            List<DoubtRow> doubts) {}

    /// A sum that may lie in the total, and what stands against it.
    public record DoubtRow(MoneyLines.Row line, String why) {}

    /// Those that bear on the agreement of the page, those that do not meet first.
    List<Recount> recounts() {
        Agreement agreement = lines.agreement();
        return Recount.of(Ledger.of(lines.scene().register(), lines.scene().day())).stream()
                .filter(one -> agreement == null || one.published().agreements().contains(agreement.id()))
                .sorted(Comparator.comparing(Recount::outcome))
                .toList();
    }

    /// How many of them meet, and how many nobody can make again; null where there is none.
    @Nullable
    String tally(List<Recount> recounts) {
        if (recounts.isEmpty()) {
            return null;
        }
        long meet =
                recounts.stream().filter(one -> one.outcome() == Outcome.MEETS).count();
        long differ = recounts.stream()
                .filter(one -> one.outcome() == Outcome.DIFFERS)
                .count();
        return lines.scene().say("Of ", "Sur ")
                + lines.scene()
                        .speech()
                        .count(recounts.size(), "published total", "published totals", "total publié", "totaux publiés")
                + ", "
                + lines.scene().speech().number(meet)
                + lines.scene().say(" met by the sums on record, ", " concordant avec les sommes du registre, ")
                + lines.scene().speech().number(differ)
                + lines.scene().say(" not met, ", " non, et ")
                + lines.scene().speech().number(recounts.size() - meet - differ)
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
                lines.rows(recount.parts()),
                recount.doubts().stream()
                        .map(doubt -> new DoubtRow(
                                lines.row(doubt.line()),
                                lines.scene()
                                        .speech()
                                        .list(doubt.causes().stream()
                                                .map(cause -> why(doubt.line(), cause))
                                                .toList())))
                        .toList());
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
