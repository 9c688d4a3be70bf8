package entente.record;

import static org.assertj.core.api.Assertions.assertThat;

import entente.terms.Digest;
import entente.testkit.Trials;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Good inputs with a few bytes changed, cut, doubled or swapped: near misses that chance alone would not
/// find.
class ParserMutationTest {
    private static final int MUTATIONS = 20_000;
    private static final Note NOTE = new Checkpoint(Given.ORIGIN, 2, Digest.sha256()).signed(List.of(Given.ED25519), 7);

    private static void check(byte[] good, UnaryOperator<byte[]> readAndWrite) {
        assertThat(readAndWrite.apply(good)).isEqualTo(good);
        Trials.check(MUTATIONS, random -> {
            byte[] mutant = mutated(good, random);
            try {
                assertThat(Arrays.equals(readAndWrite.apply(mutant.clone()), mutant))
                        .isTrue();
            } catch (Malformed refused) {
                assertThat(refused.reason().isBlank()).isFalse();
            }
        });
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] mutant = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutant.length);
            mutant = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(mutant, at + 1);
                case 1 ->
                    joined(
                            Arrays.copyOf(mutant, at),
                            Arrays.copyOfRange(mutant, random.nextInt(at + 1), mutant.length));
                case 2 ->
                    joined(
                            Arrays.copyOf(mutant, at + 1),
                            Arrays.copyOfRange(mutant, Math.min(mutant.length, at + 2), mutant.length));
                default -> changed(mutant, at, random);
            };
            if (mutant.length == 0) {
                return good;
            }
        }
        return mutant;
    }

    private static byte[] changed(byte[] bytes, int at, Random random) {
        byte[] tokens = Given.ascii("\n +/=09AZ\u0000x.:-");
        bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : tokens[random.nextInt(tokens.length)];
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] whole = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }

    private static byte[] utf8(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void notes() {
        check(NOTE.bytes(), bytes -> Note.parse(bytes).bytes());
    }

    @Test
    void checkpoints() {
        check(
                utf8(NOTE.text()),
                bytes -> utf8(Checkpoint.parse(Text.utf8(bytes)).text()));
    }

    @Test
    void paths() {
        check(utf8("tile/12/x001/x234/067.p/25"), bytes -> utf8(LogPath.parse(Text.utf8(bytes))));
    }

    @Test
    void entries() {
        Entry entry = Given.entry(new Entry.Kind.Correct(12), Audience.JOINT, Given.payload("paid"));
        check(
                entry.bytes().toArray(),
                bytes -> Entry.parse(Bytes.of(bytes)).bytes().toArray());
    }

    @Test
    void entry_bundles() {
        var bundle = new EntryBundle(List.of(Bytes.utf8("one"), Bytes.NONE, Bytes.utf8("three")));
        check(bundle.bytes(), bytes -> EntryBundle.parse(3, bytes).bytes());
    }

    @Test
    void payload_bundles() {
        var bundle = new PayloadBundle(List.of(Optional.of(Given.payload("a")), Optional.empty(), Optional.empty()));
        check(bundle.bytes(), bytes -> PayloadBundle.parse(3, bytes).bytes());
    }

    @Test
    void receipts() {
        var receipt = new Receipt(Bytes.utf8("extra"), 1, List.of(Digest.sha256()), NOTE);
        check(receipt.bytes(), bytes -> Receipt.parse(bytes).bytes());
    }

    @Test
    void verifier_keys() {
        check(utf8(Given.ED25519.verifier()), bytes -> utf8(VerifierKey.parse(Text.utf8(bytes))));
    }
}
