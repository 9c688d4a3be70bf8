package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.terms.Language;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something on record that can be found by its words and its figures.
sealed interface Findable {
    record OfAgreement(Agreement agreement) implements Findable {}

    record OfClause(Agreement agreement, Clause clause) implements Findable {}

    /// A fact, by the entry that tells it. `displaced`: it has been corrected or retracted since.
    record OfFact(Fact fact, long index, boolean displaced) implements Findable {}

    /// A text of it. `language` is null where the text is the same in both.
    record Text(Part part, String text, @Nullable Language language) {}

    /// All its texts in both languages.
    default List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        switch (this) {
            case OfAgreement(Agreement agreement) -> {
                add(texts, Part.TITLE, agreement.title());
                texts.add(new Text(Part.NAME, agreement.id(), null));
                add(texts, Part.WHERE, agreement.place());
                for (Agreement.Signatory one : agreement.signatories()) {
                    add(texts, Part.WHO, one.post());
                    texts.add(new Text(Part.WHO, one.name(), null));
                }
                add(texts, Part.NOTE, agreement.note());
            }
            case OfClause(Agreement _, Clause clause) -> {
                texts.add(new Text(Part.NAME, clause.id().toString(), null));
                add(texts, Part.SAYS, clause.text());
                for (Commitment one : clause.commitments()) {
                    add(texts, Part.SAYS, one.does());
                    add(texts, Part.WHO, one.others());
                    add(texts, Part.NOTE, one.keptIf());
                    add(texts, Part.NOTE, one.missing());
                    add(texts, Part.NOTE, one.note());
                    one.themes().forEach(theme -> texts.add(new Text(Part.SUBJECT, theme, null)));
                }
            }
            case OfFact(Fact fact, long _, boolean _) -> {
                texts.add(new Text(Part.NAME, fact.id(), null));
                add(texts, Part.SAYS, fact.says());
                for (Part part : List.of(Part.PLACE, Part.PAYEE, Part.PAYER, Part.PUBLISHER)) {
                    for (String value : named(part)) {
                        add(texts, part, shown(part, value));
                    }
                }
                add(texts, Part.WHO, fact.who());
                add(texts, Part.WHERE, fact.where());
                add(texts, Part.SUBJECT, fact.kind().title());
                for (Fact.Tag tag : List.of(Fact.Tag.PURPOSE, Fact.Tag.SUBJECT)) {
                    fact.tags()
                            .getOrDefault(tag, new TreeSet<>())
                            .forEach(value -> add(texts, Part.SUBJECT, Labels.tag(value)));
                }
                add(texts, Part.NOTE, fact.note());
            }
        }
        return texts;
    }

    private static void add(List<Text> texts, Part part, @Nullable Words words) {
        if (words == null) {
            return;
        }
        if (words.en().equals(words.fr())) {
            texts.add(new Text(part, words.en(), null));
        } else {
            for (Language language : Language.values()) {
                texts.add(new Text(part, words.in(language), language));
            }
        }
    }

    /// Its publisher, or its places, payees or payers, as they stand on record.
    default SortedSet<String> named(Part part) {
        if (!(this instanceof OfFact(Fact fact, long _, boolean _))) {
            return new TreeSet<>();
        }
        return switch (part) {
            case PUBLISHER -> new TreeSet<>(List.of(fact.source().publisher()));
            case PLACE -> fact.tags().getOrDefault(Fact.Tag.PLACE, new TreeSet<>());
            case PAYEE -> fact.tags().getOrDefault(Fact.Tag.PAYEE, new TreeSet<>());
            case PAYER -> fact.tags().getOrDefault(Fact.Tag.PAYER, new TreeSet<>());
            case TITLE, NAME, SAYS, WHO, WHERE, SUBJECT, NOTE -> new TreeSet<>();
        };
    }

    /// A publisher, place, payee or payer in words.
    static Words shown(Part part, String value) {
        return part == Part.PUBLISHER ? Words.same(value) : Labels.tag(value);
    }

    /// The numbers that it states itself.
    default List<Figure> figures() {
        return switch (this) {
            case OfAgreement _ -> List.of();
            case OfClause(Agreement _, Clause clause) ->
                clause.commitments().stream()
                        .flatMap(one -> Stream.ofNullable(one.promised()))
                        .map(Figure.class::cast)
                        .toList();
            case OfFact(Fact fact, long _, boolean _) -> fact.figures();
        };
    }
}
