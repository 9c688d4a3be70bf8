package entente.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Invented keys, entries and payloads, the same on every run.
final class Given {
    static final String ORIGIN = "uk.example/entente";
    static final SigningKey ED25519 = new SigningKey(ORIGIN, Algorithm.ED25519, seed(1));
    static final SigningKey ML_DSA = new SigningKey(ORIGIN, Algorithm.ML_DSA_44, seed(2));
    static final List<SigningKey> BOTH = List.of(ED25519, ML_DSA);
    static final List<VerifierKey> KEYS = List.of(ED25519.verifier(), ML_DSA.verifier());
    static final long SECONDS = 1_795_388_400;
    static final Instant RECORDED = Instant.parse("2026-11-22T23:00:00Z");

    private static final List<Audience> AUDIENCES = List.of(Audience.values());

    private Given() {}

    static byte[] seed(int fill) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) fill);
        return seed;
    }

    static Payload payload(String content) {
        return new Payload(Bytes.of(seed(7)), Bytes.utf8(content));
    }

    static Entry entry(Entry.Kind kind, Audience audience, Payload payload) {
        return new Entry(kind, audience, RECORDED, "application/json", payload.commitment());
    }

    static Filing filing(int number) {
        Payload payload = payload("{\"number\":" + number + "}");
        Audience audience = AUDIENCES.get(number % 3);
        return Filing.of(entry(new Entry.Kind.Assert(), audience, payload), payload);
    }

    static List<Filing> filings(int from, int until) {
        var filings = new ArrayList<Filing>();
        for (int number = from; number < until; number++) {
            filings.add(filing(number));
        }
        return filings;
    }

    static Entry randomEntry(Random random) {
        Entry.Kind kind = switch (random.nextInt(4)) {
            case 0 -> new Entry.Kind.Correct(random.nextLong() >>> 1);
            case 1 -> new Entry.Kind.Retract(random.nextInt(5));
            case 2 -> new Entry.Kind.Erased(random.nextInt(5_000));
            default -> new Entry.Kind.Assert();
        };
        return new Entry(
                kind,
                AUDIENCES.get(random.nextInt(3)),
                Instant.ofEpochSecond(random.nextLong(253_402_300_800L)),
                List.of("application/json", "text/csv", "application/vnd.entente.fact+json")
                        .get(random.nextInt(3)),
                payload("x" + random.nextInt()).commitment());
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
