package entente.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeartTest {
    @Test
    void the_hand_that_laid_the_instrument_down_is_no_heart() {
        float[] recorded = Heart.invented(4).samples().clone();
        Chance chance = new Chance(1);
        for (int n = 0; n < 1200; n++) {
            recorded[n] += (float) (30 * chance.normal());
        }
        for (int n = 8000; n < 8100; n++) {
            recorded[n] += (float) (30 * chance.normal());
        }
        Heart heart = Heart.of("somebody", 100, recorded);
        // The filter spreads a blow over the second before and after it.
        assertThat(heart.samples().length).isEqualTo(6600);
        assertThat(heart.samples()[100]).isCloseTo(Heart.invented(4).samples()[1400], within(0.01f));
    }

    @Test
    void a_heart_of_one_newton_has_one_newton() {
        for (int seed = 0; seed < 10; seed++) {
            float[] force = Heart.invented(seed).newtons(new Chance(seed));
            assertThat(Wave.medianRms(Wave.heartBand(force))).isCloseTo(1, within(1e-3));
            assertThat(Wave.rms(Wave.heartBand(force))).isBetween(0.9, 1.3);
        }
    }

    @Test
    void what_is_too_short_is_refused() {
        assertThatThrownBy(() -> Heart.of("somebody", 100, new float[500]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("somebody");
    }
}
