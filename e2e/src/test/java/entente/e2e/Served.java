package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The files of a node's log as they are served, and ways to have them reach a browser changed.
record Served(House house, int size) {
    static Served by(House house) {
        String checkpoint = house.get("/log/checkpoint").body();
        return new Served(house, Integer.parseInt(checkpoint.lines().toList().get(1)));
    }

    /// The first bundle or tile of a kind, where the log has fewer than 256 entries.
    String bundle(String kind) {
        return "/log/" + kind + "/000.p/" + size;
    }

    /// Where an entry begins in its bundle, with the two bytes of its length.
    int startOf(int entry) {
        byte[] bytes = house.bytes(bundle("tile/entries"));
        int at = 0;
        for (int i = 0; i < entry; i++) {
            at += 2 + ((bytes[at] & 255) << 8 | bytes[at + 1] & 255);
        }
        return at;
    }

    /// Where the payload of an entry begins in its bundle, with the byte that says it is there.
    int startOfPayload(int entry) {
        byte[] bytes = house.bytes(bundle("payload"));
        int at = 0;
        for (int i = 0; i < entry; i++) {
            at += bytes[at] == 0 ? 1 : 37 + ByteBuffer.wrap(bytes, at + 33, 4).getInt();
        }
        return at;
    }

    /// Has one file come to the browser changed.
    static void change(Page page, String path, UnaryOperator<byte[]> how) {
        page.route("**" + path, route -> {
            var reply = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(reply.status())
                    .setContentType(reply.headers().getOrDefault("content-type", "text/html"))
                    .setBodyBytes(how.apply(reply.body())));
        });
    }

    static UnaryOperator<byte[]> flipped(int at) {
        return bytes -> {
            byte[] other = bytes.clone();
            other[at] ^= 1;
            return other;
        };
    }

    /// Changes the letter in the middle of the first line that fits to another of the same alphabet.
    static UnaryOperator<byte[]> retyped(String line, int skipped) {
        return bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            var found = Pattern.compile(line, Pattern.MULTILINE).matcher(text);
            for (int i = 0; i <= skipped; i++) {
                assertThat(found.find()).isTrue();
            }
            int at = (found.start(1) + found.end(1)) / 2;
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            return (text.substring(0, at) + other + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8);
        };
    }
}
