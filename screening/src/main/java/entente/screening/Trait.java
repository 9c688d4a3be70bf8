package entente.screening;

import java.util.List;

/// What is worked out of the signal at each look. More of it is further from what an empty, quiet
/// stop gives.
enum Trait {
    /// How much of what the ground does not explain is common to the chassis sensors (logarithm of
    /// the share).
    ENERGY,
    /// The same from 8 to 15 Hz, where the wind does nothing.
    HIGH,
    /// How well what they have in common is followed by beats (see [Pulse]).
    BEAT,
    /// How much its strongest half second stands above the usual one, while the ground is quiet
    /// (logarithm of the size, 8 to 15 Hz).
    MOVEMENT,
    /// How far the sharpest line stands above its neighbourhood (logarithm of the power): a
    /// machine.
    LINE,
    /// How much of it is slower than 3 Hz (logarithm of the power): wind, or a vehicle that still
    /// rocks.
    SWAY,
    /// How strong the pressure of the air beside the vehicle is up to 4 Hz (logarithm of the
    /// power).
    WIND,
    /// How well the ground is followed by beats: steps.
    STEPS,
    /// How much what they have in common swells when the ground does (correlation, 0 to 1): steps,
    /// and whatever else comes from outside by a way of its own.
    ECHO,
    /// How much of what they have in common moves them as the ground does (about 0 to 1).
    ALONG,
    /// How little the ground explains in the stretch in which it explains most (logarithm of the
    /// share not explained): it is not heard by the ground sensor.
    UNHEARD,
    /// How little the worst chassis sensor has to do with the ground, and how faint it is
    /// (logarithms of the share not explained, and of the size below the median of all).
    ASIDE,
    /// How much the faintest chassis sensor is below the median of all (logarithm of the power).
    FAINT,
    /// How far one chassis sensor is behind or before the others (seconds).
    LATE,
    /// How much more of the high frequencies one chassis sensor has than the ground has (logarithm
    /// of the power).
    SHRILL;

    /// Those that speak of a sensor, and not of what is in the vehicle.
    static final List<Trait> BEARINGS = List.of(ASIDE, FAINT, LATE, SHRILL);

    /// The value at which there is nothing left to ask of chance: the ground explains next to
    /// nothing.
    double all() {
        return this == UNHEARD ? Math.log(0.95) : Double.POSITIVE_INFINITY;
    }

    /// Where it stands in lists of traits.
    @SuppressWarnings("EnumOrdinal") // a history that was written with other traits is refused by their number
    int place() {
        return ordinal();
    }
}
