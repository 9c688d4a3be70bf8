package entente.screening;

/// The largest eigenvalue of a Hermitian matrix, and its vector of length one, by rotations of Jacobi (1846).
@SuppressWarnings("ArrayRecordComponent") // never compared
record Hermitian(double value, double[] vectorRe, double[] vectorIm) {
    private static final int MOST_SWEEPS = 20;
    private static final double SMALL = 1e-9;

    /// Both parts of the matrix are used up.
    static Hermitian largest(double[][] re, double[][] im) {
        int n = re.length;
        double[][] vre = new double[n][n];
        double[][] vim = new double[n][n];
        double size = 0;
        for (int i = 0; i < n; i++) {
            vre[i][i] = 1;
            size += Math.abs(re[i][i]);
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && rest(re, im) > SMALL * size; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(re, im, vre, vim, p, q);
                }
            }
        }
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (re[i][i] > re[best][best]) {
                best = i;
            }
        }
        double[] outRe = new double[n];
        double[] outIm = new double[n];
        for (int i = 0; i < n; i++) {
            outRe[i] = vre[i][best];
            outIm[i] = vim[i][best];
        }
        return new Hermitian(re[best][best], outRe, outIm);
    }

    private static double rest(double[][] re, double[][] im) {
        double sum = 0;
        for (int p = 0; p < re.length; p++) {
            for (int q = p + 1; q < re.length; q++) {
                sum += Math.hypot(re[p][q], im[p][q]);
            }
        }
        return sum;
    }

    private static void rotate(double[][] re, double[][] im, double[][] vre, double[][] vim, int p, int q) {
        double g = Math.hypot(re[p][q], im[p][q]);
        if (g == 0) {
            return;
        }
        double theta = (re[q][q] - re[p][p]) / (2 * g);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double sRe = t * c * re[p][q] / g;
        double sIm = t * c * im[p][q] / g;
        columns(re, im, p, q, c, sRe, sIm);
        rows(re, im, p, q, c, sRe, sIm);
        columns(vre, vim, p, q, c, sRe, sIm);
    }

    private static void columns(double[][] re, double[][] im, int p, int q, double c, double sRe, double sIm) {
        for (int k = 0; k < re.length; k++) {
            double pr = re[k][p];
            double pi = im[k][p];
            double qr = re[k][q];
            double qi = im[k][q];
            re[k][p] = c * pr - (sRe * qr + sIm * qi);
            im[k][p] = c * pi - (sRe * qi - sIm * qr);
            re[k][q] = c * qr + (sRe * pr - sIm * pi);
            im[k][q] = c * qi + (sRe * pi + sIm * pr);
        }
    }

    private static void rows(double[][] re, double[][] im, int p, int q, double c, double sRe, double sIm) {
        for (int k = 0; k < re.length; k++) {
            double pr = re[p][k];
            double pi = im[p][k];
            double qr = re[q][k];
            double qi = im[q][k];
            re[p][k] = c * pr - (sRe * qr - sIm * qi);
            im[p][k] = c * pi - (sRe * qi + sIm * qr);
            re[q][k] = c * qr + (sRe * pr + sIm * pi);
            im[q][k] = c * qi + (sRe * pi - sIm * pr);
        }
    }
}
