package entente.node.export;

import entente.terms.Language;
import entente.terms.Words;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A feed of what is new (RFC 4287), in one language.
public final class Atom {
    public static final String TYPE = "application/atom+xml; charset=utf-8";

    private static final String SPACE = "http://www.w3.org/2005/Atom";

    private Atom() {}

    /// A feed. `id` is an address of no place that never changes (`urn:uuid:...`), `self` the full address of the feed
    /// in each language, `page` that of the page that it follows. `updated` is when the record last changed, also
    /// where no item is left to show it.
    public record Feed(String id, Words title, Words self, Words page, Instant updated, List<Item> items) {
        public Feed {
            items = List.copyOf(items);
            Instant newest =
                    items.stream().map(Item::updated).max(Instant::compareTo).orElse(updated);
            updated = newest.isAfter(updated) ? newest : updated;
        }
    }

    /// One thing that is new. `updated` is when the record took it in.
    public record Item(String id, Words title, Instant updated, Words link, Words summary) {}

    public static byte[] write(Feed feed, Language language) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(SPACE);
            xml.writeAttribute("xml:lang", language.code());
            field(xml, "id", feed.id());
            field(xml, "title", feed.title().in(language));
            field(xml, "updated", feed.updated().toString());
            link(xml, "self", feed.self(), language, "application/atom+xml");
            link(xml, "alternate", feed.page(), language, "text/html");
            link(xml, "alternate", feed.page(), language.other(), "text/html");
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", "license");
            xml.writeAttribute("href", Provenance.LICENCE_ADDRESS);
            field(xml, "rights", Provenance.licence(language));
            xml.writeStartElement("author");
            field(xml, "name", "Entente");
            xml.writeEndElement();
            for (Item item : feed.items()) {
                xml.writeStartElement("entry");
                field(xml, "id", item.id());
                field(xml, "title", item.title().in(language));
                field(xml, "updated", item.updated().toString());
                link(xml, "alternate", item.link(), language, "text/html");
                field(xml, "summary", item.summary().in(language));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a feed is written to memory", impossible);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void field(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, Words address, Language language, String type)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("hreflang", language.code());
        xml.writeAttribute("href", address.in(language));
    }
}
