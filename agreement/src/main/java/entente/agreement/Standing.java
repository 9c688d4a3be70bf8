package entente.agreement;

import entente.terms.Words;

/// How a commitment stands. Computed, never typed.
///
/// The order is from best to worst, and roll-ups use it: all of several promises stand as the worst of them, any as
/// the best.
public enum Standing {
    KEPT(new Words("Kept", "Tenu")),
    KEPT_LATE(new Words("Kept late", "Tenu en retard")),
    ON_COURSE(new Words("On course", "En bonne voie")),
    NOT_YET_DUE(new Words("Not yet due", "Pas encore exigible")),
    NO_EVIDENCE(new Words("No evidence", "Aucune preuve")),
    CANNOT_BE_JUDGED(new Words("Cannot be judged", "Non évaluable")),
    LATE(new Words("Late", "En retard")),
    BROKEN(new Words("Broken", "Rompu"));

    private final Words title;

    Standing(Words title) {
        this.title = title;
    }

    public Words title() {
        return title;
    }

    /// As spelled in files, addresses and style sheets: `kept-late`.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public boolean kept() {
        return this == KEPT || this == KEPT_LATE;
    }

    boolean worseThan(Standing other) {
        return compareTo(other) > 0;
    }
}
