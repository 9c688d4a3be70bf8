package entente.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Vectors of RFC 8785, and by hand.
class JsonTest {
    private static String number(String digits) {
        return Json.write(new BigDecimal(digits));
    }

    @Test
    void keys_stand_in_the_order_of_their_sixteen_bit_units() {
        // RFC 8785, section 3.2.3.
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            keys.put(key, "v");
        }
        assertThat(Json.write(keys))
                .isEqualTo("{\"\\r\":\"v\",\"1\":\"v\",\"\u0080\":\"v\",\"\u00f6\":\"v\",\"\u20ac\":\"v\","
                        + "\"\ud83d\ude00\":\"v\",\"\ufb33\":\"v\"}");
    }

    @Test
    void texts_are_escaped_as_little_as_possible() {
        // RFC 8785, section 3.2.2.
        assertThat(Json.write("\u20ac$\u000F\nA'B\"\\\\\"/")).isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(Json.write("\b\t\f\r\u0000\u001f\u007f\u2028 é 😀"))
                .isEqualTo("\"\\b\\t\\f\\r\\u0000\\u001f\u007f\u2028 é 😀\"");
    }

    @Test
    void half_a_surrogate_pair_is_no_text() {
        for (String bad : List.of("\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00")) {
            assertThatThrownBy(() -> Json.write(List.of(bad))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Json.write(Map.of(bad, 1))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void numbers_have_one_form() {
        assertThat(number("0")).isEqualTo("0");
        assertThat(number("-0.00")).isEqualTo("0");
        assertThat(number("4.50")).isEqualTo("4.5");
        assertThat(number("2e3")).isEqualTo("2000");
        assertThat(number("-100")).isEqualTo("-100");
        assertThat(number("0.000001")).isEqualTo("0.000001");
        assertThat(number("999999999999999")).isEqualTo("999999999999999");
        assertThat(Json.write(List.of(1, 2L))).isEqualTo("[1,2]");
    }

    /// What ECMAScript, and with it RFC 8785, writes for a double of this size is its shortest digits, in plain form.
    @Test
    void every_number_that_a_file_may_hold_is_a_double_in_its_shortest_form() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            int scale = random.nextInt(7);
            int digits = 1 + random.nextInt(15);
            BigDecimal number = BigDecimal.valueOf(random.nextLong((long) Math.pow(10, digits)), scale);
            assertThat(number(number.toPlainString()))
                    .isEqualTo(number(new BigDecimal(Double.toString(number.doubleValue())).toPlainString()));
        }
    }

    @Test
    void the_rest_of_json_is_plain() {
        assertThat(Json.write(Arrays.asList(true, false, null, Map.of(), List.of())))
                .isEqualTo("[true,false,null,{},[]]");
        assertThatThrownBy(() -> Json.write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
