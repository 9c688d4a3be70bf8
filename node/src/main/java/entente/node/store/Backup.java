package entente.node.store;

import entente.record.Audit;
import entente.record.Malformed;
import entente.record.Recovery;
import entente.record.SigningKey;
import entente.record.Store;
import entente.record.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A copy of a log in a folder of its own: `record.db`, `checkpoint`, `public-keys`, and, unless they were left
/// out, the secret `keys`. It is complete or not there, and all of its log was checked.
public final class Backup {
    /// What a folder is called until all of it is written and checked.
    private static final String DRAFT = ".part";

    private final Path folder;
    private final String origin;

    /// @param folder where the copy is, or is to be
    public Backup(Path folder, String origin) {
        this.folder = folder.toAbsolutePath().normalize();
        this.origin = origin;
    }

    /// Whether the secret keys are in it, so that it must be kept like them.
    public boolean holdsKeys() {
        return Files.exists(folder.resolve("keys"));
    }

    /// Copies the log of a node, which may be at work, and checks the copy.
    ///
    /// @return what reading the copy came to; where it is damaged, no copy is left
    /// @throws Store.Failure when the copy is there already, or there is no log, or no room
    public Recovery take(Path data, boolean withKeys, Audit.Reader reader) {
        if (Files.exists(folder)) {
            throw Trouble.targetThere(folder);
        }
        Path draft = folder.resolveSibling(folder.getFileName() + DRAFT);
        try {
            delete(draft);
            Files.createDirectories(folder.getParent());
            Files.createDirectory(
                    draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (LogFolder from = LogFolder.openToRead(data, origin)) {
                from.database().copy(draft.resolve("record.db"));
                String publicKeys = String.join(
                        "\n",
                        from.verifiers().stream().map(VerifierKey::toString).toList());
                Files.writeString(draft.resolve("public-keys"), publicKeys + "\n");
                if (withKeys) {
                    new KeyFile(draft.resolve("keys"), origin).write(from.keys());
                }
            }
            Recovery recovery = check(draft, reader);
            if (recovery instanceof Recovery.Sound) {
                settle(draft);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
                KeyFile.sync(folder.getParent());
            } else {
                delete(draft);
            }
            return recovery;
        } catch (IOException trouble) {
            abandon(draft, trouble);
            throw Trouble.notCopied(folder, trouble);
        } catch (RuntimeException trouble) {
            abandon(draft, trouble);
            throw trouble;
        }
    }

    /// Brings the copy into a new or empty folder, once all of its log has been checked; what must no longer be
    /// there is erased again.
    ///
    /// The keys come last: a record that was brought back by halves has none, and is refused.
    ///
    /// @return what reading it came to; where it is damaged, the folder stays empty
    /// @throws Store.Failure when this is no backup, the folder is not empty, or there is no room
    public Recovery restore(Path data, Audit.Reader reader) {
        if (!Files.exists(folder.resolve("record.db")) || !Files.exists(folder.resolve("public-keys"))) {
            throw Trouble.noBackup(folder);
        }
        Path draft = data.resolve("restored" + DRAFT);
        requireEmpty(data);
        try {
            Files.createDirectories(draft);
            for (String name : List.of("record.db", "public-keys")) {
                Files.copy(folder.resolve(name), draft.resolve(name));
            }
            Optional<List<SigningKey>> keys =
                    holdsKeys() ? Optional.of(new KeyFile(folder.resolve("keys"), origin).read()) : Optional.empty();
            Recovery recovery = check(draft, reader);
            if (recovery instanceof Recovery.Sound) {
                settle(draft);
                Files.move(draft.resolve("record.db"), data.resolve("record.db"), StandardCopyOption.ATOMIC_MOVE);
                KeyFile.sync(data);
                keys.ifPresent(secret -> new KeyFile(data.resolve("keys"), origin).write(secret));
                KeyFile.sync(data.toAbsolutePath().getParent());
            }
            delete(draft);
            return recovery;
        } catch (IOException trouble) {
            abandon(draft, trouble);
            throw Trouble.notCopied(data, trouble);
        } catch (RuntimeException trouble) {
            abandon(draft, trouble);
            throw trouble;
        }
    }

    /// Reads all of the copy, writes its newest checkpoint beside it, and leaves one file of the database.
    private Recovery check(Path draft, Audit.Reader reader) throws IOException {
        List<VerifierKey> keys = publicKeys(draft.resolve("public-keys"));
        try (var database = new Database(draft)) {
            var store = new SqliteStore(database, origin);
            Recovery recovery = Recovery.of(store, origin, keys, reader);
            if (recovery instanceof Recovery.Sound sound) {
                sound.unerased().forEach(store::erase);
                if (store.checkpoint().isPresent()) {
                    Files.write(
                            draft.resolve("checkpoint"),
                            store.checkpoint().get().toArray());
                }
            }
            database.settle();
            return recovery;
        }
    }

    private List<VerifierKey> publicKeys(Path file) throws IOException {
        try {
            return Files.readAllLines(file).stream().map(VerifierKey::parse).toList();
        } catch (Malformed wrong) {
            throw Trouble.keysForeign(origin, file);
        }
    }

    private static void requireEmpty(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> inside = Files.list(data)) {
            if (inside.findAny().isPresent()) {
                throw Trouble.folderNotEmpty(data);
            }
        } catch (IOException trouble) {
            throw Trouble.noFolder(data, trouble);
        }
    }

    private static void settle(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                KeyFile.sync(file);
            }
        }
        KeyFile.sync(folder);
    }

    private static void abandon(Path draft, Exception cause) {
        try {
            delete(draft);
        } catch (IOException also) {
            cause.addSuppressed(also);
        }
    }

    private static void delete(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
