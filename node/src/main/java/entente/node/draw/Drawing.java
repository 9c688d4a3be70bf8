package entente.node.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A finished picture. `title` names it and `tells` says what it shows, for those who cannot see it; `body` is the text
/// of its elements in a box of `width` by `height` units, one unit being a pixel where there is room. `linked` where
/// marks in it lead somewhere.
public record Drawing(double width, double height, String title, String tells, boolean linked, String body) {
    private static final double EDGE = 16;
    private static final double SMALL = 12;
    private static final double SIZE = 13;
    private static final Pattern TOKEN =
            Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");
    private static final Pattern RULES = Pattern.compile("(?s)@layer picture \\{\n(.*?)\n\\}\n");
    private static final Pattern USE = Pattern.compile("var\\(--([a-z-]+)\\)");

    static Drawing of(double width, double height, String title, String tells, Svg svg) {
        return new Drawing(width, height, title, tells, svg.linked(), svg.body());
    }

    /// Several pictures as one, below each other, each under its own title.
    public static Drawing below(String title, List<Drawing> drawings) {
        double width = drawings.stream().mapToDouble(Drawing::width).max().orElse(500);
        StringBuilder body = new StringBuilder();
        double y = 0;
        boolean linked = false;
        for (Drawing one : drawings) {
            Svg heading = new Svg();
            y += 8;
            for (String line : wrapped(one.title, SIZE, width)) {
                y += 17;
                heading.words("text", line, "class", "lane", "x", 0, "y", y);
            }
            y += 8;
            body.append(heading.body())
                    .append("<g transform=\"translate(0 ")
                    .append(Svg.number(y))
                    .append(")\">")
                    .append(one.body)
                    .append("</g>");
            y += one.height;
            linked |= one.linked;
        }
        List<String> tells = drawings.stream().map(Drawing::title).toList();
        return new Drawing(width, y, title, String.join("; ", tells), linked, body.toString());
    }

    /// To stand in a page: colours and letters are those of the page. `look` are further classes, such as `wide`.
    public String inline(String look) {
        return "<svg class=\"picture " + Svg.escaped(look) + "\" viewBox=\"0 0 " + Svg.number(width) + " "
                + Svg.number(height) + "\" role=\"" + role() + "\" aria-label=\"" + Svg.escaped(title + ". " + tells)
                + "\">" + body + "</svg>";
    }

    /// To stand alone, as a file: with its title, its colours for light, dark and paper, and at its foot the lines that
    /// say where it is from, because a picture is passed on without its page.
    ///
    /// `css` is the style sheet of the pages, from which the colours and the rules of pictures are taken.
    public String standalone(List<String> foot, String css) {
        List<String> heading = wrapped(title, 18, width);
        List<String> lines = new ArrayList<>();
        foot.forEach(line -> lines.addAll(wrapped(line, SMALL, width)));
        double wide = width + 2 * EDGE;
        double top = EDGE + 24 * heading.size() + 8;
        double whole = top + height + 12 + 17 * lines.size() + EDGE;
        Svg svg = new Svg();
        svg.leaf("rect", "class", "paper", "width", wide, "height", whole);
        for (int i = 0; i < heading.size(); i++) {
            svg.words("text", heading.get(i), "class", "heading", "x", EDGE, "y", EDGE + 18 + 24 * i);
        }
        Svg below = new Svg();
        for (int i = 0; i < lines.size(); i++) {
            below.words("text", lines.get(i), "class", "quiet", "x", EDGE, "y", top + height + 24 + 17 * i);
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" width=\"" + Svg.number(wide)
                + "\" height=\"" + Svg.number(whole) + "\" viewBox=\"0 0 " + Svg.number(wide) + " "
                + Svg.number(whole) + "\" role=\"" + role() + "\"><title>" + Svg.escaped(title) + "</title><desc>"
                + Svg.escaped(tells) + "</desc><style>" + style(css) + "</style>" + svg.body()
                + "<g transform=\"translate(" + Svg.number(EDGE) + " "
                + Svg.number(top) + ")\">" + body + "</g>" + below.body() + "</svg>\n";
    }

    /// What holds links is a group of things; only what holds none is one image to those who cannot see it.
    private String role() {
        return linked ? "group" : "img";
    }

    /// The rules of pictures with every colour written out, once for light and once for dark, because few programs
    /// that show a picture know the means of a page.
    static String style(String css) {
        Matcher rules = RULES.matcher(css);
        if (!rules.find()) {
            throw new IllegalArgumentException("the style sheet has no layer of pictures");
        }
        String all = rules.group(1);
        return "@media all{" + coloured(all, css, 2) + "}@media screen and (prefers-color-scheme: dark){"
                + coloured(all, css, 3) + "}";
    }

    private static String coloured(String rules, String css, int side) {
        String written = USE.matcher(rules).replaceAll(use -> {
            Matcher token = TOKEN.matcher(css);
            while (token.find()) {
                if (token.group(1).equals(use.group(1))) {
                    return token.group(side);
                }
            }
            return "sans-serif";
        });
        return written.replaceAll("\\s+", " ").replace("<", "").strip();
    }

    /// Words cut into lines that are no wider than given; a word that is wider alone stands on a line of its own.
    static List<String> wrapped(String words, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && Svg.width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (Svg.width(line.toString(), size) > width && line.length() > 1) {
                int fit = line.length();
                while (fit > 1 && Svg.width(line.substring(0, fit), size) > width) {
                    fit--;
                }
                lines.add(line.substring(0, fit));
                line.delete(0, fit);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
