package entente.node.web;

import entente.agreement.Account;
import entente.agreement.Agreement;
import entente.agreement.Figure.Stage;
import entente.agreement.Ledger;
import entente.agreement.Standing;
import entente.agreement.Totals;
import entente.node.web.MoneyLines.Phrase;
import entente.node.web.Views.MoneyRow;
import entente.node.web.Views.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What stands at the head of an agreement: how many commitments stand how, and the money by stage.
record Sums(Scene scene) {
    List<Standing> standings(Agreement agreement) {
        return agreement.clauses(scene.day()).stream()
                .flatMap(clause -> clause.commitments().stream())
                .map(commitment -> scene.cards().proof(commitment).standing())
                .toList();
    }

    /// In the order in which a reader asks: was it kept, is it late, can one know.
    List<Tally> tallies(@Nullable String agreement, List<Standing> standings) {
        return tallies(standings, standing -> scene.links().to(new Subject.OneFigure(agreement, standing.code())));
    }

    /// Counts that lead to no receipt: what they count stands on the same page.
    List<Tally> tallies(List<Standing> standings) {
        return tallies(standings, _ -> "");
    }

    private List<Tally> tallies(List<Standing> standings, Function<Standing, String> receipt) {
        List<Standing> order = List.of(
                Standing.KEPT,
                Standing.KEPT_LATE,
                Standing.ON_COURSE,
                Standing.LATE,
                Standing.BROKEN,
                Standing.NOT_YET_DUE,
                Standing.NO_EVIDENCE,
                Standing.CANNOT_BE_JUDGED);
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        standings.forEach(standing -> counts.merge(standing, 1, Integer::sum));
        return order.stream()
                .filter(counts::containsKey)
                .map(standing -> new Tally(
                        Chip.of(standing, scene.speech()), counts.getOrDefault(standing, 0), receipt.apply(standing)))
                .toList();
    }

    List<MoneyRow> money(Agreement agreement) {
        return Totals.of(scene.register(), agreement, scene.day()).totals().stream()
                .map(total -> new MoneyRow(
                        scene.speech().words(total.stage().title()),
                        scene.speech().bounded(total.bound(), scene.speech().money(total.amount())),
                        address(agreement, total),
                        total.commitments().isEmpty()
                                ? (total.facts().size() < 2 ? "" : scene.say("the sum of ", "somme de "))
                                        + scene.speech().count(total.facts().size(), "fact", "facts", "fait", "faits")
                                : scene.speech()
                                                .count(
                                                        total.commitments().size(),
                                                        "commitment",
                                                        "commitments",
                                                        "engagement",
                                                        "engagements")
                                        + (total.facts().isEmpty() ? "" : scene.say("; told in", "\u202F; cité dans")),
                        scene.facts().links(agreement.id(), total.facts())))
                .toList();
    }

    private String address(Agreement agreement, Totals.Total total) {
        FigureName name = new FigureName.Total(total.stage(), total.amount().currency());
        return scene.links().to(new Subject.OneFigure(agreement.id(), name.toString()));
    }

    /// How much has been paid, and of how much, in one sentence: by one agreement, or by all where it is null. Each
    /// sum leads to its receipt.
    List<Phrase> paid(@Nullable Agreement agreement) {
        List<Account> accounts = (agreement == null
                        ? Ledger.of(scene.register(), scene.day())
                        : Ledger.of(scene.register(), agreement, scene.day()))
                .accounts();
        String id = agreement == null ? null : agreement.id();
        List<Phrase> sentence = new ArrayList<>(at(accounts, id, Stage.PAID));
        sentence.add(new Phrase(
                sentence.isEmpty()
                        ? scene.say("No payment has been published", "Aucun versement n’a été publié")
                        : scene.say(" paid, by published figures", " payés, d’après les chiffres publiés")));
        sentence.add(new Phrase(scene.say("; ", "\u202F; ")));
        List<Phrase> promised = at(accounts, id, Stage.PROMISED);
        sentence.addAll(promised);
        sentence.add(new Phrase(
                promised.isEmpty()
                        ? scene.say("the text promises no sum.", "le texte ne promet aucune somme.")
                        : scene.say(" promised.", " promis.")));
        return sentence;
    }

    private List<Phrase> at(List<Account> accounts, @Nullable String agreement, Stage stage) {
        List<Phrase> sums = new ArrayList<>();
        for (Account account : accounts) {
            if (account.stage() == stage && !account.added().isEmpty()) {
                if (!sums.isEmpty()) {
                    sums.add(new Phrase(scene.say(" and ", " et ")));
                }
                FigureName name = new FigureName.Total(stage, account.amount().currency());
                sums.add(new Phrase(
                        scene.speech().bounded(account.bound(), scene.speech().money(account.amount())),
                        scene.links().to(new Subject.OneFigure(agreement, name.toString()))));
            }
        }
        return sums;
    }
}
