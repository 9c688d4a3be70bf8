package entente.recordings;

import entente.recordings.Roles.Role;
import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Reading;
import entente.screening.Sensor;
import entente.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.SequencedMap;

/// A recording of one lane, read from one file or from several that were made together, about a second at a time.
///
/// The files may be WAV, tables of text (CSV), MATLAB of level 5, EDF, EDF+ and BDF, WFDB, miniSEED 2, or of this
/// project's own format; what packs by gzip and is read from its beginning may be packed. What the files do not say of
/// their channels is [Stated]. Several files are one array where their rates and their times agree: it begins where the
/// last of them begins and ends where the first ends. Samples that are missing in all files are a gap between two
/// blocks, those that are missing in some are NaN.
///
/// Every fault of a file is an [Unusable], also one that is found on the way; so is trouble with the disk.
public final class Recording implements AutoCloseable {
    /// Clocks of two files may part by so many samples.
    private static final double MOST_DRIFT_SAMPLES = 2;

    private static final double SAME_RATE = 1e-3;

    private final List<Source> sources;
    private final Array array;
    private final List<Sensor> slow;
    private final List<Feed> feeds;
    private final PriorityQueue<Reading> readings = new PriorityQueue<>(Comparator.comparing(Reading::at));
    private final List<Words> remarks = new ArrayList<>();
    private final long bytes;
    private long next;
    private long followed;
    private long expectedNanos;
    private boolean begun;
    private boolean given;

