package entente.files;

import entente.agreement.Slug;
import entente.files.Tree.Plain;
import entente.files.Tree.Scalar;
import entente.files.Tree.Sequence;
import entente.files.Tree.Unreadable;
import entente.terms.Period;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What may stand behind a key or in a list, each with its limits. Where a value is wrong, exactly one fault is
/// noted and a stand-in given back.
final class Values {
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_ADDRESS = 600;

    /// What the JSON schema of YAML 1.2 takes for something else than a text.
    private static final Pattern NO_TEXT =
            Pattern.compile("null|true|false|-?(0|[1-9]\\d*)(\\.\\d*)?([eE][-+]?\\d+)?|-?\\.inf|\\.nan");

    private Values() {}

    /// How one kind of value is read.
    interface Reader<T> {
        T read(Tree tree, Faults faults);
    }

    private enum Lines {
        ONE,
        SEVERAL
    }

    static String text(Tree tree, Faults faults) {
        String text = text(tree, faults, LONGEST_TEXT, Lines.SEVERAL);
        return text == null ? "x" : text;
    }

    static String line(Tree tree, Faults faults) {
        String text = text(tree, faults, LONGEST_LINE, Lines.ONE);
        return text == null ? "x" : text;
    }

    static String address(Tree tree, Faults faults) {
        String text = text(tree, faults, LONGEST_ADDRESS, Lines.ONE);
        return text == null ? "x" : text;
    }

    private static @Nullable Scalar scalar(Tree tree, Faults faults) {
        return switch (tree) {
            case Scalar scalar -> scalar;
            case Unreadable _ -> null;
            default -> {
                faults.add(
                        tree.mark(),
                        "wrong-type",
                        "A text is expected here, not a list or a group of keys. Write a single value.",
                        "Un texte est attendu ici, non une liste ou un groupe de clés. Écrivez une seule valeur.");
                yield null;
            }
        };
    }

    private static @Nullable String text(Tree tree, Faults faults, int most, Lines lines) {
        Scalar scalar = scalar(tree, faults);
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        Mark mark = scalar.mark();
        int length = text.codePointCount(0, text.length());
        int bad = Characters.firstBad(text, lines == Lines.SEVERAL);
        if (Characters.blank(text)) {
            faults.add(
                    mark,
                    "wrong-type",
                    "A text is expected here, and nothing stands here. Write it, or leave the key out.",
                    "Un texte est attendu ici, et rien n’y figure. Écrivez-le, ou supprimez la clé.");
        } else if (length > most) {
            faults.add(
                    mark,
                    "too-long",
                    "At most " + most + " characters may stand here, these are " + length + ". Shorten the text.",
                    "Au plus " + most + " caractères peuvent figurer ici, il y en a " + length + ". Abrégez le texte.");
        } else if (bad >= 0) {
            badCharacter(bad, mark, faults);
        } else if (scalar.plain() == Plain.YES && NO_TEXT.matcher(text).matches()) {
            faults.add(
                    mark,
                    "wrong-type",
                    "A text is expected here, and " + Characters.shown(text)
                            + " without quotes is none. Put it in quotes.",
                    "Un texte est attendu ici, et " + Characters.shown(text)
                            + " sans guillemets n’en est pas un. Mettez-le entre guillemets.");
        } else {
            return text;
        }
        return null;
    }

    static void badCharacter(int codePoint, Mark mark, Faults faults) {
        String code = String.format("U+%04X", codePoint);
        faults.add(
                mark,
                "bad-character",
                "The character " + code + " may not stand here: it is not seen, or breaks the line. Remove it.",
                "Le caractère " + code
                        + " n’est pas admis ici\u00A0: il est invisible ou coupe la ligne. Supprimez-le.");
    }

    static String slug(Tree tree, Faults faults) {
        String text = text(tree, faults, LONGEST_LINE, Lines.ONE);
        if (text == null || Slug.fits(text)) {
            return text == null ? "x" : text;
        }
        String shown = Characters.shown(text);
        faults.add(
                tree.mark(),
                "bad-id",
                shown + " is no id. Use 1 to 64 lower-case letters, digits and hyphens, no hyphen first.",
                shown + " n’est pas un identifiant. Employez de 1 à 64 lettres minuscules sans accent, chiffres et"
                        + " traits d’union, sans trait d’union initial.");
        return "x";
    }

