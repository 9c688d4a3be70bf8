package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.node.Chronicle;
import entente.node.Given;
import entente.node.lane.Lanes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The data as people, catalogues and programs find it.
class DataTest {
    private static final String ORIGIN = "https://record.example";

    @TempDir
    static Path folder;

    private static Chronicle chronicle;
    private static Site site;

    @BeforeAll
    static void open() {
        chronicle = Given.chronicle(folder);
        site = new Site(chronicle, Given.CLOCK, Lanes.demonstration(Given.CLOCK));
    }

    @AfterAll
    static void close() {
        chronicle.close();
    }

    private static Reply get(String path) {
        String[] parts = path.split("\\?", 2);
        Map<String, String> query = parts.length == 2 ? Map.of("q", parts[1].substring(2)) : Map.of();
        return site.answer(new Request(parts[0], query, "en", "*/*", ORIGIN));
    }

    private static String text(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String path) {
        return new ObjectMapper().readTree(text(path));
    }

    // For people.

    @Test
    void the_page_explains_every_column_of_every_table_in_both_languages() {
        for (String page : List.of("/data", "/donnees")) {
            String html = text(page);
            JsonNode tables = json(page + ".json").get("tables");
            assertThat(tables.size()).isEqualTo(5);
            for (JsonNode table : tables) {
                assertThat(html)
                        .contains("href=\"" + page + "/" + table.get("table").asString() + "\"");
                for (JsonNode column : table.get("columns")) {
                    assertThat(html).contains("<code>" + column.get("key").asString() + "</code>");
                    assertThat(column.get("meaning").asString()).isNotBlank();
                }
            }
        }
        assertThat(text("/data")).contains("CC BY 4.0", "/openapi.json", "/data.xlsx");
        assertThat(text("/donnees/facts@2016-03-31")).contains("/donnees/facts@2016-03-31.csv");
        assertThat(get("/data/nothing").status()).isEqualTo(404);
    }

    @Test
    void a_table_says_the_same_to_a_program_and_to_a_spreadsheet() {
        JsonNode table = json("/donnees/facts@2018-01-01.json");
        String csv = text("/donnees/facts@2018-01-01.csv");
        assertThat(table.get("rows").size())
                .isEqualTo(table.get("size").asInt())
                .isPositive();
        for (JsonNode row : table.get("rows")) {
            assertThat(csv)
                    .contains("\n" + row.get("fact").asString() + ";"
                            + row.get("entry").asInt() + ";");
            assertThat(text("/r/" + row.get("entry").asInt() + ".json"))
                    .contains(row.get("fact").asString());
        }
    }

    // For catalogues.

    private static Graph graph(String text, Lang lang) {
        return RDFParser.fromString(text, lang).toGraph();
    }

