package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Changes.Replaced;
import entente.agreement.Changes.Scope;
import entente.agreement.Changes.View;
import entente.agreement.Changes.Withdrawn;
import entente.terms.Period;
import entente.terms.Words;
import entente.testkit.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// docs/spec/comparing.md, section 7.
class ChangesTest {
    private static final Scope ALL = new Scope.Everything();
    private static final Words WHY = Words.same("why");

    private static Fact fact(String id) {
        return Given.plain(id, Period.day(Given.START));
    }

    private static Held on(int day, Told told) {
        return new Held(
                0,
                switch (told) {
                    case Told.Asserted asserted -> asserted;
                    case Told.Corrected corrected -> corrected;
                    case Told.Retracted(String of, Words reason, var _, Source source) ->
                        new Told.Retracted(of, reason, Period.day(Given.day(day)), source);
                },
                Given.day(day));
    }

    private static Fact reported(String id, int day) {
        Fact fact = fact(id);
        return new Fact(
                fact.id(),
                fact.kind(),
                fact.happened(),
                Period.day(Given.day(day)),
                fact.by(),
                fact.grade(),
                fact.who(),
                fact.where(),
                fact.bearsOn(),
                fact.says(),
                fact.figures(),
                fact.tags(),
                fact.judges(),
                fact.waives(),
                fact.disagreesWith(),
                fact.source(),
                fact.note());
    }

    private static final Register TOLD = Register.BLANK.with(
            List.of(Given.pact(new Commitment.Nature.Principle())),
            List.of(
                    on(1, new Told.Asserted(reported("a", 1))),
                    on(1, new Told.Asserted(reported("b", 1))),
                    on(5, new Told.Corrected("a", reported("a2", 5), WHY)),
                    on(7, new Told.Corrected("a2", reported("a3", 7), Words.same("again"))),
                    on(8, new Told.Retracted("b", WHY, Period.day(Given.day(8)), Given.SOURCE)),
                    on(9, new Told.Retracted("a3", WHY, Period.day(Given.day(9)), Given.SOURCE)),
                    on(9, new Told.Asserted(reported("c", 9)))));

    private static Changes days(int from, int to) {
        return Changes.between(new View(TOLD, Given.day(from)), new View(TOLD, Given.day(to)), ALL);
    }

    private static List<String> ids(List<Fact> facts) {
        return facts.stream().map(Fact::id).toList();
    }

    @Test
    void a_correction_of_a_correction_is_one_step_with_both_reasons() {
        Changes changes = days(2, 7);
        assertThat(changes.corrected()).hasSize(1);
        Replaced only = changes.corrected().getFirst();
        assertThat(only.from().id()).isEqualTo("a");
        assertThat(only.to().id()).isEqualTo("a3");
        assertThat(only.reasons()).containsExactly(WHY, Words.same("again"));
        assertThat(changes.added()).isEmpty();
    }

    @Test
    void what_is_withdrawn_is_told_with_its_reason_and_what_it_had_replaced_stands_again() {
        Changes changes = days(7, 9);
        assertThat(changes.retracted().stream().map(one -> one.fact().id())).containsExactly("a3", "b");
        assertThat(changes.retracted().getFirst().reasons()).containsExactly(WHY);
        assertThat(ids(changes.restored())).containsExactly("a2");
        assertThat(ids(changes.added())).containsExactly("c");
    }

    @Test
    void towards_an_earlier_day_what_was_told_later_is_unsaid() {
        Changes changes = days(9, 2);
        assertThat(ids(changes.unsaid())).containsExactly("a2", "c");
        assertThat(ids(changes.restored())).containsExactly("a", "b");
    }

    @Test
    void an_agreement_that_was_not_signed_before_is_named() {
        View blank = new View(Register.BLANK, Given.day(9));
        Changes changes = Changes.between(blank, new View(TOLD, Given.day(9)), ALL);
        assertThat(changes.agreements()).hasSize(1);
        assertThat(changes.clauses()).isEmpty();
    }

    @Test
    void a_clause_is_only_about_itself() {
        Scope other = new Scope.OneClause(new ClauseId("pact", "c2"));
        assertThat(Changes.between(new View(TOLD, Given.day(2)), new View(TOLD, Given.day(9)), other)
                        .none())
                .isTrue();
        Scope one = new Scope.OneClause(Given.CLAUSE);
        assertThat(Changes.between(new View(TOLD, Given.day(2)), new View(TOLD, Given.day(9)), one)
                        .added())
                .hasSize(1);
    }

