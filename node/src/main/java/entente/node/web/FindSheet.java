package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Told;
import entente.node.Filed;
import entente.node.web.Found.Why;
import entente.terms.Language;
import entente.terms.Period;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the record holds of what a reader asks for, by kind, each with why it was found; or what can be asked for.
public final class FindSheet implements Sheet {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Scene scene;
    private final Finder finder;
    private final String asked;
    private final boolean cut;
    private final Found found;

    /// `asked` is what was typed; `answer` is empty where nothing was. `cut` where only its beginning was looked at.
    public record View(
            Frame frame,
            String action,
            String asked,
            boolean cut,
            String answer,
            @Nullable String behind,
            @Nullable String partly,
            List<Group> groups,
            List<Example> examples) {}

    /// The results of one kind. `more` is null where all are shown.
    public record Group(
            String id,
            String title,
            String count,
            List<Row> rows,
            @Nullable String more) {}

    public record Row(String title, String address, String meta, String why) {}

    public record Example(String text, String address, String what) {}

    FindSheet(Scene scene, Finder finder, String typed) {
        this.scene = scene;
        this.finder = finder;
        String text = typed.strip();
        this.cut = text.length() > Sought.LONGEST;
        this.asked = cut ? text.substring(0, Sought.LONGEST) : text;
        this.found = finder.find(asked);
    }

