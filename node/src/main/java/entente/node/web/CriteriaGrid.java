package entente.node.web;

import entente.node.web.TestResult.Outcome;
import entente.node.web.TestResult.Rule;
import entente.terms.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The criteria of a standard, part by part, and the worst that was found for each. A machine tests a part of a
/// criterion at best, so that nothing here says that one is met.
record CriteriaGrid(List<Part> parts, Map<String, Outcome> tested) {
    /// A principle of WCAG, or a theme of RGAA.
    record Part(Words name, List<String> criteria) {}

    /// The criteria of WCAG 2.2 at A and AA.
    static CriteriaGrid wcag(TestResult result) {
        return of(
                result,
                Rule::wcag,
                TestedBesides::wcag,
                principle(
                        "Perceivable",
                        "Perceptible",
                        "1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4"
                                + " 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13"),
                principle(
                        "Operable",
                        "Utilisable",
                        "2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1"
                                + " 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8"),
                principle(
                        "Understandable",
                        "Compréhensible",
                        "3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8"),
                principle("Robust", "Robuste", "4.1.2 4.1.3"));
    }

    /// The 106 criteria of RGAA 4.1.
    static CriteriaGrid rgaa(TestResult result) {
        return of(
                result,
                Rule::rgaa,
                TestedBesides::rgaa,
                theme(1, 9, "Images", "Images"),
                theme(2, 2, "Frames", "Cadres"),
                theme(3, 3, "Colours", "Couleurs"),
                theme(4, 13, "Multimedia", "Multimédia"),
                theme(5, 8, "Tables", "Tableaux"),
                theme(6, 2, "Links", "Liens"),
                theme(7, 5, "Scripts", "Scripts"),
                theme(8, 10, "Mandatory elements", "Éléments obligatoires"),
                theme(9, 4, "Structure of information", "Structuration de l’information"),
                theme(10, 14, "Presentation of information", "Présentation de l’information"),
                theme(11, 13, "Forms", "Formulaires"),
                theme(12, 11, "Navigation", "Navigation"),
                theme(13, 12, "Consultation", "Consultation"));
    }

    private static Part principle(String english, String french, String criteria) {
        return new Part(new Words(english, french), List.of(criteria.split(" ", -1)));
    }

    private static Part theme(int number, int criteria, String english, String french) {
        return new Part(
                new Words(number + ". " + english, number + ". " + french),
                IntStream.rangeClosed(1, criteria)
                        .mapToObj(one -> number + "." + one)
                        .toList());
    }

    private static CriteriaGrid of(
            TestResult result,
            Function<Rule, List<String>> ruled,
            Function<TestedBesides, List<String>> besides,
            Part... parts) {
        Map<String, Outcome> tested = new HashMap<>();
        result.rules().stream()
                .sorted(Comparator.comparing(Rule::outcome, Comparator.comparingInt(CriteriaGrid::weight)))
                .forEach(rule -> ruled.apply(rule).forEach(criterion -> tested.put(criterion, rule.outcome())));
        for (TestedBesides check : TestedBesides.values()) {
            for (String criterion : besides.apply(check)) {
                tested.merge(criterion, Outcome.PASSED, (was, now) -> was == Outcome.NOTHING ? now : was);
            }
        }
        return new CriteriaGrid(List.of(parts), Map.copyOf(tested));
    }

    /// The heavier outcome stands for a criterion that several rules test.
    private static int weight(Outcome outcome) {
        return switch (outcome) {
            case NOTHING -> 0;
            case PASSED -> 1;
            case UNDECIDED -> 2;
            case VIOLATED -> 3;
        };
    }

    int size() {
        return parts.stream().mapToInt(part -> part.criteria.size()).sum();
    }

    /// Those of a part with one of these outcomes; null among them for those that nobody has tested.
    List<String> having(Part part, @Nullable Outcome... outcomes) {
        return part.criteria.stream()
                .filter(one -> Arrays.asList(outcomes).contains(tested.get(one)))
                .toList();
    }

    int count(@Nullable Outcome... outcomes) {
        return parts.stream().mapToInt(part -> having(part, outcomes).size()).sum();
    }
}
