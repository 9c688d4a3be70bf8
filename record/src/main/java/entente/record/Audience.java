package entente.record;

import java.util.Arrays;
import java.util.Locale;

/// Who may have the payload of an entry. The entry itself goes to everybody.
public enum Audience {
    PUBLIC,
    JOINT,
    NATIONAL;

    /// The word in the text of an entry: `public`, `joint`, `national`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a reader of this standing may have what is meant for the given audience.
    public boolean mayRead(Audience audience) {
        return audience.compareTo(this) <= 0;
    }

    static Audience withCode(String code) {
        return Arrays.stream(values())
                .filter(audience -> audience.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Malformed("an audience is public, joint or national"));
    }
}
