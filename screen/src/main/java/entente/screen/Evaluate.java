package entente.screen;

import entente.terms.Language;
import entente.trial.Ground;
import entente.trial.Heart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tries the detector on simulated stops that are made of recordings of hearts and of noise.
@Command(
        name = "evaluate",
        description =
                "Tries the detector on simulated stops, made of recordings of hearts and of ground noise, and prints how"
                        + " often it finds somebody, is wrong, or cannot tell.",
        mixinStandardHelpOptions = true)
final class Evaluate implements Callable<Integer> {
    private static final int MOST_TRIALS = 100_000;
    private static final int HISTORY_STOPS = 200;

    @Option(names = "--hearts", paramLabel = "DIR", description = "a folder of recordings of hearts")
    Path heartFolder = Path.of("../shared/data/screening/seismocardiogram");

    @Option(names = "--noise", paramLabel = "DIR", description = "a folder of recordings of ground noise")
    Path noiseFolder = Path.of("../shared/data/screening/ground-noise");

    @Option(
            names = "--heart-channel",
            paramLabel = "NAME",
            description = "the channel that holds the heart; otherwise one called z, bcg or scg")
    @Nullable
    String heartChannel;

    @Option(names = "--seed", paramLabel = "N", description = "the same number gives the same stops (default: 1)")
    long seed = 1;

    @Option(names = "--trials", paramLabel = "N", description = "stops of each kind (default: 200)")
    int trials = 200;

    @Option(
            names = "--tuning",
            description = "use the subjects and sites that the detector is tuned on, and not those for reporting")
    boolean tuning;

    @Option(names = "--json", description = "print what was found as JSON, see docs/screening/README.md")
    boolean json;

    @Option(
            names = "--draw",
            paramLabel = "DIR",
            description = "write detection.svg, false-alarms.svg, figures.json and figures.md into this folder")
    @Nullable
    Path draw;

    @Override
    public Integer call() {
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new WrongUse(
                    "--trials is from 1 to 100,000, was " + trials,
                    "--trials va de 1 à 100\u202F000, et non " + trials);
        }
        Pool pool = new Pool(tuning ? Half.TUNING : Half.REPORTING);
        List<Ground> places = pool.places(noiseFolder);
        List<Heart> hearts = pool.hearts(heartFolder, heartChannel);
        Course course = new Course(seed, trials, HISTORY_STOPS, hearts, places);
        Findings findings = new Evaluation(course, name -> Terminal.ERR.println(name)).findings(tuning, seed);
        if (draw != null) {
            write(draw, findings);
        }
        Terminal.OUT.print(json ? Figures.of(findings) : Told.of(findings, Terminal.language() == Language.FRENCH));
        return 0;
    }

    private static void write(Path folder, Findings findings) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("detection.svg"), Curves.detection(findings));
            Files.writeString(folder.resolve("false-alarms.svg"), Curves.alarms(findings));
            Files.writeString(folder.resolve("figures.json"), Figures.of(findings));
            Files.writeString(folder.resolve("figures.md"), Told.page(findings));
        } catch (IOException trouble) {
            throw new WrongUse(folder + " cannot be written", folder + "\u202F: écriture impossible");
        }
    }
}
