package entente.screening;

import entente.screening.Hold.Input;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The carbon dioxide of one load space as a balance: what is made in it, less what leaks. From the
/// level and the slope of a probe it says how much likelier the readings are with somebody breathing
/// than with nobody, and how many there are at least.
///
/// What the load gives off by itself, the volume of air, the leak, the breath of a person, exhaust
/// gas that was let in before the doors were shut, and the drift of the sensor are not known, and are
/// averaged over: as given by the [Hold], or over all that its kind of vehicle allows. A load that
/// breathes as much as people do leaves nothing to tell them by, and then the ratio stays near 0. The
/// level counts only where the hours shut are given.
///
/// It is changed by what it is given and belongs to one thread.
public final class AirBalance {
    private static final int MARK = 0x41495231;

    /// What was let in with the doors open: mostly little, sometimes 600 ppm.
    private static final double EXHAUST_PPM = 600;

    /// An infrared sensor, as in [Forecast].
    private static final double LEVEL_PPM = 50;

    private static final double LEVEL_SHARE = 0.03;

    /// Half an hour of a reading every four seconds.
    private static final int MOST_READINGS = 450;

    private static final Sensor PROBE =
            new Sensor("probe", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);

    private static final List<Input> INPUTS = List.of(
            Input.GROSS_M3,
            Input.LOAD_SHARE,
            Input.FREE_M3,
            Input.LEAK_M3_PER_HOUR,
            Input.LOAD_LITRES_PER_HOUR,
            Input.HOURS_SHUT);
    private static final Lattice LATTICE = new Lattice(INPUTS.size() + 4);

    private final Hold hold;
    private final List<Reading> readings = new ArrayList<>();
    private double[] logLikelihoods = {};

    public AirBalance(Hold hold) {
        this.hold = hold;
    }

    /// Takes the next reading. Only carbon dioxide inside counts, as far as air can have it.
    public void take(Reading reading) {
        if (reading.sensor().place() != Sensor.Place.LOAD_SPACE
                || reading.sensor().quantity() != Sensor.Quantity.CARBON_DIOXIDE
                || !Forecast.SANE_PPM.holds(reading.value())) {
            return;
        }
        readings.add(reading);
        readings.removeIf(one -> Trend.hours(one.at(), reading.at()) > Trend.WINDOW_HOURS);
        if (readings.size() > MOST_READINGS) {
            readings.removeFirst();
        }
        logLikelihoods = new double[0];
    }

    /// The natural logarithm of how much likelier the readings are with at least one person inside than
    /// with nobody; 0 where they say nothing.
    public double logLikelihoodRatio() {
        double[] by = byPeople();
        double somebody = Double.NEGATIVE_INFINITY;
        for (int people = 1; people < by.length; people++) {
            somebody = added(somebody, by[people] + Math.log(prior(people, by.length - 1)));
        }
        return by.length < 2 ? 0 : somebody - by[0];
    }

    /// As many people as there are with a probability of 95 % or more, if nobody and somebody were
    /// equally probable before, and a larger number the less probable the larger it is. 0 where nobody
    /// was found.
    public int peopleAtLeast() {
        return atShare(0.05);
    }

    /// The middle of how many people there may be, by the same probabilities.
    public int people() {
        return atShare(0.5);
    }

    private int atShare(double share) {
        double[] by = byPeople();
        double whole = Double.NEGATIVE_INFINITY;
        double[] weighted = new double[by.length];
        for (int people = 0; people < by.length; people++) {
            weighted[people] = by[people] + (people == 0 ? 0 : Math.log(prior(people, by.length - 1)));
            whole = added(whole, weighted[people]);
        }
        double passed = 0;
        for (int people = 0; people < by.length; people++) {
            passed += Math.exp(weighted[people] - whole);
            if (passed > share) {
                return people;
            }
        }
        return 0;
    }

    private static double prior(int people, int most) {
        double sum = 0;
        for (int i = 1; i <= most; i++) {
            sum += 1.0 / i;
        }
        return 1 / (people * sum);
    }

