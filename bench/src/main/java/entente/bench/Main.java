package entente.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The measurements, as commands: `./entente bench NAME`.
@Command(
        name = "bench",
        description = "Measures the program on a large invented record, and others on the same work.",
        subcommands = {Main.Generate.class})
public final class Main {
    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Main() {}

    public static void main(String[] words) {
        System.exit(new CommandLine(new Main()).execute(words));
    }

    /// What every measurement of the invented record takes.
    static final class Size {
        @Option(
                names = "--facts",
                paramLabel = "N",
                description = "how many things are told (default: ${DEFAULT-VALUE})",
                defaultValue = "1000000")
        long facts = 1_000_000;

        @Option(
                names = "--commitments",
                paramLabel = "N",
                description = "how many commitments there are (default: ${DEFAULT-VALUE})",
                defaultValue = "2000")
        int commitments = 2_000;

        @Option(names = "--seed", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})", defaultValue = "1")
        long seed = 1;

        Invented invented() {
            return new Invented(seed, commitments, facts);
        }
    }

    @Command(
            name = "generate",
            description =
                    "Writes the invented record as files that ./entente import takes: FILE, and its agreements beside it.",
            mixinStandardHelpOptions = true)
    static final class Generate implements Callable<Integer> {
        @Mixin
        Size size = new Size();

        @Parameters(paramLabel = "FILE", description = "where the facts go, one a line, for instance large.jsonl")
        Path file = Path.of("large.jsonl");

        @Override
        public Integer call() {
            Written written = Written.of(size.invented(), file);
            OUT.println(written.told() + " facts in " + file + ", " + written.bytes() / Math.max(1, written.told())
                    + " bytes each on the average; " + written.agreements() + " agreements in " + written.folder());
            return 0;
        }
    }
}
