package entente.screen;

import entente.trial.Share;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What an evaluation found, as JSON (docs/screening/README.md). A share is `[share, low, high, found, of]`.
final class Figures {
    private final JsonGenerator json;

    private Figures(JsonGenerator json) {
        this.json = json;
    }

    static String of(Findings f) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            new Figures(json).write(f);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private void write(Findings f) {
        json.writeBooleanProperty("simulated", true);
        json.writeStringProperty("half", f.tuning() ? "tuning" : "reporting");
        json.writeNumberProperty("seed", f.seed());
        json.writeNumberProperty("trials", f.trials());
        names("subjects", f.subjects());
        names("sites", f.sites());
        points("alone", f.alone());
        points("together", f.together());
        json.writeArrayPropertyStart("beatsAlone");
        for (Findings.Beats one : f.beats()) {
            json.writeStartObject();
            number("snrDb", one.snrDb());
            share("found", one.found());
            json.writeEndObject();
        }
        json.writeEndArray();
        share("threePeople", f.three());
        share("moving", f.moving());
        json.writeObjectPropertyStart("nuisances");
        f.nuisances().forEach((nuisance, one) -> disturbed(nuisance.name(), one));
        disturbed("GUSTS_WITH_WIND_SENSOR", f.gustsWithWind());
        json.writeEndObject();
        json.writeObjectPropertyStart("clean");
        f.clean().forEach(this::clean);
        json.writeEndObject();
        json.writeObjectPropertyStart("noneFoundWithFault");
        f.faults().forEach((fault, one) -> {
            json.writeObjectPropertyStart(fault.name());
            share("empty", one.noneEmpty());
            share("person", one.noneWithPerson());
            json.writeEndObject();
        });
        json.writeEndObject();
        share("noneFoundTooFaint", f.noneTooFaint());
        json.writeObjectPropertyStart("seconds");
        number("lifeMedian", f.times().lifeMedian());
        number("lifeMost", f.times().lifeMost());
        number("noneMedian", f.times().noneMedian());
        number("noneMost", f.times().noneMost());
        json.writeEndObject();
        json.writeArrayPropertyStart("promises");
        for (Findings.Promise one : f.promises()) {
            json.writeStartObject();
            number("timesStatedForce", one.times());
            share("found", one.found());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("groundCancellation");
        json.writeNumberProperty("stops", f.cancelled().stops());
        number("medianDb", f.cancelled().medianDb());
        number("tenthDb", f.cancelled().tenthDb());
        number("medianShareOfLimit", f.cancelled().medianShare());
        number("tenthShareOfLimit", f.cancelled().tenthShare());
        json.writeEndObject();
    }

    private void names(String name, List<String> names) {
        json.writeArrayPropertyStart(name);
        names.forEach(one -> json.writeString(Terminal.printable(one)));
        json.writeEndArray();
    }

    private void points(String name, List<Findings.Point> points) {
        json.writeArrayPropertyStart(name);
        for (Findings.Point point : points) {
            json.writeStartObject();
            number("snrDb", point.snrDb());
            share("found", point.found());
            share("heard", point.heard());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void disturbed(String name, Findings.Disturbed one) {
        json.writeObjectPropertyStart(name);
        share("falseAlarms", one.falseAlarms());
        share("cannotTell", one.cannotTell());
        share("found", one.found());
        json.writeEndObject();
    }

    private void clean(String site, Findings.Clean one) {
        json.writeObjectPropertyStart(Terminal.printable(site));
        share("falseAlarms", one.falseAlarms());
        share("noneFound", one.none());
        share("cannotTell", one.cannotTell());
        json.writeObjectPropertyStart("why");
        one.why().forEach(json::writeNumberProperty);
        json.writeEndObject();
        number("forceNewtons", one.forceNewtons());
        json.writeEndObject();
    }

    private void share(String name, Share share) {
        json.writeArrayPropertyStart(name);
        for (double one : new double[] {share.value(), share.low(), share.high()}) {
            if (Double.isNaN(one)) {
                json.writeNull();
            } else {
                json.writeNumber(one);
            }
        }
        json.writeNumber(share.found());
        json.writeNumber(share.of());
        json.writeEndArray();
    }

    private void number(String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
