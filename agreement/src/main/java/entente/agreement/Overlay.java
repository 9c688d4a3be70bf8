package entente.agreement;

import entente.terms.Words;

/// What must be said beside a standing and does not change it.
public enum Overlay {
    SIDES_DIFFER(new Words("The two sides differ", "Les deux parties divergent")),
    FIGURES_DIFFER(new Words("Published figures differ", "Les chiffres publiés divergent")),
    ONLY_CLAIMED(new Words("Only claimed", "Simple affirmation")),
    SUPERSEDED(new Words("Superseded", "Remplacé")),
    WAIVED(new Words("Waived", "Levé d’un commun accord")),
    CORRECTED_SINCE(new Words("Corrected since", "Corrigé depuis"));

    private final Words title;

    Overlay(Words title) {
        this.title = title;
    }

    public Words title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
