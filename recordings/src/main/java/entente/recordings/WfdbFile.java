package entente.recordings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The signals of a WFDB record that stand in one file of samples, in the formats 16, 24, 32 and 212. The sum of all
/// samples that the header gives is checked at the end.
///
/// Source: G. Moody, WFDB Applications Guide, header(5) and signal(5).
final class WfdbFile implements Source {
    private static final int FRAMES_AT_ONCE = 4096;

    private final Path path;
    private final WfdbHead head;
    private final List<WfdbHead.Signal> signals;

    private WfdbFile(Path header, WfdbHead head, List<WfdbHead.Signal> signals) {
        this.path = header.resolveSibling(signals.getFirst().file());
        this.head = head;
        this.signals = signals;
    }

    static List<Source> of(Path header) throws IOException {
        String file = Input.name(header);
        if (Files.size(header) > 1 << 20) {
            throw WfdbHead.wrong(file, "it is longer than 1 MiB");
        }
        WfdbHead head = WfdbHead.read(file, Files.readString(header, StandardCharsets.ISO_8859_1));
        Map<String, List<WfdbHead.Signal>> files = new LinkedHashMap<>();
        for (WfdbHead.Signal signal : head.signals()) {
            files.computeIfAbsent(signal.file(), _ -> new ArrayList<>()).add(signal);
        }
        List<Source> sources = new ArrayList<>();
        for (List<WfdbHead.Signal> signals : files.values()) {
            WfdbFile source = new WfdbFile(header, head, signals);
            if (!Files.isRegularFile(source.path)) {
                throw Unusable.of(
                        file,
                        "its samples are in " + source.file() + ", which is not beside it",
                        "ses échantillons sont dans " + source.file() + ", qui n’est pas à côté");
            }
            if (signals.stream()
                    .anyMatch(signal -> signal.format() != signals.getFirst().format())) {
                throw WfdbHead.wrong(file, "two formats in one file");
            }
            sources.add(source);
        }
        return sources;
    }

    @Override
    public String file() {
        return Input.name(path);
    }

    @Override
    public double rateHz() {
        return head.rateHz();
    }

    @Override
    public List<Channel> channels() {
        return signals.stream()
                .map(signal -> new Channel(signal.name(), signal.unit()))
                .toList();
    }

    @Override
    public boolean dated() {
        return head.dated();
    }

    @Override
    public Flow open() throws IOException {
        Input input = Input.of(path);
        input.skip(signals.getFirst().offset());
        return new Frames(input);
    }

    private final class Frames implements Flow {
        private final Input input;
        private final int format = signals.getFirst().format();
        private final int[] sums = new int[signals.size()];
        private long done;

        Frames(Input input) {
            this.input = input;
        }

        @Override
        public @Nullable Piece next() throws IOException {
            long left = head.frames() > 0 ? head.frames() - done : Long.MAX_VALUE;
            // An even number, so that pairs of format 212 are never torn.
            int frames = (int) Math.min(FRAMES_AT_ONCE, left);
            int values = frames * signals.size();
            byte[] bytes = input.atMost(WfdbHead.bytes(format, values));
            int whole = bytes.length == WfdbHead.bytes(format, values) ? frames : frames(bytes.length);
            if (whole < frames && head.frames() > 0) {
                throw Unusable.cutShort(file());
            }
            if (whole == 0) {
                check();
                return null;
            }
            Piece piece = new Piece(head.startNanos() + Math.round(done * 1e9 / rateHz()), samples(bytes, whole));
            done += whole;
            return piece;
        }

        private int frames(int bytes) {
            int frames = bytes / WfdbHead.bytes(format, 2) * 2 / signals.size();
            if (frames > 0 && WfdbHead.bytes(format, frames * signals.size()) < bytes - 2) {
                throw Unusable.cutShort(file());
            }
            return frames;
        }

        private float[][] samples(byte[] bytes, int frames) {
            float[][] samples = new float[signals.size()][frames];
            for (int i = 0; i < frames * signals.size(); i++) {
                int which = i % signals.size();
                int value = WfdbHead.value(format, bytes, i);
                sums[which] += value;
                samples[which][i / signals.size()] = signals.get(which).physical(value);
            }
            return samples;
        }

        private void check() {
            for (int i = 0; i < sums.length; i++) {
                var sum = signals.get(i).checksum();
                if (sum.isPresent() && (short) sum.getAsInt() != (short) sums[i] && head.frames() > 0) {
                    throw Unusable.of(
                            file(),
                            "the samples of " + signals.get(i).name() + " do not add up to what the header says",
                            "la somme des échantillons de " + signals.get(i).name() + " n’est pas celle de l’en-tête");
                }
            }
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
