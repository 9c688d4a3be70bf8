package entente.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the readings of one gas in a load space come to: the level at the newest reading, and how
/// fast it changes.
///
/// Levels in the unit of the readings, times in hours. Where there are too few readings for a slope
/// its `slopeSigma` is infinite.
record Trend(double level, double slopePerHour, double slopeSigma, Instant newest) {
    /// As far back as a straight line is drawn.
    static final double WINDOW_HOURS = 0.5;

    /// A probe that was just put in has not taken on the air of the hold: after two to three minutes it
    /// has, by what is told of checks at Calais (Commercial Motor, 11 January 2001).
    private static final double SETTLING_HOURS = 2.0 / 60;

    private static final double LEAST_SPAN_HOURS = 2.0 / 60;
    private static final int LEAST_READINGS = 4;

    /// The trend of the readings of one quantity inside that are not after `now`, if there is any.
    /// `noise` is the standard deviation of one reading, `drift` that of the sensor's own slope in an
    /// hour.
    static @Nullable Trend of(
            List<Reading> readings, Sensor.Quantity quantity, Range sane, Instant now, double noise, double drift) {
        List<Reading> inside = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.sensor().place() == Sensor.Place.LOAD_SPACE
                    && reading.sensor().quantity() == quantity
                    && !reading.at().isAfter(now)
                    && sane.holds(reading.value())) {
                inside.add(reading);
            }
        }
        if (inside.isEmpty()) {
            return null;
        }
        inside.sort(Comparator.comparing(Reading::at));
        Instant newest = inside.getLast().at();
        double span = hours(inside.getFirst().at(), newest);
        double settled = span >= 2 * SETTLING_HOURS ? SETTLING_HOURS : 0;
        Instant first = inside.getFirst().at();
        inside.removeIf(one -> hours(first, one.at()) < settled || hours(one.at(), newest) > WINDOW_HOURS);
        return line(inside, newest, noise, drift);
    }

    private static Trend line(List<Reading> readings, Instant newest, double noise, double drift) {
        int count = readings.size();
        double time = 0;
        double value = 0;
        for (Reading reading : readings) {
            time -= hours(reading.at(), newest) / count;
            value += reading.value() / count;
        }
        double spread = 0;
        double common = 0;
        for (Reading reading : readings) {
            double off = -hours(reading.at(), newest) - time;
            spread += off * off;
            common += off * (reading.value() - value);
        }
        double span = hours(readings.getFirst().at(), newest);
        if (count < LEAST_READINGS || span < LEAST_SPAN_HOURS) {
            return new Trend(readings.getLast().value(), 0, Double.POSITIVE_INFINITY, newest);
        }
        double slope = common / spread;
        double rest = 0;
        for (Reading reading : readings) {
            double miss = reading.value() - value - slope * (-hours(reading.at(), newest) - time);
            rest += miss * miss / (count - 2);
        }
        double sigma = Math.sqrt(Math.max(rest, noise * noise) / spread + drift * drift);
        return new Trend(value - slope * time, slope, sigma, newest);
    }

    static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 3.6e12;
    }
}
