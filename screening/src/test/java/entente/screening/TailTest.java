package entente.screening;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Trials;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TailTest {
    /// A few different values, so that many are equal; now and then no number, or no sign.
    private static double value(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Double.NaN;
            case 1 -> -0.0;
            case 2 -> 0.0;
            case 3 -> Double.POSITIVE_INFINITY;
            default -> random.nextInt(12) - 6;
        };
    }

    @Test
    void the_median_is_in_the_middle_of_the_sorted_values() {
        Trials.check(2_000, random -> {
            double[] values = new double[1 + random.nextInt(40)];
            boolean odd = random.nextBoolean();
            Arrays.setAll(values, i -> odd ? value(random) : random.nextGaussian());
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            double middle = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
            double[] kept = values.clone();
            assertThat(Double.compare(Tail.median(values), middle)).isZero();
            assertThat(values).isEqualTo(kept);
        });
    }
}
