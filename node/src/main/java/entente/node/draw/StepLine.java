package entente.node.draw;

import entente.agreement.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How one commitment stood over time: a line that goes along while a standing lasts and down or up where it changes.
///
/// `steps` are in the order of time, the first one at the beginning of the line, which runs to `until`.
public record StepLine(String title, String tells, List<Step> steps, LocalDate until) {
    public StepLine {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || until.isBefore(steps.getLast().from())) {
            throw new IllegalArgumentException("a line has a first step and ends after the last: " + steps);
        }
    }

    /// From a day on: `word` is that of the standing, `path` the shape of its chip in a box of 16 by 16, `says` what is
    /// said when it is pointed at. Standings are drawn below each other, the best highest.
    public record Step(LocalDate from, Standing standing, String word, String path, String says) {}

    private static final double ROW = 30;
    private static final double SIZE = 13;

    public Drawing draw(double width) {
        SortedMap<Standing, Step> levels = new TreeMap<>();
        steps.forEach(step -> levels.putIfAbsent(step.standing(), step));
        List<Standing> ranks = List.copyOf(levels.keySet());
        double left = 12
                + levels.values().stream()
                        .mapToDouble(step -> Svg.width(step.word(), SIZE))
                        .max()
                        .orElse(0);
        double height = levels.size() * ROW + 28;
        double bottom = levels.size() * ROW + 4;
        LocalDate start = steps.getFirst().from();
        long days = Math.max(1, ChronoUnit.DAYS.between(start, until));
        double unit = (width - left - 20) / days;
        Svg svg = new Svg();
        years(svg, start, left + 10, unit, bottom, width);
        for (Step level : levels.values()) {
            double y = y(ranks, level);
            svg.leaf("line", "class", "grid", "x1", left, "y1", y, "x2", width, "y2", y);
            svg.words("text", level.word(), "class", "name", "x", left - 6, "y", y + 4, "text-anchor", "end");
        }
        List<double[]> line = new ArrayList<>();
        for (Step step : steps) {
            double x = left + 10 + unit * ChronoUnit.DAYS.between(start, step.from());
            if (!line.isEmpty()) {
                line.add(new double[] {x, line.getLast()[1]});
            }
            line.add(new double[] {x, y(ranks, step)});
        }
        line.add(new double[] {width - 10, line.getLast()[1]});
        svg.leaf("path", "class", "steps", "d", Svg.path(line, false));
        for (Step step : steps) {
            double x = left + 10 + unit * ChronoUnit.DAYS.between(start, step.from());
            double y = y(ranks, step);
            svg.open("g", "class", "step " + step.standing().code()).words("title", step.says());
            svg.leaf("circle", "cx", x, "cy", y, "r", 10);
            svg.open("g", "transform", "translate(" + Svg.number(x - 6) + " " + Svg.number(y - 6) + ") scale(0.75)");
            svg.leaf("path", "d", step.path());
            svg.close().close();
        }
        return Drawing.of(width, height, title, tells, svg);
    }

    private static double y(List<Standing> ranks, Step step) {
        return ranks.indexOf(step.standing()) * ROW + ROW / 2 + 2;
    }

    private void years(Svg svg, LocalDate start, double left, double unit, double bottom, double width) {
        svg.leaf("line", "class", "rule", "x1", left - 10, "y1", bottom, "x2", width, "y2", bottom);
        double last = -100;
        for (int year = start.getYear() + 1; year <= until.getYear(); year++) {
            double x = left + unit * ChronoUnit.DAYS.between(start, LocalDate.of(year, 1, 1));
            svg.leaf("line", "class", "grid", "x1", x, "y1", 2, "x2", x, "y2", bottom + 4);
            if (x - last >= 40 && x + 16 <= width) {
                svg.words("text", "" + year, "class", "quiet", "x", x, "y", bottom + 17, "text-anchor", "middle");
                last = x;
            }
        }
    }

    /// The steps of a history in which the same standing follows itself are one.
    public static List<Step> joined(List<Step> steps) {
        List<Step> joined = new ArrayList<>();
        steps.stream().sorted(Comparator.comparing(Step::from)).forEach(step -> {
            if (joined.isEmpty() || joined.getLast().standing() != step.standing()) {
                joined.add(step);
            }
        });
        return joined;
    }
}
