package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.CommitmentId;
import entente.agreement.Fact;
import entente.agreement.Proof;
import entente.agreement.Proof.Finding;
import entente.node.draw.Drawing;
import entente.node.export.Atom;
import entente.node.export.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The page of one clause: both texts, each commitment with the working of its standing, and every fact that bears
/// on it.
record ClauseSheet(Scene scene, Agreement agreement, Clause clause) implements Sheet {
    @Override
    public String template() {
        return "clause.jte";
    }

    @Override
    public Optional<Object> json() {
        return Optional.of(new Published(scene.snapshot(), scene.day()).oneClause(agreement, clause));
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(say("Clause ", "Clause ") + agreement.number(clause) + " – "
                + scene.speech().words(agreement.title())));
    }

    @Override
    public List<Table> tables() {
        return new Extracts(scene).of(agreement, clause);
    }

    @Override
    public Optional<Atom.Feed> feed() {
        return new News(scene).of(subject());
    }

    @Override
    public Optional<Embedded> embedded() {
        CommitmentCards cards = scene.cards();
        return Optional.of(new Embedded(
                scene.speech(),
                scene.assets(),
                say("Clause ", "Clause ") + agreement.number(clause) + " – "
                        + scene.speech().words(agreement.title()),
                Embedded.cut(scene.speech().words(clause.text())),
                scene.links().to(subject()),
                scene.asOf(),
                clause.commitments().stream()
                        .map(cards::card)
                        .map(card -> new Embedded.Line(card.chip(), Embedded.cut(card.subject() + " " + card.does())))
                        .toList()));
    }

    private Subject subject() {
        return new Subject.OneClause(agreement.id(), agreement.number(clause));
    }

    @Override
    public Optional<String> picture() {
        Drawing drawing = StandingHistory.picture(scene, agreement, clause);
        return Optional.of(new Pictures(scene).alone(drawing, subject()));
    }

    @Override
    public Object view() {
        int number = agreement.number(clause);
        List<Clause> all = agreement.clauses(scene.day());
        int at = all.indexOf(clause);
        List<Fact> facts = scene.register().bearing(clause.id(), scene.day()).stream()
                .sorted(Comparator.comparing((Fact fact) -> fact.happened().last())
                        .thenComparing(Fact::id))
                .toList();
        String agreementTitle = scene.speech().words(agreement.title());
        return new Views.OneClause(
                scene.frame(
                        subject(),
                        say("Clause ", "Clause ") + number + " – " + agreementTitle,
                        List.of(scene.home(), scene.step(agreement))),
                agreementTitle,
                scene.links().agreement(agreement.id()),
                number,
                clause.text().en(),
                clause.text().fr(),
                AgreementSheet.source(clause.source()).text(),
                AgreementSheet.source(clause.source()).address(),
                AgreementSheet.since(scene, clause),
                clause.commitments().stream()
                        .map(commitment -> detail(commitment))
                        .toList(),
                Rest.last(facts, Rest.FEW).stream()
                        .map(fact -> scene.facts().card(agreement.id(), fact))
                        .toList(),
                Rest.latest(scene, facts.size(), Rest.FEW, subject(), Format.CSV, Format.JSON),
                at > 0 ? scene.links().clause(agreement, all.get(at - 1)) : null,
                at + 1 < all.size() ? scene.links().clause(agreement, all.get(at + 1)) : null);
    }

    private Views.CommitmentDetail detail(Commitment commitment) {
        Proof proof = scene.cards().proof(commitment);
        List<Views.Period> periods = new ArrayList<>();
        List<Views.UsedLine> used = new ArrayList<>();
        rows(proof.finding(), periods, used);
        int counting = counting(proof.finding());
        List<String> rule = commitment.nature() instanceof Nature.Measured(var body)
                ? scene.cards().wording().rule(body)
                : List.of();
        return new Views.CommitmentDetail(
                scene.cards().card(commitment),
                scene.speech().words(commitment.keptIf()),
                commitment.note() == null ? null : scene.speech().words(commitment.note()),
                related(commitment),
                String.join("\n", rule),
                Wording.first(commitment).map(scene.cards().wording()::earmarks).orElse(List.of()),
                periods,
                commitment.nature() instanceof Nature.Judged(var rubric, var _)
                        ? rubric.stream().map(scene.speech()::words).toList()
                        : List.of(),
                proof.finding() instanceof Finding.Judged(var voices, var _)
                        ? voices.entrySet().stream()
                                .map(entry -> new Views.VoiceLine(
                                        scene.speech().words(entry.getKey().title()),
                                        Chip.of(entry.getValue().standing(), scene.speech()),
                                        scene.facts()
                                                .link(
                                                        agreement.id(),
                                                        entry.getValue().fact())))
                                .toList()
                        : List.of(),
                used,
                Rest.first(scene, counting, Rest.FEW, subject(), Format.JSON),
                refused(proof),
                StandingHistory.of(scene, agreement, commitment));
    }

    private void rows(Finding finding, List<Views.Period> periods, List<Views.UsedLine> used) {
        switch (finding) {
            case Finding.Tested(var test, var rows, var _) -> {
                for (Proof.Row row : rows) {
                    periods.add(new Views.Period(
                            window(row),
                            scene.cards().wording().required(row.required(), test.measure()),
                            row.value() == null
                                    ? say("nothing counted", "rien de compté")
                                    : scene.cards().wording().value(row.value(), test.measure()),
                            Chip.of(row.standing(), scene.speech())));
                    row.used().entrySet().stream()
                            .limit(Math.max(0, Rest.FEW - used.size()))
                            .forEach(entry -> scene.snapshot()
                                    .register()
                                    .fact(entry.getKey())
                                    .ifPresent(fact -> used.add(new Views.UsedLine(
                                            scene.speech().words(fact.says()),
                                            scene.cards().wording().value(entry.getValue(), test.measure()),
                                            scene.speech().words(fact.grade().title()),
                                            scene.facts().link(agreement.id(), entry.getKey())))));
                }
            }
            case Finding.Combined(int _, var of, var _) -> of.forEach(part -> rows(part, periods, used));
            case Finding.Judged _, Finding.Unjudgeable _ -> {}
        }
    }

    private static int counting(Finding finding) {
        return switch (finding) {
            case Finding.Tested(var _, var rows, var _) ->
                rows.stream().mapToInt(row -> row.used().size()).sum();
            case Finding.Combined(int _, var of, var _) ->
                of.stream().mapToInt(ClauseSheet::counting).sum();
            case Finding.Judged _, Finding.Unjudgeable _ -> 0;
        };
    }

    private String window(Proof.Row row) {
        LocalDate until = row.window().until();
        return scene.speech()
                .period(entente.terms.Period.parse(
                        row.window().from() + "/" + (until.getYear() > 2190 ? ".." : until.toString())));
    }

    private List<Views.RelatedLine> related(Commitment commitment) {
        List<Views.RelatedLine> lines = new ArrayList<>();
        if (commitment.partOf() != null) {
            relation(
                    lines,
                    say("Its sum lies inside that of", "Sa somme est comprise dans celle de"),
                    commitment.partOf());
        }
        commitment
                .repeats()
                .forEach(other ->
                        relation(lines, say("Repeats the earlier promise", "Reprend l’engagement antérieur"), other));
        if (commitment.supersededBy() != null) {
            relation(
                    lines,
                    say("Superseded on ", "Remplacé le ")
                            + scene.speech().day(commitment.supersededBy().from())
                            + say(" by", " par"),
                    commitment.supersededBy().commitment());
        }
        scene.snapshot().register().agreements().stream()
                .flatMap(Agreement::commitments)
                .filter(other -> other.repeats().contains(commitment.id()))
                .filter(other -> !scene.snapshot()
                        .register()
                        .agreement(other.id().clause().agreement())
                        .orElseThrow()
                        .signed()
                        .last()
                        .isAfter(scene.day()))
                .forEach(other -> relation(lines, say("Repeated later in", "Repris plus tard dans"), other.id()));
        return lines;
    }

    private void relation(List<Views.RelatedLine> lines, String relation, CommitmentId id) {
        scene.snapshot()
                .register()
                .agreement(id.clause().agreement())
                .ifPresent(agreement -> agreement
                        .clause(id.clause().clause())
                        .ifPresent(clause -> lines.add(new Views.RelatedLine(
                                relation,
                                scene.speech().words(agreement.title())
                                        + say(", clause ", ", clause ")
                                        + agreement.number(clause),
                                scene.links().clause(agreement, clause)))));
    }

    private List<Views.RefusedGroup> refused(Proof proof) {
        Map<Proof.Test, List<String>> groups = new TreeMap<>();
        proof.refused()
                .forEach((id, test) ->
                        groups.computeIfAbsent(test, _ -> new ArrayList<>()).add(id));
        return groups.entrySet().stream()
                .map(entry -> new Views.RefusedGroup(
                        scene.speech().words(entry.getKey().title()),
                        entry.getValue().size(),
                        scene.facts().links(agreement.id(), Rest.first(entry.getValue(), Rest.FEW)),
                        Rest.first(scene, entry.getValue().size(), Rest.FEW, subject(), Format.JSON)))
                .toList();
    }
}
