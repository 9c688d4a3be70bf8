package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.terms.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bad files, and what is said of each: `«rule»` stands before the very place that the fault must name, and is taken
/// out before the file is read.
class BadFilesTest {
    private static final Pattern PLANTED = Pattern.compile("«([a-z-]+)»");

    private static final String FACT = """
            - id: f1
              kind: payment
              happened: 2020-03-04
              reported: 2020-03
              by: [UK]
              grade: claimed
              who: {en: a, fr: a}
              where: {en: a, fr: a}
              bears_on: [pact/c1]
              says:
                en: It was paid.
                fr: C’est payé.
              figures:
                - {amount: 100, currency: GBP, stage: paid}
                - count: 3
                  of: officers
                  unit: {en: officers, fr: agents}
              source: {address: here, publisher: P, kind: press}
            """;

    private static final String AGREEMENT = """
            id: pact
            title: {en: A pact, fr: Un pacte}
            signed: 2020
            parties: [UK, FR]
            signatories: [{party: UK, post: {en: M, fr: m}, name: Ann}]
            sources: [here]
            clauses:
              - id: c1
                text: {en: a, fr: a}
                basis: press
                source: here
                commitments:
                  - id: k1
                    who: [UK]
                    does: {en: a, fr: a}
                    kept_if: {en: a, fr: a}
                    measured:
                      measure: {sum: {currency: GBP, stage: paid}}
                      schedule: {by: 2021}
                      threshold: {at_least: 5}
            """;

    private static final String RETRACTION = """
            - retracts: f0
              reason: {en: a, fr: a}
              reported: 2021
              source: {address: here, publisher: P, kind: press}
            """;

    /// A rule at a line and column.
    record Planted(String rule, int line, int column) {}

    /// A text without the marks of what is planted in it, and their places.
    record Sown(String text, List<Planted> places) {}

    static Sown sown(String form) {
        StringBuilder text = new StringBuilder();
        List<Planted> places = new ArrayList<>();
        Matcher planted = PLANTED.matcher(form);
        while (planted.find()) {
            planted.appendReplacement(text, "");
            int line = (int) text.chars().filter(one -> one == '\n').count() + 1;
            int from = text.lastIndexOf("\n") + 1;
            places.add(new Planted(planted.group(1), line, text.codePointCount(from, text.length()) + 1));
        }
        planted.appendTail(text);
        return new Sown(text.toString(), places);
    }

    private static String with(String good, String old, String bad) {
        assertThat(good).contains(old);
        return good.replace(old, bad);
    }

    private static String fact(String old, String bad) {
        return with(FACT, old, bad);
    }

    private static String agreement(String old, String bad) {
        return with(AGREEMENT, old, bad);
    }

    private static String promise(String body) {
        int at = AGREEMENT.indexOf("        measured:");
        return AGREEMENT.substring(0, at) + body.indent(8);
    }

