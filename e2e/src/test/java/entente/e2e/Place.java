package entente.e2e;

import java.util.ArrayList;
import java.util.List;

/// A page of each kind, in both languages, of today and of a past day.
record Place(String name, String language, String path, boolean past, int status) {
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
        places.add(new Place("home", "en", "/", false, 200));
        places.add(new Place("home", "fr", "/", false, 200));
        dated(places, "agreements", "/agreements", "/accords");
        dated(places, "agreement", "/calais-2014/agreement", "/calais-2014/accord");
        dated(places, "clause", "/calais-2014/agreement/2", "/calais-2014/accord/2");
        dated(places, "money", "/calais-2014/money", "/calais-2014/argent");
        dated(places, "all-money", "/money", "/argent");
        dated(places, "figure", "/calais-2014/figures/paid-gbp", "/calais-2014/chiffres/paid-gbp");
        dated(places, "count", "/figures/no-evidence", "/chiffres/no-evidence");
        both(places, "entry", "/calais-2014/log/18", "/calais-2014/registre/18", "", 200);
        both(places, "verify", "/verify", "/verifier", "", 200);
        both(places, "glossary", "/standings", "/etats", "", 200);
        both(places, "no-clause", "/calais-2014/agreement/77", "/calais-2014/accord/77", "", 404);
        both(places, "before-signature", "/calais-2014/agreement", "/calais-2014/accord", "@2010-01-01", 404);
        return places;
    }

    private static void dated(List<Place> places, String name, String english, String french) {
        both(places, name, english, french, "", 200);
        both(places, name, english, french, "@" + DAY, 200);
    }

    private static void both(List<Place> places, String name, String english, String french, String at, int status) {
        boolean past = at.endsWith(DAY);
        places.add(new Place(name, "en", english + at, past, status));
        places.add(new Place(name, "fr", french + at, past, status));
    }

    /// Whether the page offers to check the record in the browser: the only pages with a script.
    boolean checks() {
        return name.equals("entry") || name.equals("verify");
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
