package entente.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.testkit.Effort;
import entente.trial.Ground;
import entente.trial.Heart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data", "screening");

    @TempDir
    Path folder;

    private static boolean missing() {
        boolean missing = !Files.isDirectory(DATA);
        if (missing) {
            Effort.leftOut("real hearts and noise", "there is no folder " + DATA);
        }
        return missing;
    }

    @Test
    void nobody_and_no_place_is_in_both_halves() {
        if (missing()) {
            return;
        }
        List<String> tuning = subjects(Half.TUNING);
        List<String> reporting = subjects(Half.REPORTING);
        assertThat(tuning).hasSize(15).doesNotHaveDuplicates().doesNotContainAnyElementsOf(reporting);
        assertThat(reporting).hasSize(15).doesNotHaveDuplicates();
        assertThat(sites(Half.TUNING)).containsExactly("site-08", "site-09");
        assertThat(sites(Half.REPORTING)).containsExactly("site-05", "site-14");
    }

    private static List<String> subjects(Half half) {
        return new Pool(half)
                .hearts(DATA.resolve("seismocardiogram"), null).stream()
                        .map(Heart::subject)
                        .toList();
    }

    private static List<String> sites(Half half) {
        return new Pool(half)
                .places(DATA.resolve("ground-noise")).stream().map(Ground::site).toList();
    }

    @Test
    void other_recordings_of_hearts_are_read_as_well() {
        if (missing()) {
            return;
        }
        List<Heart> hearts = new Pool(Half.REPORTING).hearts(DATA.resolve("ballistocardiogram"), null);
        assertThat(hearts).extracting(Heart::subject).contains("bcg-with-ecg-19s", "biosppy-bcg");
        assertThat(hearts).extracting(Heart::subject).doesNotContain("biosppy-ecg", "biosppy-resp");
    }

    @Test
    void without_the_folder_it_is_told_what_to_do() {
        Pool pool = new Pool(Half.REPORTING);
        assertThatThrownBy(() -> pool.hearts(folder.resolve("none"), null)).hasMessageContaining("--hearts");
        assertThatThrownBy(() -> pool.places(folder)).hasMessageContaining("no recording of noise");
    }

    @Test
    void a_file_that_is_no_recording_is_left_out() throws IOException {
        Files.writeString(folder.resolve("subject-0001.csv"), "time,z\nnot a number,0\n");
        Pool pool = new Pool(Half.REPORTING);
        assertThatThrownBy(() -> pool.hearts(folder, null)).hasMessageContaining("no recording of hearts");
    }
}
