package entente.node.web;

import entente.files.Json;
import entente.node.Chronicle;
import entente.node.Snapshot;
import entente.node.lane.Lanes;
import entente.terms.Digest;
import entente.terms.Language;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole site as one function: a request in, a reply out, from the record as it is now. It knows no server.
public final class Site {
    private final Chronicle chronicle;
    private final Clock clock;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final byte[] stylesheet = resource("entente.css");
    private final String stylesheetName =
            "entente-" + Digest.sha256(stylesheet).hex().substring(0, 12) + ".css";
    private final byte[] script = resource("verify.js");
    private final Lanes lanes;
    private final String scriptName = "verify-" + Digest.sha256(script).hex().substring(0, 12) + ".js";
    private final Frame.Assets assets = new Frame.Assets("/assets/" + stylesheetName, "/assets/" + scriptName);

    private final Indexing indexing;

    private final Shelf shelf = new Shelf();

    /// A site without lanes.
    public Site(Chronicle chronicle, Clock clock) {
        this(chronicle, clock, Lanes.NONE);
    }

    public Site(Chronicle chronicle, Clock clock, Lanes lanes) {
        this(chronicle, clock, lanes, new Indexing(snapshot -> Finder.of(chronicle, snapshot), Duration.ofSeconds(2)));
    }

    Site(Chronicle chronicle, Clock clock, Indexing indexing) {
        this(chronicle, clock, Lanes.NONE, indexing);
    }

    private Site(Chronicle chronicle, Clock clock, Lanes lanes, Indexing indexing) {
        this.chronicle = chronicle;
        this.clock = clock;
        this.lanes = lanes;
        this.indexing = indexing;
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
        return switch (Address.of(request.path()).orElse(null)) {
            case Address.Page page -> kept(request, page);
            case Address.EntryReceipt(long index) ->
                chronicle
                        .receipt(index)
                        .map(bytes ->
                                new Reply(200, "text/plain; charset=utf-8", bytes, Map.of("Cache-Control", Reply.ASK)))
                        .orElseGet(() -> {
                            Subject entry = new Subject.OneEntry(null, index);
                            return reply(request, quiet(request).noEntry(entry, index), Format.HTML);
                        });
            // It is answered by listening, where that can be.
            case Address.LaneEvents lane ->
                lanes.lane(lane.lane()).isEmpty()
                        ? nothingHere(request)
                        : refused(
                                        request,
                                        503,
                                        "too-many",
                                        "As many watch this lane as can be served. Its page without script can still be opened.",
                                        "Cette voie est déjà suivie par autant de lecteurs qu’il se peut. Sa page sans script reste ouverte.")
                                .with("Retry-After", "5");
            case Address.Described() ->
                Reply.of(200, Reply.JSON, new Description(quiet(request).scene()).json());
            case Address.LogFile(String path) -> logFile(request, path);
            case Address.Asset(String name) -> asset(request, name);
            case null -> nothingHere(request);
        };
    }

