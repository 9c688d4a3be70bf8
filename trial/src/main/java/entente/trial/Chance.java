package entente.trial;

import java.util.stream.IntStream;

/// Numbers as if by chance, always the same from the same seed (SplitMix64: Steele, Lea and Flood,
/// OOPSLA 2014).
public final class Chance {
    private long state;

    public Chance(long seed) {
        this.state = seed;
    }

    /// Another source, that depends on this one's seed and the number alone.
    Chance of(long number) {
        return new Chance(new Chance(state ^ (number * 0xD1B54A32D192ED03L)).next());
    }

    /// A seed that depends on these numbers, and on nothing else.
    public static long seed(long... numbers) {
        Chance chance = new Chance(0);
        for (long number : numbers) {
            chance = chance.of(number);
        }
        return chance.next();
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// At least 0 and below 1.
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    /// At least `from` and below `until`.
    double between(double from, double until) {
        return from + (until - from) * unit();
    }

    /// Between two values above zero, each factor being equally likely.
    double spread(double from, double until) {
        return from * Math.pow(until / from, unit());
    }

    /// 0 to count - 1.
    int below(int count) {
        return (int) (count * unit());
    }

    boolean in(double share) {
        return unit() < share;
    }

    /// Normal, mean 0, variance 1 (Box and Muller 1958).
    double normal() {
        return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
    }

    /// 0 to count - 1, each once (Fisher and Yates).
    int[] order(int count) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1);
            int one = order[i];
            order[i] = order[j];
            order[j] = one;
        }
        return order;
    }
}
