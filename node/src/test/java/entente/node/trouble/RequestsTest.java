package entente.node.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.lane.Lane;
import entente.testkit.Effort;
import entente.testkit.Trials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node under requests that nobody should make: it answers each in a few words or closes, and goes on answering
/// the others.
class RequestsTest {
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/agreements",
            "/accords@2016-03-31",
            "/calais-2014/agreement",
            "/calais-2014/accord@2016-03-31,c12.json",
            "/calais-2014/agreement@2015-01-01..2016-01-01",
            "/calais-2014/agreement/2.csv",
            "/calais-2014/agreement/2.embed",
            "/calais-2014/log/3",
            "/calais-2014/money@c5.json",
            "/calais-2014/timeline/2015.svg",
            "/figures/2015.json",
            "/promises",
            "/map@2018-01-01.svg",
            "/find?q=12%20000%20000",
            "/data.ttl",
            "/verify",
            "/log/checkpoint",
            "/log/tile/0/000.p/21",
            "/log/payload/000",
            "/r/7",
            "/calais-2014/agreement?d=1&m=4&y=2016&changes=1",
            "/assets/none.css");

    @TempDir
    private static Path folder;

    private static @Nullable Child node;
    private static int port;

    @BeforeAll
    static void begin() {
        Path shipped = Small.shipped(folder);
        Path data = folder.resolve("data");
        Small.record(data, shipped, Small.payments(folder.resolve("some.yaml"), 0, 20));
        Child begun = Child.node(data, shipped);
        node = begun;
        port = begun.address().getPort();
    }

    @AfterAll
    static void end() {
        if (node != null) {
            node.close();
        }
    }

    private static Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(120_000);
        return socket;
    }

    /// What comes back, until the node closes; nothing where it closed before it answered.
    private static String answer(byte[] request) {
        try (Socket socket = connected()) {
            try {
                socket.getOutputStream().write(request);
            } catch (IOException closedWhileWeWrote) {
                assertThat(closedWhileWeWrote).isNotNull();
            }
            return rest(socket);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String rest(Socket socket) {
        var answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (IOException reset) {
            // What had come by then counts.
            assertThat(reset).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    private static String get(String address) {
        return answer(("GET " + address + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : -1;
    }

    private static void assertAnswers() {
        assertThat(status(get("/agreements"))).isEqualTo(200);
    }

    @Test
    void a_line_that_cannot_be_read_gets_a_short_page_in_both_languages() {
        for (String line : List.of(
                "GET /%zz HTTP/1.1",
                "GET /a;b@%%3a2 HTTP/1.1",
                "GET /a|b HTTP/1.1",
                "GET /../../x HTTP/1.1",
                "NONSENSE",
                "GET / HTTP/9.9")) {
            String answer =
                    answer((line + "\r\nHost: here\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(status(answer)).as(line).isIn(400, 505);
            assertThat(new String(answer.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                    .as(line)
                    .contains("This request cannot be read.")
                    .contains("Cette demande ne peut pas être lue.")
                    .doesNotContainIgnoringCase("tomcat")
                    .doesNotContain("HTTP Status");
        }
    }

    private static Socket watching() throws IOException {
        Socket socket = connected();
        socket.getOutputStream()
                .write("GET /lane/demonstration.events HTTP/1.1\r\nHost: here\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String head(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
    }

    @Test
    void of_a_thousand_who_watch_a_lane_as_many_are_served_as_may_and_the_others_are_told_so() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            int turnedAway = 0;
            for (int i = 0; i < 1_000; i++) {
                Socket socket = watching();
                switch (status(head(socket))) {
                    case 200 -> open.add(socket);
                    case 503 -> {
                        turnedAway++;
                        socket.close();
                    }
                    default -> throw new AssertionError("neither served nor turned away: " + i);
                }
            }
            assertThat(open).hasSize(Lane.MOST_LISTENERS);
            assertThat(turnedAway).isEqualTo(1_000 - Lane.MOST_LISTENERS);
            assertAnswers();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        int again = 503;
        while (again == 503) {
            Thread.sleep(100);
            try (Socket socket = watching()) {
                again = status(head(socket));
            }
        }
        assertThat(again).isEqualTo(200);
    }

    @Test
    void a_hundred_megabytes_are_not_taken_in() throws IOException {
        for (String start : List.of(
                "GET /",
                "GET / HTTP/1.1\r\nHost: here\r\nX: ",
                "POST /agreements HTTP/1.1\r\nHost: here\r\nContent-Length: 104857600\r\n\r\n")) {
            try (Socket socket = connected()) {
                OutputStream out = socket.getOutputStream();
                var megabyte = new byte[1 << 20];
                java.util.Arrays.fill(megabyte, (byte) 'a');
                int sent = 0;
                try {
                    out.write(start.getBytes(StandardCharsets.UTF_8));
                    for (; sent < 100; sent++) {
                        out.write(megabyte);
                    }
                } catch (IOException closed) {
                    assertThat(closed).isNotNull();
                }
                assertThat(sent).as(start).isLessThan(100);
                assertThat(status(rest(socket))).isIn(-1, 400, 405, 413, 414, 431);
            }
            assertAnswers();
        }
    }

    @Test
    void a_thousand_slow_clients_keep_nobody_waiting() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 1_000; i++) {
                Socket socket = connected();
                socket.getOutputStream().write("GET /agreements HTTP/1.1\r\nHo".getBytes(StandardCharsets.UTF_8));
                slow.add(socket);
                if (i % 50 == 49) {
                    assertAnswers();
                }
            }
            for (Socket socket : slow.subList(0, 500)) {
                try {
                    socket.getOutputStream().write('s');
                } catch (IOException closed) {
                    // The node may have had enough of this one.
                    assertThat(closed).isNotNull();
                }
            }
            assertAnswers();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertAnswers();
        Effort.done("slow clients at once, the others answered", 1_000);
    }

    @Test
    void no_address_however_odd_is_a_mistake_of_ours() {
        Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        int times = Effort.times(1_000, 20_000);
        Trials.check(times, random -> {
            String address = mutated(ADDRESSES.get(random.nextInt(ADDRESSES.size())), random);
            String answer = get(address);
            statuses.merge(status(answer), 1, Integer::sum);
            assertThat(status(answer)).as(address).isBetween(200, 499);
            assertThat(answer).as(address).doesNotContain("\tat ").doesNotContain("Exception");
        });
        assertThat(statuses).containsKeys(200, 400, 404);
        assertAnswers();
        statuses.forEach((status, count) -> Effort.done("random addresses answered with " + status, count));
    }

    private static String mutated(String address, Random random) {
        var text = new StringBuilder(address);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = 1 + random.nextInt(text.length());
            switch (random.nextInt(8)) {
                case 0 -> text.insert(at, (char) (33 + random.nextInt(94)));
                case 1 ->
                    text.insert(
                            at,
                            "%" + Integer.toHexString(256 + random.nextInt(256)).substring(1));
                case 2 -> text.delete(at - 1 + (at == 1 ? 1 : 0), Math.min(text.length(), at + random.nextInt(3)));
                case 3 ->
                    text.insert(
                            at,
                            List.of("@", "..", ",", ".json", "c0", "9999", "/", "2016-02-30")
                                    .get(random.nextInt(8)));
                case 4 -> text.append(ADDRESSES.get(random.nextInt(ADDRESSES.size())));
                case 5 ->
                    text.append(List.of(
                                    ".json",
                                    ".csv",
                                    ".pdf",
                                    ".xlsx",
                                    ".atom",
                                    ".svg",
                                    ".embed",
                                    ".css",
                                    "?q=%F0%9F%87%AB",
                                    "?d=1&m=1")
                            .get(random.nextInt(10)));
                case 6 -> text.insert(at, "é");
                default -> text.insert(at, text.substring(random.nextInt(text.length())));
            }
            if (text.length() == 0 || text.charAt(0) != '/') {
                text.insert(0, '/');
            }
        }
        return text.toString().replaceAll("[\\s#]", "");
    }
}
