package entente.screening;

import java.util.Arrays;

/// What a lane's empty stops say of how far chance goes: the distribution of Gumbel (1958) for the
/// largest of many, fitted by L-moments (Hosking, J. R. Stat. Soc. B 52, 1990). Location and scale
/// are in the unit of the values.
record Tail(double location, double scale) {
    private static final double EULER = 0.5772156649015329;

    static Tail of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double mean = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            mean += sorted[i] / n;
            second += (2.0 * i - n + 1) / (n - 1) * sorted[i] / n;
        }
        double scale = Math.max(second / Math.log(2), 1e-9 * (1 + Math.abs(mean)));
        return new Tail(mean - EULER * scale, scale);
    }

    /// The value that chance passes with the given probability.
    double passedWith(double probability) {
        return location - scale * Math.log(-Math.log1p(-probability));
    }

    /// How many scales the value lies above the location.
    double standard(double value) {
        return (value - location) / scale;
    }

    /// The logarithm of the density at the value.
    double logDensity(double value) {
        double z = standard(value);
        return -Math.log(scale) - z - Math.exp(-z);
    }

    /// The value that the upper tail of these passes with the given probability: an exponential
    /// above the highest fifth (Pickands 1975, with no bend).
    static double passedWith(double[] values, double probability) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int from = (int) Math.floor(0.8 * sorted.length);
        double base = sorted[from];
        double excess = 0;
        for (int i = from; i < sorted.length; i++) {
            excess += (sorted[i] - base) / (sorted.length - from);
        }
        return base + excess * Math.log(0.2 / probability);
    }

    static double median(double[] values) {
        double[] some = values.clone();
        int half = some.length / 2;
        double upper = select(some, half);
        if (some.length % 2 == 1) {
            return upper;
        }
        double lower = some[0];
        for (int i = 1; i < half; i++) {
            lower = Math.max(lower, some[i]);
        }
        return (lower + upper) / 2;
    }

    /// The value that would be at this place if they were sorted; what ends up before it is no
    /// larger (Hoare, Comm. ACM 4, 1961, algorithm 65).
    private static double select(double[] values, int place) {
        int from = 0;
        int until = values.length - 1;
        while (from < until) {
            double middle = values[place];
            int low = from;
            int high = until;
            while (low <= high) {
                while (Double.compare(values[low], middle) < 0) {
                    low++;
                }
                while (Double.compare(values[high], middle) > 0) {
                    high--;
                }
                if (low <= high) {
                    double held = values[low];
                    values[low++] = values[high];
                    values[high--] = held;
                }
            }
            from = high < place ? low : from;
            until = low > place ? high : until;
        }
        return values[place];
    }
}
