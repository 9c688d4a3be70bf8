package entente.node.draw;

import entente.node.draw.Room.Box;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// What happened, by date: agreements as upright lines, one lane for each kind of event, and estimates above an axis of
/// their own.
///
/// A mark is as long as what its source leaves open: a day is a point, a year is a bar of a year. What has no date at
/// all, or lies outside `from` to `until` (whole years), is not drawn; the table beside the picture has it.
public record Timeline(
        String title, String tells, int from, int until, List<Mark> signed, Chart chart, List<Lane> lanes) {
    public Timeline {
        signed = List.copyOf(signed);
        lanes = List.copyOf(lanes);
        if (until < from) {
            throw new IllegalArgumentException("a timeline ends no earlier than it begins: " + from + " to " + until);
        }
    }

    /// One event: `name` is short and may be drawn, `says` is what it shows when pointed at.
    public record Mark(Period when, String name, String says, String href) {}

    /// All marks of one kind.
    public record Lane(String name, List<Mark> marks) {
        public Lane {
            marks = List.copyOf(marks);
        }
    }

    /// Numbers of one unit, which `name` says, with the range where a source gives one. Empty where there are none.
    public record Chart(String name, List<Level> levels, Function<BigDecimal, String> number) {
        public Chart {
            levels = List.copyOf(levels);
        }
    }

    /// One number of a chart; `low` and `high` are the number itself where the source gives no range.
    public record Level(Mark mark, BigDecimal value, BigDecimal low, BigDecimal high) {}

    private static final double LINE = 17;
    private static final double ROW = 10;
    private static final double MARK = 7;
    private static final double SIZE = 13;
    private static final double NARROW = 500;

    /// Whether a period has a place in this timeline.
    public boolean shows(Period when) {
        return !when.unknown()
                && when.first().getYear() <= until
                && when.last().getYear() >= from
                && (when.first().getYear() > 1900 || when.last().getYear() < 2199);
    }

    /// A narrow one is for small screens, where no finger could meet a single mark: it leads nowhere.
    public Drawing draw(double width) {
        return new Sheet(width).draw();
    }

    /// One drawing of it under way.
    private final class Sheet {
        private final double width;
        private final double left = 46;
        private final LocalDate start = LocalDate.of(from, 1, 1);
        private final LocalDate end = LocalDate.of(until + 1, 1, 1);
        private final Svg marks = new Svg();
        private double y;

        Sheet(double width) {
            this.width = width;
        }

        Drawing draw() {
            y = 4;
            double top = signatures();
            chart();
            for (Lane lane : lanes) {
                lane(lane);
            }
            double bottom = y;
            Svg whole = new Svg();
            years(whole, top, bottom);
            Drawing under = Drawing.of(width, bottom + LINE + 6, title, tells, whole);
            return new Drawing(width, bottom + LINE + 6, title, tells, marks.linked(), under.body() + marks.body());
        }

        private Svg link(Mark mark) {
            return width < NARROW ? marks.open("g") : marks.link(mark.href(), mark.says());
        }

        private double x(LocalDate day) {
            LocalDate within = day.isBefore(start) ? start : day.isAfter(end) ? end : day;
            double share = (double) ChronoUnit.DAYS.between(start, within) / ChronoUnit.DAYS.between(start, end);
            return left + share * (width - left - 10);
        }

        /// Where a mark begins and how long it is: never shorter than can be pointed at.
        private double[] span(Period when) {
            double begin = x(when.first());
            double length = x(when.last().getYear() > until ? end : when.last().plusDays(1)) - begin;
            if (length >= MARK) {
                return new double[] {begin, length};
            }
            return new double[] {Math.min(begin + length / 2 - MARK / 2, width - 10 - MARK), MARK};
        }

        /// The letters of the agreements, in as many rows as it takes for no two to touch.
        private double signatures() {
            List<Mark> shown = shown(signed);
            if (shown.isEmpty()) {
                return y;
            }
            List<Double> rows = new ArrayList<>();
            int[] row = new int[shown.size()];
            for (int i = 0; i < shown.size(); i++) {
                row[i] = row(rows, x(shown.get(i).when().first()) - 9, 18);
            }
            double top = y;
            y += rows.size() * 19 + 4;
            double lines = height();
            for (int i = 0; i < shown.size(); i++) {
                Mark mark = shown.get(i);
                double at = x(mark.when().first());
                double up = top + 19.0 * row[i];
                link(mark)
                        .leaf("line", "class", "signed", "x1", at, "y1", up + 18, "x2", at, "y2", y + lines)
                        .leaf("rect", "class", "letter", "x", at - 8.5, "y", up, "width", 17, "height", 17, "rx", 3)
                        .words("text", mark.name(), "class", "in", "x", at, "y", up + 13, "text-anchor", "middle")
                        .close();
            }
            return top;
        }

        /// How high all that stands below the signatures is.
        private double height() {
            double sum = shownLevels().isEmpty() ? 0 : chartHeight() + LINE + 14;
            for (Lane lane : lanes) {
                sum += laneHeight(lane);
            }
            return sum;
        }

        private double chartHeight() {
            return width < NARROW ? 150 : 190;
        }

        private double laneHeight(Lane lane) {
            List<Double> rows = new ArrayList<>();
            shown(lane.marks()).forEach(mark -> row(rows, span(mark.when())));
            return rows.isEmpty() ? 0 : LINE + rows.size() * ROW + 12;
        }

        private void lane(Lane lane) {
            List<Mark> shown = shown(lane.marks());
            if (shown.isEmpty()) {
                return;
            }
            lane(lane.name());
            List<Double> rows = new ArrayList<>();
            for (Mark mark : shown) {
                double[] span = span(mark.when());
                double up = y + row(rows, span) * ROW;
                link(mark);
                if (mark.when().first().equals(mark.when().last())) {
                    double middle = span[0] + span[1] / 2;
                    marks.leaf("path", "class", "day", "d", diamond(middle, up + 4));
                } else {
                    String look = mark.when().approximate() || mark.when().open() ? "while about" : "while";
                    marks.leaf("rect", "class", look, "x", span[0], "y", up + 0.5, "width", span[1], "height", MARK);
                }
                marks.close();
            }
            y += rows.size() * ROW + 12;
        }

        private void lane(String name) {
            marks.leaf("line", "class", "rule", "x1", 0, "y1", y, "x2", width, "y2", y);
            marks.words("text", name, "class", "lane", "x", 2, "y", y + 13);
            y += LINE;
        }

        private void chart() {
            List<Level> shown = shownLevels();
            if (shown.isEmpty()) {
                return;
            }
            lane(chart.name());
            double base = y + chartHeight();
            double most = shown.stream()
                    .mapToDouble(level -> level.high().doubleValue())
                    .max()
                    .orElse(1);
            double step = step(most / 4);
            double high = Math.max(1, Math.ceil(most / step)) * step;
            double unit = (chartHeight() - 14) / high;
            for (double tick = 0; tick <= high; tick += step) {
                double at = base - tick * unit;
                marks.leaf("line", "class", "grid", "x1", left, "y1", at, "x2", width - 10, "y2", at);
                marks.words(
                        "text",
                        chart.number().apply(BigDecimal.valueOf(Math.round(tick))),
                        "class",
                        "quiet",
                        "x",
                        left - 5,
                        "y",
                        at + 4,
                        "text-anchor",
                        "end");
            }
            shown.forEach(level -> level(level, base, unit));
            levelNames(shown, base, unit, y);
            y = base + 14;
        }

        private void level(Level level, double base, double unit) {
            double[] span = span(level.mark().when());
            double at = base - level.value().doubleValue() * unit;
            double low = base - level.low().doubleValue() * unit;
            double high = base - level.high().doubleValue() * unit;
            link(level.mark());
            if (low - high > 1) {
                marks.leaf("rect", "class", "range", "x", span[0], "y", high, "width", span[1], "height", low - high);
            }
            if (level.mark().when().first().equals(level.mark().when().last())) {
                marks.leaf("circle", "class", "day", "cx", span[0] + span[1] / 2, "cy", at, "r", 4);
            } else {
                marks.leaf("rect", "class", "level", "x", span[0], "y", at - 2, "width", span[1], "height", 4);
            }
            marks.close();
        }

        /// The numbers that find room beside their marks; the others are in the table alone.
        private void levelNames(List<Level> shown, double base, double unit, double top) {
            Room room = new Room(new Box(left, top - 2, width - left, base - top + 2));
            for (Level level : shown) {
                double[] span = span(level.mark().when());
                double high = base - level.high().doubleValue() * unit;
                double low = base - level.low().doubleValue() * unit;
                room.take(new Box(span[0] - 1, high - 4, span[1] + 2, low - high + 8));
            }
            for (Level level : shown) {
                double[] span = span(level.mark().when());
                double at = base - level.value().doubleValue() * unit;
                double wide = Svg.width(level.mark().name(), SIZE);
                for (Box box : List.of(
                        new Box(span[0] + span[1] + 4, at - 7, wide, 14),
                        new Box(span[0] - wide - 4, at - 7, wide, 14),
                        new Box(span[0], base - level.high().doubleValue() * unit - 19, wide, 14),
                        new Box(span[0], base - level.low().doubleValue() * unit + 5, wide, 14))) {
                    if (room.claim(box)) {
                        boolean before = box.x() < span[0];
                        marks.words(
                                "text",
                                level.mark().name(),
                                "class",
                                "value",
                                "x",
                                before ? box.x() + wide : box.x(),
                                "y",
                                box.y() + 11,
                                "text-anchor",
                                before ? "end" : "start");
                        break;
                    }
                }
            }
        }

        private void years(Svg under, double top, double bottom) {
            double year = (width - left - 10) / (until + 1 - from);
            int step = year >= 36 ? 1 : year >= 18 ? 2 : year >= 8 ? 5 : 10;
            for (int one = from; one <= until; one++) {
                double at = x(LocalDate.of(one, 1, 1));
                under.leaf("line", "class", "grid", "x1", at, "y1", top, "x2", at, "y2", bottom + 4);
                if ((one - from) % step == 0) {
                    under.words(
                            "text",
                            "" + one,
                            "class",
                            "quiet",
                            "x",
                            Math.min(at + (step == 1 ? year / 2 : 0), width - 18),
                            "y",
                            bottom + LINE,
                            "text-anchor",
                            "middle");
                }
            }
            under.leaf("line", "class", "rule", "x1", 0, "y1", bottom, "x2", width, "y2", bottom);
        }
    }

    private List<Level> shownLevels() {
        return chart.levels().stream()
                .filter(level -> shows(level.mark().when()))
                .sorted(Comparator.comparing(
                                (Level level) -> level.mark().when().first())
                        .thenComparing(Level::value))
                .toList();
    }

    private List<Mark> shown(List<Mark> marks) {
        return marks.stream()
                .filter(mark -> shows(mark.when()))
                .sorted(Comparator.comparing((Mark mark) -> mark.when().first())
                        .thenComparing(mark -> mark.when().last())
                        .thenComparing(Mark::name))
                .toList();
    }

    /// The first row in which a mark touches none before it; a new one where there is none.
    private static int row(List<Double> rows, double[] span) {
        return row(rows, span[0], span[1]);
    }

    private static int row(List<Double> rows, double begin, double length) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) + 2 <= begin) {
                rows.set(i, begin + length);
                return i;
            }
        }
        rows.add(begin + length);
        return rows.size() - 1;
    }

    private static String diamond(double x, double y) {
        return Svg.path(
                List.of(new double[] {x, y - 4}, new double[] {x + 4, y}, new double[] {x, y + 4}, new double[] {
                    x - 4, y
                }),
                true);
    }

    /// One, two or five times a power of ten, no smaller than given and no smaller than one.
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
        for (int times : new int[] {1, 2, 5}) {
            if (power * times >= least) {
                return power * times;
            }
        }
        return power * 10;
    }
}
