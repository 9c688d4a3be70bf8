package entente.node.web;

import entente.agreement.Commitment;
import entente.agreement.CommitmentId;
import entente.agreement.Proof;
import entente.agreement.Standing;
import entente.agreement.Standings;
import entente.node.Snapshot;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How commitments stand on the day of one page, each worked out once. It serves one request, on one thread.
final class Proofs {
    private final Snapshot snapshot;
    private final LocalDate day;
    private final Map<CommitmentId, Proof> proofs = new HashMap<>();
    private @Nullable Standings all;

    Proofs(Snapshot snapshot, LocalDate day) {
        this.snapshot = snapshot;
        this.day = day;
    }

    Proof of(Commitment commitment) {
        return proofs.computeIfAbsent(commitment.id(), id -> snapshot.register().standing(id, day, day));
    }

    /// For pages that show how all commitments stand, and no proof.
    Standing standing(Commitment commitment) {
        Proof known = proofs.get(commitment.id());
        return known != null
                ? known.standing()
                : all().standing(commitment.id())
                        .orElseThrow(
                                () -> new IllegalArgumentException("no agreement on record has " + commitment.id()));
    }

    private Standings all() {
        Standings table = all == null ? snapshot.standings() : all;
        if (table == null || !table.known().equals(day)) {
            table = Standings.of(snapshot.register(), day, day);
        }
        all = table;
        return table;
    }
}
