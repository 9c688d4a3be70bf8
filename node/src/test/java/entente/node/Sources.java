package entente.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tree of sources, for tests that read it.
final class Sources {
    private static final Set<String> LEFT_OUT = Set.of("target", "data", ".git", "node_modules");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    /// The folder that holds the script.
    static final Path ROOT = root();

    private Sources() {}

    private static Path root() {
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null
                && !(Files.exists(folder.resolve("entente")) && Files.exists(folder.resolve("LICENSE")))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("the tests run inside the tree of sources");
        }
        return folder;
    }

    /// Every file of the tree whose name ends so, by its path from the root, in order; nothing that was built.
    static List<String> files(String ending) {
        List<String> found = new ArrayList<>();
        walk(ROOT, ending, found);
        return found.stream().sorted().toList();
    }

    private static void walk(Path folder, String ending, List<String> found) {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.toList()) {
                String name = path.getFileName().toString();
                if (Files.isDirectory(path)) {
                    if (!LEFT_OUT.contains(name)) {
                        walk(path, ending, found);
                    }
                } else if (name.endsWith(ending)) {
                    found.add(ROOT.relativize(path).toString());
                }
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// The blocks of code of one language in a page of Markdown.
    static List<String> blocks(String path, String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text(path));
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    /// The commands that a page tells its reader to type, without remarks.
    static List<String> commands(String path) {
        return blocks(path, "sh").stream()
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /// What the script of the tree says, and how it ends.
    record Ran(int status, String output) {}

    static Ran script(List<String> words) {
        try {
            List<String> command = new ArrayList<>(List.of("bash", "entente"));
            command.addAll(words);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
            builder.environment().put("ENTENTE_NO_BUILD", "1");
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), output);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the script ran", stop);
        }
    }
}
