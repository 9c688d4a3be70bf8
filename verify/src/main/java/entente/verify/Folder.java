package entente.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Published files in a folder, as somebody downloaded them.
record Folder(Path folder) implements Site {
    private static final Pattern LIST = Pattern.compile("agreements@(\\d{4}-\\d{2}-\\d{2})\\.json");

    @Override
    public Optional<byte[]> fetch(String name) {
        Path file = folder.resolve(name);
        // A pipe or a device would never end; neither is a download.
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Site.tooLarge(name);
            }
            return Optional.of(bytes);
        } catch (IOException trouble) {
            throw new Trouble(
                    name + ": it cannot be read (" + trouble + ")",
                    name + "\u202F: lecture impossible (" + trouble + ")");
        }
    }

    @Override
    public List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> LIST.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .forEach(name -> day(name.group(1)).ifPresent(dates::add));
        } catch (IOException trouble) {
            throw new Trouble(
                    folder + ": it cannot be read (" + trouble + ")",
                    folder + "\u202F: lecture impossible (" + trouble + ")");
        }
        return dates;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
