package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Figure.Sum;
import entente.agreement.Given.World;
import entente.terms.Money;
import entente.terms.Period;
import entente.testkit.Trials;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Section 8 of docs/spec/algebra.md. Each law counts how often its case truly arose, so that none holds for want of
/// trying.
class LawsTest {
    private static final Measure PAID = new Measure.Money(Given.EUR, Figure.Stage.PAID);

    /// What a claim says, but for these overlays.
    private static Claim apartFrom(Proof proof, Overlay... unsaid) {
        Claim claim = Claim.of(proof);
        SortedSet<Overlay> overlays = new TreeSet<>(claim.overlays());
        overlays.removeAll(List.of(unsaid));
        return new Claim(
                claim.commitment(),
                claim.world(),
                Given.START,
                claim.standing(),
                overlays,
                claim.used(),
                claim.refused(),
                claim.rows());
    }

    private static @Nullable String told(Held one) {
        return switch (one.told()) {
            case Told.Asserted(Fact fact) -> fact.id();
            case Told.Corrected(var _, Fact fact, var _) -> fact.id();
            case Told.Retracted _ -> null;
        };
    }

    private static @Nullable String displaced(Held one) {
        return switch (one.told()) {
            case Told.Asserted _ -> null;
            case Told.Corrected(String of, var _, var _) -> of;
            case Told.Retracted(String of, var _, var _, var _) -> of;
        };
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
        AtomicInteger told = new AtomicInteger();
        AtomicInteger resting = new AtomicInteger();
        Trials.check(800, random -> {
            Given given = new Given(random);
            World world = given.world();
            List<Held> shuffled = new ArrayList<>(world.held());
            Collections.shuffle(shuffled, random);
            Register inOrder = world.register();
            Register inDisorder = Register.BLANK
                    .with(List.of(), shuffled.subList(0, shuffled.size() / 2))
                    .with(world.agreements(), shuffled.subList(shuffled.size() / 2, shuffled.size()));
            for (CommitmentId id : Given.ids(world.agreements())) {
                LocalDate date = given.date();
                LocalDate known = given.known();
                Proof proof = inOrder.standing(id, date, known);
                assertThat(inDisorder.standing(id, date, known)).isEqualTo(proof);
                resting.addAndGet(proof.used().isEmpty() ? 0 : 1);
            }
            for (int place = 0; place < shuffled.size(); place++) {
                String earlier = displaced(shuffled.get(place));
                boolean tooEarly = earlier != null
                        && shuffled.subList(place, shuffled.size()).stream().anyMatch(one -> earlier.equals(told(one)));
                told.addAndGet(tooEarly ? 1 : 0);
            }
        });
        assertThat(resting).as("standings that rest on facts").hasValueGreaterThan(1_000);
        assertThat(told).as("told before what it corrects or retracts").hasValueGreaterThan(500);
    }

    @Test
    void splitting_a_payment_does_not_matter() {
        AtomicInteger used = new AtomicInteger();
        Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
        Trials.check(6_000, random -> {
            Given given = new Given(random);
            Body body = Given.changed(given.body(1), _ -> given.test(PAID));
            List<Held> held = new ArrayList<>(given.held(10, List.of(Given.K1)).stream()
                    .map(one -> paying(one, given.sum()))
                    .toList());
            World whole = new World(List.of(Given.pact(withoutForeignShares(body))), List.copyOf(held));
            int place = given.number(held.size());
            if (!(held.get(place).told() instanceof Told.Asserted(Fact fact)) || named(fact.id(), held)) {
                return;
            }
            Sum sum = (Sum) fact.figures().getFirst();
            long first = random.nextLong(sum.money().minor() + 1);
            Held rest = held.get(place);
            held.set(
                    place,
                    new Held(0, new Told.Asserted(with(fact, fact.id(), share(sum, first, true))), rest.recorded()));
            held.add(new Held(
                    0,
                    new Told.Asserted(with(fact, "split", share(sum, sum.money().minor() - first, false))),
                    rest.recorded()));
            World split = whole.holding(held);
            for (int round = 0; round < 3; round++) {
                LocalDate date = given.date();
                LocalDate known = given.known();
                Claim claim = Claim.of(whole.register().standing(Given.K1, date, known));
                Claim after = Claim.of(split.register().standing(Given.K1, date, known));
                assertThat(after.standing()).isEqualTo(claim.standing());
                assertThat(after.rows()).isEqualTo(claim.rows());
                assertThat(after.overlays()).isEqualTo(claim.overlays());
                if (claim.used().contains(fact.id())) {
                    assertThat(after.used()).contains(fact.id(), "split");
                    used.incrementAndGet();
                    standings.merge(claim.standing(), 1, Integer::sum);
                }
            }
        });
        assertThat(used).as("split payments that were used").hasValueGreaterThan(800);
        assertThat(standings).hasSizeGreaterThanOrEqualTo(5);
    }

