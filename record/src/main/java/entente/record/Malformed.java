package entente.record;

/// Bytes from outside that do not have the form they should have. The message says what is wrong, in one
/// sentence.
///
/// This is the only exception that the parsers of this package throw, whatever they are given.
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String reason;

    public Malformed(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
