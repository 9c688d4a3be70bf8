package entente.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A WAV file: whole numbers of 8, 16, 24 or 32 bits, which are given as counts, or floats of 32 or 64 bits. Its
/// channels are called 1, 2 and so on.
///
/// Source: Multimedia Programming Interface and Data Specifications 1.0 (IBM, Microsoft, 1991), and
/// WAVEFORMATEXTENSIBLE
/// (Microsoft, 2001).
final class WavFile implements Source {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long UNKNOWN_LENGTH = 0xFFFF_FFFFL;

    private final Path path;
    private final String file;
    private final int format;
    private final int width;
    private final int channels;
    private final double rateHz;

    private WavFile(Path path, ByteBuffer fmt) {
        this.path = path;
        file = Input.name(path);
        int tag = fmt.getShort(0) & 0xFFFF;
        channels = fmt.getShort(2) & 0xFFFF;
        rateHz = fmt.getInt(4) & 0xFFFF_FFFFL;
        int align = fmt.getShort(12) & 0xFFFF;
        int bits = fmt.getShort(14) & 0xFFFF;
        format = tag == EXTENSIBLE && fmt.capacity() >= 26 ? fmt.getShort(24) & 0xFFFF : tag;
        width = channels == 0 ? 0 : align / channels;
        boolean whole = format == PCM && width >= 1 && width <= 4;
        boolean floating = format == FLOAT && (width == 4 || width == 8);
        if (!(whole || floating) || width * channels != align || bits > 8 * width || channels > 64) {
            throw Unusable.of(
                    file,
                    "this kind of WAV is not read (format " + format + ", " + bits + " bits, " + channels
                            + " channels). Save it as PCM of 8 to 32 bits or as floats.",
                    "cette sorte de WAV n’est pas lue (format " + format + ", " + bits + " bits, " + channels
                            + " voies). Enregistrez en PCM de 8 à 32 bits ou en flottants.");
        }
    }

    static List<Source> of(Path path) throws IOException {
        try (Input input = Input.of(path)) {
            return List.of(new WavFile(path, format(input)));
        }
    }

    /// The chunk that says the format; the input is left behind it.
    private static ByteBuffer format(Input input) throws IOException {
        input.skip(12);
        long length = find(input, "fmt ");
        if (length < 16 || length > 1024) {
            throw Unusable.of(
                    input.file(),
                    "its header is wrong: a format of " + length + " bytes",
                    "son en-tête est faux\u202F: un format de " + length + " octets");
        }
        ByteBuffer fmt = input.exactly((int) length, ByteOrder.LITTLE_ENDIAN);
        input.skip(length & 1);
        return fmt;
    }

    /// Goes to the content of the next chunk of this name, and gives its length.
    private static long find(Input input, String name) throws IOException {
        while (true) {
            ByteBuffer head = input.exactly(8, ByteOrder.LITTLE_ENDIAN);
            long length = head.getInt(4) & 0xFFFF_FFFFL;
            if (Texts.latin(head, 0, 4).equals(name)) {
                return length;
            }
            input.skip(length + (length & 1));
        }
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public List<Channel> channels() {
        return IntStream.rangeClosed(1, channels)
                .mapToObj(i -> new Channel(Integer.toString(i), ""))
                .toList();
    }

    @Override
    public boolean dated() {
        return false;
    }

    @Override
    public Flow open() throws IOException {
        Input input = Input.of(path);
        format(input);
        long length = find(input, "data");
        return new Samples(input, length == UNKNOWN_LENGTH ? Long.MAX_VALUE : length);
    }

    private final class Samples implements Flow {
        private final Input input;
        private final boolean promised;
        private long left;
        private long at;

        Samples(Input input, long length) {
            this.input = input;
            left = length;
            promised = length != Long.MAX_VALUE;
        }

        @Override
        public @Nullable Piece next() throws IOException {
            int frame = width * channels;
            int most = (int) Math.min(Math.max(1, Math.round(rateHz)) * frame, 1 << 22) / frame * frame;
            byte[] read = input.atMost((int) Math.min(most, left));
            left -= read.length;
            if (promised && left > 0 && read.length < most || read.length % frame != 0) {
                throw Unusable.cutShort(file);
            }
            if (read.length == 0) {
                return null;
            }
            ByteBuffer bytes = ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
            float[][] samples = new float[channels][read.length / frame];
            for (int i = 0; i < samples[0].length; i++) {
                for (int channel = 0; channel < channels; channel++) {
                    samples[channel][i] = value(bytes, i * frame + channel * width);
                }
            }
            Piece piece = new Piece(Math.round(at * 1e9 / rateHz), samples);
            at += samples[0].length;
            return piece;
        }

        private float value(ByteBuffer bytes, int at) {
            if (format == FLOAT) {
                return width == 4 ? bytes.getFloat(at) : (float) bytes.getDouble(at);
            }
            return switch (width) {
                case 1 -> (bytes.get(at) & 255) - 128;
                case 2 -> bytes.getShort(at);
                case 3 -> bytes.getShort(at + 1) * 256 + (bytes.get(at) & 255);
                default -> bytes.getInt(at);
            };
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
