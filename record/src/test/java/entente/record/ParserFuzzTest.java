package entente.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import entente.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Function;

/// Whatever bytes arrive, a parser answers or throws `Malformed`, and what it accepts it writes back byte
/// for byte.
///
/// Every build runs the kept inputs; `JAZZER_FUZZ=1 mvn test -Dtest=ParserFuzzTest#note` hunts for new
/// ones.
class ParserFuzzTest {
    private static void check(byte[] input, Function<byte[], byte[]> readAndWrite) {
        byte[] written;
        try {
            written = readAndWrite.apply(input.clone());
        } catch (Malformed refused) {
            return;
        }
        assertThat(written).isEqualTo(input);
    }

    private static byte[] utf8(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @FuzzTest
    void note(byte[] input) {
        check(input, bytes -> Note.parse(bytes).bytes());
    }

    @FuzzTest
    void checkpoint(byte[] input) {
        check(input, bytes -> utf8(Checkpoint.parse(Text.utf8(bytes)).text()));
    }

    @FuzzTest
    void path(byte[] input) {
        check(input, bytes -> utf8(LogPath.parse(Text.utf8(bytes))));
    }

    @FuzzTest
    void entry(byte[] input) {
        check(input, bytes -> Entry.parse(Bytes.of(bytes)).bytes().toArray());
    }

    @FuzzTest
    void entryBundle(byte[] input) {
        check(input, bytes -> EntryBundle.parse(3, bytes).bytes());
    }

    @FuzzTest
    void payloadBundle(byte[] input) {
        check(input, bytes -> PayloadBundle.parse(3, bytes).bytes());
    }

    @FuzzTest
    void tile(byte[] input) {
        int width = Math.clamp(input.length / 32, 1, Tile.WIDTH);
        check(input, bytes -> Tile.parse(new LogPath.OfTile(0, 0, width), bytes).bytes());
    }

    /// The first byte gives the index and the second the size; what follows is the hashes of a proof, the first of them
    /// the root. No chance proof holds.
    @FuzzTest
    void proof(byte[] input) {
        if (input.length < 2) {
            return;
        }
        var hashes = new ArrayList<Digest>();
        for (int at = 2; at + 32 <= input.length; at += 32) {
            hashes.add(Digest.of(Arrays.copyOfRange(input, at, at + 32)));
        }
        if (hashes.isEmpty()) {
            return;
        }
        Digest root = hashes.removeFirst();
        long index = input[0] & 255;
        long size = input[1] & 255;
        assertThat(Proof.included(Tree.leaf(Bytes.of(input)), index, size, hashes, root))
                .isFalse();
    }

    @FuzzTest
    void receipt(byte[] input) {
        check(input, bytes -> Receipt.parse(bytes).bytes());
    }

    @FuzzTest
    void verifierKey(byte[] input) {
        check(input, bytes -> utf8(VerifierKey.parse(Text.utf8(bytes))));
    }

    @FuzzTest
    void signingKey(byte[] input) {
        check(input, bytes -> utf8(SigningKey.parse(Text.utf8(bytes)).secretText()));
    }

    @FuzzTest
    void policy(byte[] input) {
        try {
            Policy.parse(input);
        } catch (Malformed refused) {
            assertThat(refused.reason()).isNotBlank();
        }
    }
}
