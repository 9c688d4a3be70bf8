package entente.record;

import java.util.List;
import java.util.Optional;

/// What came of reading a stored log from its first entry: all that is needed to go on, or what is damaged.
public sealed interface Recovery {
    /// Entries, payloads, tiles, head and newest checkpoint agree. `unerased` are entries whose payloads
    /// are stored although a later entry says that they were erased, as after a restore from backup: erase
    /// them before anything is served.
    record Sound(Frontier frontier, Optional<Checkpoint> checkpoint, List<Long> unerased) implements Recovery {
        public Sound {
            unerased = List.copyOf(unerased);
        }
    }

    /// These are not what was written. Where an entry is damaged, what follows its bundle was not read.
    record Damaged(List<Fault> faults) implements Recovery {
        public Damaged {
            faults = List.copyOf(faults);
        }
    }

    /// Reads the log.
    ///
    /// @param keys the keys of the log, each of which must have signed its newest checkpoint
    /// @param reader is given every entry in order, once it has been checked
    static Recovery of(Store store, String origin, List<VerifierKey> keys, Audit.Reader reader) {
        return new Reading(store, origin, keys, reader).read();
    }
}
