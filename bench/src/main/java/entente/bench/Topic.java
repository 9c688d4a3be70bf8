package entente.bench;

import entente.terms.Words;
import java.util.List;

/// What an invented clause is about: the words that its commitments and facts use. They are of the kind that the real
/// agreements use, and as few.
enum Topic {
    FUND(
            "fund",
            new Words("the joint fund", "le fonds commun"),
            List.of("funding-years", "percent-of-spending", "projects"),
            List.of("joint-fund", "port-security", "french-share"),
            List.of("calais", "france", "uk")),
    FENCES(
            "fences",
            new Words("the fences", "les clôtures"),
            List.of("fence-miles", "fence-height-feet", "intrusions-a-day"),
            List.of("fencing", "port-security"),
            List.of("calais", "calais-port", "coquelles", "eurotunnel")),
    PATROLS(
            "patrols",
            new Words("the patrols", "les patrouilles"),
            List.of("patrol-officers", "attempts-stopped", "boats-intercepted"),
            List.of("patrols", "policing", "reservists"),
            List.of("channel-coast", "northern-france", "dunkirk", "pas-de-calais")),
    DETECTION(
            "detection",
            new Words("the detection of hidden people", "la détection des personnes cachées"),
            List.of("people-found-alive", "deaths", "detectors"),
            List.of("detection-technology", "equipment"),
            List.of("calais-port", "uk-ferry-ports", "coquelles", "belgium")),
    NETWORKS(
            "networks",
            new Words("the action against networks", "la lutte contre les filières"),
            List.of("networks-dismantled", "arrests", "convictions"),
            List.of("networks", "intelligence"),
            List.of("lille", "folkestone", "france", "uk")),
    SHELTER(
            "shelter",
            new Words("care for vulnerable people", "l’aide aux personnes vulnérables"),
            List.of("places", "people-moved", "children-sheltered"),
            List.of("vulnerable-people", "accommodation", "children"),
            List.of("calais", "dunkirk", "northern-france")),
    RETURNS(
            "returns",
            new Words("the returns", "les retours"),
            List.of("people-returned", "people-admitted", "people-removed"),
            List.of("returns", "cooperation"),
            List.of("uk", "france", "europe")),
    CAMPAIGNS(
            "campaigns",
            new Words("the information campaigns", "les campagnes d’information"),
            List.of("campaigns-run", "campaign-months", "languages"),
            List.of("campaigns"),
            List.of("calais", "europe", "channel-coast")),
    CENTRES(
            "centres",
            new Words("the joint centres", "les centres communs"),
            List.of("centres", "extra-officers", "liaison-officers"),
            List.of("coordination-centre", "detention-centre", "operating-costs"),
            List.of("calais", "coquelles", "folkestone", "dunkirk"));

    private final String slug;
    private final Words title;
    private final List<String> counted;
    private final List<String> purposes;
    private final List<String> places;

    Topic(String slug, Words title, List<String> counted, List<String> purposes, List<String> places) {
        this.slug = slug;
        this.title = title;
        this.counted = counted;
        this.purposes = purposes;
        this.places = places;
    }

    String slug() {
        return slug;
    }

    Words title() {
        return title;
    }

    /// What facts on it count: the `of` of their counts.
    List<String> counted() {
        return counted;
    }

    List<String> purposes() {
        return purposes;
    }

    List<String> places() {
        return places;
    }
}
