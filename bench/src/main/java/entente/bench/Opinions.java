package entente.bench;

import entente.agreement.Agreement;
import entente.agreement.Commitment;
import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Standings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The register and the SQL oracle on the same questions about the same invented record.
final class Opinions {
    private static final int SHOWN = 20;
    private static final int TABLES = 10;
    private static final int GROWN = 2_000;

    private final List<Agreement> agreements;
    private final List<Held> told;

    Opinions(Invented invented) {
        this.agreements = invented.agreements();
        this.told = invented.held().toList();
    }

    /// Whether they agree on every question; the first differences are reported.
    boolean compare(Report report, Chance chance, int count) throws Exception {
        Register register = Register.BLANK.with(agreements, told);
        try (DuckRows rows = DuckRows.open(Runtime.getRuntime().availableProcessors())) {
            Oracle oracle = new Oracle(rows.database());
            Tables tables = new Tables(rows).fill(agreements, told);
            long commitments =
                    agreements.stream().flatMap(Agreement::commitments).count();
            List<Commitment> covered = tables.commitments();
            List<Oracle.Ask> single = Oracle.asks(chance, covered, count);
            List<Oracle.Ask> asks = new ArrayList<>(single);
            List<Oracle.Ask> pairs = Oracle.asks(chance, covered, TABLES);
            pairs.forEach(pair -> asks.addAll(Oracle.all(covered, pair.world(), pair.known())));
            Oracle.ask(tables, rows, asks);
            rows.flush();
            report.row(
                    "commitments of the shapes of the oracle",
                    String.valueOf(covered.size()),
                    "of " + commitments,
                    measured(covered) + " measured, of "
                            + measured(agreements.stream()
                                    .flatMap(Agreement::commitments)
                                    .toList()));
            oracle.count();
            List<Standing> theirs = new ArrayList<>();
            report.time(
                    "DuckDB, " + asks.size() + " questions in one query",
                    Report.rounds(0, 1, () -> theirs.addAll(oracle.standings())),
                    "which facts count for which test was worked out before");
            List<Standing> ours = new ArrayList<>();
            report.time(
                    "the register, " + count + " questions one by one, with proofs",
                    Report.rounds(0, 1, () -> ours.addAll(Oracle.answers(register, single))),
                    "one core");
            report.time(
                    "the register, the table of all of them on " + TABLES + " pairs of days",
                    Report.rounds(0, 1, () -> pairs.forEach(pair -> ours.addAll(table(register, pair, covered)))),
                    "half of the tables grown fact by fact");
            return differences(report, asks, ours, theirs) == 0;
        }
    }

    /// How all of them stood on two days: worked out at once, or where the known date is odd grown from a shorter
    /// register, one thing told after the other.
    private List<Standing> table(Register register, Oracle.Ask pair, List<Commitment> covered) {
        Standings table;
        if (pair.known().toEpochDay() % 2 == 0) {
            table = Standings.of(register, pair.world(), pair.known());
        } else {
            int before = Math.max(0, told.size() - GROWN);
            Register shorter = Register.BLANK.with(agreements, told.subList(0, before));
            table = Standings.of(shorter, pair.world(), pair.known());
            for (Held one : told.subList(before, told.size())) {
                shorter = shorter.with(List.of(), List.of(one));
                table = table.in(shorter);
            }
        }
        Standings all = table;
        return covered.stream().map(one -> all.standing(one.id()).orElseThrow()).toList();
    }

    private static long measured(List<Commitment> commitments) {
        return commitments.stream()
                .filter(one -> one.nature() instanceof Commitment.Nature.Measured)
                .count();
    }

    private static int differences(Report report, List<Oracle.Ask> asks, List<Standing> ours, List<Standing> theirs) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        int differ = 0;
        for (int i = 0; i < asks.size(); i++) {
            counts.merge(ours.get(i), 1, Integer::sum);
            if (ours.get(i) != theirs.get(i)) {
                Oracle.Ask ask = asks.get(i);
                if (differ < SHOWN) {
                    report.row(
                            ask.commitment().id().toString(),
                            "",
                            ask.world() + ", " + ask.known(),
                            "SQL: " + theirs.get(i) + ", register: " + ours.get(i));
                }
                differ++;
            }
        }
        report.row("how they stood", "", "", counts.toString());
        report.row("questions on which the two differ", String.valueOf(differ), "of " + asks.size(), "");
        return differ;
    }
}