    /// A share of the number of facts does change when one of them is split.
    private static Body withoutForeignShares(Body body) {
        return Given.changed(
                body,
                test -> test.threshold() instanceof Threshold.Share(BigDecimal percent, var _)
                        ? new Body.Test(
                                test.measure(),
                                test.only(),
                                test.never(),
                                test.schedule(),
                                new Threshold.Share(percent, PAID),
                                test.tolerance())
                        : test);
    }

    private static boolean named(String id, List<Held> held) {
        return held.stream()
                .anyMatch(one -> id.equals(displaced(one))
                        || one.told() instanceof Told.Asserted(Fact fact)
                                && fact.disagreesWith().contains(id)
                        || one.told() instanceof Told.Corrected(var _, Fact other, var _)
                                && other.disagreesWith().contains(id));
    }

    private static Held paying(Held one, Sum sum) {
        return switch (one.told()) {
            case Told.Asserted(Fact fact) -> new Held(0, new Told.Asserted(with(fact, fact.id(), sum)), one.recorded());
            case Told.Corrected(String of, Fact fact, var reason) ->
                new Held(0, new Told.Corrected(of, with(fact, fact.id(), sum), reason), one.recorded());
            case Told.Retracted _ -> one;
        };
    }

    /// So much of the sum; the low end of its range, which is the number that counts, goes with the first share.
    private static Sum share(Sum sum, long minor, boolean first) {
        BigDecimal low = sum.low() == null ? null : first ? sum.low() : BigDecimal.ZERO;
        return new Sum(new Money(minor, sum.money().currency()), sum.stage(), sum.role(), sum.bound(), low, sum.high());
    }

    private static Fact with(Fact fact, String id, Figure figure) {
        return new Fact(
                id,
                fact.kind(),
                fact.happened(),
                fact.reported(),
                fact.by(),
                fact.grade(),
                fact.who(),
                fact.where(),
                fact.bearsOn(),
                fact.says(),
                List.of(figure),
                fact.tags(),
                fact.judges(),
                fact.waives(),
                fact.disagreesWith(),
                fact.source(),
                fact.note());
    }

    @Test
    void a_retracted_fact_is_as_if_never_told_from_that_day_on_and_not_before() {
        AtomicInteger after = new AtomicInteger();
        AtomicInteger before = new AtomicInteger();
        Trials.check(1_500, random -> {
            Given given = new Given(random);
            World world = given.world();
            List<String> ids = world.held().stream()
                    .map(LawsTest::told)
                    .filter(Objects::nonNull)
                    .toList();
            String id = ids.get(given.number(ids.size()));
            LocalDate day = given.day();
            List<Held> more = new ArrayList<>(world.held());
            more.add(new Held(
                    0,
                    new Told.Retracted(id, Given.WORDS, Period.day(day), Given.SOURCE),
                    day.plusDays(given.number(3))));
            Register unretracted = world.register();
            Register retracted = world.holding(more).register();
            Register never = world.holding(world.held().stream()
                            .filter(one -> !id.equals(told(one)))
                            .filter(one -> !(one.told() instanceof Told.Retracted(String of, var _, var _, var _)
                                    && of.equals(id)))
                            .toList())
                    .register();
            for (CommitmentId commitment : Given.ids(world.agreements())) {
                LocalDate date = given.date();
                LocalDate known = given.known();
                Proof proof = retracted.standing(commitment, date, known);
                Proof unaware = unretracted.standing(commitment, date, known);
                boolean mattered = !Claim.of(unaware).equals(Claim.of(never.standing(commitment, date, known)));
                if (known.isBefore(day)) {
                    assertThat(apartFrom(proof, Overlay.CORRECTED_SINCE))
                            .isEqualTo(apartFrom(unaware, Overlay.CORRECTED_SINCE));
                    before.addAndGet(mattered ? 1 : 0);
                } else {
                    assertThat(proof).isEqualTo(never.standing(commitment, date, known));
                    after.addAndGet(mattered ? 1 : 0);
                }
            }
        });
        assertThat(after).as("the retraction changed something").hasValueGreaterThan(300);
        assertThat(before).as("the retraction was yet to change something").hasValueGreaterThan(100);
    }

