package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import entente.agreement.Agreement;
import entente.agreement.Told;
import entente.testkit.Trials;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Whatever bytes arrive, the reader answers; and what it takes comes back the same from the record.
///
/// Every build runs the kept inputs; `JAZZER_FUZZ=1 mvn test -Dtest=RoundTripTest#any_bytes` hunts for new ones.
class RoundTripTest {
    private static final Duration MOST = Duration.ofSeconds(1);

    /// How many things were read, 0 where the file is refused.
    private static int check(byte[] input) {
        return switch (Reading.read("bad.yaml", input)) {
            case Reading.Refused(List<Fault> faults) -> {
                assertThat(faults).isNotEmpty().allSatisfy(BadFilesTest::says_something_on_one_line);
                yield 0;
            }
            case Reading.OfAgreement(Agreement agreement, var marks) -> {
                byte[] bytes = Writing.bytes(agreement);
                assertThat(Reading.read("record", bytes)).isInstanceOfSatisfying(Reading.OfAgreement.class, back -> {
                    assertThat(back.agreement()).isEqualTo(agreement);
                    assertThat(Writing.bytes(back.agreement())).isEqualTo(bytes);
                    assertThat(back.marks().keySet()).isEqualTo(marks.keySet());
                });
                yield 1;
            }
            case Reading.OfFacts(List<Told> told, var _) -> {
                for (Told one : told) {
                    byte[] bytes = Writing.bytes(one);
                    assertThat(Reading.read("record", bytes)).isInstanceOfSatisfying(Reading.OfFacts.class, back -> {
                        assertThat(back.told()).containsExactly(one);
                        assertThat(Writing.bytes(back.told().getFirst())).isEqualTo(bytes);
                    });
                }
                yield told.size();
            }
        };
    }

    @FuzzTest
    void any_bytes(byte[] input) {
        check(input);
    }

    @Test
    void changed_files_that_are_still_good_come_back_the_same() {
        Mutations mutations = new Mutations();
        AtomicInteger read = new AtomicInteger();
        Trials.check(5000, random -> {
            Object document = mutations.small(random);
            mutations.change(document, random);
            read.addAndGet(check(Mutations.bytes(document)));
        });
        Mutations.each(Mutations.load(Mutations.everyKey("facts")), one -> read.addAndGet(check(Mutations.bytes(one))));
        Mutations.each(
                Mutations.load(Mutations.everyKey("agreement")), one -> read.addAndGet(check(Mutations.bytes(one))));
        if (Long.getLong("seed") == null) {
            assertThat(read.get()).isGreaterThan(1000);
        }
    }

    @Test
    void changed_bytes_never_throw_or_take_long() {
        List<byte[]> good = List.of(
                Mutations.everyKey("agreement").getBytes(StandardCharsets.UTF_8),
                Mutations.everyKey("facts").getBytes(StandardCharsets.UTF_8),
                Mutations.bytes(Mutations.load(Mutations.everyKey("facts"))));
        AtomicInteger read = new AtomicInteger();
        Trials.check(20_000, random -> {
            byte[] bytes = good.get(random.nextInt(good.size()));
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes = Mutations.changed(bytes, random);
            }
            byte[] bad = bytes;
            assertThat(HostileFilesTest.taken(() -> read.addAndGet(check(bad)), MOST))
                    .isLessThan(MOST);
        });
        if (Long.getLong("seed") == null) {
            assertThat(read.get()).isGreaterThan(1000);
        }
    }
}
