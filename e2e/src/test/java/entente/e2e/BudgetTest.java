package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How long a reader waits, and that no address they kept has gone.
@Visit
class BudgetTest {
    private static final int REQUESTS = 200;
    private static final List<String> PATHS = List.of(
            "/calais-2014/agreement", "/calais-2014/accord", "/agreements", "/calais-2014/agreement@2016-03-31");

    private final House house;

    BudgetTest(House house) {
        this.house = house;
    }

    @Test
    void the_first_byte_comes_within_150_milliseconds() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        long[] waits = new long[REQUESTS];
        for (int i = -PATHS.size(); i < REQUESTS; i++) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(house.address() + PATHS.get(Math.floorMod(i, PATHS.size()))))
                    .header("Accept-Encoding", "gzip")
                    .build();
            long from = System.nanoTime();
            HttpResponse<InputStream> reply = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = reply.body()) {
                assertThat(body.read()).isNotNegative();
                if (i >= 0) {
                    waits[i] = System.nanoTime() - from;
                }
                body.readAllBytes();
            }
        }
        Arrays.sort(waits);
        double median = waits[REQUESTS / 2] / 1e6;
        System.out.printf(
                "first byte over %d requests: median %.1f ms, 95th of 100 %.1f ms%n",
                REQUESTS, median, waits[REQUESTS * 95 / 100] / 1e6);
        assertThat(median).isLessThan(150);
    }

    /// The list of AddressTest, which only grows, asked of the node itself.
    @Test
    void no_address_that_was_ever_published_has_gone() throws IOException {
        String list = Files.readString(Path.of("../node/src/test/java/entente/node/web/AddressTest.java"));
        list = list.substring(0, list.indexOf("void is_an_address"));
        List<String> published = new ArrayList<>();
        Matcher address = Pattern.compile("\"(/[^\"]*)\"").matcher(list);
        while (address.find()) {
            published.add(address.group(1));
        }
        assertThat(published).hasSizeGreaterThan(50);
        Set<String> gone = new TreeSet<>();
        for (String path : published) {
            int status = house.get(path).statusCode();
            if (status != 200 && status != 303) {
                gone.add(path);
            }
        }
        assertThat(gone).isEmpty();
    }
}
