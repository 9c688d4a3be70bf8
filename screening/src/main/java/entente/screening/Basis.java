package entente.screening;

import entente.screening.Danger.Threat;
import entente.screening.Hold.Input;
import entente.terms.Language;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a danger rests on, in sentences.
final class Basis {
    private Basis() {}

    static List<Words> of(
            Hold felt,
            Hold told,
            Threat first,
            @Nullable Trend dioxide,
            @Nullable Trend oxygen,
            boolean agreed,
            List<Reading> readings) {
        List<Words> basis = new ArrayList<>();
        basis.add(new Words(
                "What comes first is " + first.cause().words().en() + "; the load space is that of a "
                        + felt.kind().words().en() + ".",
                "Ce qui vient en premier est " + first.cause().words().fr()
                        + "\u00A0; l\u2019espace de chargement est de type "
                        + felt.kind().words().fr() + "."));
        if (dioxide != null) {
            basis.add(dioxide(dioxide));
        }
        if (oxygen != null) {
            basis.add(new Words(
                    "Read: oxygen " + number(oxygen.level(), Language.ENGLISH) + " %.",
                    "Relev\u00E9\u00A0: oxyg\u00E8ne " + number(oxygen.level(), Language.FRENCH) + "\u00A0%."));
        }
        if (!felt.equals(told)) {
            basis.add(new Words("Temperatures were read.", "Des temp\u00E9ratures ont \u00E9t\u00E9 relev\u00E9es."));
        }
        if (!agreed) {
            basis.add(new Words(
                    "What was told and what was read contradict each other: the worse of them counts for the 10 % figure.",
                    "Ce qui a \u00E9t\u00E9 dit et ce qui a \u00E9t\u00E9 relev\u00E9 se contredisent\u00A0: le pire des deux vaut pour le chiffre "
                            + "\u00E0 10\u00A0%."));
        }
        missing(felt, dioxide != null || oxygen != null, basis);
        aside(readings, basis);
        basis.add(
                new Words(
                        "This ranks vehicles. It is no time that may be waited for: ask, knock, open.",
                        "Ceci classe les v\u00E9hicules. Ce n\u2019est pas un d\u00E9lai d\u2019attente\u00A0: demander, frapper, ouvrir."));
        return basis;
    }

    private static Words dioxide(Trend trend) {
        String level = number(trend.level(), Language.ENGLISH);
        String niveau = number(trend.level(), Language.FRENCH);
        if (Double.isInfinite(trend.slopeSigma())) {
            return new Words(
                    "Read: carbon dioxide " + level + " ppm; too short for a slope.",
                    "Relev\u00E9\u00A0: dioxyde de carbone " + niveau
                            + "\u00A0ppm\u00A0; dur\u00E9e trop courte pour une pente.");
        }
        return new Words(
                "Read: carbon dioxide " + level + " ppm, changing by " + number(trend.slopePerHour(), Language.ENGLISH)
                        + " ppm an hour (give or take " + number(trend.slopeSigma(), Language.ENGLISH) + ").",
                "Relev\u00E9\u00A0: dioxyde de carbone " + niveau + "\u00A0ppm, variation de "
                        + number(trend.slopePerHour(), Language.FRENCH) + "\u00A0ppm par heure (\u00E0 "
                        + number(trend.slopeSigma(), Language.FRENCH) + " pr\u00E8s).");
    }

    private static void missing(Hold hold, boolean read, List<Words> basis) {
        List<String> en = new ArrayList<>();
        List<String> fr = new ArrayList<>();
        for (Input input : Input.values()) {
            if (!hold.missing(input) || (read && input == Input.HOURS_SHUT)) {
                continue;
            }
            en.add(input.words().en() + " (" + span(hold.range(input), Language.ENGLISH) + ")");
            fr.add(input.words().fr() + " (" + span(hold.range(input), Language.FRENCH) + ")");
        }
        if (!en.isEmpty()) {
            basis.add(new Words(
                    "Not known, and so at its worst for the 10 % figure: " + String.join("; ", en) + ".",
                    "Inconnu, donc au pire pour le chiffre \u00E0 10\u00A0%\u00A0: " + String.join("\u00A0; ", fr)
                            + "."));
        }
    }

    private static String span(Range range, Language language) {
        return number(range.low(), language)
                + switch (language) {
                    case ENGLISH -> " to ";
                    case FRENCH -> " \u00E0 ";
                }
                + number(range.high(), language);
    }

    private static void aside(List<Reading> readings, List<Words> basis) {
        long odd = readings.stream().filter(one -> !sane(one)).count();
        if (odd > 0) {
            basis.add(new Words(
                    "Readings left aside because no air is like that: " + odd + ". Check the sensors.",
                    "Relev\u00E9s \u00E9cart\u00E9s, car aucun air n\u2019est ainsi\u00A0: " + odd
                            + ". V\u00E9rifiez les capteurs."));
        }
    }

    private static boolean sane(Reading reading) {
        return switch (reading.sensor().quantity()) {
            case CARBON_DIOXIDE -> Forecast.SANE_PPM.holds(reading.value());
            case OXYGEN -> Forecast.SANE_OXYGEN_PERCENT.holds(reading.value());
            case TEMPERATURE -> Forecast.SANE_C.holds(reading.value());
            case VELOCITY, ACCELERATION, PRESSURE -> false;
        };
    }

    /// Whole where it is large, one decimal where it is small.
    private static String number(double value, Language language) {
        boolean whole = Math.abs(value) >= 100 || value == Math.rint(value);
        return switch (language) {
            case ENGLISH -> String.format(Locale.UK, whole ? "%,.0f" : "%.1f", value);
            case FRENCH -> String.format(Locale.FRANCE, whole ? "%,.0f" : "%.1f", value);
        };
    }
}
