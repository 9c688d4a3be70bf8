package entente.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final int BIN = 50;

    private static double[] flat() {
        double[] power = new double[Lines.UNTIL];
        Arrays.fill(power, -20);
        return power;
    }

    @Test
    void where_nothing_stands_out_nothing_is_covered() {
        Lines lines = new Lines(flat());
        assertThat(lines.sharpest()).isZero();
        assertThat(lines.hertz()).isEmpty();
        assertThat(lines.spared(0, Lines.UNTIL)).hasSize(Lines.UNTIL);
    }

    @Test
    void a_line_covers_what_the_window_spreads_it_over() {
        double[] power = flat();
        power[BIN] += 5;
        Lines lines = new Lines(power);
        assertThat(lines.sharpest()).isEqualTo(5);
        assertThat(lines.hertz()).containsExactly(BIN * Strip.BIN_HZ);
        assertThat(lines.spared(BIN - 5, BIN + 6)).containsExactly(45, 46, 54, 55);
    }

    @Test
    void beside_a_machine_faint_lines_are_covered_too_and_without_one_they_are_not() {
        double[] power = flat();
        power[BIN - 20] += 2;
        assertThat(new Lines(power).spared(0, Lines.UNTIL)).hasSize(Lines.UNTIL);
        power[BIN] += 8;
        assertThat(new Lines(power).spared(BIN - 24, BIN - 15)).containsExactly(26, 27, 33, 34);
    }

    @Test
    void a_resonance_of_quality_eight_is_no_line() {
        double[] power = flat();
        for (int bin = 0; bin < Lines.UNTIL; bin++) {
            double ratio = bin / (double) BIN;
            power[bin] -= Math.log(Math.pow(1 - ratio * ratio, 2) + Math.pow(ratio / 8, 2));
        }
        assertThat(new Lines(power).hertz()).isEmpty();
    }

    @Test
    void what_the_ground_leaves_is_not_held_against_what_it_does_not() {
        double[] power = flat();
        Arrays.fill(power, Strip.LAST + 1, Lines.UNTIL, -10);
        assertThat(new Lines(power).sharpest()).isZero();
    }

    @Test
    void the_three_highest_are_told_from_below() {
        double[] power = flat();
        power[24] += 6;
        power[100] += 9;
        power[140] += 5;
        power[180] += 7;
        assertThat(new Lines(power).hertz()).containsExactly(6.0, 25.0, 45.0);
    }
}
