package entente.recordings;

import java.time.Instant;

/// Times as nanoseconds since 1970, which reach to the year 2262.
final class Times {
    private static final long FROM = Instant.parse("1970-01-01T00:00:00Z").getEpochSecond();
    private static final long UNTIL = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    private Times() {}

    /// Nanoseconds of a second that can be one of a recording.
    ///
    /// @throws Unusable if it is not between 1970 and 2200
    static long checked(String file, long second) {
        if (second < FROM || second >= UNTIL) {
            throw Unusable.of(
                    file,
                    "its time, " + second + " s after 1970, is not one of a recording",
                    "son heure, " + second + " s après 1970, n’est pas celle d’un enregistrement");
        }
        return second * 1_000_000_000L;
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
