package entente.screen;

import entente.screening.Array;
import entente.screening.Danger;
import entente.screening.Evidence;
import entente.screening.Outcome;
import entente.screening.Reason;
import entente.terms.Language;
import entente.terms.Words;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What the program answers of one recording, in words and as JSON (docs/spec/screen.md).
///
/// `decided` says that the test ended before the recording did; `seconds` is how long the recording
/// is, or how much of it was read until then.
record Answer(
        Array array, Outcome outcome, boolean decided, boolean simulated, double seconds, Optional<Danger> danger) {
    private static final Words INVENTED = new Words(
            "SIMULATED: a program invented this recording. No vehicle was screened.",
            "SIMULATION\u202F: un programme a inventé cet enregistrement. Aucun véhicule n’a été contrôlé.");

    /// One sentence of why, with a word for programs; `sensor` is empty where none is at fault.
    record Why(String code, String sensor, Words sentence) {}

    /// The outcome as programs call it.
    String name() {
        return switch (outcome) {
            case Outcome.LifeSigns _ -> "life-signs";
            case Outcome.NoneFound _ -> "none-found";
            case Outcome.CannotTell _ -> "cannot-tell";
        };
    }

    /// The outcome as people call it.
    Words title() {
        return switch (outcome) {
            case Outcome.LifeSigns _ -> new Words("LIFE SIGNS", "SIGNES DE VIE");
            case Outcome.NoneFound _ -> new Words("NONE FOUND", "PERSONNE N’A ÉTÉ TROUVÉ");
            case Outcome.CannotTell _ -> new Words("CANNOT TELL", "IMPOSSIBLE À DIRE");
        };
    }

    /// What to do now.
    Words advice() {
        return switch (outcome) {
            case Outcome.LifeSigns _ ->
                new Words(
                        "Somebody is in this vehicle: ask, knock, open.",
                        "Quelqu’un est dans ce véhicule\u202F: appelez, frappez, ouvrez.");
            case Outcome.NoneFound _ ->
                new Words(
                        "Nobody was found. This says what would have been found, and not that nobody is there.",
                        "Personne n’a été trouvé. Cela dit ce qui l’aurait été, et non que personne n’est là.");
            case Outcome.CannotTell _ ->
                new Words("Treat this vehicle as not screened.", "Tenez ce véhicule pour non contrôlé.");
        };
    }

    List<Why> why() {
        return switch (outcome) {
            case Outcome.LifeSigns life ->
                life.evidence().signs().stream().map(Answer::sign).toList();
            case Outcome.NoneFound none ->
                List.of(new Why(
                        "DETECTABLE",
                        "",
                        new Words(
                                "A heart that moves the vehicle with "
                                        + number(
                                                Language.ENGLISH,
                                                "%.2f",
                                                none.evidence().detectableForceNewtons())
                                        + " N would have been found with a probability of 90 %.",
                                "Un cœur qui meut le véhicule avec "
                                        + number(
                                                Language.FRENCH,
                                                "%.2f",
                                                none.evidence().detectableForceNewtons())
                                        + "\u00A0N aurait été trouvé avec une probabilité de 90\u00A0%.")));
            case Outcome.CannotTell cannot ->
                cannot.reasons().stream().map(Answer::reason).toList();
        };
    }

    private static Why sign(Evidence.Sign sign) {
        Words what = switch (sign.kind()) {
            case HEART -> new Words("a heart beats", "un cœur bat");
            case MOVEMENT ->
                new Words("something moves the vehicle from inside", "quelque chose meut le véhicule de l’intérieur");
            case BREATHING -> new Words("somebody breathes", "quelqu’un respire");
            case CARBON_DIOXIDE ->
                new Words("carbon dioxide rises as by people", "le dioxyde de carbone monte comme par des personnes");
        };
        return new Why(sign.kind().name(), "", what);
    }

    private static Why reason(Reason reason) {
        return new Why(reason.code().name(), reason.sensor(), reason.sentence());
    }

    private static String number(Language language, String pattern, double value) {
        return String.format(language.locale(), pattern, value);
    }

    String text(Language language) {
        boolean french = language == Language.FRENCH;
        Evidence evidence = outcome.evidence();
        List<String> lines = new ArrayList<>();
        if (simulated) {
            lines.add(INVENTED.in(language));
            lines.add("");
        }
        lines.add(title().in(language));
        lines.add(advice().in(language));
        lines.add("");
        why().forEach(why ->
                lines.add("  " + (french ? "– " : "- ") + why.sentence().in(language)));
        if (!Double.isNaN(evidence.heartRateBpm())) {
            String rate = number(language, "%.0f", evidence.heartRateBpm());
            lines.add(french ? "  – cœur\u202F: " + rate + " par minute" : "  - heart: " + rate + " a minute");
        }
        if (!Double.isNaN(evidence.logLikelihoodRatio())) {
            String ratio = number(language, "%.1f", evidence.logLikelihoodRatio());
            lines.add(
                    french
                            ? "  – logarithme du rapport de vraisemblance\u202F: " + ratio
                            : "  - logarithm of the likelihood ratio: " + ratio);
        }
        danger.ifPresent(hours -> {
            lines.add("");
            lines.addAll(Remaining.text(hours, language));
        });
        lines.add("");
        lines.add(looked(language));
        return Terminal.printable(String.join("\n", lines)) + "\n";
    }

    /// Where, and at how much.
    String looked(Language language) {
        String lane = array.lane();
        String seen = number(language, "%.0f", outcome.evidence().seconds());
        String all = number(language, "%.0f", seconds);
        if (language == Language.FRENCH) {
            return decided
                    ? "Voie " + lane + "\u202F: décidé après " + seen + "\u00A0s de signal."
                    : "Voie " + lane + "\u202F: " + all + "\u00A0s d’enregistrement, sans décision avant la fin.";
        }
        return decided
                ? "Lane " + lane + ": decided after " + seen + " s of signal."
                : "Lane " + lane + ": " + all + " s of recording, and no decision before its end.";
    }

    String json() {
        StringWriter text = new StringWriter();
        Evidence evidence = outcome.evidence();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("outcome", name());
            json.writeArrayPropertyStart("why");
            for (Why why : why()) {
                json.writeStartObject();
                json.writeStringProperty("code", why.code);
                json.writeStringProperty("sensor", why.sensor.isEmpty() ? null : Terminal.printable(why.sensor));
                json.writeStringProperty("en", Terminal.printable(why.sentence.en()));
                json.writeStringProperty("fr", Terminal.printable(why.sentence.fr()));
                json.writeEndObject();
            }
            json.writeEndArray();
            number(json, "logLikelihoodRatio", evidence.logLikelihoodRatio());
            number(json, "detectableForceNewtons", evidence.detectableForceNewtons());
            number(json, "heartRateBpm", evidence.heartRateBpm());
            number(json, "decidedAfterSeconds", decided ? evidence.seconds() : Double.NaN);
            json.writeName("danger");
            Remaining.json(json, danger);
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
