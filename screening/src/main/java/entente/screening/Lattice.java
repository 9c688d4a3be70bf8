package entente.screening;

/// Points that fill a cube of many dimensions evenly, always the same: a lattice of rank one
/// (Korobov). Every dimension by itself has each of its values once.
final class Lattice {
    static final int POINTS = 509;
    private static final int GENERATOR = 268;
    private final int[] multipliers;

    Lattice(int dimensions) {
        multipliers = new int[dimensions];
        int multiplier = 1;
        for (int i = 0; i < dimensions; i++) {
            multipliers[i] = multiplier;
            multiplier = multiplier * GENERATOR % POINTS;
        }
    }

    /// Between 0 and 1, both excluded.
    double at(int point, int dimension) {
        return (point * multipliers[dimension] % POINTS + 0.5) / POINTS;
    }

    /// As many standard deviations from the mean as leave a share of a normal distribution below: the
    /// logistic approximation of Page (1977), within 0.02 between -2 and 2.
    static double normal(double share) {
        double y = -Math.log(1 / share - 1) / 1.5958;
        double z = y;
        for (int i = 0; i < 4; i++) {
            z -= (z + 0.044715 * z * z * z - y) / (1 + 3 * 0.044715 * z * z);
        }
        return z;
    }
}
