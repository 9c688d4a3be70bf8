package entente.node.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Money of one stage and one currency on its way: who pays, for what, to whom. Every band is as thick as its sum.
///
/// `sum` writes an amount with its currency. What nobody says is hatched and named by `unknown`, never left out. More
/// than `MOST` ways are drawn as the largest ones and one that gathers the rest, which `others` names by their number.
public record Flow(
        String title,
        String tells,
        List<String> heads,
        List<Way> ways,
        String unknown,
        Function<Integer, String> others,
        Function<BigDecimal, String> sum) {
    public static final int MOST = 12;

    public Flow {
        if (heads.size() != 3) {
            throw new IllegalArgumentException("a flow has three columns, was: " + heads);
        }
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("nothing is on its way: " + title);
        }
        heads = List.copyOf(heads);
        ways = List.copyOf(ways);
    }

    /// One sum on its way, above nothing; null for what the source does not say. A sum that came back is no way: it is
    /// listed, not drawn.
    public record Way(
            @Nullable String payer,
            @Nullable String purpose,
            @Nullable String payee,
            BigDecimal amount) {
        public Way {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException("only a sum above nothing can be drawn, was: " + amount);
            }
        }

        private @Nullable String at(int column) {
            return switch (column) {
                case 0 -> payer;
                case 1 -> purpose;
                default -> payee;
            };
        }
    }

    private static final double SIZE = 13;
    private static final double LINE = 17;
    private static final double BAR = 12;
    private static final double TALL = 300;

    /// A way with its words, after the small ones have been gathered.
    private record Band(List<String> names, List<Boolean> told, double amount) {}

    /// One bar of a column, with the place from which the next band leaves on either side.
    private static final class Node {
        private final String name;
        private final boolean told;
        private double amount;
        private double y;
        private double in;
        private double out;

        Node(String name, boolean told) {
            this.name = name;
            this.told = told;
        }
    }

    private List<Band> bands() {
        List<Way> sorted = merged().stream()
                .sorted(Comparator.comparing(Way::amount).reversed())
                .toList();
        int whole = sorted.size() > MOST ? MOST - 1 : sorted.size();
        List<Band> bands = new ArrayList<>();
        for (Way way : sorted.subList(0, whole)) {
            List<String> names = new ArrayList<>();
            List<Boolean> told = new ArrayList<>();
            for (int column = 0; column < 3; column++) {
                String name = way.at(column);
                names.add(name == null ? unknown : name);
                told.add(name != null);
            }
            bands.add(new Band(names, told, way.amount().doubleValue()));
        }
        List<Way> rest = sorted.subList(whole, sorted.size());
        if (!rest.isEmpty()) {
            String name = others.apply(rest.size());
            double amount =
                    rest.stream().mapToDouble(way -> way.amount().doubleValue()).sum();
            bands.add(new Band(List.of(name, name, name), List.of(true, true, true), amount));
        }
        return bands;
    }

    /// Sums that go the same way are one band.
    private List<Way> merged() {
        Map<List<String>, Way> merged = new LinkedHashMap<>();
        for (Way way : ways) {
            List<String> key = List.of("" + way.payer(), "" + way.purpose(), "" + way.payee());
            merged.merge(
                    key,
                    way,
                    (one, other) -> new Way(
                            one.payer(),
                            one.purpose(),
                            one.payee(),
                            one.amount().add(other.amount())));
        }
        return List.copyOf(merged.values());
    }

    private static Map<String, Node> column(List<Band> bands, int column) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Band band : bands) {
            String name = band.names().get(column);
            nodes.computeIfAbsent(name, _ -> new Node(name, band.told().get(column))).amount += band.amount();
        }
        return nodes;
    }

    /// Three columns side by side, for where there is room.
    public Drawing draw(double width) {
        List<Band> bands = bands();
        List<Map<String, Node>> columns = List.of(column(bands, 0), column(bands, 1), column(bands, 2));
        double total = bands.stream().mapToDouble(Band::amount).sum();
        double text = width * 0.22;
        double[] x = {text, width / 2 - BAR / 2, width - text - BAR};
        double unit = TALL / total;
        double height = 0;
        for (Map<String, Node> column : columns) {
            double y = LINE + 10;
            for (Node node : column.values()) {
                double lines = Drawing.wrapped(node.name, SIZE, text - 14).size() + 1;
                node.y = y;
                y += Math.max(node.amount * unit, lines * LINE) + 10;
            }
            height = Math.max(height, y);
        }
        Svg svg = new Svg();
        String mark = mark("wide");
        hatch(svg, mark);
        for (int side = 0; side < 2; side++) {
            for (Band band : bands) {
                Node from = node(columns.get(side), band.names().get(side));
                Node to = node(columns.get(side + 1), band.names().get(side + 1));
                double thick = band.amount() * unit;
                String look = band.told().get(side) && band.told().get(side + 1) ? "band" : "band open";
                svg.open("g")
                        .words(
                                "title",
                                band.names().get(side) + " → " + band.names().get(side + 1) + ", "
                                        + sum.apply(decimal(band.amount())));
                svg.leaf(
                        "path",
                        "class",
                        look,
                        "d",
                        ribbon(x[side] + BAR, from.y + from.out, x[side + 1], to.y + to.in, thick));
                svg.close();
                from.out += thick;
                to.in += thick;
            }
        }
        for (int column = 0; column < 3; column++) {
            head(svg, column, x[column]);
            for (Node node : columns.get(column).values()) {
                bar(svg, mark, node, x[column], node.y, BAR, Math.max(1, node.amount * unit));
                label(svg, node, column, x[column], text - 14);
            }
        }
        return Drawing.of(width, height, title, tells, svg);
    }

    private static Node node(Map<String, Node> column, String name) {
        Node node = column.get(name);
        if (node == null) {
            throw new IllegalStateException("no such bar: " + name);
        }
        return node;
    }

    private void head(Svg svg, int column, double x) {
        double at = column == 0 ? x + BAR : column == 1 ? x + BAR / 2 : x;
        String anchor = column == 0 ? "end" : column == 1 ? "middle" : "start";
        svg.words("text", heads.get(column), "class", "quiet", "x", at, "y", 13, "text-anchor", anchor);
    }

    private void label(Svg svg, Node node, int column, double x, double room) {
        double at = column == 0 ? x - 7 : x + BAR + 7;
        String anchor = column == 0 ? "end" : "start";
        double y = node.y + 12;
        for (String line : Drawing.wrapped(node.name, SIZE, room)) {
            svg.words("text", line, "class", "name halo", "x", at, "y", y, "text-anchor", anchor);
            y += LINE - 1;
        }
        svg.words(
                "text", sum.apply(decimal(node.amount)), "class", "value halo", "x", at, "y", y, "text-anchor", anchor);
    }

    private static BigDecimal decimal(double amount) {
        return new BigDecimal(Svg.number(amount));
    }

    private static void bar(Svg svg, String mark, Node node, double x, double y, double width, double height) {
        if (node.told) {
            svg.leaf("rect", "class", "bar-fill", "x", x, "y", y, "width", width, "height", height);
        } else {
            svg.leaf(
                    "rect",
                    "class",
                    "bar-edge",
                    "x",
                    x,
                    "y",
                    y,
                    "width",
                    width,
                    "height",
                    height,
                    "fill",
                    "url(#" + mark + ")");
        }
    }

    /// The name of the hatching, one for each picture: several can stand on one page.
    private String mark(String form) {
        return "hatch-" + form + "-" + Integer.toHexString(title.hashCode());
    }

    private static void hatch(Svg svg, String mark) {
        svg.open("defs")
                .open("pattern", "id", mark, "width", 6, "height", 6, "patternUnits", "userSpaceOnUse")
                .leaf("path", "class", "hatch", "d", "M0 6L6 0M-1 1L1 -1M5 7L7 5")
                .close()
                .close();
    }

    private static String ribbon(double x1, double y1, double x2, double y2, double thick) {
        double middle = (x1 + x2) / 2;
        return "M" + point(x1, y1) + "C" + point(middle, y1) + " " + point(middle, y2) + " " + point(x2, y2) + "L"
                + point(x2, y2 + thick) + "C" + point(middle, y2 + thick) + " " + point(middle, y1 + thick) + " "
                + point(x1, y1 + thick) + "Z";
    }

    private static String point(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    /// The same as bars below each other: each payer, what they pay for, and to whom, one inside the other.
    public Drawing nested(double width) {
        List<Band> bands = bands();
        double most = column(bands, 0).values().stream()
                .mapToDouble(node -> node.amount)
                .max()
                .orElse(1);
        Svg svg = new Svg();
        String mark = mark("nested");
        hatch(svg, mark);
        double y = nested(svg, mark, bands, 0, 4, width, most);
        return Drawing.of(width, y + 4, title, tells, svg);
    }

    private double nested(Svg svg, String mark, List<Band> bands, int column, double top, double width, double most) {
        double y = top;
        double indent = 14.0 * column;
        for (Node node : column(bands, column).values()) {
            String words = node.name + " " + sum.apply(decimal(node.amount));
            for (String line : Drawing.wrapped(words, SIZE, width - indent - 4)) {
                y += LINE - 1;
                svg.words("text", line, "class", column == 0 ? "value" : "name", "x", indent, "y", y - 3);
            }
            double thick = column == 0 ? 9 : 6;
            bar(svg, mark, node, indent, y, Math.max(1, node.amount / most * (width - 2 - 28)), thick);
            y += thick + 5;
            if (column < 2) {
                List<Band> within = bands.stream()
                        .filter(band -> band.names().get(column).equals(node.name))
                        .toList();
                y = nested(svg, mark, within, column + 1, y, width, most);
            }
            y += column == 0 ? 8 : 0;
        }
        return y;
    }
}
