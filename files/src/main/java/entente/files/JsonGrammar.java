package entente.files;

import entente.files.Tree.Entry;
import entente.files.Tree.Mapping;
import entente.files.Tree.Plain;
import entente.files.Tree.Scalar;
import entente.files.Tree.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// From JSON to the very tree that [Grammar] makes of it, marks and all, in a small part of the time: what the record
/// stores is JSON, and there is much of it.
///
/// It takes JSON (RFC 8259) that is a list or a group, with spaces and line feeds between its parts. It is never
/// wrong, but it may give up: whatever is broken, rare or past a limit is left to [Grammar], which knows
/// what to say of it.
final class JsonGrammar {
    /// Longer keys are not known anywhere, and YAML ends to take them for keys at 1024 characters.
    private static final int LONGEST_KEY = 64;

    /// Of the bytes of one character that has several, the others are less than this, and no byte of ASCII is.
    private static final byte FIRST_OF_SEVERAL = (byte) 0xC0;

    private static final byte DELETE = 0x7F;

    private static final List<String> WORDS = List.of("true", "false", "null");

    /// This is for [Grammar] to read.
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super("given up", null, false, false);
        }
    }

    private final byte[] bytes;
    private final Faults faults;
    private int at;
    private int line = 1;
    /// The place of the byte that would be in column 1 if every character of this line had one byte.
    private int margin;

    private int values;

    private JsonGrammar(byte[] bytes, Faults faults) {
        this.bytes = bytes;
        this.faults = faults;
    }

    /// The tree, or nothing where this is for [Grammar] to read: then nothing is kept of what was handed over.
    ///
    /// The items of a list at the top are handed over one by one, as [Grammar] does.
    static Optional<Tree> tree(byte[] bytes, Faults faults, Consumer<Tree> items) {
        try {
            return Optional.of(new JsonGrammar(bytes, faults).document(items));
        } catch (GivenUp _) {
            return Optional.empty();
        }
    }

    private Tree document(Consumer<Tree> items) {
        Tree tree = next() == '[' ? top(items) : mapping(0);
        space();
        if (at < bytes.length) {
            throw new GivenUp();
        }
        return tree;
    }

    private Tree top(Consumer<Tree> items) {
        Mark mark = mark();
        for (boolean more = open('[', ']'); more; more = more(']')) {
            values = 0;
            items.accept(node(1));
        }
        return new Sequence(List.of(), mark);
    }

    private Tree node(int depth) {
        values++;
        if (depth > Grammar.DEEPEST || values > Grammar.MOST_VALUES || faults.full()) {
            throw new GivenUp();
        }
        return switch (next()) {
            case '{' -> mapping(depth);
            case '[' -> sequence(depth);
            case '"' -> {
                Mark mark = mark();
                yield new Scalar(text(), Plain.NO, mark);
            }
            default -> {
                Mark mark = mark();
                yield new Scalar(word(), Plain.YES, mark);
            }
        };
    }

    private Tree sequence(int depth) {
        Mark mark = mark();
        List<Tree> items = new ArrayList<>();
        for (boolean more = open('[', ']'); more; more = more(']')) {
            items.add(node(depth + 1));
        }
        return new Sequence(items, mark);
    }

    private Tree mapping(int depth) {
        Mark mark = mark();
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (boolean more = open('{', '}'); more; more = more('}')) {
            space();
            Mark keyMark = mark();
            String key = text();
            values++;
            // YAML knows a key by the colon on its own line.
            while (peek() == ' ') {
                at++;
            }
            take(':');
            Entry entry = new Entry(keyMark, node(depth + 1));
            if (key.length() > LONGEST_KEY
                    || entries.putIfAbsent(key, entry) != null
                    || entries.size() > Grammar.MOST_KEYS) {
                throw new GivenUp();
            }
        }
        return new Mapping(entries, mark);
    }

    /// Enters a list or group; whether anything stands in it.
    private boolean open(char begin, char end) {
        take(begin);
        boolean empty = next() == end;
        at += empty ? 1 : 0;
        return !empty;
    }

    /// Whether another part follows, and not the end; goes past the comma, or the end.
    private boolean more(char end) {
        byte next = next();
        at++;
        if (next != ',' && next != end) {
            throw new GivenUp();
        }
        return next == ',';
    }

    /// A number, a truth value or null, as it is written.
    private String word() {
        int start = at;
        for (String word : WORDS) {
            if (word.charAt(0) == bytes[at]) {
                word.chars().forEach(one -> take((char) one));
                return word;
            }
        }
        at += bytes[at] == '-' ? 1 : 0;
        digits();
        if (at < bytes.length && bytes[at] == '.') {
            at++;
            digits();
        }
        return ascii(start);
    }

    private void digits() {
        int start = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw new GivenUp();
        }
    }

    private String text() {
        take('"');
        String text = unescaped();
        if (peek() == '\\') {
            StringBuilder whole = new StringBuilder(text);
            while (peek() == '\\') {
                whole.append(escaped()).append(unescaped());
            }
            text = whole.toString();
        }
        take('"');
        return text;
    }

    /// What stands before the next quotation mark or backslash.
    private String unescaped() {
        int start = at;
        int all = 0;
        int trailing = 0;
        int end = at;
        for (; end < bytes.length && bytes[end] != '"' && bytes[end] != '\\'; end++) {
            byte one = bytes[end];
            if (one >= 0 && one < ' ' || one == DELETE) {
                throw new GivenUp();
            }
            all |= one;
            trailing += one < FIRST_OF_SEVERAL ? 1 : 0;
        }
        at = end;
        if (all >= 0) {
            return ascii(start);
        }
        margin += trailing;
        String text = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            // Bytes that are no UTF-8 become U+FFFD, and only those do, or a U+FFFD.
            if (one == '\uFFFD' || !Characters.allowed(one) && !Character.isSurrogate(one)) {
                throw new GivenUp();
            }
        }
        return text;
    }

    private String ascii(int start) {
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private char escaped() {
        take('\\');
        byte letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(peek(), 16);
                    if (digit < 0) {
                        throw new GivenUp();
                    }
                    unit = unit << 4 | digit;
                    at++;
                }
                yield (char) unit;
            }
            default -> throw new GivenUp();
        };
    }

    private Mark mark() {
        return new Mark(line, at - margin + 1);
    }

    /// The next byte that is not between the parts.
    private byte next() {
        space();
        return peek();
    }

    private byte peek() {
        if (at == bytes.length) {
            throw new GivenUp();
        }
        return bytes[at];
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw new GivenUp();
        }
        at++;
    }

    private void space() {
        for (; at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n'); at++) {
            if (bytes[at] == '\n') {
                line++;
                margin = at + 1;
            }
        }
    }
}
