package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Fact;
import entente.agreement.Told;
import entente.files.Reading;
import entente.node.Chronicle.Found;
import entente.node.web.Frame.Step;
import entente.node.web.Views.FactLink;
import entente.node.web.Views.Field;
import entente.record.Entry;
import entente.record.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One entry of the log: what it says, its bytes, and the keys of the log to check it by.
record EntrySheet(Scene scene, String agreement, Found found, List<String> keys) implements Sheet {
    @Override
    public String template() {
        return "entry.jte";
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    /// The agreement in whose address an entry is shown: its own, or the first that its fact bears on.
    static Optional<String> home(Found found) {
        return found.reading().flatMap(reading -> switch (reading) {
            case Reading.OfAgreement(Agreement agreement, var _) -> Optional.of(agreement.id());
            case Reading.OfFacts(List<Told> told, var _) ->
                fact(told.getFirst())
                        .map(fact -> fact.bearsOn().getFirst().clause().agreement());
            case Reading.Refused _ -> Optional.empty();
        });
    }

    private static Optional<Fact> fact(Told told) {
        return switch (told) {
            case Told.Asserted(Fact fact) -> Optional.of(fact);
            case Told.Corrected(var _, Fact fact, var _) -> Optional.of(fact);
            case Told.Retracted _ -> Optional.empty();
        };
    }

    @Override
    public Object view() {
        Optional<Told> told = found.reading()
                .filter(Reading.OfFacts.class::isInstance)
                .map(reading -> ((Reading.OfFacts) reading).told().getFirst());
        Optional<Fact> fact = told.flatMap(EntrySheet::fact);
        String title = say("Entry ", "Entrée ") + scene.speech().number(found.index());
        List<Step> trail = new ArrayList<>();
        trail.add(scene.home());
        scene.snapshot().register().agreement(agreement).ifPresent(one -> trail.add(scene.step(one)));
        return new Views.OneEntry(
                scene.frame(new Subject.OneEntry(agreement, found.index()), title, trail),
                found.index(),
                what(found, told),
                fact.map(one -> scene.facts().card(agreement, one)).orElse(null),
                fact.map(this::bearsOn).orElse(List.of()),
                fields(found),
                new String(found.bytes().toArray(), StandardCharsets.UTF_8),
                found.payload()
                        .map(payload -> new String(payload.content().toArray(), StandardCharsets.UTF_8))
                        .orElse(null),
                Tree.leaf(found.bytes()).hex(),
                scene.links().receipt(found.index()),
                null,
                keys);
    }

    private List<FactLink> bearsOn(Fact fact) {
        Map<String, FactLink> clauses = new TreeMap<>();
        for (Fact.Bearing bearing : fact.bearsOn()) {
            scene.snapshot()
                    .register()
                    .agreement(bearing.clause().agreement())
                    .ifPresent(agreement -> agreement
                            .clause(bearing.clause().clause())
                            .ifPresent(clause -> clauses.put(
                                    clause.id().toString(),
                                    new FactLink(
                                            scene.speech().words(agreement.title())
                                                    + say(", clause ", ", clause ")
                                                    + agreement.number(clause),
                                            scene.links().clause(agreement, clause)))));
        }
        return List.copyOf(clauses.values());
    }

    private String what(Found found, Optional<Told> told) {
        if (told.isPresent()) {
            return switch (told.get()) {
                case Told.Asserted _ ->
                    say("A fact, as its source tells it.", "Un fait, tel que sa source le rapporte.");
                case Told.Corrected(String of, var _, var reason) ->
                    say("A fact that corrects ", "Un fait qui corrige ")
                            + of
                            + say(": ", "\u00A0: ")
                            + scene.speech().words(reason);
                case Told.Retracted(String of, var reason, var _, var _) ->
                    say("A retraction of ", "Un retrait de ")
                            + of
                            + say(": ", "\u00A0: ")
                            + scene.speech().words(reason);
            };
        }
        return found.reading()
                .filter(Reading.OfAgreement.class::isInstance)
                .map(reading -> scene.speech()
                        .words(((Reading.OfAgreement) reading).agreement().title()))
                .orElseGet(() -> found.entry().kind() instanceof Entry.Kind.Erased
                        ? say(
                                "A note that an earlier entry’s content was erased.",
                                "La mention qu’un contenu antérieur a été effacé.")
                        : say("Its content is not published.", "Son contenu n’est pas publié."));
    }

    private List<Field> fields(Found found) {
        Entry entry = found.entry();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(say("Log", "Registre"), scene.snapshot().origin()));
        fields.add(new Field(
                say("Place", "Place"),
                scene.speech().number(found.index())
                        + say(" of ", " sur ")
                        + scene.speech().number(scene.snapshot().size())
                        + say(" (counted from 0)", " (à partir de 0)")));
        fields.add(new Field(say("Recorded", "Enregistré"), scene.speech().moment(entry.recorded())));
        fields.add(new Field(say("Kind", "Nature"), kind(entry.kind())));
        entry.of()
                .ifPresent(of -> fields.add(new Field(
                        say("About entry", "Sur l’entrée"), scene.speech().number(of))));
        fields.add(new Field(
                say("Commitment", "Engagement cryptographique"),
                entry.commitment().hex()));
        found.payload()
                .ifPresent(payload ->
                        fields.add(new Field(say("Salt", "Sel"), payload.salt().hex())));
        return fields;
    }

    private String kind(Entry.Kind kind) {
        return switch (kind) {
            case Entry.Kind.Assert _ -> say("assertion", "assertion");
            case Entry.Kind.Correct _ -> say("correction", "correction");
            case Entry.Kind.Retract _ -> say("retraction", "retrait");
            case Entry.Kind.Erased _ -> say("erasure", "effacement");
        };
    }

    @Override
    public Optional<Object> json() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("index", found.index());
        page.put("entry", new String(found.bytes().toArray(), StandardCharsets.UTF_8));
        page.put("leaf", Tree.leaf(found.bytes()).base64());
        found.payload().ifPresent(payload -> {
            page.put("salt", payload.salt().hex());
            page.put("content", new String(payload.content().toArray(), StandardCharsets.UTF_8));
        });
        page.put("receipt", scene.links().receipt(found.index()));
        return Optional.of(page);
    }
}
