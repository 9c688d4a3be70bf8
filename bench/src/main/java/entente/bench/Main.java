package entente.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
        subcommands = {Main.Generate.class, Main.Core.class, Main.Second.class})
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

        @Option(names = "--rounds", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})", defaultValue = "5")
        int rounds = 5;

        Invented invented() {
            return new Invented(seed, commitments, facts);
        }

        /// The words that measure the same again.
        Report report(String name) {
            return new Report(
                    OUT,
                    List.of(
                            name,
                            "--facts",
                            Long.toString(facts),
                            "--commitments",
                            Integer.toString(commitments),
                            "--seed",
                            Long.toString(seed),
                            "--rounds",
                            Integer.toString(rounds)));
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

    @Command(
            name = "standings",
            description = "All standings, one new fact, any two dates, one explanation.",
            mixinStandardHelpOptions = true)
    static final class Core implements Callable<Integer> {
        @Mixin
        Size size = new Size();

        @Override
        public Integer call() throws Exception {
            new Answers(size.invented()).measure(size.report("standings"), size.seed, size.rounds);
            return 0;
        }
    }

    @Command(
            name = "oracle",
            description = "Compares standings with SQL written by hand, in DuckDB; fails where the two differ.",
            mixinStandardHelpOptions = true)
    static final class Second implements Callable<Integer> {
        @Mixin
        Size size = new Size();

        @Option(
                names = "--asks",
                paramLabel = "N",
                description = "how many questions (default: ${DEFAULT-VALUE})",
                defaultValue = "10000")
        int asks = 10_000;

        @Override
        public Integer call() throws Exception {
            Opinions opinions = new Opinions(size.invented());
            return opinions.compare(size.report("oracle"), new Chance(size.seed), asks) ? 0 : 1;
        }
    }
}
