package entente.verify;

import entente.record.Bytes;
import entente.record.Checkpoint;
import entente.record.Malformed;
import entente.record.Proof;
import entente.record.Receipt;
import entente.record.Tree;
import entente.record.Verdict;
import entente.terms.Language;
import entente.terms.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command. Exit status 0: all of it is good; 1: something is not; 2: a wrong command line.
@Command(
        name = "entente verify",
        description =
                "Checks a record, and every standing that is published from it, without trusting whoever runs it.",
        mixinStandardHelpOptions = true,
        subcommands = Main.OfReceipt.class)
public final class Main implements Callable<Integer> {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private static final int WRONG_USE = 2;

    @Parameters(
            index = "0",
            // Required, but not beside the command `receipt`: see below.
            arity = "0..1",
            paramLabel = "DIR|URL",
            description = "the address of a node, or a folder with what somebody downloaded from one")
    String where = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the keys of the log, one a line, as they reached you from those who run it")
    @Nullable
    Path key;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "check what was published as known on this day, too (may be repeated)")
    List<LocalDate> dates = new ArrayList<>();

    @Option(
            names = "--save",
            paramLabel = "DIR",
            description = "keep everything that is fetched in this new folder, to be verified again without the node")
    @Nullable
    Path save;

    @Option(names = "--json", description = "print the result as JSON")
    boolean json;

    /// A command line that cannot be followed, and why.
    private static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongUse(String en, String fr) {
            super(language() == Language.FRENCH ? fr : en);
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((trouble, _, _) -> {
            if (trouble instanceof WrongUse) {
                ERR.println("entente: " + trouble.getMessage());
                return WRONG_USE;
            }
            throw trouble;
        });
        return line.execute(arguments);
    }

    private static Language language() {
        return Locale.getDefault().getLanguage().equals("fr") ? Language.FRENCH : Language.ENGLISH;
    }

    @Override
    public Integer call() {
        if (where.isEmpty()) {
            throw new WrongUse(
                    "name the address of a node, or a folder; --help says more",
                    "nommez l’adresse d’un nœud ou un dossier\u202F; --help en dit plus");
        }
        LocalDate tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(1);
        for (LocalDate date : dates) {
            if (date.isAfter(tomorrow) || date.getYear() < 1900) {
                throw new WrongUse(
                        "nothing can have been published as known on " + date,
                        "rien n’a pu être publié tel que connu au " + date);
            }
        }
        Optional<Keys> keys = Optional.ofNullable(key).map(Main::keys);
        Report report = Verification.run(site(), keys, new TreeSet<>(dates), progress());
        OUT.print(json ? report.json() : report.text(language()));
        return report.good() ? 0 : 1;
    }

    private static LongConsumer progress() {
        long[] said = {System.nanoTime()};
        return entries -> {
            if (System.nanoTime() - said[0] > 1_000_000_000L) {
                said[0] = System.nanoTime();
                ERR.println(language() == Language.FRENCH ? entries + " entrées lues" : entries + " entries read");
            }
        };
    }

    private Site site() {
        Site site = where.startsWith("http://") || where.startsWith("https://") ? web() : folder();
        if (save == null) {
            return site;
        }
        if (Files.exists(save) && !empty(save)) {
            throw new WrongUse(
                    save + " holds something already; name a new folder, so that nothing old is mixed in",
                    save
                            + " contient déjà quelque chose\u202F; nommez un dossier neuf, pour ne rien mélanger d’ancien");
        }
        return new Saving(site, save);
    }

    private static boolean empty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException noFolder) {
            return false;
        }
    }

    private Site web() {
        try {
            return Web.at(where);
        } catch (IllegalArgumentException noAddress) {
            throw new WrongUse(
                    where + " is not the address of a node, such as https://example.org",
                    where + " n’est pas l’adresse d’un nœud, telle que https://example.org");
        }
    }

    private Site folder() {
        Path folder = Path.of(where);
        if (!Files.isDirectory(folder)) {
            throw new WrongUse(
                    where + " is neither a folder nor an address that begins with http:// or https://",
                    where + " n’est ni un dossier ni une adresse qui commence par http:// ou https://");
        }
        if (Files.exists(folder.resolve("record.db")) && !Files.exists(folder.resolve("log/checkpoint"))) {
            throw new WrongUse(
                    where + " is a node's own folder. Start the node and verify its address, or download a bundle with"
                            + " --save.",
                    where + " est le dossier propre d’un nœud. Démarrez le nœud et vérifiez son adresse, ou téléchargez"
                            + " une copie avec --save.");
        }
        return new Folder(folder);
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(4 * 1024 * 1024);
        } catch (IOException trouble) {
            throw new WrongUse(file + " cannot be read", file + "\u202F: lecture impossible");
        }
    }

    private static Keys keys(Path file) {
        try {
            return Keys.parse(bytes(file));
        } catch (Malformed wrong) {
            throw new WrongUse(file + ": " + wrong.reason(), file + "\u202F: " + wrong.reason());
        }
    }

    /// Checks one receipt, without any log.
    @Command(
            name = "receipt",
            description = "Checks that a receipt proves an entry to be in the log of these keys.",
            mixinStandardHelpOptions = true)
    static final class OfReceipt implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "the receipt, a .tlog-proof file")
        Path receipt = Path.of("");

        @Option(names = "--entry", paramLabel = "FILE", required = true, description = "the bytes of the entry")
        Path entry = Path.of("");

        @Option(names = "--key", paramLabel = "FILE", required = true, description = "the keys of the log, one a line")
        Path key = Path.of("");

        @Override
        public Integer call() {
            Report.Step step = check(keys(key));
            Words conclusion = step.good()
                    ? new Words(
                            "Shown: the log that these keys sign holds this entry. Not shown: that the entry is true.",
                            "Établi\u202F: le journal que ces clés signent contient cette entrée. Non établi\u202F: qu’elle"
                                    + " dise vrai.")
                    : new Words("NOT GOOD: the receipt proves nothing.", "NON CONFORME\u202F: le reçu ne prouve rien.");
            Report report = new Report(List.of(step), conclusion);
            OUT.print(report.text(language()));
            return report.good() ? 0 : 1;
        }

        private Report.Step check(Keys keys) {
            try {
                Receipt parsed = Receipt.parse(bytes(receipt));
                Checkpoint head = Checkpoint.parse(parsed.checkpoint().text());
                Words says = new Words(
                        "Entry " + parsed.index() + " of " + head.size() + " of " + head.origin(),
                        "Entrée " + parsed.index() + " sur " + head.size() + " de " + head.origin());
                if (parsed.checkpoint().unanimous(keys.keys()) instanceof Verdict.Rejected(String reason)) {
                    return wrong(says, reason);
                }
                boolean included = head.origin().equals(keys.origin())
                        && Proof.included(
                                Tree.leaf(Bytes.of(bytes(entry))),
                                parsed.index(),
                                head.size(),
                                parsed.proof(),
                                head.root());
                return included
                        ? new Report.Step(says, List.of(), List.of())
                        : wrong(says, "the entry is not the one that the signed root covers there");
            } catch (Malformed malformed) {
                return wrong(new Words("The receipt", "Le reçu"), malformed.reason());
            }
        }

        private static Report.Step wrong(Words says, String reason) {
            return new Report.Step(says, List.of(Words.same(reason)), List.of());
        }
    }
}
