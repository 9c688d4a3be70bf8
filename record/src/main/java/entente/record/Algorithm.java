package entente.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The kinds of signature that a note may carry, each by the byte that C2SP assigns to it.
///
/// Both engines are Bouncy Castle's: its Ed25519 is twenty times as fast as the platform's, and its ML-DSA
/// makes a key from a 32-byte seed, which the platform's does not. Every signature is deterministic.
public enum Algorithm {
    /// Ed25519 over the text of the note (C2SP signed-note).
    ED25519(0x01, Ed25519.PUBLIC_KEY_SIZE, Ed25519.SIGNATURE_SIZE),
    /// Ed25519 over a time and the text (C2SP tlog-cosignature).
    COSIGNATURE(0x04, Ed25519.PUBLIC_KEY_SIZE, Long.BYTES + Ed25519.SIGNATURE_SIZE),
    /// ML-DSA-44 (FIPS 204) over name, time, origin, size and root of a checkpoint (C2SP tlog-cosignature).
    ML_DSA_44(0x06, 1312, Long.BYTES + 2420);

    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private final byte type;
    private final int keyLength;
    private final int signatureLength;

    Algorithm(int type, int keyLength, int signatureLength) {
        this.type = (byte) type;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
    }

    static Algorithm withType(byte type) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.type == type)
                .findFirst()
                .orElseThrow(() -> new Malformed("a key is of type 1, 4 or 6, was: " + (type & 0xff)));
    }

    byte type() {
        return type;
    }

    int keyLength() {
        return keyLength;
    }

    private boolean timed() {
        return this != ED25519;
    }

    Bytes publicKey(byte[] seed) {
        return switch (this) {
            case ED25519, COSIGNATURE -> {
                var key = new byte[Ed25519.PUBLIC_KEY_SIZE];
                Ed25519.generatePublicKey(seed, 0, key, 0);
                yield Bytes.owned(key);
            }
            case ML_DSA_44 ->
                Bytes.owned(expanded(seed).getPublicKeyParameters().getEncoded());
        };
    }

    /// The signature as it stands in a note after the key id: where it is timed, with the time before it.
    Bytes sign(byte[] seed, String name, String text, long seconds) {
        byte[] message = message(name, text, seconds);
        byte[] signature = switch (this) {
            case ED25519, COSIGNATURE -> {
                var made = new byte[Ed25519.SIGNATURE_SIZE];
                Ed25519.sign(seed, 0, message, 0, message.length, made, 0);
                yield made;
            }
            case ML_DSA_44 -> signMlDsa(seed, message);
        };
        var whole = ByteBuffer.allocate(signatureLength);
        if (timed()) {
            whole.putLong(seconds);
        }
        return Bytes.owned(whole.put(signature).array());
    }

    boolean verifies(Bytes publicKey, String name, String text, Bytes signature) {
        if (signature.length() != signatureLength || seconds(signature) < 0) {
            return false;
        }
        byte[] message;
        try {
            message = message(name, text, seconds(signature));
        } catch (Malformed notACheckpoint) {
            return false;
        }
        byte[] bare = Arrays.copyOfRange(signature.shared(), timed() ? Long.BYTES : 0, signatureLength);
        return switch (this) {
            case ED25519, COSIGNATURE -> Ed25519.verify(bare, 0, publicKey.shared(), 0, message, 0, message.length);
            case ML_DSA_44 -> verifyMlDsa(publicKey, message, bare);
        };
    }

    /// The time within a signature that has a time, in seconds since 1970; 0 in one that has none.
    long seconds(Bytes signature) {
        return timed() ? ByteBuffer.wrap(signature.shared()).getLong() : 0;
    }

    private byte[] message(String name, String text, long seconds) {
        return switch (this) {
            case ED25519 -> text.getBytes(StandardCharsets.UTF_8);
            case COSIGNATURE -> ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case ML_DSA_44 -> subtreeMessage(name, Checkpoint.parse(text), seconds);
        };
    }

    private static byte[] subtreeMessage(String name, Checkpoint checkpoint, long seconds) {
        byte[] cosigner = shortText(name);
        byte[] origin = shortText(checkpoint.origin());
        return ByteBuffer.allocate(SUBTREE.length + 2 + cosigner.length + origin.length + 3 * Long.BYTES + 32)
                .put(SUBTREE)
                .put((byte) cosigner.length)
                .put(cosigner)
                .putLong(seconds)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().bytes())
                .array();
    }

    private static byte[] shortText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) {
            throw new Malformed("a name signed with ML-DSA-44 has at most 255 bytes, was: " + bytes.length);
        }
        return bytes;
    }

    private static MLDSAPrivateKeyParameters expanded(byte[] seed) {
        return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
    }

    private static byte[] signMlDsa(byte[] seed, byte[] message) {
        var signer = new MLDSASigner();
        signer.init(true, expanded(seed));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException unexpected) {
            throw new IllegalStateException("ML-DSA-44 signs every message", unexpected);
        }
    }

    private static boolean verifyMlDsa(Bytes publicKey, byte[] message, byte[] signature) {
        var verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, publicKey.shared()));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}
