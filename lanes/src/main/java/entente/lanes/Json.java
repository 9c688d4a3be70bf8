package entente.lanes;

import entente.screening.Evidence;
import entente.screening.Outcome;
import entente.screening.Reason;
import entente.terms.Words;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What is said, as JSON on one line: docs/spec/lanes.md.
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private Json() {}

    static String of(Said said) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("lane", said.key().lane());
            json.writeStringProperty("stop", said.key().stop());
            switch (said) {
                case Said.Answer answer -> answer(json, answer);
                case Said.Notice(StayKey _, Said.Kind kind, Words sentence) -> {
                    json.writeStringProperty("notice", kind.name().toLowerCase(Locale.ROOT));
                    words(json, sentence);
                }
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    /// Of a message of which not even the vehicle is known.
    static String refused(Words why) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("notice", "refused");
            words(json, why);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void answer(JsonGenerator json, Said.Answer answer) {
        Evidence evidence = answer.outcome().evidence();
        json.writeBooleanProperty("simulated", answer.simulated());
        json.writeStringProperty(
                "outcome",
                switch (answer.outcome()) {
                    case Outcome.LifeSigns _ -> "life-signs";
                    case Outcome.NoneFound _ -> "none-found";
                    case Outcome.CannotTell _ -> "cannot-tell";
                });
        json.writeArrayPropertyStart("why");
        switch (answer.outcome()) {
            case Outcome.LifeSigns _ ->
                evidence.signs().forEach(sign -> why(json, sign.kind().name(), "", null));
            case Outcome.NoneFound _ -> why(json, "DETECTABLE", "", null);
            case Outcome.CannotTell cannot -> {
                for (Reason reason : cannot.reasons()) {
                    why(json, reason.code().name(), reason.sensor(), reason.sentence());
                }
            }
        }
        json.writeEndArray();
        number(json, "logLikelihoodRatio", evidence.logLikelihoodRatio());
        number(json, "detectableForceNewtons", evidence.detectableForceNewtons());
        number(json, "heartRateBpm", evidence.heartRateBpm());
        number(json, "seconds", evidence.seconds());
    }

    private static void why(
            JsonGenerator json, String code, String sensor, @org.jspecify.annotations.Nullable Words sentence) {
        json.writeStartObject();
        json.writeStringProperty("code", code);
        json.writeStringProperty("sensor", sensor.isEmpty() ? null : sensor);
        if (sentence != null) {
            words(json, sentence);
        }
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, Words words) {
        json.writeStringProperty("en", words.en());
        json.writeStringProperty("fr", words.fr());
    }

    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
