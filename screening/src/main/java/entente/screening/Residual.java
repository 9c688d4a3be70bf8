package entente.screening;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What the chassis does that the ground does not explain.
///
/// For each frequency the best linear filter from the references (ground, air) to each chassis
/// sensor is worked out over all stretches and what it predicts is taken away: the multi-channel
/// filter of Wiener, by averaged spectra (Bendat and Piersol, Random Data, ch. 7). Neighbouring
/// bins are averaged while there are few stretches. It is done twice: the second time, and in all
/// that follows, a stretch that is louder than the median counts less, so that one blow does not
/// decide alone.
final class Residual {
    /// 3 to 15 Hz, where a heart shakes a vehicle.
    static final int FROM = 12;

    static final int UNTIL = 61;

    private static final double RIDGE = 1e-6;

    /// From so many stretches on the filter may bend within a stretch, and not only slope: of fewer
    /// it would then leave too little.
    private static final int CURVED = 8;

    private final Strip strip;
    private final int[] chassis;
    private final int[] references;
    private final int size;

    /// How much each stretch counts, from 0 to 1.
    final double[] weights;

    /// For each chassis sensor and stretch: real and imaginary part by bin of the strip.
    final float[][][] rest;

    /// For each chassis sensor, by bin: mean power before, and after.
    final double[][] before;

    final double[][] after;

    /// What machines draw.
    final Lines lines;

    /// The bins of the strip from 3 to 15 Hz that no line covers.
    private final int[] heart;

    /// For each chassis sensor, by bin: what makes the usual size of what is left one; 0 where a
    /// line covers it.
    final double[][] even;

    /// For each chassis sensor, by bin: its cross-spectrum with the first reference, over the power
    /// of that.
    final double[][] shared;

    Residual(Strip strip, int[] chassis, int[] references) {
        this.strip = strip;
        this.chassis = chassis;
        this.references = references;
        this.size = strip.size();
        this.weights = new double[size];
        this.rest = new float[chassis.length][size][2 * Strip.BINS];
        this.before = new double[chassis.length][Strip.BINS];
        this.after = new double[chassis.length][Strip.BINS];
        this.even = new double[chassis.length][Strip.BINS];
        this.shared = new double[chassis.length][2 * Strip.BINS];
        Arrays.fill(weights, 1);
        cancel();
        weigh();
        cancel();
        this.lines = drawn();
        this.heart = spared(FROM - Strip.FIRST, UNTIL - Strip.FIRST);
        for (int b : spared(0, Strip.BINS)) {
            for (int i = 0; i < chassis.length; i++) {
                even[i][b] = 1 / (Math.sqrt(after[i][b]) + Double.MIN_NORMAL);
            }
        }
    }

    static Residual of(Strip strip, List<Integer> chassis, List<Integer> references) {
        return new Residual(
                strip,
                chassis.stream().mapToInt(i -> i).toArray(),
                IntStream.rangeClosed(0, strip.size() < CURVED ? 1 : 2)
                        .flatMap(order -> references.stream().mapToInt(i -> strip.place(i, order)))
                        .toArray());
    }

    /// Over how many bins to each side spectra are averaged: the filter of few stretches would fit
    /// what it is to leave.
    private int blur() {
        return size < 4 ? 1 : 0;
    }

    private void cancel() {
        int r = references.length;
        int c = chassis.length;
        // References x references, then chassis x references; of each, by bin.
        double[][] crossRe = new double[r * r + c * r][Strip.BINS];
        double[][] crossIm = new double[r * r + c * r][Strip.BINS];
        for (int s = 0; s < size; s++) {
            for (int j = 0; j < r; j++) {
                float[] reference = strip.spectrum(s, references[j]);
                for (int i = 0; i < r + c; i++) {
                    float[] other = strip.spectrum(s, i < r ? references[i] : chassis[i - r]);
                    gather(other, reference, weights[s], crossRe[i * r + j], crossIm[i * r + j]);
                }
            }
        }
        double[][] filterRe = new double[c * r][Strip.BINS];
        double[][] filterIm = new double[c * r][Strip.BINS];
        for (int b = 0; b < Strip.BINS; b++) {
            solve(blurred(crossRe, b), blurred(crossIm, b), b, filterRe, filterIm);
        }
        if (r > 0) {
            share(crossRe, crossIm);
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int i = 0; i < c; i++) {
            Arrays.fill(before[i], 0);
            Arrays.fill(after[i], 0);
            for (int s = 0; s < size; s++) {
                subtract(i, s, filterRe, filterIm, weights[s] / total);
            }
        }
    }

