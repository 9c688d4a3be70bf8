package entente.screen;

import static org.assertj.core.api.Assertions.assertThat;

import entente.trial.Fault;
import entente.trial.Ground;
import entente.trial.Heart;
import entente.trial.Nuisance;
import entente.trial.Plan;
import entente.trial.Trial;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// With invented hearts and ground, so that it runs anywhere: few trials, for the form and not for the figures.
class EvaluationTest {
    private static final int TRIALS = 4;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Findings findings;

    private static Course course() {
        return new Course(
                3,
                TRIALS,
                40,
                List.of(Heart.invented(1), Heart.invented(2)),
                List.of(Ground.invented(1), Ground.invented(2)));
    }

    @BeforeAll
    static void evaluate() {
        findings = new Evaluation(course(), _ -> {}).findings(false, 3);
    }

    @Test
    void everything_is_tried_as_often_as_asked() {
        assertThat(findings.alone()).allMatch(point -> point.found().of() == TRIALS);
        assertThat(findings.beats()).extracting(Findings.Beats::snrDb).containsExactly(6.0, 0.0, -3.0, -6.0);
        assertThat(findings.beats()).allMatch(one -> one.found().of() == TRIALS);
        assertThat(findings.nuisances()).hasSize(Nuisance.values().length);
        assertThat(findings.faults()).hasSize(Fault.values().length - 1).doesNotContainKey(Fault.NONE);
        assertThat(findings.clean())
                .hasSize(2)
                .allSatisfy((_, one) -> assertThat(one.none().of()
                                + one.falseAlarms().of()
                                + one.cannotTell().of())
                        .isEqualTo(3 * TRIALS / 2));
        assertThat(findings.subjects()).containsExactly("invented 1", "invented 2");
    }

    @Test
    void the_same_seed_gives_the_same_figures() {
        Course one = course();
        Course other = course();
        one.teach(Plan.empty());
        other.teach(Plan.empty());
        List<Trial> trials = one.cell(1, draw -> Plan.empty().withPeople(draw.people(1), 3));
        assertThat(other.cell(1, draw -> Plan.empty().withPeople(draw.people(1), 3)))
                .isEqualTo(trials);
    }

    @Test
    void it_says_in_both_languages_that_it_is_a_simulation_and_on_what_it_rests() {
        assertThat(Told.of(findings, false)).contains("SIMULATED", "invented 1 invented 2", "Wilson");
        assertThat(Told.of(findings, true)).contains("SIMULATION", "invented 1 invented 2", "Wilson");
    }

    @Test
    void the_json_is_json() {
        try (JsonParser json = JsonFactory.builder()
                .build()
                .createParser(ObjectReadContext.empty(), new StringReader(Figures.of(findings)))) {
            int depth = 0;
            int shares = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                shares += token == JsonToken.START_ARRAY ? 1 : 0;
            }
            assertThat(depth).isZero();
            assertThat(shares).isGreaterThan(50);
        }
    }

    @Test
    void the_pictures_are_pictures() throws Exception {
        for (String svg : List.of(Curves.detection(findings), Curves.alarms(findings))) {
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(svg)
                    .contains("simulation", "Wilson", "prefers-color-scheme: dark")
                    .doesNotContain("NaN");
        }
    }
}
