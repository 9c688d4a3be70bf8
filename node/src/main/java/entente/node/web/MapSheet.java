package entente.node.web;

import entente.agreement.Fact;
import entente.node.draw.MapView;
import entente.node.draw.Place;
import entente.node.draw.Places;
import entente.node.draw.StraitMap;
import entente.node.export.Table;
import entente.node.web.Frame.Step;
import entente.node.web.Views.FactLink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where it happened, in one fixed view: every dot is a row of the table, and what has no point is in a table of its
/// own.
public record MapSheet(Scene scene, MapView part) implements Sheet {

    /// `wide` and `narrow` are the picture for a page and for a telephone. `elsewhere` says what lies outside the view,
    /// and `unplaced` what has no place known here; both are null where there is none.
    public record View(
            Frame frame,
            String title,
            String lead,
            List<Step> choices,
            String wide,
            String narrow,
            @Nullable String elsewhere,
            List<Row> points,
            List<Row> areas,
            @Nullable String unplaced) {}

    /// One place. `number` is that of its dot and 0 for an area; `within` says how exactly the point is known.
    public record Row(int number, String id, String name, String within, int count, List<Event> events) {}

    /// What happened there.
    public record Event(String date, String says, FactLink entry) {}

    /// The view that a path names; the strait where it names none.
    static Optional<MapView> view(@Nullable String part) {
        if (part == null) {
            return Optional.of(MapView.STRAIT);
        }
        return java.util.Arrays.stream(MapView.values())
                .filter(view -> view != MapView.STRAIT && view.code().equals(part))
                .findFirst();
    }

    private static Subject subject(MapView view) {
        return new Subject.Chart(view == MapView.STRAIT ? null : view.code());
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    private String title() {
        return say("Map: ", "Carte\u00A0: ") + scene.speech().words(part.title());
    }

    @Override
    public String template() {
        return "map.jte";
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(title()));
    }

    @Override
    public List<Table> tables() {
        List<Fact> facts = scene.register().facts(scene.day()).toList();
        return List.of(new Extracts(scene).facts(facts), new Extracts(scene).figures(facts));
    }

    @Override
    public Optional<String> picture() {
        return Optional.of(new Pictures(scene)
                .alone(
                        map(seen(rows())).draw(Pictures.WIDE),
                        subject(part),
                        say(
                                "Coastline: Natural Earth, public domain, simplified.",
                                "Trait de côte\u00A0: Natural Earth, domaine public, simplifié.")));
    }

    @Override
    public Object view() {
        Map<Place, Row> rows = rows();
        Map<Place, Row> seen = seen(rows);
        List<Row> areas = rows.entrySet().stream()
                .filter(one -> one.getKey() instanceof Place.Area)
                .map(Map.Entry::getValue)
                .toList();
        int outside = rows.size() - areas.size() - seen.size();
        StraitMap map = map(seen);
        return new View(
                scene.frame(subject(part), title(), List.of(scene.home())),
                title(),
                say(
                        "Where the events on record took place, as far as their sources say. The area of a dot is as the number of facts; its number is that of its row.",
                        "Où se sont produits les faits inscrits, pour autant que leurs sources le disent. La surface d’un point suit le nombre de faits\u202F; son numéro est celui de sa ligne."),
                java.util.Arrays.stream(MapView.values())
                        .map(view -> new Step(
                                scene.speech().words(view.title()),
                                scene.links().to(subject(view)),
                                view == part))
                        .toList(),
                map.draw(Pictures.WIDE).inline("wide"),
                map.draw(Pictures.NARROW).inline("narrow"),
                outside == 0
                        ? null
                        : scene.speech()
                                .count(
                                        outside,
                                        "place lies outside this view.",
                                        "places lie outside this view.",
                                        "lieu se trouve hors de cette vue.",
                                        "lieux se trouvent hors de cette vue."),
                List.copyOf(seen.values()),
                areas,
                unplaced());
    }

    private StraitMap map(Map<Place, Row> rows) {
        List<StraitMap.Dot> dots = new ArrayList<>();
        rows.forEach((place, row) -> {
            if (place instanceof Place.Point point) {
                dots.add(new StraitMap.Dot(
                        row.number(),
                        point,
                        row.count(),
                        row.number() + " " + row.name() + say(": ", "\u00A0: ") + facts(row.count()),
                        "#place-" + row.id()));
            }
        });
        return new StraitMap(
                title() + " – " + scene.asOf(),
                say(
                        "Numbered dots where events took place. The table on the page has a row for each.",
                        "Points numérotés là où les faits se sont produits. Le tableau de la page a une ligne pour chacun."),
                part,
                dots,
                scene.speech().language(),
                this::facts);
    }

    private String facts(int count) {
        return scene.speech().count(count, "fact", "facts", "fait", "faits");
    }

    private Map<Place, Row> seen(Map<Place, Row> rows) {
        Map<Place, Row> seen = new LinkedHashMap<>();
        rows.forEach((place, row) -> {
            if (place instanceof Place.Point point && StraitMap.shows(part, point)) {
                seen.put(place, row);
            }
        });
        return seen;
    }

    /// A row for each place with anything in it, the fullest first; points are numbered the same in every view.
    private Map<Place, Row> rows() {
        Map<Place, List<Fact>> at = new LinkedHashMap<>();
        scene.register()
                .facts(scene.day())
                .sorted(Comparator.comparing((Fact fact) -> fact.happened().first())
                        .thenComparing(Fact::id))
                .forEach(fact -> Places.of(fact)
                        .forEach(place -> at.computeIfAbsent(place, _ -> new ArrayList<>())
                                .add(fact)));
        Map<Place, Row> rows = new LinkedHashMap<>();
        int number = 0;
        List<Map.Entry<Place, List<Fact>>> fullest = at.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Place, List<Fact>> one) ->
                                -one.getValue().size())
                        .thenComparing(one -> one.getKey().id()))
                .toList();
        for (Map.Entry<Place, List<Fact>> one : fullest) {
            switch (one.getKey()) {
                case Place.Point point -> rows.put(point, row(++number, point, within(point.metres()), one.getValue()));
                case Place.Area area -> rows.put(area, row(0, area, "", one.getValue()));
            }
        }
        return rows;
    }

    private String within(int metres) {
        return metres < 1000
                ? say("within ", "à ") + scene.speech().number(metres) + say("\u00A0m", "\u00A0m près")
                : say("within ", "à ")
                        + scene.speech()
                                .number(BigDecimal.valueOf(metres)
                                        .movePointLeft(3)
                                        .stripTrailingZeros())
                        + say("\u00A0km", "\u00A0km près");
    }

    private Row row(int number, Place place, String within, List<Fact> facts) {
        return new Row(
                number,
                place.id(),
                scene.speech().words(place.name()),
                within,
                facts.size(),
                facts.stream().map(this::event).toList());
    }

    private Event event(Fact fact) {
        return new Event(
                scene.speech().period(fact.happened()),
                Pictures.shortened(scene.speech().words(fact.says()), 140),
                scene.facts().link(fact.bearsOn().getFirst().clause().agreement(), fact.id()));
    }

    private @Nullable String unplaced() {
        long count = scene.register()
                .facts(scene.day())
                .filter(fact -> Places.of(fact).isEmpty())
                .count();
        return count == 0
                ? null
                : scene.speech()
                        .count(
                                count,
                                "fact names no place that is known here.",
                                "facts name no place that is known here.",
                                "fait ne nomme aucun lieu connu ici.",
                                "faits ne nomment aucun lieu connu ici.");
    }
}
