package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Commitment.Nature;
import entente.terms.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the register does not take in, and why.
class RefusalsTest {
    private static final CommitmentId NOWHERE = CommitmentId.parse("pact/c1/k9");
    private static final Agreement PACT = Given.pact(new Nature.Principle());
    private static final Fact FACT = Given.plain("a", Period.parse("2020-05-01"));
    private static final Register REGISTER = Register.BLANK.with(List.of(PACT), List.of(held(new Told.Asserted(FACT))));

    private static Held held(Told told) {
        return new Held(0, told, Given.START);
    }

    private static Told asserted(Fact fact) {
        return new Told.Asserted(fact);
    }

    private static Told retracted(String id, String day) {
        return new Told.Retracted(id, Given.WORDS, Period.parse(day), Given.SOURCE);
    }

    private static Fact fact(
            String id,
            Fact.@Nullable Bearing bearing,
            List<Fact.Judging> judges,
            List<CommitmentId> waives,
            Set<String> disagrees) {
        return new Fact(
                id,
                FACT.kind(),
                FACT.happened(),
                FACT.reported(),
                FACT.by(),
                FACT.grade(),
                FACT.who(),
                FACT.where(),
                bearing == null ? List.of() : List.of(bearing),
                FACT.says(),
                List.of(),
                Map.of(),
                judges,
                waives,
                new TreeSet<>(disagrees),
                FACT.source(),
                null);
    }

    private static List<Refusal> refusals(Told... told) {
        return REGISTER.refusals(List.of(), List.of(told));
    }

    @Test
    void what_names_only_what_is_known_is_taken() {
        Told correction = new Told.Corrected("a", Given.plain("b", Period.parse("2020-05-02")), Given.WORDS);
        assertThat(refusals(correction, retracted("b", "2020-06-01"))).isEmpty();
    }

    @Test
    void what_was_told_before_word_for_word_is_no_fault() {
        assertThat(REGISTER.already(asserted(FACT))).isTrue();
        assertThat(refusals(asserted(FACT))).isEmpty();
    }

    @Test
    void an_id_told_again_with_other_content_is_refused() {
        assertThat(refusals(asserted(Given.plain("a", Period.parse("2020-05-02")))))
                .containsExactly(new Refusal.DuplicateFact("a"));
        assertThat(refusals(
                        asserted(Given.plain("b", Period.parse("2020-05-01"))),
                        asserted(Given.plain("b", Period.parse("2020-05-02")))))
                .containsExactly(new Refusal.DuplicateFact("b"));
    }

    @Test
    void a_fact_on_an_unknown_clause_or_commitment_is_refused() {
        ClauseId clause = new ClauseId("pact", "c9");
        assertThat(refusals(asserted(fact("b", new Fact.Bearing(clause, null), List.of(), List.of(), Set.of()))))
                .containsExactly(new Refusal.UnknownClause("b", "pact/c9"));
        assertThat(refusals(asserted(fact("b", new Fact.Bearing(Given.CLAUSE, "k9"), List.of(), List.of(), Set.of()))))
                .containsExactly(new Refusal.UnknownClause("b", "pact/c1/k9"));
    }

    @Test
    void a_judgement_waiver_or_agreement_that_names_an_unknown_commitment_is_refused() {
        Fact.Judging judging = new Fact.Judging(NOWHERE, Given.BOTH, Standing.KEPT);
        assertThat(refusals(asserted(fact("b", null, List.of(judging), List.of(), Set.of()))))
                .containsExactly(new Refusal.UnknownCommitment("b", "pact/c1/k9"));
        assertThat(refusals(asserted(fact("b", null, List.of(), List.of(NOWHERE), Set.of()))))
                .containsExactly(new Refusal.UnknownCommitment("b", "pact/c1/k9"));
        ClauseId clause = new ClauseId("treaty", "c1");
        Commitment superseded = Given.commitment(
                clause.commitment("k1"), null, new Commitment.Superseded(NOWHERE, Given.START), new Nature.Principle());
        Agreement treaty = Given.agreement("treaty", List.of(Given.clause(clause, null, List.of(superseded))));
        assertThat(REGISTER.refusals(List.of(treaty), List.of()))
                .containsExactly(new Refusal.UnknownCommitment("treaty/c1/k1", "pact/c1/k9"));
    }

