package entente.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Which format a file is in: by its first bytes, or by its name for the header of WFDB, which is plain text.
final class Formats {
    private Formats() {}

    /// What reads files.
    interface Work<T> {
        T run() throws IOException;
    }

    /// Trouble with a file, named.
    static <T> T guarded(Path path, Work<T> work) {
        String file = Input.name(path);
        try {
            return work.run();
        } catch (UncheckedIOException | IOException trouble) {
            Throwable cause = trouble instanceof UncheckedIOException && trouble.getCause() != null
                    ? trouble.getCause()
                    : trouble;
            throw switch (cause) {
                case NoSuchFileException missing ->
                    Unusable.of(name(missing.getFile(), file), "there is no such file", "ce fichier n’existe pas");
                case AccessDeniedException denied ->
                    Unusable.of(
                            name(denied.getFile(), file),
                            "it may not be read by you",
                            "vous n’avez pas le droit de le lire");
                case java.io.EOFException _ -> Unusable.cutShort(file);
                default ->
                    Unusable.of(
                            file,
                            "it cannot be read: " + Texts.shown(String.valueOf(cause.getMessage())),
                            "lecture impossible\u202F: " + Texts.shown(String.valueOf(cause.getMessage())));
            };
        }
    }

    private static String name(@org.jspecify.annotations.Nullable String path, String otherwise) {
        return path == null ? otherwise : Input.name(Path.of(path));
    }

    /// The sources of a file, which are not opened yet.
    static List<Source> open(Path path, OptionalDouble stated) {
        return guarded(path, () -> sources(path, stated));
    }

    private static List<Source> sources(Path path, OptionalDouble stated) throws IOException {
        String file = Input.name(path);
        if (Files.isDirectory(path)) {
            throw Unusable.of(
                    file, "it is a folder; name the files in it", "c’est un dossier\u202F; nommez ses fichiers");
        }
        if (file.toLowerCase(Locale.ROOT).endsWith(".hea")) {
            return WfdbFile.of(path);
        }
        byte[] begin;
        boolean packed;
        try (Input input = Input.of(path)) {
            packed = input.packed();
            begin = input.atMost(128);
        }
        String text = new String(begin, StandardCharsets.ISO_8859_1);
        if (begin.length == 0) {
            throw Unusable.of(file, "it is empty", "il est vide");
        }
        if (begin.length > 8 && Arrays.equals(begin, 0, 8, BlockFrames.MAGIC, 0, 8)) {
            return BlockFile.of(path);
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return WavFile.of(path);
        }
        if (text.startsWith("0       ") || text.startsWith("\u00FFBIOSEMI")) {
            return EdfFile.of(path);
        }
        if (text.startsWith("MATLAB 5.0")) {
            return MatlabFile.of(path, stated);
        }
        if (SeedFile.is(begin)) {
            return seed(path, file, packed);
        }
        refuse(file, text);
        return TextFile.of(path, stated);
    }

    private static List<Source> seed(Path path, String file, boolean packed) throws IOException {
        if (packed) {
            throw Unusable.of(
                    file,
                    "miniSEED is not read while it is packed. Unpack it first: gzip -d " + file,
                    "miniSEED n’est pas lu sous forme compressée. Décompressez d’abord\u202F: gzip -d " + file);
        }
        return SeedFile.of(path);
    }

    /// Kinds of file that are known and not read, each with the way to one that is.
    private static void refuse(String file, String text) {
        if (text.startsWith("MATLAB 7") || text.startsWith("\u0089HDF")) {
            throw Unusable.of(
                    file,
                    "MATLAB 7.3 and HDF5 are not read. Save it again in MATLAB with: save(..., '-v7')",
                    "MATLAB 7.3 et HDF5 ne sont pas lus. Enregistrez de nouveau dans MATLAB avec\u202F: save(..., \"-v7\")");
        }
        if (text.startsWith("MS\u0003")) {
            throw Unusable.of(
                    file,
                    "miniSEED 3 is not read. Convert it to miniSEED 2",
                    "miniSEED 3 n’est pas lu. Convertissez-le en miniSEED 2");
        }
        if (text.startsWith("RF64")
                || text.startsWith("RIFX")
                || text.startsWith("fLaC")
                || text.startsWith("PK\u0003")) {
            throw Unusable.of(
                    file,
                    "this kind of file is not read (" + text.substring(0, 4).strip() + "). Save it as WAV or CSV",
                    "cette sorte de fichier n’est pas lue ("
                            + text.substring(0, 4).strip() + "). Enregistrez en WAV ou en CSV");
        }
    }
}
