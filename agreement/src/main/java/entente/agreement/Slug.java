package entente.agreement;

/// The form of every id that may stand in an address: 1 to 64 lower-case letters, digits and hyphens, no hyphen
/// first.
public final class Slug {
    private static final int LONGEST = 64;

    private Slug() {}

    public static boolean fits(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (!(one >= 'a' && one <= 'z' || one >= '0' && one <= '9' || one == '-')) {
                return false;
            }
        }
        return true;
    }

    static String check(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException(
                    "an id has 1 to 64 lower-case letters, digits and hyphens, was: [" + text + "]");
        }
        return text;
    }
}
