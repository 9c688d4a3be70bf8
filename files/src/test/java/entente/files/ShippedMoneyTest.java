package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Account;
import entente.agreement.Agreement;
import entente.agreement.Flow;
import entente.agreement.Held;
import entente.agreement.Ledger;
import entente.agreement.Line;
import entente.agreement.Recount;
import entente.agreement.Recount.Cause;
import entente.agreement.Recount.Outcome;
import entente.agreement.Recounts;
import entente.agreement.Register;
import entente.agreement.Told;
import entente.agreement.Years;
import entente.terms.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the record that is shipped says of money, by its receipts.
class ShippedMoneyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Register register;

    ShippedMoneyTest() {
        List<Agreement> agreements = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (var file : ShippedFilesTest.files()) {
            switch (ShippedFilesTest.read(file)) {
                case Reading.OfAgreement(Agreement agreement, var _) -> agreements.add(agreement);
                case Reading.OfFacts(List<Told> told, var _) -> told.forEach(one -> held.add(new Held(0, one, TODAY)));
                case Reading.Refused(List<Fault> faults) ->
                    throw new AssertionError("a shipped file is refused: " + faults);
            }
        }
        register = Register.BLANK.with(agreements, held);
    }

    private Agreement agreement(String id) {
        return register.agreement(id).orElseThrow();
    }

    private List<Ledger> ledgers() {
        return Stream.concat(
                        register.agreements().stream().map(one -> Ledger.of(register, one, TODAY)),
                        Stream.of(Ledger.of(register, TODAY)))
                .toList();
    }

    private static Map<String, Money> totals(Ledger ledger) {
        Map<String, Money> totals = new TreeMap<>();
        ledger.accounts().stream()
                .filter(account -> !account.added().isEmpty())
                .forEach(account -> totals.put(account.code(), account.amount()));
        return totals;
    }

    private static Money pounds(long millions) {
        return Money.major(BigDecimal.valueOf(millions * 1_000_000), Currency.getInstance("GBP"));
    }

    @Test
    void of_the_joint_fund_twelve_million_were_promised_and_twelve_million_paid_in_no_one_year() {
        Ledger ledger = Ledger.of(register, agreement("calais-2014"), TODAY);
        assertThat(totals(ledger)).containsEntry("promised-gbp", pounds(12)).containsEntry("paid-gbp", pounds(12));
        for (var calendar : Years.CALENDARS) {
            Years years = ledger.years(calendar).orElseThrow();
            assertThat(years.rows().stream()
                            .filter(row -> totals(row.ledger()).containsKey("paid-gbp"))
                            .map(row -> row.slot().code()))
                    .containsExactly("several");
        }
        assertThat(ledger.lines()).filteredOn(line -> !line.added()).hasSizeGreaterThan(20);
    }

    @Test
    void the_rows_of_every_calendar_add_up_to_the_totals() {
        int cut = 0;
        for (Ledger ledger : ledgers()) {
            for (var calendar : Years.CALENDARS) {
                Years years = ledger.years(calendar).orElse(null);
                if (years != null) {
                    Map<String, Money> sums = new TreeMap<>();
                    years.rows()
                            .forEach(row -> totals(row.ledger())
                                    .forEach((name, money) -> sums.merge(name, money, Money::plus)));
                    assertThat(sums).isEqualTo(totals(ledger));
                    cut++;
                }
            }
        }
        assertThat(cut).isGreaterThan(30);
    }

    @Test
    void across_all_agreements_every_sum_stands_once() {
        Ledger all = Ledger.of(register, TODAY);
        assertThat(all.lines().stream().map(Line::id)).doesNotHaveDuplicates();
        assertThat(all.lines().stream().filter(line -> line.agreements().size() > 1))
                .as("sums that bear on several agreements")
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(all.lines())
                .hasSameSizeAs(register.agreements().stream()
                        .flatMap(one -> Ledger.of(register, one, TODAY).lines().stream())
                        .map(Line::id)
                        .distinct()
                        .toList());
    }

    @Test
    void the_columns_of_every_flow_add_up() {
        int flows = 0;
        for (Ledger ledger : ledgers()) {
            for (Account account : ledger.accounts()) {
                Flow flow = Flow.of(account);
                for (var column : List.of(flow.payers(), flow.purposes(), flow.payees())) {
                    assertThat(column.values().stream().reduce(Money.none(account.currency()), Money::plus))
                            .isEqualTo(account.amount());
                }
                flows += flow.bands().isEmpty() ? 0 : 1;
            }
        }
        assertThat(flows).isGreaterThan(20);
    }

    private Recount made(String line) {
        Recounts recounts = Recounts.of(Ledger.of(register, TODAY));
        return recounts.totals().stream()
                .filter(total -> total.id().equals(line))
                .findFirst()
                .map(recounts::of)
                .orElseThrow();
    }

    @Test
    void the_published_totals_of_2023_and_2026_are_the_sum_of_their_parts() {
        assertThat(made("2026-04-23-660m/1").outcome()).isEqualTo(Outcome.MEETS);
        assertThat(made("2023-03-10-541m-eur/1").outcome()).isEqualTo(Outcome.MEETS);
    }

    @Test
    void the_seven_million_of_2019_hold_money_promised_in_2018() {
        Recount seven = made("2019-01-24-plan-6m/2");
        assertThat(seven.outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(seven.difference()).hasToString("3400000 EUR");
        assertThat(seven.doubts()).anySatisfy(doubt -> {
            assertThat(doubt.line().id()).isEqualTo("action-plan-2019/c01-money/k2");
            assertThat(doubt.line().money()).isEqualTo(seven.difference());
            assertThat(doubt.causes()).containsExactly(Cause.REFUSED);
        });
    }

    @Test
    void a_total_of_one_year_cannot_be_made_again_from_a_payment_over_three() {
        Recount year = made("2010-11-spend-fy1415/1");
        assertThat(year.outcome()).isEqualTo(Outcome.NO_PARTS);
        assertThat(year.causes()).contains(Cause.TIME, Cause.SCOPE);
    }
}
