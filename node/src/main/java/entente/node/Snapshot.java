package entente.node;

import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Standings;
import entente.terms.Digest;
import entente.terms.Grown;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What the record says, up to a checkpoint: the register folded from it, and which entry tells what. It never
/// changes; a page is a function of a snapshot and a request.
///
/// `standings` are those of the day, kept ready; null in a snapshot cut at an earlier size. `filed` holds what was
/// told, in the order of the log. `agreements` gives, for each id, the index of the newest
/// entry that tells it. `signed` is when the newest checkpoint was signed; in a snapshot cut at an earlier size, when
/// its last entry was recorded.
public record Snapshot(
        Register register,
        @Nullable Standings standings,
        Grown<Filed> filed,
        SortedMap<String, Long> agreements,
        String origin,
        long size,
        Digest root,
        Instant signed) {

    Snapshot with(Standings ready) {
        return new Snapshot(register, ready, filed, agreements, origin, size, root, signed);
    }

    /// The index of the entry that tells a fact, or null where none does.
    public @Nullable Long entry(String fact) {
        return register.held(fact).map(Held::place).orElse(null);
    }
}
