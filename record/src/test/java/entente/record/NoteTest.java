package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import entente.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {
    /// The checkpoint of C2SP tlog-cosignature, with the cosignature that it shows.
    private static final String EXAMPLE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private static final Checkpoint CHECKPOINT = new Checkpoint(Given.ORIGIN, 5, Digest.sha256());

    @Test
    void a_note_is_read_and_written_alike() {
        byte[] bytes = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        Note note = Note.parse(bytes);
        assertThat(note.signatures()).hasSize(2);
        assertThat(note.bytes()).isEqualTo(bytes);
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(20_852_163);
        assertThat(Algorithm.COSIGNATURE.seconds(note.signatures().getLast().signature()))
                .isEqualTo(1_679_315_147);
    }

    @Test
    void both_keys_of_a_log_sign_a_checkpoint_and_state_the_time() {
        Note note = CHECKPOINT.signed(Given.BOTH, Given.SECONDS);
        assertThat(Note.parse(note.bytes())).isEqualTo(note);
        assertThat(note.unanimous(Given.KEYS))
                .isEqualTo(new Verdict.Verified(List.of(
                        new Verdict.Signer(Given.ED25519.verifier(), 0),
                        new Verdict.Signer(Given.ML_DSA.verifier(), Given.SECONDS))));
    }

    @Test
    void the_platform_verifies_the_ml_dsa_signature_over_the_message_of_the_specification() throws Exception {
        byte[] blob = CHECKPOINT
                .signed(List.of(Given.ML_DSA), Given.SECONDS)
                .signatures()
                .getFirst()
                .signature()
                .toArray();
        byte[] name = Given.ascii(Given.ORIGIN);
        byte[] message = ByteBuffer.allocate(200)
                .put(Given.ascii("subtree/v1\n\0"))
                .put((byte) name.length)
                .put(name)
                .putLong(Given.SECONDS)
                .put((byte) name.length)
                .put(name)
                .putLong(0)
                .putLong(5)
                .put(Digest.sha256().bytes())
                .flip()
                .array();
        int length = 12 + 2 * (1 + name.length) + 3 * 8 + 32;
        byte[] spki = HexFormat.of()
                .parseHex("30820532300b06096086480165030403110382052100"
                        + Given.ML_DSA.verifier().key().hex());
        var verifier = Signature.getInstance("ML-DSA-44");
        verifier.initVerify(KeyFactory.getInstance("ML-DSA-44").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(message, 0, length);
        assertThat(verifier.verify(blob, 8, 2420)).isTrue();
    }

    @Test
    void a_witness_cosigns_with_either_algorithm() {
        for (Algorithm algorithm : List.of(Algorithm.COSIGNATURE, Algorithm.ML_DSA_44)) {
            var witness = new SigningKey("fr.example/witness", algorithm, Given.seed(9));
            Note note = CHECKPOINT.signed(Given.BOTH, 7);
            Note cosigned = note.with(List.of(witness.sign(note.text(), 8)));
            assertThat(cosigned.unanimous(List.of(witness.verifier())))
                    .isEqualTo(new Verdict.Verified(List.of(new Verdict.Signer(witness.verifier(), 8))));
            assertThat(cosigned.with(cosigned.signatures())).isEqualTo(cosigned);
        }
    }

    @Test
    void one_false_claim_rejects_the_whole_note() {
        Note note = CHECKPOINT.signed(Given.BOTH, 7);
        Note forged = new Note(new Checkpoint(Given.ORIGIN, 6, Digest.sha256()).text(), note.signatures());
        assertThat(forged.verdict(Given.KEYS)).isInstanceOf(Verdict.Rejected.class);
        for (SigningKey key : Given.BOTH) {
            byte[] signature = key.sign(note.text(), 7).signature().toArray();
            for (int at : List.of(0, 7, 8, 40, signature.length - 1)) {
                byte[] changed = signature.clone();
                changed[at] ^= 1;
                var line =
                        new NoteSignature(key.verifier().name(), key.verifier().id(), Bytes.of(changed));
                assertThat(note.with(List.of(line)).verdict(Given.KEYS)).isInstanceOf(Verdict.Rejected.class);
            }
            var cut = new NoteSignature(key.verifier().name(), key.verifier().id(), Bytes.of(new byte[] {1}));
            assertThat(note.with(List.of(cut)).verdict(Given.KEYS)).isInstanceOf(Verdict.Rejected.class);
        }
    }

    @Test
    void a_note_by_strangers_or_by_one_key_of_two_is_not_believed() {
        var stranger = new SigningKey(Given.ORIGIN, Algorithm.ED25519, Given.seed(3));
        assertThat(CHECKPOINT.signed(List.of(stranger), 7).verdict(Given.KEYS)).isInstanceOf(Verdict.Rejected.class);
        Note half = CHECKPOINT.signed(List.of(Given.ED25519, stranger), 7);
        assertThat(half.verdict(Given.KEYS)).isInstanceOf(Verdict.Verified.class);
        assertThat(half.unanimous(Given.KEYS)).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void every_other_form_of_a_note_is_refused() {
        String text = "text\n\n\u2014 name AAAAAAA=\n";
        assertThat(Note.parse(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("text\n");
        List<String> others = List.of(
                "",
                "\n",
                "text\n",
                "text\n\n",
                text.stripTrailing(),
                text.substring(5),
                text.replace("text", "te\txt"),
                text.replace("\n", "\r\n"),
                text.replace("\u2014 ", "- "),
                text.replace("name ", "na+me "),
                text.replace("name ", "na\u00a0me "),
                text.replace("name ", "na\u0085me "),
                text.replace("name ", " "),
                text.replace("name ", "name  "),
                text.replace("AAAAAAA=", "AAAAAA=="),
                text.replace("AAAAAAA=", "AAAAAAB="),
                text.replace("AAAAAAA=", "AAAAAA"),
                text + "\n",
                text + "more\n",
                "text\n\n" + "\u2014 name AAAAAAA=\n".repeat(101));
        for (String other : others) {
            assertThatExceptionOfType(Malformed.class)
                    .as(other)
                    .isThrownBy(() -> Note.parse(other.getBytes(StandardCharsets.UTF_8)));
        }
        byte[] broken = text.getBytes(StandardCharsets.UTF_8);
        broken[0] = (byte) 0xff;
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Note.parse(broken));
        String most = "text\n\n" + String.join("", Collections.nCopies(100, "\u2014 name AAAAAAA=\n"));
        assertThat(Note.parse(most.getBytes(StandardCharsets.UTF_8)).signatures())
                .hasSize(100);
    }

    @Test
    void a_checkpoint_has_three_lines_and_no_more() {
        String text = CHECKPOINT.text();
        assertThat(Checkpoint.parse(text)).isEqualTo(CHECKPOINT);
        List<String> others = List.of(
                "",
                "\n\n\n",
                text + "extension\n",
                text.stripTrailing(),
                text.replace("\n5\n", "\n05\n"),
                text.replace("\n5\n", "\n-5\n"),
                text.replace("\n5\n", "\n9223372036854775808\n"),
                text.replace("=\n", "\n"),
                "\n5\n" + CHECKPOINT.root().base64() + "\n");
        for (String other : others) {
            assertThatExceptionOfType(Malformed.class).as(other).isThrownBy(() -> Checkpoint.parse(other));
        }
    }

    @Test
    void keys_are_read_and_written_alike_and_the_secret_is_not_printed() {
        for (Algorithm algorithm : Algorithm.values()) {
            var key = new SigningKey("fr.example/entente", algorithm, Given.seed(4));
            assertThat(VerifierKey.parse(key.verifier().toString())).isEqualTo(key.verifier());
            assertThat(SigningKey.parse(key.secretText()).verifier()).isEqualTo(key.verifier());
            String secret = key.secretText().substring(key.secretText().lastIndexOf('+') + 1);
            assertThat(key.toString()).doesNotContain(secret).doesNotContain("0404");
            String wrongId = key.secretText()
                    .replace(HexFormat.of().toHexDigits(key.verifier().id()), "00000000");
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> SigningKey.parse(wrongId))
                    .withMessageNotContaining(secret);
        }
        for (String other : List.of("", "+", "a+b+c", "a+00000000+", "a b+00000000+AQ==", "a+00000000+AQ==")) {
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> VerifierKey.parse(other));
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SigningKey.parse("PRIVATE+KEY+" + other));
        }
    }

    @Test
    void the_key_id_of_the_specification_comes_out() {
        // signed-note.md names quasimodo.example; Go's sumdb/note tests publish this key and its id.
        assertThat(VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
                        .id())
                .isEqualTo(0xc74f20a3);
    }
}
