package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import entente.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final List<Bytes> ENTRIES =
            Given.filings(0, 11).stream().map(filing -> filing.entry().bytes()).toList();
    private static final List<Digest> LEAVES = ENTRIES.stream().map(Tree::leaf).toList();
    private static final Note CHECKPOINT = new Checkpoint(Given.ORIGIN, 11, Tree.root(LEAVES)).signed(Given.BOTH, 7);
    private static final Policy POLICY = new Policy(Given.KEYS, Policy.Quorum.none());

    private static Receipt receipt(int index) {
        return Receipt.of(index, CHECKPOINT, Trees.nodes(LEAVES));
    }

    @Test
    void every_entry_has_a_receipt_that_speaks_for_it_alone() {
        IntStream.range(0, ENTRIES.size()).forEach(index -> {
            Receipt receipt = Receipt.parse(receipt(index).bytes());
            assertThat(receipt).isEqualTo(receipt(index));
            for (int other = 0; other < ENTRIES.size(); other++) {
                Verdict verdict = receipt.verdict(ENTRIES.get(other), POLICY);
                assertThat(verdict instanceof Verdict.Verified).isEqualTo(other == index);
            }
        });
    }

    @Test
    void extra_data_travels_along() {
        Receipt plain = receipt(3);
        var receipt = new Receipt(Bytes.utf8("from the desk"), 3, plain.proof(), CHECKPOINT);
        assertThat(Receipt.parse(receipt.bytes())).isEqualTo(receipt);
        assertThat(new String(receipt.bytes(), StandardCharsets.UTF_8))
                .startsWith("c2sp.org/tlog-proof@v1\nextra ZnJvbSB0aGUgZGVzaw==\nindex 3\n");
    }

    @Test
    void every_other_form_is_refused() {
        String text = new String(receipt(3).bytes(), StandardCharsets.UTF_8);
        List<String> others = List.of(
                "",
                "\n\n",
                text.replace("@v1", "@v2"),
                text.replace("index 3", "index 03"),
                text.replace("index 3\n", ""),
                text.replace("index 3", "extra \nindex 3"),
                text.replace("index 3", "extra ZZ\nindex 3"),
                text.replace("index 3\n", "index 3\nAAAA\n"),
                text.replace("index 3\n", "index 3\n\n"),
                text.replace("index 3\n", "index 3\n" + (Tree.EMPTY.base64() + "\n").repeat(64)),
                text + "x");
        for (String other : others) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> Receipt.parse(other.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void a_receipt_says_nothing_to_those_who_know_none_of_its_keys() {
        var stranger = new SigningKey("fr.example/entente", Algorithm.ED25519, Given.seed(3));
        var policy = new Policy(List.of(stranger.verifier()), Policy.Quorum.none());
        assertThat(receipt(3).verdict(ENTRIES.get(3), policy)).isInstanceOf(Verdict.Rejected.class);
    }
}
