package entente.node.export;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.export.Atom.Feed;
import entente.node.export.Atom.Item;
import entente.terms.Language;
import entente.terms.Words;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class AtomTest {
    private static final String SPACE = "http://www.w3.org/2005/Atom";
    private static final Instant FIRST = Instant.parse("2026-11-22T10:20:30Z");
    private static final Instant LAST = Instant.parse("2026-11-23T01:02:03.004Z");

    private static Feed feed() {
        return new Feed(
                "urn:uuid:00000000-0000-8000-8000-000000000001",
                new Words("New on an invented page", "Nouveautés d’une page inventée"),
                new Words("https://example.org/agreements.atom", "https://example.org/accords.atom"),
                new Words("https://example.org/agreements", "https://example.org/accords"),
                FIRST,
                List.of(item(1, "Plain", LAST), item(2, "<b>&amp; \"quoted\" ]]> é €", FIRST)));
    }

    private static Item item(int n, String title, Instant updated) {
        return new Item(
                "urn:uuid:00000000-0000-8000-8000-00000000010" + n,
                Words.same(title),
                updated,
                new Words("https://example.org/log/" + n + "?a=1&b=2", "https://example.org/registre/" + n),
                Words.same("What entry " + n + " says."));
    }

    private static Document read(Language language) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(Atom.write(feed(), language)));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && SPACE.equals(element.getNamespaceURI())
                    && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String one(Element parent, String name) {
        List<Element> found = children(parent, name);
        assertThat(found).as(name).hasSize(1);
        return found.getFirst().getTextContent();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_feed_has_what_rfc_4287_demands(Language language) throws Exception {
        Element feed = read(language).getDocumentElement();
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo(language.code());
        assertThat(URI.create(one(feed, "id")).isAbsolute()).isTrue();
        assertThat(one(feed, "title")).isEqualTo(feed().title().in(language));
        assertThat(OffsetDateTime.parse(one(feed, "updated")).toInstant()).isEqualTo(LAST);
        assertThat(one(children(feed, "author").getFirst(), "name")).isEqualTo("Entente");
        assertThat(one(feed, "rights")).isEqualTo(Provenance.licence(language));
        List<String> relations = children(feed, "link").stream()
                .map(link -> link.getAttribute("rel"))
                .toList();
        assertThat(relations).containsExactly("self", "alternate", "alternate", "license");
        assertThat(children(feed, "link"))
                .allSatisfy(
                        link -> assertThat(URI.create(link.getAttribute("href")).isAbsolute())
                                .isTrue());
        // No two alternates of the same type and language.
        assertThat(children(feed, "link").stream()
                        .filter(link -> link.getAttribute("rel").equals("alternate"))
                        .map(link -> link.getAttribute("hreflang")))
                .containsExactlyInAnyOrder("en", "fr");
        assertThat(children(feed, "entry")).hasSize(2).allSatisfy(entry -> {
            assertThat(URI.create(one(entry, "id")).isAbsolute()).isTrue();
            assertThat(one(entry, "summary")).isNotBlank();
            assertThat(OffsetDateTime.parse(one(entry, "updated"))).isNotNull();
            assertThat(children(entry, "link")).hasSize(1);
        });
        assertThat(children(feed, "entry").stream().map(entry -> one(entry, "id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_sign_of_a_title_is_markup() throws Exception {
        Element feed = read(Language.ENGLISH).getDocumentElement();
        assertThat(one(children(feed, "entry").get(1), "title")).isEqualTo("<b>&amp; \"quoted\" ]]> é €");
        assertThat(children(children(feed, "entry").get(1), "link").getFirst().getAttribute("href"))
                .isEqualTo("https://example.org/log/2?a=1&b=2");
    }

    @Test
    void an_empty_feed_still_says_when_the_record_last_changed() {
        Feed empty = new Feed(
                "urn:uuid:00000000-0000-8000-8000-000000000001",
                Words.same("Nothing"),
                Words.same("https://example.org/a.atom"),
                Words.same("https://example.org/a"),
                LAST,
                List.of());
        assertThat(new String(Atom.write(empty, Language.ENGLISH), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<updated>2026-11-23T01:02:03.004Z</updated>")
                .doesNotContain("<entry>");
    }
}
