package entente.bench;

import java.util.List;

/// Numbers that look like chance and follow from a seed alone, the same on every machine: SplitMix64.
final class Chance {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long state;

    Chance(long seed) {
        this.state = seed;
    }

    /// Independent numbers for the place `index` of a sequence with this seed.
    static Chance at(long seed, long index) {
        return new Chance(mix(mix(seed) + STEP * (index + 1)));
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private long next() {
        state += STEP;
        return mix(state);
    }

    /// From 0 up to and without 1.
    double share() {
        return (next() >>> 11) * 0x1p-53;
    }

    /// From 0 up to and without `bound`.
    int number(int bound) {
        return (int) (share() * bound);
    }

    /// From `low` to `high`, both inclusive.
    int between(int low, int high) {
        return low + number(high - low + 1);
    }

    boolean percent(double percent) {
        return share() * 100 < percent;
    }

    <T> T one(List<T> of) {
        return of.get(number(of.size()));
    }

    /// One of these, each as often as it weighs.
    <T> T one(List<T> of, int... weights) {
        return of.get(weighted(weights));
    }

    /// The place of one of the weights, each as often as it weighs.
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = number(sum);
        int place = 0;
        while (left >= weights[place]) {
            left -= weights[place];
            place++;
        }
        return place;
    }
}
