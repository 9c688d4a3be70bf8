package entente.screening;

import java.util.List;

/// What is worked out of the signal at each look. More of it is further from what an empty, quiet stop gives.
enum Trait {
    /// How much of what the ground does not explain is common to the chassis sensors (logarithm of the share).
    ENERGY,
    /// How little the worst chassis sensor has to do with the ground (logarithm of the share not explained).
    ASIDE,
    /// How much the faintest chassis sensor is below the median of all (logarithm of the power).
    FAINT,
    /// How far one chassis sensor is behind or before the others (seconds).
    LATE,
    /// How much more of the high frequencies one chassis sensor has than the ground has (logarithm of the power).
    SHRILL;

    /// Those that speak of a sensor, and not of what is in the vehicle.
    static final List<Trait> BEARINGS = List.of(ASIDE, FAINT, LATE, SHRILL);

    /// Where it stands in lists of traits.
    @SuppressWarnings("EnumOrdinal") // a history that was written with other traits is refused by their number
    int place() {
        return ordinal();
    }
}
