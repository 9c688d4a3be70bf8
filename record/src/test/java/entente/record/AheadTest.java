package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void trouble_comes_in_order_and_leaves_nothing_at_work() {
        for (int round = 0; round < 50; round++) {
            var atWork = new AtomicInteger();
            List<Integer> taken = new ArrayList<>();
            assertThatThrownBy(() -> Ahead.each(
                            IntStream.range(0, 64).iterator(),
                            one -> {
                                atWork.incrementAndGet();
                                try {
                                    if (one == 3 || one == 60) {
                                        throw new IllegalStateException("trouble at " + one);
                                    }
                                    return slow(one);
                                } finally {
                                    atWork.decrementAndGet();
                                }
                            },
                            taken::add))
                    .hasMessage("trouble at 3");
            assertThat(atWork).hasValue(0);
            assertThat(taken).containsExactly(0, 1, 2);
        }
    }

    private static int slow(int one) {
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += Math.sqrt(i + one);
        }
        return sum < 0 ? -1 : one;
    }
}
