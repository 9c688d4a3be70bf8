package entente.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The signals of an EDF, EDF+ or BDF file that share one rate. Its time of day is taken as UTC.
///
/// Source: Kemp and others, A simple format for exchange of digitized polygraphic recordings, 1992; Kemp and Olivan,
/// European data format 'plus', 2003; BDF: BioSemi's description of its 24 bit format.
final class EdfFile implements Source {
    private static final int MOST_SIGNALS = 512;
    private static final int LARGEST_RECORD = 16 << 20;

    /// One signal: where its samples stand in a data record, and how a digital value becomes a physical one.
    private record Signal(String label, String unit, int count, int offset, double gain, double zero) {}

    private final Path path;
    private final Head head;
    private final List<Signal> signals;

    private EdfFile(Path path, Head head, List<Signal> signals) {
        this.path = path;
        this.head = head;
        this.signals = signals;
    }

    static List<Source> of(Path path) throws IOException {
        try (Input input = Input.of(path)) {
            Head head = new Head(input);
            Map<Integer, List<Signal>> byCount = new LinkedHashMap<>();
            for (Signal signal : head.signals) {
                byCount.computeIfAbsent(signal.count, _ -> new ArrayList<>()).add(signal);
            }
            List<Source> sources = new ArrayList<>();
            byCount.values().forEach(same -> sources.add(new EdfFile(path, head, same)));
            if (sources.isEmpty()) {
                throw Unusable.of(head.file, "it holds no signals", "il ne contient aucun signal");
            }
            return sources;
        }
    }

    @Override
    public String file() {
        return head.file;
    }

    @Override
    public double rateHz() {
        return signals.getFirst().count / head.seconds;
    }

    @Override
    public List<Channel> channels() {
        return signals.stream()
                .map(signal -> new Channel(signal.label, signal.unit))
                .toList();
    }

    @Override
    public boolean dated() {
        return true;
    }

    @Override
    public Flow open() throws IOException {
        Input input = Input.of(path);
        input.skip(256L * (1 + head.count));
        return new Records(input);
    }

    /// The header: its fields are of fixed length, in ASCII.
    private static final class Head {
        private final String file;
        private final int width;
        private final int count;
        private final long records;
        private final double seconds;
        private final long startNanos;
        private final boolean timed;
        private final int recordBytes;
        private final int timeOffset;
        private final int timeBytes;
        private final List<Signal> signals = new ArrayList<>();

        Head(Input input) throws IOException {
            file = input.file();
            ByteBuffer fixed = input.exactly(256, ByteOrder.LITTLE_ENDIAN);
            width = fixed.get(0) == (byte) 0xFF ? 3 : 2;
            timed = text(fixed, 192, 44).startsWith(width == 3 ? "BDF+" : "EDF+");
            startNanos = start(text(fixed, 168, 8), text(fixed, 176, 8));
            records = (long) number(fixed, 236, 8);
            seconds = number(fixed, 244, 8);
            count = (int) number(fixed, 252, 4);
            if (count < 1 || count > MOST_SIGNALS || !(seconds > 0) || records < -1) {
                throw wrong("number of signals " + count + ", of records " + records + ", length " + seconds + " s");
            }
            ByteBuffer each = input.exactly(256 * count, ByteOrder.LITTLE_ENDIAN);
            int offset = 0;
            int annotations = -1;
            int annotated = 0;
            for (int i = 0; i < count; i++) {
                String label = text(each, 16 * i, 16);
                int samples = (int) Math.min(number(each, 216 * count + 8 * i, 8), LARGEST_RECORD);
                if (samples < 1 || (long) samples * width > LARGEST_RECORD - offset) {
                    throw wrong(samples + " samples of " + label + " in a record");
                }
                if (!label.endsWith(" Annotations")) {
                    signals.add(signal(each, i, label, samples, offset));
                } else if (annotations < 0) {
                    annotations = offset;
                    annotated = samples * width;
                }
                offset += samples * width;
            }
            recordBytes = offset;
            timeOffset = annotations;
            timeBytes = annotated;
        }

