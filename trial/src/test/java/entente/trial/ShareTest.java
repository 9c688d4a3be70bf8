package entente.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void the_limits_are_those_of_wilson() {
        // Newcombe, Stat. Med. 17 (1998), table I, method 3.
        assertThat(new Share(81, 263).low()).isCloseTo(0.2553, within(5e-5));
        assertThat(new Share(81, 263).high()).isCloseTo(0.3662, within(5e-5));
        assertThat(new Share(15, 148).low()).isCloseTo(0.0624, within(5e-5));
        assertThat(new Share(15, 148).high()).isCloseTo(0.1605, within(5e-5));
        assertThat(new Share(0, 20).low()).isZero();
        assertThat(new Share(0, 20).high()).isCloseTo(0.1611, within(5e-5));
        assertThat(new Share(1, 29).low()).isCloseTo(0.0061, within(5e-5));
        assertThat(new Share(1, 29).high()).isCloseTo(0.1718, within(5e-5));
    }

    @Test
    void without_a_trial_anything_may_be() {
        Share none = new Share(0, 0);
        assertThat(none.value()).isNaN();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isOne();
    }

    @Test
    void more_than_all_is_a_mistake() {
        assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
