package entente.agreement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing told, at its place in the order of telling, with what was told to displace it. `fact` is null where it
/// is a retraction.
///
/// A register of `size` things shows those at the places below `size`: everything here is asked for one size and one
/// known date, in days since 1970.
final class Telling {
    /// By the last day on which it happened, then by id: the order in which facts count.
    static final Comparator<Telling> BY_LAST_DAY = Telling::compareLastDay;

    private static final Telling[] NONE = {};

    final Held held;
    final @Nullable Fact fact;
    private final int place;
    /// Days since 1970, here in one place: a standing looks at very many tellings.
    private final int known;

    private final int last;
    private final String id;
    private volatile Telling[] displacers = NONE;

    Telling(int place, Held held) {
        this.place = place;
        this.held = held;
        this.known = (int) held.known().toEpochDay();
        this.fact = held.told().tells().orElse(null);
        this.last = fact == null ? known : (int) fact.happened().last().toEpochDay();
        this.id = fact == null ? "" : fact.id();
    }

    private static int compareLastDay(Telling one, Telling other) {
        return one.last != other.last ? Integer.compare(one.last, other.last) : one.id.compareTo(other.id);
    }

    boolean before(int size) {
        return place < size;
    }

    private boolean told(int size, long day) {
        return place < size && known <= day;
    }

    /// Told by then, and neither corrected nor retracted by then.
    boolean stands(int size, long day) {
        return told(size, day) && !displaced(size, day);
    }

    boolean displaced(int size, long day) {
        for (Telling one : displacers) {
            // A correction that was itself retracted is as if never told, so that what it corrected stands again.
            if (one.told(size, day) && (one.fact == null || !one.retracted(size, day))) {
                return true;
            }
        }
        return false;
    }

    private boolean retracted(int size, long day) {
        for (Telling one : displacers) {
            if (one.fact == null && one.told(size, day)) {
                return true;
            }
        }
        return false;
    }

    /// Whether something displaces it on a later day. Only on a day on which a displacer becomes known can that begin.
    boolean displacedAfter(int size, long day) {
        for (Telling one : displacers) {
            if (one.place < size && one.known > day && displaced(size, one.known)) {
                return true;
            }
        }
        return false;
    }

    /// What corrected or retracted it, in the order of telling, whenever it was known.
    List<Held> displacers(int size) {
        return Arrays.stream(displacers)
                .filter(one -> one.place < size)
                .map(one -> one.held)
                .toList();
    }

    /// Only the one that makes an archive longer may add to it.
    void displacedBy(Telling later) {
        Telling[] more = Arrays.copyOf(displacers, displacers.length + 1);
        more[more.length - 1] = later;
        displacers = more;
    }
}
