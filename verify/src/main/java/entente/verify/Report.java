package entente.verify;

import entente.files.Json;
import entente.terms.Language;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a verification came to, step by step, and what that shows.
record Report(List<Step> steps, Words conclusion) {
    private static final int MOST_SHOWN = 50;

    Report {
        steps = List.copyOf(steps);
    }

    /// One step: what was looked at, what is wrong with it, and what should be known beside.
    record Step(Words says, List<Words> faults, List<Words> notes) {
        Step {
            faults = List.copyOf(faults);
            notes = List.copyOf(notes);
        }

        boolean good() {
            return faults.isEmpty();
        }
    }

    boolean good() {
        return steps.stream().allMatch(Step::good);
    }

    String text(Language language) {
        boolean french = language == Language.FRENCH;
        List<String> lines = new ArrayList<>();
        for (Step step : steps) {
            lines.add((step.good() ? "✓ " : "✗ ") + step.says().in(language));
            step.faults().stream().limit(MOST_SHOWN).forEach(fault -> lines.add("    ✗ " + fault.in(language)));
            int more = step.faults().size() - MOST_SHOWN;
            if (more > 0) {
                lines.add(
                        french
                                ? "    ... et " + more + " de plus (--json les donne tous)"
                                : "    ... and " + more + " more (--json gives all)");
            }
            step.notes().forEach(note -> lines.add("    " + note.in(language)));
        }
        lines.add("");
        lines.add(conclusion.in(language));
        return printable(String.join("\n", lines)) + "\n";
    }

    /// What comes from a page must not steer a terminal, nor turn the direction of a line.
    private static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n'
                                || Character.getType(c) != Character.CONTROL
                                        && Character.getType(c) != Character.FORMAT
                                        && Character.getType(c) != Character.SURROGATE
                        ? c
                        : '\uFFFD')
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    String json() {
        return Json.write(Map.of(
                        "good",
                        good(),
                        "conclusion",
                        words(conclusion),
                        "steps",
                        steps.stream()
                                .map(step -> Map.of(
                                        "good", step.good(),
                                        "says", words(step.says()),
                                        "faults",
                                                step.faults().stream()
                                                        .map(Report::words)
                                                        .toList(),
                                        "notes",
                                                step.notes().stream()
                                                        .map(Report::words)
                                                        .toList()))
                                .toList()))
                + "\n";
    }

    private static Map<String, String> words(Words words) {
        return Map.of("en", printable(words.en()), "fr", printable(words.fr()));
    }
}