    /// By the number of people, the logarithm of how likely the readings are; empty where there are too
    /// few of them.
    private double[] byPeople() {
        if (logLikelihoods.length > 0 || readings.isEmpty()) {
            return logLikelihoods;
        }
        Instant now = readings.getLast().at();
        Trend trend = Trend.of(
                readings,
                Sensor.Quantity.CARBON_DIOXIDE,
                Forecast.SANE_PPM,
                now,
                Forecast.PPM_NOISE,
                Forecast.PPM_DRIFT);
        if (trend == null || (Double.isInfinite(trend.slopeSigma()) && !hold.knows(Input.HOURS_SHUT))) {
            return logLikelihoods;
        }
        double[] by = new double[(int) Math.floor(hold.range(Input.PEOPLE).high()) + 1];
        for (int people = 0; people < by.length; people++) {
            by[people] = Double.NEGATIVE_INFINITY;
            for (int point = 0; point < Lattice.POINTS; point++) {
                by[people] = added(by[people], likelihood(point, people, trend));
            }
            by[people] -= Math.log(Lattice.POINTS);
        }
        logLikelihoods = by;
        return by;
    }

    private double likelihood(int point, int people, Trend trend) {
        double free = freeM3(point, people);
        int at = INPUTS.size();
        double breath = Body.litresPerHour(LATTICE.at(point, at), LATTICE.at(point, at + 1), LATTICE.at(point, at + 2));
        double made = 1000 * (people * breath + value(point, Input.LOAD_LITRES_PER_HOUR)) / free;
        Gas gas = new Gas(made, value(point, Input.LEAK_M3_PER_HOUR) / free);
        double log = 0;
        if (Double.isFinite(trend.slopeSigma())) {
            double slope = made - gas.exchangesPerHour() * (trend.level() - Limits.OUTDOOR_PPM);
            log += normal(trend.slopePerHour() - slope, trend.slopeSigma());
        }
        if (hold.knows(Input.HOURS_SHUT)) {
            double let = EXHAUST_PPM * Math.pow(LATTICE.at(point, at + 3), 2);
            double level = gas.after(value(point, Input.HOURS_SHUT), Limits.OUTDOOR_PPM + let);
            log += normal(trend.level() - level, LEVEL_PPM + LEVEL_SHARE * level);
        }
        return log;
    }

    private double freeM3(int point, int people) {
        if (hold.knows(Input.FREE_M3)) {
            return value(point, Input.FREE_M3);
        }
        double empty = value(point, Input.GROSS_M3) * (1 - value(point, Input.LOAD_SHARE));
        return Math.max(Input.FREE_M3.possible().low(), empty - people * Body.VOLUME_M3);
    }

    private double value(int point, Input input) {
        return hold.range(input).at(LATTICE.at(point, INPUTS.indexOf(input)));
    }

    private static double normal(double off, double sigma) {
        double z = off / sigma;
        return -z * z / 2 - Math.log(sigma);
    }

    /// The logarithm of a sum, from the logarithms of its parts.
    private static double added(double one, double two) {
        double more = Math.max(one, two);
        return more == Double.NEGATIVE_INFINITY ? more : more + Math.log1p(Math.exp(Math.min(one, two) - more));
    }

    /// Its whole state, for a checkpoint: at most 10 kB.
    public byte[] saved() {
        Pack.Out out = new Pack.Out();
        out.whole(MARK);
        hold.write(out);
        out.whole(readings.size());
        for (Reading one : readings) {
            out.whole(ChronoUnit.NANOS.between(Instant.EPOCH, one.at())).real(one.value());
        }
        return out.done();
    }

    /// @throws IllegalArgumentException where the bytes are not those of a balance of this version
    public static AirBalance restored(byte[] saved) {
        Pack.In in = new Pack.In(saved);
        if (in.whole() != MARK) {
            throw new IllegalArgumentException("these are not the bytes of a balance of air");
        }
        AirBalance balance = new AirBalance(Hold.read(in));
        for (int left = in.count(1); left > 0; left--) {
            balance.readings.add(new Reading(Instant.EPOCH.plusNanos(in.whole()), PROBE, in.real()));
        }
        in.end();
        return balance;
    }
}
