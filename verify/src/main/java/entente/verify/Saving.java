package entente.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A site of which every file that is fetched is kept in a folder, under the same name, to be verified again later.
record Saving(Site site, Path folder) implements Site {
    @Override
    public Optional<byte[]> fetch(String name) {
        Optional<byte[]> bytes = site.fetch(name);
        bytes.ifPresent(found -> write(name, found));
        return bytes;
    }

    @Override
    public List<LocalDate> dates() {
        return site.dates();
    }

    private void write(String name, byte[] bytes) {
        Path file = folder.resolve(name);
        try {
            Path parent = file.getParent();
            Files.createDirectories(parent == null ? folder : parent);
            Files.write(file, bytes);
        } catch (IOException trouble) {
            throw new Trouble(
                    name + ": it cannot be saved (" + trouble + ")",
                    name + "\u202F: enregistrement impossible (" + trouble + ")");
        }
    }
}
