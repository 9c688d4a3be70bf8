package entente.files;

import entente.terms.Language;
import entente.terms.Words;

/// Something in a file that keeps it from being taken: where, which rule, and a sentence that says what is wrong
/// and what to do.
public record Fault(String file, Mark mark, String rule, Words sentence) {

    /// What stands at the end of a list of faults that was cut.
    public static Fault more(String file, Mark mark) {
        return new Fault(
                file,
                mark,
                "more-faults",
                new Words(
                        "There are more faults than these. Mend them and read the file again.",
                        "Il y a d’autres fautes que celles-ci. Corrigez-les, puis relisez le fichier."));
    }

    Fault below(int lines) {
        return new Fault(file, mark.below(lines), rule, sentence);
    }

    /// As compilers print it, so that editors can jump there: `file:line:column: [rule] sentence`.
    public String in(Language language) {
        return file + ":" + mark.line() + ":" + mark.column() + ": [" + rule + "] " + sentence.in(language);
    }
}
