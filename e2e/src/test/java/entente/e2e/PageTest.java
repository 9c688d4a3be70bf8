package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds on every page: its shape, its weight, and that it stays quiet and leads nowhere wrong.
@Visit
class PageTest {
    private static final Pattern HREF = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");
    /// What moved after it was painted, and by how much; nothing where nothing moved by a pixel or more: on a screen of
    /// 320 by 700 that is a score of about 0.001.
    private static final String SHIFT = """
            () => new Promise(done => {
              const moved = [];
              const told = entry => entry.value + ' ' + entry.sources.map(source => [source.node?.nodeName, source.node?.className,
                  Math.round(source.previousRect.top), Math.round(source.currentRect.top)].join(' '));
              new PerformanceObserver(list => list.getEntries().filter(entry => entry.value >= 0.001)
                      .forEach(entry => moved.push(told(entry))))
                  .observe({type: 'layout-shift', buffered: true});
              requestAnimationFrame(() => setTimeout(() => done(moved.join('; ')), 100));
            })""";

    private final Chromium chromium;
    private final House house;

    PageTest(Chromium chromium, House house) {
        this.chromium = chromium;
        this.house = house;
    }

    static Stream<Place> places() {
        return Place.all().stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void is_whole_and_quiet_and_fits_a_phone(Place place) {
        try (Reader reader = chromium.reader(place.language())) {
            Page page = reader.page;
            page.setViewportSize(320, 700);
            place.openIn(reader);
            assertThat(reader.lang()).isEqualTo(place.language());
            assertThat(page.locator("h1").count()).isEqualTo(1);
            assertThat(page.locator("main").count()).isEqualTo(1);
            assertThat(reader.title()).contains(reader.heading());
            if (place.past()) {
                assertThat(reader.title()).contains(place.dayInWords());
                assertThat(reader.text(".asof.then")).contains(place.dayInWords());
            }
            Object moved = page.evaluate(SHIFT);
            if (place.name().equals("lane") && !moved.equals("")) {
                // What the lane shows may have changed just then, but does not do so twice in a second.
                place.openIn(reader);
                moved = page.evaluate(SHIFT);
            }
            assertThat(moved).isEqualTo("");
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
            reader.complaints.removeIf(
                    line -> place.status() == 404 && line.contains("the server responded with a status of 404"));
            assertThat(reader.complaints).isEmpty();
            assertThat(reader.requests).hasSizeLessThanOrEqualTo(8).allMatch(url -> url.startsWith(house.address()));
            assertThat(page.locator("script").count()).isEqualTo(place.scripts());
        }
    }

    /// A new subject is tested like the others: its page is among the places, or the build says so.
    @Test
    void every_subject_has_a_place_where_it_is_tested() throws IOException {
        String subjects = Files.readString(Path.of("../node/src/main/java/entente/node/web/Subject.java"));
        Set<String> known = new TreeSet<>();
        Matcher subject =
                Pattern.compile("record (\\w+)\\(.*implements Subject").matcher(subjects);
        while (subject.find()) {
            known.add(subject.group(1));
        }
        assertThat(known).contains("Agreements", "Verify");
        assertThat(Place.all()).extracting(Place::subject).containsAll(known);
    }

    @Test
    void no_agreement_page_weighs_more_than_40_kilobytes_and_the_style_sheet_12() {
        TreeMap<Integer, String> sizes = new TreeMap<>();
        Place.AGREEMENTS.forEach(id -> {
            for (String path : List.of("/" + id + "/agreement", "/" + id + "/accord")) {
                sizes.put(house.bytesInGzip(path), path);
            }
        });
        Matcher sheet = Pattern.compile("/assets/[^\"]+")
                .matcher(house.get("/agreements").body());
        assertThat(sheet.find()).isTrue();
        int css = house.bytesInGzip(sheet.group());
        System.out.println("largest agreement page: " + sizes.lastEntry() + " bytes gzip; style sheet: " + css);
        assertThat(sizes.lastKey()).isLessThanOrEqualTo(40 * 1024);
        assertThat(css).isLessThanOrEqualTo(12 * 1024);
    }

    @Test
    void every_link_within_the_site_leads_to_a_page() {
        Deque<String> ahead = new ArrayDeque<>(List.of("/", "/agreements", "/accords"));
        Set<String> met = new TreeSet<>(ahead);
        // The statement on accessibility names every page that was looked at, with one that is not there on purpose.
        places().filter(place -> place.status() != 200).map(Place::path).forEach(met::add);
        Set<String> broken = new TreeSet<>();
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            var reply = house.get(path);
            if (reply.statusCode() != 200) {
                broken.add(reply.statusCode() + " " + path);
            }
            if (reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                HREF.matcher(reply.body())
                        .results()
                        .map(found -> found.group(1))
                        .forEach(link -> {
                            if (followed(link) && met.add(link)) {
                                ahead.add(link);
                            }
                        });
            }
        }
        System.out.println("addresses linked to and checked: " + met.size());
        assertThat(broken).isEmpty();
        assertThat(met).hasSizeGreaterThan(500);
    }

    /// One day of the past stands for all of them, and the receipts of figures are asked for as of today alone: they
    /// would be many thousand.
    private static boolean followed(String link) {
        boolean past = link.contains("@");
        boolean receipt = link.contains("/figures/") || link.contains("/chiffres/");
        return !past || !receipt && link.contains("@" + Place.DAY);
    }

    @Test
    void every_link_into_a_page_finds_its_mark() {
        Pattern marked = Pattern.compile("href=\"(/[^\"#]*)#([^\"]+)\"");
        Set<String> broken = new TreeSet<>();
        for (String path : List.of("/agreements", "/accords", "/calais-2014/agreement/2", "/calais-2014/accord/2")) {
            marked.matcher(house.get(path).body()).results().forEach(link -> {
                if (!house.get(link.group(1)).body().contains("id=\"" + link.group(2) + "\"")) {
                    broken.add(path + " -> " + link.group(1) + "#" + link.group(2));
                }
            });
        }
        assertThat(broken).isEmpty();
    }
}
