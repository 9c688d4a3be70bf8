package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.CommitmentId;
import entente.agreement.Fact;
import entente.agreement.Held;
import entente.agreement.Proof;
import entente.agreement.Proof.Finding;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Told;
import entente.agreement.Totals;
import entente.node.Snapshot;
import entente.node.web.Frame.Current;
import entente.node.web.Frame.Step;
import entente.node.web.Views.CommitmentCard;
import entente.node.web.Views.FactCard;
import entente.node.web.Views.FactLink;
import entente.node.web.Views.MoneyRow;
import entente.node.web.Views.Tally;
import entente.terms.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The pages about agreements, clauses and standings: what the templates are given, from a snapshot and the date
/// asked for.
///
/// `known` is null for today's pages. The world date is the known date on every page.
final class Pages {
    private final Snapshot snapshot;
    private final Register register;
    private final Speech speech;
    private final Links links;
    private final Wording wording;
    private final LocalDate day;
    private final @Nullable LocalDate past;
    private final String stylesheet;

    Pages(Snapshot snapshot, Language language, @Nullable LocalDate known, LocalDate today, String stylesheet) {
        this.snapshot = snapshot;
        this.register = snapshot.register();
        this.speech = new Speech(language);
        this.links = new Links(language, known);
        this.wording = new Wording(speech);
        this.past = known;
        this.day = known == null ? today : known;
        this.stylesheet = stylesheet;
    }

    private String say(String english, String french) {
        return speech.say(english, french);
    }

    // The frame.

    Frame frame(String title, String here, String other, String canonical, Current current, List<Step> trail) {
        boolean dated = current == Current.AGREEMENTS;
        return new Frame(
                speech,
                links,
                past == null ? title : say("As known on ", "État connu au ") + speech.day(past) + " – " + title,
                here,
                other,
                canonical,
                past == null ? null : speech.day(past),
                speech.day(day),
                say(
                        "checkpoint " + speech.number(snapshot.size()) + ", signed " + speech.moment(snapshot.signed()),
                        "point de contrôle " + speech.number(snapshot.size()) + ", signé le "
                                + speech.moment(snapshot.signed())),
                stylesheet,
                current,
                dated,
                trail);
    }

    private Step home() {
        return new Step(say("Agreements", "Accords"), links.agreements());
    }

    // The list of agreements.

    Views.Agreements agreements() {
        List<Views.AgreementRow> rows = new ArrayList<>();
        List<Standing> all = new ArrayList<>();
        for (Agreement agreement : register.agreements()) {
            if (agreement.signed().last().isAfter(day)) {
                continue;
            }
            List<Standing> standings = standings(agreement);
            all.addAll(standings);
            long facts = facts(agreement).count();
            rows.add(new Views.AgreementRow(
                    speech.words(agreement.title()),
                    links.agreement(agreement.id()),
                    speech.period(agreement.signed()),
                    speech.count(clauses(agreement).size(), "clause", "clauses", "clause", "clauses")
                            + ", "
                            + speech.count(standings.size(), "commitment", "commitments", "engagement", "engagements")
                            + ", "
                            + speech.count(facts, "fact", "facts", "fait", "faits"),
                    tallies(standings),
                    money(agreement)));
        }
        String title = say(
                "What two governments promised, and what became of it",
                "Ce que deux gouvernements ont promis, et ce qu’il en est advenu");
        return new Views.Agreements(
                frame(
                        title,
                        links.agreements(),
                        links.in(speech.language().other()).agreements(),
                        links.today().agreements(),
                        Current.AGREEMENTS,
                        List.of()),
                rows,
                tallies(all),
                all.size(),
                (int) register.facts(day).count());
    }

    private java.util.stream.Stream<Fact> facts(Agreement agreement) {
        return register.facts(day)
                .filter(fact -> fact.bearsOn().stream()
                        .anyMatch(bearing -> bearing.clause().agreement().equals(agreement.id())));
    }

    private List<Clause> clauses(Agreement agreement) {
        return agreement.clauses().stream()
                .filter(clause ->
                        clause.since() == null || !clause.since().first().isAfter(day))
                .toList();
    }

