package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.terms.Digest;
import entente.terms.Language;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static Shelf.Key key(String path, long size) {
        Digest root = Digest.sha256(new byte[] {(byte) size});
        return new Shelf.Key(path, Map.of(), Language.ENGLISH, false, "http://localhost", size, root, DAY);
    }

    private static Reply reply(int status, int length) {
        return new Reply(status, Reply.HTML, new byte[length], Map.of());
    }

    @Test
    void a_page_is_found_again_for_the_same_record_and_for_no_other() {
        Shelf shelf = new Shelf();
        Reply reply = reply(200, 10);
        shelf.keep(key("/a", 1), reply);
        assertThat(shelf.find(key("/a", 1))).containsSame(reply);
        assertThat(shelf.find(key("/a", 2))).isEmpty();
        assertThat(shelf.find(key("/b", 1))).isEmpty();
    }

    @Test
    void troubles_and_very_large_pages_are_not_kept() {
        Shelf shelf = new Shelf();
        shelf.keep(key("/a", 1), reply(404, 10));
        shelf.keep(key("/b", 1), reply(200, (int) (Shelf.MOST_BYTES / 8) + 1));
        assertThat(shelf.find(key("/a", 1))).isEmpty();
        assertThat(shelf.find(key("/b", 1))).isEmpty();
        assertThat(shelf.bytes()).isZero();
    }

    @Test
    void what_was_asked_for_longest_ago_is_given_up_first() {
        Shelf shelf = new Shelf();
        int length = (int) (Shelf.MOST_BYTES / 10);
        for (int i = 0; i < 10; i++) {
            shelf.keep(key("/" + i, 1), reply(200, length));
        }
        assertThat(shelf.find(key("/0", 1))).isPresent();
        shelf.keep(key("/10", 1), reply(200, length));
        shelf.keep(key("/10", 1), reply(200, length));
        assertThat(shelf.find(key("/0", 1))).isPresent();
        assertThat(shelf.find(key("/1", 1))).isEmpty();
        assertThat(shelf.bytes()).isLessThanOrEqualTo(Shelf.MOST_BYTES);
    }
}
