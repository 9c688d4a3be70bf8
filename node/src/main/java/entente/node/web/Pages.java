package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Totals;
import entente.node.Snapshot;
import entente.node.web.Frame.Current;
import entente.node.web.Frame.Step;
import entente.node.web.Views.MoneyRow;
import entente.node.web.Views.Tally;
import entente.terms.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final CommitmentCards cards;
    private final FactCards facts;
    private final LocalDate day;
    private final @Nullable LocalDate past;
    private final String stylesheet;

    Pages(Snapshot snapshot, Language language, @Nullable LocalDate known, LocalDate today, String stylesheet) {
        this.snapshot = snapshot;
        this.register = snapshot.register();
        this.speech = new Speech(language);
        this.links = new Links(language, known);
        this.past = known;
        this.day = known == null ? today : known;
        this.stylesheet = stylesheet;
        this.cards = new CommitmentCards(register, new Wording(speech, register), speech, day);
        this.facts = new FactCards(snapshot, speech, links, day);
    }

    private String say(String english, String french) {
        return speech.say(english, french);
    }

    FactCards facts() {
        return facts;
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
                        "Checkpoint " + speech.number(snapshot.size()) + ", signed " + speech.moment(snapshot.signed()),
                        "Point de contrôle " + speech.number(snapshot.size()) + ", signé le "
                                + speech.moment(snapshot.signed())),
                stylesheet,
                current,
                dated,
                trail);
    }

    Step home() {
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
            long facts = register.facts(agreement, day).count();
            rows.add(new Views.AgreementRow(
                    speech.words(agreement.title()),
                    links.agreement(agreement.id()),
                    speech.period(agreement.signed()),
                    speech.count(agreement.clauses(day).size(), "clause", "clauses", "clause", "clauses")
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

    private List<Standing> standings(Agreement agreement) {
        return agreement.clauses(day).stream()
                .flatMap(clause -> clause.commitments().stream())
                .map(commitment -> cards.proof(commitment).standing())
                .toList();
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
                        speech.bounded(total.bound(), speech.money(total.amount())),
                        total.commitments().isEmpty()
                                ? (total.facts().size() < 2 ? "" : say("the sum of ", "somme de "))
                                        + speech.count(total.facts().size(), "fact", "facts", "fait", "faits")
                                : speech.count(
                                                total.commitments().size(),
                                                "commitment",
                                                "commitments",
                                                "engagement",
                                                "engagements")
                                        + (total.facts().isEmpty() ? "" : say("; told in", "\u202F; cité dans")),
                        facts.links(agreement.id(), total.facts())))
                .toList();
    }

    // One agreement.

    Views.OneAgreement agreement(Agreement agreement) {
        List<Clause> clauses = agreement.clauses(day);
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
                        .map(one -> one.name() + " (" + speech.words(one.post()) + ")")
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

    static Views.SourceLine source(String source) {
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
                new StringBuilder(say("Signed: ", "Signature\u00A0: ")).append(speech.period(agreement.signed()));
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
                clause.commitments().stream().map(cards::card).toList());
    }

    @Nullable
    String since(Clause clause) {
        return clause.since() == null ? null : say("Added: ", "Ajoutée\u00A0: ") + speech.period(clause.since()) + ".";
    }

    /// The page of one clause.
    Views.OneClause clause(Agreement agreement, Clause clause) {
        return new ClausePage(this, snapshot, cards, facts, speech, links, day).view(agreement, clause);
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
