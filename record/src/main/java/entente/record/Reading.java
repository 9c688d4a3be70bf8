package entente.record;

import entente.terms.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One reading of one log.
final class Reading {
    private final Store store;
    private final Audit.Reader reader;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Long> erased = new ArrayList<>();
    private final Optional<Checkpoint> checkpoint;
    private Frontier frontier = Frontier.EMPTY;

    Reading(Store store, String origin, List<VerifierKey> keys, Audit.Reader reader) {
        this.store = store;
        this.reader = reader;
        this.checkpoint = store.checkpoint().flatMap(bytes -> checkpoint(bytes, origin, keys));
    }

    private Optional<Checkpoint> checkpoint(Bytes bytes, String origin, List<VerifierKey> keys) {
        try {
            Note note = Note.parse(bytes.toArray());
            Checkpoint found = Checkpoint.parse(note.text());
            if (note.unanimous(keys) instanceof Verdict.Rejected(String reason)) {
                faults.add(new Fault.InCheckpoint(reason));
            } else if (found.origin().equals(origin)) {
                return Optional.of(found);
            } else {
                faults.add(new Fault.InCheckpoint("it is of another log: " + found.origin()));
            }
        } catch (Malformed wrong) {
            faults.add(new Fault.InCheckpoint(wrong.reason()));
        }
        return Optional.empty();
    }

    Recovery read() {
        try {
            Head head = store.head();
            if (Ahead.each(LogPath.entries(head.size()).iterator(), Bundle::new, this::take)) {
                conclude(head);
            }
        } catch (Store.Damage damage) {
            faults.add(damage.fault());
        }
        return faults.isEmpty() ? new Recovery.Sound(frontier, checkpoint, unerased()) : new Recovery.Damaged(faults);
    }

    private void conclude(Head head) {
        if (!head.equals(frontier.head())) {
            faults.add(new Fault.InHead("its root is not the root over the stored entries"));
        }
        if (checkpoint.isPresent() && checkpoint.get().size() > head.size()) {
            faults.add(new Fault.InCheckpoint("it signs more entries than are stored"));
        }
    }

    /// Takes the next bundle; false where its entries could not be read.
    private boolean take(Bundle bundle) {
        faults.addAll(bundle.faults);
        erased.addAll(bundle.erased);
        bundle.told.forEach(Runnable::run);
        if (bundle.leaves.size() < bundle.path.width()) {
            return false;
        }
        signed(bundle.leaves);
        var growth = frontier.grown(bundle.leaves);
        growth.filled().forEach(this::compare);
        frontier = growth.frontier();
        return true;
    }

    /// Compares the root at the size of the checkpoint, which may lie within these leaves.
    private void signed(List<Digest> leaves) {
        checkpoint.ifPresent(claimed -> {
            long within = claimed.size() - frontier.size();
            if (within > 0 && within <= leaves.size()) {
                var then = frontier.grown(leaves.subList(0, (int) within)).frontier();
                if (!then.root().equals(claimed.root())) {
                    faults.add(new Fault.InCheckpoint("its root is not the root over the stored entries"));
                }
            }
        });
    }

    private void compare(Tile expected) {
        try {
            Optional<Tile> found = store.tile(expected.level(), expected.index());
            if (!found.equals(Optional.of(expected))) {
                String reason = found.isEmpty() ? "it is missing" : "it is not what the entries imply";
                faults.add(new Fault.In(expected.path(), reason));
            }
        } catch (Store.Damage damage) {
            faults.add(damage.fault());
        }
    }

    private List<Long> unerased() {
        return erased.stream()
                .filter(index -> store.payloads(index, 1).getFirst().isPresent())
                .toList();
    }

    /// Up to 256 neighbouring entries as they are stored, and all that can be said of them without the others.
    private final class Bundle {
        private final LogPath.OfEntries path;
        private final List<Fault> faults = new ArrayList<>();
        private final List<Long> erased = new ArrayList<>();
        private final List<Runnable> told = new ArrayList<>();
        private final List<Digest> leaves;

        Bundle(LogPath.OfEntries path) {
            this.path = path;
            long first = path.index() * Tile.WIDTH;
            List<Bytes> entries = entries(first, path.width());
            List<Optional<Payload>> payloads = payloads(first, entries.size());
            for (int i = 0; i < entries.size(); i++) {
                examine(first + i, entries.get(i), payloads.get(i));
            }
            leaves = entries.stream().map(Tree::leaf).toList();
        }

        private void examine(long index, Bytes bytes, Optional<Payload> payload) {
            Examined examined = Examined.of(index, bytes, payload, faults::add);
            examined.entry().ifPresent(entry -> {
                if (entry.kind() instanceof Entry.Kind.Erased(long of)) {
                    erased.add(of);
                }
                told.add(reader.read(index, entry, examined.payload()));
            });
        }

        private List<Bytes> entries(long first, int count) {
            var entries = new ArrayList<Bytes>();
            try {
                entries.addAll(store.entries(first, count));
            } catch (Store.Damage _) {
                entries.addAll(store.entries(first, goodAtFirst(first, count)));
                return entries;
            }
            if (entries.size() < count) {
                faults.add(new Fault.InEntry(first + entries.size(), "it is missing"));
            }
            return entries;
        }

        /// Names every damaged entry of a bundle, and says how many good ones come first.
        private int goodAtFirst(long first, int count) {
            int good = count;
            for (int i = count - 1; i >= 0; i--) {
                try {
                    store.entries(first + i, 1);
                } catch (Store.Damage damage) {
                    faults.add(damage.fault());
                    good = i;
                }
            }
            return good;
        }

        private List<Optional<Payload>> payloads(long first, int count) {
            try {
                return store.payloads(first, count);
            } catch (Store.Damage _) {
                var payloads = new ArrayList<Optional<Payload>>();
                for (int i = 0; i < count; i++) {
                    payloads.add(payload(first + i));
                }
                return payloads;
            }
        }

        private Optional<Payload> payload(long index) {
            try {
                return store.payloads(index, 1).getFirst();
            } catch (Store.Damage damage) {
                faults.add(damage.fault());
                return Optional.empty();
            }
        }
    }
}
