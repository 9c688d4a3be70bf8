package entente.node.lane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The lanes that are watched from here.
public final class Lanes implements AutoCloseable {
    public static final Lanes NONE = new Lanes(List.of());

    private final List<Watched> lanes;
    private final Runnable line;

    /// A lane, and what keeps it going.
    interface Watched extends AutoCloseable {
        Lane lane();

        /// Somebody looks at it.
        void wake();

        @Override
        void close();
    }

    Lanes(List<Watched> lanes) {
        this(lanes, () -> {});
    }

    private Lanes(List<Watched> lanes, Runnable line) {
        this.lanes = List.copyOf(lanes);
        this.line = line;
    }

    /// In the order in which they were named.
    public List<Lane> all() {
        return lanes.stream().map(Watched::lane).toList();
    }

    /// Whether any of them has sensors, and is no demonstration.
    public boolean live() {
        return lanes.stream().anyMatch(one -> !one.lane().demonstration());
    }

    public Optional<Lane> lane(String name) {
        return watched(name).map(Watched::lane);
    }

    private Optional<Watched> watched(String name) {
        return lanes.stream().filter(one -> one.lane().name().equals(name)).findFirst();
    }

    /// What a lane shows now; empty where there is none of that name.
    public Optional<Moment> moment(String name) {
        return watched(name).map(one -> {
            one.wake();
            return one.lane().moment();
        });
    }

    /// Begins to watch a lane; empty where there is none of that name, or too many watch it.
    public Optional<Listener> listen(String name) {
        return watched(name).flatMap(one -> {
            Optional<Listener> listener = one.lane().listen();
            one.wake();
            return listener;
        });
    }

    /// The demonstration alone: nothing of it is begun until somebody looks.
    public static Lanes demonstration(Clock clock) {
        return new Lanes(List.of(new Demonstration(new Ticks(clock, System::nanoTime))));
    }

    /// Lanes with sensors, at once.
    ///
    /// @param folder where what they learn is kept, and what is not on the record yet
    /// @param names of lanes, each fit for an address
    /// @throws UncheckedIOException where the folder cannot be made
    public static Lanes live(Path folder, List<String> names, URI broker, Clock clock, Diary.Teller teller) {
        try {
            Files.createDirectories(folder);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        Ticks ticks = new Ticks(clock, System::nanoTime);
        List<LiveLane> lanes = names.stream()
                .map(name -> new LiveLane(name, folder, ticks, teller))
                .toList();
        Broker line = new Broker(broker, lanes);
        lanes.forEach(LiveLane::start);
        line.start();
        return new Lanes(List.copyOf(lanes), line::close);
    }

    /// Whether an address is one of a broker that can be asked.
    public static boolean isBroker(URI address) {
        return Broker.fits(address);
    }

    @Override
    public void close() {
        line.run();
        lanes.forEach(Watched::close);
        lanes.forEach(one -> one.lane().close());
    }
}