    static Stream<String> forms() {
        return Stream.of(
                // What is no YAML, or more of YAML than is taken.
                "a: b\n c«broken-yaml»: d\n",
                "a: [b, c\n«broken-yaml»",
                "a:\n«broken-yaml»\tb: c\n",
                "a: \"b\n«broken-yaml»",
                "a: «broken-yaml»@b\n",
                "a: \"\\«broken-yaml»q\"\n",
                "«empty»",
                "«empty»\n\n# nothing\n",
                "«empty»---\n",
                "«wrong-type»just words\n",
                "a: &«broken-yaml» b\n",
                FACT + "---\n«second-document»- id: x\n",
                fact("kind: payment", "kind: «alias»&k payment"),
                fact("by: [UK]", "by: «alias»*k"),
                fact("kind: payment", "kind: «tag»!!str payment"),
                fact("by: [UK]", "by: «tag»!mine [UK]"),
                fact("kind: payment", "kind: payment\n  «duplicate-key»kind: result"),
                fact("kind: payment", "kind: payment\n  ? «wrong-type»[a, b]\n  : c"),
                "- ".repeat(31) + "«too-deep»- a\n",
                "[".repeat(31) + "«too-deep»[" + "]".repeat(32),
                // Keys.
                fact("kind: payment", "kind: payment\n  «unknown-key»colour: red"),
                fact("kind: payment", "kind: payment\n  «unknown-key»<<: red"),
                FACT.replace("- id: f1\n  kind", "- «missing-key»kind"),
                fact("{en: a, fr: a}\n  where", "«missing-key»{en: a}\n  where"),
                fact("  source:", "  reason: {en: a, fr: a}\n  source:").replace("- id", "- «missing-key»id"),
                fact("  source:", "  corrects: f0\n  source:").replace("- id", "- «missing-key»id"),
                fact("{amount: 100,", "«choose-one»{"),
                fact("{amount: 100,", "«choose-one»{amount: 100, count: 3,")
                        .replace("stage: paid}", "stage: paid, «stray-key»of: x}")
                        .replace("«stray-key»of: x", "«stray-key»unit: {en: a, fr: a}"),
                fact("of: officers", "of: officers\n      «stray-key»stage: paid"),
                agreement("who: [UK]", "to: {en: a, fr: a}").replace("      - id: k1", "      - «missing-key»id: k1"),
                promise("principle: true").replace("      - id: k1", "      - «missing-key»id: k1"),
                // Types.
                fact("by: [UK]", "by: «wrong-type»UK"),
                fact("by: [UK]", "by:«wrong-type»"),
                fact("kind: payment", "kind: «wrong-type»[payment]"),
                fact("who: {en: a, fr: a}", "who: «wrong-type»a"),
                fact("happened: 2020-03-04", "happened: «wrong-type»{a: b}"),
                fact("publisher: P", "publisher: «wrong-type»2014"),
                fact("publisher: P", "publisher: «wrong-type»true"),
                fact("publisher: P", "publisher: «wrong-type»null"),
                fact("publisher: P", "publisher: «wrong-type»\"\""),
                fact("publisher: P", "publisher: «wrong-type»\"\u00A0\""),
                promise("missing: {en: a, fr: a}\nprinciple: «wrong-type»yes"),
                promise("missing: {en: a, fr: a}\nprinciple: «wrong-type»\"true\""),
                promise("missing: {en: a, fr: a}\nprinciple: «wrong-type»false"),
                // Numbers.
                fact("count: 3", "count: «wrong-type»1e9"),
                fact("count: 3", "count: «wrong-type»0x10"),
                fact("count: 3", "count: «wrong-type».5"),
                fact("count: 3", "count: «wrong-type»5."),
                fact("count: 3", "count: «wrong-type»01"),
                fact("count: 3", "count: «wrong-type»+1"),
                fact("count: 3", "count: «wrong-type».nan"),
                fact("count: 3", "count: «wrong-type»NaN"),
                fact("count: 3", "count: «wrong-type»\"3\""),
                fact("count: 3", "count: «wrong-type»3,5"),
                fact("count: 3", "count: «wrong-type»1_000"),
                fact("count: 3", "count: «wrong-type»٣"),
                fact("count: 3", "count: «wrong-type»0.1234567"),
                fact("count: 3", "count: «wrong-type»1000000000000000"),
                fact("count: 3", "count: «wrong-type»12345678901.23456"),
                fact("count: 3", "count: 3\n      «unknown-key»amont: 3"),
                fact("count: 3", "count: 3\n      low: «bad-range»2"),
                fact("count: 3", "count: 3\n      low: «bad-range»4\n      high: 5"),
                fact("count: 3", "count: 3\n      low: «bad-range»4\n      high: 2"),
                fact("amount: 100,", "amount: 100, high: «bad-range»200,"),
                // Words, ids and dates.
                fact("kind: payment", "kind: «unknown-word»Payment"),
                fact("by: [UK]", "by: [UK, «unknown-word»DE]"),
                fact("by: [UK]", "by: [UK, «duplicate-item»UK]"),
                fact("by: [UK]", "by: «too-few»[]"),
                fact("bears_on: [pact/c1]", "bears_on: «too-few»[]"),
                fact("bears_on: [pact/c1]", "bears_on: [«bad-id»pact, pact/c1/k1, «bad-id»a/b/c/d, «bad-id»Pact/c1]"),
                fact("bears_on: [pact/c1]", "bears_on: [pact/c1, «duplicate-item»pact/c1]"),
                fact("of: officers", "of: «bad-id»Officers"),
                fact("of: officers", "of: «bad-id»-officers"),
                fact("of: officers", "of: «bad-id»" + "o".repeat(65)),
                fact("GBP", "«unknown-currency»GPB"),
                fact("GBP", "«unknown-currency»XAU"),
                fact("GBP", "«unknown-currency»gbp"),
                fact("amount: 100", "amount: «too-many-decimals»100.005"),
                fact("amount: 100, currency: GBP", "amount: «too-many-decimals»100.5, currency: JPY"),
                fact("amount: 100", "amount: 100, low: «too-many-decimals»99.999, high: 101"),
                fact("amount: 100, currency: GBP", "amount: «too-many-decimals»999999999999999, currency: CLF"),
                fact("happened: 2020-03-04", "happened: «impossible-date»2019-02-29"),
                fact("happened: 2020-03-04", "happened: «impossible-date»2019-13"),
                fact("happened: 2020-03-04", "happened: «impossible-date»20190304"),
                fact("happened: 2020-03-04", "happened: «impossible-date»4 March 2019"),
                fact("happened: 2020-03-04", "happened: «impossible-date»2021/2020"),
                fact("happened: 2020-03-04", "happened: «impossible-date»1899"),
                FACT + with(FACT, "id: f1", "id: «duplicate-id»f1"),
                FACT.replace("f1", "x") + FACT.replace("id: f1", "id: «duplicate-id»x"),
                RETRACTION + with(RETRACTION, "retracts: f0", "retracts: «duplicate-id»f0"),
                fact("  source:", "  disagrees_with: «names-itself»[f2, f1]\n  source:"),
                fact("  source:", "  corrects: «names-itself»f1\n  reason: {en: a, fr: a}\n  source:"),
                agreement("who: [UK]", "who: [UK]\n        part_of: «names-itself»pact/c1/k1"),
                agreement("who: [UK]", "who: [UK]\n        repeats: «names-itself»[pact/c1/k1]"),
                agreement(
                        "who: [UK]",
                        "who: [UK]\n        superseded_by: «names-itself»{commitment: pact/c1/k1, from: 2021-01-01}"),
                agreement(
                        "who: [UK]",
                        "who: [UK]\n        superseded_by: {commitment: pact/c1/k2, from: «impossible-date»2021}"),
                agreement("    commitments:\n", "    commitments:\n" + commitment("id: k1") + commitment("id: k2"))
                        .replace(
                                "      - id: k1\n        who: [UK]\n",
                                "      - id: «duplicate-id»k1\n        who: [UK]\n"),
                agreement(
                        "who: [UK]",
                        "who: [UK]\n        promised: {«unknown-key»count: 3, amount: 3, currency: EUR, stage: paid}"),
                // Texts and sizes.
                fact("publisher: P", "publisher: «too-long»" + "p".repeat(501)),
                fact("publisher: P", "publisher: «bad-character»\"a\\nb\""),
                fact("It was paid.", "«too-long»" + "é".repeat(2001)),
                fact("It was paid.", "«bad-character»\"a\\tb\""),
                fact("It was paid.", "«bad-character»\"a\\0b\""),
                fact("It was paid.", "«bad-character»\"a\\e[31mb\""),
                fact("It was paid.", "«bad-character»\"\\uD83D alone\""),
                fact("It was paid.", "«bad-character»\"\\uDE00\\uD83D turned\""),
                fact("It was paid.", "It «bad-character»\u0007was."),
                fact("It was paid.", "It «bad-character»\u202Ewas."),
                fact("It was paid.", "😀 «bad-character»\u007Fwas."),
                fact("It was paid.", "«bad-character»It\twas."),
                fact("by: [UK]", "by: «too-many»[UK, FR, UK]"),
                fact("bears_on: [pact/c1]", "bears_on: «too-many»[" + "pact/c1, ".repeat(21) + "]"),
                "a: b\n" + numbered(99) + "«too-many»k100: c\n",
                // Bodies.
                promise("«choose-one»{}").replace("«choose-one»{}\n", "").replace("- id: k1", "- «choose-one»id: k1"),
                promise("judged: {rubric: «too-few»[{en: a, fr: a}]}"),
                agreement("measure: {sum", "«choose-one»measure: {sum")
                        .replace("threshold", "any: []\n          threshold"),
                promise("measured: «choose-one»{schedule: {by: 2021}, threshold: {at_least: 1}}"),
                promise("measured: {all: «too-few»[], «stray-key»schedule: {by: 2021}}"),
                agreement("schedule: {by: 2021}", "schedule: {by: 2021, «stray-key»from: 2020-01-01}"),
                agreement("schedule: {by: 2021}", "schedule: {throughout: 2021, «stray-key»lapses: 2022-01-01}"),
                agreement("schedule: {by: 2021}", "schedule: «choose-one»{}"),
                agreement("schedule: {by: 2021}", "schedule: «elapsed-within»{within_days: 3}"),
                agreement(
                        "schedule: {by: 2021}",
                        "schedule: {each: month, from: 2021-01-01, until: «bad-range»2020-01-01}"),
                agreement(
                        "schedule: {by: 2021}",
                        "schedule: {each: month, from: «impossible-date»2021-02-30, until: 2020-01-01}"),
                agreement("schedule: {by: 2021}", "schedule: {within_days: «out-of-range»3661}"),
                agreement("{sum: {currency: GBP, stage: paid}}", "{sum: {of: x, «stray-key»stage: paid}}"),
                agreement("{sum: {currency: GBP, stage: paid}}", "{sum: «choose-one»{}}"),
                agreement("{sum: {currency: GBP, stage: paid}}", "{count: «unknown-word»days}"),
                agreement("{at_least: 5}", "{between: «bad-range»[5, 4]}"),
                agreement("{at_least: 5}", "{between: «too-few»[5]}"),
                agreement("{at_least: 5}", "{table: «too-few»[]}"),
                agreement("{at_least: 5}", "{at_least: 5}\n          only: «too-few»{}"),
                agreement("{at_least: 5}", "{at_least: 5}\n          only: {place: «too-few»[]}"),
                agreement("{at_least: 5}", "{at_least: 5}\n          tolerance: {percent: «out-of-range»101}"),
                agreement("{at_least: 5}", "{at_least: 5}\n          tolerance: {amount: «out-of-range»-1}"),
                agreement("{at_least: 5}", "{at_least: 5}\n          tolerance: {grace_days: «out-of-range»1.5}"),
                promise("""
                        measured:
                          at_least:
                            k: «bad-range»3
                            of:
                              - {measure: {count: facts}, schedule: {by: 2021}, threshold: {at_least: 1}}
                              - {measure: {count: facts}, schedule: {by: 2021}, threshold: {at_least: 2}}
                        """),
                // All of them at once, in order.
                """
                - id: «bad-id»F1
                  kind: «unknown-word»gift
                  happened: «impossible-date»2020-02-30
                  reported: 2020-03
                  grade: claimed
                  who: {en: a, fr: a}
                  where: {en: a, fr: a}
                  bears_on: [pact/c1]
                  says: {en: a, fr: a}
                  figures: [{amount: «wrong-type»1e9, currency: «unknown-currency»EUX, stage: paid}]
                  source: {address: here, publisher: P, kind: press}
                """,
                """
                - «missing-key»id: f1
                  kind: «tag»!!str payment
                  «duplicate-key»kind: payment
                  happened: «alias»*then
                  reported: 2020-03
                  grade: claimed
                  «unknown-key»colour: red
                  who: {en: a, fr: a}
                  bears_on: [pact/c1]
                  says: {en: a, fr: a}
                  source: {address: here, publisher: P, kind: press}
                """);
    }

