package entente.node.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An answer, before it meets a server.
@SuppressWarnings("ArrayRecordComponent") // it lives for one reply and nobody keeps or compares it
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json; charset=utf-8";
    static final String PROBLEM = "application/problem+json; charset=utf-8";
    static final String FOREVER = "public, max-age=31536000, immutable";
    /// Ask each time whether it has changed: a fact that is recorded late changes even pages of the past.
    static final String ASK = "no-cache";

    static Reply of(int status, String type, String text) {
        return new Reply(status, type, text.getBytes(StandardCharsets.UTF_8), Map.of("Cache-Control", ASK));
    }

    static Reply moved(String address) {
        return new Reply(303, HTML, new byte[0], Map.of("Location", address, "Cache-Control", ASK));
    }

    Reply with(String header, String value) {
        Map<String, String> all = new java.util.TreeMap<>(headers);
        all.put(header, value);
        return new Reply(status, type, body, Map.copyOf(all));
    }
}