    @Test
    void a_known_date_on_the_full_record_gives_what_today_gives_on_the_record_cut_there() {
        AtomicInteger differing = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        Trials.check(1_000, random -> {
            Given given = new Given(random);
            World world = given.world();
            LocalDate known = given.known();
            LocalDate today = known.plusDays(given.number(200));
            World cut = world.holding(world.held().stream()
                    .filter(one -> !one.known().isAfter(known))
                    .toList());
            for (CommitmentId id : Given.ids(world.agreements())) {
                LocalDate date = given.date();
                Proof then = world.register().standing(id, date, known);
                assertThat(apartFrom(cut.register().standing(id, date, known)))
                        .isEqualTo(apartFrom(then, Overlay.CORRECTED_SINCE));
                assertThat(apartFrom(cut.register().standing(id, date, today), Overlay.SUPERSEDED))
                        .isEqualTo(apartFrom(then, Overlay.SUPERSEDED, Overlay.CORRECTED_SINCE));
                Proof now = world.register().standing(id, date, today);
                differing.addAndGet(apartFrom(now).equals(apartFrom(then)) ? 0 : 1);
                later.addAndGet(then.overlays().contains(Overlay.CORRECTED_SINCE) ? 1 : 0);
            }
        });
        assertThat(differing).as("later reports changed the answer").hasValueGreaterThan(300);
        assertThat(later).as("corrected since").hasValueGreaterThan(50);
    }

    @Test
    void a_fact_without_an_earmark_never_helps_a_promise_that_has_one() {
        AtomicInteger tempting = new AtomicInteger();
        Trials.check(6_000, random -> {
            Given given = new Given(random);
            Body body = Given.changed(
                    given.body(1),
                    test -> Given.earmarked(
                            test,
                            new Earmark(
                                    new TreeSet<>(),
                                    Map.of(given.one(Fact.Tag.values()), new TreeSet<>(Set.of("p", "q"))),
                                    null)));
            Body open = Given.changed(body, test -> Given.earmarked(test, Earmark.NONE));
            Period happened = Period.day(given.someDay());
            Fact bare = Given.plain("bare", happened, given.sum(), given.count("x"), given.count("y"));
            List<Held> held = given.held(8, List.of(Given.K1));
            List<Held> more = new ArrayList<>(held);
            more.add(new Held(0, new Told.Asserted(bare), Given.START));
            LocalDate date = given.date();
            LocalDate known = given.known();
            Claim without = claim(body, held, date, known);
            Claim with = claim(body, more, date, known);
            assertThat(with.standing()).isEqualTo(without.standing());
            assertThat(with.rows()).isEqualTo(without.rows());
            assertThat(with.used()).isEqualTo(without.used());
            assertThat(with.refused()).containsKey("bare");
            tempting.addAndGet(
                    claim(open, more, date, known)
                                            .standing()
                                            .compareTo(claim(open, held, date, known)
                                                    .standing())
                                    < 0
                            ? 1
                            : 0);
        });
        assertThat(tempting).as("would have helped without the earmark").hasValueGreaterThan(300);
    }

    private static Claim claim(Body body, List<Held> held, LocalDate date, LocalDate known) {
        return Claim.of(new World(List.of(Given.pact(body)), held).register().standing(Given.K1, date, known));
    }

