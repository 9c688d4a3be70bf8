package entente.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the command finds in the folders that it is given.
class MainTest {
    @Test
    void the_newest_whole_checkpoint_is_gone_on_from(@TempDir Path state) throws IOException {
        assertThat(Main.newest(state.resolve("none"))).isEmpty();
        assertThat(Main.newest(state)).isEmpty();
        for (int i = 1; i <= 3; i++) {
            Path folder =
                    Files.createDirectories(state.resolve("job-" + (i % 2)).resolve("chk-" + (10 - i)));
            if (i < 3) {
                Path whole = Files.createFile(folder.resolve("_metadata"));
                Files.setLastModifiedTime(whole, FileTime.fromMillis(1000L * i));
            }
        }
        assertThat(Main.newest(state))
                .contains(state.resolve("job-0")
                        .resolve("chk-8")
                        .toAbsolutePath()
                        .toUri()
                        .toString());
    }

    @Test
    void histories_are_those_of_the_lanes_by_name_and_nothing_else_is_taken_for_one(@TempDir Path folder)
            throws IOException {
        assertThat(Main.taught(null)).isEmpty();
        Files.write(folder.resolve("porte 3.history"), Given.PLAIN.bytes());
        Files.write(folder.resolve("notes.txt"), new byte[3]);
        assertThat(Main.taught(folder)).containsOnlyKeys("porte 3");
        assertThat(Main.taught(folder).values())
                .allSatisfy(history -> assertThat(history.bytes()).isEqualTo(Given.PLAIN.bytes()));
        Files.write(folder.resolve("dover.history"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> Main.taught(folder)).hasMessageContaining("dover.history");
        assertThatThrownBy(() -> Main.taught(folder.resolve("none"))).hasMessageContaining("no folder");
    }
}
