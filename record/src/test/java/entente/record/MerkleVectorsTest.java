package entente.record;

import static org.assertj.core.api.Assertions.assertThat;

import entente.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The 518 cases of transparency-dev/merkle, testdata (commit 417fb0c3): valid proofs, and mutations to
/// refuse.
class MerkleVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void all_98_inclusion_cases_are_right() {
        check("merkle/inclusion", 98, MerkleVectorsTest::included);
    }

    @Test
    void all_98_consistency_cases_are_right() {
        check("merkle/consistency", 98, MerkleVectorsTest::consistent);
    }

    @Test
    void all_118_subtree_consistency_cases_are_right() {
        check("merkle/subtreeconsistency", 118, MerkleVectorsTest::subtreeConsistent);
    }

    @Test
    void all_204_subtree_inclusion_cases_are_right() {
        check("merkle/subtreeinclusion", 204, MerkleVectorsTest::subtreeIncluded);
    }

    private static void check(String folder, int cases, Predicate<JsonNode> holds) {
        List<Path> files = Vectors.json(folder);
        assertThat(files).hasSize(cases);
        var wrong = new ArrayList<Path>();
        for (Path file : files) {
            JsonNode json = JSON.readTree(Vectors.read(file));
            if (answer(json, holds) == json.get("wantErr").asBoolean()) {
                wrong.add(file);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean answer(JsonNode json, Predicate<JsonNode> holds) {
        try {
            return holds.test(json);
        } catch (IllegalArgumentException unspeakable) {
            // A hash that is no hash, a number past 2^63 or a range that is no subtree cannot even be put as a
            // question.
            return false;
        }
    }

    private static boolean included(JsonNode json) {
        return Proof.included(
                hash(json, "leafHash"),
                number(json, "leafIdx"),
                number(json, "treeSize"),
                proof(json),
                hash(json, "root"));
    }

    private static boolean consistent(JsonNode json) {
        return Proof.consistent(
                number(json, "size1"), hash(json, "root1"), number(json, "size2"), hash(json, "root2"), proof(json));
    }

    private static boolean subtreeConsistent(JsonNode json) {
        var part = new Subtree(number(json, "start"), number(json, "end"));
        return Proof.consistent(part, hash(json, "root1"), number(json, "size"), hash(json, "root2"), proof(json));
    }

    private static boolean subtreeIncluded(JsonNode json) {
        var within = new Subtree(number(json, "start"), number(json, "end"));
        return Proof.included(hash(json, "leafHash"), number(json, "leafIdx"), within, proof(json), hash(json, "root"));
    }

    private static long number(JsonNode json, String field) {
        try {
            return json.get(field).bigIntegerValue().longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(tooLarge);
        }
    }

    private static List<Digest> proof(JsonNode json) {
        var proof = new ArrayList<Digest>();
        json.get("proof").forEach(hash -> proof.add(Digest.fromBase64(hash.asString())));
        return proof;
    }

    /// Some roots are the words "don't care 1": they stand for any hash, equal only to themselves.
    private static Digest hash(JsonNode json, String field) {
        byte[] bytes = Base64.getDecoder().decode(json.get(field).asString());
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return text.startsWith("don't care") ? Digest.sha256(bytes) : Digest.of(bytes);
    }
}
