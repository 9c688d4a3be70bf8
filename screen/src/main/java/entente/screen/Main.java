package entente.screen;

import entente.recordings.Recording;
import entente.recordings.Stretch;
import entente.recordings.Unusable;
import entente.screening.Array;
import entente.screening.Danger;
import entente.screening.History;
import entente.screening.Hold;
import entente.screening.Outcome;
import entente.screening.Screening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command. Exit status 0: it gave an answer, whichever of the three; 2: a wrong command line,
/// or a file that it cannot use.
@Command(
        name = "entente screen",
        description =
                "Says whether a recording of a stopped vehicle shows signs of life: life signs, none found, or cannot"
                        + " tell. The files of one stop are WAV, CSV, MATLAB (-v7), EDF, EDF+, BDF, WFDB (.hea), miniSEED or"
                        + " recordings in blocks.",
        mixinStandardHelpOptions = true,
        subcommands = {Learn.class, Simulate.class, Evaluate.class})
public final class Main implements Callable<Integer> {
    private static final int WRONG_USE = 2;

    @Parameters(
            // Required, but not beside a command.
            arity = "0..*",
            paramLabel = "FILE",
            description = "the recording of one stop: one file, or several that were made together")
    List<Path> files = new ArrayList<>();

    @Mixin
    Channels channels = new Channels();

    @Mixin
    Load load = new Load();

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description =
                    "what the lane gave when it was empty, made by: entente screen learn. Without it nobody can be"
                            + " found and nothing excluded")
    @Nullable
    Path history;

    @Option(names = "--json", description = "print the answer as JSON, see docs/spec/screen.md")
    boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "draw the recording and the answer in this new file")
    @Nullable
    Path svg;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((trouble, _, _) -> {
            switch (trouble) {
                case WrongUse wrong -> Terminal.warn(wrong.words());
                case Unusable unusable -> Terminal.warn(unusable.words());
                default -> throw trouble;
            }
            return WRONG_USE;
        });
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            throw new WrongUse(
                    "name the files of a recording; --help says more",
                    "nommez les fichiers d’un enregistrement\u202F; --help en dit plus");
        }
        Optional<Hold> hold = load.hold();
        try (Recording recording = Recording.open(files, channels.stated())) {
            Seen seen = new Seen(recording.array());
            Answer answer = answer(recording, seen, hold);
            recording.remarks().forEach(Terminal::warn);
            if (svg != null) {
                write(svg, Picture.of(answer, seen, Terminal.language()));
            }
            Terminal.OUT.print(json ? answer.json() : answer.text(Terminal.language()));
        }
        return 0;
    }

    private Answer answer(Recording recording, Seen seen, Optional<Hold> hold) {
        History taught = history == null ? History.none() : Histories.read(history);
        Screening screening = screening(recording.array(), taught, hold);
        Terminal terminal = new Terminal();
        for (Optional<Stretch> next = recording.next(); next.isPresent(); next = recording.next()) {
            Stretch stretch = next.get();
            screening.take(stretch.block());
            stretch.readings().forEach(screening::take);
            seen.take(stretch);
            // Carbon dioxide may still find somebody after the minute of the sensors on the frame.
            if (screening.decided() && (hold.isEmpty() || screening.outcome() instanceof Outcome.LifeSigns)) {
                break;
            }
            terminal.progress(recording);
        }
        return new Answer(
                recording.array(),
                screening.outcome(),
                screening.decided(),
                recording.simulated(),
                seen.seconds(),
                hold.map(space -> Danger.of(space, seen.readings(), seen.end())));
    }

    static Screening screening(Array array, History history, Optional<Hold> hold) {
        try {
            return hold.isPresent() ? new Screening(array, history, hold.get()) : new Screening(array, history);
        } catch (IllegalArgumentException unfit) {
            throw new WrongUse(
                    "this recording cannot be screened: " + unfit.getMessage(),
                    "cet enregistrement ne peut être contrôlé\u202F: " + unfit.getMessage());
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException trouble) {
            throw new WrongUse(file + " cannot be written", file + "\u202F: écriture impossible");
        }
    }
}
