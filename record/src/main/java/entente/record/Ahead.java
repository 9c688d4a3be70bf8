package entente.record;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Work that needs no order, done ahead on every core; and its ends, taken in order on one thread.
final class Ahead {
    /// Enough to keep the cores busy, and few enough to hold: of bundles, about 20 MB.
    private static final int WINDOW = 64;

    private Ahead() {}

    /// @param work may be called from several threads at once
    /// @param take is given the outcomes in order, and answers whether to go on
    /// @return whether it went on to the end
    static <P, R> boolean each(Iterator<P> of, Function<P, R> work, Predicate<R> take) {
        List<P> window = new ArrayList<>(WINDOW);
        while (of.hasNext()) {
            window.add(of.next());
            if (window.size() == WINDOW || !of.hasNext()) {
                for (R outcome : window.parallelStream().map(work).toList()) {
                    if (!take.test(outcome)) {
                        return false;
                    }
                }
                window.clear();
            }
        }
        return true;
    }
}
