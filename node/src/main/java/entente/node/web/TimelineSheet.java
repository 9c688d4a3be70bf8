package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.node.draw.Timeline;
import entente.node.export.Table;
import entente.node.web.Frame.Step;
import entente.node.web.Views.FactLink;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened when, as a picture and as a table of the same events: for all agreements, for one, or for one clause.
public record TimelineSheet(
        Scene scene,
        @Nullable Agreement agreement,
        @Nullable Clause clause) implements Sheet {

    /// `wide` and `narrow` are the picture for a page and for a telephone; both are empty where nothing can be drawn.
    public record View(
            Frame frame,
            String title,
            String lead,
            @Nullable Rest rest,
            String choose,
            List<Step> choices,
            String wide,
            String narrow,
            List<String> notes,
            List<Row> rows) {}

    /// One event. `letter` is that of an agreement in the picture, else empty.
    public record Row(
            String letter,
            String date,
            String kind,
            String says,
            List<String> figures,
            List<FactLink> clauses,
            String publisher,
            @Nullable FactLink entry) {}

    /// The machine word for counts of people in the camps and around them.
    private static final String PEOPLE = "people-estimated";

    /// Lanes from what befell people to what was said, below the estimates.
    private static final Map<Fact.Kind, Words> LANES = lanes();

    private static Map<Fact.Kind, Words> lanes() {
        Map<Fact.Kind, Words> lanes = new LinkedHashMap<>();
        lanes.put(Fact.Kind.ESTIMATE, new Words("Other estimates", "Autres estimations"));
        lanes.put(Fact.Kind.INCIDENT, new Words("Incidents", "Incidents"));
        lanes.put(Fact.Kind.RESULT, new Words("Results", "Résultats"));
        lanes.put(Fact.Kind.OPERATION, new Words("Operations", "Opérations"));
        lanes.put(Fact.Kind.DELIVERY, new Words("Works and deliveries", "Travaux et livraisons"));
        lanes.put(Fact.Kind.POSTING, new Words("Postings", "Affectations"));
        lanes.put(Fact.Kind.CAMPAIGN, new Words("Campaigns", "Campagnes"));
        lanes.put(Fact.Kind.PAYMENT, new Words("Payments", "Versements"));
        lanes.put(Fact.Kind.SPEND, new Words("Spending", "Dépenses"));
        lanes.put(Fact.Kind.STATEMENT, new Words("Statements", "Déclarations"));
        return lanes;
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    private Subject subject() {
        return agreement == null
                ? new Subject.Timeline(null, null)
                : new Subject.Timeline(agreement.id(), clause == null ? null : agreement.number(clause));
    }

    private String title() {
        String of = agreement == null ? "" : " – " + scene.speech().words(agreement.title());
        return say("Timeline", "Chronologie")
                + (agreement == null || clause == null
                        ? of
                        : say(", clause ", ", clause ") + agreement.number(clause) + of);
    }

    private List<Fact> facts() {
        return (agreement == null
                        ? scene.register().facts(scene.day())
                        : clause == null
                                ? scene.register().facts(agreement, scene.day())
                                : scene.register().bearing(clause.id(), scene.day()).stream())
                .sorted(Comparator.comparing((Fact fact) -> fact.happened().unknown())
                        .thenComparing(fact -> fact.happened().first())
                        .thenComparing(fact -> fact.happened().last())
                        .thenComparing(Fact::id))
                .toList();
    }

    @Override
    public String template() {
        return "timeline.jte";
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(title()));
    }

    @Override
    public List<Table> tables() {
        List<Fact> facts = facts();
        return List.of(new Extracts(scene).facts(facts), new Extracts(scene).figures(facts));
    }

    @Override
    public Optional<String> picture() {
        return Optional.of(new Pictures(scene).alone(timeline(shown(facts())).draw(Pictures.WIDE), subject()));
    }

    @Override
    public Object view() {
        List<Fact> all = facts();
        List<Fact> facts = shown(all);
        Timeline timeline = timeline(facts);
        List<Step> trail = new ArrayList<>(List.of(scene.home()));
        if (agreement != null) {
            trail.add(scene.step(agreement));
        }
        boolean drawn = !facts.isEmpty();
        return new View(
                scene.frame(subject(), title(), trail),
                title(),
                lead(all),
                Rest.latest(scene, all.size(), Rest.MOST, subject(), Format.CSV, Format.XLSX),
                agreement == null
                        ? say("Of one agreement", "D’un seul accord")
                        : say("Of one clause", "D’une seule clause"),
                choices(),
                drawn ? timeline.draw(Pictures.WIDE).inline("wide") : "",
                drawn ? timeline.draw(Pictures.NARROW).inline("narrow") : "",
                drawn ? notes(timeline, facts) : List.of(),
                rows(facts));
    }

    /// All, or those of the last dates.
    private static List<Fact> shown(List<Fact> all) {
        return all.size() <= Rest.MOST
                ? all
                : Rest.last(
                        all.stream().filter(fact -> !fact.happened().unknown()).toList(), Rest.MOST);
    }

    private String lead(List<Fact> facts) {
        if (facts.isEmpty()) {
            return say(
                    "No event on record by this date bears on it. That is not to say that nothing happened: nothing was found in public sources.",
                    "Aucun événement inscrit à cette date ne s’y rapporte. Cela ne signifie pas que rien ne s’est produit\u00A0: rien n’a été trouvé dans les sources publiques.");
        }
        return scene.speech()
                        .count(
                                facts.size(),
                                "event on record",
                                "events on record",
                                "événement inscrit",
                                "événements inscrits")
                + say(
                        ", drawn by date and told again in the table, each with its source.",
                        ", placés selon leur date et repris dans le tableau, chacun avec sa source.");
    }

    private List<Step> choices() {
        List<Step> choices = new ArrayList<>();
        if (agreement == null) {
            for (Agreement one : scene.agreements()) {
                choices.add(new Step(
                        scene.speech().words(one.title()), scene.links().to(new Subject.Timeline(one.id(), null))));
            }
            return choices;
        }
        choices.add(new Step(
                say("All clauses", "Toutes les clauses"),
                scene.links().to(new Subject.Timeline(agreement.id(), null)),
                clause == null));
        for (Clause one : agreement.clauses(scene.day())) {
            int number = agreement.number(one);
            choices.add(new Step(
                    say("Clause ", "Clause ") + number,
                    scene.links().to(new Subject.Timeline(agreement.id(), number)),
                    one.equals(clause)));
        }
        return choices;
    }

    // The picture.

    private Timeline timeline(List<Fact> facts) {
        List<Agreement> signed = scene.agreements();
        int until = scene.day().getYear();
        int from = agreement != null
                ? agreement.begins().getYear() - 1
                : signed.isEmpty() ? until : signed.getFirst().begins().getYear() - 1;
        List<Timeline.Mark> signatures = new ArrayList<>();
        for (Agreement one : signed) {
            signatures.add(new Timeline.Mark(
                    one.signed(),
                    letter(signatures.size()),
                    scene.speech().period(one.signed())
                            + say(": ", "\u00A0: ")
                            + scene.speech().words(one.title()),
                    scene.links().agreement(one.id())));
        }
        List<Timeline.Level> levels = new ArrayList<>();
        Map<Fact.Kind, List<Timeline.Mark>> lanes = new EnumMap<>(Fact.Kind.class);
        for (Fact fact : facts) {
            List<Figure.Count> people = people(fact);
            people.forEach(count -> levels.add(level(fact, count)));
            if (people.isEmpty()) {
                lanes.computeIfAbsent(fact.kind(), _ -> new ArrayList<>()).add(mark(fact, fact.id()));
            }
        }
        return new Timeline(
                title() + " – " + scene.asOf(),
                say(
                        "Agreements as upright lines, estimates above an axis, and one lane for each kind of event. The table on the page has the same events.",
                        "Les accords en traits verticaux, les estimations sur un axe, et un couloir par type d’événement. Le tableau de la page reprend les mêmes événements."),
                Math.min(from, until),
                until,
                signatures,
                new Timeline.Chart(
                        say("People in the camps, estimated", "Personnes dans les camps (estimées)"),
                        levels,
                        scene.speech()::number),
                LANES.entrySet().stream()
                        .filter(lane -> lanes.containsKey(lane.getKey()))
                        .map(lane -> new Timeline.Lane(
                                scene.speech().words(lane.getValue())
                                        + " ("
                                        + lanes.getOrDefault(lane.getKey(), List.of())
                                                .size()
                                        + ")",
                                lanes.getOrDefault(lane.getKey(), List.of())))
                        .toList());
    }

    /// The letter of an agreement in the picture, by its place in the order of signature.
    private static String letter(int place) {
        return place < 26 ? "" + (char) ('A' + place) : "" + (place + 1);
    }

    private Timeline.Mark mark(Fact fact, String name) {
        return new Timeline.Mark(
                fact.happened(),
                name,
                scene.speech().period(fact.happened())
                        + say(": ", "\u00A0: ")
                        + Pictures.shortened(scene.speech().words(fact.says()), 110),
                entry(fact).map(FactLink::address).orElse("#main"));
    }

    private static List<Figure.Count> people(Fact fact) {
        return fact.figures().stream()
                .filter(Figure.Count.class::isInstance)
                .map(Figure.Count.class::cast)
                .filter(count -> fact.kind() == Fact.Kind.ESTIMATE && count.of().equals(PEOPLE))
                .toList();
    }

    private Timeline.Level level(Fact fact, Figure.Count count) {
        BigDecimal high = count.high() == null ? count.value() : count.high();
        String number = count.least().compareTo(high) == 0
                ? scene.speech().number(count.value())
                : scene.speech().number(count.least()) + "–" + scene.speech().number(high);
        return new Timeline.Level(mark(fact, number), count.value(), count.least(), high);
    }

    private List<String> notes(Timeline timeline, List<Fact> facts) {
        List<String> notes = new ArrayList<>();
        notes.add(
                say(
                        "A mark is as long as what its source leaves open: a diamond is a day, a bar a month, a year or longer; dashed where the date is approximate. A letter is an agreement of the table.",
                        "Un repère est aussi long que ce que sa source laisse ouvert\u00A0: un losange est un jour, une barre un mois, une année ou davantage\u202F; en tirets si la date est approximative. Une lettre désigne un accord du tableau."));
        long undated = facts.stream().filter(fact -> fact.happened().unknown()).count();
        long outside =
                facts.stream().filter(fact -> !timeline.shows(fact.happened())).count() - undated;
        if (outside > 0) {
            notes.add(scene.speech()
                            .count(outside, "event lies", "events lie", "événement se situe", "événements se situent")
                    + say(
                            " outside the years drawn: see the table.",
                            " hors des années représentées\u00A0: voir le tableau."));
        }
        if (undated > 0) {
            notes.add(
                    scene.speech()
                            .count(
                                    undated,
                                    "event has no date in its source and is not drawn: see the end of the table.",
                                    "events have no date in their source and are not drawn: see the end of the table.",
                                    "événement est sans date dans sa source et n’est pas représenté\u00A0: voir la fin du tableau.",
                                    "événements sont sans date dans leur source et ne sont pas représentés\u00A0: voir la fin du tableau."));
        }
        return notes;
    }

    // The table.

    private record Dated(Period when, Row row) {}

    private List<Row> rows(List<Fact> facts) {
        List<Dated> rows = new ArrayList<>();
        int place = 0;
        for (Agreement one : scene.agreements()) {
            rows.add(new Dated(one.signed(), signature(one, letter(place++))));
        }
        facts.forEach(fact -> rows.add(new Dated(fact.happened(), row(fact))));
        return rows.stream()
                .sorted(Comparator.comparing((Dated row) -> row.when().unknown())
                        .thenComparing(row -> row.when().first())
                        .thenComparing(row -> row.when().last()))
                .map(Dated::row)
                .toList();
    }

    private Row signature(Agreement one, String letter) {
        Long index = scene.snapshot().agreements().get(one.id());
        return new Row(
                letter,
                scene.speech().period(one.signed()),
                say("agreement", "accord"),
                scene.speech().words(one.title()),
                List.of(),
                List.of(),
                "",
                index == null ? null : link(one.id(), index));
    }

    private Row row(Fact fact) {
        return new Row(
                "",
                scene.speech().period(fact.happened()),
                scene.speech().words(fact.kind().title()),
                scene.speech().words(fact.says()),
                fact.figures().stream().map(scene.facts()::figure).toList(),
                clauses(fact),
                fact.source().publisher(),
                entry(fact).orElse(null));
    }

    private Optional<FactLink> entry(Fact fact) {
        String home = agreement != null
                ? agreement.id()
                : fact.bearsOn().getFirst().clause().agreement();
        return Optional.ofNullable(scene.snapshot().entry(fact.id())).map(index -> link(home, index));
    }

    private FactLink link(String home, long index) {
        return new FactLink(scene.speech().number(index), scene.links().entry(home, index));
    }

    /// The clauses that a fact bears on; on the page of an agreement, its own alone.
    private List<FactLink> clauses(Fact fact) {
        Map<String, FactLink> clauses = new LinkedHashMap<>();
        for (Fact.Bearing bearing : fact.bearsOn()) {
            scene.register()
                    .agreement(bearing.clause().agreement())
                    .filter(one -> agreement == null || one.id().equals(agreement.id()))
                    .ifPresent(one -> one.clause(bearing.clause().clause())
                            .ifPresent(bears -> clauses.put(
                                    bears.id().toString(),
                                    new FactLink(
                                            agreement == null
                                                    ? one.id() + ", " + one.number(bears)
                                                    : "" + one.number(bears),
                                            scene.links().clause(one, bears)))));
        }
        return List.copyOf(clauses.values());
    }
}
