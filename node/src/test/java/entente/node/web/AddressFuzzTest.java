package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Whatever is typed behind a slash is an address in its one spelling, or nothing.
class AddressFuzzTest {
    @FuzzTest
    void path(byte[] input) {
        String path = "/" + new String(input, StandardCharsets.UTF_8);
        Address.of(path).ifPresent(address -> {
            assertThat(path.length()).isLessThanOrEqualTo(Address.LONGEST);
            if (address instanceof Address.Page page) {
                assertThat(path).endsWith(page.format().extension());
            }
        });
    }

    @FuzzTest
    void when(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        When.of(text).ifPresent(when -> assertThat(when).hasToString(text));
    }

    @FuzzTest
    void form(byte[] input) {
        String path = new String(input, StandardCharsets.UTF_8);
        Format.at(path).ifPresent(format -> assertThat(path).endsWith(format.extension()));
    }
}
