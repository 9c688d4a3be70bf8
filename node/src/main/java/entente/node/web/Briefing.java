package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Proof;
import entente.agreement.Standing;
import entente.node.Snapshot;
import entente.node.export.Provenance;
import entente.node.web.Views.MoneyRow;
import entente.node.web.Views.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An agreement on one page of paper: how many commitments stand so, which are late or broken, the money by stage,
/// what the record took in last. It is laid out as PDF, so it bears no navigation and its addresses are printed.
///
/// `more` counts what is late or broken and finds no room; nothing is left out in silence. `known` is the day up to
/// which reports count, in words.
public record Briefing(
        Speech speech,
        String title,
        String signed,
        String known,
        String counts,
        List<Tally> tallies,
        List<Trouble> troubles,
        int more,
        List<MoneyRow> money,
        List<Views.Report> latest,
        String drawn,
        Provenance from) {
    /// How many late or broken commitments find room on a page.
    private static final int TROUBLES = 6;

    private static final int LONGEST = 190;

    private static final int FEW = 3;

    /// A commitment that is late or broken: its clause, who owes it, and why it stands so.
    public record Trouble(int clause, Chip chip, String promise, String why) {}

    static Briefing of(Scene scene, Agreement agreement, String signed, List<Views.Report> latest) {
        Speech speech = scene.speech();
        Sums sums = new Sums(scene);
        List<Standing> standings = sums.standings(agreement);
        List<Trouble> troubles = troubles(scene, agreement);
        Snapshot snapshot = scene.snapshot();
        return new Briefing(
                speech,
                speech.words(agreement.title()),
                signed,
                speech.day(scene.day()),
                speech.count(agreement.clauses(scene.day()).size(), "clause", "clauses", "clause", "clauses")
                        + ", "
                        + speech.count(standings.size(), "commitment", "commitments", "engagement", "engagements"),
                sums.tallies(standings),
                troubles.stream().limit(TROUBLES).toList(),
                Math.max(0, troubles.size() - TROUBLES),
                sums.money(agreement).stream()
                        .map(row -> new MoneyRow(row.stage(), row.amount(), "", parts(speech, row), 0, List.of(), null))
                        .toList(),
                latest.stream()
                        .map(report -> new Views.Report(report.reported(), cut(report.says()), report.fact()))
                        .toList(),
                speech.say("Checkpoint ", "Point de contrôle ")
                        + speech.number(snapshot.size())
                        + speech.say(" of ", " de ")
                        + snapshot.origin()
                        + speech.say(", root ", ", racine ")
                        + snapshot.root().base64(),
                new Citation(scene, new Subject.OneAgreement(agreement.id())).provenance());
    }

    /// What a sum is made up of, with the facts by name where they are few: on paper there is no link to follow.
    private static String parts(Speech speech, MoneyRow row) {
        int facts = row.told();
        if (facts == 0) {
            return row.partsLine();
        }
        if (facts <= FEW) {
            return row.partsLine()
                    + speech.say(": ", "\u00A0: ")
                    + String.join(
                            ", ", row.facts().stream().map(Views.FactLink::id).toList());
        }
        boolean open = row.partsLine().endsWith(speech.say("told in", "cité dans"));
        return open ? row.partsLine() + " " + speech.count(facts, "fact", "facts", "fait", "faits") : row.partsLine();
    }

    /// The broken first, then the late, each in the order of the text.
    private static List<Trouble> troubles(Scene scene, Agreement agreement) {
        CommitmentCards cards = scene.cards();
        List<Trouble> troubles = new ArrayList<>();
        for (Clause clause : agreement.clauses(scene.day())) {
            int bearing = scene.register().count(clause.id(), scene.day());
            for (Commitment commitment : clause.commitments()) {
                Proof proof = cards.proof(commitment);
                if (proof.standing() == Standing.LATE || proof.standing() == Standing.BROKEN) {
                    troubles.add(new Trouble(
                            agreement.number(clause),
                            Chip.of(proof.standing(), scene.speech()),
                            cut(cards.card(commitment).subject() + " "
                                    + scene.speech().words(commitment.does())),
                            cut(cards.wording().reason(commitment, proof, bearing))));
                }
            }
        }
        troubles.sort(Comparator.comparing((Trouble trouble) -> trouble.chip().standing())
                .reversed());
        return troubles;
    }

    /// A text, cut between two words where it is too long for a page.
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf(' ', LONGEST)) + " …";
    }

    public String say(String english, String french) {
        return speech.say(english, french);
    }

    public String lang() {
        return speech.language().code();
    }

    public String otherLang() {
        return speech.language().other().code();
    }

    /// What is cited, in the language of the page, then in the other.
    public String citation() {
        return from.citation().in(speech.language());
    }

    public String otherCitation() {
        return from.citation().in(speech.language().other());
    }

    public String licence() {
        return Provenance.licence(speech.language());
    }
}
