package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import entente.agreement.Told;
import entente.testkit.Trials;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reader of JSON makes the tree that the reader of YAML makes, or none.
///
/// Every build runs the kept inputs; `JAZZER_FUZZ=1 mvn test -Dtest=JsonGrammarTest#any_bytes` hunts for new ones.
class JsonGrammarTest {

    private record Made(Tree tree, List<Tree> items) {}

    private static Optional<Made> sooner(byte[] bytes) {
        List<Tree> items = new ArrayList<>();
        Faults faults = new Faults("record");
        Optional<Made> made = JsonGrammar.tree(bytes, faults, items::add).map(tree -> new Made(tree, items));
        assertThat(faults.any()).isFalse();
        return made;
    }

    /// Whether the reader of JSON takes it; where it does, that of YAML has made the same of it, and found no fault.
    private static boolean check(byte[] bytes) {
        Optional<Made> sooner = sooner(bytes);
        sooner.ifPresent(made -> {
            List<Tree> items = new ArrayList<>();
            Faults faults = new Faults("record");
            Optional<Tree> tree = Grammar.tree(Decoding.text(bytes, faults), faults, items::add);
            assertThat(faults.inOrder()).isEmpty();
            assertThat(tree.map(one -> new Made(one, items))).contains(made);
        });
        return sooner.isPresent();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @FuzzTest
    void any_bytes(byte[] input) {
        check(input);
    }

    @Test
    void all_that_is_written_is_taken() {
        Mutations mutations = new Mutations();
        AtomicInteger written = new AtomicInteger();
        Trials.check(5000, random -> {
            Object document = mutations.small(random);
            if (random.nextBoolean()) {
                mutations.change(document, random);
            }
            switch (Reading.read("file", Mutations.bytes(document))) {
                case Reading.OfAgreement(var agreement, var _) -> {
                    assertThat(check(Writing.bytes(agreement))).isTrue();
                    written.incrementAndGet();
                }
                case Reading.OfFacts(List<Told> told, var _) ->
                    told.forEach(one -> {
                        assertThat(check(Writing.bytes(one))).isTrue();
                        written.incrementAndGet();
                    });
                case Reading.Refused _ -> {}
            }
        });
        if (Long.getLong("seed") == null) {
            assertThat(written.get()).isGreaterThan(2000);
        }
    }

    @Test
    void json_in_any_layout_is_taken() {
        Mutations mutations = new Mutations();
        Trials.check(2000, random -> {
            Object document = mutations.small(random);
            assertThat(check(laidOut(Mutations.bytes(document), random))).isTrue();
        });
    }

    @Test
    void changed_bytes_are_the_same_or_given_up() {
        Mutations mutations = new Mutations();
        AtomicInteger taken = new AtomicInteger();
        Trials.check(20_000, random -> {
            byte[] bytes = Mutations.bytes(mutations.small(random));
            if (random.nextBoolean()) {
                bytes = laidOut(bytes, random);
            }
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                bytes = Mutations.changed(bytes, random);
            }
            if (check(bytes)) {
                taken.incrementAndGet();
            }
        });
        if (Long.getLong("seed") == null) {
            assertThat(taken.get()).isGreaterThan(3000);
        }
    }

    /// The same JSON with spaces and line feeds between its parts, and some characters escaped.
    private static byte[] laidOut(byte[] json, Random random) {
        StringBuilder laid = new StringBuilder();
        boolean inText = false;
        for (char one : new String(json, StandardCharsets.UTF_8).toCharArray()) {
            boolean part = !inText && "{}[]:,".indexOf(one) >= 0;
            if (part && one != ':') {
                laid.append(space(random));
            }
            if (inText && one > '~' && random.nextBoolean()) {
                laid.append("\\u%04x".formatted((int) one));
            } else {
                laid.append(one);
            }
            if (part) {
                laid.append(space(random));
            }
            // The texts here hold no quotation mark that is not at their end, for none of the files does.
            inText ^= one == '"' && !laid.toString().endsWith("\\\"");
        }
        return utf8(laid.toString());
    }

    private static String space(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> " ";
            case 1 -> "\n" + " ".repeat(random.nextInt(4));
            default -> "";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                " \n[ ] \n",
                "[\"\"]",
                "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"]",
                "[\"\\ud83d\",\"\\u0000\",\"\\u202E\"]",
                "[-1,0,1.50,007,true,false,null]",
                "[{\"a\" : 1 ,\n\"b\":[ ]}]",
                "{\"é\":\"é\",\"😀\":{\"x\":\"’\"}}"
            })
    void takes(String json) {
        assertThat(check(utf8(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "\"a\"",
                "[",
                "{",
                "[1",
                "[1,",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{a:1}",
                "[1]]",
                "[1] [2]",
                "[1]\t",
                "[1]\r\n",
                "[1 2]",
                "[1\n2]",
                "[-]",
                "[.5]",
                "[1.]",
                "[1e3]",
                "[+1]",
                "[yes]",
                "[truly]",
                "[\"a\tb\"]",
                "[\"a\nb\"]",
                "[\"\\x41\"]",
                "[\"\\u00g0\"]",
                "[\"\\u٠٠٠٠\"]",
                "[\"\uFFFD\"]",
                "[\"\u007f\"]",
                "[\"\u0085\"]",
                "[\"\u202e\"]",
                "\uFEFF[]",
                "{\"a\":1,\"a\":2}",
                "{\"a\"\n:1}",
                "[{\"a\":1,\"b\"}]",
                "[*a]",
                "[&a 1]",
                "[!a 1]",
                "[1] # end"
            })
    void gives_up(String other) {
        assertThat(check(utf8(other))).isFalse();
    }

    @Test
    void gives_up_past_every_limit() {
        assertThat(check(utf8("[".repeat(31) + "]".repeat(31)))).isTrue();
        assertThat(check(utf8("[".repeat(32) + "]".repeat(32)))).isFalse();
        assertThat(check(utf8("{\"a\":".repeat(30) + "1" + "}".repeat(30)))).isTrue();
        assertThat(check(utf8("{\"a\":".repeat(31) + "1" + "}".repeat(31)))).isFalse();
        assertThat(check(utf8("{\"" + "a".repeat(64) + "\":1}"))).isTrue();
        assertThat(check(utf8("{\"" + "a".repeat(65) + "\":1}"))).isFalse();
        StringBuilder keys = new StringBuilder("{\"a0\":1");
        for (int i = 1; i < 100; i++) {
            keys.append(",\"a").append(i).append("\":1");
        }
        assertThat(check(utf8(keys + "}"))).isTrue();
        assertThat(check(utf8(keys + ",\"b\":1}"))).isFalse();
        String item = "[" + "1,".repeat(499_998) + "1]";
        assertThat(check(utf8("[" + item + "," + item + "]"))).isTrue();
        assertThat(check(utf8("[" + item.replace("1]", "1,1]") + "]"))).isFalse();
    }

    @Test
    void gives_up_what_is_no_utf8() {
        assertThat(check(new byte[] {'[', '"', (byte) 0xE9, '"', ']'})).isFalse();
        assertThat(check(new byte[] {'[', '"', (byte) 0xC0, (byte) 0x80, '"', ']'}))
                .isFalse();
        assertThat(check(new byte[] {'[', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ']'}))
                .isFalse();
        assertThat(check(new byte[] {'[', '"', (byte) 0xC3, '"', ']'})).isFalse();
    }
}
