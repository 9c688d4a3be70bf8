package entente.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import entente.record.Malformed;

/// Whatever a node publishes, the auditor's program reads it or names the trouble in both languages.
class PagesFuzzTest {
    @FuzzTest
    void page(byte[] input) {
        try {
            assertThat(Branch.parse("page.json", input).place()).isEqualTo("page.json");
        } catch (Trouble named) {
            assertThat(named.words().fr()).startsWith("page.json");
        }
    }

    @FuzzTest
    void keys(byte[] input) {
        try {
            assertThat(Keys.parse(input).origin()).isNotEmpty();
        } catch (Malformed refused) {
            assertThat(refused.reason()).isNotBlank();
        }
    }
}
