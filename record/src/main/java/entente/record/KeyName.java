package entente.record;

/// The rule for names of keys (C2SP signed-note): not empty, no space of any script, no plus, no control
/// character.
final class KeyName {
    private KeyName() {}

    static String require(String name) {
        boolean bad = name.codePoints()
                .anyMatch(c ->
                        c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c) || Character.isISOControl(c));
        if (name.isEmpty() || bad) {
            throw new Malformed("a key's name is not empty and has neither spaces nor plus signs");
        }
        return name;
    }
}
