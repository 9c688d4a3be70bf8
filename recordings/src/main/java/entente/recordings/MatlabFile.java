package entente.recordings;

import entente.recordings.MatlabReader.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The numeric variables of a MATLAB file of level 5 that are as long as the longest of them, each a channel, or one
/// for each column. A single number called `fs` or the like is the rate; a variable called `t` or `time`, in seconds,
/// gives it where there is none.
final class MatlabFile implements Source {
    private static final Set<String> RATES = Set.of(
            "fs", "f_s", "rate", "ratehz", "samplerate", "sample_rate", "samplingrate", "sampling_rate", "srate");
    private static final Set<String> TIMES = Set.of("t", "time", "times");

    private final String file;
    private final double rateHz;
    private final List<Channel> channels = new ArrayList<>();
    private final List<float[]> samples = new ArrayList<>();

    private MatlabFile(String file, List<Variable> variables, OptionalDouble stated) {
        this.file = file;
        int longest = variables.stream().mapToInt(Variable::length).max().orElse(0);
        if (longest < 2) {
            throw Unusable.of(
                    file,
                    "it holds no arrays of numbers at its top level",
                    "il ne contient aucun tableau de nombres à son premier niveau");
        }
        OptionalDouble found = OptionalDouble.empty();
        OptionalDouble timed = OptionalDouble.empty();
        for (Variable variable : variables) {
            String name = variable.name().toLowerCase(Locale.ROOT);
            if (variable.values().length == 1 && RATES.contains(name)) {
                found = OptionalDouble.of(variable.values()[0]);
            } else if (variable.length() == longest && TIMES.contains(name)) {
                float[] times = variable.values();
                timed = OptionalDouble.of((longest - 1) / ((double) times[longest - 1] - times[0]));
            } else if (variable.length() == longest) {
                add(variable);
            }
        }
        OptionalDouble rate = found.isPresent() ? found : timed.isPresent() ? timed : stated;
        rateHz = rate.orElseThrow(() -> Unusable.of(
                file,
                "no variable called fs gives its rate. Say how many samples a second it has: --rate 250",
                "aucune variable appelée fs ne donne sa fréquence. Dites combien d’échantillons par seconde il a\u202F:"
                        + " --rate 250"));
    }

    static List<Source> of(Path path, OptionalDouble stated) throws IOException {
        String file = Input.name(path);
        try (Input input = Input.of(path)) {
            return List.of(new MatlabFile(file, MatlabReader.read(input), stated));
        }
    }

    private void add(Variable variable) {
        int each = variable.length();
        int columns = variable.values().length / each;
        for (int column = 0; column < columns; column++) {
            float[] one = new float[each];
            for (int i = 0; i < each; i++) {
                // Stored column by column; where the rows are longer, a channel is a row.
                one[i] = variable.values()[variable.rows() == each ? column * each + i : i * columns + column];
            }
            channels.add(new Channel(columns == 1 ? variable.name() : variable.name() + "-" + (column + 1), ""));
            samples.add(one);
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
        return List.copyOf(channels);
    }

    @Override
    public boolean dated() {
        return false;
    }

    @Override
    public Flow open() {
        return new Flow() {
            private int at;

            @Override
            public @Nullable Piece next() {
                int end = Math.min(samples.getFirst().length, at + Math.clamp(Math.round(rateHz), 1, 20_000));
                if (at == end) {
                    return null;
                }
                int from = at;
                float[][] part = samples.stream()
                        .map(all -> Arrays.copyOfRange(all, from, end))
                        .toArray(float[][]::new);
                at = end;
                return new Piece(Math.round(from * 1e9 / rateHz), part);
            }

            @Override
            public long consumed() {
                return 0;
            }

            @Override
            public void close() {
                // All of it was read before.
            }
        };
    }
}
