package entente.node.web;

import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Told;
import entente.node.Snapshot;
import entente.node.web.Views.FactCard;
import entente.node.web.Views.FactLink;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Facts as pages show them: what is said, its figures, its three times, its source, its grade, and what disagrees
/// with it.
record FactCards(Snapshot snapshot, Speech speech, Links links, LocalDate day) {
    private String say(String english, String french) {
        return speech.say(english, french);
    }

    private Register register() {
        return snapshot.register();
    }

    FactLink link(String agreement, String fact) {
        Long index = snapshot.entry(fact);
        return new FactLink(fact, index == null ? "#" + fact : links.entry(agreement, index));
    }

    List<FactLink> links(String agreement, List<String> facts) {
        return facts.stream().map(fact -> link(agreement, fact)).toList();
    }

    FactCard card(String agreement, Fact fact) {
        Long index = snapshot.entry(fact.id());
        return new FactCard(
                fact.id(),
                speech.words(fact.says()),
                fact.figures().stream().map(this::figure).toList(),
                speech.period(fact.happened()),
                speech.period(fact.reported()),
                speech.words(fact.grade().title())
                        + (fact.by().isEmpty() ? "" : " (" + speech.parties(fact.by()) + ")"),
                fact.source().publisher(),
                speech.words(fact.source().kind().title()),
                fact.source().linked() ? fact.source().address() : null,
                fact.source().linked()
                        ? AgreementSheet.shortened(fact.source().address())
                        : fact.source().address(),
                fact.note() == null ? null : speech.words(fact.note()),
                disagreeing(agreement, fact),
                displaced(fact.id()).orElse(null),
                index == null ? "" : links.entry(agreement, index),
                index == null ? "" : say("entry ", "entrée ") + speech.number(index));
    }

    String figure(Figure figure) {
        return switch (figure) {
            case Figure.Sum sum ->
                speech.words(sum.stage().title())
                        + say(": ", "\u00A0: ")
                        + speech.figure(sum)
                        + (sum.role() == Figure.Role.PART || sum.money().minor() == 0
                                ? ""
                                : " (" + speech.words(sum.role().title()) + ")");
            case Figure.Count count -> speech.figure(count);
        };
    }

    private List<FactLink> disagreeing(String agreement, Fact fact) {
        return register().disagreeing(fact, day).stream()
                .map(other -> link(agreement, other.id()))
                .toList();
    }

    /// What became of a fact after the day of this page, or by it.
    Optional<String> displaced(String fact) {
        return register().displacers(fact).stream()
                .min(Comparator.comparing(Held::known))
                .map(held -> switch (held.told()) {
                    case Told.Corrected(var _, Fact by, var reason) ->
                        say("Corrected on ", "Corrigé le ")
                                + speech.day(held.known())
                                + say(" by ", " par ")
                                + by.id()
                                + say(": ", "\u00A0: ")
                                + speech.words(reason);
                    case Told.Retracted(var _, var reason, var _, var _) ->
                        say("Retracted on ", "Retiré le ")
                                + speech.day(held.known())
                                + say(": ", "\u00A0: ")
                                + speech.words(reason);
                    case Told.Asserted _ -> "";
                });
    }
}
