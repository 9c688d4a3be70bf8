package entente.agreement;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The newest wording of every agreement, with the commitments and clauses found again by their names. It never
/// changes.
final class Texts {
    static final Texts NONE = new Texts(new TreeMap<>());

    private final SortedMap<String, Agreement> agreements;
    private final List<Agreement> inOrder;
    private final Map<CommitmentId, Commitment> commitments = new HashMap<>();
    private final Map<ClauseId, List<CommitmentId>> clauses = new HashMap<>();

    private Texts(SortedMap<String, Agreement> agreements) {
        this.agreements = agreements;
        this.inOrder = agreements.values().stream()
                .sorted(Comparator.comparing(Agreement::begins).thenComparing(Agreement::id))
                .toList();
        for (Agreement agreement : inOrder) {
            agreement
                    .clauses()
                    .forEach(clause -> clauses.put(
                            clause.id(),
                            clause.commitments().stream().map(Commitment::id).toList()));
            agreement.commitments().forEach(commitment -> commitments.put(commitment.id(), commitment));
        }
    }

    /// These in the place of those of the same id.
    Texts with(Collection<Agreement> more) {
        if (more.isEmpty()) {
            return this;
        }
        SortedMap<String, Agreement> all = new TreeMap<>(agreements);
        more.forEach(agreement -> all.put(agreement.id(), agreement));
        return new Texts(all);
    }

    /// In the order of their signature.
    List<Agreement> inOrder() {
        return inOrder;
    }

    @Nullable
    Agreement agreement(String id) {
        return agreements.get(id);
    }

    @Nullable
    Commitment commitment(CommitmentId id) {
        return commitments.get(id);
    }

    Collection<Commitment> commitments() {
        return commitments.values();
    }

    /// Of one clause, in the order of the text.
    List<CommitmentId> commitments(ClauseId clause) {
        return clauses.getOrDefault(clause, List.of());
    }

    boolean has(ClauseId clause) {
        return clauses.containsKey(clause);
    }

    boolean has(CommitmentId commitment) {
        return commitments.containsKey(commitment);
    }
}
