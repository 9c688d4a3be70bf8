package entente.lanes;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Sensor;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a checkpoint as bytes.
final class Bytes {
    private Bytes() {}

    static void instant(DataOutputStream out, @Nullable Instant at) throws IOException {
        out.writeLong(at == null ? Long.MIN_VALUE : at.getEpochSecond());
        out.writeInt(at == null ? 0 : at.getNano());
    }

    static @Nullable Instant instant(DataInputStream in) throws IOException {
        long second = in.readLong();
        int nano = in.readInt();
        return second == Long.MIN_VALUE ? null : Instant.ofEpochSecond(second, nano);
    }

    static void some(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] some(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    static void block(DataOutputStream out, Block block) throws IOException {
        instant(out, block.start());
        out.writeInt(block.length());
        for (float[] one : block.samples()) {
            for (float value : one) {
                out.writeFloat(value);
            }
        }
    }

    static Block block(DataInputStream in, int sensors) throws IOException {
        Instant start = instant(in);
        if (start == null) {
            throw new IOException("a block without a time");
        }
        float[][] samples = new float[sensors][in.readInt()];
        for (float[] one : samples) {
            for (int i = 0; i < one.length; i++) {
                one[i] = in.readFloat();
            }
        }
        return new Block(start, samples);
    }

    static void array(DataOutputStream out, Array array) throws IOException {
        out.writeUTF(array.lane());
        out.writeDouble(array.rateHz());
        out.writeInt(array.sensors().size());
        for (Sensor sensor : array.sensors()) {
            out.writeUTF(sensor.name());
            out.writeUTF(sensor.place().name());
            out.writeUTF(sensor.quantity().name());
            out.writeUTF(sensor.axis().name());
        }
    }

    static Array array(DataInputStream in) throws IOException {
        String lane = in.readUTF();
        double rateHz = in.readDouble();
        List<Sensor> sensors = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            sensors.add(new Sensor(
                    in.readUTF(),
                    Sensor.Place.valueOf(in.readUTF()),
                    Sensor.Quantity.valueOf(in.readUTF()),
                    Sensor.Axis.valueOf(in.readUTF())));
        }
        return new Array(lane, rateHz, sensors);
    }
}
