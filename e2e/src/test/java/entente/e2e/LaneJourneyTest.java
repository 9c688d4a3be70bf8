package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An officer at the demonstration lane of a node of their own, which they may stop.
@Visit
class LaneJourneyTest {
    private static final double PATIENCE_MILLIS = 180_000;

    private final Chromium chromium;

    LaneJourneyTest(Chromium chromium) {
        this.chromium = chromium;
    }

    private static void awaitState(Reader reader, String state) {
        reader.page.waitForSelector(
                ".lane[data-state=" + state + "]", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static String attribute(Reader reader, String name) {
        return String.valueOf(reader.page.locator(".lane").getAttribute(name));
    }

    private static void picture(Reader reader, String name) {
        if (Boolean.getBoolean("pictures")) {
            AccessibilityTest.faults(reader.page, "lane-" + name);
            reader.page.setViewportSize(1280, 900);
        }
    }

    @Test
    void the_three_outcomes_are_told_apart_and_an_alarm_outlasts_its_sound() throws IOException {
        try (House house = new House("../agreements", "lane.log");
                Reader reader = chromium.reader(house, "en", true)) {
            reader.open("/lane/demonstration");
            assertThat(house.get("/lane/demonstration").body()).contains("data-state=\"no-signal\"");
            assertThat(reader.text(".sound")).startsWith("Sound: off");
            assertThat(reader.text(".simulated")).isEqualTo("demonstration: simulated");
            awaitState(reader, "idle");
            reader.page.locator("[data-deed=sound]").focus();
            reader.page.keyboard().press("Enter");
            reader.page.waitForSelector(".lane:not(.mute) [data-part=heard]:text('Sound: on')");
            awaitState(reader, "screening");
            assertThat(reader.text(".big")).startsWith("SCREENING");
            awaitState(reader, "clear");
            assertThat(reader.text(".big")).matches("(?s)NONE FOUND\\s+down to [\\d.]+ N");
            assertThat(reader.text(".played")).isEqualTo("What is played: an empty vehicle.");
            assertThat(reader.text(".invented")).contains("No real recording is in it");
            assertThat(reader.text("[role=alert]")).startsWith("NONE FOUND down to");
            assertThat(reader.page.title()).startsWith("NONE FOUND");
            assertThat(attribute(reader, "data-sounding")).isEmpty();
            assertThat(reader.page.locator(".traces canvas").count()).isEqualTo(5);
            assertThat(reader.page.locator(".traces").getAttribute("aria-hidden"))
                    .isEqualTo("true");
            picture(reader, "clear");
            awaitState(reader, "alarm");
            assertThat(reader.text(".big")).startsWith("LIFE SIGNS");
            assertThat(attribute(reader, "data-sounding")).isEqualTo("alarm");
            assertThat(reader.text("[data-part=danger-first]")).matches("Danger in [\\d\u00A0hmin ]+ at worst");
            assertThat(reader.text("[role=alert]")).startsWith("LIFE SIGNS").contains("Danger in ");
            reader.page.locator(".danger summary").focus();
            reader.page.keyboard().press("Enter");
            assertThat(reader.text("[data-part=basis]"))
                    .contains("refrigerated trailer")
                    .contains("no time that may be waited for");
            assertThat(reader.page.locator("[data-part=readings] li").count()).isEqualTo(2);
            picture(reader, "alarm");
            reader.page.locator("[data-deed=acknowledge] button").focus();
            reader.page.keyboard().press("Enter");
            awaitState(reader, "acknowledged");
            assertThat(reader.text(".big")).startsWith("LIFE SIGNS");
            reader.page.waitForSelector(".lane[data-sounding='']");
            reader.page.locator("[data-deed=explain] select").selectOption("animal");
            reader.page.locator("[data-deed=explain] button").focus();
            reader.page.keyboard().press("Enter");
            reader.page.waitForSelector("[data-part=said]:text('an animal')");
            reader.page.keyboard().press("Tab");
            assertThat(reader.page.evaluate("() => document.activeElement.textContent"))
                    .as("the keyboard goes on in the lane where the form has gone")
                    .isEqualTo("Acknowledge");
            picture(reader, "acknowledged");
            awaitState(reader, "fault");
            assertThat(reader.text(".big")).startsWith("CANNOT TELL");
            assertThat(reader.page.locator("[data-part=why] li").count()).isPositive();
            assertThat(reader.text("[role=alert]"))
                    .contains(reader.text("[data-part=why] li").substring(0, 20));
            picture(reader, "fault");
            assertThat(reader.page.locator("[data-part=last] tr").count()).isEqualTo(2);
            reader.complaints.removeIf(line -> line.contains("status of 303"));
            assertThat(reader.complaints).isEmpty();
        }
    }

    /// The node is stopped where it stands: its connections stay open and nothing comes. Then it dies.
    @Test
    void what_is_heard_no_more_is_late_and_then_no_signal_and_is_never_shown_as_clear()
            throws IOException, InterruptedException {
        try (House house = new House("../agreements", "lane-silent.log");
                Reader reader = chromium.reader(house, "fr", true)) {
            reader.open("/voie/demonstration");
            awaitState(reader, "clear");
            reader.page.evaluate("""
                    () => {
                      window.shown = [];
                      new MutationObserver(() => window.shown.push(document.querySelector('.lane').dataset.state))
                          .observe(document.querySelector('.lane'), {attributeFilter: ['data-state']});
                    }""");
            house.freeze(true);
            try {
                awaitState(reader, "stale");
                assertThat(reader.text("[data-part=word]")).isEqualTo("EN RETARD");
                awaitState(reader, "no-signal");
                assertThat(reader.text("[data-part=word]")).isEqualTo("AUCUN SIGNAL");
                assertThat(reader.text("[data-part=said]")).isEqualTo("À considérer comme non contrôlé.");
                assertThat(reader.text("[role=alert]")).startsWith("AUCUN SIGNAL");
                assertThat(attribute(reader, "data-sounding")).isEqualTo("no-signal");
                assertThat(reader.page.evaluate("() => window.shown.join(' ')")).isEqualTo("stale no-signal");
                picture(reader, "no-signal");
                reader.page.locator("[data-deed=acknowledge] button").click();
                reader.page.waitForSelector(".lane[data-sounding='']");
                assertThat(attribute(reader, "data-state")).isEqualTo("no-signal");
            } finally {
                house.freeze(false);
            }
            house.kill();
            reader.page.waitForTimeout(3_000);
            assertThat(attribute(reader, "data-state")).isEqualTo("no-signal");
        }
    }

    @Test
    void without_script_a_slower_page_says_so_and_asks_anew() throws IOException {
        try (House house = new House("../agreements", "lane-slow.log");
                Reader reader = chromium.reader(house, "en", false)) {
            reader.open("/lane/demonstration");
            assertThat(reader.text("[data-part=word]")).isEqualTo("NO SIGNAL");
            reader.link("The slower one works without").click();
            assertThat(house.get("/lane/demonstration/now").headers().firstValue("Refresh"))
                    .contains("5");
            assertThat(reader.text(".slower")).contains("slower").contains("without script");
            awaitState(reader, "alarm");
            assertThat(reader.text("[data-part=danger-first]")).startsWith("Danger in ");
            reader.page.locator("[data-deed=acknowledge] button").click();
            awaitState(reader, "acknowledged");
            assertThat(reader.place()).isEqualTo("/lane/demonstration/now");
        }
    }

    @Test
    void nobody_is_kept_out_of_the_slower_page() throws IOException {
        try (House house = new House("../agreements", "lane-axe.log")) {
            for (String path : List.of("/lane/demonstration/now", "/voie/demonstration/maintenant")) {
                try (Reader reader = chromium.reader(house, "en", true)) {
                    // The page is looked at as it stands: it would be another one after five seconds.
                    reader.page.route("**" + path, LaneJourneyTest::withoutRefresh);
                    assertThat(reader.open(path)).isEqualTo(200);
                    assertThat(AccessibilityTest.faults(reader.page, "lane-now"))
                            .isEmpty();
                    assertThat(reader.page.locator("script").count()).isZero();
                }
            }
        }
    }

    private static void withoutRefresh(Route route) {
        var reply = route.fetch();
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.remove("refresh");
        route.fulfill(new Route.FulfillOptions().setResponse(reply).setHeaders(headers));
    }

    @Test
    void nobody_else_works_a_lane() throws IOException {
        try (House house = new House("../agreements", "lane-post.log")) {
            String lane = "/lane/demonstration";
            assertThat(house.post(lane, "do=acknowledge").statusCode()).isEqualTo(403);
            assertThat(house.post(lane, "do=acknowledge", "Origin", "http://elsewhere.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(house.post(lane, "do=acknowledge", "Origin", house.address(), "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(house.post(lane, "do=fly", "Origin", house.address()).statusCode())
                    .isEqualTo(400);
            assertThat(house.post(lane, "do=acknowledge", "Origin", house.address())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(house.post("/agreements", "do=acknowledge", "Origin", house.address())
                            .statusCode())
                    .isEqualTo(405);
        }
    }
}
