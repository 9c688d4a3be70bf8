package entente.record;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Work that needs no order, done ahead on every core; and its ends, taken in order on one thread.
final class Ahead {
    /// Enough to keep the cores busy, and few enough to hold: of bundles, about 20 MB.
    private static final int WINDOW = 64;

    private Ahead() {}

    /// @param work may be called from several threads at once
    /// @param take is given the outcomes in order, and answers whether to go on
    /// @return whether it went on to the end
    /// @throws RuntimeException what the work threw, once all that comes before it was taken and nothing is at work
    static <P, R> boolean each(Iterator<P> of, Function<P, R> work, Predicate<R> take) {
        List<P> window = new ArrayList<>(WINDOW);
        while (of.hasNext()) {
            window.add(of.next());
            if (window.size() == WINDOW || !of.hasNext()) {
                for (Supplier<R> outcome :
                        window.parallelStream().map(one -> done(work, one)).toList()) {
                    if (!take.test(outcome.get())) {
                        return false;
                    }
                }
                window.clear();
            }
        }
        return true;
    }

    /// Trouble is kept for the place where its outcome is taken: thrown at once it would leave the others at work on
    /// what the caller is about to close.
    private static <P, R> Supplier<R> done(Function<P, R> work, P one) {
        try {
            R outcome = work.apply(one);
            return () -> outcome;
        } catch (RuntimeException trouble) {
            return () -> {
                throw trouble;
            };
        }
    }
}
