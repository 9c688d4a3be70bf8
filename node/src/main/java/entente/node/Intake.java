package entente.node;

import entente.agreement.Agreement;
import entente.agreement.Refusal;
import entente.agreement.Told;
import entente.files.Fault;
import entente.files.Mark;
import entente.files.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Files on their way into the record: read all, check all, then take all or nothing.
public final class Intake {
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    private record Place(String file, Mark mark) {}

    /// What came of it.
    public sealed interface Outcome {
        record Taken(int added, int already) implements Outcome {}

        record Refused(List<Fault> faults) implements Outcome {}
    }

    /// Reads files, and of folders every `.yaml` and `.json` file in them, in the order of their names.
    ///
    /// @throws UncheckedIOException when a file cannot be read
    public Intake read(List<Path> paths) {
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> walk = Files.walk(path)) {
                    walk.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".yaml")
                                    || file.toString().endsWith(".yml")
                                    || file.toString().endsWith(".json"))
                            .sorted()
                            .forEach(this::readOne);
                } catch (IOException trouble) {
                    throw new UncheckedIOException(trouble);
                }
            } else {
                readOne(path);
            }
        }
        return this;
    }

    private void readOne(Path file) {
        String name = file.toString();
        try {
            long size = Files.size(file);
            Reading reading = size > Reading.LARGEST_BYTES
                    ? Reading.tooLarge(name, size)
                    : Reading.read(name, Files.readAllBytes(file));
            switch (reading) {
                case Reading.OfAgreement(Agreement agreement, var marks) -> {
                    agreements.add(agreement);
                    marks.forEach((id, mark) -> places.put(id, new Place(name, mark)));
                }
                case Reading.OfFacts(List<Told> some, var marks) -> {
                    told.addAll(some);
                    marks.forEach((id, mark) -> places.put(id, new Place(name, mark)));
                }
                case Reading.Refused(List<Fault> some) -> faults.addAll(some);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// What is wrong with the files by themselves; whether their names are known shows only before a record.
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public int size() {
        return agreements.size() + told.size();
    }

    /// Takes what was read into the record, all of it or, where anything is wrong, nothing.
    public Outcome into(Chronicle chronicle) {
        if (!faults.isEmpty()) {
            return new Outcome.Refused(List.copyOf(faults));
        }
        return switch (chronicle.take(agreements, told)) {
            case Chronicle.Taken.Recorded(int added, int already) -> new Outcome.Taken(added, already);
            case Chronicle.Taken.Refused(List<Refusal> refusals) ->
                new Outcome.Refused(refusals.stream().map(this::fault).toList());
        };
    }

    private Fault fault(Refusal refusal) {
        Place place = places.getOrDefault(refusal.of(), new Place("-", Mark.START));
        return new Fault(place.file(), place.mark(), refusal.rule(), refusal.sentence());
    }
}