    private Reply kept(Request request, Address.Page page) {
        if (page.subject() instanceof Subject.Lanes || page.subject() instanceof Subject.OneLane) {
            return LanePages.live(page(request, page), page.subject(), lanes);
        }
        // Nobody else asks the same question of the search box.
        if (page.subject() instanceof Subject.Find) {
            return page(request, page);
        }
        Shelf.Key key = Shelf.Key.of(request, chronicle.snapshot(), today());
        return shelf.find(key).orElseGet(() -> {
            Reply reply = page(request, page);
            shelf.keep(key, reply);
            return reply;
        });
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    // The pages.

    private Scene scene(Request request, Snapshot snapshot, Language language, When when) {
        LocalDate day = when.day() != null ? when.day() : when.fixed() ? Scene.dayOf(snapshot) : today();
        return new Scene(
                snapshot,
                new Speech(language),
                new Links(language, when),
                day,
                today(),
                new Proofs(snapshot, day),
                assets,
                request.origin());
    }

    /// The sheets of troubles that belong to no page.
    private Sheets quiet(Request request) {
        return new Sheets(
                chronicle, scene(request, chronicle.snapshot(), language(request), When.NOW), request.origin());
    }

    private Snapshot cut(When when) {
        Snapshot now = chronicle.snapshot();
        Long size = when.size();
        return size == null || size >= now.size() ? now : chronicle.at(size).orElse(now);
    }

    private Reply page(Request request, Address.Page page) {
        Language language = page.language() == null ? request.preferred() : page.language();
        Subject subject = page.subject();
        long entries = chronicle.snapshot().size();
        Scene scene = scene(request, cut(page.when()), language, page.when());
        Sheets sheets = new Sheets(chronicle, scene, request.origin());
        Optional<Reply> moved = moved(request, page, sheets);
        if (moved.isPresent()) {
            return moved.get();
        }
        Optional<Sheet> sheet = sheets.future(subject, page.when(), entries);
        When since = page.since();
        if (sheet.isEmpty()) {
            sheet = since == null
                    ? sheet(subject, scene, request, sheets)
                    : sheets.future(subject, since, entries)
                            .or(() -> sheets.changes(subject, scene(request, cut(since), language, since)));
        }
        Sheet found = sheet.orElseGet(() -> sheets.nothingHere(subject));
        Reply reply = found.status() == 200 && Takeaway.carries(page.format())
                ? new Takeaway(scene, subject, since, this::rendered)
                        .reply(found, page.format())
                        .orElseGet(() -> nothingHere(request))
                : reply(request, found, page.format());
        boolean fixed = page.when().fixed() && (since == null || since.fixed());
        if (page.language() == null) {
            return reply.with("Vary", "Accept-Language");
        }
        return fixed && reply.status() == 200 ? reply.with("Cache-Control", Reply.FOREVER) : reply;
    }

    private Optional<Sheet> sheet(Subject subject, Scene scene, Request request, Sheets sheets) {
        return switch (subject) {
            case Subject.Find() -> Optional.of(find(scene, sheets, request));
            case Subject.Lanes() -> Optional.of(new LanesSheet(scene, lanes));
            case Subject.OneLane(String lane, boolean slow) ->
                lanes.moment(lane).map(moment -> new LaneSheet(scene, moment, slow));
            default -> sheets.of(subject);
        };
    }

    // Lanes.

    /// What a reader who watches a lane is told; empty where there is no such lane, or too many watch it.
    Optional<LaneEvents> listen(Address.LaneEvents address) {
        return lanes.listen(address.lane()).map(listener -> new LaneEvents(listener, new Speech(address.language())));
    }

    /// What an officer does at a lane. The reply leads back to the page that they came from.
    Reply act(Request request, Map<String, String> form) {
        if (Address.of(request.path()).orElse(null) instanceof Address.Page page
                && page.subject() instanceof Subject.OneLane(String name, boolean _)
                && lanes.lane(name).isPresent()) {
            return LanePages.act(lanes.lane(name).get(), form)
                    ? Reply.moved(request.path())
                    : refused(
                            request,
                            400,
                            "no-deed",
                            "A lane does not know how to do this.",
                            "Une voie ne sait pas faire cela.");
        }
        return nothingHere(request);
    }

    private Sheet find(Scene scene, Sheets sheets, Request request) {
        String asked = request.query().getOrDefault("q", "");
        return indexing.finder(scene.snapshot())
                .<Sheet>map(finder -> new FindSheet(scene, finder, asked))
                .orElseGet(() -> sheets.preparing(asked));
    }

    /// Where the reader is sent on to: from the short address of an entry, or from a date typed into the boxes.
    private Optional<Reply> moved(Request request, Address.Page page, Sheets sheets) {
        Subject subject = page.subject();
        Links links = sheets.scene().links();
        if (subject instanceof Subject.OneEntry(var agreement, long index)
                && agreement == null
                && page.format() == Format.HTML) {
            return chronicle
                    .entry(index)
                    .map(found ->
                            Reply.moved(links.entry(sheets.home(found), index)).with("Vary", "Accept-Language"));
        }
        Map<String, String> query = request.query();
        if (!subject.dated() || !query.keySet().containsAll(List.of("d", "m", "y"))) {
            return Optional.empty();
        }
        Optional<LocalDate> day =
                DateForm.read(query.getOrDefault("d", ""), query.getOrDefault("m", ""), query.getOrDefault("y", ""));
        if (day.isEmpty()) {
            return Optional.of(reply(request, sheets.noDate(subject), page.format()));
        }
        if (subject.compared() && query.keySet().containsAll(List.of("d2", "m2", "y2"))) {
            return Optional.of(DateForm.read(
                            query.getOrDefault("d2", ""), query.getOrDefault("m2", ""), query.getOrDefault("y2", ""))
                    .map(other -> {
                        boolean turned = other.isBefore(day.get());
                        return Reply.moved(links.on(turned ? day.get() : other)
                                .since(When.on(turned ? other : day.get()), subject, Format.HTML));
                    })
                    .orElseGet(() -> reply(request, sheets.noDate(subject), page.format())));
        }
        boolean compare = query.containsKey("changes") && subject.compared();
        return Optional.of(Reply.moved(
                compare
                        ? links.on(today()).since(When.on(day.get()), subject, Format.HTML)
                        : links.on(day.get()).to(subject)));
    }

    private Reply reply(Request request, Sheet sheet, Format format) {
        if (sheet.status() != 200) {
            Reply trouble = request.wantsJson() ? problem(sheet) : html(sheet);
            return sheet.status() == 503 ? trouble.with("Retry-After", "5") : trouble;
        }
        return switch (format) {
            case HTML -> sheet.print().isPresent() ? notes(request, sheet) : html(sheet);
            case JSON -> text(format, sheet.json().map(tree -> Json.write(tree) + "\n"), request);
            case SVG -> picture(sheet, request);
            case PRINT -> text(format, sheet.print(), request);
            case CSV, XLSX, ATOM, PDF, EMBED, TTL, JSONLD -> nothingHere(request);
        };
    }

    private Reply text(Format format, Optional<String> text, Request request) {
        return text.map(some -> Reply.of(200, format.media(), some)).orElseGet(() -> nothingHere(request));
    }

    /// A picture by itself carries its own colours: they, and nothing else, are let in.
    private Reply picture(Sheet sheet, Request request) {
        return sheet.picture()
                .map(svg ->
                        Reply.of(200, Format.SVG.media(), svg).with("Content-Security-Policy", Pictures.policy(svg)))
                .orElseGet(() -> nothingHere(request));
    }

    private Reply html(Sheet sheet) {
        return Reply.of(sheet.status(), Reply.HTML, rendered(sheet));
    }

    private Reply notes(Request request, Sheet sheet) {
        return Reply.of(
                sheet.status(),
                Reply.HTML,
                new Endnotes(request.origin(), new Speech(language(request))).on(rendered(sheet)));
    }

    private String rendered(Sheet sheet) {
        return rendered(sheet.template(), sheet.view());
    }

    private String rendered(String template, Object view) {
        StringOutput out = new StringOutput(32 * 1024);
        templates.render(template, view, out);
        return out.toString();
    }

    private static Reply problem(Sheet sheet) {
        String problem = sheet.json().map(Json::write).orElse("{}") + "\n";
        return Reply.of(sheet.status(), Reply.PROBLEM, problem);
    }

    // What is not a page.

    /// A file of the site's own. A page that was kept may ask for one of long ago: it gets the one of now.
    private Reply asset(Request request, String name) {
        if (name.matches("entente-[0-9a-f]{12}\\.css")) {
            return asset("text/css", stylesheet, name.equals(stylesheetName));
        }
        if (name.matches("verify-[0-9a-f]{12}\\.js")) {
            return asset("text/javascript", script, name.equals(scriptName));
        }
        return LanePages.Asset.named(name)
                .map(one -> asset(one.media(), one.bytes(), one.name().equals(name)))
                .orElseGet(() -> nothingHere(request));
    }

    private static Reply asset(String type, byte[] bytes, boolean newest) {
        return new Reply(
                200, type + "; charset=utf-8", bytes, Map.of("Cache-Control", newest ? Reply.FOREVER : Reply.ASK));
    }

    private Reply logFile(Request request, String path) {
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
                .orElseGet(() -> nothingHere(request));
    }

    // Troubles.

    private Reply nothingHere(Request request) {
        return reply(request, quiet(request).nothingHere(new Subject.Agreements()), Format.HTML);
    }

    /// The reply to a method or a request that the site does not take.
    Reply refused(Request request, int status, String code, String en, String fr) {
        Sheets sheets = quiet(request);
        return reply(
                request,
                sheets.trouble(
                        new Subject.Agreements(),
                        status,
                        code,
                        sheets.scene().say("This cannot be done here", "Ceci n’est pas possible ici"),
                        sheets.scene().say(en, fr),
                        List.of()),
                Format.HTML);
    }

    /// The language that a path has chosen by one of its words, else the browser's.
    private static Language language(Request request) {
        for (String part : request.path().split("[/@.]", 8)) {
            for (Subject.Word word : Subject.Word.values()) {
                Optional<Language> language = word.read(part);
                if (language.isPresent()) {
                    return language.get();
                }
            }
        }
        return request.preferred();
    }
}
