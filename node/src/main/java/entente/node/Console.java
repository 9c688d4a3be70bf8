package entente.node;

import entente.files.Fault;
import entente.node.web.Speech;
import entente.record.Store;
import entente.terms.Language;
import entente.terms.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;

/// Where the commands speak to the person who typed them, in French where the system is French, else in English.
/// What was asked for goes to standard output, everything else to standard error.
final class Console {
    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    static final Language LANGUAGE =
            Locale.getDefault().getLanguage().equals("fr") ? Language.FRENCH : Language.ENGLISH;

    private Console() {}

    static void say(String en, String fr) {
        ERR.println(new Words(en, fr).in(LANGUAGE));
    }

    /// What went wrong, and what to do. Answers the exit status.
    static int refuse(Words words) {
        ERR.println("entente" + new Words(": ", "\u202F: ").in(LANGUAGE) + words.in(LANGUAGE));
        return 1;
    }

    static int refuse(String en, String fr) {
        return refuse(new Words(en, fr));
    }

    static int refused(List<Fault> faults) {
        faults.forEach(fault -> ERR.println(fault.in(LANGUAGE)));
        Speech speech = new Speech(LANGUAGE);
        ERR.println(speech.count(faults.size(), "fault", "faults", "faute", "fautes")
                + speech.say("; nothing was recorded.", "\u202F; rien n’a été enregistré."));
        return 1;
    }

    /// Trouble outside, named; anything else is a mistake of ours and is thrown on.
    static int explain(Exception trouble) throws Exception {
        return switch (trouble) {
            case Chronicle.Damaged damaged -> damaged(damaged.faults());
            case Store.Failure failure -> refuse(failure.words());
            case UncheckedIOException file -> unreadable(Objects.requireNonNull(file.getCause()));
            case IOException file -> unreadable(file);
            default -> throw trouble;
        };
    }

    static int damaged(List<Words> faults) {
        say(
                "The record is damaged. Nothing is served from it, so that no wrong figure is shown.",
                "Le registre est endommagé. Rien n’en est publié, afin qu’aucun chiffre faux ne soit montré.");
        faults.forEach(fault -> ERR.println("  " + fault.in(LANGUAGE)));
        say(
                "Keep the folder, and bring a backup from before the damage into a new one: ./entente restore BACKUP --data DIR."
                        + " What was published can be verified against it.",
                "Gardez le dossier, et remettez une sauvegarde d’avant le dommage dans un nouveau\u202F: ./entente restore SAUVEGARDE --data DOSSIER."
                        + " Ce qui a été publié peut être vérifié avec elle.");
        return 1;
    }

    private static int unreadable(IOException trouble) {
        String why = trouble.getMessage();
        return switch (trouble) {
            case NoSuchFileException _ -> refuse("there is no file " + why, "il n’y a pas de fichier " + why);
            case AccessDeniedException _ ->
                refuse("the file " + why + " may not be read", "le fichier " + why + " ne peut pas être lu");
            default -> refuse("cannot read: " + why, "lecture impossible\u202F: " + why);
        };
    }

    /// Says how far opening a record has come.
    static LongConsumer opening() {
        return progress("reading the record: %d entries", "lecture du registre\u202F: %d entrées");
    }

    /// Says how far something has come, once a second.
    static LongConsumer progress(String en, String fr) {
        long[] said = {System.nanoTime()};
        return count -> {
            if (System.nanoTime() - said[0] > 1_000_000_000L) {
                said[0] = System.nanoTime();
                say(en.formatted(count), fr.formatted(count));
            }
        };
    }
}