    static Words words(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.of("en", "fr"));
        return new Words(form.get("en", Values::text, "x"), form.get("fr", Values::text, "x"));
    }

    static Period period(Tree tree, Faults faults) {
        Scalar scalar = scalar(tree, faults);
        Period nothing = Period.parse("XXXX");
        if (scalar == null) {
            return nothing;
        }
        try {
            return Period.parse(scalar.text());
        } catch (IllegalArgumentException impossible) {
            String shown = Characters.shown(scalar.text());
            faults.add(
                    tree.mark(),
                    "impossible-date",
                    shown + " is no date. Write 2014-09-20, 2014-09, 2014, 2018-23 for autumn, or 2014-04/2015-03;"
                            + " XXXX for none.",
                    shown + " n’est pas une date. Écrivez 2014-09-20, 2014-09, 2014, 2018-23 pour l’automne, ou"
                            + " 2014-04/2015-03\u202F; XXXX s’il n’y en a pas.");
            return nothing;
        }
    }

    static LocalDate day(Tree tree, Faults faults) {
        Scalar scalar = scalar(tree, faults);
        if (scalar == null) {
            return LocalDate.EPOCH;
        }
        try {
            Period period = Period.parse(scalar.text());
            if (period.first().toString().equals(scalar.text())) {
                return period.first();
            }
        } catch (IllegalArgumentException impossible) {
            // Falls through to the one sentence for both.
        }
        String shown = Characters.shown(scalar.text());
        faults.add(
                tree.mark(),
                "impossible-date",
                shown + " is no day of the calendar. Write it as 2017-09-19.",
                shown + " n’est pas un jour du calendrier. Écrivez-le ainsi\u00A0: 2017-09-19.");
        return LocalDate.EPOCH;
    }

    static <T> T word(Tree tree, Faults faults, Map<String, T> words) {
        Scalar scalar = scalar(tree, faults);
        T value = scalar == null ? null : words.get(scalar.text());
        if (value != null) {
            return value;
        }
        if (scalar != null) {
            String shown = Characters.shown(scalar.text());
            String known = listed(words.keySet());
            faults.add(
                    tree.mark(),
                    "unknown-word",
                    shown + " is not known here. Write one of: " + known + ".",
                    shown + " n’est pas un mot connu ici. Écrivez l’un de ceux-ci\u00A0: " + known + ".");
        }
        return words.values().iterator().next();
    }

    static String listed(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    static <T> List<T> list(Tree tree, Faults faults, int least, int most, Reader<T> reader) {
        if (!(tree instanceof Sequence(List<Tree> items, Mark mark))) {
            if (!(tree instanceof Unreadable)) {
                faults.add(
                        tree.mark(),
                        "wrong-type",
                        "A list is expected here. Write [one, other], or each item on a line of its own after a hyphen.",
                        "Une liste est attendue ici. Écrivez [un, autre], ou chaque élément sur sa ligne après un tiret.");
            }
            return List.of();
        }
        if (items.size() > most) {
            tooMany(mark, faults, most);
            return List.of();
        }
        if (items.size() < least) {
            tooFew(mark, faults, least);
        }
        List<T> values = new ArrayList<>(items.size());
        items.forEach(item -> values.add(reader.read(item, faults)));
        return values;
    }

    static void tooMany(Mark mark, Faults faults, int most) {
        faults.add(
                mark,
                "too-many",
                "At most " + most + " items may stand in this list. Remove some.",
                "Au plus " + most + " éléments peuvent figurer dans cette liste. Supprimez-en.");
    }

    static void tooFew(Mark mark, Faults faults, int least) {
        faults.add(
                mark,
                "too-few",
                "This list is too short, the least length is " + least + ". Add what is missing, or leave the key out.",
                "Cette liste est trop courte, la longueur minimale est de " + least
                        + ". Ajoutez ce qui manque, ou supprimez la clé.");
    }

    /// A list in which nothing stands twice.
    static <T> List<T> distinct(Tree tree, Faults faults, int least, int most, Reader<T> reader) {
        List<T> seen = new ArrayList<>();
        return list(tree, faults, least, most, (item, _) -> {
            int before = faults.count();
            T value = reader.read(item, faults);
            if (faults.count() == before && seen.contains(value)) {
                faults.add(
                        item.mark(),
                        "duplicate-item",
                        "This stands in the list already. Remove one of the two.",
                        "Ceci figure déjà dans la liste. Supprimez l’un des deux.");
            } else if (faults.count() == before) {
                seen.add(value);
            }
            return value;
        });
    }
}
