package entente.node;

import entente.agreement.Agreement;
import entente.files.Fault;
import entente.node.web.Speech;
import entente.node.web.StandingReport;
import entente.record.Store;
import entente.terms.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands of the node: `run`, `import`, `standing`. Exit status 0 is success, 1 a refusal or trouble, 2 a
/// wrong command line.
@Command(
        name = "entente",
        description =
                "The record of an agreement between two governments: what they promised, what was done, and the proof.",
        subcommands = {Main.Run.class, Main.Import.class, Main.ShowStanding.class})
public final class Main {
    private Main() {}

    static final Clock CLOCK = Clock.systemUTC();
    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((trouble, _, _) -> explained(trouble));
        int status = line.execute(arguments);
        if (status != Run.SERVING) {
            System.exit(status);
        }
    }

    /// Trouble outside, named; anything else is a mistake of ours and shows its trace.
    private static int explained(Exception trouble) throws Exception {
        switch (trouble) {
            case Chronicle.Damaged damaged -> {
                ERR.println("The record is damaged. Nothing is served from it, so that no wrong figure is shown.");
                damaged.faults().forEach(fault -> ERR.println("  " + fault));
                ERR.println(
                        "Put back a copy of the folder from before the damage; what was published can be verified against it.");
            }
            case Store.Failure failure -> ERR.println("entente: " + failure.getMessage());
            case UncheckedIOException file -> ERR.println("entente: cannot read " + file.getMessage());
            default -> throw trouble;
        }
        return 1;
    }

    /// Opens the record, beginning it with the agreements that are shipped where there is none yet.
    static Chronicle open(Path data, Path shipped) {
        Chronicle chronicle = Chronicle.open(data, CLOCK, progress());
        if (chronicle.snapshot().size() == 0) {
            if (!Files.isDirectory(shipped)) {
                ERR.println("The record is empty, and there are no agreements to begin with in "
                        + shipped.toAbsolutePath());
                return chronicle;
            }
            ERR.println("A new record: taking in the agreements and facts of " + shipped);
            int status = take(new Intake().read(List.of(shipped)), chronicle);
            if (status != 0) {
                chronicle.close();
                throw new Store.Failure("the agreements that are shipped were refused");
            }
        }
        return chronicle;
    }

    /// Says how far reading has come, once a second.
    private static LongConsumer progress() {
        long[] said = {System.nanoTime()};
        return read -> {
            if (System.nanoTime() - said[0] > 1_000_000_000L) {
                said[0] = System.nanoTime();
                ERR.println("reading the record: " + read + " entries");
            }
        };
    }

    private static int take(Intake intake, Chronicle chronicle) {
        return switch (intake.into(chronicle)) {
            case Intake.Outcome.Taken(int added, int already) -> {
                ERR.println(added + " recorded" + (already == 0 ? "" : ", " + already + " on record already")
                        + "; the log has " + chronicle.snapshot().size() + " entries");
                yield 0;
            }
            case Intake.Outcome.Refused(List<Fault> faults) -> refused(faults);
        };
    }

    private static int refused(List<Fault> faults) {
        Language language = Locale.getDefault().getLanguage().equals("fr") ? Language.FRENCH : Language.ENGLISH;
        Speech speech = new Speech(language);
        faults.forEach(fault -> ERR.println(fault.in(language)));
        ERR.println(speech.count(faults.size(), "fault", "faults", "faute", "fautes")
                + speech.say("; nothing was recorded.", "\u202F; rien n’a été enregistré."));
        return 1;
    }

    /// What every command that opens the record takes.
    static final class Where {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "the folder of the record (default: ${DEFAULT-VALUE})",
                defaultValue = "data")
        Path data = Path.of("data");

        @Option(
                names = "--agreements",
                paramLabel = "DIR",
                description = "the files with which a new record begins (default: ${DEFAULT-VALUE})",
                defaultValue = "agreements")
        Path shipped = Path.of("agreements");
    }

    @Command(
            name = "run",
            description = "Starts the node, and serves its pages on 127.0.0.1.",
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        static final int SERVING = -1;

        @CommandLine.Mixin
        Where where = new Where();

        @Option(
                names = "--port",
                paramLabel = "N",
                description = "the port (default: ${DEFAULT-VALUE})",
                defaultValue = "8080")
        int port = 8080;

        @Option(
                names = "--rehearse",
                hidden = true,
                description = "asks itself for a few pages and ends, so that java learns what a start needs")
        boolean rehearsal;

        @Override
        public Integer call() throws IOException {
            Chronicle chronicle = open(where.data, where.shipped);
            SpringApplication application = new SpringApplication(Wiring.class);
            application.setWebApplicationType(WebApplicationType.SERVLET);
            application.setRegisterShutdownHook(true);
            application.setDefaultProperties(Map.ofEntries(
                    Map.entry("server.address", "127.0.0.1"),
                    Map.entry("server.port", port),
                    Map.entry("server.compression.enabled", true),
                    Map.entry(
                            "server.compression.mime-types",
                            "text/html,text/css,application/json,text/plain,application/octet-stream,application/problem+json"),
                    Map.entry("server.max-http-request-header-size", "16KB"),
                    Map.entry("server.tomcat.connection-timeout", "10s"),
                    Map.entry("server.tomcat.max-http-form-post-size", "1KB"),
                    Map.entry("server.tomcat.max-swallow-size", "1KB"),
                    Map.entry("spring.threads.virtual.enabled", true),
                    Map.entry("spring.web.resources.add-mappings", false),
                    Map.entry("spring.main.banner-mode", "off"),
                    Map.entry("spring.jmx.enabled", false),
                    Map.entry("logging.level.root", "WARN")));
            application.addInitializers(context -> {
                context.getBeanFactory().registerSingleton("chronicle", chronicle);
                context.getBeanFactory().registerSingleton("clock", CLOCK);
            });
            Runtime.getRuntime().addShutdownHook(new Thread(chronicle::close));
            String address;
            try {
                var context = application.run();
                address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/";
            } catch (RuntimeException trouble) {
                if (portTaken(trouble)) {
                    ERR.println("entente: port " + port
                            + " is taken by another program. Choose another: ./entente run --port " + (port + 1));
                    return 1;
                }
                throw trouble;
            }
            if (rehearsal) {
                rehearse(address);
                return 0;
            }
            OUT.println("Entente is at " + address + "  ("
                    + chronicle.snapshot().size() + " entries; stop it with Ctrl-C)");
            return SERVING;
        }

        private static void rehearse(String address) throws IOException {
            for (String page : List.of("agreements", "calais-2014/agreement", "calais-2014/accord.json", "verify")) {
                try (InputStream in = URI.create(address + page).toURL().openStream()) {
                    in.readAllBytes();
                }
            }
        }

        private static boolean portTaken(@Nullable Throwable trouble) {
            for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException || cause instanceof BindException) {
                    return true;
                }
            }
            return false;
        }
    }

    @Command(
            name = "import",
            description = "Takes agreement and fact files into the record: all of them, or none.",
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @CommandLine.Mixin
        Where where = new Where();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML or JSON files, or folders of them")
        List<Path> files = new ArrayList<>();

        @Override
        public Integer call() {
            for (Path file : files) {
                if (!Files.exists(file)) {
                    ERR.println("entente: there is no file " + file);
                    return 1;
                }
            }
            Intake intake = new Intake().read(files);
            if (!intake.faults().isEmpty()) {
                return refused(intake.faults());
            }
            ERR.println("read " + intake.size() + " agreements and facts");
            try (Chronicle chronicle = open(where.data, where.shipped)) {
                return take(intake, chronicle);
            }
        }
    }

    @Command(
            name = "standing",
            description = "Shows how the commitments of an agreement stand.",
            mixinStandardHelpOptions = true)
    static final class ShowStanding implements Callable<Integer> {
        @CommandLine.Mixin
        Where where = new Where();

        @Parameters(paramLabel = "AGREEMENT", description = "its short name, for instance calais-2014")
        String agreement = "";

        @Option(
                names = "--known",
                paramLabel = "DATE",
                description = "by what had been reported on this day (default: today)")
        @Nullable
        LocalDate known;

        @Option(
                names = "--on",
                paramLabel = "DATE",
                description = "as the world stood on this day (default: the known date)")
        @Nullable
        LocalDate on;

        @Option(names = "--json", description = "as JSON")
        boolean json;

        @Override
        public Integer call() {
            LocalDate knownOn = known == null ? LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC) : known;
            LocalDate world = on == null ? knownOn : on;
            Snapshot snapshot =
                    Files.exists(where.data.resolve("record.db")) ? Chronicle.read(where.data, progress()) : begun();
            Agreement found = snapshot.register().agreement(agreement).orElse(null);
            if (found == null) {
                ERR.println("entente: no agreement on record is called " + agreement + ". On record: "
                        + String.join(
                                ", ",
                                snapshot.register().agreements().stream()
                                        .map(Agreement::id)
                                        .toList()));
                return 1;
            }
            StandingReport report = new StandingReport(snapshot, found, world, knownOn);
            OUT.println(json ? report.json() : report.text());
            return 0;
        }

        private Snapshot begun() {
            try (Chronicle chronicle = open(where.data, where.shipped)) {
                return chronicle.snapshot();
            }
        }
    }
}
