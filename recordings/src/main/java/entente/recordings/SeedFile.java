package entente.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One channel of a miniSEED 2 file, in order of time. Samples are counts where they are whole numbers.
///
/// Source: SEED Reference Manual 2.4 (FDSN, 2012), chapter 8 and appendix B.
final class SeedFile implements Source {
    private static final int FIXED = 48;
    private static final int MOST_RECORDS = 4_000_000;

    /// Where a record begins, and what its header says. `dataAt` counts from its beginning.
    private record Head(
            String channel,
            long at,
            int length,
            int dataAt,
            int samples,
            int encoding,
            boolean bigEndian,
            double rateHz,
            long startNanos) {}

    private final Path path;
    private final String file;
    private final String name;
    private final List<Head> records;

    private SeedFile(Path path, String name, List<Head> records) {
        this.path = path;
        this.file = Input.name(path);
        this.name = name;
        this.records = records;
    }

    static boolean is(byte[] begin) {
        return begin.length >= FIXED && begins(Texts.latin(ByteBuffer.wrap(begin), 0, 8));
    }

    private static boolean begins(String text) {
        return text.matches("[0-9 \\x00]{6}[DRQM][ \\x00]");
    }

    static List<Source> of(Path path) throws IOException {
        Map<String, List<Head>> channels = new LinkedHashMap<>();
        try (FileChannel bytes = FileChannel.open(path)) {
            String file = Input.name(path);
            int records = 0;
            for (long at = 0; at < bytes.size(); ) {
                Head head = head(file, bytes, at);
                if (++records > MOST_RECORDS) {
                    throw wrong(file, at, "it holds more than 4,000,000 records: cut it");
                }
                if (head.samples > 0 && head.rateHz > 0) {
                    channels.computeIfAbsent(head.channel, _ -> new ArrayList<>())
                            .add(head);
                }
                at += head.length;
            }
        }
        if (channels.isEmpty()) {
            throw Unusable.of(Input.name(path), "it holds no samples", "il ne contient aucun échantillon");
        }
        boolean plain =
                channels.keySet().stream().map(SeedFile::component).distinct().count() == channels.size();
        List<Source> sources = new ArrayList<>();
        channels.forEach((id, records) -> {
            records.sort(Comparator.comparingLong(Head::startNanos));
            sources.add(new SeedFile(path, plain ? component(id) : id, records));
        });
        return sources;
    }

    private static String component(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    private static Head head(String file, FileChannel bytes, long at) throws IOException {
        ByteBuffer fixed = read(file, bytes, at, FIXED);
        if (!begins(Texts.latin(fixed, 0, 8))) {
            throw wrong(file, at, "no miniSEED record begins there");
        }
        int year = fixed.order(ByteOrder.BIG_ENDIAN).getShort(20) & 0xFFFF;
        boolean big = year >= 1900 && year <= 2200;
        fixed.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long start = start(file, fixed, at);
        double rate = rate(fixed.getShort(32), fixed.getShort(34));
        int encoding = -1;
        int length = 0;
        boolean bigData = big;
        int next = fixed.getShort(46) & 0xFFFF;
        for (int blockettes = 0; next >= FIXED && blockettes < 16; blockettes++) {
            ByteBuffer blockette = read(file, bytes, at + next, 8).order(fixed.order());
            switch (blockette.getShort(0)) {
                case 1000 -> {
                    encoding = blockette.get(4);
                    bigData = blockette.get(5) != 0;
                    int exponent = blockette.get(6);
                    if (exponent < 7 || exponent > 20) {
                        throw wrong(file, at, "a record of 2^" + exponent + " bytes");
                    }
                    length = 1 << exponent;
                }
                case 1001 -> start += blockette.get(5) * 1000L;
                case 100 -> rate = blockette.getFloat(4);
                default -> {}
            }
            int after = blockette.getShort(2) & 0xFFFF;
            next = after > next ? after : 0;
        }
        int dataAt = fixed.getShort(44) & 0xFFFF;
        int samples = fixed.getShort(30) & 0xFFFF;
        if (length == 0 || samples > 0 && (dataAt < FIXED || dataAt >= length)) {
            throw wrong(file, at, "the record does not say its length, or where its samples are");
        }
        if (at + length > bytes.size()) {
            throw Unusable.cutShort(file);
        }
        return new Head(id(fixed), at, length, dataAt, samples, encoding, bigData, rate, start);
    }

    private static String id(ByteBuffer fixed) {
        return List.of(text(fixed, 18, 2), text(fixed, 8, 5), text(fixed, 13, 2), text(fixed, 15, 3)).stream()
                .collect(Collectors.joining("."));
    }

    private static String text(ByteBuffer from, int at, int length) {
        return Texts.shown(Texts.latin(from, at, length).strip());
    }

    /// A factor and a multiplier give the rate; a negative one divides, or stands for a period.
    private static double rate(short factor, short multiplier) {
        if (factor == 0 || multiplier == 0) {
            return 0;
        }
        double base = factor > 0 ? factor : -1.0 / factor;
        return multiplier > 0 ? base * multiplier : base / -(double) multiplier;
    }

    private static long start(String file, ByteBuffer fixed, long at) {
        try {
            long day = LocalDate.ofYearDay(fixed.getShort(20) & 0xFFFF, fixed.getShort(22) & 0xFFFF)
                    .atStartOfDay()
                    .toEpochSecond(ZoneOffset.UTC);
            long second = day + fixed.get(24) * 3600L + fixed.get(25) * 60L + fixed.get(26);
            boolean corrected = (fixed.get(36) & 2) != 0;
            long fraction = (fixed.getShort(28) & 0xFFFF) + (corrected ? 0L : fixed.getInt(40));
            return Times.checked(file, second) + fraction * 100_000L;
        } catch (DateTimeException noTime) {
            throw wrong(file, at, "it does not say when it began");
        }
    }

    private static ByteBuffer read(String file, FileChannel bytes, long at, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (bytes.read(into, at + into.position()) < 0) {
                throw Unusable.cutShort(file);
            }
        }
        return into;
    }

