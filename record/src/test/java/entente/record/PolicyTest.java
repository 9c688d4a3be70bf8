package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(Given.ORIGIN, 0, Tree.EMPTY);
    private static final List<SigningKey> WITNESSES = List.of(witness(20), witness(21), witness(22));

    private static SigningKey witness(int number) {
        return new SigningKey("w" + number + ".example", Algorithm.COSIGNATURE, Given.seed(number));
    }

    private static Policy parse(String text) {
        String filled = text.replace("$log", Given.ED25519.verifier().toString())
                .replace("$pq", Given.ML_DSA.verifier().toString())
                .replace("$w0", WITNESSES.get(0).verifier().toString())
                .replace("$w1", WITNESSES.get(1).verifier().toString())
                .replace("$w2", WITNESSES.get(2).verifier().toString());
        return Policy.parse(Given.ascii(filled));
    }

    private static boolean accepts(Policy policy, SigningKey... witnesses) {
        Note note = CHECKPOINT.signed(List.of(Given.ED25519), 7);
        var more = new ArrayList<NoteSignature>();
        for (SigningKey witness : witnesses) {
            more.add(witness.sign(note.text(), 7));
        }
        return policy.verdict(note.with(more)) instanceof Verdict.Verified;
    }

    @Test
    void two_of_three_witnesses_make_a_quorum_of_two() {
        Policy policy = parse("""
                # invented
                log $log https://uk.example/
                witness A $w0
                \twitness  B $w1
                witness C $w2
                group two 2 A B C
                quorum two
                """);
        assertThat(accepts(policy)).isFalse();
        assertThat(accepts(policy, WITNESSES.get(0))).isFalse();
        assertThat(accepts(policy, WITNESSES.get(0), WITNESSES.get(2))).isTrue();
        assertThat(accepts(policy, WITNESSES.get(0), WITNESSES.get(0))).isFalse();
    }

    @Test
    void groups_nest() {
        Policy policy = parse(
                "log $log\nwitness A $w0\nwitness B $w1\nwitness C $w2\ngroup ab any A B\ngroup all all ab C\nquorum all\n");
        assertThat(accepts(policy, WITNESSES.get(0), WITNESSES.get(1))).isFalse();
        assertThat(accepts(policy, WITNESSES.get(1), WITNESSES.get(2))).isTrue();
    }

    @Test
    void a_log_may_be_asked_for_its_second_signature_as_a_witness() {
        Policy policy = parse("log $log\nwitness pq $pq\nquorum pq\n");
        assertThat(accepts(policy)).isFalse();
        assertThat(accepts(policy, Given.ML_DSA)).isTrue();
    }

    @Test
    void a_key_speaks_for_its_own_origin_alone() {
        Policy policy = parse("log $log\nquorum none\n");
        assertThat(accepts(policy)).isTrue();
        Note other = new Checkpoint("fr.example/entente", 0, Tree.EMPTY).signed(List.of(Given.ED25519), 7);
        assertThat(policy.verdict(other)).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void every_other_file_is_refused_and_its_line_named() {
        List<String> others = List.of(
                "",
                "log $log",
                "quorum A",
                "quorum none\nquorum none",
                "log\nquorum none",
                "log nonsense\nquorum none",
                "log $log\nlog $log\nquorum none",
                "witness none $w0\nquorum none",
                "witness A $log\nquorum A",
                "witness A $w0\nwitness B $w0\nquorum A",
                "witness A $w0\nwitness A $w1\nquorum A",
                "witness A $w0\ngroup g 0 A\nquorum g",
                "witness A $w0\ngroup g 2 A\nquorum g",
                "witness A $w0\ngroup g 01 A\nquorum g",
                "witness A $w0\ngroup g any A A\nquorum g",
                "group g any A\nquorum g",
                "witness A $w0\ngroup g any none\nquorum g",
                "sigsum\nquorum none",
                "quorum none\r\n",
                "quorum none\0");
        for (String other : others) {
            assertThatExceptionOfType(Malformed.class).as(other).isThrownBy(() -> parse(other));
        }
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> parse("log $log\n\nlog $log\nquorum none"))
                .withMessageStartingWith("line 3: ");
    }
}
