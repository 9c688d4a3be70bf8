package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Figure.Stage;
import entente.agreement.Standing;
import entente.agreement.Totals;
import entente.node.web.Views.MoneyRow;
import entente.node.web.Views.Tally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What stands at the head of an agreement: how many commitments stand how, and the money by stage.
record Sums(Scene scene) {
    List<Standing> standings(Agreement agreement) {
        return agreement.clauses(scene.day()).stream()
                .flatMap(clause -> clause.commitments().stream())
                .map(commitment -> scene.cards().proof(commitment).standing())
                .toList();
    }

    /// In the order in which a reader asks: was it kept, is it late, can one know.
    List<Tally> tallies(List<Standing> standings) {
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
                .map(standing -> new Tally(Chip.of(standing, scene.speech()), counts.getOrDefault(standing, 0)))
                .toList();
    }

    List<MoneyRow> money(Agreement agreement) {
        return Totals.of(scene.register(), agreement, scene.day()).totals().stream()
                .map(total -> new MoneyRow(
                        scene.speech().words(total.stage().title()),
                        scene.speech().bounded(total.bound(), scene.speech().money(total.amount())),
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

    /// How much has been paid, and of how much, in one or two sentences.
    String paid(Agreement agreement) {
        List<Totals.Total> totals =
                Totals.of(scene.register(), agreement, scene.day()).totals();
        List<String> paid = at(totals, Stage.PAID);
        List<String> promised = at(totals, Stage.PROMISED);
        String first = paid.isEmpty()
                ? scene.say("No payment has been published", "Aucun versement n’a été publié")
                : scene.speech().list(paid)
                        + scene.say(" paid, by published figures", " payés, d’après les chiffres publiés");
        String second = promised.isEmpty()
                ? scene.say("the text promises no sum", "le texte ne promet aucune somme")
                : scene.speech().list(promised) + scene.say(" promised", " promis");
        return first + scene.say("; ", "\u202F; ") + second + ".";
    }

    private List<String> at(List<Totals.Total> totals, Stage stage) {
        return totals.stream()
                .filter(total -> total.stage() == stage)
                .map(total ->
                        scene.speech().bounded(total.bound(), scene.speech().money(total.amount())))
                .toList();
    }
}
