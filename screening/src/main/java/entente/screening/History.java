package entente.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a lane gave when it was empty. All thresholds of a [Screening] come from it.
///
/// It is made of at least [#LEAST_STOPS] stops of vehicles that were known to be empty, as
/// different from one another, and in as different weather and traffic, as those that will be
/// screened. Where the sensors of the lane change, a new one is needed. It never changes and has a
/// form in bytes.
public final class History {
    public static final int LEAST_STOPS = 40;

    /// Three stops in a thousand, over all looks at each, may be taken for life by chance: few
    /// enough that of a kind of which a history has some it is hardly more than one in a hundred.
    private static final double FALSE_ALARM = 0.003;

    /// The same of movement alone, which chance seldom looks like.
    private static final double FALSE_MOVEMENT = 0.005;

    /// However still a lane is: less than this is no movement (the natural logarithm of the ratio).
    private static final double LEAST_MOVEMENT = 1;

    /// Three looks in a thousand may find a trait odd by chance.
    private static final double ODD = 0.003;

    /// One look in fifty may find a sensor unfit by chance: that is tried again more lightly than a
    /// fault is missed.
    private static final double UNFIT = 0.02;

    /// One look in twenty may find a trait suspect by chance: it is looked again.
    private static final double SUSPECT = 0.05;

    private static final int MARK = 0x454E5449;

    private final int stops;
    private final int chassis;
    private final int references;

    /// By stretches, then by trait.
    private final Tail[][] tails;

    private final double threshold;
    private final double restless;

    private History(int stops, int chassis, int references, Tail[][] tails, double threshold, double restless) {
        this.stops = stops;
        this.chassis = chassis;
        this.references = references;
        this.tails = tails;
        this.threshold = threshold;
        this.restless = restless;
    }

