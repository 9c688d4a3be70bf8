package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Body;
import entente.agreement.Commitment;
import entente.agreement.Fact;
import entente.node.Given;
import entente.terms.Language;
import entente.terms.Money;
import entente.terms.Party;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {
    private static final Speech EN = new Speech(Language.ENGLISH);
    private static final Speech FR = new Speech(Language.FRENCH);

    /// Fixed and narrow spaces are written ~ and _ in the tables, so that they can be seen.
    private static String seen(String text) {
        return text.replace('\u00A0', '~').replace('\u202F', '_');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12000000   | GBP | £12,000,000    | 12_000_000~£
            741841.95  | EUR | €741,841.95    | 741_841,95~€
            0.5        | EUR | €0.50          | 0,50~€
            1000       | JPY | JPY~1,000      | 1_000~JPY
            """)
    void money_is_written_with_all_its_digits(String amount, String code, String en, String fr) {
        Money money = Money.major(new BigDecimal(amount), Currency.getInstance(code));
        assertThat(seen(EN.money(money))).isEqualTo(en);
        assertThat(seen(FR.money(money))).isEqualTo(fr);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2014-09-20            | 20~September~2014                        | 20~septembre~2014
            2016-04-01            | 1~April~2016                             | 1er~avril~2016
            2014-09               | September~2014                           | septembre~2014
            2014                  | 2014                                     | 2014
            2018-23               | autumn~2018                              | automne~2018
            2014-04/2015-03       | UK financial year 2014/15                | exercice britannique 2014-2015
            2015-06/2015-07       | June~2015 to July~2015                   | de juin~2015 à juillet~2015
            2015-04/2015-05       | April~2015 to May~2015                   | d’avril~2015 à mai~2015
            2014/2016-03          | 2014 to March~2016                       | de 2014 à mars~2016
            2025-08-06/2026-06-30 | 6~August~2025 to 30~June~2026            | du 6~août~2025 au 30~juin~2026
            2018/..               | from 2018 on                             | à partir de 2018
            2018-01-18/..         | from 18~January~2018 on                  | à partir du 18~janvier~2018
            2016-12-09~           | about 9~December~2016                    | vers le 9~décembre~2016
            2013~                 | about 2013                               | vers 2013
            2021-05?              | May~2021 (inferred)                      | mai~2021 (déduit)
            XXXX                  | no date given                            | sans date
            """)
    void a_period_says_all_that_it_leaves_open(String text, String en, String fr) {
        assertThat(seen(EN.period(Period.parse(text)))).isEqualTo(en);
        assertThat(seen(FR.period(Period.parse(text)))).isEqualTo(fr);
    }

    @Test
    void french_counts_one_and_a_half_as_singular_and_english_does_not() {
        assertThat(seen(EN.count(0, "fact", "facts", "fait", "faits"))).isEqualTo("0~facts");
        assertThat(seen(FR.count(0, "fact", "facts", "fait", "faits"))).isEqualTo("0~fait");
        assertThat(seen(FR.count(2, "fact", "facts", "fait", "faits"))).isEqualTo("2~faits");
        assertThat(seen(EN.count(1, "fact", "facts", "fait", "faits"))).isEqualTo("1~fact");
    }

    @Test
    void each_language_names_its_own_side_first() {
        Set<Party> both = Set.of(Party.UNITED_KINGDOM, Party.FRANCE);
        assertThat(EN.parties(both)).isEqualTo("United Kingdom and France");
        assertThat(FR.parties(both)).isEqualTo("France et Royaume-Uni");
        assertThat(EN.subject(both)).isEqualTo("The United Kingdom and France");
        assertThat(FR.subject(both)).isEqualTo("La France et le Royaume-Uni");
        assertThat(FR.subject(Set.of(Party.UNITED_KINGDOM))).isEqualTo("Le Royaume-Uni");
    }

    @Test
    void french_punctuation_gets_its_spaces() {
        assertThat(seen(FR.say("", "« Oui » : non ; quoi ? si !"))).isEqualTo("«~Oui~»~: non_; quoi_? si_!");
    }

    @ParameterizedTest
    @CsvSource({
        "31, 3, 2016, 2016-03-31",
        "31, mars, 2016, 2016-03-31",
        "31, March, 2016, 2016-03-31",
        "1er, août, 2015, 2015-08-01",
        "1, aout, 2015, 2015-08-01",
        "2nd, dec, 2014, 2014-12-02",
        "31, 2, 2016, ",
        "x, 3, 2016, ",
        "1, ma, 2016, ",
        "1, 3, 16, ",
        "1, 13, 2016, "
    })
    void a_date_may_be_typed_in_words(String day, String month, String year, LocalDate date) {
        assertThat(DateForm.read(day, month, year)).isEqualTo(Optional.ofNullable(date));
    }

    @Test
    void every_machine_word_of_the_shipped_promises_has_words() {
        TreeSet<String> words = new TreeSet<>();
        Given.register().agreements().stream()
                .flatMap(agreement -> agreement.commitments())
                .filter(commitment -> commitment.nature() instanceof Commitment.Nature.Measured)
                .flatMap(commitment -> tests(((Commitment.Nature.Measured) commitment.nature()).body()))
                .forEach(test -> {
                    for (Fact.Tag tag : Fact.Tag.values()) {
                        words.addAll(test.only().tags().getOrDefault(tag, new TreeSet<>()));
                        words.addAll(test.never().tags().getOrDefault(tag, new TreeSet<>()));
                    }
                    switch (test.measure()) {
                        case Body.Measure.Total(String of) -> words.add(of);
                        case Body.Measure.Covered(String of, var _) -> words.add(of);
                        case Body.Measure.Least(String of) -> words.add(of);
                        case Body.Measure.Latest(String of) -> words.add(of);
                        case Body.Measure.Elapsed(String from, String to) -> {
                            words.add(from);
                            words.add(to);
                        }
                        case Body.Measure.Ratio(String of, String to) -> {
                            words.add(of);
                            words.add(to);
                        }
                        case Body.Measure.Money _, Body.Measure.Facts _, Body.Measure.Distinct _ -> {}
                    }
                });
        assertThat(words).hasSizeGreaterThan(15).allMatch(Labels::knows);
    }

    private static Stream<Body.Test> tests(Body body) {
        return switch (body) {
            case Body.Test test -> Stream.of(test);
            case Body.AtLeast(int _, var of) -> of.stream().flatMap(SpeechTest::tests);
        };
    }

    @Test
    void a_quotient_says_about_where_two_decimals_leave_something_out() {
        assertThat(new Speech(Language.ENGLISH).quotient(new BigDecimal("0.333333")))
                .isEqualTo("about 0.33");
        assertThat(new Speech(Language.FRENCH).quotient(new BigDecimal("1.500000")))
                .isEqualTo("1,5");
    }

    @Test
    void a_noun_is_singular_behind_one_and_in_french_behind_all_below_two() {
        BigDecimal half = new BigDecimal("1.5");
        assertThat(new Speech(Language.ENGLISH).singular(half)).isFalse();
        assertThat(new Speech(Language.FRENCH).singular(half)).isTrue();
        Speech french = new Speech(Language.FRENCH);
        assertThat(french.words(Labels.counted("centres", french, BigDecimal.ONE)))
                .isEqualTo("centre");
    }
}
