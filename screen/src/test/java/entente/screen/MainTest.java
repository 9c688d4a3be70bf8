package entente.screen;

import static org.assertj.core.api.Assertions.assertThat;

import entente.recordings.About;
import entente.recordings.BlockWriter;
import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Sensor;
import entente.screening.Sensor.Axis;
import entente.screening.Sensor.Place;
import entente.screening.Sensor.Quantity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as it is typed: in a process of its own, with files that are there.
class MainTest {
    private static final Array ARRAY = new Array(
            "porte-3",
            100,
            List.of(
                    new Sensor("chassis-1", Place.CHASSIS, Quantity.VELOCITY, Axis.UP),
                    new Sensor("chassis-2", Place.CHASSIS, Quantity.VELOCITY, Axis.UP),
                    new Sensor("chassis-3", Place.CHASSIS, Quantity.VELOCITY, Axis.UP),
                    new Sensor("chassis-4", Place.CHASSIS, Quantity.VELOCITY, Axis.UP),
                    new Sensor("ground", Place.GROUND, Quantity.VELOCITY, Axis.UP)));
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    private static Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran ran(String language, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Duser.language=" + language,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /// Noise that the ground gives to every sensor, noise of each sensor's own, and, in every other
    /// second, what shakes the chassis from inside, in another way than the ground does. One sensor
    /// may die in the sixth second.
    private static Path stop(String name, long seed, double inside, boolean dead) throws IOException {
        Random chance = new Random(seed);
        Path file = folder.resolve(name);
        try (BlockWriter writer = new BlockWriter(
                Files.newOutputStream(file),
                ARRAY,
                List.of(),
                new About(About.Clock.GNSS, "", "invented by a test", true))) {
            double[] below = new double[2];
            for (int second = 0; second < 63; second++) {
                float[][] samples = new float[5][100];
                for (int i = 0; i < 100; i++) {
                    double fresh = chance.nextGaussian();
                    double ground = 1e-6 * (fresh + 0.9 * below[0] - 0.5 * below[1]);
                    below[1] = below[0];
                    below[0] = ground * 1e6;
                    double burst = inside * chance.nextGaussian() * (second % 2);
                    for (int sensor = 0; sensor < 5; sensor++) {
                        double own = 3e-7 * chance.nextGaussian();
                        double inwards = (1.2 - 0.5 * sensor) * burst;
                        double from = sensor == 4 ? ground : (0.4 + 0.1 * sensor) * ground + inwards;
                        samples[sensor][i] = dead && sensor == 1 && second > 5 ? 1e-6f : (float) (from + own);
                    }
                }
                writer.write(new Block(START.plusSeconds(second), samples));
            }
        }
        return file;
    }

    @BeforeAll
    static void teach() throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("learn", "--history", folder.resolve("lane.history").toString()));
        for (int i = 0; i < 45; i++) {
            arguments.add(stop("empty-" + i + ".blocks", 1000 + i, 0, false).toString());
        }
        Ran ran = ran("en", arguments.toArray(String[]::new));
        assertThat(ran.status).as(ran.err).isZero();
        assertThat(ran.out).contains("the history of 45 empty stops");
        Ran again =
                ran("fr", "learn", "--history", folder.resolve("lane.history").toString(), arguments.getLast());
        assertThat(again.status).isEqualTo(2);
        assertThat(again.err).contains("existe déjà");
    }

    private static Ran screened(String language, Path file, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                file.toString(), "--history", folder.resolve("lane.history").toString()));
        arguments.addAll(List.of(more));
        return ran(language, arguments.toArray(String[]::new));
    }

    @Test
    void somebody_who_shakes_the_vehicle_is_found() throws Exception {
        Path picture = folder.resolve("found.svg");
        Ran ran = screened("en", stop("found.blocks", 1, 8e-7, false), "--svg", picture.toString());
        assertThat(ran.status).as(ran.err).isZero();
        assertThat(ran.out).startsWith("SIMULATED").contains("LIFE SIGNS").contains("ask, knock, open");
        assertThat(Files.readString(picture))
                .startsWith("<svg ")
                .contains("LIFE SIGNS")
                .contains("chassis-4")
                .contains("simulated recording");
    }

    @Test
    void an_empty_vehicle_is_never_said_to_show_life() throws Exception {
        Ran ran = screened("fr", stop("nobody.blocks", 2, 0, false), "--json");
        assertThat(ran.status).as(ran.err).isZero();
        assertThat(ran.out)
                .matches("(?s)\\{\"outcome\":\"(none-found|cannot-tell)\",\"why\":\\[\\{\"code\":.*\\],"
                        + "\"logLikelihoodRatio\":-?[0-9.E-]+,\"detectableForceNewtons\":[0-9.E-]+,\"heartRateBpm\":null,"
                        + "\"decidedAfterSeconds\":([0-9.]+|null),\"danger\":null\\}\n");
    }

    @Test
    void a_dead_sensor_is_named_and_nobody_is_excluded() throws Exception {
        Ran ran = screened("fr", stop("dead.blocks", 3, 0, true));
        assertThat(ran.status).as(ran.err).isZero();
        assertThat(ran.out)
                .contains("IMPOSSIBLE À DIRE")
                .contains("non contrôlé")
                .contains("chassis-2");
    }

    @Test
    void without_a_history_nobody_is_excluded() throws Exception {
        Ran ran = ran("en", stop("alone.blocks", 4, 0, false).toString(), "--json");
        assertThat(ran.status).isZero();
        assertThat(ran.out).startsWith("{\"outcome\":\"cannot-tell\"").contains("NO_HISTORY");
    }

    @Test
    void how_long_people_would_have_is_worked_out_where_it_is_asked() throws Exception {
        Path file = stop("closed.blocks", 6, 0, false);
        Ran words = screened(
                "fr", file, "--hold", "refrigerated-trailer", "--people", "39", "--volume", "85", "--shut", "2..3");
        assertThat(words.status).as(words.err).isZero();
        assertThat(words.out).contains("Si quelqu’un est dedans").contains("le dioxyde de carbone");
        Ran json = screened("en", file, "--json", "--hold", "curtain-sider");
        assertThat(json.out).contains("\"danger\":{\"cause\":\"").contains("\"deathHours\":[");
        refused(screened("en", file, "--people", "3"), "say what kind of vehicle");
        refused(screened("en", file, "--hold", "boat"), "there is no kind boat");
        refused(
                screened("en", file, "--hold", "van", "--people", "9..1"),
                "9..1 is not possible for: number of people");
    }

    @Test
    void what_cannot_be_used_ends_in_a_sentence_and_status_two() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.csv"), "Dear port,\nnobody is here.\n");
        Path one = Files.writeString(folder.resolve("one.csv"), "time [s],chassis [m/s]\n0,1\n0.01,2\n0.02,1\n");
        Path bad = Files.writeString(folder.resolve("bad.history"), "no history");
        Path good = stop("good.blocks", 5, 0, false);
        assertThat(ran("fr", letter.toString())).satisfies(ran -> refused(ran, "letter.csv\u202F: ce n’est ni"));
        assertThat(ran("en", one.toString())).satisfies(ran -> refused(ran, "two chassis sensors"));
        assertThat(ran("en", good.toString(), "--history", bad.toString()))
                .satisfies(ran -> refused(ran, "is not a history of this version"));
        assertThat(ran(
                        "en",
                        "learn",
                        good.toString(),
                        "--history",
                        folder.resolve("few").toString()))
                .satisfies(ran -> refused(ran, "give 1 empty stops of a minute without a fault, and 40 are needed"));
        assertThat(ran("en")).satisfies(ran -> refused(ran, "name the files"));
        assertThat(ran("en", good.toString(), "--rate", "-1"))
                .satisfies(ran -> refused(ran, "--rate is a number above 0"));
    }

    private static void refused(Ran ran, String part) {
        assertThat(ran.status).isEqualTo(2);
        assertThat(ran.out).isEmpty();
        assertThat(ran.err).contains(part).doesNotContain("Exception");
    }
}
