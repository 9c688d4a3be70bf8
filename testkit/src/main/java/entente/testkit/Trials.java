package entente.testkit;

import java.util.Random;
import java.util.function.Consumer;

/// Many runs of one property, each from a seed. A failing seed is named, and `-Dseed=N` runs that one alone.
public final class Trials {
    private Trials() {}

    /// Runs the property with seeds 0 to count - 1.
    ///
    /// @throws AssertionError that names the first failing seed
    public static void check(int count, Consumer<Random> property) {
        Long only = Long.getLong("seed");
        long first = only == null ? 0 : only;
        long until = only == null ? count : only + 1;
        for (long seed = first; seed < until; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("fails with -Dseed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