        private Signal signal(ByteBuffer each, int i, String label, int samples, int offset) {
            double least = number(each, 104 * count + 8 * i, 8);
            double most = number(each, 112 * count + 8 * i, 8);
            double lowest = number(each, 120 * count + 8 * i, 8);
            double highest = number(each, 128 * count + 8 * i, 8);
            if (lowest >= highest || least == most) {
                throw wrong("the range of " + label + " is empty");
            }
            double gain = (most - least) / (highest - lowest);
            return new Signal(label, text(each, 96 * count + 8 * i, 8), samples, offset, gain, least - gain * lowest);
        }

        private static String text(ByteBuffer from, int at, int length) {
            return Texts.latin(from, at, length).strip();
        }

        private double number(ByteBuffer from, int at, int length) {
            String text = text(from, at, length);
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException noNumber) {
                // told below
            }
            throw wrong("a number is needed where it says [" + Texts.shown(text) + "]");
        }

        private long start(String date, String time) {
            try {
                int[] day = parts(date);
                int[] hour = parts(time);
                int year = day[2] < 85 ? 2000 + day[2] : 1900 + day[2];
                return LocalDateTime.of(year, day[1], day[0], hour[0], hour[1], hour[2])
                                .toEpochSecond(ZoneOffset.UTC)
                        * 1_000_000_000L;
            } catch (DateTimeException | IllegalArgumentException noDate) {
                throw wrong("its start is [" + Texts.shown(date + " " + time) + "]");
            }
        }

        private static int[] parts(String text) {
            String[] parts = text.split("[.:]", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException(text);
            }
            return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])};
        }

        private Unusable wrong(String what) {
            return Unusable.of(file, "its EDF header is wrong: " + what, "son en-tête EDF est faux\u202F: " + what);
        }
    }

    private final class Records implements Flow {
        private final Input input;
        private long read;

        Records(Input input) {
            this.input = input;
        }

        @Override
        public @Nullable Piece next() throws IOException {
            byte[] bytes = input.atMost(head.recordBytes);
            boolean whole = bytes.length == head.recordBytes;
            boolean promised = head.records >= 0;
            if (bytes.length == 0 && (!promised || read == head.records)) {
                return null;
            }
            if (!whole) {
                throw Unusable.cutShort(head.file);
            }
            if (promised && read == head.records) {
                throw head.wrong("it promises " + head.records + " records, and more follow");
            }
            long start = head.startNanos + Math.round(offset(bytes) * 1e9);
            read++;
            float[][] samples = new float[signals.size()][];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = samples(signals.get(i), bytes);
            }
            return new Piece(start, samples);
        }

        /// Seconds from the start of the file: in EDF+ each record says it, before the first of its annotations.
        private double offset(byte[] bytes) {
            if (!head.timed || head.timeOffset < 0) {
                return read * head.seconds;
            }
            int end = head.timeOffset;
            while (end < head.timeOffset + head.timeBytes && bytes[end] != 0x14) {
                end++;
            }
            String text = new String(bytes, head.timeOffset, end - head.timeOffset, StandardCharsets.ISO_8859_1);
            try {
                double seconds = Double.parseDouble(text);
                if (Math.abs(seconds) < 1e8) {
                    return seconds;
                }
            } catch (NumberFormatException noTime) {
                // told below
            }
            throw head.wrong("record " + (read + 1) + " does not say when it began");
        }

        private float[] samples(Signal signal, byte[] bytes) {
            float[] values = new float[signal.count];
            for (int i = 0; i < values.length; i++) {
                int at = signal.offset + i * head.width;
                int low = bytes[at] & 255 | (head.width == 3 ? (bytes[at + 1] & 255) << 8 : 0);
                int value = bytes[at + head.width - 1] << 8 * (head.width - 1) | low;
                values[i] = (float) (value * signal.gain + signal.zero);
            }
            return values;
        }

        @Override
        public long consumed() {
            return input.consumed();
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
