package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.files.Json;
import entente.node.Chronicle;
import entente.node.Snapshot;
import entente.node.web.Frame.Current;
import entente.node.web.Views.FactLink;
import entente.terms.Digest;
import entente.terms.Language;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole site as one function: a request in, a reply out, from the record as it is now. It knows no server.
public final class Site {
    private final Chronicle chronicle;
    private final Clock clock;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final byte[] stylesheet = resource("entente.css");
    private final String stylesheetName =
            "entente-" + Digest.sha256(stylesheet).hex().substring(0, 12) + ".css";

    public Site(Chronicle chronicle, Clock clock) {
        this.chronicle = chronicle;
        this.clock = clock;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Site.class.getResourceAsStream("/entente/node/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks its own file " + name);
            }
            return in.readAllBytes();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    Reply answer(Request request) {
        Snapshot snapshot = chronicle.snapshot();
        Optional<Address> address = Address.of(request.path());
        if (address.isEmpty()) {
            return nothingHere(snapshot, request);
        }
        return switch (address.get()) {
            case Address.Agreements page -> agreements(snapshot, request, page);
            case Address.OneAgreement page -> agreement(snapshot, request, page);
            case Address.OneClause page -> clause(snapshot, request, page);
            case Address.OneEntry page -> entry(snapshot, request, page);
            case Address.EntryReceipt(long index) ->
                chronicle
                        .receipt(index)
                        .map(bytes ->
                                new Reply(200, "text/plain; charset=utf-8", bytes, Map.of("Cache-Control", Reply.ASK)))
                        .orElseGet(() -> noEntry(snapshot, request, index));
            case Address.Verify(Language language, Format format) -> verify(snapshot, request, language, format);
            case Address.Glossary(Language language) ->
                html("glossary.jte", pages(snapshot, language, null).glossary());
            case Address.LogFile(String path) -> logFile(snapshot, request, path);
            case Address.Asset(String name) ->
                name.equals(stylesheetName)
                        ? new Reply(200, "text/css; charset=utf-8", stylesheet, Map.of("Cache-Control", Reply.FOREVER))
                        : nothingHere(snapshot, request);
        };
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Pages pages(Snapshot snapshot, Language language, @Nullable LocalDate known) {
        return new Pages(snapshot, language, known, today(), "/assets/" + stylesheetName);
    }

    private Reply html(String template, Object view) {
        return html(200, template, view);
    }

    private Reply html(int status, String template, Object view) {
        StringOutput out = new StringOutput(32 * 1024);
        templates.render(template, view, out);
        return Reply.of(status, Reply.HTML, out.toString());
    }

    private static Reply json(Object tree) {
        return Reply.of(200, Reply.JSON, Json.write(tree) + "\n");
    }

    // The pages.

    private Reply agreements(Snapshot snapshot, Request request, Address.Agreements page) {
        Language language = page.language() == null ? request.preferred() : page.language();
        Links links = new Links(language, page.known());
        Optional<Reply> aside = aside(
                snapshot, request, language, page.known(), day -> links.on(day).agreements());
        if (aside.isPresent()) {
            return aside.get();
        }
        LocalDate day = page.known() == null ? today() : page.known();
        return switch (page.format()) {
            case HTML ->
                negotiated(
                        html(
                                "agreements.jte",
                                pages(snapshot, language, page.known()).agreements()),
                        page.language());
            case JSON -> json(new Published(snapshot, day).agreements());
        };
    }

    private static Reply negotiated(Reply reply, @Nullable Language language) {
        return language == null ? reply.with("Vary", "Accept-Language") : reply;
    }

    private Reply agreement(Snapshot snapshot, Request request, Address.OneAgreement page) {
        Language language = page.language() == null ? request.preferred() : page.language();
        Optional<Agreement> found = snapshot.register().agreement(page.agreement());
        if (found.isEmpty()) {
            return nothingHere(snapshot, request);
        }
        Agreement agreement = found.get();
        Links links = new Links(language, page.known());
        Optional<Reply> aside = aside(
                        snapshot,
                        request,
                        language,
                        page.known(),
                        day -> links.on(day).agreement(agreement.id()))
                .or(() -> before(snapshot, request, language, page.known(), agreement));
        if (aside.isPresent()) {
            return aside.get();
        }
        LocalDate day = page.known() == null ? today() : page.known();
        return switch (page.format()) {
            case HTML ->
                negotiated(
                        html(
                                "agreement.jte",
                                pages(snapshot, language, page.known()).agreement(agreement)),
                        page.language());
            case JSON -> json(new Published(snapshot, day).agreement(agreement));
        };
    }

    private Reply clause(Snapshot snapshot, Request request, Address.OneClause page) {
        Language language = page.language();
        Optional<Agreement> found = snapshot.register().agreement(page.agreement());
        if (found.isEmpty()) {
            return nothingHere(snapshot, request);
        }
        Agreement agreement = found.get();
        if (page.number() > agreement.clauses().size()) {
            return noClause(snapshot, request, language, agreement);
        }
        Clause clause = agreement.clauses().get(page.number() - 1);
        Links links = new Links(language, page.known());
        LocalDate day = page.known() == null ? today() : page.known();
        Optional<Reply> aside = aside(
                        snapshot,
                        request,
                        language,
                        page.known(),
                        on -> links.on(on).clause(agreement, clause))
                .or(() -> before(snapshot, request, language, page.known(), agreement));
        if (aside.isPresent()) {
            return aside.get();
        }
        if (clause.since() != null && !clause.standsOn(day)) {
            Speech speech = new Speech(language);
            return trouble(
                    snapshot,
                    request,
                    language,
                    404,
                    "added-later",
                    speech.say("This clause was added later", "Cette clause a été ajoutée plus tard"),
                    speech.say("Added: ", "Ajout\u00A0: ") + speech.period(clause.since()) + ".",
                    List.of(new FactLink(
                            speech.say("The clause as known today", "La clause telle que connue aujourd’hui"),
                            links.today().clause(agreement, clause))));
        }
        return switch (page.format()) {
            case HTML ->
                html("clause.jte", pages(snapshot, language, page.known()).clause(agreement, clause));
            case JSON -> json(new Published(snapshot, day).oneClause(agreement, clause));
        };
    }

    private Reply entry(Snapshot snapshot, Request request, Address.OneEntry page) {
        Optional<Chronicle.Found> found = chronicle.entry(page.index());
        if (found.isEmpty()) {
            return noEntry(snapshot, request, page.index());
        }
        Language language = page.language() == null ? request.preferred() : page.language();
        Links links = new Links(language, null);
        Optional<String> home = EntryPages.home(found.get());
        String agreement = page.agreement() == null
                ? home.orElseGet(
                        () -> snapshot.register().agreements().getFirst().id())
                : page.agreement();
        if (snapshot.register().agreement(agreement).isEmpty()) {
            return nothingHere(snapshot, request);
        }
        if (page.language() == null && page.format() == Format.HTML) {
            return Reply.moved(links.entry(agreement, page.index())).with("Vary", "Accept-Language");
        }
        EntryPages entries = new EntryPages(snapshot, pages(snapshot, language, null), new Speech(language), links);
        return switch (page.format()) {
            case HTML -> html("entry.jte", entries.entry(agreement, found.get()));
            case JSON -> json(entries.json(found.get()));
        };
    }

    private Reply verify(Snapshot snapshot, Request request, Language language, Format format) {
        EntryPages entries = new EntryPages(
                snapshot, pages(snapshot, language, null), new Speech(language), new Links(language, null));
        return switch (format) {
            case HTML -> html("verify.jte", entries.verify(chronicle.keys(), request.origin()));
            case JSON -> json(entries.verifyJson(chronicle.keys()));
        };
    }

    private Reply logFile(Snapshot snapshot, Request request, String path) {
        if (path.equals("keys")) {
            return Reply.of(200, "text/plain; charset=utf-8", String.join("\n", chronicle.keys()) + "\n");
        }
        boolean newest = path.equals("checkpoint");
        return chronicle
                .logFile(path)
                .map(bytes -> new Reply(
                        200,
                        newest ? "text/plain; charset=utf-8" : "application/octet-stream",
                        bytes,
                        // A payload may be erased one day; nothing else under an address of the log ever changes.
                        Map.of("Cache-Control", newest || path.startsWith("payload/") ? Reply.ASK : Reply.FOREVER)))
                .orElseGet(() -> nothingHere(snapshot, request));
    }

    // Dates.

    private interface At {
        /// The address of the page on a day, or today where it is null.
        String on(@Nullable LocalDate day);
    }

    /// The reply to a date form, or to a date of which nothing can be said.
    private Optional<Reply> aside(
            Snapshot snapshot, Request request, Language language, @Nullable LocalDate known, At at) {
        Speech speech = new Speech(language);
        Map<String, String> query = request.query();
        if (query.containsKey("d") && query.containsKey("m") && query.containsKey("y")) {
            Optional<LocalDate> day = DateForm.read(
                    query.getOrDefault("d", ""), query.getOrDefault("m", ""), query.getOrDefault("y", ""));
            return Optional.of(day.map(date -> Reply.moved(at.on(date)))
                    .orElseGet(() -> trouble(
                            snapshot,
                            request,
                            language,
                            400,
                            "no-date",
                            speech.say("That is not a date", "Ce n’est pas une date"),
                            speech.say(
                                    "Write the day, the month (a number or a name) and the year, for instance 31 March 2016.",
                                    "Écrivez le jour, le mois (en chiffres ou en lettres) et l’année, par exemple 31 mars 2016."),
                            List.of(new FactLink(speech.say("Back", "Retour"), request.path())))));
        }
        if (known != null && known.isAfter(today())) {
            return Optional.of(trouble(
                    snapshot,
                    request,
                    language,
                    404,
                    "future",
                    speech.say("Nothing can be known on ", "Rien ne peut être connu au ") + speech.day(known),
                    speech.say("That day is still to come.", "Ce jour est à venir."),
                    List.of(new FactLink(speech.say("As known today", "Tel que connu aujourd’hui"), at.on(null)))));
        }
        return Optional.empty();
    }

    private Optional<Reply> before(
            Snapshot snapshot, Request request, Language language, @Nullable LocalDate known, Agreement agreement) {
        if (known == null || !known.isBefore(agreement.begins())) {
            return Optional.empty();
        }
        Speech speech = new Speech(language);
        return Optional.of(trouble(
                snapshot,
                request,
                language,
                404,
                "before-signature",
                speech.say("The agreement did not exist on ", "L’accord n’existait pas au ") + speech.day(known),
                speech.say("Signed: ", "Signature\u00A0: ") + speech.period(agreement.signed()) + ".",
                List.of(new FactLink(
                        speech.words(agreement.title()), new Links(language, null).agreement(agreement.id())))));
    }

    // Troubles.

    private Reply noEntry(Snapshot snapshot, Request request, long index) {
        Speech speech = new Speech(language(request));
        return trouble(
                snapshot,
                request,
                speech.language(),
                404,
                "no-entry",
                speech.say("There is no entry ", "Il n’y a pas d’entrée ") + speech.number(index),
                speech.say("The log has ", "Le registre compte ")
                        + speech.count(snapshot.size(), "entry", "entries", "entrée", "entrées")
                        + speech.say(", counted from 0.", ", numérotées à partir de 0."),
                List.of());
    }

    private Reply noClause(Snapshot snapshot, Request request, Language language, Agreement agreement) {
        Speech speech = new Speech(language);
        Links links = new Links(language, null);
        List<FactLink> ways = new ArrayList<>();
        for (Clause clause : agreement.clauses()) {
            ways.add(new FactLink(
                    agreement.number(clause) + ". " + speech.words(clause.text()), links.clause(agreement, clause)));
        }
        return trouble(
                snapshot,
                request,
                language,
                404,
                "no-clause",
                speech.say("There is no such clause", "Cette clause n’existe pas"),
                speech.words(agreement.title())
                        + speech.say(" has ", " compte ")
                        + speech.count(agreement.clauses().size(), "clause", "clauses", "clause", "clauses")
                        + speech.say(":", "\u00A0:"),
                ways);
    }

    private Reply nothingHere(Snapshot snapshot, Request request) {
        Speech speech = new Speech(language(request));
        Links links = new Links(speech.language(), null);
        List<FactLink> ways = new ArrayList<>();
        snapshot.register()
                .agreements()
                .forEach(agreement ->
                        ways.add(new FactLink(speech.words(agreement.title()), links.agreement(agreement.id()))));
        return trouble(
                snapshot,
                request,
                speech.language(),
                404,
                "not-found",
                speech.say("There is no page at this address", "Il n’y a pas de page à cette adresse"),
                speech.say(
                        "A date in an address is written @2016-03-31. Perhaps you meant one of these:",
                        "Une date dans une adresse s’écrit @2016-03-31. Peut-être cherchiez-vous l’une de celles-ci\u00A0:"),
                ways);
    }

    /// The reply to a method or a request that the site does not take.
    Reply refused(Request request, int status, String code, String en, String fr) {
        Speech speech = new Speech(language(request));
        return trouble(
                chronicle.snapshot(),
                request,
                speech.language(),
                status,
                code,
                speech.say("This cannot be done here", "Ceci n’est pas possible ici"),
                speech.say(en, fr),
                List.of());
    }

    private static Language language(Request request) {
        String path = request.path();
        if (path.contains("/accord")
                || path.contains("/registre")
                || path.startsWith("/verifier")
                || path.startsWith("/etats")) {
            return Language.FRENCH;
        }
        return path.contains("/agreement") || path.contains("/log/") ? Language.ENGLISH : request.preferred();
    }

    private Reply trouble(
            Snapshot snapshot,
            Request request,
            Language language,
            int status,
            String code,
            String headline,
            String explanation,
            List<FactLink> ways) {
        if (request.wantsJson()) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "urn:entente:problem:" + code);
            problem.put("title", headline);
            problem.put("status", status);
            problem.put("detail", explanation);
            return Reply.of(status, Reply.PROBLEM, Json.write(problem) + "\n");
        }
        Links links = new Links(language, null);
        Frame frame = pages(snapshot, language, null)
                .frame(
                        headline,
                        links.agreements(),
                        links.in(language.other()).agreements(),
                        links.agreements(),
                        Current.NONE,
                        List.of());
        return html(status, "trouble.jte", new Views.Trouble(frame, status, headline, explanation, ways));
    }
}
