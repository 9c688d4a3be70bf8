package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.testkit.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Registers that share one memory, each of which must say what it would say alone.
class RegisterTest {
    @Test
    void a_register_says_the_same_whatever_grew_from_it_or_was_cut_from_it() {
        Trials.check(300, random -> {
            Given given = new Given(random);
            Given.World world = given.world();
            List<Held> held = world.held();
            List<Register> shared = new ArrayList<>(List.of(Register.BLANK.with(world.agreements(), List.of())));
            List<Integer> sizes = new ArrayList<>(List.of(0));
            for (int turn = 0; turn < 12; turn++) {
                int from = random.nextInt(shared.size());
                int until = sizes.get(from) + random.nextInt(held.size() - sizes.get(from) + 1);
                boolean cut = random.nextInt(3) == 0;
                shared.add(
                        cut
                                ? shared.get(from).first(sizes.get(from) / 2, world.agreements())
                                : shared.get(from).with(List.of(), held.subList(sizes.get(from), until)));
                sizes.add(cut ? sizes.get(from) / 2 : until);
            }
            LocalDate date = given.date();
            LocalDate known = given.known();
            for (int i = 0; i < shared.size(); i++) {
                Register alone = Register.BLANK.with(world.agreements(), held.subList(0, sizes.get(i)));
                assertThat(answers(shared.get(i), world, date, known)).isEqualTo(answers(alone, world, date, known));
            }
        });
    }

    private static Map<String, Object> answers(Register register, Given.World world, LocalDate date, LocalDate known) {
        List<CommitmentId> ids = Given.ids(world.agreements());
        return Map.of(
                "size", register.size(),
                "facts", register.facts(known).toList(),
                "of agreements",
                        world.agreements().stream()
                                .map(one -> register.facts(one, known).toList())
                                .toList(),
                "counts",
                        world.agreements().stream()
                                .map(one -> register.count(one, known))
                                .toList(),
                "bearing",
                        ids.stream()
                                .map(id -> register.bearing(id.clause(), known))
                                .toList(),
                "displacers",
                        world.held().stream()
                                .flatMap(one -> one.told().tells().stream())
                                .map(fact -> register.displacers(fact.id()))
                                .toList(),
                "proofs",
                        ids.stream()
                                .map(id -> register.standing(id, date, known))
                                .toList(),
                "histories",
                        ids.stream().map(id -> History.of(register, id, known)).toList());
    }

    @Test
    void a_fact_told_twice_is_damage_and_leaves_the_register_as_it_was() {
        Held once =
                new Held(0, new Told.Asserted(Given.plain("a", entente.terms.Period.parse("2020-05-01"))), Given.START);
        Held other =
                new Held(1, new Told.Asserted(Given.plain("b", entente.terms.Period.parse("2020-05-01"))), Given.START);
        Register register = Register.BLANK.with(List.of(), List.of(once));
        assertThatThrownBy(() -> register.with(List.of(), List.of(other, once)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tells the fact a twice");
        assertThat(register.fact("b")).isEmpty();
        assertThat(register.with(List.of(), List.of(other)).fact("b")).isPresent();
    }

    @Test
    void what_a_fact_disagrees_with_is_what_a_search_of_all_facts_gives() {
        AtomicInteger found = new AtomicInteger();
        Trials.check(400, random -> {
            Given given = new Given(random);
            Register register = given.world().register();
            LocalDate known = given.known();
            List<Fact> all = register.facts(known).toList();
            assertThat(register.count(known)).isEqualTo(all.size());
            assertThat(register.judging(known).map(Fact::id).sorted())
                    .isEqualTo(all.stream()
                            .filter(fact -> !fact.judges().isEmpty())
                            .map(Fact::id)
                            .toList());
            for (Fact fact : all) {
                List<Fact> searched = all.stream()
                        .filter(other -> other.disagreesWith().contains(fact.id())
                                || fact.disagreesWith().contains(other.id()))
                        .toList();
                assertThat(register.disagreeing(fact, known)).isEqualTo(searched);
                found.addAndGet(searched.size());
            }
        });
        assertThat(found).hasValueGreaterThan(500);
    }
}
