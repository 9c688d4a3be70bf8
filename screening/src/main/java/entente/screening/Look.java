package entente.screening;

import java.util.Arrays;
import java.util.List;

/// All that was worked out of the signal up to one moment.
///
/// `noise` is the rms velocity from 3 to 15 Hz, in m/s, of the chassis (mean power of its sensors)
/// that the ground does not explain. `coherence` and `cancelledDb` are of the ground cancellation.
/// `traits` and the sensor that gave each, `worst`, are in the order of [Trait]; a trait that
/// cannot be seen with these sensors is NaN.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Look(
        int stretches, float[] traits, int[] worst, Pulse pulse, double noise, double coherence, double cancelledDb) {
    /// In bins of the strip: bands of 1 Hz from 4 to 15 Hz, above most of the wind's, and narrow
    /// enough for sensors that are not quite in step.
    private static final int BAND = 4;

    /// Which of them begins at 8 Hz.
    private static final int HIGH_BAND = 4;

    /// Wind is looked for up to 4 Hz.
    private static final int WIND_UNTIL = 16;

    /// After so many stretches it is looked: at 8, 10, ... 30, 36, 44, 52 and 60 s.
    private static final int[] AT = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 21, 25, Strip.MOST};

    /// How many looks there are at most.
    static final int COUNT = AT.length;

    static boolean due(int stretches) {
        return Arrays.binarySearch(AT, stretches) >= 0;
    }

    /// After how many stretches the look with this number, from 0 on, is.
    static int stretches(int look) {
        return AT[look];
    }

    /// A heart's intervals spread by 2 to 11 %, those of machines by less than 0.5 %.
    private static final double EVEN = 0.9;

    /// A person on the floor is at most so much along the way of the ground in all but one vehicle
    /// of twenty, and less is asked where the ground gives a hint of steps.
    private static final double MOST_ALONG = 0.95;

    private static final double HINTED_ALONG = 0.85;

    static Look at(Array array, Strip strip, List<Integer> chassis, List<Integer> references, List<Integer> beside) {
        Residual residual = Residual.of(strip, chassis, references);
        float[] traits = new float[Trait.values().length];
        int[] worst = new int[traits.length];
        Arrays.fill(traits, Float.NaN);
        double[] shares = shares(residual);
        traits[Trait.ENERGY.place()] = (float) mean(shares, 0);
        traits[Trait.ALONG.place()] = (float) along(residual, shares);
        traits[Trait.HIGH.place()] = (float) mean(shares, HIGH_BAND);
        Beam beam = Beam.of(residual);
        Beam ground = references.isEmpty() ? null : Beam.of(strip, references.getFirst());
        Pulse pulse = Pulse.of(beam.levelled());
        traits[Trait.BEAT.place()] = (float) pulse.score();
        traits[Trait.MOVEMENT.place()] = (float) beam.burst(ground);
        traits[Trait.LINE.place()] = (float) residual.line();
        traits[Trait.SWAY.place()] = (float) residual.sway();
        if (ground != null) {
            traits[Trait.STEPS.place()] = (float) Pulse.of(ground.levelled()).score();
            traits[Trait.ECHO.place()] = (float) beam.echo(ground);
            traits[Trait.UNHEARD.place()] = (float) Math.log(residual.unheard());
        }
        if (!beside.isEmpty()) {
            traits[Trait.WIND.place()] = (float) wind(strip, beside.getFirst());
        }
        Bearing.measure(strip, residual, chassis, references, traits, worst);
        return new Look(
                strip.size(),
                traits,
                worst,
                pulse,
                noise(array, residual, chassis),
                residual.coherence(),
                residual.cancelledDb());
    }

    /// For each band the mean correlation that the largest eigenvalue of the correlation matrix
    /// stands for, 0 to 1.
    private static double[] shares(Residual residual) {
        int sensors = residual.rest.length;
        double[] shares = new double[(Residual.UNTIL - 1 - Residual.FROM) / BAND - 1];
        for (int band = 0; band < shares.length; band++) {
            int from = Residual.FROM - Strip.FIRST + (band + 1) * BAND;
            shares[band] = (residual.eigen(from, from + BAND).value() - 1) / (sensors - 1);
        }
        return shares;
    }

    private static double wind(Strip strip, int sensor) {
        double sum = Double.MIN_NORMAL;
        for (int bin = Strip.FIRST; bin < WIND_UNTIL; bin++) {
            sum += strip.power(sensor, bin);
        }
        return Math.log(sum);
    }

    /// How much of what they have in common is along the way of the ground, about 0 to 1.
    private static double along(Residual residual, double[] shares) {
        double sum = 0;
        double all = 1e-6;
        for (int band = 0; band < shares.length; band++) {
            int from = Residual.FROM - Strip.FIRST + (band + 1) * BAND;
            sum += residual.along(from, from + BAND) - 1;
            all += shares[band] * (residual.rest.length - 1);
        }
        return sum / all;
    }

    /// The logarithm of the mean, from one band on.
    private static double mean(double[] shares, int from) {
        double sum = 0;
        for (int band = from; band < shares.length; band++) {
            sum += shares[band] / (shares.length - from);
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
        return new Look(stretches, traits, worst, pulse, in.real(), in.real(), in.real());
    }

    /// Whether a trait is further out than chance goes.
    boolean odd(History history, Trait trait) {
        return history.odd(stretches, trait, traits[trait.place()]);
    }

    /// Whether nothing else is at work that could pass for life. Blows from 8 to 15 Hz while the
    /// ground is quiet are of somebody who moves, whatever they do to the other traits; else every
    /// sensor must stand to the others as it should, and nothing may even look like steps or a
    /// machine, or come by way of the wheels.
    boolean clear(History history, Signs signs) {
        if (Trait.NUISANCES.stream().anyMatch(trait -> odd(history, trait))) {
            return false;
        }
        boolean machine = pulse.even() > EVEN && signs.beat() > 0;
        boolean outside = suspect(history, Trait.ECHO) || suspect(history, Trait.STEPS) || byWheels(history);
        boolean fit = !odd(history, Trait.UNHEARD) && unfit(history).isEmpty();
        // Beats that suffice by themselves do not come from a sensor that is loose or does not hear.
        boolean beats = signs.beating() >= history.threshold();
        return signs.moving() >= history.threshold() || (!machine && !outside && (fit || beats));
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

    /// Whether what the sensors have in common moves them just as the ground does. It is then
    /// something outside that the ground sensor hears less well than the wheels do, as steps, or
    /// that sensor's own noise. A person pushes the floor, which moves the frame in another way.
    boolean byWheels(History history) {
        double common = Math.exp(traits[Trait.ENERGY.place()]);
        double chance = Math.exp(history.tail(stretches, Trait.ENERGY).passedWith(0.5));
        // Chance is in common as well, but not along anything.
        double free = Math.sqrt(Math.max(common * common - chance * chance, 1e-6));
        boolean hint = history.hint(stretches, Trait.ECHO, traits[Trait.ECHO.place()])
                || history.hint(stretches, Trait.STEPS, traits[Trait.STEPS.place()]);
        return traits[Trait.ALONG.place()] * common / free > (hint ? HINTED_ALONG : MOST_ALONG);
    }

    private boolean suspect(History history, Trait trait) {
        return history.suspect(stretches, trait, traits[trait.place()]);
    }
}
