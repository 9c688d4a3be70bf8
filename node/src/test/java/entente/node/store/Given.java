package entente.node.store;

import entente.record.Audience;
import entente.record.Bytes;
import entente.record.Entry;
import entente.record.Filing;
import entente.record.Payload;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Invented entries, the same on every run.
final class Given {
    static final String ORIGIN = "uk.example/entente";
    static final SecureRandom RANDOM = new SecureRandom();

    private Given() {}

    static Filing filing(long number) {
        return filing(new Entry.Kind.Assert(), number);
    }

    static Filing filing(Entry.Kind kind, long number) {
        var salt = new byte[Payload.SALT];
        Arrays.fill(salt, (byte) number);
        var payload = new Payload(Bytes.of(salt), Bytes.utf8("{\"number\":" + number + "}"));
        var recorded = Instant.parse("2026-11-22T23:00:00Z");
        return Filing.of(new Entry(kind, Audience.PUBLIC, recorded, "application/json", payload.commitment()), payload);
    }

    static List<Filing> filings(int from, int until) {
        var filings = new ArrayList<Filing>();
        for (int number = from; number < until; number++) {
            filings.add(filing(number));
        }
        return filings;
    }
}
