package entente.verify;

import entente.terms.Words;

/// A file that could not be had, or that cannot be what it should be. The words name it and say why.
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Words words;

    Trouble(String en, String fr) {
        super(en);
        this.words = new Words(en, fr);
    }

    Words words() {
        return words;
    }
}
