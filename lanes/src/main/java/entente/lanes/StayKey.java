package entente.lanes;

import java.util.Optional;

/// Which vehicle: it is the key of every message about it, `LANE/STOP`.
///
/// The lane is that of the recorder's header, 1 to 64 characters. The stop, 1 to 64 letters, digits and `.:_-`, is
/// another for
/// each vehicle, for instance the time at which it stopped.
public record StayKey(String lane, String stop) {
    static final int LONGEST = 64;

    public StayKey {
        if (lane.isBlank() || lane.length() > LONGEST) {
            throw new IllegalArgumentException("a lane has 1 to 64 characters, was: [" + lane + "]");
        }
        if (!stop.matches("[A-Za-z0-9.:_-]{1,64}")) {
            throw new IllegalArgumentException("a stop has 1 to 64 letters, digits and .:_-, was: [" + stop + "]");
        }
    }

    /// Empty where the text is not the key of a stay.
    static Optional<StayKey> read(String text) {
        int cut = text.lastIndexOf('/');
        if (cut < 0 || text.length() > 2 * LONGEST + 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StayKey(text.substring(0, cut), text.substring(cut + 1)));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return lane + "/" + stop;
    }
}
