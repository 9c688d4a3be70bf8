package entente.node.web;

import entente.files.Json;
import entente.node.lane.Event;
import entente.node.lane.Listener;
import entente.node.lane.Moment;
import entente.node.lane.Trace;
import entente.screening.Sensor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a browser that watches a lane is sent, event by event, in the form of server-sent events (HTML, section 9.2).
///
/// `moment`: what the lane shows, twice a second or more. `trace`: a stretch of the signal. Every event has the time at
/// which it was made, so that a browser sees when it comes late.
final class LaneEvents implements AutoCloseable {
    private final Listener listener;
    private final Speech speech;

    LaneEvents(Listener listener, Speech speech) {
        this.listener = listener;
        this.speech = speech;
    }

    /// The bytes of the next event, waiting for it; empty once this reader is told no more.
    Optional<byte[]> next() throws InterruptedException {
        return listener.next().map(event -> bytes(event, speech));
    }

    static byte[] bytes(Event event, Speech speech) {
        String text = switch (event) {
            case Moment moment -> "event: moment\ndata: " + Json.write(moment(moment, speech)) + "\n\n";
            case Trace trace -> "event: trace\ndata: " + Json.write(trace(trace)) + "\n\n";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> moment(Moment moment, Speech speech) {
        Map<String, @Nullable Object> json =
                new LinkedHashMap<>(LaneShown.of(moment, speech).json());
        json.put("at", moment.at().toEpochMilli());
        json.put("age", age(moment.ageSeconds()));
        json.put(
                "sensors",
                moment.sensors().stream()
                        .map(one -> List.of(one.name(), one.quantity().unit(), place(one.place(), speech)))
                        .toList());
        return json;
    }

    private static String place(Sensor.Place place, Speech speech) {
        return switch (place) {
            case CHASSIS -> speech.say("on the vehicle", "sur le véhicule");
            case GROUND -> speech.say("on the ground", "au sol");
            case BESIDE -> speech.say("beside the vehicle", "à côté du véhicule");
            case LOAD_SPACE -> speech.say("in the load space", "dans l’espace de chargement");
        };
    }

    /// In seconds, to the millisecond; null where there never was a sample.
    static @Nullable BigDecimal age(double seconds) {
        return Double.isFinite(seconds) ? BigDecimal.valueOf(Math.round(Math.max(0, seconds) * 1000), 3) : null;
    }

    private static Map<String, Object> trace(Trace trace) {
        return Map.of("first", trace.first(), "low", pairs(trace.lowest()), "high", pairs(trace.highest()));
    }

    /// In billionths of the sensor's unit.
    private static List<List<@Nullable Object>> pairs(List<float[]> sensors) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (float[] sensor : sensors) {
            List<@Nullable Object> one = new ArrayList<>(sensor.length);
            for (float value : sensor) {
                one.add(Float.isFinite(value) ? (Long) Math.round(value * 1e9) : null);
            }
            all.add(one);
        }
        return all;
    }

    @Override
    public void close() {
        listener.close();
    }
}
