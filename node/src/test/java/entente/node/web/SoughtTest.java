package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the text in the search box may mean.
class SoughtTest {
    private static <T extends Sought> Optional<T> meaning(String text, Class<T> kind) {
        return Sought.read(text).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 million | 12000000 | ",
                "£12m | 12000000 | GBP",
                "12 000 000 | 12000000 | ",
                "12\u202f000\u202f000\u00a0£ | 12000000 | GBP",
                "12,000,000 | 12000000 | ",
                "3,6 M€ | 3600000 | EUR",
                "€3.6m | 3600000 | EUR",
                "3.6 million euros | 3600000 | EUR",
                "12 millions de livres sterling | 12000000 | GBP",
                "1,2 milliard d'euros | 1200000000 | EUR",
                "741,841.95 EUR | 741841.95 | EUR",
                "741 841,95 € | 741841.95 | EUR",
                "500k | 500000 | ",
                "40 | 40 | "
            })
    void an_amount_is_read_in_either_language(String text, BigDecimal value, String currency) {
        Sought.Amount amount = meaning(text, Sought.Amount.class).orElseThrow();
        assertThat(amount.value()).isEqualByComparingTo(value);
        assertThat(amount.currency()).isEqualTo(currency);
    }

    @Test
    void an_amount_in_words_is_as_exact_as_it_is_written() {
        assertThat(meaning("3.6 million", Sought.Amount.class).orElseThrow().slack())
                .isEqualByComparingTo("50000");
        assertThat(meaning("3,600,000", Sought.Amount.class).orElseThrow().slack())
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "31 March 2016, 2016-03-31",
        "31 mars 2016, 2016-03-31",
        "le 1er avril 2016, 2016-04-01",
        "'March 31, 2016', 2016-03-31",
        "31/03/2016, 2016-03-31",
        "2016-03-31, 2016-03-31",
        "août 2015, 2015-08",
        "2016-03, 2016-03",
        "2016, 2016"
    })
    void a_date_is_read_in_either_language(String text, String period) {
        assertThat(meaning(text, Sought.Time.class).orElseThrow().period().text())
                .isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 February 2016", "2016-13", "0000", "patrols 2016", "99/99/9999"})
    void what_is_no_date_is_none(String text) {
        assertThat(meaning(text, Sought.Time.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "clause 4 of Calais, 4, calais",
        "clause 4 de Calais, 4, calais",
        "Calais clause 4, 4, calais",
        "c04, 4, ''",
        "Clause 4, 4, ''",
        "'clause 2, Sandhurst 2018', 2, sandhurst 2018"
    })
    void a_clause_is_read_by_its_number(String text, int number, String of) {
        Sought.ClauseNumber clause = meaning(text, Sought.ClauseNumber.class).orElseThrow();
        assertThat(clause.number()).isEqualTo(number);
        assertThat(String.join(" ", clause.of())).isEqualTo(of);
    }

    @Test
    void words_lose_their_accents_and_the_commonest_of_them() {
        assertThat(Sought.read("Les Réservistes de la Côte d’Opale"))
                .containsExactly(new Sought.Phrase(List.of("reservistes", "cote", "opale")));
        assertThat(Sought.tokens("œuvre ÉTÉ d’été")).containsExactly("oeuvre", "ete", "d", "ete");
        assertThat(Sought.read("de la")).containsExactly(new Sought.Phrase(List.of("de", "la")));
    }

    @Test
    void a_name_can_be_asked_for_in_either_language() {
        assertThat(Sought.read("publisher:The Guardian"))
                .containsExactly(new Sought.Of(Part.PUBLISHER, "The Guardian"));
        assertThat(Sought.read("Bénéficiaire : joint-fund")).containsExactly(new Sought.Of(Part.PAYEE, "joint-fund"));
    }

    @Test
    void whatever_is_typed_is_read_and_bounded() {
        SplittableRandom random = new SplittableRandom(8);
        String letters = "0123456789abcABC £€.,:/-@’'\"<>()[]{}\\|é\u0301œ\u00a0\u0000\u202e\ud83d\ude00١٣";
        for (int trial = 0; trial < 20_000; trial++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(130); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (Sought meaning : Sought.read(text.toString())) {
                if (meaning instanceof Sought.Phrase(List<String> words)) {
                    assertThat(words).isNotEmpty().hasSizeLessThanOrEqualTo(Sought.MOST_WORDS);
                }
            }
        }
    }
}