    @Test
    void nothing_changes_from_a_view_to_itself() {
        Trials.check(200, random -> {
            Given given = new Given(random);
            View view = new View(given.world().register(), given.known());
            assertThat(Changes.between(view, view, ALL).none()).isTrue();
        });
    }

    @Test
    void what_changed_leads_from_one_view_to_the_other_and_to_nothing_else() {
        AtomicInteger corrected = new AtomicInteger();
        AtomicInteger retracted = new AtomicInteger();
        AtomicInteger restored = new AtomicInteger();
        AtomicInteger moved = new AtomicInteger();
        AtomicInteger totals = new AtomicInteger();
        Trials.check(500, random -> {
            Given given = new Given(random);
            Given.World world = given.world();
            Register whole = world.register();
            Register prefix = world.holding(
                            world.held().subList(0, given.number(world.held().size() + 1)))
                    .register();
            View from = new View(given.chance(50) ? prefix : whole, given.known());
            View to = new View(whole, given.known());
            Changes changes = Changes.between(from, to, ALL);

            TreeSet<String> facts = new TreeSet<>(
                    from.register().facts(from.known()).map(Fact::id).toList());
            changes.corrected().forEach(one -> facts.remove(one.from().id()));
            changes.retracted().stream().map(Withdrawn::fact).map(Fact::id).forEach(facts::remove);
            facts.removeAll(ids(changes.unsaid()));
            changes.corrected().forEach(one -> facts.add(one.to().id()));
            ids(changes.added()).forEach(id -> assertThat(facts.add(id)).isTrue());
            ids(changes.restored()).forEach(id -> assertThat(facts.add(id)).isTrue());
            assertThat(facts)
                    .containsExactlyElementsOf(
                            whole.facts(to.known()).map(Fact::id).toList());

            TreeSet<CommitmentId> standings = new TreeSet<>();
            for (Agreement agreement : signed(to)) {
                for (Clause clause : agreement.clauses(to.known())) {
                    for (Commitment commitment : clause.commitments()) {
                        Proof one = from.register().standing(commitment.id(), from.known(), from.known());
                        Proof other = whole.standing(commitment.id(), to.known(), to.known());
                        if (signed(from).contains(agreement)
                                && clause.standsOn(from.known())
                                && !(one.standing() == other.standing()
                                        && one.overlays().equals(other.overlays()))) {
                            standings.add(commitment.id());
                        }
                    }
                }
            }
            assertThat(changes.standings().stream().map(one -> one.commitment().id()))
                    .containsExactlyElementsOf(standings);

            Map<String, Long> sums = new TreeMap<>();
            money(from).forEach((key, minor) -> sums.merge(key, -minor, Long::sum));
            money(to).forEach((key, minor) -> sums.merge(key, minor, Long::sum));
            Map<String, Long> shown = new TreeMap<>();
            changes.totals().forEach(one -> {
                if (one.from() != null) {
                    shown.merge(
                            key(one.agreement(), one.from()),
                            -one.from().amount().minor(),
                            Long::sum);
                }
                if (one.to() != null) {
                    shown.merge(
                            key(one.agreement(), one.to()), one.to().amount().minor(), Long::sum);
                }
            });
            sums.values().removeIf(difference -> difference == 0);
            shown.values().removeIf(difference -> difference == 0);
            assertThat(shown).isEqualTo(sums);

            corrected.addAndGet(changes.corrected().size());
            retracted.addAndGet(changes.retracted().size());
            restored.addAndGet(changes.restored().size());
            moved.addAndGet(changes.standings().size());
            totals.addAndGet(changes.totals().size());
        });
        assertThat(List.of(corrected.get(), retracted.get(), restored.get(), moved.get(), totals.get()))
                .allMatch(count -> count > 20);
    }

    private static List<Agreement> signed(View view) {
        return view.register().agreements().stream()
                .filter(one -> !one.begins().isAfter(view.known()))
                .toList();
    }

    private static String key(Agreement agreement, Totals.Total total) {
        return agreement.id() + total.stage() + total.amount().currency();
    }

    private static Map<String, Long> money(View view) {
        Map<String, Long> sums = new TreeMap<>();
        for (Agreement agreement : signed(view)) {
            List<Totals.Total> totals = new ArrayList<>(
                    Totals.of(view.register(), agreement, view.known()).totals());
            totals.forEach(
                    total -> sums.put(key(agreement, total), total.amount().minor()));
        }
        return sums;
    }

    @Test
    void a_view_of_another_day_has_another_day() {
        LocalDate day = Given.day(3);
        assertThat(new View(TOLD, day).facts().keySet()).containsExactly("a", "b");
    }
}
