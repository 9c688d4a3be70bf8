package entente.recordings;

/// What a recording says of how it was made: by which clock, how the sensors were calibrated, and whether it is
/// invented. `calibration` and `note` are free text of at most 1000 characters, for people.
public record About(Clock clock, String calibration, String note, boolean simulated) {
    /// Where a file says nothing.
    public static final About UNKNOWN = new About(Clock.UNKNOWN, "", "", false);

    private static final int LONGEST = 1000;

    public About {
        if (calibration.length() > LONGEST || note.length() > LONGEST) {
            throw new IllegalArgumentException("a text about a recording has at most 1000 characters, had: "
                    + Math.max(calibration.length(), note.length()));
        }
    }

    /// What set the clock of the recorder.
    public enum Clock {
        /// The file does not say.
        UNKNOWN,
        /// The recorder's own quartz, set by hand.
        RECORDER,
        /// The network time protocol: right to some milliseconds.
        NTP,
        /// IEEE 1588, the precision time protocol.
        PTP,
        /// A satellite receiver.
        GNSS
    }
}
