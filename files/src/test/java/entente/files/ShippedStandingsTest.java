package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.agreement.Checker;
import entente.agreement.Claim;
import entente.agreement.Commitment;
import entente.agreement.Held;
import entente.agreement.Proof;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Told;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every standing of the agreements that the product ships follows from their facts, by the checker's own way.
class ShippedStandingsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();

    ShippedStandingsTest() {
        for (Path file : ShippedFilesTest.files()) {
            switch (ShippedFilesTest.read(file)) {
                case Reading.OfAgreement(Agreement agreement, var _) -> agreements.add(agreement);
                case Reading.OfFacts(List<Told> told, var _) -> told.forEach(one -> held.add(new Held(0, one, TODAY)));
                case Reading.Refused(List<Fault> faults) ->
                    throw new AssertionError("a shipped file is refused: " + faults);
            }
        }
    }

    /// The world date, and the known date as late or some years earlier.
    private record Day(LocalDate world, LocalDate known) {}

    private static List<Day> days() {
        List<Day> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2015, 3, 31); day.isBefore(TODAY); day = day.plusMonths(13)) {
            days.add(new Day(day, day));
            days.add(new Day(day, TODAY));
        }
        days.add(new Day(TODAY, TODAY));
        days.add(new Day(LocalDate.of(2031, 1, 1), TODAY));
        days.add(new Day(LocalDate.of(2014, 1, 1), TODAY));
        return days;
    }

    @Test
    void every_standing_follows_from_the_facts() {
        Register register = Register.BLANK.with(agreements, held);
        Checker checker = new Checker(agreements, held);
        Set<Standing> standings = new TreeSet<>();
        int checked = 0;
        int resting = 0;
        for (Day day : days()) {
            for (Agreement agreement : agreements) {
                for (Commitment commitment : agreement.commitments().toList()) {
                    Proof proof = register.standing(commitment.id(), day.world(), day.known());
                    assertThat(checker.objections(Claim.of(proof))).isEmpty();
                    standings.add(proof.standing());
                    checked++;
                    resting += proof.used().isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(days()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(checked).isGreaterThanOrEqualTo(99 * 25);
        assertThat(resting).as("rest on facts").isGreaterThan(100);
        assertThat(standings).hasSizeGreaterThanOrEqualTo(5);
    }
}
