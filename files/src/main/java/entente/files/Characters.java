package entente.files;

/// Which characters a file may hold: those that people can see, and line breaks.
final class Characters {
    private static final int SHOWN = 60;

    private Characters() {}

    /// Neither a control character, nor half a surrogate pair, nor one that turns the direction of writing around
    /// and so shows a reader another order than the bytes have.
    static boolean allowed(int codePoint) {
        return codePoint == '\n'
                || within(codePoint, ' ', '~')
                || !(Character.isISOControl(codePoint)
                        || within(codePoint, 0x2028, 0x202E)
                        || within(codePoint, 0x2066, 0x2069)
                        || within(codePoint, 0xD800, 0xDFFF)
                        || within(codePoint, 0xFFFE, 0xFFFF)
                        || codePoint == 0xFEFF);
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    /// The first character that may not stand in a text of one line or several; -1 where there is none.
    static int firstBad(String text, boolean severalLines) {
        int at = 0;
        while (at < text.length()) {
            int one = text.codePointAt(at);
            if (!allowed(one) || one == '\n' && !severalLines) {
                return one;
            }
            at += Character.charCount(one);
        }
        return -1;
    }

    /// Nothing that can be seen stands in it.
    static boolean blank(String text) {
        int at = 0;
        while (at < text.length()) {
            int one = text.codePointAt(at);
            if (!Character.isWhitespace(one) && !Character.isSpaceChar(one)) {
                return false;
            }
            at += Character.charCount(one);
        }
        return true;
    }

    /// A word from a file as it may stand in a message: short, on one line, nothing hidden in it.
    static String shown(String text) {
        StringBuilder clean = new StringBuilder("[");
        text.codePoints()
                .limit(SHOWN)
                .map(one -> allowed(one) && one != '\n' ? one : ' ')
                .forEach(clean::appendCodePoint);
        return clean.append(text.codePoints().skip(SHOWN).findAny().isPresent() ? "…]" : "]")
                .toString();
    }
}