    /// That of a lane of which nothing is known. With it, a screening cannot tell.
    public static History none() {
        return new History(0, 0, 0, new Tail[0][], Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /// @throws IllegalArgumentException where there are fewer than [#LEAST_STOPS] stops of the same
    /// sensors that lasted a minute
    public static History of(List<Screening.Empty> stops) {
        if (stops.size() < LEAST_STOPS) {
            throw new IllegalArgumentException(
                    "a history needs " + LEAST_STOPS + " empty stops or more, had: " + stops.size());
        }
        Screening.Empty first = stops.getFirst();
        for (Screening.Empty stop : stops) {
            if (stop.chassis() != first.chassis() || stop.references() != first.references()) {
                throw new IllegalArgumentException("the empty stops are of different sensors");
            }
            if (!stop.whole()) {
                throw new IllegalArgumentException("an empty stop lasts a minute without a fault, one had "
                        + stop.looks().size() + " looks of " + Look.COUNT);
            }
        }
        Tail[][] tails = new Tail[Strip.MOST + 1][0];
        for (int look = 0; look < Look.COUNT; look++) {
            tails[Look.stretches(look)] = fit(stops, look);
        }
        History untried = new History(stops.size(), first.chassis(), first.references(), tails, 0, 0);
        return new History(
                stops.size(),
                first.chassis(),
                first.references(),
                tails,
                Math.max(0, passedWith(stops, untried, Signs::total, FALSE_ALARM)),
                Math.max(LEAST_MOVEMENT, passedWith(stops, untried, Signs::moving, FALSE_MOVEMENT)));
    }

    /// What the highest of all looks at an empty stop goes beyond with this probability, at least
    /// 0.
    private static double passedWith(
            List<Screening.Empty> stops, History untried, ToDoubleFunction<Signs> value, double probability) {
        double[] highest = new double[stops.size()];
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < highest.length; i++) {
            List<float[]> looks = stops.get(i).looks();
            for (int look = 0; look < looks.size(); look++) {
                Signs signs = untried.evidence(Look.stretches(look), looks.get(look), 1);
                highest[i] = Math.max(highest[i], value.applyAsDouble(signs));
            }
        }
        return Tail.passedWith(highest, probability);
    }

    private static Tail[] fit(List<Screening.Empty> stops, int look) {
        Tail[] fitted = new Tail[Trait.values().length];
        for (int t = 0; t < fitted.length; t++) {
            List<Double> values = new ArrayList<>();
            for (Screening.Empty stop : stops) {
                float value = stop.looks().get(look)[t];
                if (!Float.isNaN(value)) {
                    values.add((double) value);
                }
            }
            fitted[t] = values.size() < LEAST_STOPS
                    ? new Tail(Double.NaN, Double.NaN)
                    : Tail.of(values.stream().mapToDouble(v -> v).toArray());
        }
        return fitted;
    }

    /// On how many empty stops it rests.
    public int stops() {
        return stops;
    }

    boolean fits(int chassisSensors, int referenceSensors) {
        return stops == 0 || (chassis == chassisSensors && references == referenceSensors);
    }

    /// The logarithm of the likelihood ratio that an empty stop passes with a probability of at
    /// most [#FALSE_ALARM].
    double threshold() {
        return threshold;
    }

    /// The same for what movement alone says.
    double restless() {
        return restless;
    }

    /// What chance does with a trait when so many stretches were seen.
    Tail tail(int stretches, Trait trait) {
        return tails[stretches][trait.place()];
    }

    /// Whether a trait is further out than chance goes.
    boolean odd(int stretches, Trait trait, double value) {
        return value > Math.min(tail(stretches, trait).passedWith(ODD), trait.all());
    }

    /// Whether a trait is so far out that what it stands for may be at work.
    boolean suspect(int stretches, Trait trait, double value) {
        return value > Math.min(tail(stretches, trait).passedWith(SUSPECT), trait.all());
    }

    /// Whether a trait of a sensor is further out than it should be.
    boolean unfit(int stretches, Trait trait, double value) {
        return value > tail(stretches, trait).passedWith(UNFIT);
    }

    Signs evidence(int stretches, float[] traits, double spared) {
        return Signs.of(this, stretches, traits, spared);
    }

    /// As bytes, for a file or a checkpoint.
    public byte[] bytes() {
        Pack.Out out = new Pack.Out();
        write(out);
        return out.done();
    }

    void write(Pack.Out out) {
        out.whole(MARK)
                .whole(stops)
                .whole(chassis)
                .whole(references)
                .real(threshold)
                .real(restless);
        out.whole(tails.length);
        for (Tail[] one : tails) {
            double[] numbers = new double[2 * one.length];
            for (int i = 0; i < one.length; i++) {
                numbers[2 * i] = one[i].location();
                numbers[2 * i + 1] = one[i].scale();
            }
            out.reals(numbers);
        }
    }

    /// @throws IllegalArgumentException where the bytes are not those of a history of this version
    public static History read(byte[] bytes) {
        Pack.In in = new Pack.In(bytes);
        History history = read(in);
        in.end();
        return history;
    }

    static History read(Pack.In in) {
        if (in.whole() != MARK) {
            throw new IllegalArgumentException("these are not the bytes of a history");
        }
        int stops = (int) in.whole();
        int chassis = (int) in.whole();
        int references = (int) in.whole();
        double threshold = in.real();
        double restless = in.real();
        Tail[][] tails = new Tail[in.count(Long.BYTES)][];
        for (int i = 0; i < tails.length; i++) {
            double[] numbers = in.reals();
            if (numbers.length != 0 && numbers.length != 2 * Trait.values().length) {
                throw new IllegalArgumentException("the history is of another version");
            }
            tails[i] = new Tail[numbers.length / 2];
            for (int t = 0; t < tails[i].length; t++) {
                tails[i][t] = new Tail(numbers[2 * t], numbers[2 * t + 1]);
            }
        }
        if (tails.length != (stops == 0 ? 0 : Strip.MOST + 1)) {
            throw new IllegalArgumentException("the history is of another version");
        }
        return new History(stops, chassis, references, tails, threshold, restless);
    }
}
