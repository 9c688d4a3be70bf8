package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.agreement.Given.World;
import entente.agreement.Line.Label;
import entente.agreement.Line.Origin;
import entente.agreement.Line.Reason;
import entente.agreement.Recount.Outcome;
import entente.agreement.Years.Slot;
import entente.terms.Money;
import entente.terms.Period;
import entente.testkit.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The laws of docs/spec/money.md, against sums made again from the agreements and facts one by one. Each test counts
/// how often its cases truly arose.
class LedgerTest {
    private final Map<String, Integer> arose = new TreeMap<>();

    private void arises(String what, boolean so) {
        arose.merge(what, so ? 1 : 0, Integer::sum);
    }

    private void eachAroseMoreThan(int times) {
        assertThat(arose)
                .isNotEmpty()
                .allSatisfy((what, many) -> assertThat(many).as(what).isGreaterThan(times));
    }

    private static Ledger all(World world) {
        return Ledger.of(world.register(), Purse.KNOWN);
    }

    private static Ledger of(World world, Agreement agreement) {
        return Ledger.of(world.register(), agreement, Purse.KNOWN);
    }

    private static List<Ledger> ledgers(World world) {
        return Stream.concat(world.agreements().stream().map(one -> of(world, one)), Stream.of(all(world)))
                .toList();
    }

    // What to expect: plain loops over what was told.

    private static List<Fact> standing(World world) {
        boolean retracted = world.held().stream().anyMatch(one -> one.told() instanceof Told.Retracted);
        List<Fact> facts = new ArrayList<>();
        for (Held held : world.held()) {
            if (held.told() instanceof Told.Asserted(Fact fact)
                    && !fact.reported().last().isAfter(Purse.KNOWN)
                    && !(retracted && fact.id().equals("f0"))) {
                facts.add(fact);
            }
        }
        return facts;
    }

    /// The totals in minor units, and what is refused.
    private record Expected(Map<String, Long> totals, Map<String, Reason> refused, Set<String> ids) {
        void take(String id, Stage stage, Sum sum, @Nullable Reason first, Reason ofPart) {
            ids.add(id);
            String currency = sum.money().currency().getCurrencyCode().toLowerCase(Locale.ROOT);
            if (first != null) {
                refused.put(id, first);
            } else if (sum.role() != Role.PART) {
                refused.put(id, Reason.valueOf(sum.role().name()));
            } else if (ofPart == Reason.REPORT && stage == Stage.PROMISED) {
                refused.put(id, ofPart);
            } else {
                totals.merge(stage.code() + "-" + currency, sum.money().minor(), Long::sum);
            }
        }
    }

