package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the node says to programs, and to people who try its door.
@Visit
class DoorTest {
    private static final long SEED = 20_140_920;
    private static final int MUTATIONS = 2_000;

    /// A request line with a blank too many is read as HTTP/0.9, and answered without a status line.
    private static final Pattern KNOWN = Pattern.compile("HTTP/1\\.1 [234]\\d\\d |400\nThis request cannot be read\\.");

    private static final Pattern OUR_SCRIPT = Pattern.compile(
            "<script (?:type=\"module\"|defer) src=\"/assets/(?:verify|lane|uplot)-[0-9a-f]{12}\\.js\">");

    private final House house;

    DoorTest(House house) {
        this.house = house;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/calais-2014/accord@2016-03-31",
                "/nothing/at/all/here",
                "/agreements.json",
                "/log/checkpoint"
            })
    void every_reply_tells_the_browser_what_it_may_do(String path) {
        HttpResponse<String> reply = house.get(path);
        assertThat(header(reply, "Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self'");
        assertThat(header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(reply, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void only_reading_is_taken(String method) {
        HttpResponse<String> reply = house.ask(method, "/calais-2014/agreement");
        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(header(reply, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void trouble_is_told_to_programs_as_a_problem() {
        HttpResponse<String> reply = house.get("/calais-2014/agreement/77.json");
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(header(reply, "Content-Type")).startsWith("application/problem+json");
        assertThat(reply.body()).contains("\"status\":404").contains("urn:entente:problem:no-clause");
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() {
        HttpResponse<String> first = house.get("/calais-2014/agreement");
        HttpResponse<String> again = house.get("/calais-2014/agreement", "If-None-Match", header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> other = house.get("/calais-2014/agreement", "If-None-Match", "\"else\"");
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_travels_compressed() {
        assertThat(header(house.get("/calais-2014/agreement", "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void head_is_get_without_the_body() {
        String reply = house.raw("HEAD", "/calais-2014/agreement");
        assertThat(reply).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n").doesNotContain("<html");
        assertThat(reply.toLowerCase(Locale.ROOT))
                .contains("content-type: text/html")
                .contains("etag:");
    }

    @Test
    void an_address_of_ten_thousand_characters_is_refused_in_words() {
        String reply = house.raw("GET", "/" + "a".repeat(10_000));
        assertThat(reply).startsWith("HTTP/1.1 414").contains("The address is too long.");
    }

    static List<String> rubbish() {
        return List.of(
                "/%",
                "/%zz",
                "/%00",
                "/calais-2014%00/agreement",
                "/%ff%fe",
                "/%c0%af",
                "/../../etc/passwd",
                "/log/../../etc/passwd",
                "/log/..%2f..%2fetc/passwd",
                "/log/%2e%2e/%2e%2e/etc/passwd",
                "/assets/../application.properties",
                "/log/tile/0/x999/999",
                "/log/payload/../../../key",
                "/log//etc/passwd",
                "//",
                "/;jsessionid=1",
                "/calais-2014;x=1/agreement",
                "/calais-2014/agreement@",
                "/calais-2014/agreement@0000-00-00",
                "/calais-2014/agreement@9999999999999",
                "/calais-2014/agreement@-999999999-01-01",
                "/r/999999999999",
                "/r/99999999999999999999",
                "/r/-1",
                "/r/18446744073709551616.tlog-proof",
                "/agreements?d=1&m=%ff&y=2016",
                "/agreements?d=%00&m=%00&y=%00",
                "/agreements?d=1&m=3&y=99999999999",
                "/agreements?d=-1&m=-3&y=-2016",
                "/agreements?d=٣١&m=٣&y=٢٠١٦",
                "/agreements?" + "d=1&".repeat(100),
                "/<script>alert(1)</script>",
                "/\"><script>alert(1)</script>",
                "/agreements|x",
                "/agreements{x}",
                "*",
                "http://elsewhere.example/agreements");
    }

    @ParameterizedTest
    @MethodSource("rubbish")
    void rubbish_is_turned_away_calmly(String target) {
        assertThat(wrong(target, house.raw("GET", target))).isEmpty();
    }

    @Test
    void addresses_changed_at_random_never_break_it() {
        List<String> seeds = Place.all().stream().map(Place::path).toList();
        String letters = "abz019@./%?&=#-_~+:;,!*'()[]\\|^`\"<>{} \té€\u0000\u202e";
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> found = new ArrayList<>();
        for (int trial = 0; trial < MUTATIONS; trial++) {
            StringBuilder target = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                int at = random.nextInt(1, target.length() + 1);
                char letter = letters.charAt(random.nextInt(letters.length()));
                switch (random.nextInt(4)) {
                    case 0 -> target.insert(at, letter);
                    case 1 ->
                        target.insert(
                                at,
                                "%"
                                        + Integer.toHexString(0x100 + random.nextInt(256))
                                                .substring(1));
                    case 2 -> target.setLength(at);
                    default -> target.replace(at - 1, at, String.valueOf(letter));
                }
                if (target.isEmpty()) {
                    target.append('/');
                }
            }
            wrong(target.toString(), house.raw("GET", target.toString())).ifPresent(found::add);
        }
        assertThat(found).isEmpty();
    }

    private static Optional<String> wrong(String target, String reply) {
        boolean fine = KNOWN.matcher(reply).lookingAt()
                && !reply.contains("Exception")
                && !reply.contains("\tat ")
                && !OUR_SCRIPT.matcher(reply).replaceAll("").contains("<script")
                && !reply.contains("root:");
        return fine
                ? Optional.empty()
                : Optional.of(target + " -> " + reply.substring(0, Math.min(300, reply.length())));
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }
}
