package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import entente.testkit.Trials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The published schemas and the reader take and refuse the same files.
class SchemaTest {
    /// What a schema cannot say; docs/spec/files.md lists it.
    private static final Set<String> BEYOND = Set.of(
            "duplicate-id",
            "names-itself",
            "impossible-date",
            "unknown-currency",
            "too-many-decimals",
            "bad-range",
            "elapsed-within");

    private static final Path SPEC = Path.of("../docs/spec");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final JsonSchema agreement;
    private final JsonSchema facts;

    SchemaTest() {
        String agreementSchema = Mutations.text(SPEC.resolve("agreement.schema.json"));
        String factsSchema = Mutations.text(SPEC.resolve("facts.schema.json"));
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(
                        "urn:entente:schema:agreement:1",
                        agreementSchema,
                        "urn:entente:schema:facts:1",
                        factsSchema))));
        agreement = factory.getSchema(agreementSchema);
        facts = factory.getSchema(factsSchema);
    }

    private Set<ValidationMessage> messages(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            return (node.isArray() ? facts : agreement).validate(node);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Test
    void the_schemas_take_every_shipped_file() {
        for (Path path : ShippedFilesTest.files()) {
            assertThat(messages(Mutations.bytes(Mutations.load(Mutations.text(path)))))
                    .as(path.toString())
                    .isEmpty();
        }
        for (String kind : Set.of("agreement", "facts")) {
            byte[] json = Mutations.bytes(Mutations.load(Mutations.everyKey(kind)));
            assertThat(messages(json)).isEmpty();
            assertThat(Reading.read(kind, json)).isNotInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void schema_and_reader_agree_on_changed_files() {
        Mutations mutations = new Mutations();
        Map<String, Integer> outcomes = new TreeMap<>();
        Trials.check(10_000, random -> {
            Object document = mutations.small(random);
            for (int changes = random.nextInt(10) / 8; changes >= 0; changes--) {
                mutations.change(document, random);
            }
            byte[] json = Mutations.bytes(document);
            Set<ValidationMessage> messages = messages(json);
            switch (Reading.read("changed", json)) {
                case Reading.Refused(var found) -> {
                    if (messages.isEmpty()) {
                        assertThat(found)
                                .as(new String(json, java.nio.charset.StandardCharsets.UTF_8))
                                .allSatisfy(fault -> assertThat(fault.rule())
                                        .as(fault.toString())
                                        .isIn(BEYOND));
                    }
                    outcomes.merge(messages.isEmpty() ? "reader alone" : "refused", 1, Integer::sum);
                }
                case Reading.OfAgreement _, Reading.OfFacts _ -> {
                    assertThat(messages)
                            .as(new String(json, java.nio.charset.StandardCharsets.UTF_8))
                            .isEmpty();
                    outcomes.merge("taken", 1, Integer::sum);
                }
            }
        });
        if (Boolean.getBoolean("show")) {
            System.out.println("outcomes " + outcomes);
        }
        // Neither all good nor all bad, or the test shows little.
        if (Long.getLong("seed") == null) {
            assertThat(outcomes.get("taken")).isGreaterThan(500);
            assertThat(outcomes.get("refused")).isGreaterThan(3000);
        }
    }
}
