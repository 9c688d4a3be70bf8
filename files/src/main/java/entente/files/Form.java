package entente.files;

import entente.agreement.Slug;
import entente.files.Tree.Entry;
import entente.files.Tree.Mapping;
import entente.files.Tree.Plain;
import entente.files.Tree.Scalar;
import entente.files.Tree.Sequence;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A mapping being asked for its keys. What is missing or wrong is noted as a fault and a stand-in given back, so
/// that all faults are found in one go; a file with a fault yields nothing, so that no stand-in ever leaves the
/// reader.
final class Form {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,15})(\\.\\d{1,6})?");
    private static final int LONGEST_TEXT = 2000;

    private final Mapping mapping;
    private final Faults faults;
    private final Set<String> allowed;

    private Form(Mapping mapping, Faults faults, Set<String> allowed) {
        this.mapping = mapping;
        this.faults = faults;
        this.allowed = allowed;
    }

    /// Opens a tree as a mapping with these keys and no others.
    static Form open(Tree tree, Faults faults, Set<String> allowed) {
        if (!(tree instanceof Mapping mapping)) {
            faults.add(
                    tree.mark(),
                    "wrong-type",
                    "A group of keys is expected here: " + listed(allowed) + ".",
                    "Un groupe de clés est attendu ici : " + listed(allowed) + ".");
            return new Form(new Mapping(Map.of(), tree.mark()), faults, Set.of());
        }
        mapping.entries().forEach((key, entry) -> {
            if (!allowed.contains(key)) {
                faults.add(
                        entry.mark(),
                        "unknown-key",
                        "The key " + Grammar.shown(key) + " is not known here. Known are: " + listed(allowed) + ".",
                        "La clé " + Grammar.shown(key) + " n’est pas connue ici. Clés connues : " + listed(allowed)
                                + ".");
            }
        });
        return new Form(mapping, faults, allowed);
    }

    private static String listed(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    Mark mark() {
        return mapping.mark();
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    Mark mark(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? mark() : entry.value().mark();
    }

    void fault(String key, String rule, String en, String fr) {
        faults.add(mark(key), rule, en, fr);
    }

    /// Exactly one of these keys must stand here; the answer is the one that does, or the first where none or
    /// several do.
    String oneOf(List<String> keys) {
        List<String> present = keys.stream().filter(this::has).toList();
        if (present.size() != 1 && !allowed.isEmpty()) {
            faults.add(
                    mark(),
                    "choose-one",
                    "Exactly one of " + String.join(", ", keys) + " must stand here, found: " + present.size() + ".",
                    "Exactement une des clés " + String.join(", ", keys) + " doit figurer ici ; trouvées : "
                            + present.size() + ".");
        }
        return present.isEmpty() ? keys.getFirst() : present.getFirst();
    }

    private Optional<Tree> tree(String key) {
        return Optional.ofNullable(mapping.entries().get(key)).map(Entry::value);
    }

    private <T> T required(String key, Function<Tree, T> reader, T standIn) {
        Optional<Tree> tree = tree(key);
        // A form without allowed keys has been refused as a whole already.
        if (tree.isEmpty() && !allowed.isEmpty()) {
            faults.add(
                    mark(),
                    "missing-key",
                    "The key " + key + " is missing here. Add it.",
                    "La clé " + key + " manque ici. Ajoutez-la.");
        }
        return tree.map(reader).orElse(standIn);
    }

    <T> Optional<T> optional(String key, BiFunction<Tree, Faults, T> reader) {
        return tree(key).map(tree -> reader.apply(tree, faults));
    }

    <T> List<T> list(String key, int most, BiFunction<Tree, Faults, T> reader) {
        return tree(key).map(tree -> list(tree, faults, most, reader)).orElse(List.of());
    }

    <T> List<T> requiredList(String key, int most, BiFunction<Tree, Faults, T> reader) {
        return required(key, tree -> list(tree, faults, most, reader), List.of());
    }

    static <T> List<T> list(Tree tree, Faults faults, int most, BiFunction<Tree, Faults, T> reader) {
        if (!(tree instanceof Sequence(List<Tree> items, var _))) {
            faults.add(
                    tree.mark(),
                    "wrong-type",
                    "A list is expected here. Write [one, other], or each item on a line of its own after a hyphen.",
                    "Une liste est attendue ici. Écrivez [un, autre], ou chaque élément sur sa ligne après un tiret.");
            return List.of();
        }
        if (items.size() > most) {
            faults.add(
                    tree.mark(),
                    "too-many",
                    "At most " + most + " items may stand here, found: " + items.size() + ".",
                    "Au plus " + most + " éléments peuvent figurer ici ; trouvés : " + items.size() + ".");
            return List.of();
        }
        List<T> values = new ArrayList<>();
        items.forEach(item -> values.add(reader.apply(item, faults)));
        return values;
    }

    String slug(String key) {
        return required(key, tree -> slug(tree, faults), "x");
    }

    static String slug(Tree tree, Faults faults) {
        String text = text(tree, faults);
        if (!Slug.fits(text)) {
            faults.add(
                    tree.mark(),
                    "bad-id",
                    Grammar.shown(text) + " is no id: use 1 to 64 lower-case letters, digits and hyphens.",
                    Grammar.shown(text)
                            + " n’est pas un identifiant : de 1 à 64 lettres minuscules, chiffres et traits d’union.");
            return "x";
        }
        return text;
    }

    String text(String key) {
        return required(key, tree -> text(tree, faults), "x");
    }

    static String text(Tree tree, Faults faults) {
        if (!(tree instanceof Scalar(String text, var _, var _)) || text.isBlank()) {
            faults.add(tree.mark(), "wrong-type", "A text is expected here.", "Un texte est attendu ici.");
            return "x";
        }
        if (text.length() > LONGEST_TEXT) {
            faults.add(
                    tree.mark(),
                    "too-long",
                    "A text has at most " + LONGEST_TEXT + " characters, this one has " + text.length() + ".",
                    "Un texte compte au plus " + LONGEST_TEXT + " caractères, celui-ci en a " + text.length() + ".");
            return "x";
        }
        return text;
    }

    Words words(String key) {
        return required(key, tree -> words(tree, faults), Words.same("x"));
    }

    @Nullable
    Words wordsOrNull(String key) {
        return optional(key, Form::words).orElse(null);
    }

    static Words words(Tree tree, Faults faults) {
        Form form = open(tree, faults, Set.of("en", "fr"));
        return new Words(form.text("en"), form.text("fr"));
    }

    Period period(String key) {
        return required(key, tree -> period(tree, faults), Period.parse("XXXX"));
    }

    @Nullable
    Period periodOrNull(String key) {
        return optional(key, Form::period).orElse(null);
    }

    static Period period(Tree tree, Faults faults) {
        String text = text(tree, faults);
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException impossible) {
            faults.add(
                    tree.mark(),
                    "impossible-date",
                    Grammar.shown(text)
                            + " is no date. Write 2014-09-20, 2014-09, 2014, 2018-23 for autumn, or 2014-04/2015-03; XXXX for none.",
                    Grammar.shown(text)
                            + " n’est pas une date. Écrivez 2014-09-20, 2014-09, 2014, 2018-23 pour l’automne, ou 2014-04/2015-03 ;"
                            + " XXXX s’il n’y en a pas.");
            return Period.parse("XXXX");
        }
    }

    LocalDate day(String key) {
        return required(key, tree -> day(tree, faults), LocalDate.EPOCH);
    }

    static LocalDate day(Tree tree, Faults faults) {
        String text = text(tree, faults);
        try {
            if (Period.parse(text).text().length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (IllegalArgumentException | DateTimeParseException impossible) {
            // Falls through to the one sentence for both.
        }
        faults.add(
                tree.mark(),
                "impossible-date",
                Grammar.shown(text) + " is no day of the calendar. Write it as 2017-09-19.",
                Grammar.shown(text) + " n’est pas un jour du calendrier. Écrivez-le ainsi : 2017-09-19.");
        return LocalDate.EPOCH;
    }

    BigDecimal number(String key) {
        return required(key, tree -> number(tree, faults), BigDecimal.ZERO);
    }

    static BigDecimal number(Tree tree, Faults faults) {
        if (tree instanceof Scalar(String text, Plain plain, var _)
                && plain == Plain.YES
                && NUMBER.matcher(text).matches()) {
            return plain(new BigDecimal(text));
        }
        faults.add(
                tree.mark(),
                "wrong-type",
                "A number is expected here: digits, a point and at most six decimals, no quotes, no spaces.",
                "Un nombre est attendu ici : des chiffres, un point et au plus six décimales, sans guillemets ni espaces.");
        return BigDecimal.ZERO;
    }

    /// One number has one form, so that equal facts are equal.
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    int whole(String key, int most) {
        return required(key, tree -> whole(tree, faults, most), 0);
    }

    static int whole(Tree tree, Faults faults, int most) {
        BigDecimal number = number(tree, faults);
        if (number.scale() > 0 || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            faults.add(
                    tree.mark(),
                    "wrong-type",
                    "A whole number from 0 to " + most + " is expected here.",
                    "Un nombre entier de 0 à " + most + " est attendu ici.");
            return 0;
        }
        return number.intValueExact();
    }

    <T> T word(String key, Map<String, T> words) {
        return required(
                key,
                tree -> word(tree, faults, words),
                words.values().iterator().next());
    }

    static <T> T word(Tree tree, Faults faults, Map<String, T> words) {
        String text = text(tree, faults);
        T value = words.get(text);
        if (value == null) {
            faults.add(
                    tree.mark(),
                    "unknown-word",
                    Grammar.shown(text) + " is not one of: " + listed(words.keySet()) + ".",
                    Grammar.shown(text) + " ne fait pas partie de : " + listed(words.keySet()) + ".");
            return words.values().iterator().next();
        }
        return value;
    }

    /// The words of a closed set, by the code that files use.
    static <T> Map<String, T> codes(T[] values, Function<T, String> code) {
        Map<String, T> codes = new LinkedHashMap<>();
        for (T value : values) {
            codes.put(code.apply(value), value);
        }
        return codes;
    }

    Form form(String key, Set<String> keys) {
        return required(
                key, tree -> open(tree, faults, keys), new Form(new Mapping(Map.of(), mark()), faults, Set.of()));
    }
}
