package entente.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/// What the machine found on the pages when they were last tested: the file accessibility.json, which the browser
/// journeys write, and which they refuse where it says anything better than what they measure.
///
/// `date` is the UTC day of the test, `axe` and `chromium` are versions, `pages` addresses, `widths` CSS pixels,
/// `schemes` light and dark. Each page was looked at in each width and scheme.
record TestResult(
        String date,
        String axe,
        String chromium,
        List<String> pages,
        List<Integer> widths,
        List<String> schemes,
        List<Rule> rules) {

    /// A rule of axe: the criteria that it tests a part of, and what came of it over all pages. `places` is the number
    /// of elements found wrong.
    record Rule(String id, Outcome outcome, List<String> wcag, List<String> rgaa, int places) {}

    /// From best to worst. `NOTHING`: no page has anything that the rule could judge. `UNDECIDED`: the machine asks
    /// for a person.
    enum Outcome {
        PASSED,
        NOTHING,
        UNDECIDED,
        VIOLATED
    }

    static final String FILE = "/entente/node/web/accessibility.json";
    static final TestResult PUBLISHED = read();

    private static TestResult read() {
        try (InputStream in = TestResult.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks its own file " + FILE);
            }
            return new ObjectMapper().readValue(in, TestResult.class);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    int views() {
        return pages.size() * widths.size() * schemes.size();
    }

    List<Rule> rules(Outcome outcome) {
        return rules.stream().filter(rule -> rule.outcome == outcome).toList();
    }
}
