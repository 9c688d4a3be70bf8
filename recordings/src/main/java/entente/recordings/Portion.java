package entente.recordings;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Reading;
import entente.screening.Sensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A short recording as one message: a file of docs/spec/blocks.md, from its beginning to its end, of at most
/// [#LARGEST] bytes. It can be read without any other.
public record Portion(Array array, About about, List<Block> blocks, List<Reading> readings) {
    /// A second of sixteen sensors at 10,000 samples a second fits.
    public static final int LARGEST = 1 << 20;

    public Portion {
        blocks = List.copyOf(blocks);
        readings = List.copyOf(readings);
    }

    /// @throws Unusable if the bytes are not, from the first to the last, those of a recording in blocks
    public static Portion read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw wrong(
                    "a message has at most " + LARGEST + " bytes, this one had " + bytes.length,
                    "un message a au plus " + LARGEST + " octets, celui-ci en avait " + bytes.length);
        }
        int magic = BlockFrames.MAGIC.length;
        if (bytes.length < magic || !Arrays.equals(bytes, 0, magic, BlockFrames.MAGIC, 0, magic)) {
            throw wrong("it is no recording in blocks", "ce n’est pas un enregistrement en blocs");
        }
        ByteBuffer from = ByteBuffer.wrap(bytes, magic, bytes.length - magic);
        if (!(Frame.next(from) instanceof Frame.Head head)) {
            throw wrong("it does not begin with a header", "il ne commence pas par un en-tête");
        }
        List<Block> blocks = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        while (from.hasRemaining()) {
            switch (Frame.next(from)) {
                case Frame.Head _ -> throw wrong("it has two headers", "il a deux en-têtes");
                case Frame.Samples(Block block) -> blocks.add(checked(block, head.array()));
                case Frame.Value(int index, Instant at, double value) -> readings.add(reading(head, index, at, value));
            }
        }
        return new Portion(head.array(), head.about(), blocks, readings);
    }

    private static Block checked(Block block, Array array) {
        if (block.samples().length != array.sensors().size()) {
            throw wrong(
                    "a block has " + block.samples().length + " sensors and the header "
                            + array.sensors().size(),
                    "un bloc a " + block.samples().length + " capteurs et l’en-tête "
                            + array.sensors().size());
        }
        checked(block.start());
        return block;
    }

    private static Reading reading(Frame.Head head, int index, Instant at, double value) {
        checked(at);
        if (index >= head.slow().size()) {
            throw wrong(
                    "a reading is of sensor " + index + ", which the header has not",
                    "un relevé est du capteur " + index + ", que l’en-tête n’a pas");
        }
        try {
            return new Reading(at, head.slow().get(index), value);
        } catch (IllegalArgumentException fast) {
            throw wrong("a reading is of a sensor of samples", "un relevé est d’un capteur d’échantillons");
        }
    }

    private static void checked(Instant at) {
        Times.checked("message", at.getEpochSecond());
    }

    private static Unusable wrong(String en, String fr) {
        return Unusable.of("message", en, fr);
    }

    /// As [#read] reads it.
    ///
    /// @throws IllegalArgumentException if it would be too long, or a block is not one of the array
    public byte[] bytes() {
        Set<Sensor> slow = new LinkedHashSet<>();
        readings.forEach(reading -> slow.add(reading.sensor()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BlockWriter writer = new BlockWriter(bytes, array, List.copyOf(slow), about)) {
            for (Reading reading : readings) {
                writer.write(reading);
            }
            for (Block block : blocks) {
                writer.write(block);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (bytes.size() > LARGEST) {
            throw new IllegalArgumentException("a message of " + bytes.size() + " bytes is too long");
        }
        return bytes.toByteArray();
    }
}
