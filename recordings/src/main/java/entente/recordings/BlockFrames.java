package entente.recordings;

import entente.screening.Array;
import entente.screening.Sensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// The frames of which a file of blocks is made; docs/spec/blocks.md says what is in each.
final class BlockFrames {
    /// Not text, and a byte above 127, a CR LF and an LF, so that a file is seen which was sent as text.
    static final byte[] MAGIC = {(byte) 0x89, 'E', 'N', 'T', 'B', '\r', '\n', 0x1A};

    static final int VERSION = 1;
    static final int HEAD = 1;
    static final int BLOCK = 2;
    static final int READING = 3;
    static final int LARGEST = 4 << 20;
    private static final int MOST_SENSORS = 64;

    /// What the first frame says. `slow` are the sensors of readings.
    record Head(Array array, List<Sensor> slow, About about) {}

    private BlockFrames() {}

    /// Kind, length, body, and the CRC-32C of all of that.
    static byte[] frame(int kind, byte[] body) {
        ByteBuffer frame = ByteBuffer.allocate(12 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(kind).putInt(body.length).put(body);
        return frame.putInt(crc(frame.array(), 8 + body.length)).array();
    }

    static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    static byte[] head(Head head) {
        ByteBuffer body = ByteBuffer.allocate(64 << 10).order(ByteOrder.LITTLE_ENDIAN);
        body.putShort((short) VERSION);
        body.put((byte) (head.about.simulated() ? 1 : 0));
        put(body, head.about.clock().name());
        body.putDouble(head.array.rateHz());
        put(body, head.array.lane());
        put(body, head.about.calibration());
        put(body, head.about.note());
        put(body, head.array.sensors());
        put(body, head.slow);
        byte[] bytes = new byte[body.position()];
        body.get(0, bytes);
        return bytes;
    }

    private static void put(ByteBuffer into, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        into.putShort((short) bytes.length).put(bytes);
    }

    private static void put(ByteBuffer into, List<Sensor> sensors) {
        into.put((byte) sensors.size());
        for (Sensor sensor : sensors) {
            put(into, sensor.name());
            put(into, sensor.place().name());
            put(into, sensor.quantity().name());
            put(into, sensor.axis().name());
        }
    }

    /// @throws IllegalArgumentException or java.nio.BufferUnderflowException if the body is not one
    static Head head(byte[] bytes) {
        ByteBuffer body = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int version = body.getShort() & 0xFFFF;
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + ", and only version 1 is read");
        }
        boolean simulated = (body.get() & 1) != 0;
        About.Clock clock = About.Clock.valueOf(text(body));
        double rate = body.getDouble();
        String lane = text(body);
        About about = new About(clock, text(body), text(body), simulated);
        Array array = new Array(lane, rate, sensors(body));
        List<Sensor> slow = sensors(body);
        if (body.hasRemaining()) {
            throw new IllegalArgumentException(body.remaining() + " bytes too many in the header");
        }
        return new Head(array, slow, about);
    }

    private static String text(ByteBuffer from) {
        byte[] bytes = new byte[Math.min(from.getShort() & 0xFFFF, from.remaining() + 1)];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<Sensor> sensors(ByteBuffer from) {
        int count = from.get() & 255;
        if (count > MOST_SENSORS) {
            throw new IllegalArgumentException(count + " sensors");
        }
        List<Sensor> sensors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sensors.add(new Sensor(
                    text(from),
                    Sensor.Place.valueOf(text(from)),
                    Sensor.Quantity.valueOf(text(from)),
                    Sensor.Axis.valueOf(text(from))));
        }
        return sensors;
    }
}
