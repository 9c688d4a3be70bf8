package entente.bench.plain;

import java.util.List;
import java.util.Map;

/// A fact as far as it bears on one clause. Days are counted from 1970-01-01; amounts and counts are hundredths.
public final class Deed {
    private final int clause;
    private final int commitment;
    private final String kind;
    private final long first;
    private final long last;
    private final boolean dated;
    private final Map<String, List<String>> tags;
    private final Map<String, Long> figures;

    /// @param commitment the only one of the clause that it bears on, or -1 for all of them
    /// @param figures what it gives, by `GBP/paid` or the word for what is counted; nothing that may not count
    public Deed(
            int clause,
            int commitment,
            String kind,
            long first,
            long last,
            boolean dated,
            Map<String, List<String>> tags,
            Map<String, Long> figures) {
        this.clause = clause;
        this.commitment = commitment;
        this.kind = kind;
        this.first = first;
        this.last = last;
        this.dated = dated;
        this.tags = tags;
        this.figures = figures;
    }

    public int getClause() {
        return clause;
    }

    public int getCommitment() {
        return commitment;
    }

    public String getKind() {
        return kind;
    }

    public long getFirst() {
        return first;
    }

    public long getLast() {
        return last;
    }

    public boolean isDated() {
        return dated;
    }

    Map<String, List<String>> tags() {
        return tags;
    }

    Map<String, Long> figures() {
        return figures;
    }
}