    @Override
    public String template() {
        return "find.jte";
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    static String address(Links links, String text) {
        return links.to(new Subject.Find())
                + (text.isEmpty() ? "" : "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @Override
    public View view() {
        String title = say("Find", "Chercher") + (asked.isEmpty() ? "" : say(": ", "\u00A0: ") + asked);
        Links links = scene.links();
        return new View(
                scene.frame(
                        new Subject.Find(),
                        title,
                        List.of(),
                        address(links, asked),
                        address(links.in(links.language().other()), asked)),
                links.to(new Subject.Find()),
                asked,
                cut,
                asked.isEmpty() ? "" : answer(),
                behind(),
                partly(),
                groups(),
                found.all() > 0 ? List.of() : examples());
    }

    private String answer() {
        int all = found.all();
        return all == 0 && found.time() == null
                ? say("Nothing on record fits “", "Rien au registre ne correspond à «\u00A0")
                        + asked
                        + say("”.", "\u00A0».")
                : scene.speech().count(all, "result", "results", "résultat", "résultats")
                        + say(" for “", " pour «\u00A0")
                        + asked
                        + say("”.", "\u00A0».");
    }

    private @Nullable String behind() {
        long behind = scene.snapshot().size() - finder.snapshot().size();
        return behind == 0
                ? null
                : say(
                                "Not searched yet is what came last, ",
                                "Pas encore exploré\u00A0: ce qui est arrivé en dernier, ")
                        + scene.speech().count(behind, "entry", "entries", "entrée", "entrées")
                        + say(
                                ". The index is being made again; ask again in a few seconds.",
                                ". L’index est en cours de mise à jour\u202F; reposez la question dans quelques secondes.");
    }

    private @Nullable String partly() {
        return found.held() == 0 || found.held() == found.words()
                ? null
                : say(
                                "Nothing holds all of these words. What is found by its words holds ",
                                "Rien ne contient tous ces mots. Ce qui est trouvé par ses mots en contient ")
                        + found.held()
                        + say(" of ", " sur ")
                        + found.words()
                        + ".";
    }

    // The kinds.

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        List<Row> log = new ArrayList<>();
        if (found.root()) {
            log.add(new Row(
                    say("The newest checkpoint", "Le dernier point de contrôle"),
                    scene.links().verify(),
                    "",
                    say("root: ", "racine\u00A0: ") + finder.snapshot().root().hex()));
        }
        found.entries().first().forEach(one -> log.add(entry(one)));
        group(
                groups,
                "entries",
                say("Entries of the log", "Entrées du registre"),
                log,
                found.entries().all() + (found.root() ? 1 : 0));
        Period time = found.time();
        if (time != null) {
            group(groups, "dates", say("Dates", "Dates"), dates(time), 1);
        }
        items(groups, "agreements", say("Agreements", "Accords"), found.agreements());
        items(groups, "clauses", say("Clauses", "Clauses"), found.clauses());
        group(
                groups,
                "names",
                say("Publishers, places, payees and payers", "Sources, lieux, bénéficiaires et payeurs"),
                found.names().first().stream().map(this::name).toList(),
                found.names().all());
        items(groups, "facts", say("Facts", "Faits"), found.facts());
        return groups;
    }

    private void items(List<Group> groups, String id, String title, Found.Some<Found.Item> items) {
        group(groups, id, title, items.first().stream().map(this::item).toList(), items.all());
    }

    private void group(List<Group> groups, String id, String title, List<Row> rows, int all) {
        if (!rows.isEmpty()) {
            int more = all - rows.size();
            groups.add(new Group(
                    id,
                    title,
                    scene.speech().number(all),
                    rows,
                    more > 0
                            ? scene.speech().number(more)
                                    + say(
                                            " more. Ask for something narrower to see them.",
                                            " de plus. Précisez la recherche pour les voir.")
                            : null));
        }
    }

    private List<Row> dates(Period time) {
        LocalDate last = time.last();
        if (last.isBefore(EARLIEST) || time.first().isAfter(scene.today())) {
            return List.of();
        }
        boolean ahead = last.isAfter(scene.today());
        return List.of(new Row(
                ahead
                        ? say("The record as known today", "Le registre tel que connu aujourd’hui")
                        : say("The record as known on ", "Le registre tel que connu au ")
                                + scene.speech().day(last),
                ahead
                        ? scene.links().today().agreements()
                        : scene.links().on(last).agreements(),
                "",
                say("a date", "une date")));
    }

    private Row entry(Found.InLog one) {
        return new Row(
                say("Entry ", "Entrée ") + scene.speech().number(one.index()),
                scene.links().entry(home(one.index()), one.index()),
                filed(one.index()).map(this::told).orElse(""),
                why(one.why()));
    }

    private Optional<Filed> filed(long index) {
        List<Filed> filed = finder.snapshot().filed();
        // Usually at its own place: each entry tells one thing, unless its content was erased or is of another kind.
        int at = (int) Math.min(index, filed.size() - 1L);
        for (; at >= 0; at--) {
            if (filed.get(at).index() == index) {
                return Optional.of(filed.get(at));
            }
        }
        return Optional.empty();
    }

    private String told(Filed filed) {
        return switch (filed) {
            case Filed.Text text -> scene.speech().words(text.agreement().title());
            case Filed.Telling telling ->
                switch (telling.told()) {
                    case Told.Asserted(Fact fact) -> scene.speech().words(fact.says());
                    case Told.Corrected(var _, Fact fact, var _) ->
                        scene.speech().words(fact.says());
                    case Told.Retracted(String of, var reason, var _, var _) ->
                        say("Retracts ", "Retire ")
                                + of
                                + say(": ", "\u00A0: ")
                                + scene.speech().words(reason);
                };
        };
    }

    private String home(long index) {
        return filed(index)
                .flatMap(filed -> switch (filed) {
                    case Filed.Text text -> Optional.of(text.agreement().id());
                    case Filed.Telling telling -> telling.told().tells().map(FindSheet::home);
                })
                .orElseGet(() -> scene.register().agreements().getFirst().id());
    }

    private static String home(Fact fact) {
        return fact.bearsOn().getFirst().clause().agreement();
    }

    private Row name(Found.Name name) {
        return new Row(
                scene.speech().words(Findable.shown(name.part(), name.value())),
                address(scene.links(), name.part().asking(scene.speech().language(), name.value())),
                scene.speech().count(name.facts(), "fact", "facts", "fait", "faits"),
                scene.speech().words(name.part().title()));
    }

    private Row item(Found.Item one) {
        String why =
                String.join(" · ", one.why().stream().map(this::why).distinct().toList());
        return switch (one.item()) {
            case Findable.OfAgreement(Agreement agreement) ->
                new Row(
                        scene.speech().words(agreement.title()),
                        scene.links().agreement(agreement.id()),
                        scene.speech().period(agreement.signed()),
                        why);
            case Findable.OfClause(Agreement agreement, Clause clause) ->
                new Row(
                        agreement.number(clause) + ". " + scene.speech().words(clause.text()),
                        scene.links().clause(agreement, clause),
                        scene.speech().words(agreement.title()),
                        why);
            case Findable.OfFact(Fact fact, long index, boolean displaced) ->
                new Row(
                        scene.speech().words(fact.says()),
                        scene.links().entry(home(fact), index),
                        (displaced ? say("corrected since · ", "corrigé depuis · ") : "")
                                + scene.speech().period(fact.happened())
                                + " · "
                                + fact.source().publisher()
                                + say(" · entry ", " · entrée ")
                                + scene.speech().number(index),
                        why);
        };
    }

    private String why(Why why) {
        return switch (why) {
            case Why.Numbered() -> say("its number", "son numéro");
            case Why.Leaf(var hash) -> say("leaf: ", "feuille\u00A0: ") + hash.hex();
            case Why.Commitment(var hash) -> say("commitment: ", "engagement cryptographique\u00A0: ") + hash.hex();
            case Why.Amount(Figure figure, boolean exact) ->
                scene.speech().figure(figure)
                        + (exact ? "" : say(", which rounds to that", ", soit cela une fois arrondi"));
            case Why.Happened(Period when) ->
                say("happened: ", "survenu\u00A0: ") + scene.speech().period(when);
            case Why.Reported(Period when) ->
                say("reported: ", "publié\u00A0: ") + scene.speech().period(when);
            case Why.ClauseNumber(int number) -> say("clause ", "clause ") + number;
            case Why.Of(Part part) -> scene.speech().words(part.title());
            case Why.Word(String word, Part part, Language language) ->
                say("“", "«\u00A0")
                        + word
                        + say("” in: ", "\u00A0» dans\u00A0: ")
                        + scene.speech().words(part.title())
                        + (language == null || language == scene.speech().language()
                                ? ""
                                : say(" (in French)", " (en anglais)"));
        };
    }

    // What can be asked for.

    private List<Example> examples() {
        return Stream.of(
                        example("18", say("the number of an entry", "le numéro d’une entrée")),
                        example(
                                finder.snapshot().root().hex().substring(0, 12),
                                say(
                                        "a hash, or its beginning: of an entry, a content, a checkpoint",
                                        "une empreinte, ou son début\u00A0: d’une entrée, d’un contenu, d’un point de contrôle")),
                        example(
                                say("£12 million", "12 millions de livres"),
                                say("an amount, in figures or words", "un montant, en chiffres ou en lettres")),
                        example(say("€3.6m", "3,6 M€"), say("the same, short", "de même, en abrégé")),
                        example(
                                say("31 March 2016", "31 mars 2016"),
                                say("a day, a month or a year", "un jour, un mois ou une année")),
                        example(
                                say("clause 4 of Calais", "clause 4 de Calais"),
                                say("a clause, by its number", "une clause, par son numéro")),
                        example("c04", say("the same, in every agreement", "de même, dans tous les accords")),
                        example("Sandhurst", say("an agreement", "un accord")),
                        example(
                                "Home Office",
                                say("a publisher, or who paid or was paid", "une source, ou celui qui a payé ou reçu")),
                        example(say("Dunkirk", "Dunkerque"), say("a place", "un lieu")),
                        example(
                                say("patrols beach", "patrouilles plage"),
                                say(
                                        "words, or their beginnings, in either language",
                                        "des mots, ou leur début, dans l’une ou l’autre langue")))
                .filter(example -> finder.find(example.text()).all() > 0)
                .toList();
    }

    private Example example(String text, String what) {
        return new Example(text, address(scene.links(), text), what);
    }

    @Override
    public Optional<Object> json() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("query", asked);
        page.put("cut", cut);
        page.put("searched", finder.snapshot().size());
        page.put("found", found.all());
        List<Object> kinds = new ArrayList<>();
        for (Group group : groups()) {
            List<Object> rows = new ArrayList<>();
            for (Row row : group.rows()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("title", row.title());
                one.put("address", row.address());
                one.put("about", row.meta());
                one.put("why", row.why());
                rows.add(one);
            }
            Map<String, Object> kind = new LinkedHashMap<>();
            kind.put("kind", group.id());
            kind.put("shown", group.rows().size());
            kind.put("complete", group.more() == null);
            kind.put("results", rows);
            kinds.add(kind);
        }
        page.put("kinds", kinds);
        return Optional.of(page);
    }
}
