package entente.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All that was worked out of the signal up to one moment.
///
/// `noise` is the rms velocity from 3 to 15 Hz, in m/s, of the chassis (mean power of its sensors)
/// that the ground does not explain. `coherence` and `cancelledDb` are of the ground cancellation.
/// `linesHz` are the highest lines of machines, none where there are none, and `spared` the share
/// of the bins from 4 to 15 Hz that no line covers.
/// `traits` and the sensor that gave each, `worst`, are in the order of [Trait]; a trait that
/// cannot be seen with these sensors is NaN.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Look(
        int stretches,
        float[] traits,
        int[] worst,
        Pulse pulse,
        double noise,
        double coherence,
        double cancelledDb,
        List<Double> linesHz,
        double spared) {
    /// In bins of the strip: bands of 1 Hz from 4 to 15 Hz, above most of the wind's, and narrow
    /// enough for sensors that are not quite in step.
    private static final int BAND = 4;

    private static final int COMMON_FROM = 16;
    private static final int COMMON_UNTIL = 60;
    private static final int HIGH_FROM = 32;

    /// Wind is looked for up to 4 Hz.
    private static final int WIND_UNTIL = 16;

    /// After so many stretches it is looked: at 8, 10, 12, 14, 18, 24, 30, 36, 44, 52 and 60 s.
    private static final int[] AT = {3, 4, 5, 6, 8, 11, 14, 17, 21, 25, Strip.MOST};

    /// Before that only movement is looked for: of so few stretches the filter leaves little of a
    /// heart, and nothing shows by which way it came.
    private static final int SETTLED = 6;

    /// How many looks there are at most.
    static final int COUNT = AT.length;

    /// A heart's intervals spread by 2 to 11 %, those of machines by less than 0.5 %.
    private static final double EVEN = 0.9;

    /// What is along the way of the ground by more than this comes by no other.
    private static final double MOST_ALONG = 0.95;

    /// What is along the way of the ground by so much may come from sensors that were exchanged.
    private static final double EXCHANGED_ALONG = 0.7;

    /// The logarithm of the share of the frame's power that the ground leaves unexplained in every
    /// stretch where it is not heard.
    private static final double DEAF = -1;

    static boolean due(int stretches) {
        return Arrays.binarySearch(AT, stretches) >= 0;
    }

    /// After how many stretches the look with this number, from 0 on, is.
    static int stretches(int look) {
        return AT[look];
    }

    /// Whether only movement is looked for after so many stretches.
    static boolean early(int stretches) {
        return stretches < SETTLED;
    }

    static Look at(Array array, Strip strip, List<Integer> chassis, List<Integer> references, List<Integer> beside) {
        Residual residual = Residual.of(strip, chassis, references);
        float[] traits = new float[Trait.values().length];
        int[] worst = new int[traits.length];
        Arrays.fill(traits, Float.NaN);
        Beam beam = Beam.of(residual);
        Beam ground = references.isEmpty() ? null : Beam.of(strip, references.getFirst());
        traits[Trait.MOVEMENT.place()] = (float) beam.burst(ground);
        traits[Trait.LINE.place()] = (float) residual.lines.sharpest();
        Pulse pulse = early(strip.size()) ? Pulse.NONE : Pulse.of(beam.levelled());
        if (!early(strip.size())) {
            common(residual, traits);
            traits[Trait.BEAT.place()] = (float) pulse.score();
            traits[Trait.SWAY.place()] = (float) residual.sway();
            if (ground != null) {
                traits[Trait.STEPS.place()] =
                        (float) Pulse.of(ground.levelled()).score();
                traits[Trait.ECHO.place()] = (float) beam.echo(ground);
                traits[Trait.UNHEARD.place()] = (float) Math.log(residual.unheard());
            }
            if (!beside.isEmpty()) {
                traits[Trait.WIND.place()] = (float) wind(strip, beside.getFirst());
            }
            Bearing.measure(strip, residual, chassis, references, traits, worst);
        }
        return new Look(
                strip.size(),
                traits,
                worst,
                pulse,
                noise(array, residual, chassis),
                residual.coherence(),
                residual.cancelledDb(),
                residual.lines.hertz(),
                residual.lines.spared(COMMON_FROM, COMMON_UNTIL).length / (double) (COMMON_UNTIL - COMMON_FROM));
    }

    private static void common(Residual residual, float[] traits) {
        int[] bins = residual.spared(COMMON_FROM - Strip.FIRST, COMMON_UNTIL - Strip.FIRST);
        List<Common> bands = new ArrayList<>();
        List<Common> high = new ArrayList<>();
        for (int k = 0; k + BAND <= bins.length; k += BAND) {
            Common band = Common.of(residual, Arrays.copyOfRange(bins, k, k + BAND));
            bands.add(band);
            if (bins[k] >= HIGH_FROM - Strip.FIRST) {
                high.add(band);
            }
        }
        traits[Trait.ENERGY.place()] = (float) share(bands);
        traits[Trait.ALONG.place()] = (float) along(bands, residual.rest.length);
        traits[Trait.HIGH.place()] = (float) share(high);
    }

    private static double wind(Strip strip, int sensor) {
        double sum = Double.MIN_NORMAL;
        for (int bin = Strip.FIRST; bin < WIND_UNTIL; bin++) {
            sum += strip.power(sensor, bin);
        }
        return Math.log(sum);
    }

    /// How much of what they have in common is along the way of the ground, about 0 to 1.
    private static double along(List<Common> bands, int sensors) {
        double sum = 0;
        double all = 1e-6;
        for (Common band : bands) {
            sum += band.along() - 1;
            all += band.share() * (sensors - 1);
        }
        return sum / all;
    }

    /// The logarithm of the mean share.
    private static double share(List<Common> bands) {
        double sum = 0;
        for (Common band : bands) {
            sum += band.share() / bands.size();
        }
        return Math.log(Math.max(sum, 1e-6));
    }

    /// A bin of a Hann-windowed transform of n samples with the one-sided power |X|^2 stands for a
    /// mean square of 2 |X|^2 / (n sum w^2).
    private static double noise(Array array, Residual residual, List<Integer> chassis) {
        double sum = 0;
        for (int i = 0; i < chassis.size(); i++) {
            boolean acceleration = array.sensors().get(chassis.get(i)).quantity() == Sensor.Quantity.ACCELERATION;
            for (int bin = Residual.FROM; bin < Residual.UNTIL; bin++) {
                double omega = 2 * Math.PI * bin * Strip.BIN_HZ;
                sum += residual.after[i][bin - Strip.FIRST] / (acceleration ? omega * omega : 1);
            }
        }
        return Math.sqrt(sum / chassis.size() * 2 / (0.375 * Strip.LENGTH * (double) Strip.LENGTH));
    }

    void write(Pack.Out out) {
        out.whole(stretches).floats(traits).whole(worst.length);
        for (int one : worst) {
            out.whole(one);
        }
        out.real(pulse.score()).real(pulse.seconds()).real(pulse.even());
        out.real(noise).real(coherence).real(cancelledDb);
        out.reals(linesHz.stream().mapToDouble(hertz -> hertz).toArray()).real(spared);
    }

    static Look read(Pack.In in) {
        int stretches = (int) in.whole();
        float[] traits = in.floats();
        int[] worst = new int[in.count(Long.BYTES)];
        for (int i = 0; i < worst.length; i++) {
            worst[i] = (int) in.whole();
        }
        if (!due(stretches) || traits.length != Trait.values().length || worst.length != traits.length) {
            throw new IllegalArgumentException("the look is of another version");
        }
        Pulse pulse = new Pulse(in.real(), in.real(), in.real());
        double noise = in.real();
        double coherence = in.real();
        double cancelledDb = in.real();
        List<Double> linesHz = Arrays.stream(in.reals()).boxed().toList();
        return new Look(stretches, traits, worst, pulse, noise, coherence, cancelledDb, linesHz, in.real());
    }

    /// Whether a trait is further out than chance goes.
    boolean odd(History history, Trait trait) {
        return history.odd(stretches, trait, traits[trait.place()]);
    }

    boolean early() {
        return early(stretches);
    }

    /// Whether a machine is at work where hearts are. What hums above that, as the mains do, takes
    /// nothing away.
    boolean machine() {
        return spared < 1;
    }

    /// Whether beats were followed that are as even as only a machine's are.
    boolean even(Signs signs) {
        return pulse.even() > EVEN && signs.beat() > 0;
    }

    /// Whether the ground sensor does not hear what shakes the vehicle. Beside a loud heart the
    /// ground is little of that: its beats tell it from a deaf sensor.
    boolean deaf(History history) {
        return traits[Trait.UNHEARD.place()] > DEAF && (machine() || !odd(history, Trait.BEAT));
    }

    /// Whether a chassis sensor and the ground sensor may have been exchanged.
    boolean exchanged(History history) {
        return suspect(history, Trait.SHRILL) && way(history) > EXCHANGED_ALONG;
    }

    /// In what a chassis sensor does not stand to the others as it should: each in which it is odd,
    /// and where it is suspect in two or more, those.
    List<Trait> unfit(History history) {
        List<Trait> suspect =
                Trait.BEARINGS.stream().filter(trait -> suspect(history, trait)).toList();
        return suspect.size() > 1
                ? suspect
                : suspect.stream()
                        .filter(trait -> history.unfit(stretches, trait, traits[trait.place()]))
                        .toList();
    }

    /// Whether what the sensors have in common rather comes from outside, by way of the wheels, as
    /// steps do, than from a person. A person pushes the floor, which moves the frame in another way
    /// than the ground does; breathes and beats slowly as well; does not swell with the ground, and
    /// leaves it without a pace. The weights are those of a logistic regression over simulated stops
    /// that none of the figures of the evaluation rests on.
    boolean fromOutside(History history) {
        double way = way(history);
        double apart = Math.min(1.2, (1 - way) / (1.05 - Math.exp(traits[Trait.ENERGY.place()])));
        double usual = history.tail(stretches, Trait.SWAY).passedWith(0.5);
        double slow = Math.clamp(traits[Trait.SWAY.place()] - usual, -3, 2);
        double pace = history.tail(stretches, Trait.STEPS).standard(traits[Trait.STEPS.place()]);
        double odds =
                -0.2 - 5.7 * apart - 1.6 * slow + 4.3 * traits[Trait.ECHO.place()] + 0.4 * Math.clamp(pace, -1, 6);
        return way > MOST_ALONG || odds > 0;
    }

    /// How much of what they have in common, beyond what chance has, is along the way of the
    /// ground.
    private double way(History history) {
        double common = Math.exp(traits[Trait.ENERGY.place()]);
        double chance = Math.exp(history.tail(stretches, Trait.ENERGY).passedWith(0.5));
        return traits[Trait.ALONG.place()] * common / Math.sqrt(Math.max(common * common - chance * chance, 1e-6));
    }

    private boolean suspect(History history, Trait trait) {
        return history.suspect(stretches, trait, traits[trait.place()]);
    }
}
