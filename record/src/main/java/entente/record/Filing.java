package entente.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An entry about to be appended, with its payload, or without it where it is held elsewhere.
public final class Filing {
    private final Entry entry;
    private final @Nullable Payload payload;

    private Filing(Entry entry, @Nullable Payload payload) {
        this.entry = entry;
        this.payload = payload;
    }

    /// @throws IllegalArgumentException when the entry does not commit to the payload
    public static Filing of(Entry entry, Payload payload) {
        if (!payload.commitment().equals(entry.commitment())) {
            throw new IllegalArgumentException("the entry commits to another payload");
        }
        return new Filing(entry, payload);
    }

    public static Filing withheld(Entry entry) {
        return new Filing(entry, null);
    }

    public Entry entry() {
        return entry;
    }

    public Optional<Payload> payload() {
        return Optional.ofNullable(payload);
    }

    /// How much room it takes, in bytes.
    public int length() {
        return entry.bytes().length()
                + payload().map(own -> own.content().length()).orElse(0);
    }
}
