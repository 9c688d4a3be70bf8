package entente.record;

import entente.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// One entry of a log: a small public text that commits to a payload.
///
/// Its bytes are the text form of `docs/spec/record.md`, section 2. Each entry has exactly one form, and
/// nothing else parses. `recorded` is the node's clock, in UTC and whole seconds: evidence, never an order.
/// `media` is the media type of the payload, in lower case, without parameters.
public record Entry(Kind kind, Audience audience, Instant recorded, String media, Digest commitment) {
    /// The most bytes that an entry of a log may have.
    public static final int LONGEST = 65_535;

    private static final String FORMAT = "entente/entry/v1";
    private static final int TIME_LENGTH = 20;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Pattern MEDIA =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}");

    /// What an entry does. Nothing updates: a correction or a retraction is an entry of its own that names
    /// the earlier.
    public sealed interface Kind {
        /// Says something.
        record Assert() implements Kind {
            @Override
            public String toString() {
                return "assert";
            }
        }

        /// Says it instead of an earlier entry.
        record Correct(long of) implements Kind {
            public Correct {
                requireIndex(of);
            }

            @Override
            public String toString() {
                return "correct";
            }
        }

        /// Takes an earlier entry back; the payload says why.
        record Retract(long of) implements Kind {
            public Retract {
                requireIndex(of);
            }

            @Override
            public String toString() {
                return "retract";
            }
        }

        /// States that the payload and salt of an earlier entry have been deleted.
        record Erased(long of) implements Kind {
            public Erased {
                requireIndex(of);
            }

            @Override
            public String toString() {
                return "erased";
            }
        }

        private static void requireIndex(long of) {
            if (of < 0) {
                throw new Malformed("an entry's index is 0 or more, was: " + of);
            }
        }
    }

    public Entry {
        if (!MEDIA.matcher(media).matches()) {
            throw new Malformed("a media type is written as application/json is");
        }
        if (!recorded.equals(recorded.truncatedTo(ChronoUnit.SECONDS))
                || recorded.isBefore(EARLIEST)
                || recorded.isAfter(LATEST)) {
            throw new Malformed("a time is in whole seconds of the years 1970 to 9999");
        }
    }

    /// The index of the earlier entry that this one is about.
    public OptionalLong of() {
        return switch (kind) {
            case Kind.Assert() -> OptionalLong.empty();
            case Kind.Correct(long of) -> OptionalLong.of(of);
            case Kind.Retract(long of) -> OptionalLong.of(of);
            case Kind.Erased(long of) -> OptionalLong.of(of);
        };
    }

    public Bytes bytes() {
        return Bytes.utf8(text());
    }

    private String text() {
        var text = new StringBuilder()
                .append(FORMAT)
                .append("\nkind ")
                .append(kind)
                .append("\naudience ")
                .append(audience.code())
                .append("\nrecorded ")
                .append(recorded)
                .append("\nmedia ")
                .append(media);
        of().ifPresent(of -> text.append("\nof ").append(of));
        return text.append("\ncommitment ")
                .append(commitment.base64())
                .append('\n')
                .toString();
    }

    /// Reads an entry.
    ///
    /// @throws Malformed for everything but the exact bytes of an entry
    public static Entry parse(Bytes bytes) {
        if (bytes.length() > LONGEST) {
            throw new Malformed("an entry has at most 65535 bytes, was: " + bytes.length());
        }
        Entry entry =
                parse(new String(bytes.shared(), StandardCharsets.UTF_8).lines().iterator());
        if (!entry.bytes().equals(bytes)) {
            throw new Malformed("the entry is not in its canonical form");
        }
        return entry;
    }

    private static Entry parse(Iterator<String> lines) {
        if (!next(lines).equals(FORMAT)) {
            throw new Malformed("an entry begins with " + FORMAT);
        }
        String kind = Text.after("kind ", next(lines));
        Audience audience = Audience.withCode(Text.after("audience ", next(lines)));
        Instant recorded = time(Text.after("recorded ", next(lines)));
        String media = Text.after("media ", next(lines));
        Kind what = switch (kind) {
            case "assert" -> new Kind.Assert();
            case "correct" -> new Kind.Correct(of(lines));
            case "retract" -> new Kind.Retract(of(lines));
            case "erased" -> new Kind.Erased(of(lines));
            default -> throw new Malformed("a kind is assert, correct, retract or erased");
        };
        return new Entry(what, audience, recorded, media, Text.digest(Text.after("commitment ", next(lines))));
    }

    private static long of(Iterator<String> lines) {
        return Text.decimal(Text.after("of ", next(lines)));
    }

    private static String next(Iterator<String> lines) {
        if (!lines.hasNext()) {
            throw new Malformed("the entry ends too early");
        }
        return lines.next();
    }

    /// By hand: a general reader of dates takes longer than all else that is done with an entry.
    private static Instant time(String text) {
        try {
            if (text.length() == TIME_LENGTH && text.endsWith("Z")) {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19))
                        .toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException | NumberFormatException wrong) {
            // Falls through to the one sentence for all of them.
        }
        throw new Malformed("a time is written as 2026-11-22T23:00:00Z is");
    }

    /// What stands between the numbers is compared when the whole entry is, with its canonical form.
    private static int number(String text, int from, int until) {
        return Integer.parseInt(text, from, until, 10);
    }
}
