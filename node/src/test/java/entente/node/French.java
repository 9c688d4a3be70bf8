package entente.node;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the French in Java sources: the second argument of `say("..", "..")` and of `new Words("..", "..")`.
final class French {
    private static final Pattern CALL = Pattern.compile("\\b(?:say|new Words)\\(");

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private French() {}

    /// The texts, each with the pieces that are joined by plus signs as one; what is no literal is left out.
    static List<String> in(String source) {
        List<String> texts = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            String second = second(source, call.end());
            if (!second.isEmpty()) {
                texts.add(second);
            }
        }
        return texts;
    }

    /// The literals of the second argument, from just after the opening bracket.
    private static String second(String source, int from) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        int argument = 1;
        for (int i = from; i < source.length(); i++) {
            char here = source.charAt(i);
            if (here == '"') {
                int end = i + 1;
                while (source.charAt(end) != '"') {
                    end += source.charAt(end) == '\\' ? 2 : 1;
                }
                if (argument == 2 && depth == 0) {
                    text.append(source, i + 1, end);
                }
                i = end;
            } else if (here == '\'') {
                i += source.charAt(i + 1) == '\\' ? 3 : 2;
            } else if (here == '(') {
                depth++;
            } else if (here == ')' && depth-- == 0) {
                break;
            } else if (here == ',' && depth == 0) {
                argument++;
            }
        }
        return UNICODE.matcher(text)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)))
                .translateEscapes();
    }
}
