package entente.record;

import java.util.Optional;
import java.util.function.Consumer;

/// One entry with its payload, as they were found, and the checks that need nothing else.
///
/// A payload that does not match its commitment is a fault and is not shown; an entry that does not parse
/// shows nothing.
record Examined(Optional<Entry> entry, Optional<Payload> payload) {
    static Examined of(long index, Bytes bytes, Optional<Payload> payload, Consumer<Fault> faults) {
        Entry entry;
        try {
            entry = Entry.parse(bytes);
        } catch (Malformed wrong) {
            faults.accept(new Fault.InEntry(index, wrong.reason()));
            return new Examined(Optional.empty(), Optional.empty());
        }
        if (entry.of().isPresent() && entry.of().getAsLong() >= index) {
            faults.accept(
                    new Fault.InEntry(index, "it is about entry " + entry.of().getAsLong() + ", which is not earlier"));
        }
        Optional<Payload> matching = payload.filter(found -> found.commitment().equals(entry.commitment()));
        if (matching.isEmpty() && payload.isPresent()) {
            faults.accept(new Fault.InPayload(index, "it is not the payload that the entry commits to"));
        }
        return new Examined(Optional.of(entry), matching);
    }
}
