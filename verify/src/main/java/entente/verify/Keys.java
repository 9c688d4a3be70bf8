package entente.verify;

import entente.record.Algorithm;
import entente.record.Malformed;
import entente.record.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The public keys of one log, each of which must have signed its checkpoint.
record Keys(List<VerifierKey> keys) {
    Keys {
        keys = List.copyOf(keys);
    }

    /// Reads keys, one a line. Empty lines, and lines that begin with `#`, say nothing.
    ///
    /// @throws Malformed unless all of them are keys of one log
    static Keys parse(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw new Malformed("keys are text, one key a line");
        }
        List<VerifierKey> keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(100)
                .map(VerifierKey::parse)
                .distinct()
                .toList();
        if (keys.stream().map(VerifierKey::name).distinct().count() != 1) {
            throw new Malformed("the keys of one log are needed, all under its one name");
        }
        return new Keys(keys);
    }

    String origin() {
        return keys.getFirst().name();
    }

    /// Both signatures of docs/spec/record.md, section 6, can be asked for.
    boolean both() {
        return has(Algorithm.ED25519) && has(Algorithm.ML_DSA_44);
    }

    private boolean has(Algorithm algorithm) {
        return keys.stream().anyMatch(key -> key.algorithm() == algorithm);
    }

    /// Name and id of each, as they stand at the beginning of its text.
    @Override
    public String toString() {
        return keys.stream()
                .map(key -> String.format("%s+%08x (%s)", key.name(), key.id(), key.algorithm()))
                .collect(Collectors.joining(", "));
    }
}
