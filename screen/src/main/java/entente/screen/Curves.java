package entente.screen;

import entente.trial.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an evaluation found as two pictures (SVG), with captions in both languages, to be read in
/// light, in the dark and on paper.
final class Curves {
    private static final int WIDTH = 760;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 96;
    private static final int HEIGHT = 300;
    private static final int BAR = 34;
    private static final int NAMES = 300;

    private static final String STYLE = """
            svg { color-scheme: light dark; --ink: #1b1b1b; --soft: #5d5d5d; --line: #c9c9c9; --page: #ffffff; --one: #1f5a94; --two: #8f1407 }
            @media screen and (prefers-color-scheme: dark) { svg { --ink: #eeeeee; --soft: #b0b0b0; --line: #4a4a4a;
              --page: #16181b; --one: #8fbce8; --two: #ff9d8f } }
            text { font: 13px system-ui, sans-serif; fill: var(--ink) } .title { font-size: 17px; font-weight: 700 }
            .soft { fill: var(--soft) } .page { fill: var(--page) } .line { stroke: var(--line) }
            .one { stroke: var(--one); fill: var(--one) } .two { stroke: var(--two); fill: var(--two) }
            .path { fill: none; stroke-width: 2 } .limit { stroke-width: 1.5 } .dashed { stroke-dasharray: 6 4 }
            """;

    private final StringBuilder svg = new StringBuilder();

    private Curves() {}

    /// How often one calm person is found, by the ratio of signal to noise.
    static String detection(Findings f) {
        Curves curves = new Curves();
        int height = TOP + HEIGHT + 128;
        curves.begin(
                height,
                "One calm person found within 30 s (simulation)",
                "Une personne calme trouvée en 30\u00A0s (simulation)");
        curves.axes();
        curves.curve(f.alone(), "one", "");
        curves.curve(f.together(), "two", " dashed");
        int below = TOP + HEIGHT + 48;
        curves.legend(below, "one", "", "each sensor’s own noise is its own \u00B7 chaque capteur a son propre bruit");
        curves.legend(
                below + 20,
                "two",
                " dashed",
                "20 % of it common to all sensors \u00B7 20\u00A0% communs à tous les capteurs");
        curves.text(
                LEFT,
                below + 44,
                "soft",
                f.trials() + " stops a point, limits of 95 % (Wilson) \u00B7 " + f.trials()
                        + " arrêts par point, limites à 95\u00A0% (Wilson)");
        curves.text(LEFT, below + 62, "soft", rests(f));
        return curves.end();
    }

    private static String rests(Findings f) {
        return (f.tuning() ? "TUNING HALF \u00B7 MOITIÉ DE RÉGLAGE: " : "")
                + f.subjects().size() + " hearts \u00B7 cœurs; " + String.join(", ", f.sites());
    }

    private record Bar(String en, String fr, Share share) {}

