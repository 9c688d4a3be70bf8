package entente.node.web;

import entente.node.web.TestResult.Outcome;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The two statements that the laws of the two countries ask for, made from one result. Neither claims what nobody
/// has judged.
public record AccessibilitySheet(Scene scene) implements Sheet {
    private static final TestResult RESULT = TestResult.PUBLISHED;

    /// What no machine can say and no person has been asked to.
    private static final List<Words> UNCHECKED = List.of(
            new Words(
                    "Reading with a screen reader by people who rely on one (NVDA, JAWS, VoiceOver, TalkBack).",
                    "La lecture avec un lecteur d’écran par des personnes qui en dépendent (NVDA, JAWS, VoiceOver, TalkBack)."),
            new Words("Voice control.", "La commande vocale."),
            new Words(
                    "Zoom to 400% by a person, and screen magnifiers.",
                    "Le zoom à 400\u00A0% par une personne, et les loupes d’écran."),
            new Words(
                    "Whether the words, and the descriptions of pictures, are easy to understand.",
                    "Si les mots, et les descriptions des images, sont faciles à comprendre."),
            new Words("Browsers other than Chromium.", "Les navigateurs autres que Chromium."),
            new Words(
                    "Files to take away (PDF, spreadsheets), in the programs that open them.",
                    "Les fichiers à emporter (PDF, tableurs), dans les logiciels qui les ouvrent."));

    /// Everything said. `found` and `undecided` are empty where the machine had nothing to report.
    public record View(
            Frame frame,
            String title,
            List<Views.Field> measured,
            List<Finding> found,
            List<Finding> undecided,
            List<Row> wcag,
            List<Row> rgaa,
            String wcagLine,
            String rgaaLine,
            List<String> besides,
            List<String> unchecked,
            List<String> pages) {}

    /// A rule that was broken, or that asks for a person: `criteria` are those of WCAG and of RGAA.
    public record Finding(String rule, String criteria, String places) {}

    /// A row of a grid: of so many criteria, which ones the machine tested a part of, and how many nobody has tested.
    public record Row(String name, int criteria, String clean, String wrong, String nothing, int untested) {}

    @Override
    public String template() {
        return "accessibility.jte";
    }

    @Override
    public Object view() {
        String title = scene.say("Accessibility", "Accessibilité");
        CriteriaGrid wcag = CriteriaGrid.wcag(RESULT);
        CriteriaGrid rgaa = CriteriaGrid.rgaa(RESULT);
        return new View(
                scene.frame(new Subject.Accessibility(), title, List.of()),
                title,
                measured(),
                findings(Outcome.VIOLATED),
                findings(Outcome.UNDECIDED),
                rows(wcag),
                rows(rgaa),
                line(wcag),
                line(rgaa),
                Arrays.stream(TestedBesides.values())
                        .map(one -> scene.speech().words(one.says()))
                        .toList(),
                UNCHECKED.stream().map(scene.speech()::words).toList(),
                RESULT.pages());
    }

    private List<Views.Field> measured() {
        Speech speech = scene.speech();
        return List.of(
                field("Date of the test", "Date du test", speech.day(LocalDate.parse(RESULT.date()))),
                field("With", "Avec", "axe-core " + RESULT.axe() + ", Chromium " + RESULT.chromium()),
                field(
                        "Pages",
                        "Pages",
                        speech.count(RESULT.pages().size(), "page", "pages", "page", "pages")
                                + scene.say(", at widths of ", ", sur des largeurs de ")
                                + speech.list(RESULT.widths().stream()
                                        .map(width -> speech.number(width))
                                        .toList())
                                + scene.say(" pixels, in light and in dark: ", " pixels, en clair et en sombre\u00A0: ")
                                + speech.count(RESULT.views(), "view", "views", "vue", "vues")),
                field("Rules passed", "Règles satisfaites", "" + count(Outcome.PASSED)),
                field("Rules broken", "Règles enfreintes", "" + count(Outcome.VIOLATED)),
                field("Rules that ask for a person", "Règles qui demandent un humain", "" + count(Outcome.UNDECIDED)),
                field(
                        "Rules with nothing to judge on any page",
                        "Règles sans objet sur toutes les pages",
                        "" + count(Outcome.NOTHING)));
    }

    private static int count(Outcome outcome) {
        return RESULT.rules(outcome).size();
    }

    private Views.Field field(String english, String french, String value) {
        return new Views.Field(scene.say(english, french), value);
    }

    private List<Finding> findings(Outcome outcome) {
        return RESULT.rules(outcome).stream()
                .map(rule -> new Finding(
                        rule.id(),
                        "WCAG " + listed(rule.wcag()) + " · RGAA " + listed(rule.rgaa()),
                        scene.speech().count(rule.places(), "place", "places", "endroit", "endroits")))
                .toList();
    }

    private static String listed(Collection<String> criteria) {
        return criteria.isEmpty() ? "–" : String.join(", ", criteria);
    }

    private List<Row> rows(CriteriaGrid grid) {
        return grid.parts().stream()
                .map(part -> new Row(
                        scene.speech().words(part.name()),
                        part.criteria().size(),
                        listed(grid.having(part, Outcome.PASSED)),
                        listed(grid.having(part, Outcome.VIOLATED, Outcome.UNDECIDED)),
                        listed(grid.having(part, Outcome.NOTHING)),
                        grid.having(part, (Outcome) null).size()))
                .toList();
    }

    private String line(CriteriaGrid grid) {
        return scene.say(
                "Of " + grid.size() + " criteria, machines tested a part of " + grid.count(Outcome.PASSED)
                        + " and found nothing wrong; found faults, or asked for a person, in "
                        + grid.count(Outcome.VIOLATED, Outcome.UNDECIDED) + "; met nothing to judge in "
                        + grid.count(Outcome.NOTHING) + "; and nobody has tested " + grid.count((Outcome) null) + ".",
                "Sur " + grid.size() + " critères, des machines en ont testé " + grid.count(Outcome.PASSED)
                        + " en partie sans rien trouver\u202F; elles ont trouvé des défauts, ou demandent un humain, pour "
                        + grid.count(Outcome.VIOLATED, Outcome.UNDECIDED) + "\u202F; n’ont rien eu à juger pour "
                        + grid.count(Outcome.NOTHING) + "\u202F; et personne n’en a testé "
                        + grid.count((Outcome) null) + ".");
    }

    @Override
    public Optional<Object> json() {
        return Optional.of(Map.of(
                "date", RESULT.date(),
                "axe", RESULT.axe(),
                "chromium", RESULT.chromium(),
                "pages", RESULT.pages(),
                "widths", RESULT.widths(),
                "schemes", RESULT.schemes(),
                "rules",
                        RESULT.rules().stream()
                                .map(rule -> Map.of(
                                        "id", rule.id(),
                                        "outcome", rule.outcome().name(),
                                        "wcag", rule.wcag(),
                                        "rgaa", rule.rgaa(),
                                        "places", rule.places()))
                                .toList(),
                "besides",
                        Arrays.stream(TestedBesides.values())
                                .map(one -> Map.of(
                                        "test", one.test(),
                                        "says", words(one.says()),
                                        "wcag", one.wcag(),
                                        "rgaa", one.rgaa()))
                                .toList(),
                "unchecked", UNCHECKED.stream().map(AccessibilitySheet::words).toList()));
    }

    private static Map<String, String> words(Words words) {
        return Map.of("en", words.en(), "fr", words.fr());
    }
}
