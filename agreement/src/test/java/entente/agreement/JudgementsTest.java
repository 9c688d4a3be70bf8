package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Commitment.Nature;
import entente.agreement.Fact.Grade;
import entente.agreement.Fact.Judging;
import entente.terms.Party;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the two governments say of a promise, and what is said beside a standing.
class JudgementsTest {
    private static final Set<Party> UK = Set.of(Party.UNITED_KINGDOM);
    private static final Set<Party> FR = Set.of(Party.FRANCE);
    private static final Nature JUDGED = new Nature.Judged(List.of(Given.WORDS), Period.parse("2020-06-30"));
    private static final Nature ONE_DELIVERY = new Nature.Measured(new Body.Test(
            new Measure.Facts(),
            Earmark.NONE,
            Earmark.NONE,
            new Schedule.By(Period.parse("2020-06-30"), null),
            new Threshold.AtLeastThis(BigDecimal.ONE),
            Tolerance.NONE));
    private static final LocalDate LATER = LocalDate.of(2020, 12, 1);

    /// A fact that grows by what a test says of it.
    private record Draft(
            String id,
            String happened,
            Set<Party> by,
            Grade grade,
            List<Judging> judges,
            boolean waives,
            List<String> disagrees) {
        static Draft of(String id, String happened) {
            return new Draft(id, happened, UK, Grade.EVIDENCED, List.of(), false, List.of());
        }

        Draft judging(Set<Party> sides, Standing standing) {
            List<Judging> more = new ArrayList<>(judges);
            more.add(new Judging(Given.K1, sides, standing));
            return new Draft(id, happened, by, grade, more, waives, disagrees);
        }

        Draft by(Set<Party> sides) {
            return new Draft(id, happened, sides, grade, judges, waives, disagrees);
        }

        Draft graded(Grade other) {
            return new Draft(id, happened, by, other, judges, waives, disagrees);
        }

        Draft waiving() {
            return new Draft(id, happened, by, grade, judges, true, disagrees);
        }

        Draft against(String other) {
            return new Draft(id, happened, by, grade, judges, waives, List.of(other));
        }

        Fact fact() {
            Fact plain = Given.plain(id, Period.parse(happened));
            return new Fact(
                    id,
                    plain.kind(),
                    plain.happened(),
                    plain.reported(),
                    by,
                    grade,
                    plain.who(),
                    plain.where(),
                    plain.bearsOn(),
                    plain.says(),
                    plain.figures(),
                    Map.of(),
                    judges,
                    waives ? List.of(Given.K1) : List.of(),
                    new TreeSet<>(disagrees),
                    plain.source(),
                    null);
        }

        Held held() {
            return new Held(0, new Told.Asserted(fact()), Given.START);
        }
    }

    private static Proof proof(
            Nature nature, Commitment.@Nullable Superseded superseded, LocalDate date, LocalDate known, Held... held) {
        Given.World world = new Given.World(
                List.of(Given.agreement(
                        "pact",
                        List.of(Given.clause(
                                Given.CLAUSE, null, List.of(Given.commitment(Given.K1, null, superseded, nature)))))),
                List.of(held));
        Proof proof = world.register().standing(Given.K1, date, known);
        assertThat(world.checker().objections(Claim.of(proof))).isEmpty();
        return proof;
    }

    private static Proof proof(Nature nature, String date, Draft... drafts) {
        Held[] held = Arrays.stream(drafts).map(Draft::held).toArray(Held[]::new);
        return proof(nature, null, LocalDate.parse(date), LATER, held);
    }

    private static String judged(String date, Draft... drafts) {
        Proof proof = proof(JUDGED, date, drafts);
        return proof.standing().code() + " "
                + proof.overlays().stream().map(Overlay::code).toList() + " " + proof.used();
    }

    @Test
    void nobody_has_judged() {
        assertThat(judged("2020-06-30")).isEqualTo("not-yet-due [] []");
        assertThat(judged("2020-07-01")).isEqualTo("no-evidence [] []");
    }

    @Test
    void one_side_has_judged() {
        Draft uk = Draft.of("a", "2020-05-01").judging(UK, Standing.KEPT);
        assertThat(judged("2020-04-30", uk)).isEqualTo("not-yet-due [] []");
        assertThat(judged("2020-05-01", uk)).isEqualTo("kept [] [a]");
    }

    @Test
    void both_sides_have_judged_alike() {
        Draft uk = Draft.of("a", "2020-05-01").judging(UK, Standing.LATE);
        Draft fr = Draft.of("b", "2020-05-02").judging(FR, Standing.LATE);
        assertThat(judged("2020-05-02", uk, fr)).isEqualTo("late [] [a, b]");
        assertThat(judged("2020-05-02", Draft.of("a", "2020-05-01").judging(Given.BOTH, Standing.ON_COURSE)))
                .isEqualTo("on-course [] [a]");
    }

    @Test
    void of_two_unlike_judgements_the_worse_stands_and_the_difference_is_said() {
        Draft uk = Draft.of("a", "2020-05-01").judging(UK, Standing.KEPT);
        Draft fr = Draft.of("b", "2020-05-01").judging(FR, Standing.BROKEN);
        assertThat(judged("2020-05-01", uk, fr)).isEqualTo("broken [sides-differ] [a, b]");
    }

    @Test
    void a_newer_judgement_takes_the_place_of_the_same_sides_older_one() {
        Draft first = Draft.of("b", "2020-05-01").judging(UK, Standing.LATE);
        Draft newer = Draft.of("a", "2020-06-01").judging(UK, Standing.KEPT);
        assertThat(judged("2020-05-31", first, newer)).isEqualTo("late [] [b]");
        assertThat(judged("2020-06-01", first, newer)).isEqualTo("kept [] [a]");
        assertThat(judged(
                        "2020-06-01",
                        Draft.of("c", "2020-06-01").judging(UK, Standing.LATE).judging(UK, Standing.ON_COURSE)))
                .isEqualTo("on-course [] [c]");
        assertThat(judged("2020-06-01", newer, Draft.of("b", "2020-06-01").judging(UK, Standing.LATE)))
                .isEqualTo("late [] [b]");
    }

