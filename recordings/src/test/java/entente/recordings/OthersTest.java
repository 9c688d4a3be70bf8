package entente.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.screening.Sensor;
import entente.screening.Sensor.Axis;
import entente.screening.Sensor.Place;
import entente.screening.Sensor.Quantity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that other programs wrote, `others/make.py` says which, are read to the last sample.
class OthersTest {
    private static final Path OTHERS = Path.of("src/test/resources/entente/recordings/others");
    private static final Instant START = Instant.parse("2024-05-06T07:08:09Z");

    /// The same as in make.py.
    private static int value(int channel, int i) {
        return Math.floorMod(i * 7919 + channel * 104729, 2001) - 1000 >> i / 16 % 11;
    }

    private static Stated stated(String unit, double counts, List<String> chassis, List<String> ground) {
        return Taken.stated(chassis, ground, unit, counts, OptionalDouble.empty());
    }

    private static void assertSamples(Taken taken, int length, double factor) {
        for (int channel = 0; channel < 3; channel++) {
            assertThat(taken.channel(channel)).hasSize(length);
            for (int i = 0; i < length; i++) {
                assertThat(taken.channel(channel)[i])
                        .as("channel %d sample %d", channel, i)
                        .isEqualTo((float) (value(channel, i) * factor));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"int16.wav, 1", "int24.wav, 1", "int32.wav, 1", "float32.wav, 0.0009765625"})
    void wav(String file, double factor) {
        Taken taken = Taken.of(stated("m/s", 1, List.of("1", "2"), List.of("3")), OTHERS.resolve(file));
        assertSamples(taken, 250, factor);
        assertThat(taken.array().rateHz()).isEqualTo(100);
        assertThat(taken.dated()).isFalse();
        assertThat(taken.blocks())
                .extracting(block -> block.start().toEpochMilli())
                .containsExactly(0L, 1000L, 2000L);
    }

    @Test
    void wav_of_eight_bits_has_its_middle_at_zero() {
        Taken taken = Taken.of(stated("m/s", 1, List.of("1"), List.of()), OTHERS.resolve("uint8.wav"));
        assertThat(taken.channel(0)[0]).isEqualTo(-125);
        assertThat(taken.channel(0)[17]).isEqualTo(Math.floorDiv(value(0, 17), 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plus.edf", "plus.bdf", "plain.edf"})
    void edf(String file) {
        Taken taken = Taken.of(Stated.nothing(), OTHERS.resolve(file));
        assertSamples(taken, 200, 1e-3);
        assertThat(taken.blocks().getFirst().start()).isEqualTo(START);
        assertThat(taken.array().sensors())
                .containsExactly(
                        new Sensor("chassis-1", Place.CHASSIS, Quantity.VELOCITY, Axis.UP),
                        new Sensor("chassis-2", Place.CHASSIS, Quantity.VELOCITY, Axis.UP),
                        new Sensor("ground", Place.GROUND, Quantity.VELOCITY, Axis.UP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f16.hea", "f24.hea", "f32.hea", "f212.hea"})
    void wfdb(String file) {
        Taken taken = Taken.of(Stated.nothing(), OTHERS.resolve(file));
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < 250; i++) {
                float physical = (float) (value(channel, i) / 200.0);
                assertThat(taken.channel(channel)[i]).isEqualTo((float) (physical * 1e-3));
            }
        }
        assertThat(taken.blocks().getFirst().start()).isEqualTo(START);
    }

    @Test
    void wfdb_whose_samples_were_changed_is_refused(@TempDir Path folder) throws Exception {
        byte[] samples = Files.readAllBytes(OTHERS.resolve("f16.dat"));
        samples[100]++;
        Files.write(folder.resolve("f16.dat"), samples);
        Files.copy(OTHERS.resolve("f16.hea"), folder.resolve("f16.hea"));
        assertThatThrownBy(() -> Taken.of(Stated.nothing(), folder.resolve("f16.hea")))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("do not add up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.mat", "packed.mat"})
    void matlab(String file) {
        Taken taken =
                Taken.of(stated("m/s", 1, List.of("chassis-1", "chassis-2"), List.of("ground")), OTHERS.resolve(file));
        assertSamples(taken, 250, 1);
        assertThat(taken.array().rateHz()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steim1.mseed",
                "steim2.mseed",
                "steim2-little.mseed",
                "int16.mseed",
                "int32.mseed",
                "float32.mseed",
                "float64.mseed"
            })
    void seed(String file) {
        Taken taken = Taken.of(stated("m/s", 1, List.of("EHZ", "EHN"), List.of("EHE")), OTHERS.resolve(file));
        assertSamples(taken, 250, 1);
        assertThat(taken.blocks().getFirst().start()).isEqualTo(START.plusNanos(123_400_000));
        assertThat(taken.array().sensors()).extracting(Sensor::axis).containsExactly(Axis.UP, Axis.FORWARD, Axis.LEFT);
    }

    @Test
    void seed_with_large_steps() {
        Taken taken = Taken.of(stated("m/s", 1, List.of("EHZ", "EHN"), List.of("EHE")), OTHERS.resolve("steps.mseed"));
        for (int i = 0; i < 250; i++) {
            int step = i % 97 == 50 ? 1 << 22 : 0;
            assertThat(taken.channel(1)[i]).isEqualTo(value(1, i) + step);
        }
    }

    @Test
    void a_gap_in_all_channels_is_a_gap_between_two_blocks() {
        Taken taken = Taken.of(stated("m/s", 1, List.of("EHZ", "EHN"), List.of("EHE")), OTHERS.resolve("gap.mseed"));
        List<Integer> starts = new ArrayList<>();
        for (var block : taken.blocks()) {
            starts.add((int) Math.round(Duration.between(START.plusNanos(123_400_000), block.start())
                            .toNanos()
                    / 1e7));
            for (int i = 0; i < block.length(); i++) {
                assertThat(block.samples()[2][i]).isEqualTo(value(2, starts.getLast() + i));
            }
        }
        assertThat(starts).containsExactly(0, 150);
        assertThat(taken.blocks()).extracting(block -> block.length()).containsExactly(100, 100);
    }

    @Test
    void files_of_one_moment_are_one_array_and_a_gap_in_one_of_them_is_missing_samples() {
        Taken taken = Taken.of(
                stated("m/s", 1, List.of("steim1:EHZ", "int32:EHN"), List.of("gap:EHE")),
                OTHERS.resolve("steim1.mseed"),
                OTHERS.resolve("gap.mseed"),
                OTHERS.resolve("int32.mseed"));
        assertThat(taken.channel(0)).hasSize(250);
        for (int i = 0; i < 250; i++) {
            assertThat(taken.channel(0)[i]).isEqualTo(value(0, i));
            assertThat(taken.channel(1)[i]).isEqualTo(value(1, i));
            float ground = i >= 100 && i < 150 ? Float.NaN : value(2, i);
            assertThat(taken.channel(2)[i]).isEqualTo(Float.valueOf(ground));
        }
    }
}