    private static Expected expected(World world, Predicate<String> about) {
        Expected expected = new Expected(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        for (Agreement agreement : world.agreements()) {
            for (Clause clause : agreement.clauses()) {
                boolean later = clause.since() != null && clause.since().first().getYear() > 2030;
                for (Commitment commitment : clause.commitments()) {
                    Sum sum = commitment.promised();
                    if (sum != null && about.test(agreement.id()) && !later) {
                        Reason inside = commitment.partOf() == null ? null : Reason.INSIDE;
                        expected.take(commitment.id().toString(), Stage.PROMISED, sum, inside, Reason.INSIDE);
                    }
                }
            }
        }
        for (Fact fact : standing(world)) {
            boolean bears = fact.bearsOn().stream()
                    .anyMatch(one -> about.test(one.clause().agreement()));
            for (int place = 0; bears && place < fact.figures().size(); place++) {
                if (fact.figures().get(place) instanceof Sum sum) {
                    expected.take(fact.id() + "/" + (place + 1), sum.stage(), sum, null, Reason.REPORT);
                }
            }
        }
        return expected;
    }

    private static Map<String, Long> totals(Ledger ledger) {
        Map<String, Long> totals = new TreeMap<>();
        for (Account account : ledger.accounts()) {
            if (!account.added().isEmpty()) {
                totals.put(account.code(), account.amount().minor());
            }
        }
        return totals;
    }

    private static Map<String, Reason> refused(Ledger ledger) {
        Map<String, Reason> refused = new TreeMap<>();
        for (Line line : ledger.lines()) {
            if (line.refused() != null) {
                refused.put(line.id(), line.refused());
            }
        }
        return refused;
    }

    @Test
    void every_sum_is_added_once_or_refused_with_its_reason() {
        Trials.check(1_000, random -> {
            World world = new Purse(random).world();
            Stream.concat(world.agreements().stream().map(Agreement::id), Stream.of(""))
                    .forEach(id -> {
                        Ledger ledger = world.agreements().stream()
                                .filter(one -> one.id().equals(id))
                                .map(one -> of(world, one))
                                .findFirst()
                                .orElseGet(() -> all(world));
                        Expected expected = expected(world, one -> id.isEmpty() || id.equals(one));
                        assertThat(totals(ledger)).isEqualTo(expected.totals);
                        assertThat(refused(ledger)).isEqualTo(expected.refused);
                        assertThat(ledger.lines().stream().map(Line::id))
                                .doesNotHaveDuplicates()
                                .containsExactlyInAnyOrderElementsOf(expected.ids);
                        assertThat(ledger.accounts().stream().flatMap(account -> account.lines().stream()))
                                .containsExactlyInAnyOrderElementsOf(ledger.lines());
                        expected.refused.values().forEach(why -> arises(why.code(), true));
                    });
        });
        assertThat(arose).hasSize(Reason.values().length);
        eachAroseMoreThan(500);
    }

    @Test
    void what_bears_on_several_agreements_is_added_once_across_all() {
        Trials.check(600, random -> {
            World world = new Purse(random).world();
            Ledger all = all(world);
            Map<String, Set<String>> bearing = new TreeMap<>();
            long apart = 0;
            for (Agreement agreement : world.agreements()) {
                for (Line line : of(world, agreement).lines()) {
                    bearing.computeIfAbsent(line.id(), _ -> new TreeSet<>()).add(agreement.id());
                    apart += line.added() ? line.money().minor() : 0;
                }
            }
            long once = 0;
            long again = 0;
            for (Line line : all.lines()) {
                assertThat(line.agreements()).isEqualTo(bearing.remove(line.id()));
                once += line.added() ? line.money().minor() : 0;
                again +=
                        line.added() ? line.money().minor() * (line.agreements().size() - 1) : 0;
            }
            assertThat(bearing).isEmpty();
            assertThat(apart).isEqualTo(once + again);
            arises("a sum that bears on several agreements", again > 0);
        });
        eachAroseMoreThan(300);
    }

    @Test
    void an_agreement_that_was_not_signed_yet_adds_nothing() {
        LocalDate early = LocalDate.of(2015, 1, 31);
        Trials.check(300, random -> {
            World world = new Purse(random).world();
            Ledger then = Ledger.of(Register.BLANK.with(world.agreements(), List.of()), early);
            for (Agreement agreement : world.agreements()) {
                boolean signed = !agreement.signed().last().isAfter(early);
                boolean there =
                        then.lines().stream().anyMatch(line -> line.agreements().contains(agreement.id()));
                assertThat(there && !signed).isFalse();
                arises("signed " + signed, signed == there);
            }
        });
        eachAroseMoreThan(100);
    }

    // Years.

    /// The name of the row in which a time belongs, by arithmetic on its two ends.
    private static String row(Calendar calendar, @Nullable Period when, @Nullable Period signed) {
        if (when == null || when.unknown()) {
            return "undated";
        }
        if (calendar == Calendar.AGREEMENT_YEAR) {
            LocalDate from = java.util.Objects.requireNonNull(signed).first();
            if (when.last().isBefore(from)) {
                return "before";
            }
            if (when.first().isBefore(from)) {
                return "several";
            }
            long one = java.time.temporal.ChronoUnit.YEARS.between(from, when.first());
            long other = java.time.temporal.ChronoUnit.YEARS.between(from, when.last());
            return one == other ? "" + (one + 1) : "several";
        }
        int shift = calendar == Calendar.UK_YEAR ? 3 : 0;
        int one = when.first().minusMonths(shift).getYear();
        int other = when.last().minusMonths(shift).getYear();
        if (one != other) {
            return "several";
        }
        return shift == 0 ? "" + one : one + "-" + (one + 1 + "").substring(2);
    }

    @Test
    void the_rows_of_every_calendar_add_up_to_the_whole_total() {
        Trials.check(800, random -> {
            World world = new Purse(random).world();
            for (Ledger ledger : ledgers(world)) {
                for (Calendar calendar : Years.CALENDARS) {
                    Period signed = ledger.signed();
                    boolean counts = signed != null && signed.text().length() == 10;
                    assertThat(ledger.years(calendar).isPresent())
                            .isEqualTo(calendar != Calendar.AGREEMENT_YEAR || counts);
                    ledger.years(calendar).ifPresent(years -> rows(ledger, years));
                }
            }
        });
        assertThat(arose).hasSizeGreaterThan(10);
        eachAroseMoreThan(100);
    }

    private void rows(Ledger ledger, Years years) {
        Map<String, Long> sums = new TreeMap<>();
        List<Line> lines = new ArrayList<>();
        for (Years.Row row : years.rows()) {
            totals(row.ledger()).forEach((name, minor) -> sums.merge(name, minor, Long::sum));
            lines.addAll(row.ledger().lines());
            for (Line line : row.ledger().lines()) {
                assertThat(row.slot().code())
                        .as(line.id() + " " + line.when())
                        .isEqualTo(row(years.calendar(), line.when(), ledger.signed()));
                String kind =
                        row.slot() instanceof Slot.Year ? "year" : row.slot().code();
                arises(Years.code(years.calendar()) + " " + kind, true);
            }
        }
        assertThat(sums).isEqualTo(totals(ledger));
        assertThat(lines).containsExactlyInAnyOrderElementsOf(ledger.lines());
        List<Calendar.Window> windows = years.rows().stream()
                .flatMap(row -> row.slot() instanceof Slot.Year(Calendar.Window window, String _)
                        ? Stream.of(window)
                        : Stream.empty())
                .toList();
        for (int place = 1; place < windows.size(); place++) {
            assertThat(windows.get(place).from())
                    .isEqualTo(windows.get(place - 1).until().plusDays(1));
        }
        assertThat(windows)
                .allSatisfy(window -> assertThat(window.until())
                        .isEqualTo(window.from().plusYears(1).minusDays(1)));
        assertThat(years.rows().stream().map(Years.Row::slot)).doesNotHaveDuplicates();
        arises(
                "an empty year between others",
                years.rows().stream().anyMatch(row -> row.ledger().lines().isEmpty()));
    }

    // Recipients and purposes.

    @Test
    void each_column_of_a_flow_adds_up_to_the_total_and_no_sum_is_split() {
        Trials.check(400, random -> {
            for (Account account :
                    all(new Purse(random).world(1 + random.nextInt(50))).accounts()) {
                Flow flow = Flow.of(account);
                List<Line> lines = new ArrayList<>();
                flow.bands().forEach(band -> lines.addAll(band.lines()));
                assertThat(lines).containsExactlyInAnyOrderElementsOf(account.added());
                assertThat(flow.bands()).hasSizeLessThanOrEqualTo(Flow.MOST);
                for (Map<Label, Money> column : List.of(flow.payers(), flow.purposes(), flow.payees())) {
                    assertThat(column.values().stream().mapToLong(Money::minor).sum())
                            .isEqualTo(account.amount().minor());
                    arises("not known", column.containsKey(new Label.NotKnown()));
                    arises("other", column.containsKey(new Label.Other()));
                }
                for (Flow.Band band : flow.bands()) {
                    for (Line line : band.lines()) {
                        boolean gathered = band.equals(flow.bands().getLast())
                                && flow.bands().size() == Flow.MOST;
                        assertThat(band.purpose()).isIn(line.purpose(), gathered ? new Label.Other() : line.purpose());
                        arises("two purposes", line.purpose() instanceof Label.Named(var words) && words.size() > 1);
                    }
                }
                for (int place = 1; place < Math.min(flow.bands().size(), Flow.MOST - 1); place++) {
                    assertThat(flow.bands().get(place).amount())
                            .isLessThanOrEqualTo(flow.bands().get(place - 1).amount());
                }
            }
        });
        eachAroseMoreThan(10);
    }

    // Published totals.

    @Test
    void a_published_total_is_set_against_the_parts_that_surely_lie_in_it() {
        Trials.check(3_000, random -> {
            Ledger all = all(new Purse(random).world());
            Recounts recounts = Recounts.of(all);
            List<Recount> made = recounts.totals().stream().map(recounts::of).toList();
            assertThat(made.stream().map(one -> one.published().id()))
                    .containsExactlyInAnyOrderElementsOf(all.lines().stream()
                            .filter(line -> line.refused() == Reason.TOTAL)
                            .map(Line::id)
                            .toList());
            for (Recount one : made) {
                Set<String> parts = new HashSet<>();
                long sum = 0;
                for (Line line : all.lines()) {
                    if (surelyIn(line, one.published())) {
                        parts.add(line.id());
                        sum += line.money().minor();
                    }
                }
                assertThat(one.parts().stream().map(Line::id)).containsExactlyInAnyOrderElementsOf(parts);
                assertThat(one.remade().minor()).isEqualTo(sum);
                assertThat(one.difference().minor())
                        .isEqualTo(one.published().money().minor() - sum);
                assertThat(one.doubts()).allSatisfy(doubt -> {
                    assertThat(parts).doesNotContain(doubt.line().id());
                    assertThat(doubt.causes()).isNotEmpty();
                });
                one.causes().forEach(cause -> arises(cause.name(), true));
                arises(one.outcome().name(), true);
            }
        });
        assertThat(arose.keySet())
                .containsAll(Stream.of(Recount.Cause.values()).map(Enum::name).toList())
                .contains(Outcome.NO_TIME.name(), Outcome.NO_PARTS.name(), Outcome.DIFFERS.name());
        eachAroseMoreThan(50);
    }

    private static @Nullable Period time(Line line) {
        return line.origin() instanceof Origin.Promise(var _, Period made) ? made : line.when();
    }

    private static boolean surelyIn(Line line, Line total) {
        Period part = time(line);
        Period whole = time(total);
        return line.added()
                && part != null
                && whole != null
                && line.stage() == total.stage()
                && line.money().currency().equals(total.money().currency())
                && line.agreements().stream().anyMatch(total.agreements()::contains)
                && !part.first().isBefore(whole.first())
                && !part.last().isAfter(whole.last())
                && named(line.payer(), total.payer())
                && (line.origin() instanceof Origin.Promise
                        || named(line.purpose(), total.purpose()) && named(line.payee(), total.payee()));
    }

    private static boolean named(Label some, Label all) {
        return !(all instanceof Label.Named(var words))
                || some instanceof Label.Named(var fewer) && words.containsAll(fewer);
    }
}