    private static String commitment(String id) {
        return "      - " + id + "\n        who: [FR]\n        does: {en: a, fr: a}\n        kept_if: {en: a, fr: a}\n"
                + "        missing: {en: a, fr: a}\n        principle: true\n";
    }

    private static String numbered(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            keys.append("k").append(i).append(": b\n");
        }
        return keys.toString();
    }

    private static List<Fault> faults(byte[] bytes) {
        return Reading.read("bad.yaml", bytes) instanceof Reading.Refused(List<Fault> faults) ? faults : List.of();
    }

    private static List<Planted> places(byte[] bytes) {
        List<Fault> faults = faults(bytes);
        assertThat(faults).allSatisfy(BadFilesTest::reads_well);
        return faults.stream()
                .map(fault -> new Planted(
                        fault.rule(), fault.mark().line(), fault.mark().column()))
                .toList();
    }

    static void says_something_on_one_line(Fault fault) {
        for (Language language : Language.values()) {
            assertThat(fault.in(language)).startsWith("bad.yaml:").doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
            assertThat(fault.sentence().in(language)).endsWith(".").hasSizeBetween(20, 1000);
        }
    }

    /// Two sentences in each language, the second with the remedy; French with its own spaces and apostrophes.
    static void reads_well(Fault fault) {
        says_something_on_one_line(fault);
        for (Language language : Language.values()) {
            assertThat(fault.sentence().in(language)).matches("(?s).+[.;)] \\p{Lu}.+");
        }
        String french = fault.sentence().fr().replaceAll("\\(en anglais.*\\)\\.|\\[[^\\]]*\\]|clé: valeur", "");
        assertThat(french).doesNotContain("'", " :", " ;", " ?", " !").doesNotContainPattern("[\\p{L})]:|[\\p{L})];");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void each_fault_is_named_at_its_place(String form) {
        Sown sown = sown(form);
        assertThat(sown.places()).isNotEmpty();
        assertThat(places(sown.text().getBytes(StandardCharsets.UTF_8))).isEqualTo(sown.places());
    }

    @Test
    void what_the_table_changes_is_good() {
        for (String good : List.of(FACT, AGREEMENT, RETRACTION)) {
            assertThat(faults(good.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
    }

    @Test
    void other_encodings_are_refused_where_they_begin() {
        String latin = "- id: f1\n  who: {en: caf\u00e9";
        assertThat(places(latin.getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(new Planted("wrong-encoding", 2, 16));
        assertThat(places(("# é😀 " + latin).getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(new Planted("wrong-encoding", 2, 16));
        for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE)) {
            assertThat(places(FACT.getBytes(wide))).containsExactly(new Planted("wrong-encoding", 1, 1));
        }
        assertThat(places("- id".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(new Planted("wrong-encoding", 1, 2));
        assertThat(places(("\uFEFF" + FACT).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Planted("wrong-encoding", 1, 1));
        assertThat(places("a: b\nc: \0d".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Planted("wrong-encoding", 2, 4));
    }

    @Test
    void line_breaks_of_other_systems_are_welcome() {
        String windows = FACT.replace("\n", "\r\n");
        assertThat(faults(windows.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(places(windows.replace("kind: payment", "kind: gift").getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Planted("unknown-word", 2, 9));
        assertThat(places(windows.replace("It was", "It\u0001was").getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Planted("bad-character", 11, 11));
    }

    @Test
    void a_file_of_fifty_megabytes_is_not_even_looked_at() {
        assertThat(places(new byte[50_000_000])).containsExactly(new Planted("too-large", 1, 1));
        assertThat(Reading.tooLarge("bad.yaml", 50_000_000).faults()).hasSize(1);
    }

    @Test
    void a_pile_of_aliases_is_refused_without_being_unfolded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            String items = String.join(", ", Collections.nCopies(9, "*a" + (i - 1)));
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, items));
        }
        List<Planted> places = places(bomb.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(places).hasSize(101).contains(new Planted("alias", 1, 5));
        assertThat(places.getLast().rule()).isEqualTo("more-faults");
    }

    @Test
    void past_a_hundred_faults_no_more_are_told() {
        List<Fault> faults = faults("- {}\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        assertThat(faults).hasSize(101).allSatisfy(BadFilesTest::reads_well);
        assertThat(faults.getLast().rule()).isEqualTo("more-faults");
    }
}
