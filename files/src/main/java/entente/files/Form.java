package entente.files;

import entente.files.Tree.Entry;
import entente.files.Tree.Mapping;
import entente.files.Tree.Plain;
import entente.files.Tree.Scalar;
import entente.files.Tree.Unreadable;
import entente.files.Values.Reader;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A mapping being asked for its keys. What is missing or wrong is noted as a fault and a stand-in given back, so
/// that all faults are found in one go; a file with a fault yields nothing, so that no stand-in ever leaves the
/// reader.
final class Form {
    private final Mapping mapping;
    private final Faults faults;
    /// Whether there is a mapping at all; where not, that has been noted, and no key of it is missed.
    private final boolean present;

    private Form(Mapping mapping, Faults faults, boolean present) {
        this.mapping = mapping;
        this.faults = faults;
        this.present = present;
    }

    /// Opens a tree as a mapping with these keys and no others.
    static Form open(Tree tree, Faults faults, Set<String> allowed) {
        if (!(tree instanceof Mapping mapping)) {
            if (!(tree instanceof Unreadable)) {
                String known = Values.listed(allowed);
                faults.add(
                        tree.mark(),
                        "wrong-type",
                        "A group of keys is expected here. Write: " + known + ".",
                        "Un groupe de clés est attendu ici. Écrivez\u00A0: " + known + ".");
            }
            return absent(tree.mark(), faults);
        }
        mapping.entries().forEach((key, entry) -> {
            if (!allowed.contains(key)) {
                String shown = Characters.shown(key);
                String known = Values.listed(allowed);
                faults.add(
                        entry.mark(),
                        "unknown-key",
                        "The key " + shown + " is not known here. Remove it, or use one of: " + known + ".",
                        "La clé " + shown
                                + " n’est pas connue ici. Supprimez-la, ou employez l’une de celles-ci\u00A0: " + known
                                + ".");
            }
        });
        return new Form(mapping, faults, true);
    }

    private static Form absent(Mark mark, Faults faults) {
        return new Form(new Mapping(Map.of(), mark), faults, false);
    }

