package entente.record;

import java.nio.ByteBuffer;

/// One signature line of a note: who claims to have signed, with which key, and the signature itself.
public record NoteSignature(String name, int keyId, Bytes signature) {
    private static final String DASH = "\u2014 ";

    public NoteSignature {
        KeyName.require(name);
    }

    /// Reads a line without its newline.
    ///
    /// @throws Malformed unless it is a signature line
    public static NoteSignature parse(String line) {
        String rest = Text.after(DASH, line);
        int space = rest.indexOf(' ');
        if (space < 0) {
            throw new Malformed("a signature line has a name, a space and a signature");
        }
        byte[] blob = Text.base64(rest.substring(space + 1));
        if (blob.length <= Integer.BYTES) {
            throw new Malformed("a signature begins with a key id of four bytes");
        }
        var id = ByteBuffer.wrap(blob);
        int keyId = id.getInt();
        var signature = new byte[id.remaining()];
        id.get(signature);
        return new NoteSignature(rest.substring(0, space), keyId, Bytes.owned(signature));
    }

    /// The line without its newline.
    @Override
    public String toString() {
        byte[] blob = ByteBuffer.allocate(Integer.BYTES + signature.length())
                .putInt(keyId)
                .put(signature.shared())
                .array();
        return DASH + name + " " + Text.base64(Bytes.owned(blob));
    }
}
