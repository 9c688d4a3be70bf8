package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.CommitmentId;
import entente.agreement.Fact;
import entente.agreement.Proof;
import entente.agreement.Proof.Finding;
import entente.node.Snapshot;
import entente.node.web.Frame.Current;
import entente.node.web.Frame.Step;
import entente.node.web.Views.FactLink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The page of one clause: both texts, each commitment with the working of its standing, and every fact that bears
/// on it.
record ClausePage(
        Pages pages,
        Snapshot snapshot,
        CommitmentCards cards,
        FactCards facts,
        Speech speech,
        Links links,
        LocalDate day) {
    private String say(String english, String french) {
        return speech.say(english, french);
    }

    Views.OneClause view(Agreement agreement, Clause clause) {
        int number = agreement.number(clause);
        List<Clause> all = agreement.clauses(day);
        int at = all.indexOf(clause);
        String agreementTitle = speech.words(agreement.title());
        return new Views.OneClause(
                pages.frame(
                        say("Clause ", "Clause ") + number + " – " + agreementTitle,
                        links.clause(agreement, clause),
                        links.in(speech.language().other()).clause(agreement, clause),
                        links.today().clause(agreement, clause),
                        Current.AGREEMENTS,
                        List.of(pages.home(), new Step(agreementTitle, links.agreement(agreement.id())))),
                agreementTitle,
                links.agreement(agreement.id()),
                number,
                clause.text().en(),
                clause.text().fr(),
                Pages.source(clause.source()).text(),
                Pages.source(clause.source()).address(),
                pages.since(clause),
                clause.commitments().stream()
                        .map(commitment -> detail(agreement, commitment))
                        .toList(),
                snapshot.register().bearing(clause.id(), day).stream()
                        .sorted(Comparator.comparing(
                                        (Fact fact) -> fact.happened().last())
                                .thenComparing(Fact::id))
                        .map(fact -> facts.card(agreement.id(), fact))
                        .toList(),
                at > 0 ? links.clause(agreement, all.get(at - 1)) : null,
                at + 1 < all.size() ? links.clause(agreement, all.get(at + 1)) : null);
    }

    private Views.CommitmentDetail detail(Agreement agreement, Commitment commitment) {
        Proof proof = cards.proof(commitment);
        List<Views.Period> periods = new ArrayList<>();
        List<Views.UsedLine> used = new ArrayList<>();
        rows(agreement, proof.finding(), periods, used);
        List<String> rule = commitment.nature() instanceof Nature.Measured(var body)
                ? cards.wording().rule(body)
                : List.of();
        return new Views.CommitmentDetail(
                cards.card(commitment),
                speech.words(commitment.keptIf()),
                commitment.note() == null ? null : speech.words(commitment.note()),
                related(commitment),
                String.join("\n", rule),
                Wording.first(commitment).map(cards.wording()::earmarks).orElse(List.of()),
                periods,
                commitment.nature() instanceof Nature.Judged(var rubric, var _)
                        ? rubric.stream().map(speech::words).toList()
                        : List.of(),
                proof.finding() instanceof Finding.Judged(var voices, var _)
                        ? voices.entrySet().stream()
                                .map(entry -> new Views.VoiceLine(
                                        speech.words(entry.getKey().title()),
                                        Chip.of(entry.getValue().standing(), speech),
                                        facts.link(
                                                agreement.id(), entry.getValue().fact())))
                                .toList()
                        : List.of(),
                used,
                refused(agreement, proof));
    }

    private void rows(Agreement agreement, Finding finding, List<Views.Period> periods, List<Views.UsedLine> used) {
        switch (finding) {
            case Finding.Tested(var test, var rows, var _) -> {
                for (Proof.Row row : rows) {
                    periods.add(new Views.Period(
                            window(row),
                            cards.wording().required(row.required(), test.measure()),
                            row.value() == null
                                    ? say("nothing counted", "rien de compté")
                                    : cards.wording().value(row.value(), test.measure()),
                            Chip.of(row.standing(), speech)));
                    row.used()
                            .forEach((id, gives) -> snapshot.register()
                                    .fact(id)
                                    .ifPresent(fact -> used.add(new Views.UsedLine(
                                            speech.words(fact.says()),
                                            cards.wording().value(gives, test.measure()),
                                            speech.words(fact.grade().title()),
                                            facts.link(agreement.id(), id)))));
                }
            }
            case Finding.Combined(int _, var of, var _) -> of.forEach(part -> rows(agreement, part, periods, used));
            case Finding.Judged _, Finding.Unjudgeable _ -> {}
        }
    }

    private String window(Proof.Row row) {
        LocalDate until = row.window().until();
        return speech.period(entente.terms.Period.parse(
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
                            + speech.day(commitment.supersededBy().from())
                            + say(" by", " par"),
                    commitment.supersededBy().commitment());
        }
        snapshot.register().agreements().stream()
                .flatMap(Agreement::commitments)
                .filter(other -> other.repeats().contains(commitment.id()))
                .filter(other -> !snapshot.register()
                        .agreement(other.id().clause().agreement())
                        .orElseThrow()
                        .signed()
                        .last()
                        .isAfter(day))
                .forEach(other -> relation(lines, say("Repeated later in", "Repris plus tard dans"), other.id()));
        return lines;
    }

    private void relation(List<Views.RelatedLine> lines, String relation, CommitmentId id) {
        snapshot.register()
                .agreement(id.clause().agreement())
                .ifPresent(agreement -> agreement
                        .clause(id.clause().clause())
                        .ifPresent(clause -> lines.add(new Views.RelatedLine(
                                relation,
                                speech.words(agreement.title())
                                        + say(", clause ", ", clause ")
                                        + agreement.number(clause),
                                links.clause(agreement, clause)))));
    }

    private List<Views.RefusedGroup> refused(Agreement agreement, Proof proof) {
        Map<Proof.Test, List<FactLink>> groups = new TreeMap<>();
        proof.refused()
                .forEach((id, test) ->
                        groups.computeIfAbsent(test, _ -> new ArrayList<>()).add(facts.link(agreement.id(), id)));
        return groups.entrySet().stream()
                .map(entry -> new Views.RefusedGroup(speech.words(entry.getKey().title()), entry.getValue()))
                .toList();
    }
}
