package entente.agreement;

import java.util.Comparator;

/// A commitment's name across all agreements, written `calais-2014/c02-fund/k1`.
public record CommitmentId(ClauseId clause, String commitment) implements Comparable<CommitmentId> {
    public CommitmentId {
        Slug.check(commitment);
    }

    /// @throws IllegalArgumentException for anything but three slugs with a stroke between them
    public static CommitmentId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a commitment is named agreement/clause/commitment, was: " + text);
        }
        return new ClauseId(parts[0], parts[1]).commitment(parts[2]);
    }

    @Override
    public int compareTo(CommitmentId other) {
        return Comparator.comparing(CommitmentId::clause)
                .thenComparing(CommitmentId::commitment)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return clause + "/" + commitment;
    }
}