    /// How often somebody is found in an empty vehicle, by what shakes it.
    static String alarms(Findings f) {
        List<Bar> bars = new ArrayList<>();
        f.nuisances().forEach((nuisance, one) -> {
            switch (nuisance) {
                case NONE -> bars.add(new Bar("quiet", "calme", one.falseAlarms()));
                case ROAD -> bars.add(new Bar("vehicles pass", "des véhicules passent", one.falseAlarms()));
                case ENGINE -> bars.add(new Bar("engine", "moteur", one.falseAlarms()));
                case REFRIGERATION -> bars.add(new Bar("refrigeration", "groupe frigorifique", one.falseAlarms()));
                case STEPS -> bars.add(new Bar("footsteps", "pas", one.falseAlarms()));
                case GUSTS -> bars.add(new Bar("gusts", "rafales", one.falseAlarms()));
            }
        });
        bars.add(new Bar(
                "gusts, wind sensor",
                "rafales, capteur de vent",
                f.gustsWithWind().falseAlarms()));
        Curves curves = new Curves();
        int bottom = TOP + bars.size() * BAR;
        curves.begin(
                bottom + 84,
                "Somebody found in an empty vehicle (simulation)",
                "Quelqu’un trouvé dans un véhicule vide (simulation)");
        double most = bars.stream().mapToDouble(bar -> bar.share.high()).max().orElse(1);
        double scale = (WIDTH - RIGHT - NAMES) / Math.max(most, 0.05);
        for (double tick = 0; tick <= Math.max(most, 0.05) + 1e-9; tick += most > 0.25 ? 0.1 : 0.01) {
            double x = NAMES + tick * scale;
            curves.line("<line class=\"line\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", x, TOP - 10, x, bottom);
            curves.line(
                    "<text class=\"soft\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f %%</text>",
                    x, bottom + 18, 100 * tick);
        }
        for (int i = 0; i < bars.size(); i++) {
            curves.bar(bars.get(i), TOP + i * BAR, scale);
        }
        curves.text(
                20,
                bottom + 46,
                "soft",
                f.trials() + " stops each, limits of 95 % (Wilson) \u00B7 " + f.trials()
                        + " arrêts chacun, limites à 95\u00A0% (Wilson)");
        curves.text(20, bottom + 64, "soft", rests(f));
        return curves.end();
    }

    private void bar(Bar bar, int y, double scale) {
        text(20, y + 10, "", bar.en + " \u00B7 " + bar.fr);
        int middle = y + 6;
        line(
                "<line class=\"one limit\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                NAMES + bar.share.low() * scale, middle, NAMES + bar.share.high() * scale, middle);
        line(
                "<circle class=\"one\" cx=\"%.1f\" cy=\"%d\" r=\"5\"><title>%s</title></circle>",
                NAMES + bar.share.value() * scale, middle, told(bar.share));
    }

    private static String told(Share share) {
        return share.found() + " / " + share.of();
    }

    private void begin(int height, String en, String fr) {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t\">",
                WIDTH, height);
        line("<title id=\"t\">%s \u00B7 %s</title>", en, fr);
        line("<style>%s</style>", STYLE);
        line("<rect class=\"page\" width=\"%d\" height=\"%d\"/>", WIDTH, height);
        text(20, 32, "title", en);
        text(20, 56, "title", fr);
    }

    private String end() {
        line("</svg>");
        return svg.toString();
    }

    private static double x(double db) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (db + 13) / 20;
    }

    private static double y(double share) {
        return TOP + HEIGHT * (1 - share);
    }

    private void axes() {
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double y = y(tenth / 10.0);
            line("<line class=\"line\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, WIDTH - RIGHT, y);
            line(
                    "<text class=\"soft\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>",
                    LEFT - 8, y + 4, 10 * tenth);
        }
        for (int db = -12; db <= 6; db += 3) {
            line(
                    "<text class=\"soft\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s dB</text>",
                    x(db), TOP + HEIGHT + 20, (db > 0 ? "+" : db < 0 ? "\u2212" : "") + Math.abs(db));
        }
    }

    private void curve(List<Findings.Point> points, String kind, String dashed) {
        StringBuilder path = new StringBuilder();
        for (Findings.Point point : points) {
            double x = x(point.snrDb());
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    path.isEmpty() ? "M" : " L",
                    x,
                    y(point.found().value())));
            line(
                    "<line class=\"%s limit\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                    kind, x, y(point.found().low()), x, y(point.found().high()));
            line(
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%s</title></circle>",
                    kind, x, y(point.found().value()), told(point.found()));
        }
        line("<path class=\"%s path%s\" style=\"fill:none\" d=\"%s\"/>", kind, dashed, path);
    }

    private void legend(int y, String kind, String dashed, String text) {
        line(
                "<line class=\"%s path%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
                kind, dashed, LEFT, y - 4, LEFT + 40, y - 4);
        text(LEFT + 50, y, "", text);
    }

    private void text(int x, int y, String kind, String text) {
        String safe = Terminal.printable(text).replace("&", "&amp;").replace("<", "&lt;");
        line("<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>", x, y, kind, safe);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is another library's
    private void line(String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }
}
