package entente.node.lane;

import entente.screening.History;
import entente.screening.Screening;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a lane has learned from vehicles in which somebody looked and found nobody: each such stop until there are
/// enough of them for a [History], then that.
///
/// It is kept in two files of the lane, `NAME.empty` and `NAME.history`. Where the first of them is taken away with the
/// second, the lane begins to learn anew.
final class Lessons {
    private final Path stops;
    private final Path history;

    Lessons(String lane, Path folder) {
        stops = folder.resolve(lane + ".empty");
        history = folder.resolve(lane + ".history");
    }

    /// @throws IllegalArgumentException where the file is not a history of this version
    History history() {
        try {
            return Files.exists(history) ? History.read(Files.readAllBytes(history)) : History.none();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// How many stops it rests on, or would.
    int learned() {
        return read().size();
    }

    /// Adds a stop. The answer is a history once there are enough of them, and each time one more makes it better.
    ///
    /// @throws IllegalArgumentException where the stop is of other sensors than the ones before it
    Optional<History> learn(Screening.Empty empty) {
        List<Screening.Empty> all = read();
        all.add(empty);
        Optional<History> made = all.size() < History.LEAST_STOPS ? Optional.empty() : Optional.of(History.of(all));
        try {
            Files.write(
                    stops,
                    bytes(empty),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
            if (made.isPresent()) {
                Path next = history.resolveSibling(history.getFileName() + ".next");
                Files.write(next, made.get().bytes());
                Files.move(next, history, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return made;
    }

    private static byte[] bytes(Screening.Empty empty) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(empty.chassis());
        out.writeInt(empty.references());
        out.writeInt(empty.looks().size());
        out.writeInt(empty.looks().getFirst().length);
        for (float[] look : empty.looks()) {
            for (float value : look) {
                out.writeFloat(value);
            }
        }
        return bytes.toByteArray();
    }

    private List<Screening.Empty> read() {
        List<Screening.Empty> all = new ArrayList<>();
        if (!Files.exists(stops)) {
            return all;
        }
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(stops)))) {
            while (true) {
                all.add(one(in));
            }
        } catch (EOFException end) {
            // What was being written when the machine stopped is no lesson.
            return all;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static Screening.Empty one(DataInputStream in) throws IOException {
        int chassis = in.readInt();
        int references = in.readInt();
        int count = in.readInt();
        int traits = in.readInt();
        if (count < 1 || count > 1_000 || traits < 1 || traits > 1_000) {
            throw new IOException("a file of empty stops says it has " + count + " looks of " + traits + " traits");
        }
        List<float[]> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] look = new float[traits];
            for (int j = 0; j < traits; j++) {
                look[j] = in.readFloat();
            }
            looks.add(look);
        }
        return new Screening.Empty(chassis, references, looks);
    }
}
