package entente.record;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// A secret that signs notes under a name: a seed of 32 random bytes from which the key pair follows.
///
/// Neither `toString` nor any exception shows the secret; `secretText` alone does.
public final class SigningKey {
    public static final int SEED = 32;

    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;

    /// @param seed 32 bytes from a cryptographic source of randomness
    public SigningKey(String name, Algorithm algorithm, byte[] seed) {
        if (seed.length != SEED) {
            throw new Malformed("a seed has 32 bytes, was: " + seed.length);
        }
        this.seed = seed.clone();
        this.verifier = new VerifierKey(KeyName.require(name), algorithm, algorithm.publicKey(seed));
    }

    /// Reads what `secretText` wrote, which is also the form of Go's `sumdb/note` and of the tools of C2SP.
    ///
    /// @throws Malformed unless it is such a text; the message shows nothing of it
    public static SigningKey parse(String secret) {
        String[] parts = Text.after(PREFIX, secret).split("\\+", 3);
        if (parts.length < 3) {
            throw new Malformed("a signing key is written PRIVATE+KEY+name+id+seed");
        }
        byte[] typed = Text.base64(parts[2]);
        if (typed.length != 1 + SEED) {
            throw new Malformed("a signing key has a type and 32 bytes");
        }
        var key = new SigningKey(parts[0], Algorithm.withType(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.secretText().equals(secret)) {
            throw new Malformed("the id of the signing key does not follow from its name and seed");
        }
        return key;
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /// Signs the text of a note.
    ///
    /// @param seconds the time since 1970 that a timed signature states; left out of one that is not timed
    /// @throws Malformed when an ML-DSA-44 key is given a text that is not a checkpoint
    public NoteSignature sign(String text, long seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("a signature's time is 0 or more, was: " + seconds);
        }
        Bytes signature = verifier.algorithm().sign(seed, verifier.name(), text, seconds);
        return new NoteSignature(verifier.name(), verifier.id(), signature);
    }

    /// The secret, for the key file and for nothing else.
    public String secretText() {
        byte[] typed = ByteBuffer.allocate(1 + SEED)
                .put(verifier.algorithm().type())
                .put(seed)
                .array();
        String id = HexFormat.of().toHexDigits(verifier.id());
        return PREFIX + verifier.name() + "+" + id + "+" + Text.base64(Bytes.owned(typed));
    }

    @Override
    public String toString() {
        return "the signing key of " + verifier.name();
    }
}
