package entente.node.store;

import entente.record.Batch;
import entente.record.Filing;
import entente.record.Frontier;
import entente.record.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/// The one thread that appends to a log.
///
/// Whatever has been handed in while the last commit went to the disk goes into the next one: no timer, and
/// one wait for the disk for many submissions. A future completes once its entries are durable, with the
/// index of the first.
///
/// When the store fails, nobody knows what is on the disk: the writer stops for good, every waiting future
/// fails, and the log can be read but not written until it is opened anew.
public final class Writer implements AutoCloseable {
    /// The most entries of one submission and of one commit.
    public static final int MOST_ENTRIES = 4_096;

    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_WAITING = 16_384;

    private final Store store;
    private final LinkedBlockingDeque<Submission> waiting = new LinkedBlockingDeque<>(MOST_WAITING);
    private final Thread thread;
    private volatile Frontier frontier;
    private volatile @Nullable Throwable broken;

    /// `more` is what follows the first entries of a long submission, in portions; such a one is committed alone.
    private record Submission(List<Filing> filings, Iterator<List<Filing>> more, CompletableFuture<Long> first) {
        Submission(List<Filing> filings, Iterator<List<Filing>> more) {
            this(List.copyOf(filings), more, new CompletableFuture<>());
        }

        /// The mark of the end, which has no entries.
        private boolean last() {
            return filings.isEmpty();
        }

        private boolean alone() {
            return last() || more.hasNext();
        }

        private int bytes() {
            return filings.stream().mapToInt(Filing::length).sum();
        }
    }

    /// @param frontier of the log as it is stored
    public Writer(Store store, Frontier frontier) {
        this.store = store;
        this.frontier = frontier;
        this.thread = Thread.ofPlatform().name("record writer").daemon().start(this::run);
    }

    /// Hands entries in, to stand next to each other, all or none. May be called from any thread; waits
    /// while 16,384 submissions are waiting.
    ///
    /// The future fails with `IllegalArgumentException` when an entry is about one that is not earlier, and
    /// with `Store.Failure` when the log is no longer written.
    ///
    /// @throws IllegalArgumentException unless there are 1 to 4,096 entries
    public CompletableFuture<Long> append(List<Filing> filings) {
        if (filings.isEmpty() || filings.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("a submission has 1 to 4096 entries, was: " + filings.size());
        }
        return enqueue(new Submission(filings, Collections.emptyIterator()));
    }

    /// Hands any number of entries in, to stand next to each other, all or none, in one commit. They come in portions,
    /// which are asked for one by one while earlier ones are written, from the one thread that writes.
    ///
    /// The future fails as for a few entries.
    ///
    /// @throws java.util.NoSuchElementException when there is no portion
    public CompletableFuture<Long> append(Iterator<List<Filing>> portions) {
        return enqueue(new Submission(portions.next(), portions));
    }

    private CompletableFuture<Long> enqueue(Submission submission) {
        try {
            if (broken == null) {
                waiting.put(submission);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            submission.first.completeExceptionally(Trouble.interrupted());
        }
        // The thread may have stopped between the question and the queue.
        if (broken != null) {
            submission.first.completeExceptionally(stopped());
            failWaiting();
        }
        return submission.first;
    }

    /// The log as far as it is durable.
    public Frontier frontier() {
        return frontier;
    }

    /// Whether the log is still written.
    public boolean writing() {
        return broken == null;
    }

    private void run() {
        try {
            for (var batch = next(); !batch.getLast().last(); batch = next()) {
                commit(batch);
            }
            broken = Trouble.closed();
        } catch (InterruptedException | RuntimeException | Error trouble) {
            broken = trouble;
        }
        failWaiting();
    }

    /// The first that waits, and as many more as fit into one commit. The mark of the end comes alone.
    private List<Submission> next() throws InterruptedException {
        var batch = new ArrayList<Submission>();
        batch.add(waiting.take());
        int entries = batch.getFirst().filings.size();
        int bytes = batch.getFirst().bytes();
        while (!batch.getFirst().alone()) {
            Submission more = waiting.peek();
            if (more == null || more.alone()) {
                break;
            }
            entries += more.filings.size();
            bytes += more.bytes();
            if (entries > MOST_ENTRIES || bytes > MOST_BYTES) {
                break;
            }
            batch.add(waiting.take());
        }
        return batch;
    }

    private void commit(List<Submission> submissions) {
        var accepted = new ArrayList<Submission>();
        var filings = new ArrayList<Filing>();
        long size = frontier.size();
        for (Submission submission : submissions) {
            if (backward(submission, size + filings.size())) {
                accepted.add(submission);
                filings.addAll(submission.filings);
            }
        }
        if (filings.isEmpty()) {
            return;
        }
        try {
            var steps = new Steps(frontier, filings, accepted.getLast().more);
            store.append(steps);
            frontier = steps.frontier;
        } catch (RuntimeException | Error trouble) {
            broken = trouble;
            accepted.forEach(submission -> submission.first.completeExceptionally(stopped()));
            throw trouble;
        }
        long first = size;
        for (Submission submission : accepted) {
            submission.first.complete(first);
            first += submission.filings.size();
        }
    }

    /// Whether every entry that is about another is about an earlier one; otherwise the submission fails.
    private static boolean backward(Submission submission, long first) {
        try {
            requireBackward(submission.filings, first);
            return true;
        } catch (IllegalArgumentException forward) {
            submission.first.completeExceptionally(forward);
            return false;
        }
    }

    private static void requireBackward(List<Filing> filings, long first) {
        for (int i = 0; i < filings.size(); i++) {
            var of = filings.get(i).entry().of();
            if (of.isPresent() && of.getAsLong() >= first + i) {
                throw new IllegalArgumentException(
                        "entry " + (first + i) + " is about entry " + of.getAsLong() + ", which is not earlier");
            }
        }
    }

    /// The batches of one commit, made as the store asks for them.
    private static final class Steps implements Iterator<Batch> {
        private final Iterator<List<Filing>> more;
        private List<Filing> next;
        private Frontier frontier;

        private Steps(Frontier frontier, List<Filing> first, Iterator<List<Filing>> more) {
            this.frontier = frontier;
            this.next = first;
            this.more = more;
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public Batch next() {
            requireBackward(next, frontier.size());
            Batch.Step step = Batch.of(frontier, next);
            frontier = step.frontier();
            next = more.hasNext() ? more.next() : List.of();
            return step.batch();
        }
    }

    private void failWaiting() {
        for (Submission left = waiting.poll(); left != null; left = waiting.poll()) {
            left.first.completeExceptionally(stopped());
        }
    }

    private Store.Failure stopped() {
        Throwable cause = broken;
        return Trouble.stopped(cause == null ? Trouble.closed() : cause);
    }

    /// Commits what waits, then stops. Waits for that without heeding an interruption.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        var _ = enqueue(new Submission(List.of(), Collections.emptyIterator()));
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
