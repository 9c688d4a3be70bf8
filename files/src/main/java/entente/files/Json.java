package entente.files;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Canonical JSON (RFC 8785): keys in order, no spaces, one form for each number and string.
///
/// It takes maps with text keys, lists, texts, truth values, null, and whole or decimal numbers below 10^16 with at
/// most six decimals, for which plain digits are the form that RFC 8785 asks for.
public final class Json {
    private Json() {}

    /// @throws IllegalArgumentException for a value of any other type
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
        TreeMap<String, Object> ordered = new TreeMap<>();
        map.forEach((key, value) -> ordered.put(String.valueOf(key), value == null ? NULL : value));
        json.append('{');
        String comma = "";
        for (Map.Entry<String, Object> entry : ordered.entrySet()) {
            json.append(comma);
            string(entry.getKey(), json);
            json.append(':');
            write(entry.getValue() == NULL ? null : entry.getValue(), json);
            comma = ",";
        }
        json.append('}');
    }

    private static final Object NULL = new Object();

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
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
