package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.Chronicle;
import entente.node.Given;
import entente.node.lane.Lanes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of lanes: what somebody must look at first comes first, and the page says so.
class LanesSheetTest {
    @TempDir
    Path folder;

    private static Reply get(Site site, String path) {
        return site.answer(new Request(path, Map.of(), "en", "text/html", "http://localhost:8080"));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    void a_lane_without_a_signal_comes_before_one_that_is_out_of_use_and_the_order_is_said() {
        try (Chronicle chronicle = Given.chronicle(folder.resolve("record"));
                // Nobody answers there.
                Lanes lanes = Lanes.live(
                        folder.resolve("lanes"),
                        List.of("one", "two"),
                        URI.create("mqtt://127.0.0.1:9"),
                        Given.CLOCK,
                        _ -> Optional.empty())) {
            Site site = new Site(chronicle, Given.CLOCK, lanes);
            lanes.lane("one").orElseThrow().takeOut();
            Reply english = get(site, "/lanes");
            assertThat(text(english))
                    .contains("First the life signs")
                    .containsPattern("As of 22.November.2026, 12:00:00.UTC")
                    .containsSubsequence("Lane two", "Lane one");
            assertThat(text(english)).containsSubsequence("data-state=\"no-signal\"", "NO SIGNAL", "OUT OF USE");
            assertThat(english.headers()).containsEntry("Refresh", "5").containsEntry("Cache-Control", "no-store");
            assertThat(text(get(site, "/voies")))
                    .contains("D’abord les signes de vie")
                    .containsPattern("État au 22.novembre.2026, 12:00:00.UTC")
                    .containsSubsequence("Voie two", "AUCUN SIGNAL", "Voie one", "HORS SERVICE");
        }
    }

    @Test
    void the_demonstration_is_named_and_not_woken() {
        try (Chronicle chronicle = Given.chronicle(folder.resolve("record"));
                Lanes lanes = Lanes.demonstration(Given.CLOCK)) {
            Reply list = get(new Site(chronicle, Given.CLOCK, lanes), "/lanes");
            assertThat(text(list)).contains("Demonstration lane").doesNotContain("NO SIGNAL");
            assertThat(list.headers()).doesNotContainKey("Refresh");
        }
    }
}
