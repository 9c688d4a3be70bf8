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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
            "elapsed-within",
            // After a hundred of these.
            "more-faults");

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
    void schema_and_reader_agree_on_every_single_change() {
        for (String kind : Set.of("agreement", "facts")) {
            Mutations.each(Mutations.load(Mutations.everyKey(kind)), this::compare);
        }
        assertThat(refused.get()).isGreaterThan(6000);
    }

    @Test
    void schema_and_reader_agree_on_changed_files() {
        Mutations mutations = new Mutations();
        Trials.check(6000, random -> {
            Object document = mutations.small(random);
            for (int changes = random.nextInt(10) / 8; changes >= 0; changes--) {
                mutations.change(document, random);
            }
            compare(document);
        });
        if (Long.getLong("seed") == null) {
            // Neither all good nor all bad, or this shows little.
            assertThat(taken.get()).isGreaterThan(400);
            assertThat(refused.get()).isGreaterThan(3000);
        }
    }

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private void compare(Object document) {
        byte[] json = Mutations.bytes(document);
        Set<ValidationMessage> messages = messages(json);
        String shown = new String(json, StandardCharsets.UTF_8);
        switch (Reading.read("changed", json)) {
            case Reading.Refused(var found) -> {
                refused.incrementAndGet();
                if (messages.isEmpty()) {
                    assertThat(found).as(shown).extracting(Fault::rule).isSubsetOf(BEYOND);
                }
            }
            case Reading.OfAgreement _, Reading.OfFacts _ -> {
                taken.incrementAndGet();
                assertThat(messages).as(shown).isEmpty();
            }
        }
    }
}
