package entente.node.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/// The text of the elements of one picture, written in order. What would let a picture run code, fetch anything or
/// carry its own colours (`style`, `on...`, foreign elements, addresses outside the site) cannot be written.
final class Svg {
    private static final Pattern ELEMENT = Pattern.compile("g|a|title|rect|circle|line|path|text|tspan|defs|pattern");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "class|d|x|y|x1|y1|x2|y2|r|rx|cx|cy|width|height|transform|id|href|tabindex|text-anchor|fill|patternUnits");
    private static final Pattern FILL = Pattern.compile("url\\(#[a-z0-9-]+\\)");
    private static final Pattern INSIDE = Pattern.compile("(?:/(?!/)|#).*");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean linked;

    /// Opens an element; the rest are names and values of attributes in turn.
    Svg open(String name, Object... attributes) {
        begin(name, attributes);
        text.append('>');
        open.push(name);
        return this;
    }

    Svg close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /// An element with nothing in it.
    Svg leaf(String name, Object... attributes) {
        begin(name, attributes);
        text.append("/>");
        return this;
    }

    /// An element that holds only words.
    Svg words(String name, String words, Object... attributes) {
        return open(name, attributes).said(words).close();
    }

    /// A mark that leads somewhere and says what it is. A picture stands beside a table with the same links, so the
    /// keyboard is not led through them twice.
    Svg link(String href, String title) {
        linked = true;
        return open("a", "href", href, "tabindex", -1).words("title", title);
    }

    Svg said(String words) {
        text.append(escaped(words));
        return this;
    }

    private void begin(String name, Object... attributes) {
        if (!ELEMENT.matcher(name).matches() || attributes.length % 2 != 0) {
            throw new IllegalArgumentException("no picture has an element such as: " + name);
        }
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String attribute = attributes[i].toString();
            String value = attributes[i + 1] instanceof Number number
                    ? number(number.doubleValue())
                    : attributes[i + 1].toString();
            boolean safe = switch (attribute) {
                case "href" -> INSIDE.matcher(value).matches();
                case "fill" -> FILL.matcher(value).matches();
                default -> ATTRIBUTE.matcher(attribute).matches();
            };
            if (!safe) {
                throw new IllegalArgumentException("no picture says " + attribute + "=" + value);
            }
            text.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(escaped(value))
                    .append('"');
        }
    }

    boolean linked() {
        return linked;
    }

    /// All that was written.
    String body() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return text.toString();
    }

    /// At most two decimals, a point, no zeros at the end, never an exponent.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no place in a picture: " + value);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// Text as XML takes it; a character that XML has no place for becomes the sign for one that was lost.
    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 8);
        words.codePoints().forEach(one -> {
            switch (one) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(written(one) ? one : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean written(int one) {
        return one == '\t'
                || one == '\n'
                || (one >= 0x20 && one < 0xD800)
                || (one >= 0xE000 && one <= 0xFFFD)
                || one >= 0x10000;
    }

    /// How wide words are at most, in units of the picture: an estimate on the safe side for any plain typeface.
    static double width(String words, double size) {
        return words.codePoints().mapToDouble(Svg::breadth).sum() * size;
    }

    private static double breadth(int one) {
        if ("iljtfrI.,:;’'|!()[]/ \u00A0\u202F".indexOf(one) >= 0) {
            return 0.36;
        }
        if ("mwMW@%".indexOf(one) >= 0) {
            return 0.94;
        }
        return Character.isUpperCase(one) || one > 0x2000 ? 0.72 : 0.58;
    }

    /// A path of straight lines, closed or not, with coordinates to a tenth of a unit.
    static String path(Iterable<double[]> points, boolean closed) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(tenth(point[0]))
                    .append(' ')
                    .append(tenth(point[1]));
        }
        return closed ? path.append('Z').toString() : path.toString();
    }

    private static String tenth(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