    private void share(double[][] crossRe, double[][] crossIm) {
        int r = references.length;
        for (int i = 0; i < chassis.length; i++) {
            for (int b = 0; b < Strip.BINS; b++) {
                double scale = crossRe[0][b] + Double.MIN_NORMAL;
                shared[i][2 * b] = crossRe[(r + i) * r][b] / scale;
                shared[i][2 * b + 1] = crossIm[(r + i) * r][b] / scale;
            }
        }
    }

    private static void gather(float[] a, float[] b, double weight, double[] crossRe, double[] crossIm) {
        for (int k = 0; k < Strip.BINS; k++) {
            float ar = a[2 * k];
            float ai = a[2 * k + 1];
            float br = b[2 * k];
            float bi = b[2 * k + 1];
            crossRe[k] += weight * (ar * br + ai * bi);
            crossIm[k] += weight * (ai * br - ar * bi);
        }
    }

    private double[] blurred(double[][] cross, int bin) {
        double[] sum = new double[cross.length];
        for (int b = Math.max(0, bin - blur()); b <= Math.min(Strip.BINS - 1, bin + blur()); b++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += cross[i][b];
            }
        }
        return sum;
    }

    /// The filter F of F R = C, where R is references x references and C chassis x references, by
    /// elimination.
    private void solve(double[] re, double[] im, int bin, double[][] outRe, double[][] outIm) {
        int r = references.length;
        for (int p = 0; p < r; p++) {
            int own = p * r + p;
            double pivot = re[own] * (1 + RIDGE) + Double.MIN_NORMAL;
            for (int j = p + 1; j < r; j++) {
                double mr = re[p * r + j] / pivot;
                double mi = im[p * r + j] / pivot;
                for (int row = p; row < r + chassis.length; row++) {
                    double xr = re[row * r + p];
                    double xi = im[row * r + p];
                    re[row * r + j] -= xr * mr - xi * mi;
                    im[row * r + j] -= xr * mi + xi * mr;
                }
            }
            re[own] = pivot;
        }
        for (int i = 0; i < chassis.length; i++) {
            for (int j = r - 1; j >= 0; j--) {
                double xr = re[(r + i) * r + j];
                double xi = im[(r + i) * r + j];
                for (int k = j + 1; k < r; k++) {
                    double fr = outRe[i * r + k][bin];
                    double fi = outIm[i * r + k][bin];
                    double lr = re[k * r + j];
                    double li = im[k * r + j];
                    xr -= fr * lr - fi * li;
                    xi -= fr * li + fi * lr;
                }
                outRe[i * r + j][bin] = xr / re[j * r + j];
                outIm[i * r + j][bin] = xi / re[j * r + j];
            }
        }
    }

    private void subtract(int i, int s, double[][] filterRe, double[][] filterIm, double share) {
        int r = references.length;
        float[] own = strip.spectrum(s, chassis[i]);
        float[] out = rest[i][s];
        System.arraycopy(own, 0, out, 0, own.length);
        for (int j = 0; j < r; j++) {
            float[] reference = strip.spectrum(s, references[j]);
            double[] re = filterRe[i * r + j];
            double[] im = filterIm[i * r + j];
            for (int b = 0; b < Strip.BINS; b++) {
                double fr = re[b];
                double fi = im[b];
                out[2 * b] -= (float) (fr * reference[2 * b] - fi * reference[2 * b + 1]);
                out[2 * b + 1] -= (float) (fr * reference[2 * b + 1] + fi * reference[2 * b]);
            }
        }
        for (int b = 0; b < Strip.BINS; b++) {
            before[i][b] += share * (own[2 * b] * own[2 * b] + own[2 * b + 1] * own[2 * b + 1]);
            after[i][b] += share * (out[2 * b] * out[2 * b] + out[2 * b + 1] * out[2 * b + 1]);
        }
    }

    /// A stretch counts as much as it is no louder than the median of all.
    private void weigh() {
        double[] loud = new double[size];
        for (int i = 0; i < chassis.length; i++) {
            for (int s = 0; s < size; s++) {
                for (int b = FROM - Strip.FIRST; b < UNTIL - Strip.FIRST; b++) {
                    double re = rest[i][s][2 * b];
                    double im = rest[i][s][2 * b + 1];
                    loud[s] += (re * re + im * im) / (after[i][b] + Double.MIN_NORMAL);
                }
            }
        }
        double median = Tail.median(loud);
        for (int s = 0; s < size; s++) {
            weights[s] = loud[s] <= median ? 1 : median / loud[s];
        }
    }

    /// Which bins of the strip, of some, no line covers.
    int[] spared(int from, int until) {
        int[] bins = lines.spared(from + Strip.FIRST, until + Strip.FIRST);
        Arrays.setAll(bins, k -> bins[k] - Strip.FIRST);
        return bins;
    }

    /// How loud the ground is in a stretch over some bins of the strip, each bin by its mean; 1
    /// where it is not heard.
    double loud(int stretch, int... bins) {
        if (references.length == 0) {
            return 1;
        }
        float[] spectrum = strip.spectrum(stretch, references[0]);
        double sum = Double.MIN_NORMAL;
        for (int b : bins) {
            double mean = strip.power(references[0], b + Strip.FIRST) + Double.MIN_NORMAL;
            sum += (spectrum[2 * b] * spectrum[2 * b] + spectrum[2 * b + 1] * spectrum[2 * b + 1]) / mean;
        }
        return sum / bins.length;
    }

    /// How many independent averages the filter rests on: as many as there are stretches, although
    /// they overlap by half, because the slopes of the window tell them apart; neighbouring bins,
    /// where they are averaged, overlap by more.
    private double averages() {
        return size * (1 + 2 * blur() / 1.8);
    }

    /// The share of the power of all chassis sensors from 3 to 15 Hz that the references explain,
    /// freed of what chance would explain of so short a signal.
    double coherence() {
        double all = 0;
        double left = 0;
        for (int i = 0; i < chassis.length; i++) {
            all += sum(before[i]);
            left += sum(after[i]);
        }
        return Math.clamp(1 - left / all / (1 - chance()), 0, 1);
    }

    /// How much quieter the chassis is without what the ground explains, in decibels.
    double cancelledDb() {
        return -10 * Math.log10(1 - Math.min(coherence(), 1 - 1e-9));
    }

    /// The share of the power of one chassis sensor that the references do not explain, above 0 and
    /// up to 1.
    double aside(int i) {
        return Math.clamp(sum(after[i]) / sum(before[i]) / (1 - chance()), 1e-6, 1);
    }

    /// The same of all chassis sensors in the stretch in which it is least.
    double unheard() {
        double least = 1;
        for (int s = 0; s < size; s++) {
            double all = Double.MIN_NORMAL;
            double left = 0;
            for (int i = 0; i < chassis.length; i++) {
                float[] own = strip.spectrum(s, chassis[i]);
                for (int b : heart) {
                    all += own[2 * b] * own[2 * b] + own[2 * b + 1] * own[2 * b + 1];
                    left += rest[i][s][2 * b] * rest[i][s][2 * b] + rest[i][s][2 * b + 1] * rest[i][s][2 * b + 1];
                }
            }
            least = Math.min(least, left / all / (1 - chance()));
        }
        return Math.max(least, 1e-6);
    }

    private double sum(double[] power) {
        double sum = Double.MIN_NORMAL;
        for (int b : heart) {
            sum += power[b];
        }
        return sum;
    }

    private double chance() {
        return Math.min(0.9, references.length / averages());
    }

    /// Of the logarithms of the power, mean of the chassis sensors: up to 15 Hz of what is left,
    /// above of all of it.
    private Lines drawn() {
        double[] power = new double[Lines.UNTIL];
        for (int bin = Strip.FIRST; bin < Lines.UNTIL; bin++) {
            for (int i = 0; i < chassis.length; i++) {
                double one = bin <= Strip.LAST ? after[i][bin - Strip.FIRST] : strip.power(chassis[i], bin);
                power[bin] += Math.log(one + Double.MIN_NORMAL) / chassis.length;
            }
        }
        return new Lines(power);
    }

    /// How much more there is from 0.5 to 3 Hz than from 3 to 15 Hz (logarithm of the power that
    /// the ground does not explain, mean of the chassis sensors).
    double sway() {
        double sum = 0;
        for (int i = 0; i < chassis.length; i++) {
            double low = Double.MIN_NORMAL;
            for (int b = 0; b < FROM - Strip.FIRST; b++) {
                low += after[i][b];
            }
            sum += Math.log(low / sum(after[i])) / chassis.length;
        }
        return sum;
    }

    /// By how many seconds a chassis sensor is behind the first reference: the slope of the phase
    /// of what they share, each bin as much as it holds.
    double delay(int i) {
        double re = 0;
        double im = 0;
        for (int b = FROM - Strip.FIRST; b < UNTIL - Strip.FIRST - 1; b++) {
            double ar = shared[i][2 * b];
            double ai = shared[i][2 * b + 1];
            double br = shared[i][2 * b + 2];
            double bi = shared[i][2 * b + 3];
            re += br * ar + bi * ai;
            im += bi * ar - br * ai;
        }
        return -Math.atan2(im, re) / (2 * Math.PI * Strip.BIN_HZ);
    }
}
