package entente.screen;

import entente.recordings.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a person says of files that do not say it themselves.
final class Channels {
    @Option(
            names = "--chassis",
            split = ",",
            paramLabel = "NAME",
            description =
                    "the channels clamped to the frame; where two files have a channel of the same name, FILE:NAME")
    List<String> chassis = new ArrayList<>();

    @Option(names = "--ground", split = ",", paramLabel = "NAME", description = "the channels on the ground by a tyre")
    List<String> ground = new ArrayList<>();

    @Option(
            names = "--wind",
            split = ",",
            paramLabel = "NAME",
            description = "the channels that measure the pressure of the air")
    List<String> wind = new ArrayList<>();

    @Option(names = "--rate", paramLabel = "HZ", description = "samples a second, where the file does not say")
    @Nullable
    Double rate;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description =
                    "the unit of channels of which the file gives none: m/s, mm/s, um/s, nm/s, m/s2, mm/s2, g, mg")
    @Nullable
    String unit;

    @Option(names = "--counts", paramLabel = "N", description = "so many counts of the file are one of that unit")
    @Nullable
    Double counts;

    @Option(names = "--lane", paramLabel = "NAME", description = "the lane, where the file does not name it")
    @Nullable
    String lane;

    Stated stated() {
        checkPositive("--rate", rate);
        checkPositive("--counts", counts);
        if (lane != null && (lane.isBlank() || lane.length() > 64)) {
            throw new WrongUse("the name of a lane has 1 to 64 characters", "le nom d’une voie a de 1 à 64 caractères");
        }
        return new Stated(
                Optional.ofNullable(lane),
                chassis,
                ground,
                wind,
                rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
                Optional.ofNullable(unit),
                counts == null ? OptionalDouble.empty() : OptionalDouble.of(counts));
    }

    private static void checkPositive(String option, @Nullable Double value) {
        if (value != null && !(value > 0 && Double.isFinite(value))) {
            throw new WrongUse(
                    option + " is a number above 0, was " + value,
                    option + " est un nombre au-dessus de 0, et non " + value);
        }
    }
}
