package entente.node.web;

import entente.node.Snapshot;
import entente.terms.Digest;
import entente.terms.Language;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Pages that were drawn, kept for the next reader who asks for the same: a page is a function of the record and the
/// request, so it need not be drawn twice. What was asked for longest ago is given up first.
///
/// Any number of threads may use it. It holds at most [#MOST_BYTES].
final class Shelf {
    static final long MOST_BYTES = 32L << 20;

    private final Map<Key, Reply> replies = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /// All that a page depends on: what was asked for, by whom as far as it matters, and the record and day it is
    /// drawn from.
    record Key(
            String path,
            Map<String, String> query,
            Language preferred,
            boolean json,
            String origin,
            long size,
            Digest root,
            LocalDate today) {
        static Key of(Request request, Snapshot snapshot, LocalDate today) {
            return new Key(
                    request.path(),
                    Map.copyOf(request.query()),
                    request.preferred(),
                    request.wantsJson(),
                    request.origin(),
                    snapshot.size(),
                    snapshot.root(),
                    today);
        }
    }

    synchronized Optional<Reply> find(Key key) {
        return Optional.ofNullable(replies.get(key));
    }

    /// Keeps a page that was found; troubles are not kept.
    synchronized void keep(Key key, Reply reply) {
        if (reply.status() != 200 || reply.body().length > MOST_BYTES / 8) {
            return;
        }
        Reply before = replies.put(key, reply);
        bytes += reply.body().length - (before == null ? 0 : before.body().length);
        for (Iterator<Reply> oldest = replies.values().iterator(); bytes > MOST_BYTES && oldest.hasNext(); ) {
            bytes -= oldest.next().body().length;
            oldest.remove();
        }
    }

    synchronized long bytes() {
        return bytes;
    }
}
