package entente.node.web;

import entente.terms.Words;
import java.math.BigDecimal;
import java.util.Map;

/// The words for the machine words of measures and earmarks. One without words here is shown as it is written,
/// hyphens as spaces; a test sees to it that the agreements that are shipped need none of that.
final class Labels {
    private static final Map<String, Words> COUNTED = Map.ofEntries(
            entry("arrival", "arrival", "arrivée"),
            entry("centres", "centres", "centres"),
            entry("conferences", "conferences", "conférences"),
            entry("detention-centres", "detention centres", "centres de rétention"),
            entry("detention-places", "places of detention", "places de rétention"),
            entry("extension-years", "years of extension", "années de prolongation"),
            entry("extra-officers", "extra officers", "agents supplémentaires"),
            entry("intelligence-officers", "intelligence officers", "agents de renseignement"),
            entry("lanes-of-stated-sensitivity", "lanes of stated sensitivity", "voies de sensibilité annoncée"),
            entry("mobile-units", "mobile units", "unités mobiles"),
            entry("nca-officers", "NCA officers", "agents de la NCA"),
            entry("paf-officers", "French border police officers", "policiers de la police aux frontières"),
            entry("people-admitted", "people admitted", "personnes admises"),
            entry("people-returned", "people returned", "personnes renvoyées"),
            entry("public-order-companies", "public order companies", "compagnies de marche"),
            entry("return-request", "request for return", "demande de réadmission"),
            entry("reviews", "joint reviews", "revues conjointes"),
            entry("riot-officers", "riot-trained officers", "policiers formés au maintien de l’ordre"),
            entry("transfer", "transfer", "transfert"),
            entry("units", "mobile units", "unités de forces mobiles"));

    /// The same for exactly one, where the word has another form for it.
    private static final Map<String, Words> ONE = Map.ofEntries(
            entry("centres", "centre", "centre"),
            entry("conferences", "conference", "conférence"),
            entry("detention-centres", "detention centre", "centre de rétention"),
            entry("detention-places", "place of detention", "place de rétention"),
            entry("extension-years", "year of extension", "année de prolongation"),
            entry("extra-officers", "extra officer", "agent supplémentaire"),
            entry("intelligence-officers", "intelligence officer", "agent de renseignement"),
            entry("lanes-of-stated-sensitivity", "lane of stated sensitivity", "voie de sensibilité annoncée"),
            entry("mobile-units", "mobile unit", "unité mobile"),
            entry("nca-officers", "NCA officer", "agent de la NCA"),
            entry("paf-officers", "French border police officer", "policier de la police aux frontières"),
            entry("people-admitted", "person admitted", "personne admise"),
            entry("people-returned", "person returned", "personne renvoyée"),
            entry("public-order-companies", "public order company", "compagnie de marche"),
            entry("reviews", "joint review", "revue conjointe"),
            entry("riot-officers", "riot-trained officer", "policier formé au maintien de l’ordre"),
            entry("units", "mobile unit", "unité de forces mobiles"));

