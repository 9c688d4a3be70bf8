package entente.record;

import entente.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The small grammar that the text formats share: strict UTF-8, canonical base64, decimals without leading
/// zeros.
final class Text {
    private Text() {}

    /// @throws Malformed unless the bytes are well-formed UTF-8
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new Malformed("the text is not well-formed UTF-8");
        }
    }

    /// Standard base64 (RFC 4648, section 4) with padding and zero trailing bits, so that each value has
    /// one text.
    static byte[] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException wrong) {
            throw new Malformed("the text is not base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Malformed("the base64 is not in its canonical form");
        }
        return bytes;
    }

    static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.shared());
    }

    static Digest digest(String text) {
        byte[] bytes = base64(text);
        if (bytes.length != Digest.BYTES) {
            throw new Malformed("a hash has 32 bytes, was: " + bytes.length);
        }
        return Digest.of(bytes);
    }

    /// A decimal from 0 to 2^63 - 1 without sign or leading zeros.
    static long decimal(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new Malformed("a number is written in decimal digits without leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new Malformed("a number is at most 2^63 - 1");
        }
    }

    /// What follows the prefix.
    ///
    /// @throws Malformed when the line begins otherwise
    static String after(String prefix, String line) {
        if (!line.startsWith(prefix)) {
            throw new Malformed("the line must begin with [" + prefix + "]");
        }
        return line.substring(prefix.length());
    }
}
