package entente.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What axe measured on the pages, gathered view by view, in the form in which the site publishes it.
final class Measured {
    /// From best to worst. `NOTHING`: no page has anything that the rule could judge. `UNDECIDED`: the machine asks
    /// for a person.
    enum Outcome {
        PASSED,
        NOTHING,
        UNDECIDED,
        VIOLATED
    }

    /// What axe said of one rule in one view. `faults` names each element found wrong; `open` counts those undecided.
    record Judged(String id, Outcome outcome, List<String> tags, List<String> faults, int open) {}

    /// A rule over all views: the criteria that it tests a part of, and the elements found wrong or undecided.
    record Rule(String id, Outcome outcome, List<String> wcag, List<String> rgaa, int places) {
        /// Of two views: the worse outcome, but that something judged outweighs nothing to judge.
        Rule and(Rule other) {
            Outcome both = outcome == Outcome.NOTHING
                    ? other.outcome
                    : other.outcome == Outcome.NOTHING || outcome.compareTo(other.outcome) >= 0
                            ? outcome
                            : other.outcome;
            return new Rule(id, both, wcag, rgaa, places + other.places);
        }
    }

    /// The file.
    record Result(
            String date,
            String axe,
            String chromium,
            List<String> pages,
            List<Integer> widths,
            List<String> schemes,
            List<Rule> rules) {}

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final TreeSet<String> pages = new TreeSet<>();
    private final Map<String, Rule> rules = new TreeMap<>();

    void add(String page, List<Judged> view) {
        pages.add(page);
        for (Judged one : view) {
            int places = one.outcome == Outcome.VIOLATED ? one.faults.size() : one.open;
            rules.merge(one.id, new Rule(one.id, one.outcome, wcag(one.tags), rgaa(one.tags), places), Rule::and);
        }
    }

    /// `wcag1410` is criterion 1.4.10.
    private static List<String> wcag(List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.matches("wcag\\d{3,4}"))
                .map(tag -> tag.charAt(4) + "." + tag.charAt(5) + "." + tag.substring(6))
                .toList();
    }

    /// `RGAA-1.1.2` is the second test of criterion 1.1.
    private static List<String> rgaa(List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.matches("RGAA-\\d+\\.\\d+\\.\\d+"))
                .map(tag -> tag.substring(5, tag.lastIndexOf('.')))
                .distinct()
                .toList();
    }

    Result result(String date, String axe, String chromium, List<Integer> widths, List<String> schemes) {
        return new Result(date, axe, chromium, List.copyOf(pages), widths, schemes, List.copyOf(rules.values()));
    }

    static void write(Result result, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.writeValueAsString(result) + "\n");
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// Whatever `published` says that is better than what was `measured`.
    static List<String> boasts(Result published, Result measured) {
        List<String> boasts = new ArrayList<>();
        published.pages.stream().filter(one -> !measured.pages.contains(one)).forEach(one -> boasts.add("page " + one));
        published.widths.stream()
                .filter(one -> !measured.widths.contains(one))
                .forEach(one -> boasts.add("width " + one));
        published.schemes.stream()
                .filter(one -> !measured.schemes.contains(one))
                .forEach(one -> boasts.add("scheme " + one));
        Map<String, Rule> said = new LinkedHashMap<>();
        published.rules.forEach(rule -> said.put(rule.id, rule));
        for (Rule rule : measured.rules) {
            Rule claim = said.remove(rule.id);
            boolean wrong = rule.outcome == Outcome.VIOLATED || rule.outcome == Outcome.UNDECIDED;
            if (claim == null ? wrong : claim.outcome.compareTo(rule.outcome) < 0) {
                boasts.add("rule " + rule.id + " is " + rule.outcome + ", published: " + claim);
            } else if (claim != null && rule.outcome == Outcome.VIOLATED && claim.places < rule.places) {
                boasts.add("rule " + rule.id + " is broken in " + rule.places + " places, published: " + claim.places);
            }
        }
        said.keySet().forEach(id -> boasts.add("rule " + id + " was not run"));
        return boasts;
    }
}
