package entente.node.web;

import entente.node.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the finder of a record behind its readers: when one is first asked for, and again when the record has grown.
/// On a large record that takes longer than a reader should wait.
///
/// Any number of threads may use it. It makes one finder at a time and keeps the newest.
final class Indexing {
    private final Function<Snapshot, Finder> make;
    private final Duration patience;
    private @Nullable Finder newest;
    private @Nullable CompletableFuture<Finder> making;

    /// `patience` is how long one reader waits.
    Indexing(Function<Snapshot, Finder> make, Duration patience) {
        this.make = make;
        this.patience = patience;
    }

    /// The finder of this record; where it is not made in time, that of an earlier one; empty where there is none yet.
    ///
    /// @throws RuntimeException as `make` threw it
    Optional<Finder> finder(Snapshot snapshot) {
        CompletableFuture<Finder> asked = asked(snapshot);
        try {
            asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return kept();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return kept();
        } catch (java.util.concurrent.ExecutionException wrong) {
            throw new CompletionException(wrong.getCause());
        }
        return kept();
    }

    private synchronized Optional<Finder> kept() {
        return Optional.ofNullable(newest);
    }

    private synchronized CompletableFuture<Finder> asked(Snapshot snapshot) {
        Finder have = newest;
        if (have != null && have.snapshot().root().equals(snapshot.root())) {
            return CompletableFuture.completedFuture(have);
        }
        CompletableFuture<Finder> under = making;
        if (under == null) {
            under = new CompletableFuture<>();
            making = under;
            CompletableFuture<Finder> made = under;
            Thread.ofPlatform().daemon().name("search index").start(() -> make(snapshot, made));
        }
        return under;
    }

    private void make(Snapshot snapshot, CompletableFuture<Finder> made) {
        try {
            Finder finder = make.apply(snapshot);
            synchronized (this) {
                newest = finder;
                making = null;
            }
            made.complete(finder);
        } catch (RuntimeException | Error wrong) {
            synchronized (this) {
                making = null;
            }
            made.completeExceptionally(wrong);
        }
    }
}
