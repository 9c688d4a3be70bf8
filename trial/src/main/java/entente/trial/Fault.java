package entente.trial;

/// What goes wrong with a sensor or a recorder.
public enum Fault {
    NONE,
    /// One sensor gives the same value for ever.
    DEAD,
    /// One sensor's cable is broken: it hears nothing but itself.
    DEAF,
    /// One sensor is driven to the end of its range.
    CLIPPED,
    /// One chassis sensor has come off the frame: at most a tenth of the motion is left, with
    /// rattling of its own.
    UNGLUED,
    /// One chassis sensor is behind the others by 0.25 to 2 s.
    LATE,
    /// The recorder stops for 0.1 to 5 s, within the first 8 s.
    GAP,
    /// Up to 5 s of samples of one sensor are missing, from within the first 8 s on.
    MISSING,
    /// The ground sensor and a chassis sensor are exchanged.
    SWAPPED
}
