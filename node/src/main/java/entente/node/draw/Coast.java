package entente.node.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The outlines of land that are shipped, in degrees. See `coast.txt` beside this class for where they are from.
final class Coast {
    /// One outline: `near` in full for the Strait, else simplified for the widest view.
    record Outline(boolean near, String country, List<double[]> points) {}

    static final List<Outline> ALL = read();

    private Coast() {}

    private static List<Outline> read() {
        try (InputStream file = Coast.class.getResourceAsStream("coast.txt")) {
            if (file == null) {
                throw new IllegalStateException("the coastline was not packed with the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Coast::outline)
                    .toList();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static Outline outline(String line) {
        String[] parts = line.split(" ", -1);
        List<double[]> points = new ArrayList<>();
        long x = 0;
        long y = 0;
        for (int i = 2; i < parts.length; i++) {
            String[] step = parts[i].split(",", -1);
            x += Long.parseLong(step[0]);
            y += Long.parseLong(step[1]);
            points.add(new double[] {x / 1000.0, y / 1000.0});
        }
        return new Outline(parts[0].equals("near"), parts[1], List.copyOf(points));
    }

    /// The part of a ring that lies in a frame (Sutherland and Hodgman): edges of the frame close what they cut.
    static List<double[]> clipped(List<double[]> ring, MapView.Frame frame) {
        List<double[]> points = ring;
        points = cut(points, 0, frame.west(), 1);
        points = cut(points, 0, frame.east(), -1);
        points = cut(points, 1, frame.south(), 1);
        return cut(points, 1, frame.north(), -1);
    }

    private static List<double[]> cut(List<double[]> ring, int axis, double edge, int side) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            double[] one = ring.get(i);
            double[] next = ring.get((i + 1) % ring.size());
            boolean in = (one[axis] - edge) * side >= 0;
            boolean nextIn = (next[axis] - edge) * side >= 0;
            if (in) {
                kept.add(one);
            }
            if (in != nextIn) {
                double share = (edge - one[axis]) / (next[axis] - one[axis]);
                double[] crossing = {one[0] + share * (next[0] - one[0]), one[1] + share * (next[1] - one[1])};
                crossing[axis] = edge;
                kept.add(crossing);
            }
        }
        return kept;
    }
}
