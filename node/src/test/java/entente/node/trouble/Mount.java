package entente.node.trouble;

import entente.testkit.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small file system in memory, where this user may mount one.
final class Mount implements AutoCloseable {
    private final Path place;

    Mount(Path place) {
        this.place = place;
    }

    /// Makes it; false, and said so, where that is not allowed.
    static boolean tmpfs(Path place, String size) throws IOException {
        Files.createDirectories(place);
        boolean mounted = did("mount", "-t", "tmpfs", "-o", "size=" + size, "none", place.toString());
        if (!mounted) {
            Effort.leftOut("a file system of its own", "this user may not mount one");
        }
        return mounted;
    }

    void remount(String option) {
        if (!did("mount", "-o", "remount," + option, place.toString())) {
            throw new AssertionError("cannot mount again with " + option);
        }
    }

    private static boolean did(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException noProgram) {
            return false;
        }
    }

    @Override
    public void close() {
        if (!did("umount", place.toString())) {
            did("umount", "-l", place.toString());
        }
    }
}