    @Test
    void a_correction_retraction_or_contradiction_of_an_unknown_fact_is_refused() {
        assertThat(refusals(new Told.Corrected("z", Given.plain("b", Period.parse("2020-05-02")), Given.WORDS)))
                .containsExactly(new Refusal.UnknownFact("b", "z"));
        assertThat(refusals(retracted("z", "2020-06-01"))).hasSize(1).first().isInstanceOf(Refusal.UnknownFact.class);
        assertThat(refusals(asserted(fact("b", null, List.of(), List.of(), Set.of("z")))))
                .containsExactly(new Refusal.UnknownFact("b", "z"));
    }

    @Test
    void a_fact_that_corrects_itself_is_refused() {
        assertThat(refusals(new Told.Corrected("b", Given.plain("b", Period.parse("2020-05-02")), Given.WORDS)))
                .containsExactly(new Refusal.UnknownFact("b", "b"));
    }

    @Test
    void what_was_retracted_is_not_corrected_or_retracted_again() {
        assertThat(refusals(retracted("a", "2020-06-01"), retracted("a", "2020-06-02")))
                .containsExactly(new Refusal.AlreadyRetracted("a"));
        Register gone = REGISTER.with(List.of(), List.of(held(retracted("a", "2020-06-01"))));
        Told correction = new Told.Corrected("a", Given.plain("b", Period.parse("2020-05-02")), Given.WORDS);
        assertThat(gone.refusals(List.of(), List.of(correction, retracted("a", "2020-06-01"))))
                .containsExactly(new Refusal.AlreadyRetracted("a"));
    }

    @Test
    void what_is_told_only_later_is_not_changed_but_may_be_contradicted() {
        Told told = asserted(Given.plain("c", Period.parse("2020-05-02")));
        Told correction = new Told.Corrected("c", Given.plain("b", Period.parse("2020-05-03")), Given.WORDS);
        assertThat(refusals(correction, told)).containsExactly(new Refusal.ToldLater("c"));
        assertThat(refusals(retracted("c", "2020-06-01"), told)).containsExactly(new Refusal.ToldLater("c"));
        assertThat(refusals(told, correction)).isEmpty();
        assertThat(refusals(asserted(fact("b", null, List.of(), List.of(), Set.of("c"))), told))
                .isEmpty();
    }

    @Test
    void no_more_refusals_are_looked_for_than_anybody_reads() {
        Told[] wrong = IntStream.range(0, 300)
                .mapToObj(i -> asserted(fact("b" + i, null, List.of(), List.of(), Set.of("z"))))
                .toArray(Told[]::new);
        assertThat(refusals(wrong)).hasSize(Register.MOST_REFUSALS);
    }

    @Test
    void every_refusal_says_in_both_languages_what_it_is_about() {
        List<Refusal> all = new ArrayList<>(List.of(
                new Refusal.DuplicateFact("fact-x"),
                new Refusal.UnknownClause("fact-x", "pact/c9"),
                new Refusal.UnknownCommitment("fact-x", "pact/c1/k9"),
                new Refusal.UnknownFact("fact-x", "fact-z"),
                new Refusal.AlreadyRetracted("fact-x"),
                new Refusal.ToldLater("fact-x")));
        assertThat(all.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
        assertThat(all).allSatisfy(refusal -> {
            assertThat(refusal.sentence().en()).contains("fact-x").endsWith(".").doesNotContain("null");
            assertThat(refusal.sentence().fr())
                    .contains("fact-x")
                    .endsWith(".")
                    .isNotEqualTo(refusal.sentence().en());
            assertThat(refusal.rule()).matches("[a-z]+(-[a-z]+)+");
        });
    }
}
