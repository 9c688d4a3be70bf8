package entente.agreement;

import java.util.regex.Pattern;

/// The form of every id that may stand in an address: 1 to 64 lower-case letters, digits and hyphens, no hyphen
/// first.
public final class Slug {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private Slug() {}

    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    static String check(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException(
                    "an id has 1 to 64 lower-case letters, digits and hyphens, was: [" + text + "]");
        }
        return text;
    }
}
