package entente.screen;

import static org.assertj.core.api.Assertions.assertThat;

import entente.recordings.Recording;
import entente.recordings.Stated;
import entente.screening.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    @TempDir
    Path folder;

    private Path made(String name, String... options) {
        Path file = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("simulate", file.toString()));
        words.addAll(List.of(options));
        assertThat(Main.run(words.toArray(String[]::new))).isZero();
        return file;
    }

    @Test
    void a_simulated_stop_is_a_recording_that_says_so() {
        Path file = made("stop.blocks", "--people", "2", "--nuisance", "STEPS", "--fault", "DEAD", "--wind-sensor");
        try (Recording recording = Recording.open(List.of(file), Stated.nothing())) {
            assertThat(recording.simulated()).isTrue();
            assertThat(recording.about().note()).contains("Simulated", "2 people", "STEPS", "DEAD");
            assertThat(recording.array().sensors()).hasSize(6);
            int samples = 0;
            for (var next = recording.next(); next.isPresent(); next = recording.next()) {
                samples += next.get().block().length();
            }
            assertThat(samples).isEqualTo(6200);
        }
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_does_not() throws IOException {
        byte[] one = Files.readAllBytes(made("one", "--people", "1"));
        assertThat(Files.readAllBytes(made("two", "--people", "1"))).isEqualTo(one);
        assertThat(Files.readAllBytes(made("three", "--people", "1", "--seed", "2")))
                .isNotEqualTo(one);
        assertThat(Files.readAllBytes(made("four"))).isNotEqualTo(one);
    }

    @Test
    void several_stops_are_apart() {
        Path file = made("stops.blocks", "--stops", "3");
        List<Block> blocks = new ArrayList<>();
        try (Recording recording = Recording.open(List.of(file), Stated.nothing())) {
            recording.next().ifPresent(stretch -> blocks.add(stretch.block()));
            for (var next = recording.next(); next.isPresent(); next = recording.next()) {
                blocks.add(next.get().block());
            }
        }
        assertThat(blocks.stream().mapToInt(Block::length).sum()).isEqualTo(3 * 6200);
        assertThat(blocks.getLast().start()).isAfter(blocks.getFirst().start().plusSeconds(240));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Path file = made("stop.blocks");
        assertThat(Main.run("simulate", file.toString())).isEqualTo(2);
        String other = folder.resolve("other").toString();
        assertThat(Main.run("simulate", other, "--people", "-1")).isEqualTo(2);
        assertThat(Main.run("simulate", other, "--stops", "0")).isEqualTo(2);
        assertThat(Main.run("simulate", other, "--newtons", "NaN")).isEqualTo(2);
        assertThat(Main.run("simulate", other, "--people", "1", "--snr", "NaN")).isEqualTo(2);
        assertThat(Main.run("simulate", other, "--fault", "NOTHING_KNOWN")).isEqualTo(2);
        assertThat(Files.exists(Path.of(other))).isFalse();
    }

    @Test
    void an_evaluation_without_recordings_is_refused() {
        assertThat(Main.run("evaluate", "--noise", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(Main.run("evaluate", "--noise", folder.toString())).isEqualTo(2);
        assertThat(Main.run("evaluate", "--trials", "0")).isEqualTo(2);
    }

    @Test
    void the_help_of_each_is_there() {
        for (String command : List.of("simulate", "evaluate")) {
            assertThat(Main.run(command, "--help")).isZero();
        }
    }

    @Test
    void the_stop_of_a_seed_is_screened() {
        assertThat(Main.run(made("stop.blocks", "--people", "1").toString(), "--json"))
                .isZero();
    }
}
