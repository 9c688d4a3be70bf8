package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Fact;
import entente.agreement.Told;
import entente.files.Reading;
import entente.node.Chronicle.Found;
import entente.node.Snapshot;
import entente.node.web.Frame.Current;
import entente.node.web.Frame.Step;
import entente.node.web.Views.FactLink;
import entente.node.web.Views.Field;
import entente.record.Entry;
import entente.record.Tree;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The pages about the log: one entry, and how to check the whole.
final class EntryPages {
    private final Snapshot snapshot;
    private final Pages pages;
    private final Speech speech;
    private final Links links;

    EntryPages(Snapshot snapshot, Pages pages, Speech speech, Links links) {
        this.snapshot = snapshot;
        this.pages = pages;
        this.speech = speech;
        this.links = links;
    }

    private String say(String english, String french) {
        return speech.say(english, french);
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

    Views.OneEntry entry(String agreement, Found found) {
        Optional<Told> told = found.reading()
                .filter(Reading.OfFacts.class::isInstance)
                .map(reading -> ((Reading.OfFacts) reading).told().getFirst());
        Optional<Fact> fact = told.flatMap(EntryPages::fact);
        String title = say("Entry ", "Entrée ") + speech.number(found.index());
        List<Step> trail = new ArrayList<>();
        trail.add(new Step(say("Agreements", "Accords"), links.agreements()));
        snapshot.register()
                .agreement(agreement)
                .ifPresent(one -> trail.add(new Step(speech.words(one.title()), links.agreement(agreement))));
        return new Views.OneEntry(
                pages.frame(
                        title,
                        links.entry(agreement, found.index()),
                        links.in(speech.language().other()).entry(agreement, found.index()),
                        links.entry(agreement, found.index()),
                        Current.NONE,
                        trail),
                found.index(),
                what(found, told),
                fact.map(one -> pages.facts().card(agreement, one)).orElse(null),
                fact.map(this::bearsOn).orElse(List.of()),
                fields(found),
                new String(found.bytes().toArray(), StandardCharsets.UTF_8),
                found.payload()
                        .map(payload -> new String(payload.content().toArray(), StandardCharsets.UTF_8))
                        .orElse(null),
                Tree.leaf(found.bytes()).hex(),
                links.receipt(found.index()),
                null);
    }

    private List<FactLink> bearsOn(Fact fact) {
        Map<String, FactLink> clauses = new TreeMap<>();
        for (Fact.Bearing bearing : fact.bearsOn()) {
            snapshot.register()
                    .agreement(bearing.clause().agreement())
                    .ifPresent(agreement -> agreement
                            .clause(bearing.clause().clause())
                            .ifPresent(clause -> clauses.put(
                                    clause.id().toString(),
                                    new FactLink(
                                            speech.words(agreement.title())
                                                    + say(", clause ", ", clause ")
                                                    + agreement.number(clause),
                                            links.clause(agreement, clause)))));
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
                            + speech.words(reason);
                case Told.Retracted(String of, var reason, var _, var _) ->
                    say("A retraction of ", "Un retrait de ") + of + say(": ", "\u00A0: ") + speech.words(reason);
            };
        }
        return found.reading()
                .filter(Reading.OfAgreement.class::isInstance)
                .map(reading ->
                        speech.words(((Reading.OfAgreement) reading).agreement().title()))
                .orElseGet(() -> found.entry().kind() instanceof Entry.Kind.Erased
                        ? say(
                                "A note that an earlier entry’s content was erased.",
                                "La mention qu’un contenu antérieur a été effacé.")
                        : say("Its content is not published.", "Son contenu n’est pas publié."));
    }

    private List<Field> fields(Found found) {
        Entry entry = found.entry();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(say("Log", "Registre"), snapshot.origin()));
        fields.add(new Field(
                say("Place", "Place"),
                speech.number(found.index())
                        + say(" of ", " sur ")
                        + speech.number(snapshot.size())
                        + say(" (counted from 0)", " (à partir de 0)")));
        fields.add(new Field(say("Recorded", "Enregistré"), speech.moment(entry.recorded())));
        fields.add(new Field(say("Kind", "Nature"), kind(entry.kind())));
        entry.of().ifPresent(of -> fields.add(new Field(say("About entry", "Sur l’entrée"), speech.number(of))));
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

    Map<String, Object> json(Found found) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("index", found.index());
        page.put("entry", new String(found.bytes().toArray(), StandardCharsets.UTF_8));
        page.put("leaf", Tree.leaf(found.bytes()).base64());
        found.payload().ifPresent(payload -> {
            page.put("salt", payload.salt().hex());
            page.put("content", new String(payload.content().toArray(), StandardCharsets.UTF_8));
        });
        page.put("receipt", links.receipt(found.index()));
        return page;
    }

    Views.Verify verify(List<String> keys, String origin) {
        String title = say("Is this record intact?", "Ce registre est-il intact\u202F?");
        long payloads = (long) snapshot.register().held().size()
                + snapshot.register().agreements().size();
        return new Views.Verify(
                pages.frame(
                        title,
                        links.verify(),
                        links.in(speech.language().other()).verify(),
                        links.verify(),
                        Current.VERIFY,
                        List.of()),
                say("Yes. When this server started it read all ", "Oui. À son démarrage, ce serveur a lu les ")
                        + speech.count(snapshot.size(), "entry", "entries", "entrée", "entrées")
                        + say(
                                " and found every one where its checkpoint says, unaltered.",
                                " et les a toutes trouvées à leur place, inchangées, telles que son point de contrôle les signe."),
                true,
                List.of(
                        new Views.Check(
                                say(
                                        "Each entry was hashed, and the hashes make the root that the checkpoint signs.",
                                        "Chaque entrée a été hachée, et les empreintes donnent la racine que signe le point de contrôle."),
                                true,
                                snapshot.root().hex()),
                        new Views.Check(
                                speech.count(
                                                payloads,
                                                "content was",
                                                "contents were",
                                                "contenu a été",
                                                "contenus ont été")
                                        + say(
                                                " matched with the commitment in its entry.",
                                                " rapprochés de l’engagement inscrit dans leur entrée."),
                                true,
                                null),
                        new Views.Check(
                                say(
                                        "Both signatures of the checkpoint hold: Ed25519, and ML-DSA-44 against quantum computers.",
                                        "Les deux signatures du point de contrôle sont valables\u00A0: Ed25519, et ML-DSA-44 contre les ordinateurs quantiques."),
                                true,
                                null)),
                List.of(
                        new Field(say("Log", "Registre"), snapshot.origin()),
                        new Field(say("Entries", "Entrées"), speech.number(snapshot.size())),
                        new Field(say("Root", "Racine"), snapshot.root().base64()),
                        new Field(say("Signed", "Signé"), speech.moment(snapshot.signed()))),
                keys,
                "./entente verify " + origin);
    }

    Map<String, Object> verifyJson(List<String> keys) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("intact", true);
        page.put("checkedBy", "server");
        page.put("origin", snapshot.origin());
        page.put("size", snapshot.size());
        page.put("root", snapshot.root().base64());
        page.put("signed", snapshot.signed().atOffset(ZoneOffset.UTC).toString());
        page.put("keys", keys);
        return page;
    }
}
