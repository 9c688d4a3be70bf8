package entente.node.draw;

import entente.agreement.Fact;
import entente.node.draw.Place.Area;
import entente.node.draw.Place.Point;
import entente.terms.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Every place that facts name, by the word of their tags. A word that is not here is shown as not placed, never
/// guessed.
public final class Places {
    private static final Map<String, Place> ALL = byId(List.of(
            point("calais", "Calais", "Calais", 50.951, 1.855, 2000),
            point("calais-port", "Port of Calais", "Port de Calais", 50.967, 1.868, 500),
            point("cardiff", "Cardiff", "Cardiff", 51.482, -3.179, 4000),
            point("coquelles", "Coquelles", "Coquelles", 50.934, 1.799, 1500),
            point("dunkirk", "Dunkirk", "Dunkerque", 51.034, 2.377, 4000),
            point("eurotunnel", "Eurotunnel terminal, Coquelles", "Terminal Eurotunnel, Coquelles", 50.93, 1.811, 800),
            point("folkestone", "Folkestone", "Folkestone", 51.081, 1.167, 2000),
            point("grande-synthe", "Grande-Synthe", "Grande-Synthe", 51.014, 2.303, 2000),
            point("grays", "Grays", "Grays", 51.476, 0.326, 2000),
            point("le-touquet", "Le Touquet", "Le Touquet", 50.522, 1.59, 2000),
            point("lille", "Lille", "Lille", 50.632, 3.058, 6000),
            point("london", "London", "Londres", 51.507, -0.128, 12000),
            point("loon-plage", "Loon-Plage", "Loon-Plage", 50.997, 2.217, 2000),
            point("lyon", "Lyon", "Lyon", 45.764, 4.836, 20000),
            point("marck", "Marck", "Marck", 50.947, 1.95, 1500),
            point("newport", "Newport", "Newport", 51.584, -2.998, 3000),
            point("paris", "Paris", "Paris", 48.857, 2.352, 8000),
            point("saint-hilaire-cottes", "Saint-Hilaire-Cottes", "Saint-Hilaire-Cottes", 50.571, 2.412, 2000),
            point("sangatte", "Sangatte", "Sangatte", 50.945, 1.753, 1500),
            point("tilbury", "Tilbury", "Tilbury", 51.462, 0.358, 2000),
            area("belgium", "Belgium", "Belgique"),
            area("channel", "the Channel", "la Manche"),
            area("channel-coast", "the French coast of the Channel", "le littoral français de la Manche"),
            area("europe", "Europe", "Europe"),
            area("france", "France", "France"),
            area("italian-border", "the border of France and Italy", "la frontière franco-italienne"),
            area("kent", "Kent", "Kent"),
            area("mediterranean", "the Mediterranean", "la Méditerranée"),
            area("nord", "Nord", "Nord"),
            area("northern-france", "northern France", "nord de la France"),
            area("pas-de-calais", "Pas-de-Calais", "Pas-de-Calais"),
            area("uk", "United Kingdom", "Royaume-Uni"),
            area("uk-ferry-ports", "ferry ports of the United Kingdom", "ports de ferries du Royaume-Uni")));

    /// Where the words of a source say more than the tags do, by the English ones.
    private static final Map<String, List<String>> SAID = Map.of(
            "Channel", List.of("channel"),
            "Dunkirk", List.of("dunkirk"),
            "Grays, Essex (trailer shipped from Zeebrugge to Purfleet)", List.of("grays"),
            "Newport and Cardiff", List.of("newport", "cardiff"),
            "Saint-Hilaire-Cottes, A26 motorway", List.of("saint-hilaire-cottes"),
            "United Kingdom and France", List.of("uk", "france"),
            "northern France", List.of("northern-france"));

    /// A place that lies in another one which facts name beside it.
    private static final Map<String, String> WITHIN = Map.of("calais-port", "calais", "eurotunnel", "coquelles");

    private Places() {}

    private static Place point(String id, String en, String fr, double latitude, double longitude, int metres) {
        return new Point(id, new Words(en, fr), latitude, longitude, metres);
    }

    private static Place area(String id, String en, String fr) {
        return new Area(id, new Words(en, fr));
    }

    private static Map<String, Place> byId(List<Place> places) {
        Map<String, Place> all = new LinkedHashMap<>();
        places.forEach(place -> all.put(place.id(), place));
        return all;
    }

    /// Where a fact belongs: the points that it names, or where it names none, the areas. A port counts as itself, not
    /// as its town as well. Empty where nothing that it names is known here.
    public static List<Place> of(Fact fact) {
        List<Place> known = words(fact).stream()
                .filter(ALL::containsKey)
                .map(id -> java.util.Objects.requireNonNull(ALL.get(id)))
                .toList();
        List<Place> points = known.stream().filter(Point.class::isInstance).toList();
        return (points.isEmpty() ? known : points)
                .stream()
                        .filter(place ->
                                points.stream().noneMatch(other -> place.id().equals(WITHIN.get(other.id()))))
                        .toList();
    }

    /// The words for places of a fact that have no entry here.
    static SortedSet<String> unknown(Fact fact) {
        SortedSet<String> unknown = new TreeSet<>(words(fact));
        unknown.removeAll(ALL.keySet());
        return unknown;
    }

    private static Collection<String> words(Fact fact) {
        List<String> said = SAID.get(fact.where().en());
        return said != null ? said : fact.tags().getOrDefault(Fact.Tag.PLACE, new TreeSet<>());
    }

    /// All of them, points before areas, each in the order of the ids.
    public static List<Place> all() {
        return List.copyOf(ALL.values());
    }
}
