package entente.screen;

import entente.screening.Hold;
import entente.screening.Hold.Input;
import entente.screening.Hold.Kind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a person knows of the load space. A value is a number, or a range such as 10..40.
final class Load {
    @Option(
            names = "--hold",
            paramLabel = "KIND",
            description = "work out how long people inside would have: refrigerated-trailer, dry-container, tanker,"
                    + " curtain-sider or van")
    @Nullable
    String kind;

    @Option(names = "--people", paramLabel = "N", description = "people in it, such as 1..60; a child is half of one")
    @Nullable
    String people;

    @Option(names = "--volume", paramLabel = "M3", description = "the empty load space in cubic metres, such as 85")
    @Nullable
    String volume;

    @Option(names = "--load", paramLabel = "PART", description = "the part of it that the load fills, such as 0.3..0.6")
    @Nullable
    String load;

    @Option(names = "--shut", paramLabel = "HOURS", description = "hours since the doors were shut, such as 3..5")
    @Nullable
    String shut;

    @Option(names = "--leak", paramLabel = "M3", description = "air exchanged in cubic metres an hour, such as 0..2")
    @Nullable
    String leak;

    /// The hold; none where nobody asks for the danger in it.
    Optional<Hold> hold() {
        if (kind == null) {
            if (people != null || volume != null || load != null || shut != null || leak != null) {
                throw new WrongUse(
                        "say what kind of vehicle it is: --hold refrigerated-trailer, for instance",
                        "dites de quelle sorte est le véhicule\u202F: --hold refrigerated-trailer, par exemple");
            }
            return Optional.empty();
        }
        Hold hold = Hold.of(kind(kind));
        hold = with(hold, Input.PEOPLE, people);
        hold = with(hold, Input.GROSS_M3, volume);
        hold = with(hold, Input.LOAD_SHARE, load);
        hold = with(hold, Input.HOURS_SHUT, shut);
        return Optional.of(with(hold, Input.LEAK_M3_PER_HOUR, leak));
    }

    private static Kind kind(String name) {
        for (Kind one : Kind.values()) {
            if (one.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return one;
            }
        }
        throw new WrongUse(
                "there is no kind " + name
                        + "; there are: refrigerated-trailer, dry-container, tanker, curtain-sider, van",
                "il n’y a pas de sorte " + name
                        + "\u202F; il y a\u202F: refrigerated-trailer, dry-container, tanker, curtain-sider, van");
    }

    private static Hold with(Hold hold, Input input, @Nullable String given) {
        if (given == null) {
            return hold;
        }
        int dots = given.indexOf("..");
        try {
            double low = Double.parseDouble(dots < 0 ? given : given.substring(0, dots));
            double high = Double.parseDouble(dots < 0 ? given : given.substring(dots + 2));
            return hold.with(input, low, high);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUse(
                    given + " is not possible for: " + input.words().en() + ". Give a number, or a range such as 1..5",
                    given + " n’est pas possible pour\u202F: " + input.words().fr()
                            + ". Donnez un nombre, ou une plage comme 1..5");
        }
    }
}