    private static Unusable wrong(String file, long at, String what) {
        return Unusable.of(
                file,
                "not good miniSEED at byte " + at + ": " + what,
                "miniSEED incorrect à l’octet " + at + "\u202F: " + what);
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public double rateHz() {
        return records.getFirst().rateHz;
    }

    @Override
    public List<Channel> channels() {
        return List.of(new Channel(name, ""));
    }

    @Override
    public boolean dated() {
        return true;
    }

    @Override
    public Flow open() throws IOException {
        FileChannel bytes = FileChannel.open(path);
        return new Records(bytes);
    }

    private final class Records implements Flow {
        private final FileChannel bytes;
        private int next;
        private long consumed;

        Records(FileChannel bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable Piece next() throws IOException {
            if (next == records.size()) {
                return null;
            }
            Head head = records.get(next++);
            if (head.rateHz != rateHz()) {
                throw wrong(file, head.at, "the rate changes to " + head.rateHz);
            }
            ByteBuffer record = read(file, bytes, head.at + head.dataAt, head.length - head.dataAt);
            consumed += head.length;
            return new Piece(head.startNanos, new float[][] {samples(head, record)});
        }

        private float[] samples(Head head, ByteBuffer data) {
            ByteBuffer from = data.order(head.bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            try {
                return switch (head.encoding) {
                    case 1, 3, 4, 5 -> plain(head, from);
                    case 10, 11 -> Steim.decode(from, head.encoding == 11, head.samples);
                    default ->
                        throw new IllegalArgumentException("encoding " + head.encoding
                                + " is not read (16 and 32 bit, floats, Steim 1 and 2 are)");
                };
            } catch (IllegalArgumentException damaged) {
                throw wrong(file, head.at, String.valueOf(damaged.getMessage()));
            }
        }

        private static float[] plain(Head head, ByteBuffer from) {
            int width = head.encoding == 1 ? 2 : head.encoding == 5 ? 8 : 4;
            if ((long) head.samples * width > from.capacity()) {
                throw new IllegalArgumentException("the record promises more samples than it has room for");
            }
            float[] samples = new float[head.samples];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = switch (head.encoding) {
                    case 1 -> from.getShort(2 * i);
                    case 3 -> from.getInt(4 * i);
                    case 4 -> from.getFloat(4 * i);
                    default -> (float) from.getDouble(8 * i);
                };
            }
            return samples;
        }

        @Override
        public long consumed() {
            return consumed;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
