package entente.screening;

import entente.terms.Words;

/// Why a screening cannot tell, in a sentence that also says what to do.
///
/// `code` is a word for programs; `sensor` is the name of the sensor that is at fault, empty where it is none.
public record Reason(Code code, String sensor, Words sentence) {

    /// The kinds of reason.
    public enum Code {
        SENSOR_DEAD,
        SENSOR_CLIPPED,
        SENSOR_LOOSE,
        SENSOR_LATE,
        SENSOR_SWAPPED,
        GAP,
        TOO_SHORT,
        TOO_LOUD,
        ENGINE,
        STEPS,
        NO_GROUND,
        NO_HISTORY,
        UNDECIDED
    }
}
