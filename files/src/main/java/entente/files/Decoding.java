package entente.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// From bytes to text: UTF-8 without a byte order mark, and no character that people cannot see.
final class Decoding {
    private Decoding() {}

    /// The text, of which nothing may be read where this noted a fault.
    static String text(byte[] bytes, Faults faults) {
        String text = decoded(bytes, faults);
        characters(text, faults);
        return text;
    }

    private static String decoded(byte[] bytes, Faults faults) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
            if (!text.startsWith("\uFEFF")) {
                return text;
            }
            rest.rewind();
        } catch (CharacterCodingException wrong) {
            // Falls through to the one sentence for every other encoding.
        }
        String good = new String(bytes, 0, rest.position(), StandardCharsets.UTF_8);
        int wide = good.indexOf('\0');
        wrongEncoding(after(wide < 0 ? good : good.substring(0, wide)), faults);
        return "";
    }

    private static void wrongEncoding(Mark mark, Faults faults) {
        faults.add(
                mark,
                "wrong-encoding",
                "The file is not plain UTF-8. Save it as UTF-8 without a byte order mark.",
                "Le fichier n’est pas en UTF-8 simple. Enregistrez-le en UTF-8 sans indicateur d’ordre des octets.");
    }

    /// Line and column of what follows a text.
    private static Mark after(String text) {
        Walk walk = new Walk();
        text.codePoints().forEach(walk::past);
        return walk.mark();
    }

    private static void characters(String text, Faults faults) {
        Walk walk = new Walk();
        for (int i = 0; i < text.length() && !faults.full(); i = text.offsetByCodePoints(i, 1)) {
            int one = text.codePointAt(i);
            if (one == 0) {
                // Sixteen-bit encodings of Latin letters are full of them; one sentence is enough.
                wrongEncoding(walk.mark(), faults);
                return;
            }
            if (!Characters.allowed(one) && one != '\t' && one != '\r') {
                Values.badCharacter(one, walk.mark(), faults);
            }
            walk.past(one);
        }
    }

    /// A place that moves on, one character at a time.
    private static final class Walk {
        private int line = 1;
        private int column = 1;
        private int before;

        void past(int codePoint) {
            if (codePoint == '\n' && before == '\r') {
                // The second half of a line break.
            } else if (codePoint == '\n' || codePoint == '\r') {
                line++;
                column = 1;
            } else {
                column++;
            }
            before = codePoint;
        }

        Mark mark() {
            return new Mark(line, column);
        }
    }
}
