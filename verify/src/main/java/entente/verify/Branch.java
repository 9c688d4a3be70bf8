package entente.verify;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// A part of a JSON file from outside, with the place where it stands. Every question that it cannot answer is a
/// [Trouble] that names the place.
///
/// `value` is a map with text keys, a list, a text, a [BigDecimal], a truth value, or null.
record Branch(String place, @Nullable Object value) {
    private static final int MOST_DECIMALS = 64;
    private static final int SHOWN = 120;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1_000_000)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .maxTokenCount(5_000_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// @throws Trouble unless the bytes are one JSON value within bounds
    static Branch parse(String name, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8).strip();
        if (start.startsWith("<")) {
            throw new Trouble(
                    name + ": it is a web page (HTML), not JSON",
                    name + "\u202F: c’est une page web (HTML), non du JSON");
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            Object value = read(name, parser);
            if (parser.nextToken() != null) {
                throw noJson(name, "something follows its end");
            }
            return new Branch(name, value);
        } catch (JacksonException wrong) {
            throw noJson(name, wrong.getOriginalMessage());
        }
    }

    private static Trouble noJson(String name, @Nullable String why) {
        return new Trouble(
                name + ": it is no JSON that can be read: " + why,
                name + "\u202F: ce n’est pas du JSON lisible (" + why + ")");
    }

    private static @Nullable Object read(String name, JsonParser parser) {
        return switch (parser.currentToken()) {
            case null -> throw noJson(name, "it is empty");
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, read(name, parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(name, parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(name, parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case JsonToken other -> throw noJson(name, "it ends within " + other);
        };
    }

    /// A few characters such as 1e999999999 would otherwise be written out as a thousand million digits.
    private static BigDecimal number(String name, JsonParser parser) {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > MOST_DECIMALS) {
            throw noJson(name, "a number is too large or too fine");
        }
        return number;
    }

    /// What stands under a key; null where nothing does.
    Branch at(String key) {
        return new Branch(place + ", " + key, map().get(key));
    }

    Set<String> keys() {
        return new TreeSet<>(map().keySet());
    }

    @SuppressWarnings("unchecked") // Only `read` makes maps, and only of this type.
    private Map<String, @Nullable Object> map() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw failed("a group of keys", "un groupe de clés");
    }

    List<Branch> items() {
        if (!(value instanceof List<?> list)) {
            throw failed("a list", "une liste");
        }
        List<Branch> items = new ArrayList<>();
        for (Object item : list) {
            items.add(new Branch(place + " [" + items.size() + "]", item));
        }
        return items;
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw failed("a text", "un texte");
    }

    List<String> texts() {
        return items().stream().map(Branch::text).toList();
    }

    BigDecimal number() {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw failed("a number", "un nombre");
    }

    @Nullable
    BigDecimal numberOrNull() {
        return value == null ? null : number();
    }

    long whole() {
        try {
            return number().longValueExact();
        } catch (ArithmeticException broken) {
            throw failed("a whole number", "un nombre entier");
        }
    }

    /// A day of the years in which the record can speak: arithmetic walks day by day, and must come to an end.
    LocalDate day() {
        try {
            LocalDate day = LocalDate.parse(text());
            if (day.getYear() >= 1900 && day.getYear() <= 2199) {
                return day;
            }
            throw failed("a day", "un jour");
        } catch (DateTimeException noDay) {
            throw failed("a day", "un jour");
        }
    }

    /// One of a fixed set of words.
    <E> E oneOf(E[] all, Function<E, String> code) {
        String text = text();
        for (E one : all) {
            if (code.apply(one).equals(text)) {
                return one;
            }
        }
        throw failed("one of the words that can stand here", "un des mots admis ici");
    }

    private Trouble failed(String en, String fr) {
        return new Trouble(
                place + ": this should be " + en + ": " + shown(value),
                place + "\u202F: ceci devrait être " + fr + "\u202F: " + shown(value));
    }

    /// Whether it is what it should be: numbers by value, all else to the letter.
    boolean is(@Nullable Object expected) {
        return same(value, expected);
    }

    private static boolean same(@Nullable Object found, @Nullable Object expected) {
        return switch (found) {
            case Map<?, ?> map ->
                expected instanceof Map<?, ?> other
                        && map.keySet().equals(other.keySet())
                        && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
            case List<?> list -> {
                boolean alike = expected instanceof List<?> other && list.size() == other.size();
                for (int i = 0; alike && i < list.size(); i++) {
                    alike = same(list.get(i), ((List<?>) Objects.requireNonNull(expected)).get(i));
                }
                yield alike;
            }
            case BigDecimal number ->
                switch (expected) {
                    case BigDecimal other -> number.compareTo(other) == 0;
                    case Integer other -> number.compareTo(BigDecimal.valueOf(other)) == 0;
                    case Long other -> number.compareTo(BigDecimal.valueOf(other)) == 0;
                    case null, default -> false;
                };
            case null, default -> Objects.equals(found, expected);
        };
    }

    /// Short enough for a line.
    static String shown(@Nullable Object value) {
        String text = value == null ? "nothing" : value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }
}
