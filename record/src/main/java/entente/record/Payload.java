package entente.record;

import entente.terms.Digest;
import java.nio.charset.StandardCharsets;

/// What an entry says, kept beside the log so that it can be erased, and the salt that hides it behind its
/// commitment.
///
/// The salt is 32 random bytes, drawn anew for each payload. Printing a payload shows neither.
public record Payload(Bytes salt, Bytes content) {
    public static final int SALT = 32;

    /// The most bytes that a payload may have: 1 MiB. A larger document goes in by its hash and address.
    public static final int LONGEST = 1 << 20;

    private static final byte[] DOMAIN = "entente/payload/v1\n".getBytes(StandardCharsets.US_ASCII);

    public Payload {
        if (salt.length() != SALT) {
            throw new Malformed("a salt has 32 bytes, was: " + salt.length());
        }
        if (content.length() > LONGEST) {
            throw new Malformed("a payload has at most 1048576 bytes, was: " + content.length());
        }
    }

    /// The hash that the entry carries: it binds the entry to this payload and says nothing of it.
    public Digest commitment() {
        return Digest.sha256(DOMAIN, salt.shared(), content.shared());
    }
}
