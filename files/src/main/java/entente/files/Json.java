package entente.files;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Canonical JSON (RFC 8785): keys in order, no spaces, one form for each number and string.
///
/// It takes maps with text keys, lists, texts, truth values, null, and whole or decimal numbers. A number is written
/// in plain digits, which is the form that RFC 8785 asks for as long as it has at most fifteen of them, at most six
/// after the point: no file holds any other. A longer one, such as a sum of many, keeps all its digits.
public final class Json {
    private Json() {}

    /// @throws IllegalArgumentException for a value of any other type, and for a text that is no Unicode
    public static String write(@Nullable Object value) {
        StringBuilder json = new StringBuilder(1024);
        write(value, json);
        return json.toString();
    }

    private static void write(@Nullable Object value, StringBuilder json) {
        switch (value) {
            case null -> json.append("null");
            case String text -> string(text, json);
            case Boolean truth -> json.append(truth);
            case Integer number -> json.append(number);
            case Long number -> json.append(number);
            case BigDecimal number -> json.append(digits(number));
            case List<?> list -> list(list, json);
            case Map<?, ?> map -> map(map, json);
            default -> throw new IllegalArgumentException("JSON has no form for a " + value.getClass());
        }
    }

    private static String digits(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void list(List<?> list, StringBuilder json) {
        json.append('[');
        String comma = "";
        for (Object item : list) {
            json.append(comma);
            write(item, json);
            comma = ",";
        }
        json.append(']');
    }

    private static void map(Map<?, ?> map, StringBuilder json) {
        // Texts compare by their UTF-16 units, which is the order that RFC 8785 asks for.
        SortedMap<String, @Nullable Object> ordered = new TreeMap<>();
        map.forEach((key, value) -> ordered.put(String.valueOf(key), value));
        json.append('{');
        String comma = "";
        for (var entry : ordered.entrySet()) {
            json.append(comma);
            string(entry.getKey(), json);
            json.append(':');
            write(entry.getValue(), json);
            comma = ",";
        }
        json.append('}');
    }

    private static void string(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (Character.isSurrogate(c) && !paired(text, i)) {
                        throw new IllegalArgumentException("half a surrogate pair at " + i + " is no text");
                    } else if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
