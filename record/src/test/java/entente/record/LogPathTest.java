package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import entente.testkit.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkpoint",
                "tile/0/000",
                "tile/0/000.p/1",
                "tile/0/x001/234.p/255",
                "tile/63/x001/x234/067",
                "tile/entries/x001/000",
                "tile/entries/999.p/30",
                "payload/x123/x456/789",
                "payload/000.p/2"
            })
    void a_path_is_read_and_written_alike(String path) {
        assertThat(LogPath.parse(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "tile",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/64/000",
                "tile/-1/000",
                "tile/00/000",
                "tile/01/000",
                "tile/100/000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/x001/x000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/000/",
                "tile/0/000.p/-1",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/entries/abc",
                "entries/000",
                "payload/",
                "payloads/000",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/x001/x000/x000/x000/x000/x000/000",
                "checkpoint/",
                "tile/\u0660/000"
            })
    void anything_else_is_refused(String path) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> LogPath.parse(path));
    }

    @Test
    void every_tile_is_found_at_its_path() {
        Trials.check(2_000, random -> {
            long index = random.nextLong() >>> (9 + random.nextInt(54));
            var path = new LogPath.OfTile(random.nextInt(64), index, 1 + random.nextInt(256));
            assertThat(LogPath.parse(path.toString())).isEqualTo(path);
        });
    }
}