    private List<Standing> standings(Agreement agreement) {
        return clauses(agreement).stream()
                .flatMap(clause -> clause.commitments().stream())
                .map(commitment -> proof(commitment).standing())
                .toList();
    }

    private Proof proof(Commitment commitment) {
        return register.standing(commitment.id(), day, day);
    }

    /// In the order in which a reader asks: was it kept, is it late, can one know.
    private List<Tally> tallies(List<Standing> standings) {
        List<Standing> order = List.of(
                Standing.KEPT,
                Standing.KEPT_LATE,
                Standing.ON_COURSE,
                Standing.LATE,
                Standing.BROKEN,
                Standing.NOT_YET_DUE,
                Standing.NO_EVIDENCE,
                Standing.CANNOT_BE_JUDGED);
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        standings.forEach(standing -> counts.merge(standing, 1, Integer::sum));
        return order.stream()
                .filter(counts::containsKey)
                .map(standing -> new Tally(Chip.of(standing, speech), counts.getOrDefault(standing, 0)))
                .toList();
    }

    private List<MoneyRow> money(Agreement agreement) {
        return Totals.of(register, agreement, day).totals().stream()
                .map(total -> new MoneyRow(
                        speech.words(total.stage().title()),
                        speech.money(total.amount()),
                        total.commitments().isEmpty()
                                ? say("the sum of ", "somme de ")
                                        + speech.count(total.facts().size(), "fact", "facts", "fait", "faits")
                                : say("by ", "par ")
                                        + speech.count(
                                                total.commitments().size(),
                                                "commitment",
                                                "commitments",
                                                "engagement",
                                                "engagements"),
                        factLinks(agreement.id(), total.facts())))
                .toList();
    }

    // One agreement.

    Views.OneAgreement agreement(Agreement agreement) {
        List<Clause> clauses = clauses(agreement);
        int later = agreement.clauses().size() - clauses.size();
        List<Standing> standings = standings(agreement);
        String title = speech.words(agreement.title());
        return new Views.OneAgreement(
                frame(
                        title,
                        links.agreement(agreement.id()),
                        links.in(speech.language().other()).agreement(agreement.id()),
                        links.today().agreement(agreement.id()),
                        Current.AGREEMENTS,
                        List.of(home())),
                title,
                signedLine(agreement),
                agreement.signatories().stream()
                        .sorted(Comparator.comparingInt(
                                one -> one.party().code().equals(say("UK", "FR")) ? 0 : 1))
                        .map(one -> one.name() + ", " + speech.words(one.post()))
                        .toList(),
                agreement.note() == null ? null : speech.words(agreement.note()),
                agreement.sources().stream().map(Pages::source).toList(),
                speech.count(clauses.size(), "clause", "clauses", "clause", "clauses")
                        + ", "
                        + speech.count(standings.size(), "commitment", "commitments", "engagement", "engagements"),
                tallies(standings),
                money(agreement),
                clauses.stream().map(clause -> clauseCard(agreement, clause)).toList(),
                later == 0
                        ? null
                        : speech.count(
                                later,
                                "clause was added after this date and is not shown.",
                                "clauses were added after this date and are not shown.",
                                "clause a été ajoutée après cette date et n’est pas affichée.",
                                "clauses ont été ajoutées après cette date et ne sont pas affichées."));
    }

    private static Views.SourceLine source(String source) {
        boolean link = source.startsWith("https://") || source.startsWith("http://");
        return new Views.SourceLine(link ? shortened(source) : source, link ? source : null);
    }

    /// An address as it may stand in a line: its host and the beginning of its path.
    static String shortened(String address) {
        String bare = address.replaceFirst("^https?://(www\\.)?", "");
        return bare.length() > 60 ? bare.substring(0, 59) + "…" : bare;
    }

