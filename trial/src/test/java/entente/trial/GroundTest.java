package entente.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Noise that is said to be each sensor's own has nothing to do with that of the others, however short the recording.
class GroundTest {
    /// Two minutes of white noise on a large constant, as recorders give it.
    private static Ground brief(long seed) {
        List<float[]> directions = new ArrayList<>();
        Chance chance = new Chance(seed);
        for (int d = 0; d < 3; d++) {
            float[] direction = new float[8600];
            for (int n = 0; n < direction.length; n++) {
                direction[n] = (float) (100 + chance.normal());
            }
            directions.add(direction);
        }
        return new Ground("brief", directions);
    }

    /// The highest correlation of a stretch of 4 s of one with what the other has up to 4 s before or after.
    private static double likeness(float[] one, float[] other) {
        double highest = 0;
        for (int at = 1000; at + 1200 < one.length; at += 400) {
            for (int lag = -400; lag <= 400; lag += 1) {
                double xy = 0;
                double xx = 0;
                double yy = 0;
                for (int n = at; n < at + 400; n++) {
                    xy += one[n] * other[n + lag];
                    xx += one[n] * one[n];
                    yy += other[n + lag] * other[n + lag];
                }
                highest = Math.max(highest, Math.abs(xy) / Math.sqrt(xx * yy));
            }
        }
        return highest;
    }

    @Test
    void noise_of_several_sensors_never_coincides() {
        Ground place = brief(5);
        Chance chance = new Chance(6);
        int moment = place.moment(chance);
        float[] moved = place.vertical(moment);
        for (int n = 0; n < moved.length; n++) {
            moved[n] -= 100;
        }
        float[][] own = place.elsewhere(chance, moment, 7);
        for (int i = 0; i < own.length; i++) {
            // By chance 400 values of each of 14,000 pairs reach about 0.25; the same noise would reach 1.
            assertThat(likeness(own[i], moved)).isLessThan(0.35);
            for (int j = 0; j < i; j++) {
                assertThat(likeness(own[i], own[j])).isLessThan(0.35);
            }
        }
    }

    @Test
    void its_level_is_that_of_the_place_and_the_constant_is_gone() {
        Ground place = brief(7);
        for (float[] one : place.elsewhere(new Chance(8), 0, 6)) {
            double sum = 0;
            double squares = 0;
            float[] whole = Arrays.copyOfRange(one, 100, one.length);
            for (float sample : whole) {
                sum += sample / whole.length;
                squares += sample * sample / whole.length;
            }
            assertThat(Math.abs(sum)).isLessThan(0.02);
            assertThat(squares).isBetween(0.93, 1.07);
        }
    }
}
