package entente.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Whatever a file holds, it is read, or refused with a sentence in both languages.
///
/// Every build runs the kept inputs; `JAZZER_FUZZ=1 mvn test -Dtest=RecordingFuzzTest#wav` hunts for new ones.
class RecordingFuzzTest {
    private static void read(byte[] input, String name, byte[] begin, String chassis) {
        byte[] bytes = Arrays.copyOf(begin, begin.length + input.length);
        System.arraycopy(input, 0, bytes, begin.length, input.length);
        try {
            Path folder = Files.createTempDirectory("fuzz");
            Path file = Files.write(folder.resolve(name), bytes);
            try {
                Taken taken =
                        Taken.of(Taken.stated(List.of(chassis), List.of(), "m/s", 1, OptionalDouble.empty()), file);
                assertThat(taken.blocks()).isNotEmpty();
            } catch (Unusable refused) {
                assertThat(refused.words().fr()).isNotBlank();
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @FuzzTest
    void wav(byte[] input) {
        read(input, "one.wav", ascii("RIFF\0\0\0\0WAVE"), "1");
    }

    @FuzzTest
    void edf(byte[] input) {
        read(input, "one.edf", ascii("0       "), "chassis-1");
    }

    @FuzzTest
    void matlab(byte[] input) {
        read(input, "one.mat", ascii("MATLAB 5.0"), "chassis-1");
    }

    @FuzzTest
    void seed(byte[] input) {
        read(input, "one.mseed", ascii("000001D "), "EHZ");
    }

    @FuzzTest
    void text(byte[] input) {
        read(input, "one.csv", ascii(""), "chassis");
    }

    @FuzzTest
    void blocks(byte[] input) {
        read(input, "one.blocks", BlockFrames.MAGIC, "front");
    }

    @FuzzTest
    void wfdb(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        try {
            assertThat(WfdbHead.read("one.hea", text).signals()).isNotEmpty();
        } catch (Unusable refused) {
            assertThat(refused.words().fr()).startsWith("one.hea");
        }
    }
}