    private String signedLine(Agreement agreement) {
        StringBuilder line =
                new StringBuilder(say("Signed ", "Signé\u00A0: ")).append(speech.period(agreement.signed()));
        if (agreement.place() != null) {
            line.append(", ").append(speech.words(agreement.place()));
        }
        if (agreement.published() != null) {
            line.append(say("; published ", "\u202F; publié\u00A0: ")).append(speech.period(agreement.published()));
        }
        if (agreement.inForce() != null) {
            line.append(say("; in force ", "\u202F; en vigueur\u00A0: ")).append(speech.period(agreement.inForce()));
        }
        if (agreement.ends() != null) {
            line.append(say("; ends ", "\u202F; fin\u00A0: ")).append(speech.period(agreement.ends()));
        }
        return line.append('.').toString();
    }

    private Views.ClauseCard clauseCard(Agreement agreement, Clause clause) {
        int bearing = register.bearing(clause.id(), day).size();
        return new Views.ClauseCard(
                agreement.number(clause),
                links.clause(agreement, clause),
                speech.words(clause.text()),
                since(clause),
                clause.basis() == Clause.Basis.PRESS
                        ? say(
                                "Known from a press report of the day only.",
                                "Connu seulement par un article de presse du jour.")
                        : null,
                bearing == 0
                        ? say("No fact on record bears on it", "Aucun fait au registre ne s’y rapporte")
                        : speech.count(
                                bearing,
                                "fact bears on it",
                                "facts bear on it",
                                "fait s’y rapporte",
                                "faits s’y rapportent"),
                clause.commitments().stream().map(this::card).toList());
    }

    private @Nullable String since(Clause clause) {
        return clause.since() == null ? null : say("Added: ", "Ajoutée\u00A0: ") + speech.period(clause.since()) + ".";
    }

    private CommitmentCard card(Commitment commitment) {
        Proof proof = proof(commitment);
        int bearing = register.bearing(commitment.id().clause(), day).size();
        String who = speech.parties(commitment.who());
        String others = commitment.others() == null ? "" : speech.words(commitment.others());
        return new CommitmentCard(
                commitment.id().commitment(),
                speech.words(commitment.does()),
                Chip.of(proof.standing(), speech),
                proof.overlays().stream()
                        .map(overlay -> speech.words(overlay.title()))
                        .toList(),
                wording.reason(commitment, proof, bearing),
                wording.due(commitment),
                wording.money(commitment).orElse(null),
                evidence(commitment, proof, bearing),
                who.isEmpty() ? others : others.isEmpty() ? who : who + ", " + others,
                subject(commitment, others),
                commitment.missing() == null ? null : speech.words(commitment.missing()));
    }

    private String subject(Commitment commitment, String others) {
        String who = speech.subject(commitment.who());
        if (others.isEmpty()) {
            return who;
        }
        String capital = Character.toUpperCase(others.charAt(0)) + others.substring(1);
        return who.isEmpty() ? capital : who + say(" and ", " et ") + others;
    }

    private String evidence(Commitment commitment, Proof proof, int bearing) {
        if (commitment.nature() instanceof Nature.Measured) {
            int used = proof.used().size();
            int not = proof.refused().size();
            if (used + not == 0) {
                return say("none on record", "aucun fait au registre");
            }
            return speech.count(used, "fact counts", "facts count", "fait compte", "faits comptent")
                    + (not == 0
                            ? ""
                            : ", "
                                    + say(
                                            speech.number(not) + " " + (not == 1 ? "does not" : "do not"),
                                            speech.number(not) + " non"));
        }
        return bearing == 0
                ? say("none on record", "aucun fait au registre")
                : speech.count(
                        bearing,
                        "fact bears on the clause",
                        "facts bear on the clause",
                        "fait se rapporte à la clause",
                        "faits se rapportent à la clause");
    }

    // One clause.

