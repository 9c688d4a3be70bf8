package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.agreement.Held;
import entente.agreement.Refusal;
import entente.agreement.Register;
import entente.agreement.Told;
import entente.files.BadFilesTest.Planted;
import entente.files.BadFilesTest.Sown;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that read well and name what is not on record: the register refuses them, and the place of each refusal is
/// known. `«rule»` stands before that place.
class RefusedNamesTest {
    private static final String RECORDED = fact("f0", "") + fact("f1", "") + fact("gone", "") + retraction("gone");
    private static final Register REGISTER = Register.BLANK.with(
            List.of(agreement("pact", "")),
            told(RECORDED).stream()
                    .map(one -> new Held(0, one, LocalDate.of(2021, 1, 1)))
                    .toList());

    private static String fact(String id, String more) {
        return """
                - id: %s
                  kind: result
                  happened: 2020
                  reported: 2020
                  grade: claimed
                  who: {en: a, fr: a}
                  where: {en: a, fr: a}
                  bears_on: [pact/c1, pact/c1/k1]
                  says: {en: a, fr: a}
                  source: {address: here, publisher: P, kind: press}
                """.formatted(id) + more.indent(2);
    }

    private static String retraction(String of) {
        return """
                - retracts: %s
                  reason: {en: a, fr: a}
                  reported: 2021
                  source: {address: here, publisher: P, kind: press}
                """.formatted(of);
    }

    private static String correction(String of) {
        return "corrects: " + of + "\nreason: {en: a, fr: a}";
    }

    private static String pact(String id, String more) {
        return """
                id: %s
                title: {en: A pact, fr: Un pacte}
                signed: 2020
                parties: [UK, FR]
                signatories: [{party: UK, post: {en: M, fr: m}, name: Ann}]
                sources: [here]
                clauses:
                  - id: c1
                    text: {en: a, fr: a}
                    basis: press
                    source: here
                    commitments:
                      - id: «unknown-commitment»k1
                        who: [UK]
                        does: {en: a, fr: a}
                        kept_if: {en: a, fr: a}
                        missing: {en: a, fr: a}
                        principle: true
                """.formatted(id) + more.indent(8);
    }

    private static Agreement agreement(String id, String more) {
        if (read(BadFilesTest.sown(pact(id, more)).text()) instanceof Reading.OfAgreement(var agreement, var _)) {
            return agreement;
        }
        throw new AssertionError("the agreement of the test is bad");
    }

    private static List<Told> told(String text) {
        if (read(text) instanceof Reading.OfFacts(List<Told> told, var _)) {
            return told;
        }
        throw new AssertionError("a fact of the test is bad");
    }

    private static Reading read(String text) {
        return Reading.read("good.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> files() {
        return Stream.of(
                fact("«unknown-clause»f2", "").replace("[pact/c1,", "[pact/c2,"),
                fact("«unknown-clause»f2", "").replace("pact/c1/k1", "pact/c1/k2"),
                fact("«unknown-clause»f2", "").replace("[pact/c1, pact/c1/k1]", "[other/c1]"),
                fact("«unknown-commitment»f2", "waives: [pact/c1/k2]"),
                fact("«unknown-commitment»f2", "judges: [{commitment: pact/c2/k1, by: [FR], standing: kept}]"),
                fact("«unknown-fact»f2", "disagrees_with: [f0, f9]"),
                fact("«unknown-fact»f2", correction("f9")),
                fact("f2", correction("«already-retracted»gone")),
                retraction("«already-retracted»gone").replace("reported: 2021", "reported: 2022"),
                retraction("«unknown-fact»f9"),
                retraction("f0") + fact("f2", correction("«already-retracted»f0")),
                fact("f2", correction("«told-later»f3")) + fact("f3", ""),
                fact("«duplicate-fact»f0", "note: {en: new, fr: neuf}"),
                fact("«duplicate-fact»f0", correction("f1")),
                fact("f2", "disagrees_with: [f3]") + fact("«unknown-fact»f3", "disagrees_with: [f4]"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_unknown_name_is_refused_at_its_place(String form) {
        Sown sown = BadFilesTest.sown(form);
        if (!(read(sown.text()) instanceof Reading.OfFacts(List<Told> told, Map<String, Mark> marks))) {
            throw new AssertionError(read(sown.text()).toString());
        }
        assertThat(sown.places()).isNotEmpty();
        assertThat(places(REGISTER.refusals(List.of(), told), marks)).isEqualTo(sown.places());
    }

    @Test
    void each_unknown_name_in_an_agreement_too() {
        for (String more : List.of(
                "part_of: pact/c1/k9",
                "repeats: [pact/c9/k1]",
                "superseded_by: {commitment: a/b/c, from: 2021-01-01}")) {
            Sown sown = BadFilesTest.sown(pact("next", more));
            if (!(read(sown.text()) instanceof Reading.OfAgreement(Agreement agreement, Map<String, Mark> marks))) {
                throw new AssertionError(read(sown.text()).toString());
            }
            assertThat(places(REGISTER.refusals(List.of(agreement), List.of()), marks))
                    .isEqualTo(sown.places());
        }
    }

    @Test
    void what_is_on_record_word_for_word_is_no_fault() {
        assertThat(REGISTER.refusals(List.of(agreement("pact", "")), told(RECORDED)))
                .isEmpty();
    }

    private static List<Planted> places(List<Refusal> refusals, Map<String, Mark> marks) {
        List<Planted> places = new ArrayList<>();
        for (Refusal refusal : refusals) {
            assertThat(marks).containsKey(refusal.of());
            Mark mark = marks.getOrDefault(refusal.of(), Mark.START);
            places.add(new Planted(refusal.rule(), mark.line(), mark.column()));
            BadFilesTest.reads_well(new Fault("bad.yaml", mark, refusal.rule(), refusal.sentence()));
        }
        return places;
    }
}
