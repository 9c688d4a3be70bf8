package entente.agreement;

import java.util.Comparator;

/// A clause's name across all agreements, written `calais-2014/c02-fund`.
public record ClauseId(String agreement, String clause) implements Comparable<ClauseId> {
    public ClauseId {
        Slug.check(agreement);
        Slug.check(clause);
    }

    public CommitmentId commitment(String commitment) {
        return new CommitmentId(this, commitment);
    }

    @Override
    public int compareTo(ClauseId other) {
        return Comparator.comparing(ClauseId::agreement)
                .thenComparing(ClauseId::clause)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return agreement + "/" + clause;
    }
}
