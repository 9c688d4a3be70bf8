package entente.node.lane;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Somebody who watches a lane. What they do not fetch in time is not kept for them: they are dropped, and their page
/// asks anew.
public final class Listener implements AutoCloseable {
    /// About ten seconds of events.
    static final int MOST_WAITING = 64;

    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Lane lane;
    private volatile boolean dropped;

    Listener(Lane lane) {
        this.lane = lane;
    }

    /// @return whether they are still listening
    boolean tell(Event event) {
        if (!dropped && !waiting.offer(event)) {
            drop();
        }
        return !dropped;
    }

    void drop() {
        dropped = true;
        waiting.clear();
    }

    /// The next event, waiting for it; empty once they were dropped.
    public Optional<Event> next() throws InterruptedException {
        while (!dropped) {
            Event event = waiting.poll(1, TimeUnit.SECONDS);
            if (event != null) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /// How many events wait to be fetched.
    int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {
        drop();
        lane.leave(this);
    }
}
