package entente.screening;

import java.util.Arrays;
import java.util.List;

/// All that was worked out of the signal up to one moment.
///
/// `noise` is the rms velocity from 3 to 15 Hz, in m/s, of the chassis (mean power of its sensors) that the ground does
/// not
/// explain. `coherence` and `cancelledDb` are of the ground cancellation. `traits` and the sensor that gave
/// each, `worst`, are in the order of [Trait]; a trait that cannot be seen with these sensors is NaN.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Look(int stretches, float[] traits, int[] worst, double noise, double coherence, double cancelledDb) {
    /// In bins of the strip: bands of 1 Hz from 3 to 15 Hz, narrow enough for sensors that are not quite in step.
    private static final int BAND = 4;

    static final int LEAST_STRETCHES = 3;

    static Look at(Array array, Strip strip, List<Integer> chassis, List<Integer> references) {
        Residual residual = Residual.of(strip, chassis, references);
        float[] traits = new float[Trait.values().length];
        int[] worst = new int[traits.length];
        Arrays.fill(traits, Float.NaN);
        traits[Trait.ENERGY.place()] = (float) Math.log(common(residual));
        Bearing.measure(strip, residual, chassis, references, traits, worst);
        return new Look(
                strip.size(),
                traits,
                worst,
                noise(array, residual, chassis),
                residual.coherence(),
                residual.cancelledDb());
    }

    /// The mean correlation that the largest eigenvalue of each band's correlation matrix stands for, 0 to 1.
    private static double common(Residual residual) {
        int sensors = residual.rest.length;
        double sum = 0;
        int bands = 0;
        for (int from = Residual.FROM - Strip.FIRST; from < Residual.UNTIL - 1 - Strip.FIRST; from += BAND) {
            sum += (residual.eigen(from, from + BAND).value() - 1) / (sensors - 1);
            bands++;
        }
        return Math.max(sum / bands, 1e-6);
    }

    /// A bin of a Hann-windowed transform of n samples with the one-sided power |X|^2 stands for a mean square of
    /// 2 |X|^2 / (n sum w^2).
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

    /// Whether a trait is further out than chance goes.
    boolean odd(History history, Trait trait) {
        return history.odd(stretches, trait, traits[trait.place()]);
    }

    /// Whether every sensor that was used stands to the others as it should.
    boolean sound(History history) {
        return Trait.BEARINGS.stream().noneMatch(trait -> odd(history, trait));
    }
}
