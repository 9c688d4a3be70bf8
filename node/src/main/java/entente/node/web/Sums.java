package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Standing;
import entente.agreement.Totals;
import entente.node.web.Views.MoneyRow;
import entente.node.web.Views.Tally;
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
                .map(commitment -> scene.proofs().standing(commitment))
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
                        total.facts().size(),
                        scene.facts().links(agreement.id(), Rest.first(total.facts(), Rest.FEW)),
                        Rest.first(
                                scene,
                                total.facts().size(),
                                Rest.FEW,
                                new Subject.Money(agreement.id()),
                                Format.CSV,
                                Format.JSON)))
                .toList();
    }

    private String address(Agreement agreement, Totals.Total total) {
        FigureName name = new FigureName.Total(total.stage(), total.amount().currency());
        return scene.links().to(new Subject.OneFigure(agreement.id(), name.toString()));
    }
}
