package entente.node.web;

import entente.agreement.Figure;
import entente.terms.Digest;
import entente.terms.Language;
import entente.terms.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that was found. `time` is null where the text is no date; `words` and `held` say how many words were looked
/// for, and how many of them each result that was found by its words holds.
record Found(
        Some<InLog> entries,
        boolean root,
        Some<Item> agreements,
        Some<Item> clauses,
        Some<Item> facts,
        Some<Name> names,
        @Nullable Period time,
        int words,
        int held) {
    int all() {
        return entries.all() + (root ? 1 : 0) + agreements.all() + clauses.all() + facts.all() + names.all();
    }

    /// Why something was found.
    sealed interface Why {
        record Numbered() implements Why {}

        record Leaf(Digest hash) implements Why {}

        record Commitment(Digest hash) implements Why {}

        /// A figure that is the amount, or where not `exact` comes to it when rounded.
        record Amount(Figure figure, boolean exact) implements Why {}

        record Happened(Period when) implements Why {}

        record Reported(Period when) implements Why {}

        record ClauseNumber(int number) implements Why {}

        record Of(Part part) implements Why {}

        /// A word as it stands there. `language` is null where the text is the same in both.
        record Word(String word, Part part, @Nullable Language language) implements Why {}
    }

    record InLog(long index, Why why) {}

    record Item(Findable item, List<Why> why) {}

    /// A publisher, place, payee or payer, and how many facts there are with it.
    record Name(Part part, String value, int facts) {}

    /// The first of one kind, and how many there are in all.
    record Some<T>(List<T> first, int all) {
        static <T> Some<T> of(List<T> all) {
            return new Some<>(List.copyOf(all.subList(0, Math.min(Finder.MOST, all.size()))), all.size());
        }
    }
}
