package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.node.Chronicle;
import entente.node.web.Views.FactLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which sheet a subject has, or what is said where it has none.
///
/// `scene` is drawn from the record as the address asks for it; `origin` is the address of the site as its reader
/// knows it.
record Sheets(Chronicle chronicle, Scene scene, String origin) {
    private String say(String english, String french) {
        return scene.say(english, french);
    }

    /// The sheet of a subject; nothing where nothing of the kind exists.
    Optional<Sheet> of(Subject subject) {
        return switch (subject) {
            case Subject.Agreements() -> Optional.of(new AgreementsSheet(scene));
            case Subject.OneAgreement(String id) ->
                agreement(subject, id, agreement -> new AgreementSheet(scene, agreement));
            case Subject.OneClause(String id, int number) ->
                agreement(subject, id, agreement -> clause(subject, agreement, number));
            case Subject.OneEntry(var id, long index) -> entry(subject, id, index);
            case Subject.Figures(var id) ->
                id == null
                        ? Optional.of(new FiguresSheet(scene, null))
                        : agreement(subject, id, _ -> new FiguresSheet(scene, id));
            case Subject.Promises(var theme) -> PromisesSheet.of(scene, theme);
            case Subject.Verify() -> Optional.of(new VerifySheet(scene, chronicle.keys(), origin));
            case Subject.Data data -> DataSheet.of(scene, data);
            case Subject.Glossary() -> Optional.of(new GlossarySheet(scene));
            case Subject.Money(var id) ->
                id == null
                        ? Optional.of(new MoneySheet(scene, null))
                        : agreement(subject, id, agreement -> new MoneySheet(scene, agreement));
            case Subject.OneFigure(var id, String name) ->
                FigureName.read(name)
                        .flatMap(figure -> id == null
                                ? Optional.of(figure(null, figure))
                                : agreement(subject, id, agreement -> figure(agreement, figure)));
            case Subject.Timeline(var id, var clause) -> timeline(subject, id, clause);
            case Subject.Chart(var part) -> MapSheet.view(part).map(view -> new MapSheet(scene, view));
            case Subject.Accessibility() -> Optional.of(new AccessibilitySheet(scene));
            // What these show is not drawn from the record alone: see Site.
            case Subject.Find _, Subject.Lanes _, Subject.OneLane _ -> Optional.empty();
        };
    }

    private Sheet figure(@Nullable Agreement agreement, FigureName name) {
        return switch (name) {
            case FigureName.Count(var standing) -> new CountSheet(scene, agreement, standing);
            case FigureName.Total total -> new FigureSheet(scene, agreement, total, null);
            case FigureName.OfYear year -> new FigureSheet(scene, agreement, year.total(), year);
        };
    }

    /// What changed in a subject between the time of `before` and that of the scene.
    Optional<Sheet> changes(Subject subject, Scene before) {
        return ChangesSheet.of(before, scene, subject);
    }

    private Optional<Sheet> agreement(Subject subject, String id, Function<Agreement, Sheet> sheet) {
        return scene.register()
                .agreement(id)
                .map(agreement -> scene.when().day() != null && scene.day().isBefore(agreement.begins())
                        ? before(subject, agreement)
                        : sheet.apply(agreement));
    }

    private Optional<Sheet> timeline(Subject subject, @Nullable String id, @Nullable Integer number) {
        if (id == null) {
            return Optional.of(new TimelineSheet(scene, null, null));
        }
        return agreement(
                subject,
                id,
                agreement -> number != null && number > agreement.clauses().size()
                        ? noClause(subject, agreement)
                        : new TimelineSheet(
                                scene,
                                agreement,
                                number == null ? null : agreement.clauses().get(number - 1)));
    }

    private Sheet before(Subject subject, Agreement agreement) {
        return trouble(
                subject,
                404,
                "before-signature",
                say("The agreement did not exist on ", "L’accord n’existait pas au ")
                        + scene.speech().day(scene.day()),
                say("Signed: ", "Signature\u00A0: ") + scene.speech().period(agreement.signed()) + ".",
                List.of(new FactLink(
                        scene.speech().words(agreement.title()),
                        scene.links().today().agreement(agreement.id()))));
    }

    private Sheet clause(Subject subject, Agreement agreement, int number) {
        if (number > agreement.clauses().size()) {
            return noClause(subject, agreement);
        }
        Clause clause = agreement.clauses().get(number - 1);
        if (clause.since() != null && !clause.standsOn(scene.day())) {
            return trouble(
                    subject,
                    404,
                    "added-later",
                    say("This clause was added later", "Cette clause a été ajoutée plus tard"),
                    say("Added: ", "Ajout\u00A0: ") + scene.speech().period(clause.since()) + ".",
                    List.of(new FactLink(
                            say("The clause as known today", "La clause telle que connue aujourd’hui"),
                            scene.links().today().clause(agreement, clause))));
        }
        return new ClauseSheet(scene, agreement, clause);
    }