    Views.OneClause clause(Agreement agreement, Clause clause) {
        int number = agreement.number(clause);
        List<Clause> all = clauses(agreement);
        int at = all.indexOf(clause);
        String agreementTitle = speech.words(agreement.title());
        return new Views.OneClause(
                frame(
                        say("Clause ", "Clause ") + number + " – " + agreementTitle,
                        links.clause(agreement, clause),
                        links.in(speech.language().other()).clause(agreement, clause),
                        links.today().clause(agreement, clause),
                        Current.AGREEMENTS,
                        List.of(home(), new Step(agreementTitle, links.agreement(agreement.id())))),
                agreementTitle,
                links.agreement(agreement.id()),
                number,
                clause.text().en(),
                clause.text().fr(),
                source(clause.source()).text(),
                source(clause.source()).address(),
                since(clause),
                clause.commitments().stream()
                        .map(commitment -> detail(agreement, commitment))
                        .toList(),
                register.bearing(clause.id(), day).stream()
                        .sorted(Comparator.comparing(
                                        (Fact fact) -> fact.happened().last())
                                .thenComparing(Fact::id))
                        .map(fact -> factCard(agreement.id(), fact))
                        .toList(),
                at > 0 ? links.clause(agreement, all.get(at - 1)) : null,
                at + 1 < all.size() ? links.clause(agreement, all.get(at + 1)) : null);
    }

    private Views.CommitmentDetail detail(Agreement agreement, Commitment commitment) {
        Proof proof = proof(commitment);
        List<Views.Period> periods = new ArrayList<>();
        List<Views.UsedLine> used = new ArrayList<>();
        rows(agreement, proof.finding(), periods, used);
        List<String> rule = commitment.nature() instanceof Nature.Measured(var body) ? wording.rule(body) : List.of();
        return new Views.CommitmentDetail(
                card(commitment),
                speech.words(commitment.keptIf()),
                commitment.note() == null ? null : speech.words(commitment.note()),
                related(commitment),
                String.join("\n", rule),
                Wording.first(commitment).map(wording::earmarks).orElse(List.of()),
                periods,
                commitment.nature() instanceof Nature.Judged(var rubric, var _)
                        ? rubric.stream().map(speech::words).toList()
                        : List.of(),
                proof.finding() instanceof Finding.Judged(var voices, var _)
                        ? voices.entrySet().stream()
                                .map(entry -> new Views.VoiceLine(
                                        speech.words(entry.getKey().title()),
                                        Chip.of(entry.getValue().standing(), speech),
                                        factLink(
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
                            wording.required(row.required(), test.measure()),
                            row.value() == null
                                    ? say("nothing counted", "rien de compté")
                                    : wording.value(row.value(), test.measure()),
                            Chip.of(row.standing(), speech)));
                    row.used()
                            .forEach((id, gives) -> register.fact(id)
                                    .ifPresent(fact -> used.add(new Views.UsedLine(
                                            speech.words(fact.says()),
                                            wording.value(gives, test.measure()),
                                            speech.words(fact.grade().title()),
                                            factLink(agreement.id(), id)))));
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
                        relation(lines, say("Repeats the earlier promise", "Reprend la promesse antérieure"), other));
        if (commitment.supersededBy() != null) {
            relation(
                    lines,
                    say("Superseded on ", "Remplacé le ")
                            + speech.day(commitment.supersededBy().from())
                            + say(" by", " par"),
                    commitment.supersededBy().commitment());
        }
        register.agreements().stream()
                .flatMap(Agreement::commitments)
                .filter(other -> other.repeats().contains(commitment.id()))
                .filter(other -> !register.agreement(other.id().clause().agreement())
                        .orElseThrow()
                        .signed()
                        .last()
                        .isAfter(day))
                .forEach(other -> relation(lines, say("Repeated later in", "Repris plus tard dans"), other.id()));
        return lines;
    }

    private void relation(List<Views.RelatedLine> lines, String relation, CommitmentId id) {
        register.agreement(id.clause().agreement())
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
                        groups.computeIfAbsent(test, _ -> new ArrayList<>()).add(factLink(agreement.id(), id)));
        return groups.entrySet().stream()
                .map(entry -> new Views.RefusedGroup(speech.words(entry.getKey().title()), entry.getValue()))
                .toList();
    }

    // Facts.

