package entente.node.lane;

import entente.recordings.Frame;
import entente.recordings.Unusable;
import entente.screening.Hold;
import entente.terms.Words;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The messages of a lane's sensors, as docs/operate/lane-page.md describes them: read, and passed on to the lane. What
/// cannot be used is counted there and named.
final class Messages {
    static final String PREFIX = "entente/lane/";

    /// The longest message in JSON, in bytes.
    private static final int LONGEST = 4096;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .build();

    private Messages() {}

    /// @param kind the last part of the topic
    static void tell(LiveLane lane, String kind, byte[] bytes) {
        try {
            switch (kind) {
                case "array", "block" -> frame(lane, bytes);
                case "reading" -> reading(lane, json(bytes));
                case "stop" -> stop(lane, json(bytes));
                default -> lane.unread(new Words("there is no message " + kind, "il n’y a pas de message " + kind));
            }
        } catch (Unusable broken) {
            lane.unread(broken.words());
        } catch (JacksonException | DateTimeException | IllegalArgumentException broken) {
            lane.unread(new Words(
                    kind + ": cannot be read as docs/operate/lane-page.md has it",
                    kind + "\u202F: illisible d’après docs/operate/lane-page.md"));
        }
    }

    private static void frame(LiveLane lane, byte[] bytes) {
        for (ByteBuffer from = ByteBuffer.wrap(bytes); from.hasRemaining(); ) {
            switch (Frame.next(from)) {
                case Frame.Head(var array, var slow, var _) -> lane.sensors(array, slow);
                case Frame.Samples(var block) -> lane.block(block);
                case Frame.Value(int index, Instant at, double value) -> lane.reading(index, at, value);
            }
        }
    }

    private static JsonNode json(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException(bytes.length + " bytes");
        }
        return JSON.readTree(bytes);
    }

    private static void reading(LiveLane lane, JsonNode told) {
        JsonNode value = told.path("value");
        if (!value.isNumber()) {
            throw new IllegalArgumentException("a reading has a number");
        }
        lane.reading(text(told, "sensor"), Instant.parse(text(told, "at")), value.asDouble());
    }

    private static void stop(LiveLane lane, JsonNode told) {
        switch (text(told, "is")) {
            case "begun" -> lane.begin(kind(told.path("vehicle")));
            case "ended" -> lane.end(told.path("empty").asBoolean(false));
            default -> throw new IllegalArgumentException("a stop has begun or ended");
        }
    }

    private static Hold.@Nullable Kind kind(JsonNode told) {
        return told.isMissingNode() || told.isNull()
                ? null
                : Vehicles.kind(told.asString()).orElseThrow(() -> new IllegalArgumentException("no kind " + told));
    }

    private static String text(JsonNode told, String key) {
        JsonNode value = told.path(key);
        if (!value.isString()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value.asString();
    }
}
