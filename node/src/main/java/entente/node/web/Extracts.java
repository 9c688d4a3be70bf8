package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.CommitmentId;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Overlay;
import entente.agreement.Proof;
import entente.agreement.Standing;
import entente.agreement.Totals;
import entente.node.export.Table;
import entente.node.export.Table.Cell;
import entente.terms.Party;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The record as tables, as of the time of a scene. Every row names what it is about by an id that never changes,
/// and the entry of the log that says it.
record Extracts(Scene scene) {
    /// All agreements that had been signed by the day.
    Table agreements() {
        Sums sums = new Sums(scene);
        List<List<Cell>> rows = new ArrayList<>();
        for (Agreement agreement : scene.agreements()) {
            List<Standing> standings = sums.standings(agreement);
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(agreement.id()),
                    Cell.text(agreement.title()),
                    Cell.when(agreement.signed()),
                    Cell.number(agreement.clauses(scene.day()).size()),
                    Cell.number(standings.size())));
            for (Standing standing : Standing.values()) {
                row.add(Cell.number(
                        standings.stream().filter(one -> one == standing).count()));
            }
            row.add(Cell.number(scene.register().count(agreement, scene.day())));
            row.add(entry(scene.snapshot().agreements().get(agreement.id())));
            row.add(address(new Subject.OneAgreement(agreement.id())));
            rows.add(row);
        }
        return new Table("agreements", new Words("Agreements", "Accords"), Columns.AGREEMENTS, rows);
    }

    /// The commitments of some clauses, each with how it stands and why.
    Table commitments(Agreement agreement, List<Clause> clauses) {
        return commitments(List.of(Map.entry(agreement, clauses)));
    }

    Table commitments() {
        return commitments(scene.agreements().stream()
                .map(agreement -> Map.entry(agreement, agreement.clauses(scene.day())))
                .toList());
    }

    private Table commitments(List<Map.Entry<Agreement, List<Clause>>> parts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Map.Entry<Agreement, List<Clause>> part : parts) {
            for (Clause clause : part.getValue()) {
                for (Commitment commitment : clause.commitments()) {
                    rows.add(commitment(part.getKey(), clause, commitment));
                }
            }
        }
        return new Table("commitments", new Words("Commitments", "Engagements"), Columns.COMMITMENTS, rows);
    }

    private List<Cell> commitment(Agreement agreement, Clause clause, Commitment commitment) {
        CommitmentCards cards = scene.cards();
        Proof proof = cards.proof(commitment);
        int bearing = scene.register().count(clause.id(), scene.day());
        Figure.Sum promised = commitment.promised();
        int number = agreement.number(clause);
        return List.of(
                Cell.text(agreement.id()),
                Cell.number(number),
                Cell.text(commitment.id().toString()),
                Cell.text(parties(commitment.who())),
                Cell.text(commitment.others()),
                Cell.text(commitment.does()),
                Cell.text(proof.standing().code()),
                Cell.text(proof.standing().title()),
                Cell.text(proof.overlays().stream().map(Overlay::code).collect(Collectors.joining(" "))),
                Cell.text(cards.wording().reason(commitment, proof, bearing)),
                Cell.text(cards.wording().due(commitment)),
                Cell.sum(promised == null ? null : promised.money()),
                Cell.text(promised == null ? null : promised.bound().code()),
                Cell.text(String.join(" ", proof.used())),
                Cell.text(String.join(" ", proof.refused().keySet())),
                entry(scene.snapshot().agreements().get(agreement.id())),
                address(new Subject.OneClause(agreement.id(), number)));
    }

    /// The money of some agreements by stage and currency.
    Table money(List<Agreement> agreements) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Agreement agreement : agreements) {
            for (Totals.Total total :
                    Totals.of(scene.register(), agreement, scene.day()).totals()) {
                rows.add(List.of(
                        Cell.text(agreement.id()),
                        Cell.text(total.stage().code()),
                        Cell.text(total.stage().title()),
                        Cell.sum(total.amount()),
                        Cell.text(total.bound().code()),
                        Cell.text(String.join(" ", total.facts())),
                        Cell.text(total.commitments().stream()
                                .map(CommitmentId::toString)
                                .collect(Collectors.joining(" "))),
                        address(new Subject.OneAgreement(agreement.id()))));
            }
        }
        return new Table("money", new Words("Money by stage", "Sommes par stade"), Columns.MONEY, rows);
    }

    /// The facts that stand and bear on an agreement; on any, where it is null.
    List<Fact> facts(@Nullable Agreement agreement) {
        return (agreement == null
                        ? scene.register().facts(scene.day())
                        : scene.register().facts(agreement, scene.day()))
                .toList();
    }

    /// Facts, each with its times, its grade and its source.
    Table facts(List<Fact> facts) {
        return new Table(
                "facts",
                new Words("Facts", "Faits"),
                Columns.FACTS,
                facts.stream().map(this::fact).toList());
    }

    private List<Cell> fact(Fact fact) {
        return List.of(
                Cell.text(fact.id()),
                entry(scene.snapshot().entry(fact.id())),
                Cell.text(fact.kind().title()),
                Cell.when(fact.happened()),
                Cell.when(fact.reported()),
                Cell.text(fact.grade().code()),
                Cell.text(parties(fact.by())),
                Cell.text(fact.who()),
                Cell.text(fact.where()),
                Cell.text(fact.says()),
                Cell.text(fact.bearsOn().stream().map(Fact.Bearing::toString).collect(Collectors.joining(" "))),
                Cell.text(String.join(" ", fact.disagreesWith())),
                Cell.text(fact.source().publisher()),
                Cell.text(fact.source().kind().title()),
                Cell.text(fact.source().address()),
                Cell.text(fact.note()));
    }

    /// The numbers of some facts, one a row.
    Table figures(List<Fact> facts) {
        return new Table(
                "figures",
                new Words("Figures", "Chiffres"),
                Columns.FIGURES,
                facts.stream()
                        .flatMap(fact -> fact.figures().stream().map(figure -> figure(fact, figure)))
                        .toList());
    }

    private List<Cell> figure(Fact fact, Figure figure) {
        Figure.Sum sum = figure instanceof Figure.Sum one ? one : null;
        Figure.Count count = figure instanceof Figure.Count one ? one : null;
        return List.of(
                Cell.text(fact.id()),
                entry(scene.snapshot().entry(fact.id())),
                Cell.when(fact.happened()),
                Cell.sum(sum == null ? null : sum.money()),
                Cell.text(sum == null ? null : sum.stage().code()),
                Cell.text(sum == null ? null : sum.role().code()),
                Cell.number(count == null ? null : count.value()),
                Cell.text(count == null ? null : count.of()),
                Cell.text(count == null ? null : count.unit()),
                Cell.text(figure.bound().code()),
                Cell.number(figure.low()),
                Cell.number(figure.high()));
    }

    /// Every table of the whole record, in the order in which they are offered.
    List<Table> all() {
        List<Fact> facts = facts((Agreement) null);
        return List.of(agreements(), commitments(), money(scene.agreements()), facts(facts), figures(facts));
    }

    /// The tables of one agreement.
    List<Table> of(Agreement agreement) {
        List<Fact> facts = facts(agreement);
        return List.of(
                commitments(agreement, agreement.clauses(scene.day())),
                money(List.of(agreement)),
                facts(facts),
                figures(facts));
    }

    /// The tables of one clause.
    List<Table> of(Agreement agreement, Clause clause) {
        List<Fact> facts = scene.register().bearing(clause.id(), scene.day());
        return List.of(facts(facts), figures(facts), commitments(agreement, List.of(clause)));
    }

    private Cell address(Subject subject) {
        return Cell.link(scene.origin() + scene.links().to(subject));
    }

    static Cell entry(@Nullable Long index) {
        return index == null ? Cell.EMPTY : Cell.number(index);
    }

    private static String parties(Set<Party> parties) {
        return parties.stream().sorted().map(Party::code).collect(Collectors.joining(" "));
    }

    /// By their keys, for the addresses of single tables.
    Map<String, Table> byKey() {
        Map<String, Table> tables = new TreeMap<>();
        all().forEach(table -> tables.put(table.key(), table));
        return tables;
    }
}
