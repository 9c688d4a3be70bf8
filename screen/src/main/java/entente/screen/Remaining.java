package entente.screen;

import entente.screening.Danger;
import entente.screening.Danger.Hours;
import entente.terms.Language;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// The danger in a load space, in words and as JSON.
final class Remaining {
    private Remaining() {}

    static List<String> text(Danger danger, Language language) {
        boolean french = language == Language.FRENCH;
        List<String> lines = new ArrayList<>();
        lines.add(
                french
                        ? "Si quelqu’un est dedans, en heures à partir de la fin de ce qui fut lu (au pire, une fois sur dix"
                                + "\u202F; une fois sur deux)\u202F:"
                        : "If somebody is inside, in hours from the end of what was read (at worst, one case in ten; one in two):");
        lines.add(line(french ? "  détresse " : "  distress ", danger.distress(), language));
        lines.add(line("  danger   ", danger.danger(), language));
        lines.add(line(french ? "  mort     " : "  death    ", danger.death(), language));
        lines.add((french ? "  d’abord par " : "  first by ")
                + danger.cause().words().in(language));
        for (Words basis : danger.basis()) {
            lines.add("  " + (french ? "– " : "- ") + basis.in(language));
        }
        return lines;
    }

    private static String line(String what, Hours hours, Language language) {
        return what + hours(hours.tenPercent(), language) + "; " + hours(hours.half(), language);
    }

    private static String hours(double hours, Language language) {
        if (Double.isInfinite(hours)) {
            return language == Language.FRENCH ? "pas en trois jours" : "not within three days";
        }
        return String.format(language.locale(), "%.1f", hours);
    }

    static void json(JsonGenerator json, Optional<Danger> danger) {
        if (danger.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty(
                "cause", danger.get().cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        hours(json, "distressHours", danger.get().distress());
        hours(json, "dangerHours", danger.get().danger());
        hours(json, "deathHours", danger.get().death());
        json.writeArrayPropertyStart("basis");
        for (Words basis : danger.get().basis()) {
            json.writeStartObject();
            json.writeStringProperty("en", Terminal.printable(basis.en()));
            json.writeStringProperty("fr", Terminal.printable(basis.fr()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void hours(JsonGenerator json, String name, Hours hours) {
        json.writeArrayPropertyStart(name);
        for (double one : new double[] {hours.tenPercent(), hours.half(), hours.ninetyPercent()}) {
            if (Double.isFinite(one)) {
                json.writeNumber(one);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }
}
