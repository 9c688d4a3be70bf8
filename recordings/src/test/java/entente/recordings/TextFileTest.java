package entente.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.screening.Block;
import entente.screening.Reading;
import entente.screening.Sensor;
import entente.screening.Sensor.Place;
import entente.screening.Sensor.Quantity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables of text, as loggers and spreadsheets write them.
class TextFileTest {
    @TempDir
    private Path folder;

    private Path file(String head, IntFunction<String> row, int rows) throws IOException {
        StringBuilder text = new StringBuilder(head).append('\n');
        for (int i = 0; i < rows; i++) {
            String line = row.apply(i);
            if (!line.isEmpty()) {
                text.append(line).append('\n');
            }
        }
        return Files.writeString(folder.resolve("one.csv"), text);
    }

    @Test
    void names_and_units_in_the_header_say_all() throws IOException {
        Path file = file(
                "time [s],chassis-1 [mm/s],ground (um/s),co2 [ppm],temperature outside [°C],remark",
                i -> String.format(Locale.ROOT, "%.3f,%d,%d,%d,%.1f,windy", i / 250.0, i, -i, 400 + i / 250, 11.5),
                1000);
        Taken taken = Taken.of(Stated.nothing(), file);
        assertThat(taken.array().rateHz()).isCloseTo(250, within(1e-6));
        assertThat(taken.array().sensors()).extracting(Sensor::name).containsExactly("chassis-1", "ground");
        assertThat(taken.channel(0)[500]).isEqualTo(0.5f);
        assertThat(taken.channel(1)[500]).isEqualTo(-500e-6f);
        assertThat(taken.readings())
                .filteredOn(reading -> reading.sensor().quantity() == Quantity.CARBON_DIOXIDE)
                .extracting(Reading::value)
                .containsExactly(400.0, 401.0, 402.0, 403.0);
        assertThat(taken.readings())
                .filteredOn(reading -> reading.sensor().quantity() == Quantity.TEMPERATURE)
                .allSatisfy(reading -> assertThat(reading.sensor().place()).isEqualTo(Place.BESIDE));
    }

    @ParameterizedTest
    @CsvSource({
        "time, 1730919142, 0.01, s",
        "time, 1730919142000, 10, ms",
        "time [us], 1730919142000000, 10000, us",
        "time, 1730919142000000000, 10000000, ns",
        "temps [ms], 5, 10, elapsed"
    })
    void times_are_read_in_any_unit(String name, double first, double step, String unit) throws IOException {
        Path file = file(
                name + ",chassis [m/s]",
                i -> unit.equals("s")
                        ? String.format(Locale.ROOT, "%.2f,%d", first + i * step, i)
                        : String.format(Locale.ROOT, "%.0f,%d", first + i * step, i),
                300);
        Taken taken = Taken.of(Stated.nothing(), file);
        assertThat(taken.array().rateHz()).isCloseTo(100, within(0.01));
        assertThat(taken.channel(0)).hasSize(300);
        String start = unit.equals("elapsed") ? "1970-01-01T00:00:00.005Z" : "2024-11-06T18:52:22Z";
        assertThat(taken.blocks().getFirst().start()).hasToString(start);
    }

    @Test
    void dates_are_those_of_their_zone_or_of_utc() throws IOException {
        Path file = file(
                "time;châssis avant [m/s]",
                i -> String.format(Locale.ROOT, "2026-05-06 07:08:%02d.%03d;%d,5", i / 100, i % 100 * 10, i),
                300);
        Taken taken = Taken.of(Stated.nothing(), file);
        assertThat(taken.blocks().getFirst().start()).hasToString("2026-05-06T07:08:00Z");
        assertThat(taken.channel(0)[2]).isEqualTo(2.5f);
    }

    @Test
    void rows_that_are_missing_are_a_gap_and_fields_that_are_missing_are_no_number() throws IOException {
        Path file = file(
                "time [s],chassis [m/s]",
                i -> i >= 120 && i < 260
                        ? ""
                        : String.format(Locale.ROOT, "%.2f,%s", i / 100.0, i == 5 ? "" : i == 7 ? "NaN" : i),
                400);
        Taken taken = Taken.of(Stated.nothing(), file);
        assertThat(taken.blocks()).extracting(Block::length).containsExactly(100, 20, 100, 40);
        assertThat(taken.blocks())
                .extracting(block -> block.start().toEpochMilli())
                .containsExactly(0L, 1000L, 2600L, 3600L);
        assertThat(taken.channel(0)[5]).isNaN();
        assertThat(taken.channel(0)[7]).isNaN();
        assertThat(taken.channel(0)[120]).isEqualTo(260);
    }

    @Test
    void times_that_were_rounded_are_borne() throws IOException {
        Path file =
                file("time [ms],chassis [m/s]", i -> String.format(Locale.ROOT, "%d,%d", Math.round(i * 2.5), i), 2000);
        Taken taken = Taken.of(Stated.nothing(), file);
        assertThat(taken.array().rateHz()).isCloseTo(400, within(0.5));
        assertThat(taken.channel(0)).hasSize(2000);
        assertThat(taken.blocks().getLast().start().toEpochMilli()).isBetween(3980L, 4020L);
        for (int i = 1; i < taken.blocks().size(); i++) {
            Block before = taken.blocks().get(i - 1);
            double expected = before.start().toEpochMilli() + before.length() * 2.5;
            assertThat((double) taken.blocks().get(i).start().toEpochMilli()).isCloseTo(expected, within(1.7));
        }
    }

    @Test
    void a_table_without_a_header_or_times_is_read_by_what_is_stated() throws IOException {
        Path file = file("1\t2", i -> i + "\t" + -i, 100);
        Taken taken = Taken.of(Taken.stated(List.of("1"), List.of("2"), "g", 1, OptionalDouble.of(100)), file);
        assertThat(taken.channel(0)).hasSize(101);
        assertThat(taken.channel(0)[100]).isEqualTo((float) (99 * 9.80665));
    }

    @Test
    void what_is_packed_is_read() throws IOException {
        Path plain = file("chassis [m/s]", i -> String.format(Locale.ROOT, "%d", i), 250);
        Path packed = folder.resolve("one.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        Stated rate = Taken.stated(List.of(), List.of(), "m/s", 1, OptionalDouble.of(125));
        assertThat(Taken.of(rate, packed).channel(0))
                .isEqualTo(Taken.of(rate, plain).channel(0));
        assertThat(Arrays.equals(Files.readAllBytes(packed), Files.readAllBytes(plain)))
                .isFalse();
        assertThat(Files.readString(plain, StandardCharsets.UTF_8)).startsWith("chassis");
    }
}
