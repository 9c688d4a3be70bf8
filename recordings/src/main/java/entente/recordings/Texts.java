package entente.recordings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Text from files, which may hold anything.
final class Texts {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\uFFFD]+");
    private static final int LONGEST = 60;

    private Texts() {}

    static String latin(ByteBuffer from, int at, int length) {
        byte[] bytes = new byte[length];
        from.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// At most 60 characters of a text, without those that cannot be seen.
    static String shown(String text) {
        String plain = UNSEEN.matcher(text).replaceAll("\u00B7");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "\u2026";
    }
}
