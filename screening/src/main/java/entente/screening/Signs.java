package entente.screening;

/// How much likelier each trait is with a person in the vehicle than without, as a natural
/// logarithm.
///
/// Without: the distribution of Gumbel that the lane's empty stops gave. With: anything from the
/// usual value of empty stops to the most that the trait can reach, equally likely, because a
/// person may be as strong or as far as they like. A person shows by energy, with or without beats
/// that can be followed, by beats alone, or by movement; a quarter each.
record Signs(double energy, double beat, double movement) {
    /// How far the traits go: all in common; beats as clear as the clearest of those of chests; a
    /// blow.
    private static final double MOST_ENERGY = 0;

    private static final double MOST_BEAT = 0.5;
    private static final double MOST_MOVEMENT = 6;

    private static final double MOST = 60;

    /// Wind is mostly slower than 3 Hz (logarithm of the power there over that above). A heart that
    /// is a little slow as well is not wind, however quiet the lane is otherwise.
    private static final double LEAST_SWAY = -1.5;

    /// The share of a heart's power that the largest eigenvalue gathers: it couples to some sensors
    /// and bands better than to others.
    private static final double GATHERED = 0.5;

    /// The spread of the logarithm of the common share from vehicle to vehicle.
    private static final double SPREAD = 0.25;

    /// In an early look only movement counts, and in wind only what is quicker than wind: from 8 Hz
    /// on, and movement. Where lines cover bins (`spared` is the share of those that none covers),
    /// beats do not count: what is left between lines beats by itself.
    static Signs of(History history, int stretches, float[] traits, double spared) {
        double movement = ratio(history, stretches, traits, Trait.MOVEMENT, MOST_MOVEMENT, 1);
        if (Look.early(stretches)) {
            return new Signs(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, movement);
        }
        boolean windy = windy(history, stretches, traits);
        return new Signs(
                ratio(history, stretches, traits, windy ? Trait.HIGH : Trait.ENERGY, MOST_ENERGY, spared),
                windy || spared < 1
                        ? Double.NEGATIVE_INFINITY
                        : ratio(history, stretches, traits, Trait.BEAT, MOST_BEAT, 1),
                movement);
    }

    static boolean windy(History history, int stretches, float[] traits) {
        double sway = traits[Trait.SWAY.place()];
        return sway > LEAST_SWAY && history.suspect(stretches, Trait.SWAY, sway)
                || history.odd(stretches, Trait.WIND, traits[Trait.WIND.place()]);
    }

    /// What movement alone says, as the total does where there is nothing else.
    double moving() {
        return movement + Math.log(0.25);
    }

    /// Of fewer bins than the empty stops had chance goes further, by the root.
    private static double ratio(
            History history, int stretches, float[] traits, Trait trait, double most, double spared) {
        Tail chance = history.tail(stretches, trait);
        double usual = chance.passedWith(0.5);
        // Less than empty stops have on average is no more of a reason against than that is.
        double value = Math.clamp(traits[trait.place()], usual, Math.max(usual, most));
        double further = usual + (value - usual) * Math.sqrt(spared);
        double width = Math.max(most - usual, 2 * chance.scale());
        return Math.min(MOST, -Math.log(width) - chance.logDensity(further));
    }

    double total() {
        double most = Math.max(0, Math.max(energy, Math.max(energy + beat, Math.max(beat, movement))));
        return most
                + Math.log(0.25
                        * (Math.exp(energy - most)
                                + Math.exp(energy + beat - most)
                                + Math.exp(beat - most)
                                + Math.exp(movement - most)));
    }

    /// The ratio of signal to noise, as amplitudes, of a heart that is found with a probability of
    /// 90 % when so many stretches were seen; infinite where none is. It is found by energy alone
    /// here: what its beats add is not counted on.
    static double found(History history, int stretches, double spared) {
        Tail chance = history.tail(stretches, Trait.ENERGY);
        double low = chance.passedWith(0.5);
        double high = MOST_ENERGY;
        float[] traits = new float[Trait.values().length];
        java.util.Arrays.fill(traits, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            traits[Trait.ENERGY.place()] = (float) middle;
            if (of(history, stretches, traits, spared).total() >= history.threshold()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double empty = Math.exp(chance.passedWith(0.5));
        double share = (Math.exp(high + 1.2816 * SPREAD) - empty) / ((1 - empty) * GATHERED);
        return high > -1e-3 || share >= 1 ? Double.POSITIVE_INFINITY : Math.sqrt(share / (1 - share));
    }
}
