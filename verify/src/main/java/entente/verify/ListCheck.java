package entente.verify;

import entente.agreement.Agreement;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds a page `agreements.json` against the log: exactly the agreements of the log, with the right counts.
final class ListCheck {
    private ListCheck() {}

    static List<Words> faults(String name, byte[] bytes, Prefix prefix, LocalDate known) {
        List<Words> faults = new ArrayList<>();
        try {
            compare(Branch.parse(name, bytes), prefix, known, faults);
        } catch (Trouble trouble) {
            faults.add(trouble.words());
        }
        return faults;
    }

    /// The agreements that the list names, as far as it can be read: their pages must be fetched before the log is.
    static List<String> ids(String name, byte[] bytes) {
        try {
            return Branch.parse(name, bytes).items().stream()
                    .limit(10_000)
                    .map(row -> row.at("id").text())
                    .filter(entente.agreement.Slug::fits)
                    .toList();
        } catch (Trouble reportedLater) {
            return List.of();
        }
    }

    private static void compare(Branch list, Prefix prefix, LocalDate known, List<Words> faults) {
        Set<String> seen = new HashSet<>();
        for (Branch row : list.items()) {
            String id = row.at("id").text();
            Agreement agreement = prefix.agreements().get(id);
            Branch named = new Branch(list.place() + ", " + Branch.shown(id), row.value());
            if (!seen.add(id)) {
                fault(named.place(), "it is listed twice", "il est cité deux fois", faults);
            } else if (agreement == null || agreement.signed().last().isAfter(known)) {
                fault(
                        named.place(),
                        "the log has no such agreement by " + known,
                        "le journal n’a pas cet accord au " + known,
                        faults);
            } else {
                row(named, agreement, prefix, known, faults);
            }
        }
        prefix.agreements().values().stream()
                .filter(agreement -> !agreement.signed().last().isAfter(known) && !seen.contains(agreement.id()))
                .forEach(agreement -> fault(
                        list.place(),
                        "the agreement " + agreement.id() + ", which is in the log, is missing",
                        "l’accord " + agreement.id() + ", présent dans le journal, manque",
                        faults));
    }

    private static void row(Branch row, Agreement agreement, Prefix prefix, LocalDate known, List<Words> faults) {
        var clauses = Prefix.clauses(agreement, known);
        Map<String, Object> expected = Map.of(
                "title",
                Map.of("en", agreement.title().en(), "fr", agreement.title().fr()),
                "signed",
                agreement.signed().text(),
                "clauses",
                clauses.size(),
                "commitments",
                clauses.stream().mapToInt(clause -> clause.commitments().size()).sum(),
                "facts",
                prefix.facts(agreement, known).size());
        expected.forEach((key, value) -> {
            Branch found = row.at(key);
            if (!found.is(value)) {
                String shown = Branch.shown(found.value());
                fault(
                        found.place(),
                        "it says [" + shown + "], the log says [" + value + "]",
                        "la page dit [" + shown + "], le journal dit [" + value + "]",
                        faults);
            }
        });
    }

    private static void fault(String place, String en, String fr, List<Words> faults) {
        faults.add(new Words(place + ": " + en, place + "\u202F: " + fr));
    }
}
