package entente.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.testkit.Effort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recordings that others made and that do not come with this project are read as ObsPy 1.5.1 and SciPy 1.17.1 read
/// them.
class RealFilesTest {
    private static final Path DATA = Path.of("../../shared/data/screening");

    private static Path data(String name) {
        Path path = DATA.resolve(name);
        if (!Files.exists(path)) {
            Effort.leftOut("reading " + name, "the recordings of others are not beside this project");
        }
        assumeTrue(Files.exists(path));
        return path;
    }

    private static double rms(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    /// Count, rms, first and last sample of each vertical component by itself.
    @ParameterizedTest
    @CsvSource({
        "site-05.mseed, ?HZ, 128, 2023-02-15T11:49:33.430840Z, 23040, 47.213885650980785, -24, -4",
        "site-08.mseed, EHZ, 100, 2023-05-04T20:14:41.751Z, 186100, 16446.02675425075, 17026, 16306",
        "site-09.mseed, EHZ, 100, 2023-05-04T19:09:39.349Z, 194066, 16972.850536269187, 18307, 17515",
        "site-14.mseed, EHZ, 100, 2023-05-04T17:15:15.201999Z, 166481, 18321.259544003206, 18721, 16810"
    })
    void ground(
            String file, String channel, double rate, String start, int count, double rms, float first, float last) {
        Taken taken = Taken.of(
                Taken.stated(List.of(channel), List.of(), "m/s", 1, OptionalDouble.empty()),
                data("ground-noise/" + file));
        float[] samples = taken.channel(0);
        assertThat(taken.array().rateHz()).isEqualTo(rate);
        assertThat(taken.blocks().getFirst().start()).hasToString(start);
        assertThat(samples).hasSize(count);
        assertThat(rms(samples)).isCloseTo(rms, within(1e-6 * rms));
        assertThat(samples[0]).isEqualTo(first);
        assertThat(samples[count - 1]).isEqualTo(last);
    }

    /// The components begin at different times: together they begin with the last of them, EHN.
    @Test
    void components_are_laid_side_by_side_by_their_times() {
        Taken alone = Taken.of(
                Taken.stated(List.of("EHE"), List.of(), "m/s", 3.6e8, OptionalDouble.empty()),
                data("ground-noise/site-08.mseed"));
        Taken together = Taken.of(
                Taken.stated(List.of("EHZ", "EHN"), List.of("EHE"), "m/s", 3.6e8, OptionalDouble.empty()),
                data("ground-noise/site-08.mseed"));
        assertThat(together.blocks().getFirst().start()).hasToString("2023-05-04T20:14:41.781Z");
        assertThat(together.channel(0)).hasSameSizeAs(together.channel(1));
        for (int i = 0; i < 1000; i++) {
            assertThat(together.channel(2)[i]).isEqualTo(alone.channel(0)[i + 222]);
        }
    }

    @ParameterizedTest
    @CsvSource({"0002, 100", "0004, 100", "0008, 100"})
    void chest(String subject, double rate) {
        Taken taken = Taken.of(
                Taken.stated(List.of("z"), List.of(), "m/s2", 1, OptionalDouble.empty()),
                data("seismocardiogram/subject-" + subject + "-scg.csv.gz"));
        assertThat(taken.array().rateHz()).isCloseTo(rate, within(0.7));
        assertThat(taken.channel(0)).hasSize(9999);
        assertThat(taken.dated()).isTrue();
        assertThat(taken.blocks()).hasSizeLessThan(110);
    }

    @Test
    void seat() {
        Taken taken = Taken.of(
                Taken.stated(List.of("bcg"), List.of(), "m/s2", 1, OptionalDouble.empty()),
                data("ballistocardiogram/bcg-with-ecg-19s.mat"));
        assertThat(taken.array().rateHz()).isEqualTo(1000);
        assertThat(taken.channel(0)).hasSize(19_799);
        assertThat(rms(taken.channel(0))).isCloseTo(5.739999529424742, within(1e-6 * 5.739999529424742));
    }

    @Test
    void seat_as_text() {
        Taken taken = Taken.of(
                Taken.stated(List.of("BCG"), List.of(), "m/s2", 1, OptionalDouble.empty()),
                data("ballistocardiogram/biosppy-bcg.txt"));
        assertThat(taken.array().rateHz()).isEqualTo(1000);
        assertThat(taken.channel(0)).hasSize(15_000).startsWith(1962, 1865, 1962, 1940);
    }
}
