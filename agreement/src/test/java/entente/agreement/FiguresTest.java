package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Commitment.Nature;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures.Comparison;
import entente.agreement.Figures.Doubt;
import entente.agreement.Figures.Remade;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import entente.agreement.Figures.Verdict;
import entente.terms.Money;
import entente.terms.Period;
import entente.terms.Words;
import entente.testkit.Trials;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// docs/spec/comparing.md, sections 1 to 5.
class FiguresTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate KNOWN = LocalDate.of(2030, 1, 1);

    private static Count count(String of, String unit, long value, Bound bound) {
        return new Count(BigDecimal.valueOf(value), of, Words.same(unit), bound, null, null);
    }

    private static Count count(long value) {
        return count("x", "x", value, Bound.EXACT);
    }

    private static Count range(long low, long high) {
        return new Count(
                BigDecimal.valueOf(high),
                "x",
                Words.same("x"),
                Bound.EXACT,
                BigDecimal.valueOf(low),
                BigDecimal.valueOf(high));
    }

    private static Sum sum(long value, Currency currency, Stage stage, Role role) {
        return new Sum(Money.major(BigDecimal.valueOf(value), currency), stage, role, Bound.EXACT, null, null);
    }

    private static Fact fact(String id, String happened, Map<Tag, SortedSet<String>> tags, Figure... figures) {
        Fact plain = Given.plain(id, Period.parse(happened), figures);
        return tagged(plain, tags, new TreeSet<>());
    }

    private static Fact fact(String id, String happened, Figure... figures) {
        return fact(id, happened, at("calais"), figures);
    }

    private static Map<Tag, SortedSet<String>> at(String... places) {
        return Map.of(Tag.PLACE, new TreeSet<>(Set.of(places)));
    }

    private static Fact tagged(Fact fact, Map<Tag, SortedSet<String>> tags, SortedSet<String> disagrees) {
        return new Fact(
                fact.id(),
                fact.kind(),
                fact.happened(),
                fact.reported(),
                fact.by(),
                fact.grade(),
                fact.who(),
                fact.where(),
                fact.bearsOn(),
                fact.says(),
                fact.figures(),
                tags,
                fact.judges(),
                fact.waives(),
                disagrees,
                fact.source(),
                fact.note());
    }

    private static Fact against(String other, Fact fact) {
        return tagged(fact, fact.tags(), new TreeSet<>(Set.of(other)));
    }

    private static List<Thing> things(List<Commitment> commitments, Fact... facts) {
        Agreement pact = Given.agreement("pact", List.of(Given.clause(Given.CLAUSE, null, commitments)));
        List<Held> held = new ArrayList<>();
        for (Fact fact : facts) {
            held.add(new Held(0, new Told.Asserted(fact), KNOWN));
        }
        return Figures.of(Register.BLANK.with(List.of(pact), held), KNOWN).things();
    }

    private static Thing thing(Fact... facts) {
        List<Thing> things = things(List.of(), facts);
        assertThat(things).hasSize(1);
        return things.getFirst();
    }

    private static Commitment promising(String id, @Nullable CommitmentId partOf, Sum promised) {
        return new Commitment(
                Given.CLAUSE.commitment(id),
                Given.BOTH,
                null,
                null,
                Given.WORDS,
                Given.WORDS,
                null,
                null,
                null,
                null,
                promised,
                partOf,
                List.of(),
                null,
                List.of(),
                new Nature.Principle());
    }

    @Test
    void two_numbers_for_one_thing_differ_by_their_distance() {
        Thing thing = thing(fact("a", "2020-01", count(5)), fact("b", "2020-01", count(7)));
        assertThat(thing.verdict()).isEqualTo(Verdict.DIFFER);
        Comparison only = thing.comparisons().getFirst();
        assertThat(only.lowest()).isEqualByComparingTo("5");
        assertThat(only.highest()).isEqualByComparingTo("7");
        assertThat(only.apart()).isEqualByComparingTo("2");
        assertThat(only.percent()).isEqualByComparingTo("40");
    }

    @Test
    void more_than_five_leaves_room_for_seven_and_not_for_five() {
        Fact more = fact("a", "2020-01", count("x", "x", 5, Bound.MORE_THAN));
        assertThat(thing(more, fact("b", "2020-01", count(7))).verdict()).isEqualTo(Verdict.AGREE);
        assertThat(thing(more, fact("b", "2020-01", count(5))).verdict()).isEqualTo(Verdict.DIFFER);
        Fact least = fact("a", "2020-01", count("x", "x", 5, Bound.AT_LEAST));
        assertThat(thing(least, fact("b", "2020-01", count(5))).verdict()).isEqualTo(Verdict.AGREE);
    }

    @Test
    void about_is_good_to_half_of_its_last_digit_that_is_not_nought() {
        Fact about = fact("a", "2020-01", count("x", "x", 40_000, Bound.ABOUT));
        assertThat(thing(about, fact("b", "2020-01", count(35_000))).verdict()).isEqualTo(Verdict.AGREE);
        assertThat(thing(about, fact("b", "2020-01", count(34_999))).verdict()).isEqualTo(Verdict.DIFFER);
        Fact almost = fact("a", "2020-01", count("x", "x", 40_000, Bound.ALMOST));
        assertThat(thing(almost, fact("b", "2020-01", count(39_000))).verdict()).isEqualTo(Verdict.AGREE);
        assertThat(thing(almost, fact("b", "2020-01", count(40_000))).verdict()).isEqualTo(Verdict.DIFFER);
    }

    @Test
    void ranges_differ_by_what_lies_between_them() {
        Thing apart = thing(fact("a", "2020-01", range(1400, 1500)), fact("b", "2020-01", range(2000, 2500)));
        assertThat(apart.comparisons().getFirst().apart()).isEqualByComparingTo("500");
        assertThat(apart.comparisons().getFirst().lowest()).isEqualByComparingTo("1400");
        assertThat(apart.comparisons().getFirst().highest()).isEqualByComparingTo("2500");
        Thing touching = thing(fact("a", "2020-01", range(1400, 2000)), fact("b", "2020-01", count(2000)));
        assertThat(touching.verdict()).isEqualTo(Verdict.AGREE);
        assertThat(touching.doubts()).containsExactly(Doubt.RANGE);
    }

    @Test
    void a_calendar_year_and_a_financial_year_stand_together_and_are_not_compared() {
        Thing thing = thing(fact("a", "2013", count(16)), fact("b", "2013-04/2014-03", count(18)));
        assertThat(thing.verdict()).isEqualTo(Verdict.NOT_COMPARED);
        assertThat(thing.doubts()).containsExactly(Doubt.YEARS, Doubt.PERIODS);
        assertThat(thing.tellings().stream().map(Telling::year))
                .containsExactly(Calendar.FRENCH_YEAR, Calendar.UK_YEAR);
    }

    @Test
    void a_month_of_a_year_is_another_thing_than_the_year() {
        assertThat(things(List.of(), fact("a", "2013", count(16)), fact("b", "2013-04", count(18))))
                .hasSize(2);
    }

    @Test
    void other_places_are_shown_together_only_within_a_clause_and_compared_only_where_they_are_said_to_disagree() {
        Fact calais = fact("a", "2020-01", count(5));
        Fact wider = fact("b", "2020-01", at("calais", "marck"), count(7));
        assertThat(thing(calais, wider).verdict()).isEqualTo(Verdict.NOT_COMPARED);
        assertThat(thing(calais, wider).doubts()).containsExactly(Doubt.PLACES);
        assertThat(thing(calais, against("a", wider)).verdict()).isEqualTo(Verdict.DIFFER);
        assertThat(things(List.of(), calais, fact("b", "2020-01", at("dunkirk"), count(7))))
                .hasSize(2);
    }

    @Test
    void people_and_crossings_are_one_deed_in_two_units() {
        Thing thing = thing(
                fact("a", "2022", count("people-prevented", "people", 33, Bound.EXACT)),
                fact("b", "2022", count("crossings-prevented", "crossings", 30, Bound.EXACT)));
        assertThat(thing.verdict()).isEqualTo(Verdict.NOT_COMPARED);
        assertThat(thing.doubts()).containsExactly(Doubt.UNITS);
    }

    @Test
    void another_count_of_the_same_is_told_by_its_word() {
        Thing thing = thing(fact(
                "a",
                "2021",
                count("arrivals", "x", 28, Bound.EXACT),
                count("arrivals-other-count", "x", 27, Bound.EXACT)));
        assertThat(thing.verdict()).isEqualTo(Verdict.DIFFER);
        assertThat(thing.sources()).isEqualTo(1);
    }

    @Test
    void facts_that_are_said_to_disagree_stand_together_even_in_other_words() {
        Fact miles = fact("a", "2020-01", count("miles", "miles", 12, Bound.EXACT));
        Fact kilometres = against("a", fact("b", "2020-06", count("kilometres", "km", 13, Bound.EXACT)));
        Thing thing = thing(miles, kilometres);
        assertThat(thing.verdict()).isEqualTo(Verdict.NOTED);
        assertThat(thing.comparisons()).isEmpty();
        assertThat(thing.doubts()).contains(Doubt.UNITS, Doubt.PERIODS);
    }

    @Test
    void what_is_promised_is_held_against_what_is_said_of_it_and_a_slip_of_currency_shows() {
        List<Thing> things = things(
                List.of(promising("k1", null, sum(10, Given.EUR, Stage.PROMISED, Role.PART))),
                fact("a", "2022-11", sum(10, GBP, Stage.PROMISED, Role.REPEAT)),
                fact("b", "2020-01", sum(7, GBP, Stage.PROMISED, Role.REPEAT)));
        assertThat(things).hasSize(1);
        Thing thing = things.getFirst();
        assertThat(thing.doubts()).containsExactly(Doubt.SAME_NUMBER, Doubt.CURRENCIES);
        assertThat(thing.verdict()).isEqualTo(Verdict.DIFFER);
        assertThat(thing.comparisons()).hasSize(1);
        assertThat(thing.comparisons().getFirst().apart()).isEqualByComparingTo("3");
        assertThat(thing.tellings().stream().filter(one -> one.teller() instanceof Teller.OfText))
                .hasSize(1);
    }

    @Test
    void promises_of_a_clause_are_added_before_they_are_compared() {
        List<Thing> things = things(
                List.of(
                        promising("k1", null, sum(1, GBP, Stage.PROMISED, Role.PART)),
                        promising("k2", null, sum(2, GBP, Stage.PROMISED, Role.PART)),
                        promising("k3", Given.K1, sum(9, GBP, Stage.PROMISED, Role.PART))),
                fact("a", "2020-01", sum(3, GBP, Stage.PROMISED, Role.REPEAT)));
        assertThat(things).hasSize(1);
        assertThat(things.getFirst().verdict()).isEqualTo(Verdict.AGREE);
        assertThat(things.getFirst().tellings().stream().filter(Telling::beside))
                .hasSize(2);
    }

    @Test
    void instalments_are_shown_and_not_compared_wherever_they_are_told() {
        Thing thing = thing(
                fact(
                        "a",
                        "2020-01",
                        sum(12, GBP, Stage.PROMISED, Role.REPEAT),
                        sum(4, GBP, Stage.PROMISED, Role.REPEAT)),
                fact("b", "2020-01", sum(4, GBP, Stage.PROMISED, Role.REPEAT)),
                fact("c", "2020-01", sum(13, GBP, Stage.PROMISED, Role.REPEAT)));
        assertThat(thing.comparisons()).hasSize(1);
        assertThat(thing.comparisons().getFirst().apart()).isEqualByComparingTo("1");
        assertThat(thing.tellings().stream().filter(Telling::beside)).hasSize(2);
    }

    @Test
    void a_total_is_made_again_from_the_parts_beside_it() {
        Thing thing = thing(fact(
                "a",
                "2020-01",
                sum(481, GBP, Stage.PROMISED, Role.REPEAT),
                sum(124, GBP, Stage.PROMISED, Role.REPEAT),
                sum(168, GBP, Stage.PROMISED, Role.REPEAT),
                sum(184, GBP, Stage.PROMISED, Role.REPEAT)));
        Remade remade = thing.remade().getFirst();
        assertThat(remade.sum()).isEqualByComparingTo("476");
        assertThat(remade.missing()).isEqualByComparingTo("5");
        assertThat(thing.doubts()).containsExactly(Doubt.PARTS);
        assertThat(thing.verdict()).isEqualTo(Verdict.SINGLE);
    }

    @Test
    void one_figure_alone_is_kept() {
        Thing thing = thing(fact("a", "2020-01", count(5)));
        assertThat(thing.verdict()).isEqualTo(Verdict.SINGLE);
        assertThat(thing.width()).isZero();
    }

    @Test
    void no_figure_is_lost_or_shown_twice_and_the_order_of_telling_does_not_matter() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        Trials.check(400, random -> {
            Given given = new Given(random);
            Given.World world = given.world();
            LocalDate known = given.known();
            Figures all = Figures.of(world.register(), known);
            List<Figure> told = world.register()
                    .facts(known)
                    .flatMap(fact -> fact.figures().stream())
                    .toList();
            List<Figure> shown = all.things().stream()
                    .flatMap(thing -> thing.tellings().stream())
                    .map(Telling::figure)
                    .toList();
            assertThat(shown).containsExactlyInAnyOrderElementsOf(told);
            assertThat(all.things().stream().map(Thing::name)).doesNotHaveDuplicates();
            List<Held> shuffled = new ArrayList<>(world.held());
            Collections.shuffle(shuffled, random);
            Figures again = Figures.of(world.holding(shuffled).register(), known);
            assertThat(again.things().stream().map(thing -> thing.name() + thing.verdict() + thing.doubts()))
                    .containsExactlyElementsOf(all.things().stream()
                            .map(thing -> thing.name() + thing.verdict() + thing.doubts())
                            .toList());
            all.things().forEach(thing -> seen.merge(thing.verdict(), 1, Integer::sum));
        });
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Verdict.values());
    }

    @Test
    void figures_differ_exactly_where_two_of_them_leave_no_number_for_both() {
        AtomicInteger differing = new AtomicInteger();
        AtomicInteger agreeing = new AtomicInteger();
        Trials.check(1_500, random -> {
            Given given = new Given(random);
            List<Figure> figures = List.of(given.count("x"), given.count("x"), given.count("x"));
            Comparison all = Comparison.of(
                    new Figures.What.Counted("x"),
                    figures.stream()
                            .map(figure -> new Telling(
                                    new Teller.OfFact(Given.plain("a", Period.day(Given.START))),
                                    figure,
                                    Period.day(Given.START),
                                    false))
                            .toList());
            // Every number that matters lies on the ends or beside them.
            boolean room = false;
            for (int step = -40; step <= 640; step++) {
                BigDecimal number = BigDecimal.valueOf(step * 25L, 3);
                room |= figures.stream().allMatch(figure -> holds(figure, number));
            }
            assertThat(all.differ()).isEqualTo(!room);
            assertThat(all.apart().signum() > 0).as("apart").isIn(false, all.differ());
            (all.differ() ? differing : agreeing).incrementAndGet();
        });
        assertThat(differing).hasValueGreaterThan(200);
        assertThat(agreeing).hasValueGreaterThan(50);
    }

    /// Whether a reader would allow the number, said without intervals.
    private static boolean holds(Figure figure, BigDecimal number) {
        if (figure.low() != null && figure.high() != null) {
            return number.compareTo(figure.low()) >= 0 && number.compareTo(figure.high()) <= 0;
        }
        int order = number.compareTo(figure.value());
        BigDecimal off = number.subtract(figure.value()).abs();
        boolean near = off.add(off).compareTo(lastDigit(figure.value())) <= 0;
        return switch (figure.bound()) {
            case EXACT -> order == 0;
            case ABOUT -> near;
            case ALMOST -> near && order < 0;
            case AT_LEAST -> order >= 0;
            case MORE_THAN -> order > 0;
            case AT_MOST -> order <= 0;
            case LESS_THAN -> order < 0;
        };
    }

    private static BigDecimal lastDigit(BigDecimal value) {
        BigDecimal unit = value.scale() > 0 ? new BigDecimal("0.1") : BigDecimal.ONE;
        return value.remainder(BigDecimal.ONE).signum() == 0 ? BigDecimal.ONE : unit;
    }
}
