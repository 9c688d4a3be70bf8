package entente.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// How often a test repeats itself: a few times in every build, many times where `-Dlong=true` asks for it.
public final class Effort {
    private static final boolean LONG = Boolean.getBoolean("long");

    private Effort() {}

    public static int times(int few, int many) {
        return LONG ? many : few;
    }

    /// Whether the longer run was asked for.
    public static boolean longer() {
        return LONG;
    }

    /// Notes what was done, for the end of the longer run: a line in `target/counts` of the module.
    public static void done(String what, long count) {
        try {
            Path counts = Path.of("target", "counts");
            Files.createDirectories(Path.of("target"));
            Files.writeString(counts, count + " " + what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// Says on standard error why something was not tested here.
    public static void leftOut(String what, String why) {
        System.err.println("LEFT OUT: " + what + ": " + why);
    }
}