    private static Shapes shapes() {
        try (InputStream in = DataTest.class.getResourceAsStream("dcat-ap.ttl")) {
            return Shapes.parse(
                    graph(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8), Lang.TURTLE));
        } catch (IOException trouble) {
            throw new java.io.UncheckedIOException(trouble);
        }
    }

    @Test
    void the_catalogue_has_what_dcat_ap_demands_and_recommends() {
        var report = ShaclValidator.get().validate(shapes(), graph(text("/data.ttl"), Lang.TURTLE));
        assertThat(report.getEntries().stream()
                        .map(entry -> entry.focusNode() + " " + entry.resultPath() + ": " + entry.message()))
                .isEmpty();
    }

    @Test
    void a_catalogue_that_lacks_something_is_found_out() {
        String turtle = text("/data.ttl");
        Set<String> severities = new TreeSet<>();
        for (String property : List.of("dct:title", "dct:publisher", "dcat:accessURL", "dcat:keyword", "foaf:name")) {
            String without = turtle.replace(property + " ", "dct:other ");
            var report = ShaclValidator.get().validate(shapes(), graph(without, Lang.TURTLE));
            assertThat(report.getEntries()).as(property).isNotEmpty();
            report.getEntries().stream()
                    .map(ReportEntry::severity)
                    .forEach(
                            severity -> severities.add(severity.level().getURI().replaceAll(".*#", "")));
        }
        assertThat(severities).containsExactly("Violation", "Warning");
    }

    @Test
    void both_writings_of_the_catalogue_say_the_same() {
        assertThat(graph(text("/donnees.jsonld"), Lang.JSONLD).isIsomorphicWith(graph(text("/data.ttl"), Lang.TURTLE)))
                .isTrue();
    }

    @Test
    void every_file_of_the_catalogue_can_be_fetched() {
        List<String> files = new ArrayList<>();
        graph(text("/data.ttl"), Lang.TURTLE)
                .find()
                .filterKeep(triple -> triple.getPredicate().getURI().endsWith("#downloadURL"))
                .forEachRemaining(triple -> files.add(triple.getObject().getURI()));
        assertThat(files).hasSize(5 * 2 * 3).allSatisfy(file -> {
            assertThat(file).startsWith(ORIGIN);
            text(file.substring(ORIGIN.length()));
        });
    }

    // For programs.

    private static OpenAPI described() {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text("/openapi.json"));
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        return result.getOpenAPI();
    }

    /// A value for each part of a path.
    private static String filled(String path) {
        return path.replace("{agreement}", "sandhurst-2018")
                .replace("{number}", "2")
                .replace("{index}", "3")
                .replace("{figure}", "paid-eur")
                .replace("{theme}", "detection-technology")
                .replace("{part}", "dover")
                .replace("{table}", "facts")
                .replace("{lane}", "demonstration")
                .replace("{when}", "2020-01-01");
    }

    @Test
    void every_described_path_answers_as_described() {
        OpenAPI api = described();
        assertThat(api.getPaths()).hasSizeGreaterThan(60);
        api.getPaths().forEach((path, item) -> {
            assertThat(path.chars().filter(c -> c == '{').count())
                    .as(path)
                    .isEqualTo(
                            item.getGet().getParameters() == null
                                    ? 0
                                    : item.getGet().getParameters().stream()
                                            .filter(one -> one.get$ref() == null
                                                    || !one.get$ref().endsWith("/q"))
                                            .count());
            Reply reply = get(filled(path));
            assertThat(reply.status()).as(filled(path)).isEqualTo(200);
            assertThat(Objects.requireNonNull(item.getGet().getResponses().get("200"))
                            .getContent()
                            .keySet())
                    .as(path)
                    .containsExactly(reply.type().split(";", 2)[0]);
            if (reply.type().contains("json")) {
                assertThat(new ObjectMapper().readTree(reply.body()).isNull()).isFalse();
            }
        });
    }

    @Test
    void what_is_not_there_is_told_as_described() {
        assertThat(get("/nothing-2000/agreement.json").type()).startsWith("application/problem+json");
        JsonNode problem =
                new ObjectMapper().readTree(get("/nothing-2000/agreement.json").body());
        for (Object key : Objects.requireNonNull(
                        described().getComponents().getSchemas().get("problem"))
                .getRequired()) {
            assertThat(problem.has(key.toString())).as(key.toString()).isTrue();
        }
    }

    @Test
    void every_kind_of_page_is_described() {
        Set<String> names = described().getPaths().keySet().stream()
                .map(path -> path.replaceAll("[{}]", ""))
                .collect(Collectors.toSet());
        for (Class<?> kind : Subject.class.getPermittedSubclasses()) {
            assertThat(Description.subjects().map(Object::getClass).map(Class::getSimpleName))
                    .contains(kind.getSimpleName());
        }
        for (Agreement agreement : chronicle.snapshot().register().agreements()) {
            assertThat(names).noneMatch(name -> name.contains(agreement.id()));
        }
        assertThat(URI.create(Objects.requireNonNull(
                        described().getServers().getFirst().getUrl())))
                .hasHost("record.example");
        assertThat(described().getComponents().getParameters().values().stream().map(Parameter::getIn))
                .containsOnly("path", "query");
        assertThat(Arrays.stream(Format.values())
                        .filter(form -> form != Format.HTML && form != Format.PRINT)
                        .map(Format::extension))
                .allSatisfy(ending -> assertThat(names).anyMatch(name -> name.endsWith(ending)));
    }
}
