package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.History;
import entente.node.draw.Drawing;
import entente.node.draw.StepLine;
import entente.node.web.Views.FactLink;
import java.util.ArrayList;
import java.util.List;

/// How one commitment stood over time: a line and a table of the same changes. Where there was no change, `unchanged`
/// says so in a sentence and there is neither; else it is empty. `wide` and `narrow` are the line for a page and for a
/// telephone. `sampled` says where not every day was looked at; it is empty where each was.
public record StandingHistory(String unchanged, String sampled, String wide, String narrow, List<Row> rows) {

    /// From a day to the day before the next change. `because` is empty where time alone made the change.
    public record Row(String from, String until, Chip chip, List<FactLink> because) {}

    static StandingHistory of(Scene scene, Agreement agreement, Commitment commitment) {
        History history = History.of(scene.register(), commitment.id(), scene.day());
        List<History.Step> steps = history.steps();
        if (steps.size() < 2) {
            String since =
                    steps.isEmpty() ? "" : scene.speech().day(steps.getFirst().from());
            return new StandingHistory(
                    steps.isEmpty()
                            ? ""
                            : scene.say(
                                    "This standing has not changed since " + since + ".",
                                    "Cet état n’a pas changé depuis le " + since + "."),
                    sampled(scene, history),
                    "",
                    "",
                    List.of());
        }
        StepLine line = line(scene, agreement, commitment, history);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            History.Step step = steps.get(i);
            rows.add(new Row(
                    scene.speech().day(step.from()),
                    i + 1 == steps.size()
                            ? scene.past() ? scene.speech().day(scene.day()) : scene.say("today", "aujourd’hui")
                            : scene.speech().day(steps.get(i + 1).from().minusDays(1)),
                    Chip.of(step.standing(), scene.speech()),
                    scene.facts().links(agreement.id(), List.copyOf(step.because()))));
        }
        return new StandingHistory(
                "",
                sampled(scene, history),
                line.draw(Pictures.WIDE).inline("wide"),
                line.draw(Pictures.NARROW).inline("narrow"),
                rows);
    }

    private static String sampled(Scene scene, History history) {
        return history.sampled()
                ? scene.say(
                        "Facts were told on very many days: this was looked at four times a year, and what changed and changed back in between is not shown.",
                        "Des faits ont été rapportés un très grand nombre de jours\u00A0: l’examen est trimestriel, et ce qui a changé puis est revenu dans l’intervalle n’est pas montré.")
                : "";
    }

    private static StepLine line(Scene scene, Agreement agreement, Commitment commitment, History history) {
        List<StepLine.Step> steps = history.steps().stream()
                .map(step -> {
                    Chip chip = Chip.of(step.standing(), scene.speech());
                    return new StepLine.Step(
                            step.from(),
                            step.standing(),
                            chip.word(),
                            chip.path(),
                            scene.speech().day(step.from()) + scene.say(": ", "\u00A0: ") + chip.word());
                })
                .toList();
        int number = agreement
                .clause(commitment.id().clause().clause())
                .map(agreement::number)
                .orElse(0);
        return new StepLine(
                scene.say("How it stood: clause ", "Évolution de l’état\u00A0: clause ")
                        + number
                        + ", "
                        + scene.speech().words(commitment.does()),
                scene.say(
                        "A line with a shape and a word at each change; the table beside it has the dates.",
                        "Une ligne avec une forme et un mot à chaque changement\u202F; le tableau voisin donne les dates."),
                steps,
                history.until());
    }

    /// The lines of a clause's commitments below each other.
    static Drawing picture(Scene scene, Agreement agreement, Clause clause) {
        List<Drawing> lines = new ArrayList<>();
        for (Commitment commitment : clause.commitments()) {
            History history = History.of(scene.register(), commitment.id(), scene.day());
            if (!history.steps().isEmpty()) {
                lines.add(line(scene, agreement, commitment, history).draw(Pictures.WIDE));
            }
        }
        String title = scene.speech().words(agreement.title())
                + scene.say(", clause ", ", clause ")
                + agreement.number(clause)
                + " – "
                + scene.asOf();
        return Drawing.below(title, lines);
    }
}
