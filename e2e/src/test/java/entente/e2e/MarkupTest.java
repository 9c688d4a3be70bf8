package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

/// The checker of the W3C reads every kind of page.
@Visit
class MarkupTest {
    /// The standard allows it (HTML, `#link-type-expect`); the checker is older than that.
    private static final String EXPECT = "<link rel=\"expect\" href=\"#foot\" blocking=\"render\">";

    private final House house;

    MarkupTest(House house) {
        this.house = house;
    }

    static Stream<Place> places() {
        return Place.all().stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void every_kind_of_page_is_valid_html(Place place) throws IOException, SAXException {
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(OutputFormat.JSON);
        checker.setForceHTML(true);
        String page = house.get(place.path()).body();
        assertThat(page).containsOnlyOnce(EXPECT).containsOnlyOnce("id=\"foot\"");
        JsonNode answer = Measured.JSON.readTree(checker.validate(
                new ByteArrayInputStream(page.replace(EXPECT, "").getBytes(StandardCharsets.UTF_8))));
        assertThat(answer.has("messages")).isTrue();
        List<String> complaints = new ArrayList<>();
        for (JsonNode one : answer.get("messages")) {
            complaints.add(
                    one.path("type").asString() + ": " + one.path("message").asString() + " at "
                            + one.path("extract").asString().strip());
        }
        assertThat(complaints).isEmpty();
    }

    /// A checker that finds nothing anywhere would pass every page.
    @Test
    void the_checker_knows_a_fault() throws IOException, SAXException {
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(OutputFormat.JSON);
        String page = house.get("/agreements").body().replace("</main>", "<p><ul></ul></p></main>");
        assertThat(checker.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))))
                .contains("\"type\":\"error\"");
    }
}
