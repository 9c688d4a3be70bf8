package entente.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The measurements, as commands: `./entente bench NAME`.
@Command(
        name = "bench",
        description = "Measures the program on a large invented record, and others on the same work.",
        subcommands = {
            Main.Generate.class,
            Main.Core.class,
            Main.Second.class,
            Main.Peers.class,
            Main.Append.class,
            Main.AppendOnce.class,
            Main.Log.class,
            Main.Take.class,
            Main.Start.class,
            Main.Load.class,
            Main.Stops.class
        })
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

    /// What every measurement of a record on disk takes.
    static final class Where {
        @Option(
                names = "--within",
                paramLabel = "DIR",
                description = "where folders are made and deleted (default: that of the system for such)")
        Path within = Path.of(System.getProperty("java.io.tmpdir"));

        @Option(names = "--rounds", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})", defaultValue = "3")
        int rounds = 3;

        @Option(names = "--seconds", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})", defaultValue = "5")
        int seconds = 5;
    }

    @Command(
            name = "appends",
            description = "Durable appends of single entries by 1, 64 and 1,024 writers; bytes on disk.",
            mixinStandardHelpOptions = true)
    static final class Append implements Callable<Integer> {
        @Mixin
        Where where = new Where();

        @Override
        public Integer call() throws Exception {
            Report report =
                    new Report(OUT, List.of("appends", "--seconds", "" + where.seconds, "--rounds", "" + where.rounds));
            Appends.measure(report, where.within, where.seconds, where.rounds);
            return 0;
        }
    }

    @Command(name = "append", hidden = true, description = "One round of appends in a folder, to be watched.")
    static final class AppendOnce implements Callable<Integer> {
        @Option(names = "--writers")
        int writers = 1;

        @Option(names = "--seconds")
        double seconds = 5;

        @Parameters
        Path folder = Path.of("log");

        @Override
        public Integer call() throws Exception {
            OUT.println("appended " + Appends.run(folder, writers, seconds).appended());
            return 0;
        }
    }

    @Command(
            name = "log",
            description = "Inclusion proofs in a log of many entries, and how fast entries are hashed.",
            mixinStandardHelpOptions = true)
    static final class Log implements Callable<Integer> {
        @Mixin
        Where where = new Where();

        @Option(
                names = "--entries",
                paramLabel = "N",
                description = "(default: ${DEFAULT-VALUE})",
                defaultValue = "10000000")
        long entries = 10_000_000;

        @Override
        public Integer call() throws Exception {
            Report report = new Report(OUT, List.of("log", "--entries", "" + entries, "--rounds", "" + where.rounds));
            LongLog.measure(report, where.within, entries, new Chance(1), where.rounds);
            return 0;
        }
    }

    @Command(
            name = "import",
            description = "Takes the invented record into a new one with ./entente import.",
            mixinStandardHelpOptions = true)
    static final class Take implements Callable<Integer> {
        @Mixin
        Size size = new Size();

        @Option(
                names = "--keep",
                paramLabel = "DIR",
                description = "where the record stays that is made; without it, it is deleted")
        @Nullable
        Path keep;

        @Override
        public Integer call() throws Exception {
            Importing.measure(size.report("import"), size.invented(), keep, size.rounds);
            return 0;
        }
    }

    /// A node on a record that is there.
    static final class Served {
        @Option(names = "--data", paramLabel = "DIR", required = true, description = "the folder of the record")
        Path data = Path.of("data");

        @Option(
                names = "--memory",
                paramLabel = "SIZE",
                description = "the most heap of the node, for instance 2g (default: as Java chooses)",
                defaultValue = "")
        String memory = "";

        @Option(names = "--rounds", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})", defaultValue = "3")
        int rounds = 3;

        Report report(String... words) {
            List<String> command = new ArrayList<>(List.of(words));
            command.addAll(List.of("--data", data.toString(), "--rounds", "" + rounds));
            if (!memory.isEmpty()) {
                command.addAll(List.of("--memory", memory));
            }
            return new Report(OUT, command);
        }
    }

    @Command(
            name = "screening",
            description = "The detector, at each look of simulated stops of a minute, on one core.",
            mixinStandardHelpOptions = true)
    static final class Stops implements Callable<Integer> {
        @Option(names = "--stops", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})", defaultValue = "100")
        int stops = 100;

        @Option(names = "--rounds", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})", defaultValue = "5")
        int rounds = 5;

        @Override
        public Integer call() throws Exception {
            List<String> words =
                    List.of("screening", "--stops", Integer.toString(stops), "--rounds", Integer.toString(rounds));
            Report report = new Report(OUT, words);
            for (Screened.Lane lane : Screened.Lane.values()) {
                new Screened(lane, stops).measure(report, rounds);
            }
            return 0;
        }
    }

    @Command(
            name = "start",
            description = "From ./entente run to the first page, and the memory that the node then holds.",
            mixinStandardHelpOptions = true)
    static final class Start implements Callable<Integer> {
        @Mixin
        Served served = new Served();

        @Override
        public Integer call() throws Exception {
            Pages.starts(served.report("start"), served.data, served.memory, served.rounds);
            return 0;
        }
    }

    @Command(
            name = "pages",
            description = "Pages of a node at a constant rate, asked for from this process.",
            mixinStandardHelpOptions = true)
    static final class Load implements Callable<Integer> {
        @Mixin
        Served served = new Served();

        @Option(
                names = "--rate",
                paramLabel = "N",
                description = "a second (default: ${DEFAULT-VALUE})",
                defaultValue = "200")
        int rate = 200;

        @Option(names = "--seconds", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})", defaultValue = "30")
        int seconds = 30;

        @Parameters(
                paramLabel = "PATH",
                arity = "1..*",
                description = "the addresses, asked for in turn: /calais-2014/agreement")
        List<String> paths = List.of();

        @Override
        public Integer call() throws Exception {
            Report report =
                    served.report("pages", "--rate", "" + rate, "--seconds", "" + seconds, String.join(" ", paths));
            Pages.load(report, served.data, served.memory, paths, rate, seconds, served.rounds);
            return 0;
        }
    }

    @Command(
            name = "peers",
            description = "The same standings by the register, DuckDB, Drools and Esper; fails where they differ.",
            mixinStandardHelpOptions = true)
    static final class Peers implements Callable<Integer> {
        @Mixin
        Size size = new Size();

        @Override
        public Integer call() throws Exception {
            new Contest(size.invented()).measure(size.report("peers"), size.rounds);
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
