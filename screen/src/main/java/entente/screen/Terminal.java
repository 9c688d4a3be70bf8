package entente.screen;

import entente.recordings.Recording;
import entente.terms.Language;
import entente.terms.Words;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where the program speaks to a person: answers on standard output, all else on standard error.
final class Terminal {
    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private long said = System.nanoTime();

    static Language language() {
        return Locale.getDefault().getLanguage().equals("fr") ? Language.FRENCH : Language.ENGLISH;
    }

    static void warn(Words words) {
        ERR.println("entente: " + printable(words.in(language())));
    }

    /// Once a second, how far a long recording was read.
    void progress(Recording recording) {
        if (System.nanoTime() - said > 1_000_000_000L) {
            said = System.nanoTime();
            int percent = (int) (100 * recording.progress());
            ERR.println(language() == Language.FRENCH ? percent + "\u00A0% lus" : percent + " % read");
        }
    }

    /// What comes from a file must not steer a terminal, nor turn the direction of a line.
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().map(c -> steers(c) ? '\uFFFD' : c).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static boolean steers(int c) {
        int type = Character.getType(c);
        boolean control = type == Character.CONTROL && c != '\n';
        return control || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
