package entente.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Reading;
import entente.screening.Sensor;
import entente.testkit.Trials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A message is a whole recording, and nothing else is one.
class PortionTest {
    private static final Sensor GAS =
            new Sensor("co2", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);
    private static final Array ARRAY = new Array(
            "Porte 3",
            100,
            List.of(
                    new Sensor("front", Sensor.Place.CHASSIS, Sensor.Quantity.VELOCITY, Sensor.Axis.UP),
                    new Sensor("rear", Sensor.Place.CHASSIS, Sensor.Quantity.VELOCITY, Sensor.Axis.UP)));
    private static final Instant START = Instant.parse("2026-03-01T10:00:00.5Z");
    private static final Portion PORTION = new Portion(
            ARRAY,
            new About(About.Clock.PTP, "today", "none", true),
            List.of(new Block(START, new float[][] {{1, 2}, {3, 4}})),
            List.of(new Reading(START, GAS, 450)));

    @Test
    void what_is_written_is_read_as_a_message_and_as_a_file(@TempDir Path folder) throws IOException {
        Portion read = Portion.read(PORTION.bytes());
        assertThat(read.array()).isEqualTo(ARRAY);
        assertThat(read.about()).isEqualTo(PORTION.about());
        assertThat(read.readings()).isEqualTo(PORTION.readings());
        assertThat(read.blocks()).hasSize(1);
        assertThat(read.blocks().getFirst().start()).isEqualTo(START);
        assertThat(read.blocks().getFirst().samples())
                .isDeepEqualTo(PORTION.blocks().getFirst().samples());
        Path file = Files.write(folder.resolve("one.blocks"), PORTION.bytes());
        assertThat(Taken.of(Stated.nothing(), file).array()).isEqualTo(ARRAY);
    }

    @Test
    void every_bit_counts_and_so_does_every_byte() {
        byte[] sound = PORTION.bytes();
        for (int at = 0; at < sound.length; at++) {
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            assertThatThrownBy(() -> Portion.read(flipped)).as("byte " + at).isInstanceOf(Unusable.class);
        }
        assertThatThrownBy(() -> Portion.read(Arrays.copyOf(sound, sound.length + 1)))
                .isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> Portion.read(new byte[Portion.LARGEST + 1])).isInstanceOf(Unusable.class);
    }

    @Test
    void whatever_the_bytes_are_they_are_read_or_refused() {
        Trials.check(500, chance -> {
            byte[] rubbish = new byte[chance.nextInt(400)];
            chance.nextBytes(rubbish);
            byte[] begun = PORTION.bytes();
            System.arraycopy(rubbish, 0, begun, 8, Math.min(rubbish.length, begun.length - 8));
            for (byte[] bytes : List.of(rubbish, begun)) {
                try {
                    assertThat(Portion.read(bytes).array()).isEqualTo(ARRAY);
                } catch (Unusable refused) {
                    assertThat(refused.words().fr()).isNotBlank();
                }
            }
        });
    }

    @Test
    void what_a_sound_frame_says_wrongly_is_refused() {
        Block beyond = new Block(Instant.parse("9999-01-01T00:00:00Z"), new float[][] {{1}, {2}});
        assertRefused(written(ARRAY, List.of(), beyond));
        byte[] header = written(ARRAY, List.of());
        byte[] twice = Arrays.copyOf(header, 2 * header.length - 8);
        System.arraycopy(header, 8, twice, header.length, header.length - 8);
        assertRefused(twice);
        assertRefused(Arrays.copyOf(header, 8));
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> Portion.read(bytes)).isInstanceOf(Unusable.class);
    }

    private static byte[] written(Array array, List<Sensor> slow, Block... blocks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BlockWriter writer = new BlockWriter(bytes, array, slow, About.UNKNOWN)) {
            for (Block block : blocks) {
                writer.write(block);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void one_that_would_be_too_long_is_not_written() {
        Block block = new Block(START, new float[2][131_072]);
        assertThatThrownBy(() -> new Portion(ARRAY, About.UNKNOWN, List.of(block), List.of()).bytes())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
