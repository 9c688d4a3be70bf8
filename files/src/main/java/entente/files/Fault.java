package entente.files;

import entente.terms.Language;
import entente.terms.Words;

/// Something in a file that keeps it from being taken: where, which rule, and a sentence that says what is wrong
/// and what to do.
public record Fault(String file, Mark mark, String rule, Words sentence) {

    /// As compilers print it, so that editors can jump there: `file:line:column: [rule] sentence`.
    public String in(Language language) {
        return file + ":" + mark.line() + ":" + mark.column() + ": [" + rule + "] " + sentence.in(language);
    }
}
