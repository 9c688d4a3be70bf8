package entente.node.store;

import entente.record.Audit;
import entente.record.Recovery;
import entente.record.SigningKey;
import entente.record.Store;
import entente.record.VerifierKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The folder of a node, held by one process at a time: `record.db`, `keys`, and `lock`.
public final class LogFolder implements AutoCloseable {
    private final @Nullable FileChannel lock;
    private final Database database;
    private final SqliteStore store;
    private final List<SigningKey> keys;
    private final String origin;

    private LogFolder(
            @Nullable FileChannel lock, Database database, SqliteStore store, List<SigningKey> keys, String origin) {
        this.lock = lock;
        this.database = database;
        this.store = store;
        this.keys = keys;
        this.origin = origin;
    }

    /// Opens the folder, or makes it with an empty log and new keys.
    ///
    /// @param origin the log that this node writes
    /// @throws Store.Failure when another process holds the folder, or database or keys cannot be used
    public static LogFolder open(Path folder, String origin, SecureRandom random) {
        FileChannel lock = lock(folder);
        @Nullable Database database = null;
        try {
            database = new Database(folder);
            requireOwn(folder, database, origin);
            var store = new SqliteStore(database, origin);
            var file = new KeyFile(folder.resolve("keys"), origin);
            boolean begun = file.exists() || begun(store);
            return new LogFolder(lock, database, store, begun ? file.read() : file.make(random), origin);
        } catch (RuntimeException trouble) {
            release(database, trouble);
            release(lock, trouble);
            throw trouble;
        }
    }

    /// Opens a folder only to read it, also while a node is at work in it.
    ///
    /// @throws Store.Failure when there is no record in the folder, or database or keys cannot be used
    public static LogFolder openToRead(Path folder, String origin) {
        if (!Files.exists(folder.resolve("record.db"))) {
            throw Trouble.noRecord(folder.toAbsolutePath());
        }
        var database = new Database(folder);
        try {
            requireOwn(folder, database, origin);
            List<SigningKey> keys = new KeyFile(folder.resolve("keys"), origin).read();
            return new LogFolder(null, database, new SqliteStore(database, origin), keys, origin);
        } catch (RuntimeException trouble) {
            release(database, trouble);
            throw trouble;
        }
    }

    /// A database that holds logs, and not this one, was not made here, or its name for this one is damaged. To begin
    /// an
    /// empty log in it would hide what is there.
    private static void requireOwn(Path folder, Database database, String origin) {
        Collection<String> origins = database.read(SqliteStore::logs).values();
        if (!origins.isEmpty() && !origins.contains(origin)) {
            throw Trouble.otherLog(
                    folder.resolve("record.db").toAbsolutePath(),
                    origin,
                    origins.iterator().next());
        }
    }

    /// A log whose head cannot even be read has begun.
    private static boolean begun(Store store) {
        try {
            return store.head().size() > 0 || store.checkpoint().isPresent();
        } catch (Store.Damage _) {
            return true;
        }
    }

    private static FileChannel lock(Path folder) {
        Path file = folder.resolve("lock");
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw Trouble.held(file.toAbsolutePath());
            }
            return channel;
        } catch (IOException trouble) {
            throw Trouble.noFolder(folder.toAbsolutePath(), trouble);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void release(@Nullable AutoCloseable held, RuntimeException cause) {
        try (held) {
            return;
        } catch (Exception also) {
            cause.addSuppressed(also);
        }
    }

    public Store store() {
        return store;
    }

    /// The database, for the logs of others that this node keeps too.
    public Database database() {
        return database;
    }

    /// The secret keys, Ed25519 first.
    public List<SigningKey> keys() {
        return keys;
    }

    public List<VerifierKey> verifiers() {
        return keys.stream().map(SigningKey::verifier).toList();
    }

    /// Reads the whole log and checks all of it; payloads that must no longer be there are erased again.
    ///
    /// @param reader is given every entry, in order
    public Recovery recover(Audit.Reader reader) {
        Recovery recovery = Recovery.of(store, origin, verifiers(), reader);
        if (recovery instanceof Recovery.Sound sound) {
            sound.unerased().forEach(store::erase);
        }
        return recovery;
    }

    @Override
    public void close() {
        try (lock) {
            database.close();
        } catch (IOException trouble) {
            throw Trouble.lockNotReleased(trouble);
        }
    }
}
