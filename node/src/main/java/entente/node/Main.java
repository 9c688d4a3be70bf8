package entente.node;

import entente.agreement.Agreement;
import entente.node.lane.Lanes;
import entente.node.store.Backup;
import entente.node.web.Speech;
import entente.node.web.StandingReport;
import entente.record.Audit;
import entente.record.Fault;
import entente.record.Recovery;
import entente.record.Store;
import entente.terms.Language;
import entente.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands of the node: `run`, `import`, `standing`, `backup`, `restore`. Exit status 0 is success, 1 a refusal or
/// trouble, 2 a
/// wrong command line.
@Command(
        name = "entente",
        description =
                "The record of an agreement between two governments: what they promised, what was done, and the proof.",
        subcommands = {Main.Run.class, Main.Import.class, Main.ShowStanding.class, Main.Keep.class, Main.Restore.class})
public final class Main {
    private Main() {}

    static final Clock CLOCK = Clock.systemUTC();

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((trouble, _, _) -> Console.explain(trouble));
        int status = line.execute(arguments);
        if (status != Run.SERVING) {
            System.exit(status);
        }
    }

    /// Opens the record, beginning it with the agreements that are shipped where there is none yet.
    static Chronicle open(Path data, Path shipped) {
        Chronicle chronicle = Chronicle.open(data, CLOCK, Console.opening());
        if (chronicle.size() == 0) {
            if (!Files.isDirectory(shipped)) {
                Console.say(
                        "The record is empty, and there are no agreements to begin with in " + shipped.toAbsolutePath(),
                        "Le registre est vide, et il n’y a pas d’accords pour commencer dans "
                                + shipped.toAbsolutePath());
                return chronicle;
            }
            Console.say(
                    "A new record: taking in the agreements and facts of " + shipped,
                    "Un nouveau registre\u202F: reprise des accords et des faits de " + shipped);
            int status = take(List.of(shipped), chronicle);
            if (status != 0) {
                chronicle.close();
                throw new Store.Failure(new Words(
                        "the agreements that are shipped were refused", "les accords fournis ont été refusés"));
            }
        }
        return chronicle;
    }

    private static int take(List<Path> files, Chronicle chronicle) {
        LongConsumer read = Console.progress("%d agreements and facts read", "accords et faits lus\u202F: %d");
        LongConsumer recorded = Console.progress("%d written", "écrits\u202F: %d");
        return switch (Intake.take(files, chronicle, read, recorded)) {
            case Intake.Outcome.Taken(int added, int already) -> {
                long size = chronicle.size();
                Console.say(
                        added + " recorded" + (already == 0 ? "" : ", " + already + " on record already")
                                + "; the log has " + size + " entries",
                        "enregistrés\u202F: " + added
                                + (already == 0 ? "" : "\u202F; déjà au registre\u202F: " + already)
                                + "\u202F; le journal compte " + size + " entrées");
                yield 0;
            }
            case Intake.Outcome.Refused(var faults) -> Console.refused(faults);
        };
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
                names = "--mqtt",
                paramLabel = "URL",
                description = "the broker of the sensors of the lanes, for instance mqtt://127.0.0.1:1883")
        @Nullable
        URI broker;

        @Option(
                names = "--lane",
                paramLabel = "NAME",
                description = "a lane to watch; may be given several times. Without any, a demonstration is shown")
        List<String> lanes = new ArrayList<>();

        @Option(
                names = "--rehearse",
                hidden = true,
                description = "asks itself for a few pages and ends, so that java learns what a start needs")
        boolean rehearsal;

        @Override
        public Integer call() throws IOException {
            Watch watch = new Watch(broker, lanes);
            if (watch.refusal().isPresent()) {
                return Console.refuse(watch.refusal().get());
            }
            Chronicle chronicle = open(where.data, where.shipped);
            Lanes watched = watch.begin(where.data, CLOCK, chronicle);
            Instant signed = chronicle.snapshot().signed();
            if (signed.isAfter(CLOCK.instant())) {
                Console.say(
                        "The newest checkpoint was signed at " + signed
                                + ", which the clock of this machine has not reached: set it right. Pages are served, nothing can be recorded.",
                        "Le dernier point de contrôle a été signé à " + signed
                                + ", que l’horloge de cette machine n’a pas atteint\u202F: réglez-la. Les pages sont servies, rien ne peut être enregistré.");
            }
            SpringApplication application = new SpringApplication(Wiring.class);
            application.setWebApplicationType(WebApplicationType.SERVLET);
            application.setRegisterShutdownHook(true);
            application.setDefaultProperties(Map.ofEntries(
                    Map.entry("server.address", "127.0.0.1"),
                    Map.entry("server.port", port),
                    Map.entry("server.compression.enabled", true),
                    Map.entry(
                            "server.compression.mime-types",
                            "text/html,text/css,text/javascript,application/json,text/plain,application/octet-stream,application/problem+json"),
                    Map.entry("server.max-http-request-header-size", "16KB"),
                    Map.entry("server.tomcat.connection-timeout", "10s"),
                    Map.entry("server.tomcat.keep-alive-timeout", "15s"),
                    Map.entry("server.tomcat.max-connections", 4096),
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
                context.getBeanFactory().registerSingleton("lanes", watched);
            });
            // Whoever watches a lane would keep the server from ending.
            application.addListeners((ApplicationListener<ContextClosedEvent>) _ -> watched.close());
            Runtime.getRuntime().addShutdownHook(new Thread(chronicle::close));
            String address;
            try {
                var context = application.run();
                address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/";
            } catch (RuntimeException trouble) {
                if (portTaken(trouble)) {
                    return Console.refuse(
                            "port " + port + " is taken by another program. Choose another: ./entente run --port "
                                    + (port + 1),
                            "le port " + port
                                    + " est pris par un autre programme. Choisissez-en un autre\u202F: ./entente run --port "
                                    + (port + 1));
                }
                throw trouble;
            }
            if (rehearsal) {
                rehearse(address);
                return 0;
            }
            long size = chronicle.size();
            Console.OUT.println(new Words(
                            "Entente is at " + address + "  (" + size + " entries; stop it with Ctrl-C)",
                            "Entente est à l’adresse " + address + "  (" + size + " entrées\u202F; Ctrl-C l’arrête)")
                    .in(Console.LANGUAGE));
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

        @Parameters(
                paramLabel = "FILE",
                arity = "1..*",
                description = "YAML, JSON or JSON Lines files, or folders of them")
        List<Path> files = new ArrayList<>();

        @Override
        public Integer call() {
            for (Path file : files) {
                if (!Files.exists(file)) {
                    return Console.refuse("there is no file " + file, "il n’y a pas de fichier " + file);
                }
            }
            try (Chronicle chronicle = open(where.data, where.shipped)) {
                return take(files, chronicle);
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
            Snapshot snapshot = Files.exists(where.data.resolve("record.db"))
                    ? Chronicle.read(where.data, Console.opening())
                    : begun();
            Agreement found = snapshot.register().agreement(agreement).orElse(null);
            if (found == null) {
                String names = String.join(
                        ", ",
                        snapshot.register().agreements().stream()
                                .map(Agreement::id)
                                .toList());
                return Console.refuse(
                        "no agreement on record is called " + agreement + ". On record: " + names,
                        "aucun accord du registre ne s’appelle " + agreement + ". Au registre\u202F: " + names);
            }
            StandingReport report = new StandingReport(snapshot, found, world, knownOn);
            Console.OUT.println(json ? report.json() : report.text());
            return 0;
        }

        private Snapshot begun() {
            try (Chronicle chronicle = open(where.data, where.shipped)) {
                return chronicle.snapshot();
            }
        }
    }

    /// The folder of the record, for commands that begin none.
    static final class Folder {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "the folder of the record (default: ${DEFAULT-VALUE})",
                defaultValue = "data")
        Path data = Path.of("data");

        @Option(names = "--agreements", hidden = true, description = "as the script says it to every command")
        @Nullable
        Path shipped;
    }

    @Command(
            name = "backup",
            description = "Copies the record into a new folder, also while the node runs, and checks the copy.",
            mixinStandardHelpOptions = true)
    static final class Keep implements Callable<Integer> {
        @CommandLine.Mixin
        Folder folder = new Folder();

        @Parameters(paramLabel = "BACKUP", description = "the folder to make, which must not be there yet")
        Path target = Path.of("backup");

        @Option(names = "--without-keys", description = "leaves the secret keys out")
        boolean withoutKeys;

        @Override
        public Integer call() {
            Backup backup = new Backup(target, Chronicle.ORIGIN);
            Recovery copied = backup.take(folder.data, !withoutKeys, counted());
            return switch (copied) {
                case Recovery.Damaged(var faults) ->
                    Console.damaged(faults.stream().map(Fault::words).toList());
                case Recovery.Sound sound -> {
                    Console.say(
                            "Copied to " + target + ": " + size(sound, Language.ENGLISH),
                            "Copié dans " + target + "\u202F: " + size(sound, Language.FRENCH));
                    if (backup.holdsKeys()) {
                        Console.say(
                                "The copy holds the secret keys of the log: whoever reads it can sign in its name. Keep it like them.",
                                "La copie contient les clés secrètes du journal\u202F: qui la lit peut signer en son nom. Gardez-la comme elles.");
                    } else {
                        Console.say(
                                "The copy holds no secret keys. Without them the record can be checked and read, but not continued: keep the file keys elsewhere.",
                                "La copie ne contient pas de clés secrètes. Sans elles, le registre peut être vérifié et lu, mais non continué\u202F: gardez le fichier keys ailleurs.");
                    }
                    yield 0;
                }
            };
        }
    }

    @Command(
            name = "restore",
            description = "Brings a backup into a new or empty folder, once all of it has been checked.",
            mixinStandardHelpOptions = true)
    static final class Restore implements Callable<Integer> {
        @CommandLine.Mixin
        Folder folder = new Folder();

        @Parameters(paramLabel = "BACKUP", description = "the folder that ./entente backup made")
        Path source = Path.of("backup");

        @Override
        public Integer call() {
            Backup backup = new Backup(source, Chronicle.ORIGIN);
            return switch (backup.restore(folder.data, counted())) {
                case Recovery.Damaged(var faults) ->
                    Console.damaged(faults.stream().map(Fault::words).toList());
                case Recovery.Sound sound -> {
                    Console.say(
                            "Restored into " + folder.data + ": " + size(sound, Language.ENGLISH),
                            "Restauré dans " + folder.data + "\u202F: " + size(sound, Language.FRENCH));
                    if (!backup.holdsKeys()) {
                        Console.say(
                                "The backup holds no secret keys: put the file keys of the log into the folder before the node starts.",
                                "La sauvegarde ne contient pas de clés secrètes\u202F: mettez le fichier keys du journal dans le dossier avant de lancer le nœud.");
                    }
                    yield 0;
                }
            };
        }
    }

    private static Audit.Reader counted() {
        LongConsumer progress = Console.opening();
        return (index, _, _) -> () -> progress.accept(index + 1);
    }

    private static String size(Recovery.Sound sound, Language language) {
        String size = new Speech(language).number(sound.frontier().size());
        String root = sound.frontier().root().base64();
        return new Words(
                        size + " entries, root " + root + "; every hash and signature was checked.",
                        size + " entrées, racine " + root
                                + "\u202F; chaque empreinte et chaque signature a été vérifiée.")
                .in(language);
    }
}
