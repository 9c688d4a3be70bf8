package entente.screen;

import entente.screening.Block;
import entente.screening.Sensor;
import java.util.Arrays;
import java.util.List;

/// How strongly the chassis shakes where hearts are: from 3 to 15 Hz, all chassis sensors together,
/// each by its own rms.
final class Shaking {
    private static final double FROM_HZ = 3;
    private static final double UNTIL_HZ = 15;

    /// The width of what one column of a picture is smoothed over.
    private static final double SMOOTH_SECONDS = 0.15;

    private Shaking() {}

    /// One value for each column of a picture that is so many seconds wide; NaN where there are no samples.
    static double[] of(Seen seen, List<Sensor> sensors, int columns, double seconds) {
        double[] sum = new double[columns];
        double[] count = new double[columns];
        for (int sensor = 0; sensor < sensors.size(); sensor++) {
            if (sensors.get(sensor).place() == Sensor.Place.CHASSIS) {
                add(seen, sensor, sum, count, columns / seconds);
            }
        }
        double[] rms = new double[columns];
        int half = (int) Math.round(SMOOTH_SECONDS * columns / seconds / 2);
        for (int i = 0; i < columns; i++) {
            double power = 0;
            double all = 0;
            for (int near = Math.max(0, i - half); near <= Math.min(columns - 1, i + half); near++) {
                power += sum[near];
                all += count[near];
            }
            rms[i] = count[i] == 0 ? Double.NaN : Math.sqrt(power / all);
        }
        return rms;
    }

    private static void add(Seen seen, int sensor, double[] sum, double[] count, double columnsPerSecond) {
        double rate = seen.array().rateHz();
        Pass high = new Pass(FROM_HZ / rate, true);
        Pass low = new Pass(Math.min(0.45, UNTIL_HZ / rate), false);
        double[] power = new double[sum.length];
        double[] samples = new double[sum.length];
        double total = 0;
        double last = Double.NaN;
        for (Block block : seen.blocks()) {
            for (int i = 0; i < block.length(); i++) {
                float value = block.samples()[sensor][i];
                last = Float.isNaN(value) ? last : value;
                if (Double.isNaN(last)) {
                    continue;
                }
                double passed = low.next(high.next(last));
                double second = seen.at(block) + i / rate;
                // The first second is the filters' own.
                if (second >= 1 && !Float.isNaN(value)) {
                    int column = (int) Math.clamp(second * columnsPerSecond, 0, sum.length - 1);
                    power[column] += passed * passed;
                    samples[column]++;
                    total += passed * passed;
                }
            }
        }
        double all = Arrays.stream(samples).sum();
        double unit = total > 0 ? total / all : 1;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += power[i] / unit;
            count[i] += samples[i];
        }
    }

    /// A Butterworth filter of second order, by the bilinear transform; `frequency` is a part of the rate.
    private static final class Pass {
        private final double[] forward;
        private final double back1;
        private final double back2;
        private double state1;
        private double state2;
        private boolean begun;

        Pass(double frequency, boolean high) {
            double warped = Math.tan(Math.PI * frequency);
            double norm = 1 + Math.sqrt(2) * warped + warped * warped;
            double gain = (high ? 1 : warped * warped) / norm;
            forward = new double[] {gain, high ? -2 * gain : 2 * gain, gain};
            back1 = 2 * (warped * warped - 1) / norm;
            back2 = (1 - Math.sqrt(2) * warped + warped * warped) / norm;
        }

        /// Begins as if the first value had always been there.
        double next(double value) {
            if (!begun) {
                begun = true;
                double settled = value * (forward[0] + forward[1] + forward[2]) / (1 + back1 + back2);
                state2 = forward[2] * value - back2 * settled;
                state1 = forward[1] * value - back1 * settled + state2;
            }
            double out = forward[0] * value + state1;
            state1 = forward[1] * value - back1 * out + state2;
            state2 = forward[2] * value - back2 * out;
            return out;
        }
    }
}
