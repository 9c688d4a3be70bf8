package entente.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Reading;
import entente.screening.Sensor;
import entente.screening.Sensor.Axis;
import entente.screening.Sensor.Place;
import entente.screening.Sensor.Quantity;
import entente.testkit.Trials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written in blocks is read again; what was torn or damaged is seen.
class BlockFileTest {
    private static final Sensor CARBON_DIOXIDE =
            new Sensor("co2", Place.LOAD_SPACE, Quantity.CARBON_DIOXIDE, Axis.NONE);
    private static final Array ARRAY = new Array(
            "Porte 3",
            250,
            List.of(
                    new Sensor("front", Place.CHASSIS, Quantity.VELOCITY, Axis.UP),
                    new Sensor("tyre", Place.GROUND, Quantity.ACCELERATION, Axis.LEFT),
                    new Sensor("wind", Place.BESIDE, Quantity.PRESSURE, Axis.NONE)));
    private static final About ABOUT = new About(About.Clock.GNSS, "shaker, 2026-01-05", "invented", true);
    private static final Instant START = Instant.parse("2026-03-04T05:06:07.123456789Z");

    private static Block block(Random chance, Instant start, int length) {
        float[][] samples = new float[3][length];
        for (float[] one : samples) {
            for (int i = 0; i < length; i++) {
                one[i] = i % 17 == 3 ? Float.NaN : (float) chance.nextGaussian();
            }
        }
        return new Block(start, samples);
    }

    private static byte[] written(List<Block> blocks, List<Reading> readings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BlockWriter writer = new BlockWriter(bytes, ARRAY, List.of(CARBON_DIOXIDE), ABOUT)) {
            for (Reading reading : readings) {
                writer.write(reading);
            }
            for (Block block : blocks) {
                writer.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static Taken read(Path folder, byte[] bytes) throws IOException {
        return Taken.of(Stated.nothing(), Files.write(folder.resolve("one.blocks"), bytes));
    }

    @Test
    void what_is_written_is_read(@TempDir Path folder) {
        Trials.check(20, chance -> {
            List<Block> blocks = new ArrayList<>();
            Instant start = START;
            for (int i = 0; i < 5; i++) {
                int length = 1 + chance.nextInt(250);
                blocks.add(block(chance, start, length));
                start = start.plusNanos(length * 4_000_000L);
            }
            Reading reading = new Reading(START.plusMillis(3), CARBON_DIOXIDE, chance.nextDouble() * 1000);
            try {
                Taken taken = read(folder, written(blocks, List.of(reading)));
                assertThat(taken.array()).isEqualTo(ARRAY);
                assertThat(taken.about()).isEqualTo(ABOUT);
                assertThat(taken.readings()).containsExactly(reading);
                assertThat(taken.blocks().getFirst().start()).isEqualTo(START);
                for (int sensor = 0; sensor < 3; sensor++) {
                    int which = sensor;
                    float[] all = new Taken(ARRAY, blocks, List.of(), true, List.of(), ABOUT).channel(which);
                    assertThat(taken.channel(which)).isEqualTo(all);
                }
            } catch (IOException trouble) {
                throw new AssertionError(trouble);
            }
        });
    }

    @Test
    void the_bytes_are_those_of_the_specification() throws IOException {
        byte[] bytes = written(List.of(new Block(START, new float[][] {{1}, {-2}, {0.5f}})), List.of());
        byte[] last = Arrays.copyOfRange(bytes, bytes.length - 40, bytes.length);
        assertThat(HexFormat.of().formatHex(bytes, 0, 8)).isEqualTo("89454e54420d0a1a");
        assertThat(HexFormat.of().formatHex(last, 0, 36))
                .isEqualTo("020000001c000000" + "bfbda76900000000" + "15cd5b07" + "01000000" + "0000803f" + "000000c0"
                        + "0000003f");
    }

    @Test
    void a_torn_last_block_is_left_out_and_named(@TempDir Path folder) throws IOException {
        Random chance = new Random(1);
        byte[] whole = written(List.of(block(chance, START, 250), block(chance, START.plusSeconds(1), 250)), List.of());
        int lastFrame = 12 + 16 + 3 * 250 * 4;
        for (int cut : new int[] {1, 4, 5, 1000, lastFrame - 8, lastFrame - 1}) {
            Taken taken = read(folder, Arrays.copyOf(whole, whole.length - cut));
            assertThat(taken.channel(0)).hasSize(250);
            assertThat(taken.remarks()).hasSize(1);
            assertThat(taken.remarks().getFirst().fr()).contains("one.blocks").contains("déchiré");
        }
        assertThat(read(folder, whole).remarks()).isEmpty();
        assertThat(read(folder, Arrays.copyOf(whole, whole.length - lastFrame)).remarks())
                .isEmpty();
    }

    @Test
    void damage_in_the_middle_is_refused_wherever_it_is(@TempDir Path folder) throws IOException {
        Random chance = new Random(2);
        byte[] whole = written(List.of(block(chance, START, 20), block(chance, START.plusMillis(80), 20)), List.of());
        int first = whole.length - (12 + 16 + 3 * 20 * 4);
        for (int at = 0; at < first; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << chance.nextInt(8));
            int where = at;
            assertThatThrownBy(() -> read(folder, damaged)).as("byte %d", where).isInstanceOf(Unusable.class);
        }
    }

    @Test
    void what_was_appended_after_a_pause_is_a_block_after_a_gap(@TempDir Path folder) throws IOException {
        Random chance = new Random(3);
        Taken taken = read(
                folder,
                written(List.of(block(chance, START, 250), block(chance, START.plusSeconds(9), 250)), List.of()));
        assertThat(taken.blocks()).extracting(Block::start).containsExactly(START, START.plusSeconds(9));
    }

    @Test
    void a_block_of_another_array_is_not_written() {
        assertThatThrownBy(() -> written(List.of(new Block(START, new float[2][5])), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 sensors");
    }
}