    Mark mark() {
        return mapping.mark();
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    Mark mark(String key) {
        return tree(key).map(Tree::mark).orElse(mark());
    }

    /// Whether the key holds this text: a stand-in does not stand in the file.
    boolean holds(String key, String text) {
        return tree(key).orElse(null) instanceof Scalar(String held, var _, var _) && held.equals(text);
    }

    void fault(String key, String rule, String en, String fr) {
        faults.add(mark(key), rule, en, fr);
    }

    /// How many faults there are so far: what follows from several values is judged only where each of them is good.
    int faults() {
        return faults.count();
    }

    /// Exactly one of these keys must stand here. The answer is the first that does, or empty where none does.
    String oneOf(List<String> keys) {
        List<String> found = keys.stream().filter(this::has).toList();
        if (found.size() != 1 && present) {
            String listed = String.join(", ", keys);
            faults.add(
                    mark(),
                    "choose-one",
                    "Exactly one of these keys must stand here, found: " + found.size() + ". Choose one: " + listed
                            + ".",
                    "Exactement une de ces clés doit figurer ici\u202F; trouvées\u00A0: " + found.size()
                            + ". Choisissez-en une\u00A0: " + listed + ".");
        }
        return found.isEmpty() ? "" : found.getFirst();
    }

    /// Where this key stands, none of those does.
    void alone(String key, String... others) {
        for (String other : others) {
            Entry stray = mapping.entries().get(other);
            if (stray != null) {
                faults.add(
                        stray.mark(),
                        "stray-key",
                        "The key " + other + " does not go with " + key + ". Remove one of the two.",
                        "La clé " + other + " ne va pas avec " + key + ". Supprimez l’une des deux.");
            }
        }
    }

    /// A group that may be left out says something where it stands.
    Form filled() {
        if (present && mapping.entries().isEmpty()) {
            faults.add(
                    mark(),
                    "too-few",
                    "At least one key must stand here. Add one, or leave the group out.",
                    "Il faut ici au moins une clé. Ajoutez-en une, ou supprimez le groupe.");
        }
        return this;
    }

    void namesItself(String key) {
        fault(
                key,
                "names-itself",
                "What stands here refers to itself. Name another, or leave " + key + " out.",
                "Ceci renvoie à soi-même. Nommez-en un autre, ou supprimez " + key + ".");
    }

    /// Notes that a key is missing, unless the whole group is.
    void missing(String key) {
        if (present) {
            faults.add(
                    mark(),
                    "missing-key",
                    "The key " + key + " is missing here. Add it.",
                    "La clé " + key + " manque ici. Ajoutez-la.");
        }
    }

    private Optional<Tree> tree(String key) {
        return Optional.ofNullable(mapping.entries().get(key)).map(Entry::value);
    }

    <T> T get(String key, Reader<T> reader, T standIn) {
        Optional<Tree> tree = tree(key);
        if (tree.isEmpty()) {
            missing(key);
        }
        return tree.map(one -> reader.read(one, faults)).orElse(standIn);
    }

    <T> Optional<T> optional(String key, Reader<T> reader) {
        return tree(key).map(tree -> reader.read(tree, faults));
    }

    /// A list that need not stand here, but holds something where it does.
    <T> List<T> list(String key, int most, Reader<T> reader) {
        return optional(key, (tree, _) -> Values.list(tree, faults, 1, most, reader))
                .orElse(List.of());
    }

    /// The same, and nothing stands in it twice.
    <T> List<T> distinct(String key, int most, Reader<T> reader) {
        return optional(key, (tree, _) -> Values.distinct(tree, faults, 1, most, reader))
                .orElse(List.of());
    }

    <T> List<T> requiredList(String key, int least, int most, Reader<T> reader) {
        return get(key, (tree, _) -> Values.list(tree, faults, least, most, reader), List.of());
    }

    String slug(String key) {
        return get(key, Values::slug, "x");
    }

    String line(String key) {
        return get(key, Values::line, "x");
    }

    String address(String key) {
        return get(key, Values::address, "x");
    }

    Words words(String key) {
        return get(key, Values::words, Words.same("x"));
    }

    @Nullable
    Words wordsOrNull(String key) {
        return optional(key, Values::words).orElse(null);
    }

    Period period(String key) {
        return get(key, Values::period, Period.parse("XXXX"));
    }

    @Nullable
    Period periodOrNull(String key) {
        return optional(key, Values::period).orElse(null);
    }

    LocalDate day(String key) {
        return get(key, Values::day, LocalDate.EPOCH);
    }

    BigDecimal number(String key) {
        return get(key, Numbers::number, BigDecimal.ZERO);
    }

    int whole(String key, int most) {
        return get(key, (tree, _) -> Numbers.whole(tree, faults, most), 0);
    }

    <T> T word(String key, Map<String, T> words) {
        return get(
                key,
                (tree, _) -> Values.word(tree, faults, words),
                words.values().iterator().next());
    }

    /// The truth value `true`, which YAML writes without quotes.
    void yes(String key) {
        Tree tree = tree(key).orElse(null);
        if (tree instanceof Scalar(var text, var plain, var _) && plain == Plain.YES && text.equals("true")
                || tree instanceof Unreadable) {
            return;
        }
        fault(
                key,
                "wrong-type",
                "Only true may stand here, without quotes. Write true, or leave the key out.",
                "Seul true peut figurer ici, sans guillemets. Écrivez true, ou supprimez la clé.");
    }

    Form form(String key, Set<String> keys) {
        return get(key, (tree, _) -> open(tree, faults, keys), absent(mark(), faults));
    }

    /// The words of a closed set, by the code that files use.
    static <T> Map<String, T> codes(T[] values, Function<T, String> code) {
        Map<String, T> codes = new LinkedHashMap<>();
        for (T value : values) {
            codes.put(code.apply(value), value);
        }
        return codes;
    }
}
