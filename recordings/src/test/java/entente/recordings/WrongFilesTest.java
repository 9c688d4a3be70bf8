package entente.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every wrong file, and every way of asking wrongly, ends in a sentence in both languages that says what to do.
class WrongFilesTest {
    private static final Path OTHERS = Path.of("src/test/resources/entente/recordings/others");
    private static final Stated NOTHING = Stated.nothing();

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path text(String text) throws IOException {
        return file("one.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(Stated stated, String part, Path... files) {
        Unusable why = catchThrowableOfType(Unusable.class, () -> Taken.of(stated, files));
        assertThat(why).as("should be refused because " + part).isNotNull();
        assertThat(why.words().en()).contains(part);
        assertThat(why.words().fr()).isNotBlank().isNotEqualTo(why.words().en());
    }

    private static Stated on(String chassis, OptionalDouble rate) {
        return Taken.stated(List.of(chassis), List.of(), "m/s", 1, rate);
    }

    @Test
    void no_file_folders_and_empty_files() throws IOException {
        refused(NOTHING, "there is no such file", folder.resolve("none.wav"));
        refused(NOTHING, "it is a folder", folder);
        refused(NOTHING, "it is empty", file("one.wav", new byte[0]));
        refused(NOTHING, "no file is named");
    }

    @Test
    void an_ambiguous_file_says_how_to_state_what_is_missing() throws IOException {
        Path file = text("time [s],a [m/s],b\n0,1,2\n0.01,1,2\n");
        refused(NOTHING, "a, b. State it: --chassis b, and --ground", file);
        refused(on("c", OptionalDouble.empty()), "no channel c; there are: a, b", file);
        refused(
                new Stated(
                        NOTHING.lane(),
                        List.of("b"),
                        List.of(),
                        List.of(),
                        NOTHING.rateHz(),
                        NOTHING.unit(),
                        NOTHING.countsPerUnit()),
                "in what unit b is. Say it: --unit",
                file);
        refused(
                Taken.stated(List.of("a"), List.of(), "m/s2", 1, OptionalDouble.empty()),
                "a is in m/s by its file",
                file);
        refused(
                Taken.stated(List.of("a"), List.of(), "furlong", 1, OptionalDouble.empty()),
                "furlong is no unit",
                file);
        refused(NOTHING, "--rate 250", text("chassis [m/s]\n1\n2\n"));
    }

    @Test
    void a_wrong_rate() throws IOException {
        Path slow = text("time [s],chassis [m/s]\n0,1\n1,2\n2,3\n");
        refused(NOTHING, "1 samples a second; 50 to 10,000", slow);
        Path file = text("time [s],chassis [m/s]\n0,1\n0.01,2\n0.02,3\n");
        refused(on("chassis", OptionalDouble.of(250)), "100.0 samples a second, and not of 250", file);
        refused(on("EHZ", OptionalDouble.of(200)), "100 samples a second, and not 200", OTHERS.resolve("int16.mseed"));
    }

    @Test
    void text_where_samples_should_be() throws IOException {
        refused(NOTHING, "line 4: [many] is not a number", text("time [s],chassis [m/s]\n0,1\n0.01,2\n0.02,many\n"));
        refused(NOTHING, "line 3: [Infinity] is not", text("time [s],chassis [m/s]\n0,1\n0.01,Infinity\n"));
        refused(NOTHING, "line 3: it has 3 fields where 2", text("time [s],chassis [m/s]\n0,1\n0.01,2,3\n"));
        refused(NOTHING, "line 3: [then] is not a time", text("time [s],chassis [m/s]\n0,1\nthen,2\n"));
        refused(NOTHING, "neither a recording", text("A letter to the port.\nIt says nothing.\n"));
        refused(NOTHING, "neither a recording", file("one.wav", new byte[5000]));
        refused(NOTHING, "neither a recording", text("x".repeat(100_000)));
    }

    @Test
    void times_that_run_back_or_come_anyhow() throws IOException {
        StringBuilder back = new StringBuilder("time [s],chassis [m/s]\n");
        StringBuilder anyhow = new StringBuilder("time [s],chassis [m/s]\n");
        for (int i = 0; i < 300; i++) {
            back.append(i == 250 ? 0.5 : i / 100.0).append(",1\n");
            anyhow.append((i + (i % 2 == 0 ? 0.7 : 0)) / 100.0).append(",1\n");
        }
        refused(NOTHING, "line 252: its time is before", text(back.toString()));
        refused(NOTHING, "at one rate", text(anyhow.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int16.wav",
                "float32.wav",
                "plus.edf",
                "plus.bdf",
                "plain.mat",
                "packed.mat",
                "steim2.mseed",
                "float64.mseed"
            })
    void files_that_are_cut_short_are_refused_wherever_they_are_cut(String name) throws IOException {
        byte[] whole = Files.readAllBytes(OTHERS.resolve(name));
        for (int length = 1; length < whole.length; length += 1 + length / 20) {
            Path cut = file(name, Arrays.copyOf(whole, length));
            List<String> chassis = name.endsWith("wav")
                    ? List.of("1")
                    : name.endsWith("mseed") ? List.of("EHZ") : List.of("chassis-1");
            Unusable why = catchThrowableOfType(
                    Unusable.class,
                    () -> Taken.of(Taken.stated(chassis, List.of(), "mm/s", 1, OptionalDouble.empty()), cut));
            boolean wholeRecords = name.endsWith("mseed") && length % 512 == 0;
            boolean wholeVariables = name.endsWith("mat") && why == null;
            assertThat(why != null || wholeRecords || wholeVariables)
                    .as("cut at %d", length)
                    .isTrue();
        }
    }

    @Test
    void wfdb_samples_that_are_cut_short() throws IOException {
        Files.copy(OTHERS.resolve("f212.hea"), folder.resolve("f212.hea"));
        refused(NOTHING, "f212.dat, which is not beside it", folder.resolve("f212.hea"));
        file("f212.dat", Arrays.copyOf(Files.readAllBytes(OTHERS.resolve("f212.dat")), 900));
        refused(NOTHING, "cut short", folder.resolve("f212.hea"));
    }

    @Test
    void headers_that_lie_about_sizes() throws IOException {
        byte[] wav = Files.readAllBytes(OTHERS.resolve("int16.wav"));
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, Integer.MAX_VALUE);
        refused(on("1", OptionalDouble.empty()), "cut short", file("one.wav", wav));
        byte[] edf = Files.readAllBytes(OTHERS.resolve("plus.edf"));
        System.arraycopy("99999999".getBytes(StandardCharsets.US_ASCII), 0, edf, 256 + 216 * 4, 8);
        refused(NOTHING, "samples of chassis-1", file("one.edf", edf));
        byte[] mat = Files.readAllBytes(OTHERS.resolve("plain.mat"));
        ByteBuffer.wrap(mat).order(ByteOrder.LITTLE_ENDIAN).putInt(132, Integer.MAX_VALUE);
        refused(NOTHING, "more than 256 MiB", file("one.mat", mat));
    }

    @Test
    void a_small_file_that_unpacks_without_end() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("chassis [m/s]\n".getBytes(StandardCharsets.US_ASCII));
            byte[] rows = ("0".repeat(60_000) + "\n").repeat(17).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 80; i++) {
                out.write(rows);
            }
        }
        Stated rate = on("chassis", OptionalDouble.of(10_000));
        refused(rate, "over 500 times as long", file("one.csv.gz", bytes.toByteArray()));
    }

    @Test
    void kinds_that_are_known_and_not_read() throws IOException {
        refused(NOTHING, "'-v7'", file("one.mat", "MATLAB 7.3 MAT-file".getBytes(StandardCharsets.US_ASCII)));
        refused(NOTHING, "miniSEED 3", file("one.ms", new byte[] {'M', 'S', 3, 0, 0}));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(OTHERS.resolve("steim2.mseed"), out);
        }
        refused(NOTHING, "gzip -d one.mseed.gz", file("one.mseed.gz", bytes.toByteArray()));
    }

    @Test
    void files_that_do_not_belong_together() throws IOException {
        Stated two = Taken.stated(List.of("chassis", "EHZ"), List.of(), "m/s", 1, OptionalDouble.empty());
        Path elsewhere = text("time [s],chassis [m/s]\n0,1\n0.01,2\n0.02,3\n");
        refused(two, "only one gives its date", elsewhere, OTHERS.resolve("int16.mseed"));
        Path faster = text("time [s],chassis [m/s]\n1.7e9,1\n1700000000.004,2\n1700000000.008,3\n");
        refused(two, "share one rate", faster, OTHERS.resolve("int16.mseed"));
        Path before = text("time [s],chassis [m/s]\n1700000000,1\n1700000000.01,2\n1700000000.02,3\n");
        refused(two, "no stretch of time", before, OTHERS.resolve("int16.mseed"));
    }
}
