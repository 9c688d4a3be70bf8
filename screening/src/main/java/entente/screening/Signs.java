package entente.screening;

/// How much likelier each trait is with a person in the vehicle than without, as a natural logarithm.
///
/// Without: the distribution of Gumbel that the lane's empty stops gave. With: people of unknown strength, all ratios
/// of
/// signal to noise from -9 to +12 dB being equally likely (steps of 3 dB); the traits spread about what such a ratio
/// gives on average.
record Signs(double energy) {
    private static final double FROM_DB = -9;
    private static final double UNTIL_DB = 12;
    private static final double STEP_DB = 3;

    /// The share of a heart's power that the largest eigenvalue gathers: it couples to some sensors better than to
    /// others.
    private static final double GATHERED = 0.7;

    /// The spread of the logarithm of the common share from vehicle to vehicle.
    private static final double SPREAD = 0.35;

    static Signs of(History history, int stretches, float[] traits) {
        Tail chance = history.tail(stretches, Trait.ENERGY);
        // Less than empty stops have on average is no more of a reason against than that is.
        double value = Math.max(traits[Trait.ENERGY.place()], chance.passedWith(0.5));
        double sum = 0;
        int count = 0;
        for (double db = FROM_DB; db <= UNTIL_DB; db += STEP_DB) {
            double z = (value - expected(chance, db)) / SPREAD;
            sum += Math.exp(-z * z / 2) / (SPREAD * Math.sqrt(2 * Math.PI));
            count++;
        }
        // Beyond the strongest of the family the evidence stays what it was for that one.
        double top = expected(chance, UNTIL_DB);
        double with = value > top ? 1 / (SPREAD * Math.sqrt(2 * Math.PI)) / count : sum / count;
        return new Signs(Math.clamp(Math.log(with + 1e-300) - chance.logDensity(value), -20, 50));
    }

    double total() {
        return energy;
    }

    /// The logarithm of the common share for a ratio of signal to noise per sensor.
    private static double expected(Tail chance, double db) {
        double ratio = Math.pow(10, db / 10);
        double empty = Math.exp(chance.passedWith(0.5));
        return Math.log(empty + (1 - empty) * GATHERED * ratio / (1 + ratio));
    }

    /// The ratio of signal to noise, as amplitudes, of a heart that is found with a probability of 90 % when so many
    /// stretches
    /// were seen; infinite where none is.
    static double found(History history, int stretches) {
        Tail chance = history.tail(stretches, Trait.ENERGY);
        double least = least(history, stretches, chance) + 1.2816 * SPREAD;
        double empty = Math.exp(chance.passedWith(0.5));
        double share = (Math.exp(least) - empty) / ((1 - empty) * GATHERED);
        return share >= 1 ? Double.POSITIVE_INFINITY : Math.sqrt(share / (1 - share));
    }

    /// The least energy that is taken for life.
    private static double least(History history, int stretches, Tail chance) {
        double low = chance.passedWith(0.5);
        double high = 0;
        float[] traits = new float[Trait.values().length];
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            traits[Trait.ENERGY.place()] = (float) middle;
            if (of(history, stretches, traits).total() >= history.threshold()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
