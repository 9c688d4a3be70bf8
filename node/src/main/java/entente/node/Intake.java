package entente.node;

import entente.agreement.Agreement;
import entente.agreement.Refusal;
import entente.agreement.Register;
import entente.agreement.Told;
import entente.files.Fault;
import entente.files.Mark;
import entente.files.Reading;
import entente.files.Sharing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Files on their way into a record: read all, check all, then take all or nothing.
///
/// It holds what is new and no file, but for one that is read whole because it is not JSON Lines.
public final class Intake {
    private static final int MOST_FAULTS = Register.MOST_REFUSALS - 1;
    private static final List<String> FORMS = List.of(".yaml", ".yml", ".json", ".jsonl");

    private final Chronicle chronicle;
    private final Register register;
    private final LongConsumer read;
    private final LongConsumer recorded;
    private final Sharing sharing = new Sharing();
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int already;

    private record Place(String file, Mark mark) {}

    /// What came of it.
    public sealed interface Outcome {
        record Taken(int added, int already) implements Outcome {}

        /// With the first hundred faults.
        record Refused(List<Fault> faults) implements Outcome {}
    }

    private Intake(Chronicle chronicle, LongConsumer read, LongConsumer recorded) {
        this.chronicle = chronicle;
        this.register = chronicle.snapshot().register();
        this.read = read;
        this.recorded = recorded;
    }

    /// Takes files, and of folders every `.yaml`, `.json` and `.jsonl` file in them, in the order of their names.
    ///
    /// @throws UncheckedIOException when a file cannot be read
    /// @throws entente.record.Store.Failure when the record can no longer be written
    public static Outcome take(List<Path> paths, Chronicle chronicle) {
        return take(paths, chronicle, _ -> {}, _ -> {});
    }

    /// The same; `read` is told now and then how many things have been read, `recorded` how many written.
    public static Outcome take(List<Path> paths, Chronicle chronicle, LongConsumer read, LongConsumer recorded) {
        return new Intake(chronicle, read, recorded).take(paths);
    }

    private Outcome take(List<Path> paths) {
        each(paths, this::hold);
        if (!faults.isEmpty()) {
            return refused();
        }
        return switch (chronicle.take(agreements, told, recorded)) {
            case Chronicle.Taken.Recorded(int added, int repeated) -> new Outcome.Taken(added, already + repeated);
            case Chronicle.Taken.Refused(List<Refusal> refusals) -> {
                Map<String, Place> places = places(paths, refusals);
                refusals.forEach(refusal -> faults.add(fault(refusal, places)));
                yield refused();
            }
        };
    }

    private Outcome refused() {
        if (faults.size() > MOST_FAULTS) {
            Fault last = faults.get(MOST_FAULTS - 1);
            faults.subList(MOST_FAULTS, faults.size()).clear();
            faults.add(Fault.more(last.file(), last.mark()));
        }
        return new Outcome.Refused(List.copyOf(faults));
    }

    /// Holds what is new, and answers whether to read on.
    private boolean hold(String file, Reading reading) {
        switch (reading) {
            case Reading.OfAgreement(Agreement agreement, var _) -> agreements.add(agreement);
            case Reading.OfFacts(List<Told> some, var _) -> some.forEach(this::hold);
            case Reading.Refused(List<Fault> some) -> faults.addAll(some);
        }
        read.accept(agreements.size() + told.size() + already);
        return faults.size() <= MOST_FAULTS;
    }

    private void hold(Told one) {
        if (register.already(one)) {
            already++;
        } else if (faults.isEmpty()) {
            told.add(one);
        }
    }

    /// Reads on as long as the answer is that it should.
    private interface Holder {
        boolean hold(String file, Reading reading);
    }

    private void each(List<Path> paths, Holder holder) {
        try {
            for (Path path : paths) {
                for (Path file : files(path)) {
                    if (!one(file, holder)) {
                        return;
                    }
                }
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> FORMS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private boolean one(Path file, Holder holder) throws IOException {
        String name = file.toString();
        if (name.endsWith(".jsonl")) {
            return lines(file, reading -> holder.hold(name, reading));
        }
        long size = Files.size(file);
        Reading reading = size > Reading.LARGEST_BYTES
                ? Reading.tooLarge(name, size)
                : sharing.reading(Reading.read(name, Files.readAllBytes(file)));
        return holder.hold(name, reading);
    }

    private boolean lines(Path file, Predicate<Reading> holder) throws IOException {
        String name = file.toString();
        try (Lines lines = new Lines(file)) {
            for (var portion = lines.next(); !portion.isEmpty(); portion = lines.next()) {
                List<Reading> readings = portion.parallelStream()
                        .map(line -> sharing.reading(Reading.line(name, line.number(), line.bytes())))
                        .toList();
                for (Reading reading : readings) {
                    if (!holder.test(reading)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// Where what is refused stands: the files are read once more, since they seldom need to be.
    private Map<String, Place> places(List<Path> paths, List<Refusal> refusals) {
        Set<String> wanted = new HashSet<>();
        refusals.forEach(refusal -> wanted.add(refusal.of()));
        Map<String, Place> places = new HashMap<>();
        each(paths, (file, reading) -> {
            Map<String, Mark> marks = switch (reading) {
                case Reading.OfAgreement(var _, var own) -> own;
                case Reading.OfFacts(var _, var own) -> own;
                case Reading.Refused _ -> Map.of();
            };
            marks.forEach((name, mark) -> {
                if (wanted.contains(name)) {
                    places.put(name, new Place(file, mark));
                }
            });
            return true;
        });
        return places;
    }

    private static Fault fault(Refusal refusal, Map<String, Place> places) {
        Place place = places.getOrDefault(refusal.of(), new Place("-", Mark.START));
        return new Fault(place.file(), place.mark(), refusal.rule(), refusal.sentence());
    }
}
