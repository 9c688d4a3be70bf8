package entente.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaveTest {
    private static float[] tone(double hertz, int length, double rateHz) {
        float[] wave = new float[length];
        for (int n = 0; n < length; n++) {
            wave[n] = (float) Math.sin(2 * Math.PI * hertz * n / rateHz);
        }
        return wave;
    }

    @Test
    void a_delay_moves_every_sample_and_changes_none() {
        float[] white = Wave.white(new Chance(1));
        int late = 37;
        float[] moved = Wave.through(white, (hertz, out) -> {
            out[0] = Math.cos(2 * Math.PI * hertz * late / Wave.RATE_HZ);
            out[1] = -Math.sin(2 * Math.PI * hertz * late / Wave.RATE_HZ);
        });
        double mean = 0;
        for (float one : white) {
            mean += one / Wave.LENGTH;
        }
        for (int n = late; n < Wave.LENGTH; n++) {
            // The highest frequency alone has no phase, and is lost with the mean.
            assertThat((double) moved[n]).isCloseTo(white[n - late] - mean, within(0.1));
        }
    }

    @Test
    void the_band_of_hearts_keeps_what_is_in_it_and_little_else() {
        assertThat(Wave.rms(Wave.heartBand(tone(7, Wave.LENGTH, 100)))).isCloseTo(Math.sqrt(0.5), within(0.01));
        assertThat(Wave.rms(Wave.heartBand(tone(1.5, Wave.LENGTH, 100)))).isLessThan(0.06);
        assertThat(Wave.rms(Wave.heartBand(tone(30, Wave.LENGTH, 100)))).isLessThan(0.06);
        assertThat(Wave.rms(Wave.heartBand(Wave.white(new Chance(2))))).isCloseTo(Wave.FLAT_RMS, within(0.02));
    }

    @Test
    void any_rate_becomes_the_one_of_trials() {
        for (double rate : new double[] {73.5, 99.4, 128, 250, 1000, 10_000}) {
            float[] out = Wave.resampled(tone(7, (int) (20 * rate), rate), rate);
            assertThat(out.length).isBetween(1999, 2000);
            for (int n = 100; n < 1900; n++) {
                assertThat((double) out[n])
                        .as("rate " + rate)
                        .isCloseTo(Math.sin(2 * Math.PI * 7 * n / 100), within(0.01));
            }
        }
        float[] alias = Wave.resampled(tone(95, 20 * 250, 250), 250);
        for (int n = 100; n < 1900; n++) {
            assertThat((double) alias[n]).isCloseTo(0, within(0.01));
        }
    }
}
