package entente.screen;

import entente.screening.Block;
import entente.screening.Sensor;
import entente.terms.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A recording and its answer as one SVG: a strip for each sensor, the window after which it was
/// decided, how strongly the chassis shook, and the outcome in words. It is read in light, in the
/// dark and on paper.
final class Picture {
    private static final int WIDTH = 960;
    private static final int LEFT = 150;
    private static final int RIGHT = 20;
    private static final int TOP = 118;
    private static final int STRIP = 56;
    private static final int COLUMNS = WIDTH - LEFT - RIGHT;

    /// Of the distances from the middle, this part lies inside of the strip; the rest is cut at its edge.
    private static final double SHOWN = 0.995;

    private static final String STYLE = """
            svg { color-scheme: light dark; --ink: #1b1b1b; --soft: #5d5d5d; --line: #c9c9c9; --page: #ffffff; --trace: #1f5a94;
              --window: #e9eef4; --life: #8f1407; --none: #1f5a94; --cannot: #7a5200 }
            @media screen and (prefers-color-scheme: dark) { svg { --ink: #eeeeee; --soft: #b0b0b0; --line: #4a4a4a;
              --page: #16181b; --trace: #8fbce8; --window: #232b34; --life: #ff9d8f; --none: #8fbce8; --cannot: #f0c36d } }
            text { font: 13px system-ui, sans-serif; fill: var(--ink) }
            .title { font-size: 30px; font-weight: 700 } .soft { fill: var(--soft) }
            .life-signs { fill: var(--life) } .none-found { fill: var(--none) } .cannot-tell { fill: var(--cannot) }
            .trace { fill: none; stroke: var(--trace); stroke-width: 1 } .page { fill: var(--page) }
            .window { fill: var(--window) } .line { stroke: var(--line); stroke-width: 1 }
            """;

    private final Answer answer;
    private final Seen seen;
    private final boolean french;
    private final Language language;
    private final double shownSeconds;
    private final StringBuilder svg = new StringBuilder();

    private Picture(Answer answer, Seen seen, Language language) {
        this.answer = answer;
        this.seen = seen;
        this.language = language;
        french = language == Language.FRENCH;
        double last = seen.blocks().stream()
                .mapToDouble(
                        block -> seen.at(block) + block.length() / seen.array().rateHz())
                .max()
                .orElse(1);
        shownSeconds = Math.max(1, last);
    }

    static String of(Answer answer, Seen seen, Language language) {
        return new Picture(answer, seen, language).drawn();
    }

