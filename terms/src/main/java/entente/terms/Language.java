package entente.terms;

import java.util.Locale;

/// One of the two languages of equal authority in which everything is said.
public enum Language {
    ENGLISH(Locale.UK),
    FRENCH(Locale.FRANCE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /// The ISO 639-1 code, as in `lang` attributes and JSON: `en` or `fr`.
    public String code() {
        return locale.getLanguage();
    }

    public Language other() {
        return this == ENGLISH ? FRENCH : ENGLISH;
    }
}
