package entente.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The lines that machines draw into the spectrum of a vehicle, and the bins that they cover.
///
/// A bin's height is the logarithm of its power less the median of what is 0.75 to 1.5 Hz away on
/// either side: a resonance is wider. Lines are looked for from 5 to 50 Hz. Nothing is covered
/// unless the sharpest is a machine's beyond doubt; then whatever stands out is, because an engine
/// draws a line at every half of its turns.
final class Lines {
    static final int UNTIL = 210;

    private static final int FROM = 20;
    private static final int NEAR = 3;
    private static final int FAR = 6;

    /// Simulated stops of the tuning half without a machine seldom reach 4, those with one reach 5
    /// to 10.
    private static final double MACHINE = 4;

    private static final double WEAK = 1.2;

    /// Hann's window spreads a line over two bins to each side, and from these heights on visibly
    /// over three and four.
    private static final int SIDE = 2;

    private static final double[] WIDER = {4, 7};

    /// So many are told.
    private static final int TOLD = 3;

    private final double sharpest;
    private final boolean[] covered = new boolean[UNTIL];
    private final List<Double> hertz = new ArrayList<>();

    /// Of the logarithms of the power by bin, below [#UNTIL]. Up to [Strip#LAST] they are of what
    /// the ground leaves, above of everything: the two are not held against each other.
    Lines(double[] power) {
        double[] heights = new double[UNTIL];
        for (int bin = FROM; bin < UNTIL - FAR; bin++) {
            heights[bin] = height(power, bin);
        }
        sharpest = Arrays.stream(heights).max().orElse(0);
        if (sharpest >= MACHINE) {
            cover(heights);
            tell(heights);
        }
    }

    private static double height(double[] power, int bin) {
        double[] around = new double[2 * (FAR - NEAR + 1)];
        int count = 0;
        for (int far = NEAR; far <= FAR; far++) {
            for (int other = bin - far; other <= bin + far; other += 2 * far) {
                if (other <= Strip.LAST == bin <= Strip.LAST) {
                    around[count++] = power[other];
                }
            }
        }
        return power[bin] - Tail.median(Arrays.copyOf(around, count));
    }

    private void cover(double[] heights) {
        for (int bin = FROM; bin < UNTIL; bin++) {
            if (heights[bin] > WEAK) {
                int side = SIDE;
                for (double wider : WIDER) {
                    side += heights[bin] > wider ? 1 : 0;
                }
                for (int near = bin - side; near <= Math.min(UNTIL - 1, bin + side); near++) {
                    covered[near] = true;
                }
            }
        }
    }

    private void tell(double[] heights) {
        List<Integer> peaks = new ArrayList<>();
        for (int bin = FROM; bin < UNTIL - 1; bin++) {
            if (heights[bin] >= MACHINE && heights[bin] >= heights[bin - 1] && heights[bin] > heights[bin + 1]) {
                peaks.add(bin);
            }
        }
        peaks.sort(Comparator.comparingDouble((Integer bin) -> heights[bin]).reversed());
        peaks.stream().limit(TOLD).forEach(bin -> hertz.add(bin * Strip.BIN_HZ));
        Collections.sort(hertz);
    }

    /// The height of the sharpest.
    double sharpest() {
        return sharpest;
    }

    /// The frequencies of the highest, lowest first; none where no machine is at work.
    List<Double> hertz() {
        return List.copyOf(hertz);
    }

    /// Which bins of some, all below [#UNTIL], no line covers.
    int[] spared(int from, int until) {
        return IntStream.range(from, until).filter(bin -> !covered[bin]).toArray();
    }
}
