package entente.node.draw;

import entente.node.draw.Coast.Outline;
import entente.node.draw.MapView.Frame;
import entente.node.draw.Room.Box;
import entente.terms.Language;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// Dots on land and sea, in one fixed view. The area of a dot is as its count; its number is that of its row in the
/// table beside the picture.
///
/// `facts` writes a count with its noun. The projection is plane: a degree of longitude is drawn as wide as it is in
/// the middle of the view.
public record StraitMap(
        String title, String tells, MapView view, List<Dot> dots, Language language, IntFunction<String> facts) {
    public StraitMap {
        dots = List.copyOf(dots);
    }

    /// What lies at one place.
    public record Dot(int number, Place.Point place, int count, String says, String href) {
        public Dot {
            if (count < 1) {
                throw new IllegalArgumentException("nothing is drawn where nothing lies: " + place.id());
            }
        }
    }

    /// The name of a sea or a country, and where to write it.
    private record Name(Words words, double longitude, double latitude) {}

    private static final List<Name> FAR_NAMES = List.of(
            new Name(new Words("United Kingdom", "Royaume-Uni"), -1.6, 52.3),
            new Name(new Words("France", "France"), 1.2, 47.2),
            new Name(new Words("Belgium", "Belgique"), 4.7, 50.5),
            new Name(new Words("Channel", "Manche"), -2.6, 49.9));
    private static final List<Name> NEAR_NAMES = List.of(
            new Name(new Words("United Kingdom", "Royaume-Uni"), 0.75, 51.25),
            new Name(new Words("France", "France"), 2.15, 50.68),
            new Name(new Words("Belgium", "Belgique"), 3.05, 50.98),
            new Name(new Words("Strait of Dover", "Pas de Calais"), 1.55, 51.07),
            new Name(new Words("France", "France"), 2.0, 50.84),
            new Name(new Words("United Kingdom", "Royaume-Uni"), 1.18, 51.2));
    private static final double SIZE = 13;
    private static final int TURNS = 16;

    /// Whether a place lies in the view, so that it has a dot.
    public static boolean shows(MapView view, Place.Point place) {
        return view.frame().holds(place.longitude(), place.latitude());
    }

    private double scale(double width) {
        Frame frame = view.frame();
        return width / ((frame.east() - frame.west()) * narrowing());
    }

    private double narrowing() {
        return Math.cos(Math.toRadians((view.frame().north() + view.frame().south()) / 2));
    }

    private double x(double longitude, double width) {
        return (longitude - view.frame().west()) * narrowing() * scale(width);
    }

    private double y(double latitude, double width) {
        return (view.frame().north() - latitude) * scale(width);
    }

    /// With the names of the places and links where there is room for them, else with their numbers alone.
    public Drawing draw(double width) {
        double height = y(view.frame().south(), width);
        Svg svg = new Svg();
        svg.leaf("rect", "class", "sea", "width", width, "height", height);
        boolean near = view != MapView.FAR;
        boolean wide = width >= 500;
        for (Outline outline : Coast.ALL) {
            List<double[]> land = outline.near() == near ? Coast.clipped(outline.points(), view.frame()) : List.of();
            if (land.size() > 2) {
                List<double[]> drawn = land.stream()
                        .map(point -> new double[] {x(point[0], width), y(point[1], width)})
                        .toList();
                svg.leaf("path", "class", "land", "d", Svg.path(drawn, true));
            }
        }
        List<Dot> shown = dots.stream()
                .filter(dot -> shows(view, dot.place()))
                .sorted(Comparator.comparingInt(Dot::count).reversed().thenComparingInt(Dot::number))
                .toList();
        int most = shown.stream().mapToInt(Dot::count).max().orElse(1);
        Room room = new Room(new Box(2, 2, width - 4, height - 4));
        for (Dot dot : shown) {
            double half = Math.min(9, radius(dot.count(), most, width)) + 1;
            room.take(new Box(x(dot, width) - half, y(dot, width) - half, 2 * half, 2 * half));
        }
        key(svg, room, most, width, height);
        for (Dot dot : shown) {
            if (wide) {
                svg.link(dot.href(), dot.says());
            } else {
                svg.open("g");
            }
            svg.leaf(
                    "circle",
                    "class",
                    "dot",
                    "cx",
                    x(dot, width),
                    "cy",
                    y(dot, width),
                    "r",
                    radius(dot.count(), most, width));
            svg.close();
        }
        for (Dot dot : shown) {
            label(svg, room, dot, radius(dot.count(), most, width), wide, width);
        }
        Set<Words> written = new HashSet<>();
        for (Name name : near ? NEAR_NAMES : FAR_NAMES) {
            if (!written.contains(name.words()) && name(svg, room, name, width)) {
                written.add(name.words());
            }
        }
        svg.leaf("rect", "class", "frame", "x", 0.5, "y", 0.5, "width", width - 1, "height", height - 1);
        return Drawing.of(width, wide ? height : height + keyHeight(most, width) + 6, title, tells, svg);
    }

    private double x(Dot dot, double width) {
        return x(dot.place().longitude(), width);
    }

    private double y(Dot dot, double width) {
        return y(dot.place().latitude(), width);
    }

    private static double radius(int count, int most, double width) {
        double largest = width >= 500 ? 26 : 15;
        return Math.max(2, largest * Math.sqrt((double) count / most));
    }

    /// Beside its dot, or further off at the end of a line, wherever there is room first.
    private static final List<Double> DISTANCES = List.of(3.0, 14.0, 26.0, 40.0, 56.0, 74.0, 96.0, 120.0);

    private void label(Svg svg, Room room, Dot dot, double radius, boolean wide, double width) {
        String number = "" + dot.number();
        String name = wide ? " " + dot.place().name().in(language) : "";
        double broad = Svg.width(number + name, SIZE) + 4;
        for (double distance : DISTANCES) {
            for (int turn = 0; turn < TURNS; turn++) {
                double angle = 2 * Math.PI * turn / TURNS;
                double reach = radius + distance;
                double tipX = x(dot, width) + Math.cos(angle) * reach;
                double tipY = y(dot, width) + Math.sin(angle) * reach;
                double left = Math.cos(angle) > 0.3 ? tipX : Math.cos(angle) < -0.3 ? tipX - broad : tipX - broad / 2;
                Box box = new Box(left, tipY - 8 + Math.sin(angle) * 8, broad, 16);
                if (room.claim(box)) {
                    if (distance > 3) {
                        double edge = Math.min(radius, 9);
                        svg.leaf(
                                "line",
                                "class",
                                "leader",
                                "x1",
                                x(dot, width) + Math.cos(angle) * edge,
                                "y1",
                                y(dot, width) + Math.sin(angle) * edge,
                                "x2",
                                tipX,
                                "y2",
                                tipY);
                    }
                    svg.open("text", "class", "name halo", "x", left + 2, "y", box.y() + 12.5);
                    svg.words("tspan", number, "class", "value").said(name).close();
                    return;
                }
            }
        }
    }

    private boolean name(Svg svg, Room room, Name name, double width) {
        String words = name.words().in(language);
        double broad = Svg.width(words, SIZE);
        double x = x(name.longitude(), width);
        double y = y(name.latitude(), width);
        if (!room.claim(new Box(x - broad / 2, y - 12, broad, 16))) {
            return false;
        }
        svg.words("text", words, "class", "region", "x", x, "y", y, "text-anchor", "middle");
        return true;
    }

    private static double keyHeight(int most, double width) {
        return 2 * radius(most, most, width) + 34;
    }

    /// How large dots are, and how long a distance is, in the first corner that is free.
    private void key(Svg svg, Room room, int most, double width, double height) {
        List<Integer> counts = most > 3 ? List.of(1, most) : List.of(most);
        double wide = 14;
        List<Double> at = new ArrayList<>();
        for (int count : counts) {
            at.add(wide);
            wide += 2 * radius(count, most, width) + 8 + Svg.width(facts.apply(count), SIZE) + 14;
        }
        int kilometres = (int) Timeline.step(width / scale(width) * 111.2 / 12);
        double length = kilometres / 111.2 * scale(width);
        double ruler = length + Svg.width(kilometres + "\u00A0km", SIZE) + 24;
        double high = keyHeight(most, width) - 22;
        double box = Math.max(wide, ruler);
        double[][] corners = {
            {width - box - 6, height - high - 28}, {6, 6}, {width - box - 6, 6}, {6, height - high - 28}
        };
        // A narrow map has no corner to spare.
        double[][] below = {{1, height + 5}};
        for (double[] corner : width >= 500 ? corners : below) {
            if (width < 500 || room.claim(new Box(corner[0], corner[1], box, high + 22))) {
                svg.leaf(
                        "rect", "class", "key", "x", corner[0], "y", corner[1], "width", box, "height", high + 22, "rx",
                        3);
                for (int i = 0; i < counts.size(); i++) {
                    double radius = radius(counts.get(i), most, width);
                    double x = corner[0] + at.get(i) + radius;
                    double y = corner[1] + high / 2;
                    svg.leaf("circle", "class", "dot", "cx", x, "cy", y, "r", radius);
                    svg.words("text", facts.apply(counts.get(i)), "class", "name", "x", x + radius + 6, "y", y + 4.5);
                }
                double y = corner[1] + high + 12;
                svg.leaf(
                        "path",
                        "class",
                        "ruler",
                        "d",
                        "M" + Svg.number(corner[0] + 8) + " " + Svg.number(y - 6) + "v6h" + Svg.number(length) + "v-6");
                svg.words("text", kilometres + "\u00A0km", "class", "quiet", "x", corner[0] + 14 + length, "y", y);
                return;
            }
        }
    }
}