    private static final Map<String, Words> TAGS = Map.ofEntries(
            entry("accommodation", "accommodation", "hébergement"),
            entry("asylum-places", "asylum places", "places pour demandeurs d’asile"),
            entry("calais", "Calais", "Calais"),
            entry("campaigns", "campaigns", "campagnes"),
            entry("channel-coast", "Channel coast", "littoral de la Manche"),
            entry("children", "children", "mineurs"),
            entry("coastal-security", "coastal security", "sûreté du littoral"),
            entry("contractors", "contractors", "entreprises"),
            entry("coordination-centre", "coordination centre", "centre de coordination"),
            entry("coquelles", "Coquelles", "Coquelles"),
            entry("day-centre", "day centre", "centre de jour"),
            entry("detection-technology", "detection technology", "moyens de détection"),
            entry("detention-centre", "detention centre", "centre de rétention"),
            entry("dogs", "dogs", "chiens"),
            entry("dunkirk", "Dunkirk", "Dunkerque"),
            entry("equipment", "equipment", "équipement"),
            entry("eu", "European Union", "Union européenne"),
            entry("eurotunnel", "Eurotunnel", "Eurotunnel"),
            entry("fencing", "fencing", "clôtures"),
            entry("folkestone", "Folkestone", "Folkestone"),
            entry("fr", "France", "France"),
            entry("france-terre-d-asile", "France terre d’asile", "France terre d’asile"),
            entry("french-share", "France’s own share", "part de la France"),
            entry("intelligence", "intelligence", "renseignement"),
            entry("joint-fund", "joint fund", "fonds commun"),
            entry("lille", "Lille", "Lille"),
            entry("loon-plage", "Loon-Plage", "Loon-Plage"),
            entry("networks", "smuggling networks", "réseaux de passeurs"),
            entry("northern-france", "northern France", "nord de la France"),
            entry("operating-costs", "operating costs", "frais de fonctionnement"),
            entry("patrols", "patrols", "patrouilles"),
            entry("policing", "policing", "maintien de l’ordre"),
            entry("port-security", "port security", "sûreté portuaire"),
            entry("ports", "ports", "ports"),
            entry("reservists", "reservists", "réservistes"),
            entry("returns", "returns", "retours"),
            entry("review", "review", "réexamen"),
            entry("trafficking-victims", "victims of trafficking", "victimes de la traite"),
            entry("uk", "United Kingdom", "Royaume-Uni"),
            entry("uk-controls", "UK border controls", "contrôles britanniques"),
            entry("vulnerable-people", "vulnerable people", "personnes vulnérables"));

    /// What promises are about.
    private static final Map<String, Words> THEMES = Map.ofEntries(
            entry("accommodation", "Places to stay", "Hébergement"),
            entry("campaigns", "Information campaigns", "Campagnes d’information"),
            entry("children", "Children", "Mineurs"),
            entry("detection-technology", "Cameras, drones and detection", "Caméras, drones et détection"),
            entry("detention-centre", "Detention centre", "Centre de rétention"),
            entry("europe", "Europe", "Europe"),
            entry("fencing", "Fences", "Clôtures"),
            entry("intelligence", "Intelligence", "Renseignement"),
            entry("joint-centre", "Joint centres", "Centres conjoints"),
            entry("money", "Money", "Financement"),
            entry("networks", "Smuggling networks", "Filières de passeurs"),
            entry("patrols", "Patrols and officers", "Patrouilles et effectifs"),
            entry("ports", "Ports", "Ports"),
            entry("postings", "Officers posted to the other side", "Agents affectés de l’autre côté"),
            entry("public-order", "Public order", "Ordre public"),
            entry("returns", "Returns", "Retours"),
            entry("review", "Reviews", "Revues et évaluations"),
            entry("vulnerable-people", "Vulnerable people", "Personnes vulnérables"));

    private Labels() {}

    private static Map.Entry<String, Words> entry(String word, String en, String fr) {
        return Map.entry(word, new Words(en, fr));
    }

    /// What is counted, behind a number.
    static Words counted(String word, Speech speech, BigDecimal number) {
        Words one = ONE.get(word);
        return one != null && speech.singular(number) ? one : counted(word);
    }

    static Words counted(String word) {
        return COUNTED.getOrDefault(word, Words.same(word.replace('-', ' ')));
    }

    static Words tag(String word) {
        return TAGS.getOrDefault(word, Words.same(word.replace('-', ' ')));
    }

    static Words theme(String word) {
        return THEMES.getOrDefault(word, Words.same(word.replace('-', ' ')));
    }

    static boolean knowsTheme(String word) {
        return THEMES.containsKey(word);
    }

    static boolean knows(String word) {
        return COUNTED.containsKey(word) || TAGS.containsKey(word);
    }
}
