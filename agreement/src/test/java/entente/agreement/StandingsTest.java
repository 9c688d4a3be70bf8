package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The table of all standings against each standing with its proof.
class StandingsTest {
    /// In any order of telling, also where a retraction is told before what it takes back.
    @Test
    void what_is_told_one_by_one_leads_to_the_standings_of_all_of_it() {
        AtomicInteger moved = new AtomicInteger();
        Trials.check(600, random -> {
            Given given = new Given(random);
            Given.World world = given.world();
            List<Held> held = new ArrayList<>(world.held());
            if (random.nextBoolean()) {
                Collections.shuffle(held, random);
            }
            LocalDate date = given.date();
            LocalDate known = given.known();
            Register register = Register.BLANK.with(world.agreements(), held.subList(0, held.size() / 3));
            Standings standings = Standings.of(register, date, known);
            for (int from = held.size() / 3; from < held.size(); ) {
                int until = Math.min(held.size(), from + 1 + random.nextInt(3));
                register = register.with(List.of(), held.subList(from, until));
                Standings before = standings;
                standings = standings.in(register);
                for (CommitmentId id : Given.ids(world.agreements())) {
                    assertThat(standings.standing(id))
                            .as("%s after %d things", id, until)
                            .contains(register.standing(id, date, known).standing());
                    moved.addAndGet(standings.standing(id).equals(before.standing(id)) ? 0 : 1);
                }
                from = until;
            }
        });
        assertThat(moved).as("standings that one thing more has changed").hasValueGreaterThan(300);
    }

    @Test
    void a_register_with_other_texts_or_another_past_is_worked_out_anew() {
        Trials.check(100, random -> {
            Given given = new Given(random);
            Given.World world = given.world();
            LocalDate date = given.date();
            LocalDate known = given.known();
            int half = world.held().size() / 2;
            Register first =
                    Register.BLANK.with(world.agreements(), world.held().subList(0, half));
            Register other = Register.BLANK.with(
                    world.agreements(), world.held().subList(half, world.held().size()));
            Standings standings = Standings.of(first, date, known).in(other);
            for (CommitmentId id : Given.ids(world.agreements())) {
                assertThat(standings.standing(id))
                        .contains(other.standing(id, date, known).standing());
            }
            assertThat(Standings.of(Register.BLANK, date, known)
                            .in(other)
                            .standing(Given.ids(world.agreements()).getFirst()))
                    .isPresent();
        });
    }
}