    private Sheet noClause(Subject subject, Agreement agreement) {
        List<FactLink> ways = new ArrayList<>();
        Links links = scene.links().today();
        for (Clause clause : agreement.clauses()) {
            ways.add(new FactLink(
                    agreement.number(clause) + ". " + scene.speech().words(clause.text()),
                    links.clause(agreement, clause)));
        }
        return trouble(
                subject,
                404,
                "no-clause",
                say("There is no such clause", "Cette clause n’existe pas"),
                scene.speech().words(agreement.title())
                        + say(" has ", " compte ")
                        + scene.speech().count(agreement.clauses().size(), "clause", "clauses", "clause", "clauses")
                        + say(":", "\u00A0:"),
                ways);
    }

    private Optional<Sheet> entry(Subject subject, @Nullable String asked, long index) {
        Optional<Chronicle.Found> found = chronicle.entry(index);
        if (found.isEmpty()) {
            return Optional.of(noEntry(subject, index));
        }
        String agreement = asked == null ? home(found.get()) : asked;
        return scene.register()
                .agreement(agreement)
                .map(_ -> new EntrySheet(scene, agreement, found.get(), chronicle.keys()));
    }

    /// The agreement in whose address an entry is shown.
    String home(Chronicle.Found found) {
        return EntrySheet.home(found)
                .orElseGet(() -> scene.register().agreements().getFirst().id());
    }

    Sheet noEntry(Subject subject, long index) {
        return trouble(
                subject,
                404,
                "no-entry",
                say("There is no entry ", "Il n’y a pas d’entrée ")
                        + scene.speech().number(index),
                say("The log has ", "Le registre compte ")
                        + scene.speech().count(scene.snapshot().size(), "entry", "entries", "entrée", "entrées")
                        + say(", counted from 0.", ", numérotées à partir de 0."),
                List.of());
    }

    /// The search of a large record that was opened a moment ago.
    Sheet preparing(String asked) {
        return trouble(
                new Subject.Find(),
                503,
                "preparing",
                say("The search is being prepared", "La recherche est en préparation"),
                say("An index of ", "Un index de ")
                        + scene.speech().count(scene.snapshot().size(), "entry", "entries", "entrée", "entrées")
                        + say(
                                " is being made, as it is after each start. Ask again in a few seconds:",
                                " est en cours de constitution, comme après chaque démarrage. Reposez la question dans quelques secondes\u00A0:"),
                List.of(new FactLink(
                        asked.isBlank() ? say("Ask again", "Reposer la question") : asked,
                        FindSheet.address(scene.links(), asked))));
    }

    Sheet nothingHere(Subject subject) {
        Links links = scene.links().today();
        List<FactLink> ways = new ArrayList<>();
        scene.register()
                .agreements()
                .forEach(agreement -> ways.add(
                        new FactLink(scene.speech().words(agreement.title()), links.agreement(agreement.id()))));
        return trouble(
                subject,
                404,
                "not-found",
                say("There is no page at this address", "Il n’y a pas de page à cette adresse"),
                say(
                        "A date in an address is written @2016-03-31. Perhaps you meant one of these:",
                        "Une date dans une adresse s’écrit @2016-03-31. Peut-être cherchiez-vous l’une de celles-ci\u00A0:"),
                ways);
    }

    /// A date, or a checkpoint, of which nothing can be known yet.
    Optional<Sheet> future(Subject subject, When when, long entries) {
        FactLink today = new FactLink(
                say("As known today", "Tel que connu aujourd’hui"),
                scene.links().today().to(subject));
        if (when.day() != null && when.day().isAfter(scene.today())) {
            return Optional.of(trouble(
                    subject,
                    404,
                    "future",
                    say("Nothing can be known on ", "Rien ne peut être connu au ")
                            + scene.speech().day(when.day()),
                    say("That day is still to come.", "Ce jour est à venir."),
                    List.of(today)));
        }
        if (when.size() != null && when.size() > entries) {
            return Optional.of(trouble(
                    subject,
                    404,
                    "no-checkpoint",
                    say("There is no checkpoint ", "Il n’y a pas de point de contrôle ")
                            + scene.speech().number(when.size()),
                    say("The log has ", "Le registre compte ")
                            + scene.speech().count(entries, "entry", "entries", "entrée", "entrées")
                            + ".",
                    List.of(today)));
        }
        return Optional.empty();
    }

    Sheet noDate(Subject subject) {
        return trouble(
                subject,
                400,
                "no-date",
                say("That is not a date", "Ce n’est pas une date"),
                say(
                        "Write the day, the month (a number or a name) and the year, for instance 31 March 2016.",
                        "Écrivez le jour, le mois (en chiffres ou en lettres) et l’année, par exemple 31 mars 2016."),
                List.of(new FactLink(say("Back", "Retour"), scene.links().to(subject))));
    }

    Sheet trouble(Subject subject, int status, String code, String headline, String explanation, List<FactLink> ways) {
        return new TroubleSheet(scene, subject, scene.links(), status, code, headline, explanation, ways);
    }
}
