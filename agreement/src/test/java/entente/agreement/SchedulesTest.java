package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Count;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Each kind of schedule around its due day, as tables: what was told, and the standing on each world date of the
/// first line.
class SchedulesTest {
    private static final LocalDate LAPSES = LocalDate.of(2020, 12, 31);
    private static final Measure TOTAL = new Measure.Total("officers");
    private static final Measure LATEST = new Measure.Latest("officers");
    private static final Schedule BY_30_JUNE = new Schedule.By(Period.parse("2020-06-30"), null);
    private static final Tolerance TEN_DAYS = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO, 10, 0, 0);

    private static Body test(Measure measure, Schedule schedule, Threshold threshold, Tolerance tolerance) {
        return new Body.Test(measure, Earmark.NONE, Earmark.NONE, schedule, threshold, tolerance);
    }

    private static Threshold atLeast(int number) {
        return new Threshold.AtLeastThis(BigDecimal.valueOf(number));
    }

    private static Threshold atMost(int number) {
        return new Threshold.AtMostThis(BigDecimal.valueOf(number));
    }

    private static Fact fact(String id, String happened, Figure... figures) {
        return Given.plain(id, Period.parse(happened), figures);
    }

    private static Figure officers(int number) {
        return counted("officers", number);
    }

    private static Figure counted(String of, int number) {
        return new Count(BigDecimal.valueOf(number), of, Given.WORDS, Bound.EXACT, null, null);
    }

    private static Fact about(String subject, Fact fact) {
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
                Map.of(Tag.SUBJECT, new TreeSet<>(List.of(subject))),
                fact.judges(),
                fact.waives(),
                fact.disagreesWith(),
                fact.source(),
                fact.note());
    }

    private static Proof on(Body body, String date, Fact... facts) {
        List<Held> held = Arrays.stream(facts)
                .map(fact -> new Held(0, new Told.Asserted(fact), Given.START))
                .toList();
        Given.World world = new Given.World(List.of(Given.pact(body)), held);
        Proof proof = world.register().standing(Given.K1, LocalDate.parse(date), LocalDate.of(2022, 1, 1));
        assertThat(world.checker().objections(Claim.of(proof))).isEmpty();
        return proof;
    }

    private static List<String> stands(Body body, String dates, Fact... facts) {
        return Arrays.stream(dates.split(" "))
                .map(date -> on(body, date, facts).standing().code())
                .toList();
    }

    private record Line(String what, List<Fact> facts) {}

    private static Line told(String what, Fact... facts) {
        return new Line(what, List.of(facts));
    }

    private static String table(Body body, String dates, Line... lines) {
        List<String> rows = new ArrayList<>();
        rows.add(line("", List.of(dates.split(" "))));
        for (Line told : lines) {
            rows.add(line(told.what(), stands(body, dates, told.facts().toArray(Fact[]::new))));
        }
        return String.join("\n", rows) + "\n";
    }

    private static String line(String what, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format("%-24s", what));
        cells.forEach(cell -> line.append(String.format("%-13s", cell)));
        return line.toString().stripTrailing();
    }

    private static @Nullable LocalDate lapses(boolean given) {
        return given ? LAPSES : null;
    }

    @Test
    void at_least_ten_by_30_june_with_ten_days_of_grace_lapsing_at_the_end_of_the_year() {
        Body body = test(TOTAL, new Schedule.By(Period.parse("2020-06-30"), lapses(true)), atLeast(10), TEN_DAYS);
        assertThat(table(
                        body,
                        "2020-06-29 2020-06-30 2020-07-01 2020-07-10 2020-07-11 2020-12-31 2021-01-01 2021-06-01",
                        told("nothing"),
                        told("six in May", fact("a", "2020-05-01", officers(6))),
                        told(
                                "six, then four in May",
                                fact("a", "2020-05-01", officers(6)),
                                fact("b", "2020-05-02", officers(4))),
                        told("ten on the due day", fact("a", "2020-06-30", officers(10))),
                        told("ten in grace", fact("a", "2020-07-10", officers(10))),
                        told("ten after grace", fact("a", "2020-07-11", officers(10))),
                        told("ten once lapsed", fact("a", "2021-01-01", officers(10)))))
                .isEqualTo("""
                                                2020-06-29   2020-06-30   2020-07-01   2020-07-10   2020-07-11   2020-12-31   2021-01-01   2021-06-01
                        nothing                 not-yet-due  not-yet-due  not-yet-due  not-yet-due  no-evidence  no-evidence  no-evidence  no-evidence
                        six in May              on-course    on-course    on-course    on-course    late         late         broken       broken
                        six, then four in May   kept         kept         kept         kept         kept         kept         kept         kept
                        ten on the due day      not-yet-due  kept         kept         kept         kept         kept         kept         kept
                        ten in grace            not-yet-due  not-yet-due  not-yet-due  kept         kept         kept         kept         kept
                        ten after grace         not-yet-due  not-yet-due  not-yet-due  not-yet-due  kept-late    kept-late    kept-late    kept-late
                        ten once lapsed         not-yet-due  not-yet-due  not-yet-due  not-yet-due  no-evidence  no-evidence  broken       broken
                        """);
    }

    @Test
    void without_a_day_on_which_it_lapses_late_stays_late_and_can_be_made_good() {
        Body body = test(TOTAL, BY_30_JUNE, atLeast(10), Tolerance.NONE);
        assertThat(table(
                        body,
                        "2020-06-30 2020-07-01 2021-01-01 2021-06-01",
                        told("six in May", fact("a", "2020-05-01", officers(6))),
                        told("ten a year late", fact("a", "2021-06-01", officers(10)))))
                .isEqualTo("""
                                                2020-06-30   2020-07-01   2021-01-01   2021-06-01
                        six in May              on-course    late         late         late
                        ten a year late         not-yet-due  no-evidence  no-evidence  kept-late
                        """);
    }

    @Test
    void a_promise_with_no_due_day_is_without_evidence_until_there_is_some() {
        Body body = test(TOTAL, new Schedule.By(Period.parse("2020-02-01/.."), null), atLeast(10), Tolerance.NONE);
        assertThat(table(
                        body,
                        "2019-12-31 2020-01-01 2020-07-01 2021-01-01",
                        told("nothing"),
                        told("six in May", fact("a", "2020-05-01", officers(6))),
                        told("ten in May", fact("a", "2020-05-01", officers(10)))))
                .isEqualTo("""
                                                2019-12-31   2020-01-01   2020-07-01   2021-01-01
                        nothing                 not-yet-due  no-evidence  no-evidence  no-evidence
                        six in May              not-yet-due  no-evidence  on-course    on-course
                        ten in May              not-yet-due  no-evidence  kept         kept
                        """);
    }

    @Test
    void at_most_ten_is_broken_when_it_is_passed_and_grace_does_not_count_against_it() {
        Body body = test(TOTAL, BY_30_JUNE, atMost(10), TEN_DAYS);
        assertThat(table(
                        body,
                        "2020-06-29 2020-06-30 2020-07-01 2020-07-10 2020-07-11",
                        told("nothing"),
                        told("ten in May", fact("a", "2020-05-01", officers(10))),
                        told(
                                "ten in May, one in June",
                                fact("a", "2020-05-01", officers(10)),
                                fact("b", "2020-06-30", officers(1))),
                        told(
                                "ten in May, one in July",
                                fact("a", "2020-05-01", officers(10)),
                                fact("b", "2020-07-01", officers(1))),
                        told("only twenty in July", fact("a", "2020-07-01", officers(20)))))
                .isEqualTo("""
                                                2020-06-29   2020-06-30   2020-07-01   2020-07-10   2020-07-11
                        nothing                 not-yet-due  not-yet-due  not-yet-due  not-yet-due  no-evidence
                        ten in May              on-course    on-course    kept         kept         kept
                        ten in May, one in June on-course    broken       broken       broken       broken
                        ten in May, one in July on-course    on-course    kept         kept         kept
                        only twenty in July     not-yet-due  not-yet-due  not-yet-due  not-yet-due  no-evidence
                        """);
    }

    @Test
    void a_snapshot_from_before_the_due_day_shows_at_least_and_nothing_else() {
        Fact early = fact("a", "2020-05-01", officers(10));
        Fact onTheDay = fact("b", "2020-06-30", officers(10));
        Fact less = fact("c", "2020-08-01", officers(3));
        String dates = "2020-06-29 2020-06-30 2020-07-01 2020-07-11 2020-08-01";
        assertThat(table(
                        test(LATEST, BY_30_JUNE, atLeast(10), TEN_DAYS),
                        dates,
                        told("ten in May", early),
                        told("ten on the due day", onTheDay),
                        told("ten, in August three", onTheDay, less)))
                .isEqualTo("""
                                                2020-06-29   2020-06-30   2020-07-01   2020-07-11   2020-08-01
                        ten in May              on-course    on-course    kept         kept         kept
                        ten on the due day      not-yet-due  on-course    kept         kept         kept
                        ten, in August three    not-yet-due  on-course    kept         kept         kept
                        """);
        assertThat(table(
                        test(LATEST, BY_30_JUNE, atMost(10), TEN_DAYS),
                        dates,
                        told("ten in May", early),
                        told("ten on the due day", onTheDay),
                        told("three in August", less)))
                .isEqualTo("""
                                                2020-06-29   2020-06-30   2020-07-01   2020-07-11   2020-08-01
                        ten in May              on-course    on-course    on-course    no-evidence  no-evidence
                        ten on the due day      not-yet-due  on-course    kept         kept         kept
                        three in August         not-yet-due  not-yet-due  not-yet-due  no-evidence  kept-late
                        """);
    }

    @Test
    void the_arithmetic_shown_is_that_of_the_day_which_decided() {
        Body body = test(LATEST, BY_30_JUNE, atLeast(10), Tolerance.NONE);
        Proof proof = on(
                body,
                "2020-09-01",
                fact("a", "2020-05-01", officers(4)),
                fact("b", "2020-06-30", officers(10)),
                fact("c", "2020-08-01", officers(3)));
        assertThat(proof.standing()).isEqualTo(Standing.KEPT);
        assertThat(Claim.of(proof).rows())
                .extracting(Claim.Row::toString)
                .containsExactly("2020-01-01 to 2020-06-30: 10, kept");
        assertThat(proof.refused()).isEqualTo(Map.of("a", Proof.Test.OLDER, "c", Proof.Test.OUTSIDE_PERIODS));
    }

    @Test
    void ten_in_each_quarter_with_ten_days_of_grace() {
        Schedule quarters =
                new Schedule.Each(Calendar.QUARTER, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 6, 30), lapses(true));
        Fact first = fact("a", "2020-03-31", officers(10));
        Fact short1 = fact("b", "2020-03-31", officers(9));
        Fact second = fact("c", "2020-04-01", officers(10));
        Fact both = fact("d", "2020-03-31/2020-04-01", officers(20));
        String dates = "2020-03-30 2020-03-31 2020-04-01 2020-04-11 2020-06-30 2020-07-11 2021-01-01";
        assertThat(table(
                        test(TOTAL, quarters, atLeast(10), TEN_DAYS),
                        dates,
                        told("nothing"),
                        told("only the first", first),
                        told("both", first, second),
                        told("nine, then ten", short1, second),
                        told("twenty across the two", both)))
                .isEqualTo("""
                                                2020-03-30   2020-03-31   2020-04-01   2020-04-11   2020-06-30   2020-07-11   2021-01-01
                        nothing                 not-yet-due  not-yet-due  not-yet-due  no-evidence  no-evidence  no-evidence  no-evidence
                        only the first          not-yet-due  on-course    on-course    on-course    on-course    no-evidence  no-evidence
                        both                    not-yet-due  on-course    kept         kept         kept         kept         kept
                        nine, then ten          not-yet-due  on-course    on-course    late         late         late         broken
                        twenty across the two   not-yet-due  not-yet-due  not-yet-due  no-evidence  no-evidence  no-evidence  no-evidence
                        """);
        assertThat(table(
                        test(TOTAL, quarters, atLeast(10), new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO, 10, 1, 0)),
                        dates,
                        told("one miss forgiven", short1, second),
                        told("silence is not", second)))
                .isEqualTo("""
                                                2020-03-30   2020-03-31   2020-04-01   2020-04-11   2020-06-30   2020-07-11   2021-01-01
                        one miss forgiven       not-yet-due  on-course    kept         kept         kept         kept         kept
                        silence is not          not-yet-due  not-yet-due  on-course    no-evidence  no-evidence  no-evidence  no-evidence
                        """);
    }

    @Test
    void an_answer_within_fourteen_days_of_each_request() {
        Schedule within = new Schedule.Within(14, lapses(true));
        Body body = test(new Measure.Elapsed("request", "answer"), within, atMost(14), TEN_DAYS);
        Fact request = about("anna", fact("a", "2020-06-01", counted("request", 1)));
        String dates = "2020-06-01 2020-06-15 2020-06-25 2020-06-26 2020-12-31 2021-01-01";
        assertThat(table(
                        body,
                        dates,
                        told("nothing"),
                        told("no answer", request),
                        told("answered in time", request, about("anna", fact("b", "2020-06-15", counted("answer", 1)))),
                        told("answered late", request, about("anna", fact("b", "2020-06-26", counted("answer", 1)))),
                        told("somebody else's", request, about("ben", fact("b", "2020-06-15", counted("answer", 1))))))
                .isEqualTo("""
                                                2020-06-01   2020-06-15   2020-06-25   2020-06-26   2020-12-31   2021-01-01
                        nothing                 no-evidence  no-evidence  no-evidence  no-evidence  no-evidence  no-evidence
                        no answer               not-yet-due  not-yet-due  not-yet-due  late         late         broken
                        answered in time        not-yet-due  kept         kept         kept         kept         kept
                        answered late           not-yet-due  not-yet-due  not-yet-due  kept-late    kept-late    kept-late
                        somebody else's         not-yet-due  not-yet-due  not-yet-due  late         late         broken
                        """);
    }

    @Test
    void two_officers_present_on_every_day_of_june() {
        Schedule june = new Schedule.Throughout(Period.parse("2020-06"));
        Measure present = new Measure.Covered("officers", BigDecimal.TWO);
        Fact whole = fact("a", "2020-06", officers(2));
        Fact start = fact("b", "2020-05-20/2020-06-14", officers(1));
        Fact startToo = fact("c", "2020-06-01/2020-06-14", officers(1));
        Fact end = fact("d", "2020-06-18/2020-06-30", officers(3));
        String dates = "2020-05-31 2020-06-14 2020-06-30 2020-07-10 2020-07-11";
        assertThat(table(
                        test(present, june, atLeast(30), TEN_DAYS),
                        dates,
                        told("nothing"),
                        told("all of June", whole),
                        told("one at first", start, end),
                        told("three days without", start, startToo, end)))
                .isEqualTo("""
                                                2020-05-31   2020-06-14   2020-06-30   2020-07-10   2020-07-11
                        nothing                 not-yet-due  no-evidence  no-evidence  no-evidence  no-evidence
                        all of June             not-yet-due  no-evidence  kept         kept         kept
                        one at first            not-yet-due  on-course    on-course    on-course    broken
                        three days without      not-yet-due  on-course    on-course    on-course    broken
                        """);
        assertThat(table(
                        test(present, june, atLeast(30), new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 3)),
                        dates,
                        told("three days forgiven", start, startToo, end)))
                .isEqualTo("""
                                                2020-05-31   2020-06-14   2020-06-30   2020-07-10   2020-07-11
                        three days forgiven     not-yet-due  on-course    kept         kept         kept
                        """);
        assertThat(table(
                        test(LATEST, june, atMost(2), Tolerance.NONE),
                        dates,
                        told("two, told in mid-June", fact("a", "2020-06-14", officers(2))),
                        told("three, told in mid-June", fact("a", "2020-06-14", officers(3)))))
                .isEqualTo("""
                                                2020-05-31   2020-06-14   2020-06-30   2020-07-10   2020-07-11
                        two, told in mid-June   not-yet-due  on-course    on-course    kept         kept
                        three, told in mid-June not-yet-due  broken       broken       broken       broken
                        """);
    }

    @Test
    void of_a_whole_that_no_fact_gives_nothing_is_a_share() {
        Body body = test(
                TOTAL,
                BY_30_JUNE,
                new Threshold.Share(BigDecimal.valueOf(50), new Measure.Total("posts")),
                Tolerance.NONE);
        assertThat(table(
                        body,
                        "2020-06-30 2020-07-01",
                        told("no posts told", fact("a", "2020-05-01", officers(3))),
                        told("three of six", fact("a", "2020-05-01", officers(3), counted("posts", 6))),
                        told("three of eight", fact("a", "2020-05-01", officers(3), counted("posts", 8)))))
                .isEqualTo("""
                                                2020-06-30   2020-07-01
                        no posts told           on-course    late
                        three of six            on-course    kept
                        three of eight          on-course    late
                        """);
    }
}