    @Test
    void a_principle_cannot_be_judged() {
        Proof proof = proof(
                new Nature.Principle(),
                "2020-06-01",
                Draft.of("a", "2020-05-01").judging(UK, Standing.KEPT));
        assertThat(proof.standing()).isEqualTo(Standing.CANNOT_BE_JUDGED);
        assertThat(proof.used()).isEmpty();
    }

    private static Set<Overlay> overlays(Draft... drafts) {
        return proof(ONE_DELIVERY, "2020-07-01", drafts).overlays();
    }

    @Test
    void only_claimed_is_said_where_nobody_else_stands_behind_what_keeps_it() {
        Draft claimed = Draft.of("a", "2020-05-01").graded(Grade.CLAIMED);
        assertThat(overlays(claimed)).containsExactly(Overlay.ONLY_CLAIMED);
        assertThat(overlays(claimed, Draft.of("b", "2020-05-01").graded(Grade.REPORTED)))
                .containsExactly(Overlay.ONLY_CLAIMED);
        assertThat(overlays(claimed, Draft.of("b", "2020-05-01"))).isEmpty();
    }

    @Test
    void sides_differ_only_where_each_speaks_for_itself() {
        Draft british = Draft.of("a", "2020-05-01").by(UK).against("b");
        assertThat(overlays(british, Draft.of("b", "2020-05-01").by(FR)))
                .containsExactlyInAnyOrder(Overlay.SIDES_DIFFER, Overlay.FIGURES_DIFFER);
        assertThat(overlays(british, Draft.of("b", "2020-05-01").by(Given.BOTH)))
                .containsExactly(Overlay.FIGURES_DIFFER);
        assertThat(overlays(
                        Draft.of("a", "2020-05-01").by(UK),
                        Draft.of("b", "2020-05-01").by(FR)))
                .isEmpty();
    }

    @Test
    void figures_differ_only_with_a_fact_that_was_used() {
        Draft notOver = Draft.of("b", "2020-08-01");
        assertThat(overlays(Draft.of("a", "2020-05-01"), notOver.against("a"))).containsExactly(Overlay.FIGURES_DIFFER);
        assertThat(overlays(
                        Draft.of("a", "2020-05-01"),
                        notOver,
                        Draft.of("c", "2020-08-01").against("b")))
                .isEmpty();
    }

    @Test
    void it_is_waived_where_both_have_waived_it_together_or_apart() {
        Draft done = Draft.of("a", "2020-05-01");
        Draft british = Draft.of("b", "2020-05-01").by(UK).waiving();
        assertThat(overlays(done, british)).isEmpty();
        assertThat(overlays(done, british, Draft.of("c", "2020-05-01").by(FR).waiving()))
                .containsExactly(Overlay.WAIVED);
        assertThat(overlays(done, Draft.of("b", "2020-05-01").by(Given.BOTH).waiving()))
                .containsExactly(Overlay.WAIVED);
        assertThat(overlays(done, Draft.of("b", "2020-08-01").by(Given.BOTH).waiving()))
                .isEmpty();
    }

    @Test
    void it_is_superseded_from_its_day_on_in_the_world_and_in_what_was_known() {
        LocalDate day = LocalDate.of(2020, 7, 1);
        Commitment.Superseded superseded = new Commitment.Superseded(Given.K1, day);
        assertThat(proof(ONE_DELIVERY, superseded, day, day).overlays()).containsExactly(Overlay.SUPERSEDED);
        assertThat(proof(ONE_DELIVERY, superseded, day.minusDays(1), day).overlays())
                .isEmpty();
        assertThat(proof(ONE_DELIVERY, superseded, day, day.minusDays(1)).overlays())
                .isEmpty();
    }

    @Test
    void it_is_corrected_since_only_where_the_correction_came_later_and_took_hold() {
        LocalDate date = LocalDate.of(2020, 6, 1);
        Held told = Draft.of("a", "2020-05-01").held();
        Fact other = Draft.of("b", "2020-05-02").fact();
        LocalDate corrected = LocalDate.of(2020, 6, 10);
        Held correction =
                new Held(0, new Told.Corrected("a", reported(other, corrected), Given.WORDS), LocalDate.of(2020, 7, 1));
        assertThat(proof(ONE_DELIVERY, null, date, corrected.minusDays(1), told, correction)
                        .overlays())
                .containsExactly(Overlay.CORRECTED_SINCE);
        assertThat(proof(ONE_DELIVERY, null, date, corrected, told, correction).overlays())
                .isEmpty();
        assertThat(proof(ONE_DELIVERY, null, date, corrected, told, correction).used())
                .containsExactly("b");
        Held withdrawn = new Held(
                0,
                new Told.Retracted("b", Given.WORDS, Period.parse("2020-06-05"), Given.SOURCE),
                LocalDate.of(2020, 7, 1));
        assertThat(proof(ONE_DELIVERY, null, date, corrected.minusDays(1), told, correction, withdrawn)
                        .overlays())
                .isEmpty();
        assertThat(proof(ONE_DELIVERY, null, date, LATER, told, correction, withdrawn)
                        .used())
                .containsExactly("a");
    }

    private static Fact reported(Fact fact, LocalDate day) {
        return new Fact(
                fact.id(),
                fact.kind(),
                fact.happened(),
                Period.day(day),
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
}
