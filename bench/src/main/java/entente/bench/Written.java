package entente.bench;

import entente.agreement.Agreement;
import entente.agreement.Told;
import entente.files.Writing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/// An invented record as files: the facts in JSON Lines, one canonical JSON object a line, and beside them a folder
/// with a file for each agreement.
record Written(Path folder, int agreements, long told, long bytes) {

    /// @throws UncheckedIOException when a file cannot be written
    static Written of(Invented invented, Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.jsonl$", "");
        Path folder = file.resolveSibling(name + "-agreements");
        try {
            Files.createDirectories(folder);
            for (Agreement agreement : invented.agreements()) {
                Files.write(folder.resolve(agreement.id() + ".json"), Writing.bytes(agreement));
            }
            return new Written(folder, invented.agreements().size(), invented.size(), lines(invented, file));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static long lines(Invented invented, Path file) throws IOException {
        long bytes = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (Iterator<Told> told = invented.told().iterator(); told.hasNext(); ) {
                byte[] list = Writing.bytes(told.next());
                // A thing told is a list of one; a line holds what stands in the list.
                out.write(list, 1, list.length - 2);
                out.write('\n');
                bytes += list.length - 2;
            }
        }
        return bytes;
    }
}
