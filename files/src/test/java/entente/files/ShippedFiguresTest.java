package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.agreement.Changes;
import entente.agreement.Figures;
import entente.agreement.Figures.Comparison;
import entente.agreement.Figures.Doubt;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import entente.agreement.Figures.Verdict;
import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Theme;
import entente.agreement.Told;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What comparing shows on the agreements and facts that the product ships.
class ShippedFiguresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Register REGISTER = register();
    private static final Figures ALL = Figures.of(REGISTER, TODAY);

    private static Register register() {
        List<Agreement> agreements = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (Path file : ShippedFilesTest.files()) {
            switch (ShippedFilesTest.read(file)) {
                case Reading.OfAgreement(Agreement agreement, var _) -> agreements.add(agreement);
                case Reading.OfFacts(List<Told> some, var _) -> some.forEach(one -> held.add(new Held(0, one, TODAY)));
                case Reading.Refused refused -> throw new AssertionError(refused);
            }
        }
        return Register.BLANK.with(agreements, held);
    }

    /// The thing that has a telling of this fact and of this kind.
    private static Thing thing(String fact, String what) {
        return ALL.things().stream()
                .filter(thing -> thing.tellings().stream()
                        .anyMatch(telling -> telling.teller() instanceof Teller.OfFact(var told)
                                && told.id().equals(fact)
                                && telling.what().toString().contains(what)))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison comparison(Thing thing, String what) {
        return thing.comparisons().stream()
                .filter(one -> one.what().toString().contains(what))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> facts(Comparison comparison) {
        return comparison.tellings().stream()
                .map(Telling::teller)
                .filter(Teller.OfFact.class::isInstance)
                .map(one -> ((Teller.OfFact) one).fact().id())
                .toList();
    }

    @Test
    void ten_million_pounds_stand_where_the_promise_is_ten_million_euros() {
        Thing thing = thing("2015-08-20-money-10m-library", "GBP");
        assertThat(thing.verdict()).isEqualTo(Verdict.DIFFER);
        assertThat(thing.doubts()).contains(Doubt.SAME_NUMBER, Doubt.CURRENCIES);
        assertThat(thing.tellings().stream()
                        .filter(telling -> telling.teller() instanceof Teller.OfText)
                        .map(telling -> telling.figure().value()))
                .containsExactly(new BigDecimal("10000000.00"));
        Comparison pounds = comparison(thing, "GBP");
        assertThat(pounds.lowest()).isEqualByComparingTo("7000000");
        assertThat(pounds.highest()).isEqualByComparingTo("10000000");
        assertThat(comparison(thing, "EUR").highest()).isEqualByComparingTo("31000000");
        assertThat(ALL.things().stream().filter(one -> one.doubts().contains(Doubt.SAME_NUMBER)))
                .containsExactly(thing);
    }

    @Test
    void two_shares_of_crossings_stopped_in_one_week_differ_and_are_not_of_the_same_unit() {
        Thing thing = thing("2023-08-interception-53", "percent-stopped");
        assertThat(comparison(thing, "percent-stopped").apart()).isEqualByComparingTo("7.8");
        assertThat(thing.doubts()).containsExactly(Doubt.UNITS);
    }

    @Test
    void a_calendar_year_of_attempts_is_not_compared_with_a_financial_year() {
        Thing thing = thing("2013-attempts-16008", "attempts");
        assertThat(thing.verdict()).isEqualTo(Verdict.NOT_COMPARED);
        assertThat(thing.doubts()).contains(Doubt.YEARS, Doubt.PERIODS);
    }

    @Test
    void people_and_crossings_prevented_stand_together_and_are_not_compared() {
        Thing thing = thing("2022-prevented-33000", "people-prevented");
        assertThat(thing.tellings().stream().map(Telling::what).distinct()).hasSize(3);
        assertThat(thing.verdict()).isEqualTo(Verdict.NOT_COMPARED);
        assertThat(thing.doubts()).contains(Doubt.UNITS);
    }

    @Test
    void a_total_that_misses_its_own_parts_is_found_and_one_that_meets_them_is_not_blamed() {
        Thing thing = thing("2023-03-10-481m-gbp", "GBP");
        List<String> unmet = thing.remade().stream()
                .filter(one -> !one.meets())
                .map(one -> one.total().figure().value().toPlainString() + " "
                        + one.missing().toPlainString())
                .toList();
        assertThat(unmet).containsExactly("481000000.00 3460000.00");
        assertThat(thing.remade()).hasSize(3);
    }

    @Test
    void more_officers_by_forty_per_cent_means_three_things() {
        Thing thing = thing("2022-11-officers-plus-350", "extra-officers");
        assertThat(facts(comparison(thing, "patrol-officers")))
                .containsExactly("2022-11-officers-200-300", "2022-11-officers-800-900");
        assertThat(thing.tellings()).hasSize(3);
    }

    @Test
    void an_instalment_is_not_held_against_the_whole() {
        assertThat(ALL.things().stream()
                        .flatMap(thing -> thing.comparisons().stream())
                        .flatMap(one -> one.tellings().stream())
                        .filter(telling -> telling.what().toString().contains("PROMISED"))
                        .map(telling -> telling.figure().value().toPlainString()))
                .doesNotContain("5000000.00", "4000000.00", "124000000.00");
    }

    @Test
    void most_of_what_was_published_was_published_once() {
        assertThat(ALL.differing()).isBetween(15L, 40L);
        assertThat(ALL.things().stream().filter(one -> one.verdict() == Verdict.SINGLE))
                .hasSizeGreaterThan(150);
        assertThat(ALL.about("calais-2015").things())
                .isNotEmpty()
                .hasSizeLessThan(ALL.things().size());
    }

    @Test
    void the_doubled_patrols_are_one_promise_made_four_times() {
        Theme patrols = Theme.of(REGISTER, TODAY, TODAY).stream()
                .filter(theme -> theme.name().equals("patrols"))
                .findFirst()
                .orElseThrow();
        Theme.Strand strand = patrols.strands().getFirst();
        assertThat(strand.made().stream().map(made -> made.agreement().id()))
                .containsExactly("statement-2020", "statement-2021", "statement-2022", "leaders-2023");
        assertThat(strand.made().getFirst().before())
                .isEqualTo(new Theme.Before(LocalDate.of(2021, 7, 20), Standing.NO_EVIDENCE));
    }

    @Test
    void what_changed_between_two_days_is_what_was_reported_between_them() {
        Changes.View from = new Changes.View(REGISTER, LocalDate.of(2016, 3, 31));
        Changes.View to = new Changes.View(REGISTER, LocalDate.of(2017, 3, 31));
        Changes changes = Changes.between(from, to, new Changes.Scope.Everything());
        assertThat(changes.added())
                .isNotEmpty()
                .allMatch(fact -> fact.reported().last().isAfter(from.known())
                        && !fact.reported().last().isAfter(to.known()));
        assertThat(changes.unsaid()).isEmpty();
        assertThat(Changes.between(to, to, new Changes.Scope.Everything()).none())
                .isTrue();
    }
}
