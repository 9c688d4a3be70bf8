package entente.terms;

/// A sentence or phrase said in both languages. Neither is a translation of lesser rank, and neither may be blank.
public record Words(String en, String fr) {
    public Words {
        if (en.isBlank() || fr.isBlank()) {
            throw new IllegalArgumentException("both languages must say something, was: [" + en + "] [" + fr + "]");
        }
    }

    /// Words that are the same in both languages, such as a proper name.
    public static Words same(String text) {
        return new Words(text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> en;
            case FRENCH -> fr;
        };
    }
}
