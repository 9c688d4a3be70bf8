package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// docs/spec/files.md says what the reader and the schemas do.
class SpecificationTest {
    private static final String PAGE = Mutations.text(Path.of("../docs/spec/files.md"));

    private static SortedSet<String> found(String pattern, String text) {
        SortedSet<String> words = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    private static SortedSet<String> rules(String from, String until) {
        String section = PAGE.substring(PAGE.indexOf(from), until.isEmpty() ? PAGE.length() : PAGE.indexOf(until));
        SortedSet<String> rules = new TreeSet<>();
        section.lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> rules.addAll(found("`([a-z-]+)`", line.split("\\|", -1)[1])));
        return rules;
    }

    @Test
    void it_lists_the_rules_that_bad_files_break_and_no_other() {
        SortedSet<String> planted = new TreeSet<>(List.of("too-large", "wrong-encoding", "more-faults"));
        BadFilesTest.forms().forEach(form -> planted.addAll(found("«([a-z-]+)»", form)));
        assertThat(rules("## 11.", "## 12.")).isEqualTo(planted);
    }

    @Test
    void it_lists_the_refusals_and_no_other() {
        SortedSet<String> planted = new TreeSet<>(List.of("unknown-commitment"));
        RefusedNamesTest.files().forEach(form -> planted.addAll(found("«([a-z-]+)»", form)));
        assertThat(rules("## 12.", "")).isEqualTo(planted).hasSize(Refusal.class.getPermittedSubclasses().length);
    }

    @Test
    void it_names_every_key_and_word_of_the_schemas() {
        SortedSet<String> known = found("`([A-Za-z_-]+)`", PAGE);
        SortedSet<String> words = new TreeSet<>();
        for (String schema : List.of("agreement", "facts")) {
            collect(Mutations.load(Mutations.text(Path.of("../docs/spec/" + schema + ".schema.json"))), words);
        }
        words.removeAll(found("(en|fr|facts)", "en fr facts"));
        assertThat(words).hasSizeGreaterThan(100);
        assertThat(known).containsAll(words);
    }

    private static void collect(@Nullable Object schema, SortedSet<String> words) {
        if (schema instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> properties) {
                properties.keySet().forEach(key -> words.add(String.valueOf(key)));
            }
            if (map.get("enum") instanceof List<?> some) {
                some.forEach(word -> words.add(String.valueOf(word)));
            }
            map.values().forEach(one -> collect(one, words));
        } else if (schema instanceof List<?> list) {
            list.forEach(one -> collect(one, words));
        }
    }

    @Test
    void its_example_reads_well() {
        List<String> examples = Arrays.stream(PAGE.split("```", -1))
                .filter(block -> block.startsWith("yaml\n"))
                .map(block -> block.substring(5))
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(Reading.read("files.md", example.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Reading.OfFacts.class);
        }
    }

    @Test
    void any_layout_comes_to_the_same_bytes() {
        String yaml = Mutations.everyKey("agreement");
        byte[] json = Mutations.bytes(Mutations.load(yaml));
        assertThat(Stream.of(yaml.getBytes(StandardCharsets.UTF_8), json)
                        .map(bytes -> Reading.read("any", bytes))
                        .map(read -> new String(
                                Writing.bytes(((Reading.OfAgreement) read).agreement()), StandardCharsets.UTF_8))
                        .distinct())
                .hasSize(1);
    }
}
