package entente.recordings;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Reading;
import entente.screening.Sensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;

/// Writes a recording in the format of docs/spec/blocks.md, frame after frame: what was written is readable, even if
/// nothing follows. Not for several threads.
public final class BlockWriter implements AutoCloseable {
    private final OutputStream out;
    private final Array array;
    private final List<Sensor> slow;

    /// Begins a recording. `slow` are the sensors of the readings that may come.
    public BlockWriter(OutputStream out, Array array, List<Sensor> slow, About about) throws IOException {
        this.out = out;
        this.array = array;
        this.slow = List.copyOf(slow);
        out.write(BlockFrames.MAGIC);
        write(BlockFrames.HEAD, BlockFrames.head(new BlockFrames.Head(array, this.slow, about)));
    }

    /// @throws IllegalArgumentException if the block is not one of the array
    public void write(Block block) throws IOException {
        int sensors = array.sensors().size();
        long bytes = 16L + 4L * sensors * block.length();
        if (block.samples().length != sensors || bytes > BlockFrames.LARGEST) {
            throw new IllegalArgumentException("a block of " + block.samples().length + " sensors and " + block.length()
                    + " samples where the array has " + sensors + " sensors");
        }
        ByteBuffer body = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        put(body, block.start());
        body.putInt(block.length());
        for (float[] one : block.samples()) {
            for (float value : one) {
                body.putFloat(value);
            }
        }
        write(BlockFrames.BLOCK, body.array());
    }

    /// @throws IllegalArgumentException if the sensor is not one that was named at the beginning
    public void write(Reading reading) throws IOException {
        int index = slow.indexOf(reading.sensor());
        if (index < 0) {
            throw new IllegalArgumentException(reading.sensor().name() + " was not named in the header");
        }
        ByteBuffer body = ByteBuffer.allocate(21).order(ByteOrder.LITTLE_ENDIAN);
        put(body, reading.at());
        body.put((byte) index).putDouble(reading.value());
        write(BlockFrames.READING, body.array());
    }

    private static void put(ByteBuffer body, Instant at) {
        body.putLong(at.getEpochSecond()).putInt(at.getNano());
    }

    private void write(int kind, byte[] body) throws IOException {
        out.write(BlockFrames.frame(kind, body));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
