package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Proof;
import entente.agreement.Standing;
import entente.node.export.Table;
import entente.node.web.Frame.Step;
import entente.node.web.Views.FactLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The receipt of a count: the commitments that stand in one way, in one agreement or in all where it is null.
public record CountSheet(Scene scene, @Nullable Agreement agreement, Standing standing) implements Sheet {
    /// What the template is given.
    public record View(
            Frame frame,
            String title,
            String of,
            Chip chip,
            String meaning,
            String not,
            List<Row> rows,
            int all,
            @Nullable FactLink wider,
            String command) {}

    /// A commitment, and the clause that makes it.
    public record Row(FactLink clause, String does, String reason, String due, String evidence, FactLink entry) {}

    private record One(Agreement agreement, Clause clause, Commitment commitment, Proof proof) {}

    @Override
    public String template() {
        return "count.jte";
    }

    private List<One> all() {
        List<One> all = new ArrayList<>();
        for (Agreement one : agreement == null ? scene.agreements() : List.of(agreement)) {
            for (Clause clause : one.clauses(scene.day())) {
                clause.commitments()
                        .forEach(commitment -> all.add(
                                new One(one, clause, commitment, scene.cards().proof(commitment))));
            }
        }
        return all;
    }

    private static List<One> at(List<One> all, Standing standing) {
        return all.stream().filter(one -> one.proof().standing() == standing).toList();
    }

    private String of() {
        return agreement == null
                ? scene.say("All agreements together", "Tous les accords ensemble")
                : scene.speech().words(agreement.title());
    }

    private String title(int count) {
        return scene.speech().words(standing.title())
                + scene.say(": ", "\u00A0: ")
                + scene.speech().count(count, "commitment", "commitments", "engagement", "engagements");
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(scene.speech().words(standing.title()) + " – " + of()));
    }

    @Override
    public List<Table> tables() {
        Extracts extracts = new Extracts(scene);
        Table all = agreement == null
                ? extracts.commitments()
                : extracts.commitments(agreement, agreement.clauses(scene.day()));
        int at = all.columns().stream().map(Table.Column::key).toList().indexOf("standing_code");
        return List.of(new Table(
                all.key(),
                all.title(),
                all.columns(),
                all.rows().stream()
                        .filter(row -> row.get(at).equals(Table.Cell.text(standing.code())))
                        .toList()));
    }

    @Override
    public Object view() {
        List<One> all = all();
        List<One> some = at(all, standing);
        List<Step> trail = new ArrayList<>(List.of(scene.home()));
        if (agreement != null) {
            trail.add(scene.step(agreement));
        }
        return new View(
                scene.frame(
                        new Subject.OneFigure(agreement == null ? null : agreement.id(), standing.code()),
                        title(some.size()) + " – " + of(),
                        trail),
                title(some.size()),
                of(),
                Chip.of(standing, scene.speech()),
                scene.speech().words(Meanings.means(standing)),
                scene.speech().words(Meanings.doesNotMean(standing)),
                some.stream().map(this::row).toList(),
                all.size(),
                agreement == null
                        ? null
                        : new FactLink(
                                scene.say("The same across all agreements", "Le même pour l’ensemble des accords"),
                                scene.links().to(new Subject.OneFigure(null, standing.code()))),
                "./entente verify " + scene.origin());
    }

    private Row row(One one) {
        var card = scene.cards().card(one.commitment());
        String id = one.agreement().id();
        long index = scene.snapshot().agreements().getOrDefault(id, 0L);
        return new Row(
                new FactLink(
                        id + " " + one.agreement().number(one.clause()),
                        scene.links().clause(one.agreement(), one.clause()) + "#" + card.id()),
                card.subject() + " " + card.does(),
                card.reason(),
                card.due(),
                card.evidence(),
                new FactLink(
                        scene.say("entry ", "entrée ") + scene.speech().number(index),
                        scene.links().entry(id, index)));
    }

    @Override
    public Optional<Object> json() {
        List<One> all = all();
        Map<String, Object> page = new LinkedHashMap<>(new PublishedMoney(scene).head(agreement));
        page.put("figure", standing.code());
        page.put("count", at(all, standing).size());
        page.put("of", all.size());
        page.put(
                "commitments",
                at(all, standing).stream()
                        .map(one -> one.commitment().id().toString())
                        .toList());
        return Optional.of(page);
    }
}
