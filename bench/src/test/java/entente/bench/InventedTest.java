package entente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.agreement.Body;
import entente.agreement.Commitment;
import entente.agreement.Fact;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Told;
import entente.files.Reading;
import entente.files.Writing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventedTest {
    private static final Invented SMALL = new Invented(1, 400, 8_000);

    private static final List<Told> TOLD = SMALL.told().toList();

    private static Stream<Fact> facts() {
        return TOLD.stream().filter(Told.Asserted.class::isInstance).map(one -> ((Told.Asserted) one).fact());
    }

    private static List<Body.Test> tests(Body body) {
        return switch (body) {
            case Body.Test test -> List.of(test);
            case Body.AtLeast(int _, List<Body> of) ->
                of.stream().flatMap(one -> tests(one).stream()).toList();
        };
    }

    private static double share(long part) {
        return 100.0 * part / TOLD.size();
    }

    @Test
    void the_same_seed_and_size_give_the_same_bytes() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Invented invented = new Invented(7, 60, 2_500);
        invented.agreements().forEach(one -> digest.update(Writing.bytes(one)));
        invented.told().forEach(one -> digest.update(Writing.bytes(one)));
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("951fc48909f1c5fc5774af2bde39ac9fe096b7212209c60df77e3a6ba0498333");
    }

    @Test
    void another_seed_gives_another_record() {
        assertThat(new Invented(2, 400, 8_000).told().limit(1)).isNotEqualTo(TOLD.subList(0, 1));
    }

    @Test
    void the_record_takes_all_of_it() {
        List<Agreement> agreements = SMALL.agreements();
        assertThat(Register.BLANK.refusals(agreements, TOLD)).isEmpty();
        assertThat(agreements.stream().flatMap(Agreement::commitments)).hasSize(400);
        agreements.forEach(
                one -> assertThat(Reading.read(one.id(), Writing.bytes(one))).isInstanceOf(Reading.OfAgreement.class));
        TOLD.forEach(one -> assertThat(Reading.read("told", Writing.bytes(one))).isInstanceOf(Reading.OfFacts.class));
    }

    @Test
    void everything_says_that_it_is_invented() {
        assertThat(SMALL.agreements()).allSatisfy(one -> {
            assertThat(one.title().en()).startsWith("Invented");
            assertThat(one.title().fr()).contains("inventé");
        });
        assertThat(facts()).allSatisfy(one -> {
            assertThat(one.says().en()).startsWith("Invented");
            assertThat(one.says().fr()).startsWith("Inventé");
            assertThat(one.source().address()).startsWith("https://invented.example/");
        });
    }

    @Test
    void corrections_retractions_and_disagreements_are_as_frequent_as_said() {
        assertThat(share(TOLD.stream().filter(Told.Corrected.class::isInstance).count()))
                .isBetween(1.8, 2.2);
        assertThat(share(TOLD.stream().filter(Told.Retracted.class::isInstance).count()))
                .isBetween(0.4, 0.6);
        assertThat(share(facts().filter(one -> !one.disagreesWith().isEmpty()).count()))
                .isBetween(0.8, 1.2);
        assertThat(facts().filter(one -> !one.judges().isEmpty())).isNotEmpty();
        assertThat(facts().filter(one -> !one.waives().isEmpty())).isNotEmpty();
    }

    @Test
    void a_fact_has_some_hundred_bytes() {
        double average = facts().mapToInt(one -> Writing.bytes(new Told.Asserted(one)).length)
                .average()
                .orElseThrow();
        assertThat(average).isBetween(300.0, 650.0);
    }

    @Test
    void every_kind_of_measure_schedule_and_threshold_is_there_and_every_standing() {
        List<Body.Test> tests = new Invented(1, 2_000, 1_000)
                .agreements().stream()
                        .flatMap(Agreement::commitments)
                        .map(Commitment::nature)
                        .filter(Commitment.Nature.Measured.class::isInstance)
                        .flatMap(one -> tests(((Commitment.Nature.Measured) one).body()).stream())
                        .toList();
        assertThat(tests.stream().map(one -> one.measure().getClass()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Body.Measure.class.getPermittedSubclasses()));
        assertThat(tests.stream().map(one -> one.schedule().getClass()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Body.Schedule.class.getPermittedSubclasses()));
        assertThat(tests.stream().map(one -> one.threshold().getClass().getSimpleName()))
                .contains("AtLeastThis", "AtMostThis", "Table", "Share", "Between");
        Register register = Register.BLANK.with(SMALL.agreements(), SMALL.held().toList());
        Set<Standing> standings = register.agreements().stream()
                .flatMap(Agreement::commitments)
                .map(one -> register.standing(one.id(), Invented.LAST, Invented.LAST)
                        .standing())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(standings).contains(Standing.values());
    }

    @Test
    void of_a_few_clauses_very_much_is_told_and_of_most_very_little() {
        List<Long> bearings = facts()
                .flatMap(one -> one.bearsOn().stream())
                .collect(Collectors.groupingBy(Fact.Bearing::clause, Collectors.counting()))
                .values()
                .stream()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        long all = bearings.stream().mapToLong(Long::longValue).sum();
        assertThat(bearings.getFirst() * 100.0 / all).isBetween(4.0, 20.0);
        assertThat(bearings.get(bearings.size() / 2) * 100.0 / all).isLessThan(0.3);
    }

    @Test
    void the_text_of_a_fact_is_its_own() {
        assertThat(new String(Writing.bytes(TOLD.getFirst()), StandardCharsets.UTF_8))
                .contains("t0000000000");
        assertThat(Arrays.stream(Topic.values()).map(Topic::slug)).doesNotHaveDuplicates();
    }
}
