package entente.recordings;

import entente.terms.Words;

/// A recording that cannot be used: which file, what is wrong with it, and what to do, in both languages.
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Words words;

    /// What is wrong, where no one file is at fault.
    public Unusable(Words words) {
        super(words.en());
        this.words = words;
    }

    /// What is wrong with this file.
    static Unusable of(String file, String en, String fr) {
        return new Unusable(new Words(file + ": " + en, file + "\u202F: " + fr));
    }

    static Unusable cutShort(String file) {
        return of(
                file,
                "the file is cut short: it ends before what its header promises. Fetch it again from the recorder.",
                "le fichier est tronqué\u202F: il finit avant ce que son en-tête annonce. Reprenez-le de l’enregistreur.");
    }

    public Words words() {
        return words;
    }
}
