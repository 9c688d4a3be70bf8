package entente.node.web;

import entente.node.export.Provenance;
import entente.node.web.Views.MoneyRow;
import entente.node.web.Views.Tally;
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
        List<Change> changes,
        String drawn,
        Provenance from) {
    /// How many late or broken commitments, and how many changes, find room on a page.
    static final int TROUBLES = 6;

    static final int CHANGES = 4;

    /// A commitment that is late or broken: its clause, who owes it, and why it stands so.
    public record Trouble(int clause, Chip chip, String promise, String why) {}

    /// What the record took in: when, and what it says.
    public record Change(String recorded, String says, long entry) {}

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