    @Test
    void the_sums_of_the_periods_add_up_to_the_sum_of_the_whole() {
        AtomicInteger many = new AtomicInteger();
        Map<Calendar, Integer> calendars = new EnumMap<>(Calendar.class);
        Trials.check(3_000, random -> {
            Given given = new Given(random);
            LocalDate from = given.someDay();
            LocalDate until = from.plusDays(given.number(900));
            Calendar calendar = given.one(Calendar.values());
            Measure measure = given.one(
                    PAID,
                    new Measure.Total("x"),
                    new Measure.Facts(),
                    new Measure.Covered("x", BigDecimal.valueOf(1 + given.number(5))));
            List<Held> held = new ArrayList<>();
            for (int place = 0; place < 12; place++) {
                LocalDate day = from.plusDays(given.number((int) (until.toEpochDay() - from.toEpochDay()) + 1));
                held.add(new Held(
                        0,
                        new Told.Asserted(Given.plain("f" + place, Period.day(day), given.sum(), given.count("x"))),
                        Given.START));
            }
            Claim parts = sums(measure, new Schedule.Each(calendar, from, until, null), held, until);
            Claim whole = sums(measure, new Schedule.Throughout(Period.parse(from + "/" + until)), held, until);
            List<BigDecimal> values = new ArrayList<>();
            for (Claim.Row row : parts.rows()) {
                if (row.value() != null) {
                    values.add(row.value());
                }
            }
            BigDecimal sum = Objects.requireNonNullElse(whole.rows().getFirst().value(), BigDecimal.ZERO);
            assertThat(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(sum);
            assertThat(parts.used()).isEqualTo(whole.used());
            many.addAndGet(values.size() > 1 ? 1 : 0);
            calendars.merge(calendar, values.size() > 1 ? 1 : 0, Integer::sum);
        });
        assertThat(many).as("with facts in more than one period").hasValueGreaterThan(1_500);
        assertThat(calendars)
                .hasSize(6)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(100));
    }

    private static Claim sums(Measure measure, Schedule schedule, List<Held> held, LocalDate until) {
        Body body = new Body.Test(
                measure,
                Earmark.NONE,
                Earmark.NONE,
                schedule,
                new Threshold.AtLeastThis(BigDecimal.ONE),
                Tolerance.NONE);
        return claim(body, held, until, until);
    }

    private enum Leniency {
        AMOUNT((more, old) -> new Tolerance(
                old.amount().add(BigDecimal.valueOf(more % 5)),
                old.percent(),
                old.graceDays(),
                old.missedPeriods(),
                old.gapDays())),
        PERCENT((more, old) -> new Tolerance(
                old.amount(),
                old.percent().add(BigDecimal.valueOf(more)),
                old.graceDays(),
                old.missedPeriods(),
                old.gapDays())),
        GRACE_DAYS((more, old) ->
                new Tolerance(old.amount(), old.percent(), old.graceDays() + more, old.missedPeriods(), old.gapDays())),
        MISSED_PERIODS((more, old) -> new Tolerance(
                old.amount(), old.percent(), old.graceDays(), old.missedPeriods() + more % 4, old.gapDays())),
        GAP_DAYS((more, old) ->
                new Tolerance(old.amount(), old.percent(), old.graceDays(), old.missedPeriods(), old.gapDays() + more));

        private final BiFunction<Integer, Tolerance, Tolerance> more;

        Leniency(BiFunction<Integer, Tolerance, Tolerance> more) {
            this.more = more;
        }
    }

    @Test
    void more_tolerance_never_worsens_a_standing() {
        Map<Leniency, Integer> helped = new TreeMap<>();
        Map<Leniency, Integer> tried = new TreeMap<>();
        Trials.check(4_000, random -> {
            Given given = new Given(random);
            Measure present = new Measure.Covered("x", BigDecimal.valueOf(1 + given.number(3)));
            Body body = given.chance(30) ? Given.changed(given.body(1), _ -> given.test(present)) : given.body(1);
            List<Held> held = given.held(10, List.of(Given.K1));
            for (Leniency leniency : Leniency.values()) {
                int more = given.number(50);
                Body lenient = Given.changed(
                        body, test -> Given.tolerating(test, leniency.more.apply(more, test.tolerance())));
                for (int round = 0; round < 3; round++) {
                    LocalDate date = given.date();
                    LocalDate known = Given.day(2_000);
                    Standing strictly = claim(body, held, date, known).standing();
                    Standing leniently = claim(lenient, held, date, known).standing();
                    assertThat(leniently)
                            .as(() -> leniency + " + " + more + " on " + date + "\n" + body + "\n" + held)
                            .isLessThanOrEqualTo(strictly);
                    tried.merge(leniency, 1, Integer::sum);
                    helped.merge(leniency, leniently == strictly ? 0 : 1, Integer::sum);
                }
            }
        });
        assertThat(tried).hasSize(5).allSatisfy((_, times) -> assertThat(times).isEqualTo(12_000));
        assertThat(helped).hasSize(5).allSatisfy((_, times) -> assertThat(times).isGreaterThan(75));
    }
}
