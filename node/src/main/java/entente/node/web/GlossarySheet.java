package entente.node.web;

import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Overlay;
import entente.agreement.Standing;
import java.util.List;

/// What the words mean.
record GlossarySheet(Scene scene) implements Sheet {
    @Override
    public String template() {
        return "glossary.jte";
    }

    @Override
    public Object view() {
        String title = scene.say("What the standings mean", "Ce que signifient les états");
        return new Views.Glossary(
                scene.frame(new Subject.Glossary(), title, List.of()),
                List.of(Standing.values()).stream()
                        .map(standing -> new Views.Meaning(
                                Chip.of(standing, scene.speech()),
                                scene.speech().words(Meanings.means(standing)),
                                scene.speech().words(Meanings.doesNotMean(standing))))
                        .toList(),
                List.of(Overlay.values()).stream()
                        .map(overlay -> new Views.Field(
                                scene.speech().words(overlay.title()),
                                scene.speech().words(Meanings.means(overlay))))
                        .toList(),
                List.of(Fact.Grade.values()).stream()
                        .map(grade -> new Views.Field(
                                scene.speech().words(grade.title()),
                                scene.speech().words(Meanings.means(grade))))
                        .toList(),
                List.of(Figure.Stage.values()).stream()
                        .map(stage -> new Views.Field(
                                scene.speech().words(stage.title()),
                                scene.speech().words(Meanings.means(stage))))
                        .toList());
    }
}
