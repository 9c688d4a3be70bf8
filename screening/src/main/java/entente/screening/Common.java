package entente.screening;

import java.util.Arrays;

/// What the chassis sensors have in common over some bins of a [Residual] that no line covers.
///
/// Every bin, every sensor and every stretch counts alike, except that a stretch in which the
/// ground is louder than in the median one counts less: a person is there all the time, and what
/// the filter leaves of the ground comes when the ground is loud.
final class Common {
    /// Of the usual power: less than this of a sensor in a stretch is not raised to that of others.
    private static final double LEAST_LEVEL = 0.1;

    private final int sensors;
    private final Hermitian eigen;
    private final double along;

    private Common(int sensors, Hermitian eigen, double along) {
        this.sensors = sensors;
        this.eigen = eigen;
        this.along = along;
    }

    static Common of(Residual residual, int... bins) {
        int c = residual.rest.length;
        int size = residual.weights.length;
        double[] counts = counts(residual, bins);
        double[][] re = new double[c][c];
        double[][] im = new double[c][c];
        double[] x = new double[c];
        double[] y = new double[c];
        double along = 0;
        double all = Double.MIN_NORMAL;
        for (int s = 0; s < size; s++) {
            double[] level = levels(residual, s, bins);
            for (int b : bins) {
                double wayRe = 0;
                double wayIm = 0;
                double way = Double.MIN_NORMAL;
                for (int i = 0; i < c; i++) {
                    double scale = residual.even[i][b] * level[i];
                    x[i] = residual.rest[i][s][2 * b] * scale;
                    y[i] = residual.rest[i][s][2 * b + 1] * scale;
                    double g = residual.shared[i][2 * b] * scale;
                    double h = residual.shared[i][2 * b + 1] * scale;
                    wayRe += g * x[i] + h * y[i];
                    wayIm += g * y[i] - h * x[i];
                    way += g * g + h * h;
                }
                along += counts[s] * (wayRe * wayRe + wayIm * wayIm) / way;
                for (int i = 0; i < c; i++) {
                    all += counts[s] * (x[i] * x[i] + y[i] * y[i]) / c;
                    for (int j = 0; j <= i; j++) {
                        re[i][j] += counts[s] * (x[i] * x[j] + y[i] * y[j]);
                        im[i][j] += counts[s] * (y[i] * x[j] - x[i] * y[j]);
                    }
                }
            }
        }
        return new Common(c, largest(re, im), along / all);
    }

    /// How much each stretch counts, up to 1.
    private static double[] counts(Residual residual, int... bins) {
        double[] loud = new double[residual.weights.length];
        Arrays.setAll(loud, s -> residual.loud(s, bins));
        double median = Tail.median(loud);
        Arrays.setAll(loud, s -> Math.min(1, median / loud[s]));
        return loud;
    }

    /// By sensor: what makes its size in a stretch one.
    private static double[] levels(Residual residual, int stretch, int... bins) {
        double[] levels = new double[residual.rest.length];
        for (int i = 0; i < levels.length; i++) {
            float[] rest = residual.rest[i][stretch];
            double sum = 0;
            for (int b : bins) {
                double re = rest[2 * b] * residual.even[i][b];
                double im = rest[2 * b + 1] * residual.even[i][b];
                sum += re * re + im * im;
            }
            levels[i] = 1 / Math.sqrt(LEAST_LEVEL + sum / bins.length);
        }
        return levels;
    }

    /// Of the lower halves of real and imaginary part makes the whole correlation matrix, in place.
    private static Hermitian largest(double[][] re, double[][] im) {
        int c = re.length;
        double[] size = new double[c];
        Arrays.setAll(size, i -> Math.sqrt(re[i][i]) + Double.MIN_NORMAL);
        for (int i = 0; i < c; i++) {
            for (int j = 0; j < i; j++) {
                re[i][j] /= size[i] * size[j];
                im[i][j] /= size[i] * size[j];
                re[j][i] = re[i][j];
                im[j][i] = -im[i][j];
            }
            re[i][i] = 1;
            im[i][i] = 0;
        }
        return Hermitian.largest(re, im);
    }

    /// The direction of the largest eigenvalue of the correlation of the sensors.
    Hermitian eigen() {
        return eigen;
    }

    /// The mean correlation that the largest eigenvalue stands for, 0 to 1.
    double share() {
        return (eigen.value() - 1) / (sensors - 1);
    }

    /// What one sensor's share of the power would be, from 0 to the number of sensors, if all of it
    /// moved the sensors as the ground does: 1 where chance moves them.
    double along() {
        return along;
    }
}
