package entente.node.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the templates are given: everything said, numbered and linked already, so that a template only lays it out.
public final class Views {
    private Views() {}

    /// How many commitments stand so, with the receipt of the count.
    public record Tally(Chip chip, int count, String address) {}

    /// A sum by stage and currency, with its receipt. `partsLine` says how many facts or promises it adds; `facts` are
    /// the
    /// first of the `told` facts that it adds or that report it.
    public record MoneyRow(
            String stage,
            String amount,
            String address,
            String partsLine,
            int told,
            List<FactLink> facts,
            @Nullable Rest rest) {}

    public record FactLink(String id, String address) {}

    public record AgreementRow(
            String title, String address, String signed, String counts, List<Tally> tallies, List<MoneyRow> money) {}

    public record Agreements(
            Frame frame,
            List<AgreementRow> rows,
            int agreements,
            @Nullable Rest rest,
            List<Tally> tallies,
            List<MoneyLines.Phrase> paid,
            String moneyAddress,
            int commitments,
            int facts) {}

    /// A fact in one line: when it was published, what it says, its entry.
    public record Report(String reported, String says, FactLink fact) {}

    public record SourceLine(String text, @Nullable String address) {}

    public record OneAgreement(
            Frame frame,
            String title,
            String signedLine,
            List<String> signatories,
            @Nullable String note,
            List<SourceLine> sources,
            String countsLine,
            List<Tally> tallies,
            List<MoneyLines.Phrase> paid,
            String moneyAddress,
            String figuresAddress,
            List<MoneyRow> money,
            List<ClauseCard> clauses,
            List<Report> latest,
            @Nullable String laterLine) {}

    /// A clause in the text of its agreement. `pressLine` is null where the text itself was read in part.
    public record ClauseCard(
            int number,
            String address,
            String text,
            @Nullable String sinceLine,
            @Nullable String pressLine,
            String factsLine,
            List<CommitmentCard> commitments) {}

    /// A commitment as the margin shows it: standing, due, money, evidence, who answers, always in this order.
    public record CommitmentCard(
            String id,
            String does,
            Chip chip,
            List<String> overlays,
            String reason,
            String due,
            @Nullable String money,
            String evidence,
            String answers,
            String subject,
            @Nullable String missing) {}

    public record OneClause(
            Frame frame,
            String agreementTitle,
            String agreementAddress,
            int number,
            String english,
            String french,
            String sourceLine,
            @Nullable String sourceAddress,
            @Nullable String sinceLine,
            List<CommitmentDetail> commitments,
            List<FactCard> facts,
            @Nullable Rest rest,
            @Nullable String earlier,
            @Nullable String later) {}

    public record CommitmentDetail(
            CommitmentCard card,
            String keptIf,
            @Nullable String note,
            List<RelatedLine> related,
            String ruleLine,
            List<String> earmarks,
            List<Period> periods,
            List<String> rubric,
            List<VoiceLine> voices,
            List<UsedLine> used,
            @Nullable Rest usedRest,
            List<RefusedGroup> refused,
            StandingHistory history) {}

    public record RelatedLine(String relation, String name, String address) {}

    public record Period(String window, String required, String reached, Chip chip) {}

    public record VoiceLine(String side, Chip chip, FactLink fact) {}

    public record UsedLine(String says, String gives, String grade, FactLink fact) {}

    public record RefusedGroup(
            String test,
            int count,
            List<FactLink> facts,
            @Nullable Rest rest) {}

    /// A fact with its times, its source and its grade.
    public record FactCard(
            String id,
            String says,
            List<String> figures,
            String happened,
            String reported,
            String grade,
            String publisher,
            String sourceKind,
            @Nullable String sourceAddress,
            String sourceText,
            @Nullable String note,
            List<FactLink> disagrees,
            @Nullable String corrected,
            String entryAddress,
            String entryName) {}

    public record Field(String name, String value) {}

    public record OneEntry(
            Frame frame,
            long index,
            String whatLine,
            @Nullable FactCard fact,
            List<FactLink> bearsOn,
            List<Field> fields,
            String header,
            @Nullable String payload,
            String leaf,
            String receiptAddress,
            @Nullable String displaced,
            List<String> keys) {}

    public record Meaning(Chip chip, String meaning, String not) {}

    public record Glossary(
            Frame frame, List<Meaning> standings, List<Field> overlays, List<Field> grades, List<Field> stages) {}

    public record Trouble(Frame frame, int status, String headline, String explanation, List<FactLink> ways) {}
}
