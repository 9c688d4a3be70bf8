package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// A page of each kind, in both languages, of today and of a past day. Where the page of all agreements is long, a
/// shorter one of the same kind stands for the past.
record Place(String name, String subject, String language, String path, boolean past, int status) {
    static final String DAY = "2016-03-31";

    static final List<String> AGREEMENTS = List.of(
            "calais-2014",
            "calais-2015",
            "amiens-2016",
            "sandhurst-2018",
            "action-plan-2019",
            "addendum-2019",
            "statement-2020",
            "statement-2021",
            "statement-2022",
            "leaders-2023",
            "crossings-2025",
            "deal-2026");

    static List<Place> all() {
        List<Place> places = new ArrayList<>();
        places.add(new Place("home", "Agreements", "en", "/", false, 200));
        places.add(new Place("home", "Agreements", "fr", "/", false, 200));
        dated(places, "agreements", "Agreements", "/agreements", "/accords");
        dated(places, "agreement", "OneAgreement", "/calais-2014/agreement", "/calais-2014/accord");
        dated(places, "clause", "OneClause", "/calais-2014/agreement/2", "/calais-2014/accord/2");
        quiet(places, "entry", "OneEntry", "/calais-2014/log/18", "/calais-2014/registre/18");
        quiet(places, "money", "Money", "/money", "/argent");
        dated(places, "agreement-money", "Money", "/calais-2015/money", "/calais-2015/argent");
        quiet(places, "figures", "Figures", "/figures", "/chiffres");
        dated(places, "agreement-figures", "Figures", "/calais-2015/figures", "/calais-2015/chiffres");
        dated(places, "figure", "OneFigure", "/calais-2014/figures/paid-gbp", "/calais-2014/chiffres/paid-gbp");
        dated(places, "count", "OneFigure", "/figures/no-evidence", "/chiffres/no-evidence");
        dated(places, "promises", "Promises", "/promises", "/promesses");
        quiet(places, "theme", "Promises", "/promises/joint-centre", "/promesses/joint-centre");
        quiet(places, "timeline", "Timeline", "/timeline", "/chronologie");
        dated(places, "agreement-timeline", "Timeline", "/calais-2015/timeline", "/calais-2015/chronologie");
        quiet(places, "map", "Chart", "/map", "/carte");
        dated(places, "map-part", "Chart", "/map/calais", "/carte/calais");
        quiet(places, "clause-timeline", "Timeline", "/calais-2014/timeline/2", "/calais-2014/chronologie/2");
        quiet(places, "find", "Find", "/find?q=12", "/chercher?q=12");
        quiet(places, "data", "Data", "/data", "/donnees");
        quiet(places, "accessibility", "Accessibility", "/accessibility", "/accessibilite");
        quiet(places, "lanes", "Lanes", "/lanes", "/voies");
        quiet(places, "lane", "OneLane", "/lane/demonstration", "/voie/demonstration");
        quiet(places, "verify", "Verify", "/verify", "/verifier");
        quiet(places, "glossary", "Glossary", "/standings", "/etats");
        String between = "@" + DAY + "..2018-01-01";
        both(places, "changes", "Changes", "/agreements", "/accords", between, 200);
        both(places, "agreement-changes", "Changes", "/calais-2014/agreement", "/calais-2014/accord", between, 200);
        both(places, "no-clause", "OneClause", "/calais-2014/agreement/77", "/calais-2014/accord/77", "", 404);
        both(
                places,
                "before-signature",
                "OneAgreement",
                "/calais-2014/agreement",
                "/calais-2014/accord",
                "@2010-01-01",
                404);
        return places;
    }

    private static void dated(List<Place> places, String name, String subject, String english, String french) {
        both(places, name, subject, english, french, "", 200);
        both(places, name, subject, english, french, "@" + DAY, 200);
    }

    private static void quiet(List<Place> places, String name, String subject, String english, String french) {
        both(places, name, subject, english, french, "", 200);
    }

    private static void both(
            List<Place> places, String name, String subject, String english, String french, String at, int status) {
        boolean past = at.endsWith(DAY);
        places.add(new Place(name, subject, "en", english + at, past, status));
        places.add(new Place(name, subject, "fr", french + at, past, status));
    }

    void openIn(Reader reader) {
        assertThat(reader.open(path)).isEqualTo(status);
    }

    /// How many scripts the page has: one where the record can be checked in the browser, two where a lane is watched.
    int scripts() {
        return switch (name) {
            case "entry", "verify" -> 1;
            case "lane" -> 2;
            default -> 0;
        };
    }

    /// The day of the past pages as this page's language writes it.
    String dayInWords() {
        return language.equals("fr") ? "31 mars 2016" : "31 March 2016";
    }

    @Override
    public String toString() {
        return name + " " + language + (past ? " past" : "");
    }
}
