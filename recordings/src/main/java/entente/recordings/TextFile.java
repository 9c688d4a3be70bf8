package entente.recordings;

import entente.recordings.TextHead.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A table of text: one row for each instant, one column for each channel, and perhaps one of times. Commas, semicolons
/// or tabs stand between the columns; beside semicolons and tabs a comma may be a decimal comma. An empty field is a
/// sample that is missing. Lines that begin with `#` may give the rate and the names, as the text files of OpenSignals
/// and BioSPPy do.
final class TextFile implements Source {
    /// The rate is what so many rows give, where nobody states it.
    private static final int LOOKED_AT = 1000;

    /// A step of more than so many intervals does not count for the rate.
    private static final double GAP = 5;

    /// A row that is off by more than this, in intervals, is uneven; few may be.
    private static final double UNEVEN = 0.3;

    private final Path path;
    private final TextHead head;
    private final OptionalDouble stated;
    private final double rateHz;

    private TextFile(Path path, TextHead head, OptionalDouble stated) throws IOException {
        this.path = path;
        this.head = head;
        this.stated = stated.isPresent() ? stated : head.rateHz();
        this.rateHz = head.time().isEmpty() ? untimedRate() : timedRate();
    }

    static List<Source> of(Path path, OptionalDouble stated) throws IOException {
        try (Input input = Input.of(path)) {
            return List.of(new TextFile(path, TextHead.of(input), stated));
        }
    }

    private double untimedRate() {
        return stated.orElseThrow(() -> Unusable.of(
                head.file(),
                "it has no column of times, called time. Say how many samples a second it has: --rate 250",
                "il n’a pas de colonne d’heures, appelée time. Dites combien d’échantillons par seconde il a\u202F:"
                        + " --rate 250"));
    }

    private double timedRate() throws IOException {
        try (Rows rows = new Rows(Input.of(path))) {
            List<Long> times = new ArrayList<>();
            for (Row row = rows.row(); row != null && times.size() < LOOKED_AT; row = rows.row()) {
                times.add(row.nanos);
            }
            if (times.size() < 2) {
                throw Unusable.of(
                        head.file(), "it holds fewer than two rows", "il contient moins de deux lignes de valeurs");
            }
            long span = times.getLast() - times.getFirst();
            double median = median(times);
            double measured = median <= 0 ? (times.size() - 1) * 1e9 / span : steady(times, median);
            if (stated.isPresent() && Math.abs(stated.getAsDouble() / measured - 1) > 0.02) {
                String says = String.format(java.util.Locale.ROOT, "%.1f", measured);
                throw Unusable.of(
                        head.file(),
                        "its times are those of " + says + " samples a second, and not of " + stated.getAsDouble(),
                        "ses heures sont celles de " + says + " échantillons par seconde, et non de "
                                + stated.getAsDouble());
            }
            return stated.orElse(measured);
        }
    }

    private static double median(List<Long> times) {
        long[] steps = new long[times.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times.get(i + 1) - times.get(i);
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }

    /// The rate by all steps but those over a gap and those back.
    private static double steady(List<Long> times, double median) {
        double sum = 0;
        int count = 0;
        for (int i = 1; i < times.size(); i++) {
            long step = times.get(i) - times.get(i - 1);
            if (step >= 0 && step < GAP * median) {
                sum += step;
                count++;
            }
        }
        return 1e9 * count / sum;
    }

    @Override
    public String file() {
        return head.file();
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public List<Channel> channels() {
        return head.columns().stream()
                .map(column -> new Channel(column.name(), column.unit()))
                .toList();
    }

    @Override
    public boolean dated() {
        return head.time().map(Clockwork::dated).orElse(false);
    }

    @Override
    public Flow open() throws IOException {
        return new Rows(Input.of(path));
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once
    private record Row(long nanos, float[] values) {}

    private final class Rows implements Flow {
        private final Input input;
        private final CSVParser parser;
        private final java.util.Iterator<CSVRecord> records;
        private final Deque<Row> held = new ArrayDeque<>();
        private long rows;
        private double expected;
        private long irregular;

        Rows(Input input) throws IOException {
            this.input = input;
            parser = head.rows(input);
            records = parser.iterator();
        }

        @Nullable
        Row row() {
            if (!held.isEmpty()) {
                return held.poll();
            }
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            List<Column> columns = head.columns();
            if (record.size() != head.width()) {
                throw head.wrong(
                        parser.getCurrentLineNumber(),
                        "it has " + record.size() + " fields where " + head.width() + " are expected",
                        record.size() + " champs au lieu de " + head.width());
            }
            float[] values = new float[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = head.value(record.get(columns.get(i).index()), parser.getCurrentLineNumber());
            }
            long nanos = head.time().isPresent()
                    ? head.time().get().nanos(head, record, parser.getCurrentLineNumber())
                    : Math.round(rows * 1e9 / rateHz);
            rows++;
            return new Row(nanos, values);
        }

        @Override
        public @Nullable Piece next() {
            Row first = row();
            if (first == null) {
                return null;
            }
            double period = 1e9 / rateHz;
            expected = first.nanos;
            List<float[]> values = new ArrayList<>();
            int most = Math.clamp(Math.round(rateHz), 1, 20_000);
            for (Row row = first; row != null; row = row()) {
                double late = row.nanos - expected;
                if (values.size() == most || late > tolerance(period)) {
                    held.addFirst(row);
                    irregular += late > tolerance(period) ? 1 : 0;
                    checkRegular();
                    break;
                }
                if (-late > tolerance(period)) {
                    throw head.wrong(
                            parser.getCurrentLineNumber(),
                            "its time is before that of the row above, or the rows do not come at one rate",
                            "son heure précède celle de la ligne du dessus, ou les lignes ne viennent pas à un rythme"
                                    + " régulier");
                }
                irregular += Math.abs(late) > UNEVEN * period && stated.isEmpty() ? 1 : 0;
                checkRegular();
                values.add(row.values);
                expected += period + 0.05 * late;
            }
            return new Piece(first.nanos, turned(values));
        }

        /// Times that were rounded, or late by the haste of a recorder, are borne; a missing row is not overlooked.
        private double tolerance(double period) {
            return stated.isPresent() ? Math.max(50e6, 0.75 * period) : 0.75 * period;
        }

        private void checkRegular() {
            if (irregular > 20 && irregular > rows / 20) {
                throw head.wrong(
                        parser.getCurrentLineNumber(),
                        "the rows do not come at one rate. Record at a fixed rate; or say it, where only the times are inexact:"
                                + " --rate 250",
                        "les lignes ne viennent pas à un rythme régulier. Enregistrez à fréquence fixe\u202F; ou dites-la, si"
                                + " seules les heures sont inexactes\u202F: --rate 250");
            }
        }

        private float[][] turned(List<float[]> rows) {
            float[][] samples = new float[head.columns().size()][rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int channel = 0; channel < samples.length; channel++) {
                    samples[channel][i] = rows.get(i)[channel];
                }
            }
            return samples;
        }

        @Override
        public long consumed() {
            return input.consumed();
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}
