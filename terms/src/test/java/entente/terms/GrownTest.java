package entente.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrownTest {
    /// Lists grow from any earlier list, as a tree does; a plain copy of each says what it must hold for ever.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_grows_from_a_list_leaves_it_as_it_was(long seed) {
        var random = new SplittableRandom(seed);
        List<Grown<Integer>> grown = new ArrayList<>(List.of(Grown.none()));
        List<List<Integer>> plain = new ArrayList<>(List.of(List.of()));
        for (int turn = 0; turn < 400; turn++) {
            // Mostly the newest, which is the one that need not be copied.
            int from = random.nextInt(3) > 0 ? grown.size() - 1 : random.nextInt(grown.size());
            List<Integer> expected = new ArrayList<>(plain.get(from));
            if (random.nextInt(6) == 0) {
                int count = random.nextInt(expected.size() + 1);
                grown.add(grown.get(from).first(count));
                plain.add(List.copyOf(expected.subList(0, count)));
            } else {
                List<Integer> more = IntStream.range(0, random.nextInt(4))
                        .map(_ -> random.nextInt())
                        .boxed()
                        .toList();
                expected.addAll(more);
                grown.add(grown.get(from).with(more));
                plain.add(List.copyOf(expected));
            }
        }
        for (int i = 0; i < grown.size(); i++) {
            assertThat(grown.get(i)).isEqualTo(plain.get(i));
        }
    }

    @Test
    void it_is_read_while_it_grows() throws InterruptedException {
        List<Grown<Integer>> newest = new ArrayList<>(List.of(Grown.none()));
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 200_000; i++) {
                Grown<Integer> longer;
                synchronized (newest) {
                    longer = newest.getFirst().with(i);
                    newest.set(0, longer);
                }
            }
        });
        while (writer.isAlive()) {
            Grown<Integer> seen;
            synchronized (newest) {
                seen = newest.getFirst();
            }
            for (int i = Math.max(0, seen.size() - 1_000); i < seen.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(i);
            }
        }
        writer.join();
        assertThat(newest.getFirst()).hasSize(200_000);
    }

    @Test
    void what_it_does_not_have_is_refused() {
        Grown<String> one = Grown.<String>none().with("a");
        one.with("b");
        assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> one.first(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
