package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import entente.testkit.Trials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleTest {
    @Test
    void entries_come_back_as_they_were() {
        Trials.check(300, random -> {
            var entries = new ArrayList<Bytes>();
            for (int i = 1 + random.nextInt(20); i > 0; i--) {
                var entry = new byte[random.nextInt(600)];
                random.nextBytes(entry);
                entries.add(Bytes.of(entry));
            }
            byte[] bytes = new EntryBundle(entries).bytes();
            assertThat(EntryBundle.parse(entries.size(), bytes).entries()).isEqualTo(entries);
            refused(entries.size() + 1, bytes);
            refused(entries.size() - 1, bytes);
            refused(entries.size(), Arrays.copyOf(bytes, bytes.length - 1));
            refused(entries.size(), Arrays.copyOf(bytes, bytes.length + 1));
        });
    }

    private static void refused(int width, byte[] bytes) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> EntryBundle.parse(width, bytes));
    }

    @Test
    void an_entry_may_have_65535_bytes_and_no_more() {
        var longest = Bytes.of(new byte[Entry.LONGEST]);
        byte[] bytes = new EntryBundle(List.of(longest)).bytes();
        assertThat(EntryBundle.parse(1, bytes).entries()).containsExactly(longest);
    }

    @Test
    void payloads_come_back_as_they_were_and_gaps_stay_gaps() {
        List<Optional<Payload>> payloads =
                List.of(Optional.of(Given.payload("a")), Optional.empty(), Optional.of(Given.payload("")));
        byte[] bytes = new PayloadBundle(payloads).bytes();
        assertThat(bytes).hasSize(1 + 32 + 4 + 1 + 1 + 1 + 32 + 4);
        assertThat(PayloadBundle.parse(3, bytes).payloads()).isEqualTo(payloads);
        for (int cut = 0; cut < bytes.length; cut++) {
            byte[] part = Arrays.copyOf(bytes, cut);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PayloadBundle.parse(3, part));
        }
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PayloadBundle.parse(2, bytes));
        bytes[0] = 2;
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PayloadBundle.parse(3, bytes));
    }

    @Test
    void a_length_that_lies_takes_no_memory() {
        var bytes = new byte[1 + 32 + 4];
        bytes[0] = 1;
        Arrays.fill(bytes, 33, 37, (byte) 0x7f);
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PayloadBundle.parse(1, bytes));
        Arrays.fill(bytes, 33, 37, (byte) 0xff);
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PayloadBundle.parse(1, bytes));
    }
}
