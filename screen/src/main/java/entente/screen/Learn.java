package entente.screen;

import entente.recordings.Recording;
import entente.recordings.Stretch;
import entente.recordings.Unusable;
import entente.screening.Array;
import entente.screening.History;
import entente.screening.Screening;
import entente.terms.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Teaches a lane from recordings of vehicles that were known to be empty. Each file is one
/// vehicle; of each minute of it one empty stop is made.
@Command(
        name = "learn",
        description =
                "Teaches a lane: makes its history from recordings of vehicles known to be empty, at least 40 minutes"
                        + " of them. Each FILE is one vehicle.",
        mixinStandardHelpOptions = true)
final class Learn implements Callable<Integer> {
    /// A stop is a minute, and a little for the filters to fill.
    private static final double STOP_SECONDS = 62;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "a recording of a vehicle known to be empty")
    List<Path> files = new ArrayList<>();

    @Mixin
    Channels channels = new Channels();

    @Option(names = "--history", required = true, paramLabel = "FILE", description = "the new file for the history")
    Path history = Path.of("");

    private final List<Screening.Empty> stops = new ArrayList<>();
    private int incomplete;
    private @Nullable Array array;

    @Override
    public Integer call() {
        if (Files.exists(history)) {
            throw new WrongUse(
                    history + " is there already; name a new file, or remove it first",
                    history + " existe déjà\u202F; nommez un nouveau fichier, ou supprimez d’abord celui-ci");
        }
        boolean french = Terminal.language() == Language.FRENCH;
        for (Path file : files) {
            int before = stops.size();
            read(file);
            Terminal.ERR.println(Terminal.printable(
                    french
                            ? file + "\u202F: " + (stops.size() - before) + " arrêts à vide"
                            : file + ": " + (stops.size() - before) + " empty stops"));
        }
        if (stops.size() < History.LEAST_STOPS) {
            throw new WrongUse(
                    "these recordings give " + stops.size() + " empty stops of a minute without a fault, and "
                            + History.LEAST_STOPS + " are needed. Record more empty vehicles",
                    "ces enregistrements donnent " + stops.size()
                            + " arrêts à vide d’une minute sans défaut, et il en faut " + History.LEAST_STOPS
                            + ". Enregistrez d’autres véhicules vides");
        }
        Histories.write(history, History.of(stops));
        Terminal.OUT.println(told(french));
        return 0;
    }

    private String told(boolean french) {
        String left = incomplete == 0
                ? ""
                : french
                        ? " " + incomplete + " de plus, avec un défaut ou trop courts, ont été laissés de côté."
                        : " " + incomplete + " more, with a fault or too short, were left out.";
        String few = files.size() >= History.LEAST_STOPS
                ? ""
                : french
                        ? " Ils viennent "
                                + (files.size() == 1
                                        ? "d’un seul véhicule"
                                        : "de " + files.size() + " véhicules seulement")
                                + "\u202F: d’autres véhicules diffèrent plus entre eux. Ajoutez-en avant de"
                                + " vous y fier."
                        : " They are of " + (files.size() == 1 ? "one vehicle" : files.size() + " vehicles")
                                + " only: different vehicles differ more from one another. Add some before you rely"
                                + " on it.";
        return (french
                        ? history + "\u202F: l’historique de " + stops.size() + " arrêts à vide."
                        : history + ": the history of " + stops.size() + " empty stops.")
                + left
                + few;
    }

    private void read(Path file) {
        try (Recording recording = Recording.open(List.of(file), channels.stated())) {
            check(file, recording.array());
            Terminal terminal = new Terminal();
            Screening stop = Main.screening(recording.array(), History.none(), Optional.empty());
            double seconds = 0;
            for (Optional<Stretch> next = recording.next(); next.isPresent(); next = recording.next()) {
                stop.take(next.get().block());
                seconds += next.get().block().length() / recording.array().rateHz();
                if (seconds >= STOP_SECONDS) {
                    keep(stop.empty());
                    stop = Main.screening(recording.array(), History.none(), Optional.empty());
                    seconds = 0;
                }
                terminal.progress(recording);
            }
            if (seconds >= STOP_SECONDS - 2) {
                keep(stop.empty());
            }
            recording.remarks().forEach(Terminal::warn);
        } catch (Unusable unusable) {
            throw new WrongUse(unusable.words().en(), unusable.words().fr());
        }
    }

    private void check(Path file, Array found) {
        if (array == null) {
            array = found;
        } else if (!array.sensors().equals(found.sensors())) {
            throw new WrongUse(
                    file + " has other sensors than the files before it. A history is of one array",
                    file + " a d’autres capteurs que les fichiers avant lui. Un historique est celui d’un réseau");
        }
    }

    private void keep(Screening.Empty stop) {
        if (stop.whole()) {
            stops.add(stop);
        } else {
            incomplete++;
        }
    }
}
