package entente.screen;

import entente.recordings.Recording;
import entente.recordings.Stated;
import entente.recordings.Stretch;
import entente.recordings.Unusable;
import entente.screening.Block;
import entente.trial.Ground;
import entente.trial.Heart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The recordings of hearts and of noise that trials are made from: all files of a folder that can
/// be read and belong to the half that is asked for. What is left out is said on standard error.
final class Pool {
    /// What a Raspberry Shake gives for one metre a second, by its maker.
    private static final double COUNTS = 3.6e8;

    /// At both ends a recording of noise holds what was done to the instrument.
    private static final double HANDLING_SECONDS = 60;

    /// A shorter recording is used whole.
    private static final double SHORT_SECONDS = 600;

    /// In m/s, the level that a place gets whose unit is not known: that of a quiet yard.
    private static final double UNKNOWN_LEVEL = 1e-6;

    private final Half half;

    Pool(Half half) {
        this.half = half;
    }

    /// One heart of each subject.
    List<Heart> hearts(Path folder, @Nullable String channel) {
        List<Heart> hearts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path file : files(folder)) {
            String subject = Half.subject(name(file));
            if (Half.ofSubject(subject) == half && !seen.contains(subject)) {
                heart(file, subject, channel).ifPresent(heart -> {
                    seen.add(subject);
                    hearts.add(heart);
                });
            }
        }
        if (hearts.isEmpty()) {
            throw none(folder, "hearts", "cœurs");
        }
        return hearts;
    }

    List<Ground> places(Path folder) {
        List<Ground> places = new ArrayList<>();
        for (Path file : files(folder)) {
            String site = Half.site(name(file));
            if (Half.ofSite(site) == half) {
                place(file, site).ifPresent(places::add);
            }
        }
        if (places.isEmpty()) {
            throw none(folder, "noise", "bruit");
        }
        return places;
    }

    private WrongUse none(Path folder, String en, String fr) {
        String of = half == Half.TUNING ? " of the tuning half" : "";
        String de = half == Half.TUNING ? " de la moitié de réglage" : "";
        return new WrongUse(
                folder + " has no recording of " + en + of + " that can be used",
                folder + " n’a pas d’enregistrement de " + fr + de + " utilisable");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !name(file).startsWith("LICENSE") && !name(file).equals("SOURCE.txt"))
                    .filter(file -> !name(file).endsWith(".dat"))
                    .sorted()
                    .toList();
        } catch (IOException trouble) {
            throw new WrongUse(
                    folder
                            + " is not a folder that can be read. Recordings of hearts and of noise are not shipped: name"
                            + " folders of your own with --hearts and --noise",
                    folder
                            + " n’est pas un dossier lisible. Les enregistrements de cœurs et de bruit ne sont pas fournis\u202F:"
                            + " nommez vos dossiers par --hearts et --noise");
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static Optional<Heart> heart(Path file, String subject, @Nullable String channel) {
        try {
            Map<String, String> channels = Recording.channels(file, OptionalDouble.empty());
            String name = channel == null ? heartChannel(file, channels.keySet()) : channel;
            String unit = channels.getOrDefault(name, "").isBlank() ? "m/s2" : null;
            Samples samples = longest(file, List.of(name), unit, 1);
            return Optional.of(Heart.of(subject, samples.rateHz, samples.channels.getFirst()));
        } catch (Unusable unusable) {
            leftOut(unusable.words().in(Terminal.language()));
        } catch (IllegalArgumentException unfit) {
            leftOut(name(file) + ": " + unfit.getMessage());
        }
        return Optional.empty();
    }

    /// The axis through the chest, or what is called by one of the names of such recordings.
    private static String heartChannel(Path file, Set<String> channels) {
        for (String channel : channels) {
            if (channel.equalsIgnoreCase("z") || ballistic(channel)) {
                return channel;
            }
        }
        if (channels.size() == 1 && ballistic(name(file))) {
            return channels.iterator().next();
        }
        throw new IllegalArgumentException("none of its channels is called z, bcg or scg: " + channels);
    }

    private static boolean ballistic(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.contains("bcg") || plain.contains("scg");
    }

    private static Optional<Ground> place(Path file, String site) {
        try {
            Map<String, String> channels = Recording.channels(file, OptionalDouble.empty());
            List<String> vertical =
                    channels.keySet().stream().filter(Pool::vertical).limit(1).toList();
            if (vertical.isEmpty()) {
                throw new IllegalArgumentException("none of its channels ends in Z: " + channels.keySet());
            }
            List<String> names = Stream.concat(
                            vertical.stream(), channels.keySet().stream().filter(Pool::level))
                    .toList();
            boolean silent = channels.getOrDefault(vertical.getFirst(), "").isBlank();
            Samples samples = longest(file, names, silent ? "m/s" : null, silent ? COUNTS : 1);
            int end = samples.channels.getFirst().length / samples.rateHz < SHORT_SECONDS
                    ? 0
                    : (int) (HANDLING_SECONDS * samples.rateHz);
            Ground ground = Ground.of(
                    site,
                    samples.rateHz,
                    samples.channels.stream()
                            .map(one -> Arrays.copyOfRange(one, end, one.length - end))
                            .toList());
            if (!silent || shake(vertical.getFirst())) {
                return Optional.of(ground);
            }
            leftOut(name(file) + ": its unit is not known; its median level from 3 to 15 Hz is set to 1 um/s");
            return Optional.of(ground.atLevel(UNKNOWN_LEVEL));
        } catch (Unusable unusable) {
            leftOut(unusable.words().in(Terminal.language()));
        } catch (IllegalArgumentException unfit) {
            leftOut(name(file) + ": " + unfit.getMessage());
        }
        return Optional.empty();
    }

    /// The codes of a Raspberry Shake begin so (SEED, appendix A: a short-period seismometer of high gain).
    private static boolean shake(String channel) {
        return channel.startsWith("EH") || channel.startsWith("SH");
    }

    private static boolean vertical(String channel) {
        return channel.toUpperCase(Locale.ROOT).endsWith("Z");
    }

    private static boolean level(String channel) {
        String last = channel.toUpperCase(Locale.ROOT);
        return last.endsWith("N") || last.endsWith("E") || last.endsWith("X") || last.endsWith("Y");
    }

    private static void leftOut(String why) {
        Terminal.ERR.println(Terminal.printable(why));
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once
    private record Samples(double rateHz, List<float[]> channels) {}

    /// The longest stretch without a gap.
    private static Samples longest(Path file, List<String> channels, @Nullable String unit, double counts) {
        Stated stated = new Stated(
                Optional.empty(),
                channels,
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                Optional.ofNullable(unit),
                OptionalDouble.of(counts));
        try (Recording recording = Recording.open(List.of(file), stated)) {
            double rate = recording.array().rateHz();
            List<Block> longest = List.of();
            List<Block> run = new ArrayList<>();
            Instant expected = Instant.MIN;
            for (Optional<Stretch> next = recording.next(); next.isPresent(); next = recording.next()) {
                Block block = next.get().block();
                if (!run.isEmpty() && off(expected, block.start()) > 1.5 / rate) {
                    run = new ArrayList<>();
                }
                run.add(block);
                longest = length(run) > length(longest) ? run : longest;
                expected = block.start().plusNanos(Math.round(block.length() * 1e9 / rate));
            }
            return new Samples(rate, joined(longest, channels.size()));
        }
    }

    private static double off(Instant expected, Instant start) {
        Duration between = Duration.between(expected, start);
        return Math.abs(between.getSeconds() + between.getNano() * 1e-9);
    }

    private static int length(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::length).sum();
    }

    private static List<float[]> joined(List<Block> blocks, int channels) {
        List<float[]> joined = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            float[] samples = new float[length(blocks)];
            int at = 0;
            for (Block block : blocks) {
                System.arraycopy(block.samples()[channel], 0, samples, at, block.length());
                at += block.length();
            }
            joined.add(samples);
        }
        return joined;
    }
}
