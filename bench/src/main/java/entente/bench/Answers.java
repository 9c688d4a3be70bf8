package entente.bench;

import entente.agreement.Agreement;
import entente.agreement.ClauseId;
import entente.agreement.Commitment;
import entente.agreement.Held;
import entente.agreement.Proof;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Standings;
import entente.agreement.Told;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// How fast the register answers: everything at once, one new fact, any two dates, one explanation.
final class Answers {
    private final List<Agreement> agreements;
    private final List<Held> told;
    private final List<Commitment> commitments;
    private final Map<ClauseId, Integer> bearings = new HashMap<>();

    Answers(Invented invented) {
        this.agreements = invented.agreements();
        this.told = invented.held().toList();
        this.commitments = agreements.stream().flatMap(Agreement::commitments).toList();
        told.stream()
                .flatMap(one -> one.told().tells().stream())
                .flatMap(fact -> fact.bearsOn().stream())
                .forEach(bearing -> bearings.merge(bearing.clause(), 1, Integer::sum));
    }

    void measure(Report report, long seed, int rounds) throws Exception {
        Register[] made = new Register[1];
        report.time(
                "register of " + told.size() + " things told, in memory",
                Report.rounds(1, rounds, () -> made[0] = Register.BLANK.with(agreements, told)),
                "");
        Register register = made[0];
        Standings[] all = new Standings[1];
        report.time(
                "all " + commitments.size() + " standings from scratch",
                Report.rounds(1, rounds, () -> all[0] = Standings.of(register, Invented.LAST, Invented.LAST)),
                "all cores");
        report.time(
                "register and all standings together",
                Report.rounds(0, rounds, () -> {
                    Register anew = Register.BLANK.with(agreements, told);
                    all[0] = Standings.of(anew, Invented.LAST, Invented.LAST);
                }),
                "");
        report.time(
                "all " + commitments.size() + " with their proofs, one after the other",
                Report.rounds(0, rounds, () -> proofs(register)),
                "one core");
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        commitments.forEach(one -> counts.merge(all[0].standing(one.id()).orElseThrow(), 1, Integer::sum));
        report.row("how they stand", "", "", counts.toString());
        anyDates(report, register, new Chance(seed));
        newFacts(report);
    }

    private void proofs(Register register) {
        commitments.forEach(one -> register.standing(one.id(), Invented.LAST, Invented.LAST));
    }

    private void anyDates(Report report, Register register, Chance chance) {
        Histogram uniform = Report.nanos();
        for (Oracle.Ask ask : Oracle.asks(chance, commitments, 20_000)) {
            long begin = System.nanoTime();
            register.standing(ask.commitment().id(), ask.world(), ask.known());
            uniform.recordValue(System.nanoTime() - begin);
        }
        report.spread("a standing, world and known dates at random", uniform, "9 of 10 measured");
        Commitment heaviest = heaviest();
        Histogram heavy = Report.nanos();
        for (int i = 0; i < 300; i++) {
            LocalDate world = Invented.LAST.minusDays(chance.number(4_000));
            LocalDate known = Invented.LAST.minusDays(chance.number(4_000));
            long begin = System.nanoTime();
            register.standing(heaviest.id(), world, known);
            heavy.recordValue(System.nanoTime() - begin);
        }
        report.spread("the same of the heaviest measured commitment", heavy, bearing(heaviest) + " facts bear on it");
        Histogram explained = Report.nanos();
        long[] facts = new long[1];
        for (int i = 0; i < 300; i++) {
            long begin = System.nanoTime();
            Proof proof = register.standing(heaviest.id(), Invented.LAST, Invented.LAST);
            explained.recordValue(System.nanoTime() - begin);
            facts[0] = (long) proof.used().size() + proof.refused().size();
        }
        report.spread("explanation of its standing today", explained, facts[0] + " facts named, used or refused");
    }

    private int bearing(Commitment commitment) {
        return bearings.getOrDefault(commitment.id().clause(), 0);
    }

    private Commitment heaviest() {
        return commitments.stream()
                .filter(one -> one.nature() instanceof Commitment.Nature.Measured)
                .max(Comparator.comparingInt(this::bearing))
                .orElseThrow();
    }

    /// One after the other, each followed by the table of all standings.
    private void newFacts(Report report) {
        int last = Math.min(3_000, told.size() / 10);
        Register register = Register.BLANK.with(agreements, told.subList(0, told.size() - last));
        Standings standings = Standings.of(register, Invented.LAST, Invented.LAST);
        ClauseId heavy = heaviest().id().clause();
        Histogram facts = Report.nanos();
        Histogram changes = Report.nanos();
        Histogram heaviest = Report.nanos();
        for (Held one : told.subList(told.size() - last, told.size())) {
            boolean asserted = one.told() instanceof Told.Asserted;
            long begin = System.nanoTime();
            register = register.with(List.of(), List.of(one));
            standings = standings.in(register);
            long took = System.nanoTime() - begin;
            (asserted ? facts : changes).recordValue(took);
            if (asserted
                    && one.told().tells().orElseThrow().bearsOn().stream()
                            .anyMatch(bearing -> bearing.clause().equals(heavy))) {
                heaviest.recordValue(took);
            }
        }
        report.spread("one new fact to new standings", facts, "");
        report.spread("the same where it bears on the heaviest clause", heaviest, "");
        report.spread("one correction or retraction to new standings", changes, "");
    }
}
