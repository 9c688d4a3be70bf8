package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An auditor checks the running node with the program made for that, as the README says to.
@Visit
class AuditorTest {
    private static final Path BUILT = Path.of(System.getProperty("entente.verify", "../verify/target"));

    private final House house;

    @TempDir
    Path folder;

    AuditorTest(House house) {
        this.house = house;
    }

    private record Answer(int status, String text) {}

    private static Answer verify(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en",
                "-cp",
                BUILT.resolve("verify.jar") + ":" + BUILT.resolve("lib") + "/*",
                "entente.verify.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    @Test
    void the_running_node_holds_and_so_does_what_was_saved_of_it() throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.txt");
        Files.writeString(keys, house.get("/log/keys").body());
        Path bundle = folder.resolve("bundle");
        Answer live =
                verify(house.address(), "--key", keys.toString(), "--date", "2018-01-01", "--save", bundle.toString());
        assertThat(live.text())
                .contains("99 standings")
                .contains("36 standings")
                .doesNotContain("✗");
        assertThat(live.status()).isZero();
        assertThat(verify(bundle.toString(), "--key", keys.toString()).status()).isZero();
    }

    /// Exactly what the page says to type, in an empty folder but for the one command.
    @Test
    void the_commands_of_the_page_work_as_they_are_written() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/curl")),
                "curl is not installed, so the commands were not tried. Install it: apt-get install curl");
        Files.writeString(
                folder.resolve("entente"),
                "#!/bin/sh\nENTENTE_NO_BUILD=1 JAVA_HOME=" + System.getProperty("java.home") + " exec "
                        + Path.of("../entente").toAbsolutePath() + " \"$@\"\n");
        assertThat(folder.resolve("entente").toFile().setExecutable(true)).isTrue();
        List<String> commands = Pattern.compile("<pre>([^<]+)</pre>")
                .matcher(house.get("/verify").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(commands).hasSize(3);
        for (String command : commands) {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(command + "\n" + text).isZero();
        }
        assertThat(folder.resolve("bundle/log/checkpoint")).exists();
    }

    @Test
    void a_standing_changed_in_what_was_saved_is_named() throws IOException, InterruptedException {
        Path bundle = folder.resolve("bundle");
        assertThat(verify(house.address(), "--save", bundle.toString()).status())
                .isZero();
        Path page = bundle.resolve("calais-2014/agreement.json");
        String json = Files.readString(page);
        Files.writeString(page, json.replaceFirst("\"standing\":\"cannot-be-judged\"", "\"standing\":\"kept\""));
        Answer answer = verify(bundle.toString());
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).contains("calais-2014");
    }
}
