package entente.lanes;

import entente.recordings.Unusable;
import entente.screening.Hold;
import entente.screening.Range;
import entente.screening.Reading;
import entente.screening.Sensor;
import entente.terms.Words;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What was said of the load space of one vehicle, and what was read of its carbon dioxide and
/// waits for its turn by the recorder's clock.
final class LoadSpace {
    /// The longest message that says what it is, in bytes.
    private static final int LONGEST = 4096;

    /// More never waits: half an hour of a reading every four seconds.
    private static final int MOST_WAITING = 450;

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /// Which probe it was does not matter to the balance.
    private static final Sensor PROBE =
            new Sensor("probe", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);

    private final TreeSet<Reading> waiting =
            new TreeSet<>(Comparator.comparing(Reading::at).thenComparingDouble(Reading::value));
    private @Nullable Hold hold;

    @Nullable
    Hold hold() {
        return hold;
    }

    /// Whether a message is one of the load space, and not of samples.
    static boolean told(byte[] message) {
        return message.length > 0 && message[0] == '{';
    }

    /// Takes what is said of it. What is said later replaces it.
    ///
    /// @throws Unusable where it is not as docs/spec/lanes.md has it
    void take(byte[] message) {
        if (message.length > LONGEST) {
            throw unusable();
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), message)) {
            hold = read(json);
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw unusable();
        }
    }

    private static Hold read(JsonParser json) {
        Hold.Kind kind = null;
        Range shut = null;
        expect(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "vehicle" -> {
                    expect(json, JsonToken.VALUE_STRING);
                    kind = Hold.Kind.valueOf(
                            json.getString().toUpperCase(Locale.ROOT).replace('-', '_'));
                }
                case "hoursShut" -> {
                    expect(json, JsonToken.START_ARRAY);
                    shut = new Range(number(json), number(json));
                    expect(json, JsonToken.END_ARRAY);
                }
                default -> throw new IllegalArgumentException(json.currentName());
            }
        }
        if (kind == null || json.nextToken() != null) {
            throw new IllegalArgumentException("one object with a vehicle");
        }
        Hold known = Hold.of(kind);
        return shut == null ? known : known.with(Hold.Input.HOURS_SHUT, shut.low(), shut.high());
    }

    private static double number(JsonParser json) {
        JsonToken token = json.nextToken();
        if (token == null || !token.isNumeric()) {
            throw new IllegalArgumentException("no number");
        }
        return json.getDoubleValue();
    }

    private static void expect(JsonParser json, JsonToken token) {
        if (json.nextToken() != token) {
            throw new IllegalArgumentException("not " + token);
        }
    }

    private static Unusable unusable() {
        return new Unusable(new Words(
                "what it says of the load space is not as docs/spec/lanes.md has it",
                "ce qu’il dit de l’espace de chargement n’est pas conforme à docs/spec/lanes.md"));
    }

    /// What is of a time that is over, or of something else, or cannot count, is left out.
    ///
    /// @param over up to when all was handed on; null where nothing was
    void put(Reading reading, @Nullable Instant over) {
        boolean counts = reading.sensor().place() == PROBE.place()
                && reading.sensor().quantity() == PROBE.quantity()
                && Double.isFinite(reading.value());
        if (hold != null && counts && (over == null || reading.at().isAfter(over))) {
            waiting.add(new Reading(reading.at(), PROBE, reading.value()));
            if (waiting.size() > MOST_WAITING) {
                waiting.removeFirst();
            }
        }
    }

    /// Those whose turn it is: up to a time, or all where that is null.
    List<Reading> next(@Nullable Instant until) {
        List<Reading> turn = new ArrayList<>();
        while (!waiting.isEmpty() && (until == null || !waiting.getFirst().at().isAfter(until))) {
            turn.add(waiting.removeFirst());
        }
        return turn;
    }

    void save(DataOutputStream out) throws IOException {
        out.writeBoolean(hold != null);
        if (hold != null) {
            Bytes.some(out, hold.bytes());
        }
        out.writeInt(waiting.size());
        for (Reading one : waiting) {
            Bytes.instant(out, one.at());
            out.writeDouble(one.value());
        }
    }

    void restore(DataInputStream in) throws IOException {
        if (in.readBoolean()) {
            hold = Hold.read(Bytes.some(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            Instant at = Bytes.instant(in);
            double value = in.readDouble();
            if (at != null) {
                waiting.add(new Reading(at, PROBE, value));
            }
        }
    }
}
