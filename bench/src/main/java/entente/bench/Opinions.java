package entente.bench;

import entente.agreement.Agreement;
import entente.agreement.Commitment;
import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The register and the SQL oracle on the same questions about the same invented record.
final class Opinions {
    private static final int SHOWN = 20;

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
            List<Oracle.Ask> asks = Oracle.asks(chance, covered, count);
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
                    "DuckDB, " + count + " questions in one query",
                    Report.rounds(0, 1, () -> theirs.addAll(oracle.standings())),
                    "which facts count for which test was worked out before");
            List<Standing> ours = new ArrayList<>();
            report.time(
                    "the register, " + count + " questions one by one, with proofs",
                    Report.rounds(0, 1, () -> ours.addAll(Oracle.answers(register, asks))),
                    "one core");
            return differences(report, asks, ours, theirs) == 0;
        }
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
