package entente.node.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes `coast.txt` again from Natural Earth at 1:10 million (public domain) as the npm package `world-atlas` 2.0.2
/// ships it: `npm pack world-atlas@2.0.2`, unpack, then run this with the path of `countries-10m.json` and the path of
/// the file to write. What comes out is the file in the tree, byte for byte.
///
/// A line is `near` or `far`, a country, and one outline of its land: longitude and latitude in thousandths of a
/// degree,
/// the first point whole and each other one as the step from the one before.
public final class Coastline {
    private static final Map<String, String> COUNTRIES = Map.of(
            "826", "GBR", "250", "FRA", "056", "BEL", "528", "NLD", "372", "IRL", "276", "DEU", "442", "LUX", "756",
            "CHE", "380", "ITA", "724", "ESP");

    private final double[] scale;
    private final double[] translate;
    private final JsonNode arcs;

    private Coastline(JsonNode world) {
        scale = pair(world.get("transform").get("scale"));
        translate = pair(world.get("transform").get("translate"));
        arcs = world.get("arcs");
    }

    public static void main(String[] args) throws IOException {
        JsonNode world = JsonMapper.builder().build().readTree(Files.readString(Path.of(args[0])));
        Files.writeString(Path.of(args[1]), new Coastline(world).written(world));
    }

    private String written(JsonNode world) {
        StringBuilder text = new StringBuilder();
        text.append("# Land either side of the Strait of Dover: Natural Earth 1:10m, public domain, through npm")
                .append(" world-atlas 2.0.2.\n# Made by Coastline in the tests of this module.\n");
        outlines(world, "near", MapView.STRAIT.frame(), 0, text);
        outlines(world, "far", MapView.FAR.frame(), 0.012, text);
        return text.toString();
    }

    private void outlines(JsonNode world, String name, MapView.Frame frame, double slack, StringBuilder text) {
        List<String> lines = new ArrayList<>();
        for (JsonNode country : world.get("objects").get("countries").get("geometries")) {
            String code = COUNTRIES.get(country.path("id").asString(""));
            if (code == null) {
                continue;
            }
            boolean many = country.get("type").asString().equals("MultiPolygon");
            for (JsonNode polygon : many ? country.get("arcs") : List.of(country.get("arcs"))) {
                List<double[]> ring = Coast.clipped(simplified(ring(polygon.get(0)), slack), frame);
                if (ring.size() > 2 && area(ring) > slack * slack) {
                    lines.add(name + " " + code + " " + steps(ring));
                }
            }
        }
        lines.stream().sorted().forEach(line -> text.append(line).append('\n'));
    }

    private List<double[]> ring(JsonNode indices) {
        List<double[]> points = new ArrayList<>();
        for (JsonNode index : indices) {
            int number = index.asInt();
            List<double[]> arc = arc(arcs.get(number < 0 ? ~number : number));
            List<double[]> turned = number < 0 ? arc.reversed() : arc;
            points.addAll(points.isEmpty() ? turned : turned.subList(1, turned.size()));
        }
        return points;
    }

    private List<double[]> arc(JsonNode steps) {
        List<double[]> points = new ArrayList<>();
        long x = 0;
        long y = 0;
        for (JsonNode step : steps) {
            x += step.get(0).asLong();
            y += step.get(1).asLong();
            points.add(new double[] {x * scale[0] + translate[0], y * scale[1] + translate[1]});
        }
        return points;
    }

    /// Fewer points, none further from the line than the slack in degrees (Douglas and Peucker).
    private static List<double[]> simplified(List<double[]> points, double slack) {
        if (points.size() < 3 || slack == 0) {
            return points;
        }
        int furthest = 0;
        double most = 0;
        for (int i = 1; i < points.size() - 1; i++) {
            double away = away(points.get(i), points.getFirst(), points.getLast());
            if (away > most) {
                most = away;
                furthest = i;
            }
        }
        if (most <= slack) {
            return List.of(points.getFirst(), points.getLast());
        }
        List<double[]> all = new ArrayList<>(simplified(points.subList(0, furthest + 1), slack));
        all.addAll(simplified(points.subList(furthest, points.size()), slack).stream()
                .skip(1)
                .toList());
        return all;
    }

    private static double away(double[] point, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.hypot(dx, dy);
        return length == 0
                ? Math.hypot(point[0] - from[0], point[1] - from[1])
                : Math.abs(dx * (from[1] - point[1]) - dy * (from[0] - point[0])) / length;
    }

    private static double area(List<double[]> ring) {
        double sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            double[] one = ring.get(i);
            double[] next = ring.get((i + 1) % ring.size());
            sum += one[0] * next[1] - next[0] * one[1];
        }
        return Math.abs(sum) / 2;
    }

    private static String steps(List<double[]> ring) {
        StringBuilder text = new StringBuilder();
        long x = 0;
        long y = 0;
        for (double[] point : ring) {
            long nextX = Math.round(point[0] * 1000);
            long nextY = Math.round(point[1] * 1000);
            if (!text.isEmpty() && nextX == x && nextY == y) {
                continue;
            }
            text.append(text.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%d,%d", nextX - x, nextY - y));
            x = nextX;
            y = nextY;
        }
        return text.toString();
    }

    private static double[] pair(JsonNode two) {
        return new double[] {two.get(0).asDouble(), two.get(1).asDouble()};
    }
}
