package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.agreement.Commitment;
import entente.agreement.Held;
import entente.agreement.History;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Told;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The histories of the commitments that are shipped say of every day what the standing of that day is.
class ShippedHistoriesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /// A step of days that shares no factor with weeks, months or years.
    private static final int DAYS = 11;

    private static Register register() {
        List<Agreement> agreements = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (Path file : ShippedFilesTest.files()) {
            switch (ShippedFilesTest.read(file)) {
                case Reading.OfAgreement(Agreement agreement, var _) -> agreements.add(agreement);
                case Reading.OfFacts(List<Told> told, var _) -> told.forEach(one -> held.add(new Held(0, one, TODAY)));
                case Reading.Refused(List<Fault> faults) ->
                    throw new AssertionError("a shipped file is refused: " + faults);
            }
        }
        return Register.BLANK.with(agreements, held);
    }

    private static Standing at(History history, LocalDate day) {
        return history.steps().stream()
                .filter(step -> !step.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElseThrow()
                .standing();
    }

    @Test
    void a_history_says_of_each_day_what_the_standing_of_that_day_is() {
        Register register = register();
        List<String> wrong = new ArrayList<>();
        int changes = 0;
        for (Agreement agreement : register.agreements()) {
            for (Commitment commitment : agreement.commitments().toList()) {
                History history = History.of(register, commitment.id(), TODAY);
                changes += history.steps().size() - 1;
                for (LocalDate day = agreement.begins(); !day.isAfter(TODAY); day = day.plusDays(DAYS)) {
                    Standing standing =
                            register.standing(commitment.id(), day, day).standing();
                    if (at(history, day) != standing) {
                        wrong.add(commitment.id() + " " + day + ": " + at(history, day) + ", not " + standing);
                    }
                }
                for (History.Step step : history.steps()) {
                    Standing standing = register.standing(commitment.id(), step.from(), step.from())
                            .standing();
                    assertThat(step.standing())
                            .as(commitment.id() + " " + step.from())
                            .isEqualTo(standing);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(changes).isGreaterThan(30);
    }
}
