package entente.agreement;

import entente.terms.Period;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clause of an agreement. Its `text` is a summary in our own words, in both languages; `source` is where the text
/// itself can be read.
///
/// `since` is null for a clause of the first text, else the time when it was added.
public record Clause(
        ClauseId id, @Nullable Period since, Words text, Basis basis, String source, List<Commitment> commitments) {
    public Clause {
        commitments = List.copyOf(commitments);
    }

    /// Whether the text holds this clause on a day after its signature.
    public boolean standsOn(LocalDate day) {
        return since == null || !since.first().isAfter(day);
    }

    /// On what the summary rests.
    public enum Basis {
        EXCERPT(new Words("an excerpt of the text was read", "un extrait du texte a été lu")),
        PRESS(new Words(
                "a press report of the day was read, not the text itself",
                "un article de presse du jour a été lu, non le texte lui-même"));

        private final Words title;

        Basis(Words title) {
            this.title = title;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public Words title() {
            return title;
        }
    }
}
