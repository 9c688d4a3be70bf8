package entente.terms;

import java.util.Arrays;
import java.util.Optional;

/// One of the two governments. Its code is the short form used in files and addresses.
public enum Party {
    UNITED_KINGDOM("UK", new Words("United Kingdom", "Royaume-Uni")),
    FRANCE("FR", new Words("France", "France"));

    private final String code;
    private final Words title;

    Party(String code, Words title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public Words title() {
        return title;
    }

    public Party other() {
        return this == UNITED_KINGDOM ? FRANCE : UNITED_KINGDOM;
    }

    public static Optional<Party> withCode(String code) {
        return Arrays.stream(values()).filter(party -> party.code.equals(code)).findFirst();
    }
}
