package entente.bench.plain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One period of one promise: what counts for it, and how it stands by what that comes to.
public final class Row {
    private static final int KEPT = 0;
    private static final int KEPT_LATE = 1;
    private static final int ON_COURSE = 2;
    private static final int NOT_YET_DUE = 3;
    private static final int NO_EVIDENCE = 4;
    private static final int LATE = 6;
    private static final int BROKEN = 7;

    private final int number;
    private final int commitment;
    private final int clause;
    private final String figure;
    private final boolean each;
    private final boolean cap;
    private final boolean open;
    private final long begins;
    private final long first;
    private final long last;
    private final long lapses;
    private final long bound;
    private final Set<String> kinds;
    private final Map<String, Set<String>> only;
    private final Map<String, Set<String>> never;
    private final long windowFirst;
    private final long windowLast;

    /// @param figure what is added: `GBP/paid`, the word for what is counted, or empty for the facts themselves
    /// @param lapses the day after which it is broken; the largest number for none
    public Row(
            int number,
            int commitment,
            int clause,
            String figure,
            boolean each,
            boolean cap,
            boolean open,
            long begins,
            long first,
            long last,
            long lapses,
            long bound,
            Set<String> kinds,
            Map<String, Set<String>> only,
            Map<String, Set<String>> never,
            long windowFirst,
            long windowLast) {
        this.number = number;
        this.commitment = commitment;
        this.clause = clause;
        this.figure = figure;
        this.each = each;
        this.cap = cap;
        this.open = open;
        this.begins = begins;
        this.first = first;
        this.last = last;
        this.lapses = lapses;
        this.bound = bound;
        this.kinds = kinds;
        this.only = only;
        this.never = never;
        this.windowFirst = windowFirst;
        this.windowLast = windowLast;
    }

    public int getNumber() {
        return number;
    }

    public int getCommitment() {
        return commitment;
    }

    public int getClause() {
        return clause;
    }

    /// Whether a deed on the same clause counts, in a world as it stands on a day.
    public boolean counts(Deed deed, long world) {
        if (deed.getCommitment() >= 0 && deed.getCommitment() != commitment
                || !figure.isEmpty() && !deed.figures().containsKey(figure)
                || !kinds.isEmpty() && !kinds.contains(deed.getKind())
                || deed.getLast() < begins
                || deed.getLast() > world) {
            return false;
        }
        if (windowFirst != Long.MIN_VALUE
                && !(deed.isDated() && deed.getFirst() >= windowFirst && deed.getLast() <= windowLast)) {
            return false;
        }
        if (each && !(deed.isDated() && deed.getFirst() >= first && deed.getLast() <= last)) {
            return false;
        }
        for (Map.Entry<String, Set<String>> one : only.entrySet()) {
            List<String> named = deed.tags().get(one.getKey());
            if (named == null || !one.getValue().containsAll(named)) {
                return false;
            }
        }
        for (Map.Entry<String, Set<String>> one : never.entrySet()) {
            List<String> named = deed.tags().get(one.getKey());
            if (named != null && named.stream().anyMatch(one.getValue()::contains)) {
                return false;
            }
        }
        return true;
    }

    /// What a deed that counts gives.
    public long given(Deed deed) {
        return figure.isEmpty() ? 100 : deed.figures().get(figure);
    }

    /// What it gives by the end of the period, whose deeds may come later.
    public long inTime(Deed deed) {
        return deed.getLast() <= last ? given(deed) : 0;
    }

    /// 1 where it is over by the end of the period.
    public int early(Deed deed) {
        return deed.getLast() <= last ? 1 : 0;
    }

    /// How it stands: numbered from 0, kept, to 7, broken.
    public int standing(long counted, long early, long inTime, long all, long world) {
        if (each) {
            if (world < first || counted == 0) {
                return world > last ? NO_EVIDENCE : NOT_YET_DUE;
            }
            if (cap) {
                return all > bound ? BROKEN : world > last ? KEPT : ON_COURSE;
            }
            return all >= bound ? KEPT : world <= last ? ON_COURSE : world > lapses ? BROKEN : LATE;
        }
        if (counted == 0 || cap && early == 0) {
            return world > last || open && world >= begins ? NO_EVIDENCE : NOT_YET_DUE;
        }
        if (cap) {
            return inTime > bound ? BROKEN : world > last ? KEPT : ON_COURSE;
        }
        if (inTime >= bound) {
            return KEPT;
        }
        if (world <= last) {
            return ON_COURSE;
        }
        return all >= bound ? KEPT_LATE : world > lapses ? BROKEN : LATE;
    }

    /// What a deed gives before it can no longer make good.
    public long inTheEnd(Deed deed) {
        return deed.getLast() <= lapses || each ? given(deed) : 0;
    }
}
