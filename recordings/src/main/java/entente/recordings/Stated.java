package entente.recordings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a person says of files that do not say it themselves.
///
/// `lane` names the place. `chassis`, `ground` and `beside` name the channels that are clamped to the frame, that stand
/// on the ground, and that measure the pressure of the air; where all three are empty, the names of the channels
/// decide. `rateHz` is in samples a second. `unit` is the unit of channels of which the file gives none, such as
/// `m/s`, and `countsPerUnit` how many counts of the file are one of it.
public record Stated(
        Optional<String> lane,
        List<String> chassis,
        List<String> ground,
        List<String> beside,
        OptionalDouble rateHz,
        Optional<String> unit,
        OptionalDouble countsPerUnit) {
    public Stated {
        chassis = List.copyOf(chassis);
        ground = List.copyOf(ground);
        beside = List.copyOf(beside);
    }

    /// Where the files say all of it.
    public static Stated nothing() {
        return new Stated(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    boolean placed() {
        return !(chassis.isEmpty() && ground.isEmpty() && beside.isEmpty());
    }
}
