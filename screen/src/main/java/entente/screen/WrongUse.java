package entente.screen;

import entente.terms.Words;

/// A command line that cannot be followed, or a file that cannot be used, and why.
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Words words;

    WrongUse(String en, String fr) {
        super(en);
        words = new Words(en, fr);
    }

    Words words() {
        return words;
    }
}
