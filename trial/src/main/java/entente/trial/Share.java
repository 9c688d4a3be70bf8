package entente.trial;

/// How often something was so in independent trials, and between what limits its probability lies.
///
/// The limits are those of Wilson (J. Am. Stat. Assoc. 22, 1927) at 95 %. They are for the chance
/// of the draw: they say nothing of people, vehicles and places that were not drawn from.
public record Share(int found, int of) {
    private static final double Z = 1.959964;

    public Share {
        if (found < 0 || found > of) {
            throw new IllegalArgumentException(found + " of " + of);
        }
    }

    /// The share; NaN where there was no trial.
    public double value() {
        return (double) found / of;
    }

    /// The lower limit; 0 where there was no trial.
    public double low() {
        return of == 0 ? 0 : Math.max(0, middle() - half());
    }

    /// The upper limit; 1 where there was no trial.
    public double high() {
        return of == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double share = value();
        return Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }
}
