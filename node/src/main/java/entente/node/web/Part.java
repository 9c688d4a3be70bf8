package entente.node.web;

import entente.terms.Language;
import entente.terms.Words;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of something on record in which a word was found, from the most telling to the least.
///
/// `prefix` is what stands before a colon to ask for everything with one publisher, place, payee or payer.
enum Part {
    TITLE(12, new Words("title", "titre"), null),
    NAME(10, new Words("name on record", "nom au registre"), null),
    SAYS(8, new Words("what it says", "ce qui est dit"), null),
    PLACE(7, new Words("place", "lieu"), new Words("place", "lieu")),
    PAYEE(7, new Words("payee", "bénéficiaire"), new Words("payee", "bénéficiaire")),
    PAYER(6, new Words("payer", "payeur"), new Words("payer", "payeur")),
    WHO(6, new Words("who", "qui"), null),
    PUBLISHER(6, new Words("publisher", "source"), new Words("publisher", "source")),
    WHERE(6, new Words("where", "où"), null),
    SUBJECT(5, new Words("subject", "sujet"), null),
    NOTE(2, new Words("note", "note"), null);

    private final int weight;
    private final Words title;
    private final @Nullable Words prefix;

    Part(int weight, Words title, @Nullable Words prefix) {
        this.weight = weight;
        this.title = title;
        this.prefix = prefix;
    }

    int weight() {
        return weight;
    }

    Words title() {
        return title;
    }

    /// The text that asks for everything with this value.
    String asking(Language language, String value) {
        return (prefix == null ? title : prefix).in(language) + ":" + value;
    }

    /// Reads a text such as `publisher:The Guardian`, with the prefix in either language.
    static Optional<Sought.Of> named(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String before = String.join("", Sought.tokens(text.substring(0, colon)));
        return Arrays.stream(values())
                .filter(part -> part.prefix != null
                        && Arrays.stream(Language.values())
                                .anyMatch(language ->
                                        before.equals(String.join("", Sought.tokens(part.prefix.in(language))))))
                .findFirst()
                .map(part -> new Sought.Of(part, text.substring(colon + 1).strip()));
    }
}