    private Recording(List<Path> files, Stated stated) throws IOException {
        long total = 0;
        List<Source> found = new ArrayList<>();
        for (Path file : files) {
            found.addAll(Formats.open(file, stated.rateHz()));
            total += Files.size(file);
        }
        bytes = total;
        sources = List.copyOf(found);
        List<Role> roles = Roles.of(sources, stated);
        List<Role> fast = roles.stream().filter(role -> !slow(role.sensor())).toList();
        slow = roles.stream().map(Role::sensor).filter(Recording::slow).toList();
        array = array(fast, stated);
        feeds = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            int source = i;
            List<Role> own =
                    roles.stream().filter(role -> role.source() == source).toList();
            if (!own.isEmpty()) {
                feeds.add(new Feed(sources.get(i), own, fast, readings));
            }
        }
    }

    /// @throws Unusable if the files cannot be read, or do not say which channel is which sensor
    public static Recording open(List<Path> files, Stated stated) {
        if (files.isEmpty()) {
            throw new Unusable(new Words("no file is named", "aucun fichier n’est nommé"));
        }
        Optional<String> unit = stated.unit().filter(one -> Measure.read(one).isEmpty());
        if (unit.isPresent()) {
            throw new Unusable(new Words(
                    unit.get() + " is no unit that is known: m/s, mm/s, um/s, nm/s, m/s2, mm/s2, g, mg, Pa",
                    unit.get() + " n’est pas une unité connue\u202F: m/s, mm/s, um/s, nm/s, m/s2, mm/s2, g, mg, Pa"));
        }
        return Formats.guarded(files.getFirst(), () -> new Recording(files, stated));
    }

    /// The channels of one file by name, each with its unit as the file writes it, empty where it gives none. Of two
    /// of one name the first counts.
    ///
    /// @throws Unusable if the file cannot be read
    public static SequencedMap<String, String> channels(Path file, OptionalDouble rateHz) {
        SequencedMap<String, String> channels = new LinkedHashMap<>();
        for (Source source : Formats.open(file, rateHz)) {
            source.channels().forEach(channel -> channels.putIfAbsent(channel.name(), channel.unit()));
        }
        return channels;
    }

    private static boolean slow(Sensor sensor) {
        return switch (sensor.quantity()) {
            case CARBON_DIOXIDE, OXYGEN, TEMPERATURE -> true;
            case VELOCITY, ACCELERATION, PRESSURE -> false;
        };
    }

    private Array array(List<Role> fast, Stated stated) {
        Source first = sources.get(fast.getFirst().source());
        for (Role role : fast) {
            Source source = sources.get(role.source());
            if (!(Math.abs(source.rateHz() / first.rateHz() - 1) < SAME_RATE)) {
                throw new Unusable(new Words(
                        first.file() + " has " + rate(first) + " samples a second and " + source.file() + " has "
                                + rate(source) + "; the sensors of one array share one rate",
                        first.file() + " a " + rate(first) + " échantillons par seconde et " + source.file() + " en a "
                                + rate(source) + "\u202F; les capteurs d’un réseau partagent une fréquence"));
            }
            if (source.dated() != first.dated()) {
                throw new Unusable(new Words(
                        "of " + first.file() + " and " + source.file()
                                + " only one gives its date, so that they cannot be" + " laid side by side",
                        "de " + first.file() + " et " + source.file()
                                + " un seul donne sa date\u202F: ils ne peuvent être" + " mis côte à côte"));
            }
        }
        checkRate(first, stated);
        if (fast.size() > Array.MOST_SENSORS) {
            throw new Unusable(new Words(
                    fast.size() + " channels are sensors by their names, and 16 is the most. State those that matter:"
                            + " --chassis and --ground",
                    fast.size()
                            + " voies sont des capteurs par leur nom, et 16 est le plus. Dites celles qui comptent\u202F:"
                            + " --chassis et --ground"));
        }
        String lane = stated.lane().or(first::lane).orElse("lane");
        return new Array(lane, first.rateHz(), fast.stream().map(Role::sensor).toList());
    }

    private static void checkRate(Source first, Stated stated) {
        double rate = first.rateHz();
        if (stated.rateHz().isPresent() && Math.abs(stated.rateHz().getAsDouble() / rate - 1) > 0.02) {
            throw Unusable.of(
                    first.file(),
                    "it has " + rate(first) + " samples a second, and not "
                            + stated.rateHz().getAsDouble(),
                    "il a " + rate(first) + " échantillons par seconde, et non "
                            + stated.rateHz().getAsDouble());
        }
        if (!(rate >= Array.LEAST_RATE_HZ && rate <= Array.MOST_RATE_HZ)) {
            throw Unusable.of(
                    first.file(),
                    "it has " + rate(first) + " samples a second; 50 to 10,000 are needed",
                    "il a " + rate(first) + " échantillons par seconde\u202F; il en faut de 50 à 10\u202F000");
        }
    }

    private static String rate(Source source) {
        return java.math.BigDecimal.valueOf(Double.isFinite(source.rateHz()) ? source.rateHz() : 0)
                .setScale(2, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    public Array array() {
        return array;
    }

    /// The sensors of the readings.
    public List<Sensor> slow() {
        return slow;
    }

    /// What the first file says of how it was made.
    public About about() {
        return sources.getFirst().about();
    }

    /// Whether any of the files says that it is invented.
    public boolean simulated() {
        return sources.stream().anyMatch(source -> source.about().simulated());
    }

    /// Whether blocks carry the time of a calendar; where not, they begin at the start of 1970.
    public boolean dated() {
        return feeds.getFirst().source().dated();
    }

    /// What a reader should know of the files, as far as they were read.
    public List<Words> remarks() {
        List<Words> all = new ArrayList<>(remarks);
        feeds.forEach(feed -> all.addAll(feed.remarks()));
        return all;
    }

    /// How much of the files was read, from 0 to 1.
    public double progress() {
        long done = feeds.stream().mapToLong(Feed::consumed).sum();
        return bytes == 0 ? 0 : Math.min(1, (double) done / bytes);
    }

    /// What comes next; none at the end.
    ///
    /// @throws Unusable if a file turns out to be damaged
    public Optional<Stretch> next() {
        return Formats.guarded(Path.of(sources.getFirst().file()), this::stretch);
    }

    private List<Feed> sampled() {
        return feeds.stream().filter(Feed::sampled).toList();
    }

    private Optional<Stretch> stretch() throws IOException {
        List<Feed> sampled = sampled();
        if (!begun) {
            begun = true;
            begin(sampled);
        }
        int most = (int) Math.max(1, Math.round(array.rateHz()));
        long start = Long.MAX_VALUE;
        for (Feed feed : sampled) {
            feed.fill(next + most);
            if (feed.ended(next)) {
                return ended();
            }
            start = Math.min(start, feed.from(next));
        }
        // Where every file has a gap, so has the recording; it ends where the first file ends.
        next = start;
        long end = next + most;
        for (Feed feed : sampled) {
            feed.fill(end);
            end = Math.min(end, feed.edge(next, end));
        }
        Block block =
                block(sampled, (int) (end - next), clock(sampled.getFirst().nanos(next)));
        next = end;
        followed = end;
        expectedNanos += Math.round((end - start) * 1e9 / array.rateHz());
        given = true;
        return Optional.of(new Stretch(block, readUntil(sampled.getFirst().nanos(next))));
    }

    private void begin(List<Feed> sampled) throws IOException {
        long latest = Long.MIN_VALUE;
        for (Feed feed : sampled) {
            latest = Math.max(latest, feed.begin());
        }
        for (Feed feed : sampled) {
            feed.anchor(latest);
        }
    }

    private Optional<Stretch> ended() {
        if (!given) {
            throw new Unusable(new Words(
                    "there is no stretch of time in which all of the files have samples",
                    "il n’y a pas de moment où tous les fichiers aient des échantillons"));
        }
        return Optional.empty();
    }

    /// When the block at `next` begins. Where nothing is missing before it, it follows the block before: a clock that
    /// runs
    /// a little off, or times that were rounded, move it by no more than a quarter of a sample.
    private long clock(long measured) {
        long most = Math.round(0.25e9 / array.rateHz());
        boolean follows = given && next == followed;
        expectedNanos = follows ? expectedNanos + Math.clamp(measured - expectedNanos, -most, most) : measured;
        return expectedNanos;
    }

    private Block block(List<Feed> sampled, int length, long start) {
        float[][] samples = new float[array.sensors().size()][];
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (Feed feed : sampled) {
            feed.take(next, length, samples);
            least = Math.min(least, feed.driftSamples());
            most = Math.max(most, feed.driftSamples());
        }
        if (most - least > MOST_DRIFT_SAMPLES) {
            throw new Unusable(new Words(
                    "the clocks of the files part by more than two samples. Record all sensors by one clock",
                    "les horloges des fichiers s’écartent de plus de deux échantillons. Enregistrez tous les capteurs avec"
                            + " une seule horloge"));
        }
        return new Block(Times.instant(start), samples);
    }

    private List<Reading> readUntil(long nanos) throws IOException {
        for (Feed feed : feeds) {
            if (!feed.sampled()) {
                feed.readUntil(nanos);
            }
        }
        List<Reading> due = new ArrayList<>();
        while (!readings.isEmpty() && !readings.peek().at().isAfter(Times.instant(nanos))) {
            due.add(readings.poll());
        }
        return due;
    }

    @Override
    public void close() {
        Formats.guarded(Path.of(sources.getFirst().file()), () -> {
            for (Feed feed : feeds) {
                feed.close();
            }
            return Optional.empty();
        });
    }
}
