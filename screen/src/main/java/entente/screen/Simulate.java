package entente.screen;

import entente.recordings.About;
import entente.recordings.BlockWriter;
import entente.screening.Block;
import entente.terms.Language;
import entente.trial.Chance;
import entente.trial.Fault;
import entente.trial.Ground;
import entente.trial.Heart;
import entente.trial.Nuisance;
import entente.trial.Plan;
import entente.trial.Stop;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes simulated stops as a recording in blocks, so that the program can be tried without a lane.
@Command(
        name = "simulate",
        description =
                "Writes a recording of a simulated stop, which says of itself that it is invented: a vehicle that does not"
                        + " exist, on invented ground or in recorded noise, and people with invented or recorded hearts.",
        mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofMinutes(2);
    private static final int MOST_STOPS = 1000;
    private static final int MOST_PEOPLE = 100;

    @Parameters(paramLabel = "FILE", description = "the new file")
    Path file = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "the same number gives the same stop (default: 1)")
    long seed = 1;

    @Option(names = "--stops", paramLabel = "N", description = "so many vehicles, one after the other (default: 1)")
    int stops = 1;

    @Option(names = "--people", paramLabel = "N", description = "people who sit still (default: 0)")
    int people;

    @Option(
            names = "--newtons",
            paramLabel = "N",
            description = "the force of each heart, rms from 3 to 15 Hz (default: 0.5)")
    double newtons = 0.5;

    @Option(
            names = "--snr",
            paramLabel = "DB",
            description = "instead of a force: so far above what the ground does not explain")
    @Nullable
    Double snrDb;

    @Option(names = "--moving", description = "somebody moves about")
    boolean moving;

    @Option(names = "--nuisance", description = "${COMPLETION-CANDIDATES} (default: NONE)")
    Nuisance nuisance = Nuisance.NONE;

    @Option(names = "--fault", description = "${COMPLETION-CANDIDATES} (default: NONE)")
    Fault fault = Fault.NONE;

    @Option(names = "--wind-sensor", description = "with a sensor of pressure beside the vehicle")
    boolean wind;

    @Option(names = "--hearts", paramLabel = "DIR", description = "a folder of recordings of hearts to draw from")
    @Nullable
    Path heartFolder;

    @Option(names = "--noise", paramLabel = "DIR", description = "a folder of recordings of ground noise to draw from")
    @Nullable
    Path noiseFolder;

    @Override
    public Integer call() {
        check();
        Plan plan = plan();
        Pool pool = new Pool(Half.REPORTING);
        Ground place = noiseFolder == null
                ? Ground.invented(1)
                : pool.places(noiseFolder).getFirst();
        String note = "Simulated. Seed " + seed + "; " + plan.people().size() + " people; " + nuisance + "; fault "
                + fault + "; noise: " + place.site();
        About about = new About(About.Clock.UNKNOWN, "", note, true);
        try (OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
                BlockWriter writer = new BlockWriter(out, Stop.lane(plan), List.of(), about)) {
            for (int i = 0; i < stops; i++) {
                Instant start = START.plus(BETWEEN.multipliedBy(i));
                Duration later = Duration.between(Instant.EPOCH, start);
                for (Block block : Stop.of(Chance.seed(seed, i), place, plan).blocks()) {
                    writer.write(new Block(block.start().plus(later), block.samples()));
                }
            }
        } catch (FileAlreadyExistsException there) {
            throw new WrongUse(
                    file + " is there already; name a new file, or remove it first",
                    file + " existe déjà\u202F; nommez un nouveau fichier, ou supprimez d’abord celui-ci");
        } catch (IOException trouble) {
            throw new WrongUse(file + " cannot be written", file + "\u202F: écriture impossible");
        }
        Terminal.OUT.println(Terminal.printable(
                Terminal.language() == Language.FRENCH
                        ? file + "\u202F: simulation de " + stops + " arrêt" + (stops > 1 ? "s" : "") + " d’une minute."
                        : file + ": a simulation of " + stops + (stops > 1 ? " stops" : " stop") + " of a minute."));
        return 0;
    }

    private Plan plan() {
        List<Heart> hearts = heartFolder == null ? List.of() : new Pool(Half.REPORTING).hearts(heartFolder, null);
        List<Heart> inside = IntStream.range(0, people)
                .mapToObj(i -> hearts.isEmpty()
                        ? Heart.invented(Chance.seed(seed, i))
                        : hearts.get((int) Math.floorMod(seed + i, (long) hearts.size())))
                .toList();
        Plan empty = wind ? Plan.empty().withWind() : Plan.empty();
        Plan with = inside.isEmpty()
                ? empty
                : snrDb == null ? empty.withForce(inside, newtons) : empty.withPeople(inside, snrDb);
        with = moving ? with.withMovement() : with;
        return with.with(nuisance).with(fault);
    }

    private void check() {
        if (stops < 1 || stops > MOST_STOPS) {
            throw new WrongUse("--stops is from 1 to 1000, was " + stops, "--stops va de 1 à 1000, et non " + stops);
        }
        if (people < 0 || people > MOST_PEOPLE) {
            throw new WrongUse("--people is from 0 to 100, was " + people, "--people va de 0 à 100, et non " + people);
        }
        if (!(newtons > 0 && newtons <= 1000)) {
            throw new WrongUse(
                    "--newtons is above 0 and at most 1000, was " + newtons,
                    "--newtons est au-dessus de 0 et au plus 1000, et non " + newtons);
        }
        if (snrDb != null && !(Math.abs(snrDb) <= 60)) {
            throw new WrongUse("--snr is from -60 to 60, was " + snrDb, "--snr va de -60 à 60, et non " + snrDb);
        }
    }
}
