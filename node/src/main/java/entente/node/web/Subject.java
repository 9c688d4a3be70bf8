package entente.node.web;

import entente.terms.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page is about. Each has one address in each language: [#path] writes it, [Address] reads it.
public sealed interface Subject {
    /// The list of agreements.
    record Agreements() implements Subject {}

    /// An agreement: its clauses and how they stand.
    record OneAgreement(String agreement) implements Subject {}

    /// A clause, by its number in the text.
    record OneClause(String agreement, int number) implements Subject {}

    /// An entry of the log. `agreement` is null at the short address `/r/4471`.
    record OneEntry(@Nullable String agreement, long index) implements Subject {}

    /// The money of one agreement, or of all where it is null.
    record Money(@Nullable String agreement) implements Subject {}

    /// What has been counted or paid, all published figures together: for one agreement, or for all.
    record Figures(@Nullable String agreement) implements Subject {}

    /// The receipt of one figure, by its name.
    record OneFigure(@Nullable String agreement, String name) implements Subject {}

    /// Like promises together: all groups, or the one of a theme.
    record Promises(@Nullable String theme) implements Subject {}

    /// What happened when: for one clause of an agreement by its number, for one agreement, or for all.
    record Timeline(@Nullable String agreement, @Nullable Integer clause) implements Subject {
        Timeline(@Nullable String agreement) {
            this(agreement, null);
        }
    }

    /// Where it happened: the strait, or a part of it by its name.
    record Chart(@Nullable String part) implements Subject {}

    record Find() implements Subject {}

    /// What can be taken away, and how: all tables, or the one of a key.
    record Data(@Nullable String table) implements Subject {}

    record Accessibility() implements Subject {}

    /// The lanes that are watched from here.
    record Lanes() implements Subject {}

    /// What one lane shows, as it happens; or where it is `slow`, as it was when the page was asked for.
    record OneLane(String lane, boolean slow) implements Subject {}

    /// How to check the record, and what checking came to.
    record Verify() implements Subject {}

    /// What each standing means.
    record Glossary() implements Subject {}

    /// The words of paths: the one table of both languages.
    enum Word {
        AGREEMENTS("agreements", "accords"),
        AGREEMENT("agreement", "accord"),
        LOG("log", "registre"),
        MONEY("money", "argent"),
        FIGURES("figures", "chiffres"),
        PROMISES("promises", "promesses"),
        TIMELINE("timeline", "chronologie"),
        MAP("map", "carte"),
        FIND("find", "chercher"),
        DATA("data", "donnees"),
        ACCESSIBILITY("accessibility", "accessibilite"),
        VERIFY("verify", "verifier"),
        STANDINGS("standings", "etats"),
        LANES("lanes", "voies"),
        LANE("lane", "voie"),
        NOW("now", "maintenant");

        private final String en;
        private final String fr;

        Word(String en, String fr) {
            this.en = en;
            this.fr = fr;
        }

        String in(Language language) {
            return language == Language.ENGLISH ? en : fr;
        }

        /// The language of a path's word, where it is this one.
        Optional<Language> read(String text) {
            return text.equals(en)
                    ? Optional.of(Language.ENGLISH)
                    : text.equals(fr) ? Optional.of(Language.FRENCH) : Optional.empty();
        }
    }

    /// Whether the page speaks as of a day: those about the log itself, or about the site, do not.
    default boolean dated() {
        return switch (this) {
            case Agreements _,
                    OneAgreement _,
                    OneClause _,
                    Money _,
                    Figures _,
                    OneFigure _,
                    Promises _,
                    Timeline _,
                    Chart _ -> true;
            case Data(var table) -> table != null;
            case OneEntry _, Find _, Accessibility _, Verify _, Glossary _, Lanes _, OneLane _ -> false;
        };
    }

    /// The forms in which its page can be taken away, in the order in which they are offered.
    default List<Format> forms() {
        return switch (this) {
            case Agreements _ -> List.of(Format.XLSX, Format.CSV, Format.JSON, Format.ATOM);
            case OneAgreement _ -> List.of(Format.PDF, Format.XLSX, Format.CSV, Format.JSON, Format.ATOM);
            case OneClause _ -> List.of(Format.XLSX, Format.CSV, Format.JSON, Format.ATOM, Format.SVG, Format.EMBED);
            case Data(var table) ->
                table == null
                        ? List.of(Format.XLSX, Format.JSON, Format.TTL, Format.JSONLD)
                        : List.of(Format.XLSX, Format.CSV, Format.JSON);
            case OneEntry _, Find _, Accessibility _, Verify _ -> List.of(Format.JSON);
            case Money _, OneFigure _, Figures _, Promises _ -> List.of(Format.XLSX, Format.CSV, Format.JSON);
            case Timeline _, Chart _ -> List.of(Format.XLSX, Format.CSV, Format.SVG);
            case OneLane(var _, boolean slow) -> slow ? List.of() : List.of(Format.JSON);
            case Glossary _, Lanes _ -> List.of();
        };
    }

    /// Whether two dates of it can be compared.
    default boolean compared() {
        return this instanceof Agreements || this instanceof OneAgreement || this instanceof OneClause;
    }

    /// The path, without time and form.
    default String path(Language language) {
        return switch (this) {
            case Agreements() -> path(language, null, Word.AGREEMENTS, null);
            case OneAgreement(String id) -> path(language, id, Word.AGREEMENT, null);
            case OneClause(String id, int number) -> path(language, id, Word.AGREEMENT, "" + number);
            case OneEntry(var id, long index) -> id == null ? "/r/" + index : path(language, id, Word.LOG, "" + index);
            case Money(var id) -> path(language, id, Word.MONEY, null);
            case Figures(var id) -> path(language, id, Word.FIGURES, null);
            case OneFigure(var id, String name) -> path(language, id, Word.FIGURES, name);
            case Promises(var theme) -> path(language, null, Word.PROMISES, theme);
            case Timeline(var id, var clause) -> path(language, id, Word.TIMELINE, clause == null ? null : "" + clause);
            case Chart(var part) -> path(language, null, Word.MAP, part);
            case Find() -> path(language, null, Word.FIND, null);
            case Data(var table) -> path(language, null, Word.DATA, table);
            case Accessibility() -> path(language, null, Word.ACCESSIBILITY, null);
            case Verify() -> path(language, null, Word.VERIFY, null);
            case Glossary() -> path(language, null, Word.STANDINGS, null);
            case Lanes() -> path(language, null, Word.LANES, null);
            case OneLane(String lane, boolean slow) ->
                path(language, null, Word.LANE, lane + (slow ? "/" + Word.NOW.in(language) : ""));
        };
    }

    private static String path(Language language, @Nullable String agreement, Word word, @Nullable String last) {
        return (agreement == null ? "/" : "/" + agreement + "/") + word.in(language) + (last == null ? "" : "/" + last);
    }
}
