package entente.node.web;

import entente.agreement.Fact;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import java.util.List;
import java.util.TreeSet;

/// What a thing that was counted or paid is called: in the words of its first source, so that none are invented.
record FigureTitles(Scene scene) {
    String title(Thing thing) {
        Telling first = thing.tellings().stream()
                .filter(telling -> !telling.beside())
                .findFirst()
                .orElse(thing.tellings().getFirst());
        String what = switch (first.figure()) {
            case Count count -> scene.speech().words(count.unit());
            case Sum _ -> stages(thing);
        };
        return capital(what) + scene.say(": ", "\u00A0: ") + about(thing, first);
    }

    private String stages(Thing thing) {
        TreeSet<entente.agreement.Figure.Stage> stages = new TreeSet<>();
        thing.tellings().forEach(telling -> {
            if (telling.figure() instanceof Sum sum) {
                stages.add(sum.stage());
            }
        });
        return scene.speech()
                .list(stages.stream()
                        .map(stage -> scene.speech().words(stage.title()))
                        .toList());
    }

    private String about(Thing thing, Telling first) {
        List<Teller.OfText> texts = thing.tellings().stream()
                .map(Telling::teller)
                .filter(Teller.OfText.class::isInstance)
                .map(Teller.OfText.class::cast)
                .toList();
        if (!texts.isEmpty()) {
            Teller.OfText text = texts.getFirst();
            return scene.speech().words(text.agreement().title())
                    + scene.say(", clause ", ", clause ")
                    + scene.speech()
                            .list(texts.stream()
                                    .map(one -> "" + one.agreement().number(one.clause()))
                                    .distinct()
                                    .toList());
        }
        return switch (first.teller()) {
            case Teller.OfFact(Fact fact) -> scene.speech().words(fact.where()) + ", " + times(thing, first);
            case Teller.OfText(var agreement, var _, var _) -> scene.speech().words(agreement.title());
        };
    }

    /// The time of all, or from the first year to the last.
    private String times(Thing thing, Telling first) {
        if (thing.tellings().stream().allMatch(one -> one.when().equals(first.when()))) {
            return scene.speech().period(first.when());
        }
        int from = thing.tellings().stream()
                .mapToInt(one -> one.when().first().getYear())
                .min()
                .orElseThrow();
        int until = thing.tellings().stream()
                .mapToInt(one -> one.when().last().getYear())
                .max()
                .orElseThrow();
        return from == until ? "" + from : from + "–" + until;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
