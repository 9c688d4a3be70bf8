package entente.recordings;

import entente.recordings.Roles.Role;
import entente.recordings.Source.Flow;
import entente.recordings.Source.Piece;
import entente.screening.Reading;
import entente.terms.Words;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One source on its way into a recording: its samples, numbered on the grid of the recording, and its readings.
final class Feed {
    /// A piece that comes later than this, in samples, comes after a gap.
    private static final double LATE = 0.75;

    /// Samples of the sensors that matter, from a number on; `nanos` is when the first was taken.
    @SuppressWarnings("ArrayRecordComponent") // handed on once
    private record Run(long index, long nanos, float[][] samples, int length) {
        long end() {
            return index + length;
        }
    }

    private final Source source;
    private final Flow flow;
    private final List<Role> fast;
    private final List<Role> slow;
    private final int[] places;
    private final Collection<Reading> readings;
    private final double period;
    private final Deque<Run> runs = new ArrayDeque<>();
    private boolean over;
    private long expected;
    private long anchorNanos;
    private double expectedNanos;
    private long lastNanos = Long.MIN_VALUE;

    Feed(Source source, List<Role> own, List<Role> order, Collection<Reading> readings) throws IOException {
        this.source = source;
        this.fast = own.stream().filter(order::contains).toList();
        this.slow = own.stream().filter(role -> !order.contains(role)).toList();
        this.places = fast.stream().mapToInt(order::indexOf).toArray();
        this.readings = readings;
        this.period = 1e9 / source.rateHz();
        this.flow = source.open();
    }

    Source source() {
        return source;
    }

    /// Whether sensors of the array are among its channels.
    boolean sampled() {
        return !fast.isEmpty();
    }

    List<Words> remarks() {
        return flow.remarks();
    }

    long consumed() {
        return flow.consumed();
    }

    /// Reads the first samples, and gives the time of the first; very late where there are none.
    long begin() throws IOException {
        expectedNanos = Double.NaN;
        read();
        Run first = runs.peek();
        return first == null ? Long.MIN_VALUE : first.nanos;
    }

    /// Numbers all samples so that the one taken at this time has the number 0.
    void anchor(long nanos) {
        anchorNanos = nanos;
        Run first = runs.poll();
        if (first != null) {
            long index = Math.round((first.nanos - nanos) / period);
            runs.add(new Run(index, first.nanos, first.samples, first.length));
            expected = index + first.length;
        }
    }

    /// Reads until the samples before this number are there, or the file is over.
    void fill(long until) throws IOException {
        while (!over && expected < until) {
            read();
        }
    }

    private void read() throws IOException {
        Piece piece = flow.next();
        if (piece == null) {
            over = true;
            return;
        }
        readings.addAll(piece.readings());
        if (piece.length() == 0) {
            return;
        }
        readings(piece);
        if (fast.isEmpty()) {
            lastNanos = piece.startNanos() + Math.round(piece.length() * period);
            return;
        }
        double late = Double.isNaN(expectedNanos) ? 0 : (piece.startNanos() - expectedNanos) / period;
        if (late < -LATE) {
            throw Unusable.of(
                    source.file(),
                    "samples come twice, or time runs back, at " + Times.instant(piece.startNanos()),
                    "des échantillons viennent deux fois, ou le temps recule, à " + Times.instant(piece.startNanos()));
        }
        long index = expected + (late > LATE ? Math.round(late) : 0);
        float[][] samples = new float[fast.size()][];
        for (int i = 0; i < samples.length; i++) {
            samples[i] =
                    measured(piece.samples()[fast.get(i).channel()], fast.get(i).measure());
        }
        Run run = new Run(index, piece.startNanos(), samples, piece.length());
        runs.add(run);
        expected = run.end();
        expectedNanos = piece.startNanos() + piece.length() * period;
    }

    private static float[] measured(float[] raw, Measure measure) {
        float[] values = new float[raw.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = measure.of(raw[i]);
        }
        return values;
    }

    /// The last value of each second is a reading.
    private void readings(Piece piece) {
        int step = (int) Math.max(1, Math.round(source.rateHz()));
        for (Role role : slow) {
            float[] values = piece.samples()[role.channel()];
            for (int from = 0; from < values.length; from += step) {
                int at = Math.min(values.length, from + step) - 1;
                while (at > from && Float.isNaN(values[at])) {
                    at--;
                }
                if (!Float.isNaN(values[at])) {
                    long nanos = piece.startNanos() + Math.round(at * period);
                    readings.add(new Reading(
                            Times.instant(nanos), role.sensor(), role.measure().of(values[at])));
                }
            }
        }
    }

    /// Reads what is only readings, until this time.
    void readUntil(long nanos) throws IOException {
        while (!over && lastNanos < nanos) {
            read();
        }
    }

    /// Whether there is nothing from this number on.
    boolean ended(long index) {
        dropBefore(index);
        return over && runs.isEmpty();
    }

    /// The first number, not before this one, at which there is a sample.
    long from(long index) {
        dropBefore(index);
        Run first = runs.peek();
        return first == null ? Long.MAX_VALUE : Math.max(index, first.index);
    }

    private void dropBefore(long index) {
        while (!runs.isEmpty() && runs.peek().end() <= index) {
            runs.poll();
        }
    }

    /// Where samples begin or cease to be there between the two numbers; the second number where they do not.
    long edge(long from, long until) {
        long at = from;
        for (Run run : runs) {
            if (run.index > at) {
                return Math.min(until, at == from ? run.index : at);
            }
            at = Math.max(at, run.end());
        }
        return at == from ? until : Math.min(until, at);
    }

    /// Puts the samples of so many numbers into their places; NaN where there are none.
    void take(long index, int length, float[][] into) {
        for (int i = 0; i < places.length; i++) {
            float[] values = new float[length];
            java.util.Arrays.fill(values, Float.NaN);
            for (Run run : runs) {
                int from = Math.clamp(run.index - index, 0, length);
                int until = Math.clamp(run.end() - index, 0, length);
                if (from < until) {
                    System.arraycopy(run.samples[i], (int) (index + from - run.index), values, from, until - from);
                }
            }
            into[places[i]] = values;
        }
    }

    /// When the sample of this number was taken, by the clock of the file.
    long nanos(long index) {
        Run near = null;
        for (Run run : runs) {
            near = near == null || run.index <= index ? run : near;
        }
        return near == null
                ? anchorNanos + Math.round(index * period)
                : near.nanos + Math.round((index - near.index) * period);
    }

    /// By how many samples its clock is before the grid of the recording.
    double driftSamples() {
        Run run = last();
        return run == null ? 0 : (run.nanos - anchorNanos) / period - run.index;
    }

    private @Nullable Run last() {
        return runs.peekLast();
    }

    void close() throws IOException {
        flow.close();
    }
}
