package entente.record;

import entente.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// A public key that signs notes under a name. Its text form is a C2SP vkey: `name+id+base64(type and
/// key)`.
public record VerifierKey(String name, Algorithm algorithm, Bytes key) {
    public VerifierKey {
        KeyName.require(name);
        if (key.length() != algorithm.keyLength()) {
            throw new Malformed(
                    "a key of type " + algorithm + " has " + algorithm.keyLength() + " bytes, was: " + key.length());
        }
    }

    /// @throws Malformed unless the text is a vkey of a known type whose id follows from the rest
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length < 3) {
            throw new Malformed("a verifier key is written name+id+key");
        }
        byte[] typed = Text.base64(parts[2]);
        if (typed.length == 0) {
            throw new Malformed("a verifier key has a type");
        }
        var key = new VerifierKey(
                parts[0], Algorithm.withType(typed[0]), Bytes.owned(Arrays.copyOfRange(typed, 1, typed.length)));
        if (!key.toString().equals(vkey)) {
            throw new Malformed("the id of the verifier key does not follow from its name and key");
        }
        return key;
    }

    /// The first four bytes of SHA-256 over name, newline, type and key.
    public int id() {
        byte[] prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Digest.sha256(prefix, typed()).bytes()).getInt();
    }

    /// Whether the signature stands in a note under the name and id of this key.
    boolean claims(NoteSignature signature) {
        return signature.keyId() == id() && signature.name().equals(name);
    }

    boolean verifies(String text, NoteSignature signature) {
        return claims(signature) && algorithm.verifies(key, name, text, signature.signature());
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Text.base64(Bytes.owned(typed()));
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + key.length())
                .put(algorithm.type())
                .put(key.shared())
                .array();
    }
}
