package entente.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.node.Sources.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README tells its reader to type is typed, but for what serves, checks another machine, or runs the tests.
/// It takes the node as it was packaged, and so runs after that; nothing is built by it.
class ReadmeTest {
    private static final Set<String> TYPED = Set.of("standing", "import");

    @Test
    void what_the_readme_says_to_type_works(@TempDir Path data) {
        assumeTrue(
                Files.exists(Sources.ROOT.resolve("node/target/node.jar")),
                "the node is not packaged, so that nothing of the README was run");
        List<List<String>> commands = Sources.commands("README.md").stream()
                .filter(command -> command.startsWith("./entente "))
                .map(command -> List.of(command.substring(10).split("\\s+")))
                .filter(words -> TYPED.contains(words.getFirst()))
                .toList();
        assertThat(commands).extracting(List::getFirst).contains("standing");
        for (List<String> words : commands) {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("--data", data.toString()));
            Ran ran = Sources.script(all);
            assertThat(ran.status()).as("%s: %s", words, ran.output()).isZero();
            assertThat(ran.output()).as("%s", words).isNotBlank();
        }
    }

    /// The script begins java with what a rehearsal left behind, which may be of another day or cut short.
    @Test
    void what_was_learned_may_be_anything_without_harm(@TempDir Path data) throws IOException {
        Path built = Sources.ROOT.resolve("node/target");
        assumeTrue(Files.exists(built.resolve("node.jar")), "the node is not packaged, so that nothing was begun");
        Path learned = built.resolve("node.aot");
        Path aside = built.resolve("node.aot.aside");
        boolean there = Files.exists(learned);
        if (there) {
            Files.move(learned, aside, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            Files.writeString(learned, "nothing that java ever wrote");
            Ran ran = Sources.script(List.of("standing", "calais-2014", "--data", data.toString()));
            assertThat(ran.status()).as(ran.output()).isZero();
            assertThat(ran.output()).contains("c02-fund/k1").doesNotContain("[aot]");
        } finally {
            Files.delete(learned);
            if (there) {
                Files.move(aside, learned);
            }
        }
    }

    @Test
    void the_readme_shows_the_help_of_the_script_word_for_word() {
        Ran ran = Sources.script(List.of("help"));
        assertThat(ran.status()).isZero();
        assertThat(Sources.blocks("README.md", "text")).contains(ran.output());
    }
}
