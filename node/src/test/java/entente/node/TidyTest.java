package entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import entente.files.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of CONTRIBUTING.md that can be read off the sources. Each test lists every breach at once.
class TidyTest {
    private static final int LONGEST = 450;

    /// Files that may be longer, and why.
    private static final Map<String, String> LONGER = Map.of(
            "agreement/src/test/java/entente/agreement/Given.java",
            "all that the tests of the module begin with, random agreements and facts among it");

    private static final Set<String> DOCUMENTED = Set.of("terms", "record", "agreement", "files", "screening");
    private static final Pattern EMPTY_NAME = Pattern.compile(
            "\\b(?:class|record|interface|enum)\\s+(\\w*(?:Manager|Service|Helper|Util|Utils|Impl|Dto))\\b");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^( *)public (?:(?:static|final|sealed|non-sealed|abstract) )*(?:class|record|interface|enum) (\\w+)");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w./:])/(?:work|home|root|tmp|Users|mnt|opt|usr|private|workspace)/[\\w.-]+");

    private static List<String> java() {
        return Sources.files(".java");
    }

    private static String module(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    private static List<String> found(Pattern pattern, List<String> paths) {
        List<String> breaches = new ArrayList<>();
        for (String path : paths) {
            Matcher matcher = pattern.matcher(Sources.text(path));
            while (matcher.find()) {
                breaches.add(path + ": " + matcher.group());
            }
        }
        return breaches;
    }

    @Test
    void a_name_says_what_a_thing_is() {
        assertThat(found(EMPTY_NAME, java())).isEmpty();
    }

    @Test
    void nothing_is_left_for_later_in_a_comment() {
        List<String> sources = Stream.of(".java", ".jte", ".css", ".md", ".yaml", "pom.xml")
                .flatMap(ending -> Sources.files(ending).stream())
                .filter(path -> !path.endsWith("TidyTest.java"))
                .toList();
        assertThat(found(Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|X" + "XX)\\b"), sources))
                .isEmpty();
    }

    @Test
    void no_tabs_and_no_authors() {
        List<String> sources =
                java().stream().filter(path -> !path.endsWith("TidyTest.java")).toList();
        assertThat(found(Pattern.compile("\\t.*|@author.*"), sources)).isEmpty();
    }

    @Test
    void no_file_is_long() {
        List<String> breaches = new ArrayList<>();
        for (String path : java()) {
            long lines = Sources.text(path).lines().count();
            if (lines > LONGEST && !LONGER.containsKey(path)) {
                breaches.add(path + ": " + lines + " lines");
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void every_public_type_says_what_it_is() {
        List<String> breaches = new ArrayList<>();
        for (String path : java()) {
            if (!DOCUMENTED.contains(module(path)) || !path.contains("/src/main/")) {
                continue;
            }
            List<String> lines = Sources.text(path).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher type = PUBLIC_TYPE.matcher(lines.get(i));
                if (type.find() && !documented(lines, i)) {
                    breaches.add(path + ": " + type.group(2));
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    private static boolean documented(List<String> lines, int type) {
        int above = type - 1;
        while (above >= 0 && lines.get(above).strip().startsWith("@")) {
            above--;
        }
        return above >= 0 && lines.get(above).strip().startsWith("///");
    }

    @Test
    void the_glossary_has_every_public_type() {
        String glossary = Sources.text("GLOSSARY.md");
        List<String> missing = new ArrayList<>();
        for (String path : java()) {
            if (!DOCUMENTED.contains(module(path)) || !path.contains("/src/main/")) {
                continue;
            }
            Matcher type = PUBLIC_TYPE.matcher(Sources.text(path));
            while (type.find()) {
                if (type.group(1).isEmpty() && !glossary.contains("`" + type.group(2) + "`")) {
                    missing.add(module(path) + ": " + type.group(2));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void the_glossary_names_no_type_that_is_not_there() {
        Set<String> types = java().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1).replace(".java", ""))
                .collect(java.util.stream.Collectors.toSet());
        List<String> gone = new ArrayList<>();
        Matcher name = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)*`").matcher(Sources.text("GLOSSARY.md"));
        while (name.find()) {
            if (!types.contains(name.group(1))) {
                gone.add(name.group());
            }
        }
        assertThat(gone).isEmpty();
    }

    @Test
    void french_is_written_with_its_own_signs() {
        List<String> breaches = new ArrayList<>();
        for (String path : java()) {
            if (!path.contains("/src/main/")) {
                continue;
            }
            for (String french : French.in(Sources.text(path))) {
                boolean spaced = !french.matches("(?s).* [:;!?»].*");
                if (french.contains("'") || !spaced) {
                    breaches.add(path + ": " + french);
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void no_page_knows_the_machine_it_was_written_on() {
        assertThat(found(MACHINE_PATH, Sources.files(".md"))).isEmpty();
    }

    @Test
    void every_command_of_the_pages_is_one_that_a_newcomer_has() {
        String help = Sources.script(List.of("help")).output();
        List<String> breaches = new ArrayList<>();
        for (String page : Sources.files(".md")) {
            for (String command : Sources.commands(page)) {
                String[] words = command.split("\\s+", -1);
                boolean known = switch (words[0]) {
                    case "git", "cd" -> true;
                    case "./entente" -> words.length > 1 && help.contains("./entente " + words[1] + " ");
                    default -> false;
                };
                if (!known) {
                    breaches.add(page + ": " + command);
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void every_link_of_the_pages_leads_to_a_file() {
        List<String> breaches = new ArrayList<>();
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
        for (String page : Sources.files(".md")) {
            Matcher matcher = link.matcher(Sources.text(page));
            while (matcher.find()) {
                Path target = Sources.ROOT
                        .resolve(page)
                        .resolveSibling(matcher.group(1))
                        .normalize();
                if (!Files.exists(target)) {
                    breaches.add(page + ": " + matcher.group(1));
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void the_example_file_of_contributing_is_one_that_can_be_read() {
        for (String example : Sources.blocks("CONTRIBUTING.md", "yaml")) {
            assertThat(Reading.read("CONTRIBUTING.md", example.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Reading.OfFacts.class);
        }
        assertThat(Sources.blocks("CONTRIBUTING.md", "yaml")).isNotEmpty();
    }
}
