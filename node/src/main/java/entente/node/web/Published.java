package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Overlay;
import entente.agreement.Proof;
import entente.agreement.Proof.Finding;
import entente.agreement.Register;
import entente.agreement.Totals;
import entente.files.Writing;
import entente.node.Snapshot;
import entente.terms.Party;
import entente.terms.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages in their form for machines: maps and lists that are written as JSON, as docs/spec/pages.md describes
/// them.
final class Published {
    private final Snapshot snapshot;
    private final Register register;
    private final LocalDate world;
    private final LocalDate day;

    /// The pages as of one day: the world as it was known then.
    Published(Snapshot snapshot, LocalDate day) {
        this(snapshot, day, day);
    }

    Published(Snapshot snapshot, LocalDate world, LocalDate known) {
        this.snapshot = snapshot;
        this.register = snapshot.register();
        this.world = world;
        this.day = known;
    }

    List<Object> agreements() {
        List<Object> rows = new ArrayList<>();
        for (Agreement agreement : register.agreements()) {
            if (agreement.signed().last().isAfter(day)) {
                continue;
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", agreement.id());
            row.put("title", words(agreement.title()));
            row.put("signed", agreement.signed().text());
            row.put("clauses", agreement.clauses(day).size());
            row.put(
                    "commitments",
                    agreement.clauses(day).stream()
                            .mapToInt(clause -> clause.commitments().size())
                            .sum());
            row.put("facts", (int) register.count(agreement, day));
            rows.add(row);
        }
        return rows;
    }

    Map<String, Object> agreement(Agreement agreement) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("agreement", agreement.id());
        page.put("title", words(agreement.title()));
        page.put("signed", agreement.signed().text());
        page.put("textIsSummary", true);
        page.put("sources", agreement.sources());
        dates(page);
        page.put(
                "clauses",
                agreement.clauses(day).stream()
                        .map(clause -> clause(agreement, clause))
                        .toList());
        page.put("money", money(agreement));
        return page;
    }

    Map<String, Object> oneClause(Agreement agreement, Clause clause) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("agreement", agreement.id());
        dates(page);
        page.putAll(clause(agreement, clause));
        page.put(
                "facts",
                register.bearing(clause.id(), day).stream()
                        .map(fact -> {
                            Map<String, Object> keys = new LinkedHashMap<>(Writing.keys(fact));
                            Long entry = snapshot.entry(fact.id());
                            keys.put("entry", entry);
                            return keys;
                        })
                        .toList());
        return page;
    }

    private void dates(Map<String, Object> page) {
        page.put("knownOn", day.toString());
        page.put("worldDate", world.toString());
        page.put("checkpoint", checkpoint());
        page.put("rule", Proof.RULE);
    }

    Map<String, Object> checkpoint() {
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("origin", snapshot.origin());
        checkpoint.put("size", snapshot.size());
        checkpoint.put("root", snapshot.root().base64());
        return checkpoint;
    }

    private Map<String, Object> clause(Agreement agreement, Clause clause) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", clause.id().clause());
        keys.put("number", agreement.number(clause));
        keys.put("text", words(clause.text()));
        keys.put("basis", clause.basis().code());
        keys.put("source", clause.source());
        keys.put(
                "commitments",
                clause.commitments().stream().map(this::commitment).toList());
        return keys;
    }

    private Map<String, Object> commitment(Commitment commitment) {
        Proof proof = register.standing(commitment.id(), world, day);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", commitment.id().commitment());
        keys.put("who", commitment.who().stream().sorted().map(Party::code).toList());
        keys.put("others", words(commitment.others()));
        keys.put("does", words(commitment.does()));
        keys.put("nature", nature(commitment.nature()));
        keys.put("keptIf", words(commitment.keptIf()));
        keys.put("missing", words(commitment.missing()));
        keys.put("standing", proof.standing().code());
        keys.put("overlays", proof.overlays().stream().map(Overlay::code).toList());
        keys.put("factsUsed", List.copyOf(proof.used()));
        keys.put(
                "factsRefused",
                proof.refused().entrySet().stream()
                        .map(entry -> Map.of(
                                "fact", entry.getKey(), "test", entry.getValue().code()))
                        .toList());
        keys.put("periods", periods(proof.finding()));
        return keys;
    }

    private static String nature(Nature nature) {
        return switch (nature) {
            case Nature.Measured _ -> "measured";
            case Nature.Judged _ -> "judged";
            case Nature.Principle() -> "principle";
        };
    }

    /// The rows of all tests, in the order of the body.
    private static List<Object> periods(Finding finding) {
        List<Object> periods = new ArrayList<>();
        switch (finding) {
            case Finding.Tested(var _, var rows, var _) -> rows.forEach(row -> periods.add(period(row)));
            case Finding.Combined(int _, var of, var _) -> of.forEach(part -> periods.addAll(periods(part)));
            case Finding.Judged _, Finding.Unjudgeable _ -> {}
        }
        return periods;
    }

    private static Map<String, Object> period(Proof.Row row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("from", row.window().from().toString());
        keys.put("until", row.window().until().toString());
        keys.put("required", Writing.threshold(row.required()));
        BigDecimal value = row.value();
        keys.put("value", value);
        keys.put("used", new LinkedHashMap<>(row.used()));
        keys.put("standing", row.standing().code());
        return keys;
    }

    private List<Object> money(Agreement agreement) {
        List<Object> rows = new ArrayList<>();
        for (Totals.Total total : Totals.of(register, agreement, day).totals()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("currency", total.amount().currency().getCurrencyCode());
            row.put("stage", total.stage().code());
            row.put("amount", total.amount().major());
            row.put("bound", total.bound().code());
            row.put("facts", total.facts());
            row.put(
                    "commitments",
                    total.commitments().stream().map(Object::toString).toList());
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable Map<String, Object> words(@Nullable Words words) {
        return words == null ? null : Map.of("en", words.en(), "fr", words.fr());
    }
}
