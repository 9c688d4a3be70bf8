package entente.node.lane;

import entente.screening.Hold;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The words by which forms and messages name the kinds of vehicle.
public final class Vehicles {
    private Vehicles() {}

    /// Such as `refrigerated-trailer`.
    public static String code(Hold.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind of a word; empty where there is none of it.
    public static Optional<Hold.Kind> kind(String code) {
        return Arrays.stream(Hold.Kind.values())
                .filter(kind -> code(kind).equals(code))
                .findFirst();
    }
}