    private String drawn() {
        List<Sensor> sensors = seen.array().sensors();
        List<Answer.Why> why = answer.why().stream().limit(6).toList();
        int rows = sensors.size() + 1;
        int axis = TOP + rows * STRIP;
        int height = axis + 50 + 20 * why.size();
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" lang=\"%s\" aria-labelledby=\"t d\">",
                WIDTH, height, language.code());
        line("<title id=\"t\">%s</title>", escaped(answer.title().in(language)));
        line("<desc id=\"d\">%s</desc>", escaped(described(why)));
        line("<style>%s</style>", STYLE);
        line("<rect class=\"page\" width=\"%d\" height=\"%d\"/>", WIDTH, height);
        head();
        window(axis);
        for (int i = 0; i < sensors.size(); i++) {
            strip(i, sensors.get(i));
        }
        shaking(sensors, TOP + sensors.size() * STRIP);
        axis(axis);
        for (int i = 0; i < why.size(); i++) {
            text(20, axis + 56 + 20 * i, "", "– " + why.get(i).sentence().in(language));
        }
        line("</svg>");
        return svg.toString();
    }

    private String described(List<Answer.Why> why) {
        StringBuilder text = new StringBuilder(answer.advice().in(language));
        why.forEach(one -> text.append(' ').append(one.sentence().in(language)));
        return text + " " + answer.looked(language);
    }

    private void head() {
        text(20, 44, "title " + answer.name(), answer.title().in(language));
        text(20, 70, "", answer.advice().in(language));
        text(20, 92, "soft", answer.looked(language));
        if (answer.simulated()) {
            line(
                    "<text x=\"%d\" y=\"44\" class=\"soft\" text-anchor=\"end\">%s</text>",
                    WIDTH - RIGHT, escaped(french ? "enregistrement simulé" : "simulated recording"));
        }
    }

    private double x(double second) {
        return LEFT + COLUMNS * second / shownSeconds;
    }

    /// The signal on which the decision rests.
    private void window(int bottom) {
        if (answer.decided()) {
            double until = Math.min(answer.outcome().evidence().seconds(), shownSeconds);
            line(
                    "<rect class=\"window\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                    LEFT, TOP, x(until) - LEFT, bottom - TOP);
        }
    }

    private void strip(int index, Sensor sensor) {
        int top = TOP + index * STRIP;
        double[] middle = middle(index);
        double scale = scale(index, middle);
        label(
                top,
                sensor.name(),
                place(sensor) + " \u00B1" + number(scale, sensor.quantity().unit()));
        double[] least = new double[COLUMNS];
        double[] most = new double[COLUMNS];
        Arrays.fill(least, Double.NaN);
        Arrays.fill(most, Double.NaN);
        double last = Double.NaN;
        for (int b = 0; b < seen.blocks().size(); b++) {
            Block block = seen.blocks().get(b);
            for (int i = 0; i < block.length(); i++) {
                double value = Math.clamp((block.samples()[index][i] - middle[b]) / scale, -1, 1);
                int column = column(block, i);
                // A line from the sample before, where there is one.
                for (double one : new double[] {last, value}) {
                    if (!Double.isNaN(one) && !Double.isNaN(value)) {
                        least[column] = Double.isNaN(least[column]) ? one : Math.min(least[column], one);
                        most[column] = Double.isNaN(most[column]) ? one : Math.max(most[column], one);
                    }
                }
                last = value;
            }
        }
        trace(least, most, top + STRIP / 2.0, STRIP * 0.42);
    }

    private int column(Block block, int i) {
        double second = seen.at(block) + i / seen.array().rateHz();
        return (int) Math.clamp(COLUMNS * second / shownSeconds, 0, COLUMNS - 1);
    }

    /// Of each block and the two beside it, so that slow drift does not hide what is quick.
    private double[] middle(int sensor) {
        List<Block> blocks = seen.blocks();
        double[] means = new double[blocks.size()];
        for (int b = 0; b < means.length; b++) {
            double sum = 0;
            int count = 0;
            for (Block near : blocks.subList(Math.max(0, b - 1), Math.min(means.length, b + 2))) {
                for (float value : near.samples()[sensor]) {
                    sum += Float.isNaN(value) ? 0 : value;
                    count += Float.isNaN(value) ? 0 : 1;
                }
            }
            means[b] = count == 0 ? 0 : sum / count;
        }
        return means;
    }

    private double scale(int sensor, double[] middle) {
        List<Double> sizes = new ArrayList<>();
        for (int b = 0; b < middle.length; b++) {
            for (float value : seen.blocks().get(b).samples()[sensor]) {
                if (!Float.isNaN(value)) {
                    sizes.add(Math.abs(value - middle[b]));
                }
            }
        }
        sizes.sort(null);
        double shown = sizes.isEmpty() ? 0 : sizes.get((int) (SHOWN * (sizes.size() - 1)));
        return shown > 0 ? shown * 1.1 : 1;
    }

    private void trace(double[] least, double[] most, double middle, double half) {
        StringBuilder path = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            if (!Double.isNaN(least[column])) {
                path.append(String.format(
                        Locale.ROOT,
                        "M%d.5 %.1fV%.1f",
                        LEFT + column,
                        middle - half * least[column] + 0.5,
                        middle - half * most[column] - 0.5));
            }
        }
        line("<path class=\"trace\" d=\"%s\"/>", path);
    }

    /// The rms of all chassis sensors together from 3 to 15 Hz, each by its own middle level.
    private void shaking(List<Sensor> sensors, int top) {
        label(top, french ? "ensemble, 3–15 Hz" : "together, 3–15 Hz", french ? "valeur efficace" : "rms");
        double[] power = Shaking.of(seen, sensors, COLUMNS, shownSeconds);
        double most = Arrays.stream(power).filter(Double::isFinite).max().orElse(1);
        double[] zero = new double[COLUMNS];
        double[] height = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            zero[i] = Double.isNaN(power[i]) ? Double.NaN : 0;
            height[i] = most > 0 ? power[i] / most : 0;
        }
        trace(zero, height, top + STRIP * 0.92, STRIP * 0.8);
    }

    private void axis(int y) {
        line("<line class=\"line\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", LEFT, y, WIDTH - RIGHT, y);
        int step = shownSeconds > 30 ? 10 : shownSeconds > 10 ? 5 : 1;
        for (int second = 0; second <= shownSeconds; second += step) {
            line("<line class=\"line\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", x(second), y, x(second), y + 5);
            line(
                    "<text class=\"soft\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(second), y + 20, second == 0 ? "0 s" : Integer.toString(second));
        }
    }

    private void label(int top, String name, String below) {
        line("<line class=\"line\" x1=\"20\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", top, WIDTH - RIGHT, top);
        text(20, top + 24, "", name.length() > 18 ? name.substring(0, 17) + "\u2026" : name);
        text(20, top + 42, "soft", below);
    }

    private String place(Sensor sensor) {
        return switch (sensor.place()) {
            case CHASSIS -> french ? "châssis" : "chassis";
            case GROUND -> french ? "sol" : "ground";
            case BESIDE -> "air";
            case LOAD_SPACE -> french ? "chargement" : "load";
        };
    }

    private String number(double value, String unit) {
        String prefix = value >= 1 ? "" : value >= 1e-3 ? "m" : value >= 1e-6 ? "\u00B5" : "n";
        double factor = value >= 1 ? 1 : value >= 1e-3 ? 1e3 : value >= 1e-6 ? 1e6 : 1e9;
        return String.format(language.locale(), "%.3g\u00A0", value * factor) + prefix + unit;
    }

    private void text(int x, int y, String kind, String text) {
        line("<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>", x, y, kind, escaped(text));
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is another library's
    private void line(String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }

    private static String escaped(String text) {
        return Terminal.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
