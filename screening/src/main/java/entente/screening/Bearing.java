package entente.screening;

import java.util.List;

/// How each chassis sensor stands to the ground and to the others: from this a sensor that is off, late or in another's
/// place is known, whatever vehicle it is on.
final class Bearing {
    private static final int HIGH_FROM = 80;
    private static final int HIGH_UNTIL = 160;

    private Bearing() {}

    static void measure(
            Strip strip,
            Residual residual,
            List<Integer> chassis,
            List<Integer> references,
            float[] traits,
            int[] worst) {
        int c = chassis.size();
        double[] faint = new double[c];
        double[] delay = new double[c];
        for (int i = 0; i < c; i++) {
            double level = 0;
            for (int bin : residual.lines.spared(Residual.FROM, Residual.UNTIL)) {
                level += residual.before[i][bin - Strip.FIRST];
            }
            faint[i] = Math.log(level + Double.MIN_NORMAL);
        }
        double middle = Tail.median(faint);
        for (int i = 0; i < c; i++) {
            put(traits, worst, Trait.FAINT, middle - faint[i], chassis.get(i));
        }
        if (references.isEmpty()) {
            return;
        }
        int ground = references.getFirst();
        for (int i = 0; i < c; i++) {
            delay[i] = residual.delay(i);
        }
        double step = Tail.median(delay);
        for (int i = 0; i < c; i++) {
            double below = (middle - faint[i]) / 2;
            put(traits, worst, Trait.ASIDE, Math.log(residual.aside(i)) + below, chassis.get(i));
            put(
                    traits,
                    worst,
                    Trait.SHRILL,
                    high(strip, residual.lines, chassis.get(i)) - high(strip, residual.lines, ground),
                    chassis.get(i));
            put(traits, worst, Trait.LATE, Math.abs(delay[i] - step), chassis.get(i));
        }
    }

    private static void put(float[] traits, int[] worst, Trait trait, double value, int sensor) {
        int at = trait.place();
        if (Float.isNaN(traits[at]) || value > traits[at]) {
            traits[at] = (float) value;
            worst[at] = sensor;
        }
    }

    /// How much more a sensor has from 20 to 40 Hz than from 3 to 15 Hz.
    private static double high(Strip strip, Lines lines, int sensor) {
        return Math.log(sum(strip, sensor, lines.spared(HIGH_FROM, HIGH_UNTIL))
                / sum(strip, sensor, lines.spared(Residual.FROM, Residual.UNTIL)));
    }

    private static double sum(Strip strip, int sensor, int... bins) {
        double sum = Double.MIN_NORMAL;
        for (int bin : bins) {
            sum += strip.power(sensor, bin);
        }
        return sum;
    }
}