    FactLink factLink(String agreement, String fact) {
        Long index = snapshot.facts().get(fact);
        return new FactLink(fact, index == null ? "#" + fact : links.entry(agreement, index));
    }

    private List<FactLink> factLinks(String agreement, List<String> facts) {
        return facts.stream().map(fact -> factLink(agreement, fact)).toList();
    }

    FactCard factCard(String agreement, Fact fact) {
        Long index = snapshot.facts().get(fact.id());
        return new FactCard(
                fact.id(),
                speech.words(fact.says()),
                fact.figures().stream().map(this::figure).toList(),
                speech.period(fact.happened()),
                speech.period(fact.reported()),
                speech.words(fact.grade().title())
                        + (fact.by().isEmpty() ? "" : " (" + speech.parties(fact.by()) + ")"),
                fact.source().publisher(),
                speech.words(fact.source().kind().title()),
                fact.source().linked() ? fact.source().address() : null,
                fact.source().linked()
                        ? shortened(fact.source().address())
                        : fact.source().address(),
                fact.note() == null ? null : speech.words(fact.note()),
                disagreeing(agreement, fact),
                displaced(fact.id()).orElse(null),
                index == null ? "" : links.entry(agreement, index),
                index == null ? "" : say("entry ", "entrée ") + speech.number(index));
    }

    private String figure(entente.agreement.Figure figure) {
        return switch (figure) {
            case entente.agreement.Figure.Sum sum ->
                speech.words(sum.stage().title())
                        + say(": ", " : ")
                        + speech.figure(sum)
                        + (sum.role() == entente.agreement.Figure.Role.PART
                                        || sum.money().minor() == 0
                                ? ""
                                : " (" + speech.words(sum.role().title()) + ")");
            case entente.agreement.Figure.Count count -> speech.figure(count);
        };
    }

    private List<FactLink> disagreeing(String agreement, Fact fact) {
        return register.facts(day)
                .filter(other -> other.disagreesWith().contains(fact.id())
                        || fact.disagreesWith().contains(other.id()))
                .map(other -> factLink(agreement, other.id()))
                .toList();
    }

    /// What became of a fact after the day of this page, or by it.
    Optional<String> displaced(String fact) {
        return register.displacers(fact).stream()
                .min(Comparator.comparing(Held::known))
                .map(held -> switch (held.told()) {
                    case Told.Corrected(var _, Fact by, var reason) ->
                        say("Corrected on ", "Corrigé le ")
                                + speech.day(held.known())
                                + say(" by ", " par ")
                                + by.id()
                                + say(": ", "\u00A0: ")
                                + speech.words(reason);
                    case Told.Retracted(var _, var reason, var _, var _) ->
                        say("Retracted on ", "Retiré le ")
                                + speech.day(held.known())
                                + say(": ", "\u00A0: ")
                                + speech.words(reason);
                    case Told.Asserted _ -> "";
                });
    }

    // What the words mean.

    Views.Glossary glossary() {
        String title = say("What the standings mean", "Ce que signifient les états");
        return new Views.Glossary(
                frame(
                        title,
                        links.glossary(),
                        links.in(speech.language().other()).glossary(),
                        links.glossary(),
                        Current.GLOSSARY,
                        List.of()),
                List.of(Standing.values()).stream()
                        .map(standing -> new Views.Meaning(
                                Chip.of(standing, speech),
                                speech.words(Meanings.means(standing)),
                                speech.words(Meanings.doesNotMean(standing))))
                        .toList(),
                List.of(entente.agreement.Overlay.values()).stream()
                        .map(overlay ->
                                new Views.Field(speech.words(overlay.title()), speech.words(Meanings.means(overlay))))
                        .toList(),
                List.of(Fact.Grade.values()).stream()
                        .map(grade -> new Views.Field(speech.words(grade.title()), speech.words(Meanings.means(grade))))
                        .toList(),
                List.of(entente.agreement.Figure.Stage.values()).stream()
                        .map(stage -> new Views.Field(speech.words(stage.title()), speech.words(Meanings.means(stage))))
                        .toList());
    }
}
