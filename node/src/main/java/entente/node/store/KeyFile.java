package entente.node.store;

import entente.record.Algorithm;
import entente.record.Malformed;
import entente.record.SigningKey;
import entente.record.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The file with the two secret keys of a log, Ed25519 and ML-DSA-44, one line each.
///
/// It is made once, readable by its owner alone, and never made again: a log that has entries but no keys
/// was robbed or restored by halves. No message shows any of its content.
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Path file;
    private final String origin;

    KeyFile(Path file, String origin) {
        this.file = file;
        this.origin = origin;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// @throws Store.Failure when the file is missing, may be read by others, or is not two keys of this
    ///     log
    List<SigningKey> read() {
        try {
            if (!exists()) {
                throw Trouble.keysMissing(file);
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw Trouble.keysOpen(file);
            }
            List<SigningKey> keys =
                    Files.readAllLines(file).stream().map(SigningKey::parse).toList();
            boolean ours = keys.stream().allMatch(key -> key.verifier().name().equals(origin));
            if (!ours || !algorithms(keys).equals(List.of(Algorithm.ED25519, Algorithm.ML_DSA_44))) {
                throw Trouble.keysForeign(origin, file);
            }
            return keys;
        } catch (IOException | Malformed trouble) {
            throw Trouble.keysUnreadable(file, trouble);
        }
    }

    private static List<Algorithm> algorithms(List<SigningKey> keys) {
        return keys.stream().map(key -> key.verifier().algorithm()).toList();
    }

    /// Makes two new keys and writes them durably before anything can be signed with them.
    List<SigningKey> make(SecureRandom random) {
        List<SigningKey> keys = List.of(key(Algorithm.ED25519, random), key(Algorithm.ML_DSA_44, random));
        write(keys);
        return keys;
    }

    /// Writes the keys durably, for the owner alone: all of the file, or none of it.
    void write(List<SigningKey> keys) {
        String text = keys.getFirst().secretText() + "\n" + keys.getLast().secretText() + "\n";
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(draft, text);
            sync(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.toAbsolutePath().getParent());
        } catch (IOException trouble) {
            throw Trouble.keysUnwritable(file, trouble);
        }
    }

    private SigningKey key(Algorithm algorithm, SecureRandom random) {
        var seed = new byte[SigningKey.SEED];
        random.nextBytes(seed);
        return new SigningKey(origin, algorithm, seed);
    }

    /// Has a file, or the names in a folder, on the disk when it returns.
    static void sync(@Nullable Path path) throws IOException {
        if (path != null) {
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
