package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How every page is set, as a proof reader of each language would read it.
@Visit
class WrittenLanguageTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern LIKE = Pattern.compile("^/[a-z0-9-]+(?=/)|\\d+");
    private static final int ALIKE_MAX = 15;
    private static final Pattern ISO_DATE = Pattern.compile("(?<![\\w@/.-])\\d{4}-\\d{2}-\\d{2}(?![\\w-])");

    private static final Map<String, Pattern> FRENCH = Map.of(
            "straight apostrophe", Pattern.compile("\\p{L}'\\p{L}"),
            "plain space before a sign", Pattern.compile("[ \\n][:;!?»]"),
            "no space before a sign", Pattern.compile("[\\p{L}\\d)»][:;!?](?=\\s|$)"),
            "guillemet without its space", Pattern.compile("«(?![\\u00a0\\u202f])|(?<![\\u00a0\\u202f])»"),
            "pound sign of the library", Pattern.compile("£GB|GBP"),
            "date in figures", ISO_DATE);
    private static final Map<String, Pattern> ENGLISH = Map.of("date in figures", ISO_DATE);

    /// The text of a page, a line for each block, without what is code or in the other language; then its labels.
    private static final String READ = """
            html => {
              const page = new DOMParser().parseFromString(html, 'text/html');
              const language = page.documentElement.lang;
              page.querySelectorAll('pre, code, style, [lang]:not(html)').forEach(e => {
                if (!e.lang || e.lang !== language) e.replaceWith('\\u2026');
              });
              page.querySelectorAll('a[rel=noreferrer], cite, .endnotes').forEach(e => e.replaceWith('\\u2026'));
              const walk = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) walk.currentNode.data = walk.currentNode.data.replace(/[ \\t\\r\\n]+/g, ' ');
              page.querySelectorAll('title, p, li, dt, dd, h1, h2, h3, td, th, legend, label, summary, div, ul, br, .chip')
                  .forEach(e => { e.before('\\n'); e.after('\\n'); });
              const labels = [...page.querySelectorAll('[aria-label]')].map(e => e.getAttribute('aria-label'));
              return page.documentElement.textContent + '\\n' + labels.join('\\n');
            }""";

    private final Chromium chromium;
    private final House house;

    WrittenLanguageTest(Chromium chromium, House house) {
        this.chromium = chromium;
        this.house = house;
    }

    @Test
    void french_is_set_as_french() {
        assertThat(faults("fr", FRENCH, "/accords", "/calais-2014/accord@2016-03-31", "/calais-2014/accord/77"))
                .isEmpty();
    }

    @Test
    void english_writes_its_dates_in_words() {
        assertThat(faults("en", ENGLISH, "/agreements", "/calais-2014/agreement@2016-03-31"))
                .isEmpty();
    }

    private Set<String> faults(String language, Map<String, Pattern> rules, String... from) {
        Set<String> found = new TreeSet<>();
        try (Reader reader = chromium.reader(language)) {
            pages(language, from).forEach((path, html) -> {
                for (String line : text(reader.page, html).split("\n", -1)) {
                    rules.forEach((rule, pattern) -> {
                        Matcher matcher = pattern.matcher(line.strip());
                        if (matcher.find()) {
                            found.add(rule + ": " + line.strip() + "  (" + path.replaceAll("\\d+$", "N") + ")");
                        }
                    });
                }
            });
        }
        return found;
    }

    private static String text(Page page, String html) {
        return String.valueOf(page.evaluate(READ, html));
    }

    /// Every page of a language that can be reached; of pages alike but for agreement, number and day, the first few.
    private Map<String, String> pages(String language, String... from) {
        Deque<String> ahead = new ArrayDeque<>(List.of(from));
        Set<String> met = new TreeSet<>(ahead);
        Map<String, Integer> alike = new HashMap<>();
        Map<String, String> pages = new LinkedHashMap<>();
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            String html = house.get(path).body();
            if (html.contains("<html lang=\"" + language + "\">")) {
                pages.put(path, html);
                LINK.matcher(html)
                        .results()
                        .map(link -> link.group(1))
                        .filter(met::add)
                        .filter(link -> alike.merge(LIKE.matcher(link).replaceAll("#"), 1, Integer::sum) <= ALIKE_MAX)
                        .forEach(ahead::add);
            }
        }
        assertThat(pages).hasSizeGreaterThan(300);
        return pages;
    }
}
