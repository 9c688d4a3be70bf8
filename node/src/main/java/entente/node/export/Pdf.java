package entente.node.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// A page of XHTML as a tagged PDF (PDF/UA-1) on A4, with the Liberation faces embedded: `Liberation Serif` and
/// `Liberation Sans`, regular and bold, and the serif italic.
///
/// The title, the language and the description are those of the XHTML. The same text and time give the same bytes.
/// Nothing is ever fetched: an address in the text is only ever a link.
public final class Pdf {
    public static final String TYPE = "application/pdf";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /// `written` is the time that the file gives for its making.
    ///
    /// @throws IllegalArgumentException when the text is no well-formed XML
    public static byte[] of(String xhtml, Instant written) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.withProducer("Entente");
        builder.useUriResolver((base, address) -> null);
        builder.withW3cDocument(parsed(xhtml), "");
        face(builder, "Liberation Serif", "LiberationSerif-Regular", 400, FontStyle.NORMAL);
        face(builder, "Liberation Serif", "LiberationSerif-Bold", 700, FontStyle.NORMAL);
        face(builder, "Liberation Serif", "LiberationSerif-Italic", 400, FontStyle.ITALIC);
        face(builder, "Liberation Sans", "LiberationSans-Regular", 400, FontStyle.NORMAL);
        face(builder, "Liberation Sans", "LiberationSans-Bold", 700, FontStyle.NORMAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                var time = GregorianCalendar.from(written.atZone(ZoneOffset.UTC));
                document.getDocumentInformation().setCreationDate(time);
                document.setDocumentId(written.getEpochSecond());
                document.save(out);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return out.toByteArray();
    }

    private static void face(PdfRendererBuilder builder, String family, String file, int weight, FontStyle style) {
        builder.useFont(() -> font(file), family, weight, style, true);
    }

    private static InputStream font(String file) {
        InputStream in = Pdf.class.getResourceAsStream("/liberation/" + file + ".ttf");
        if (in == null) {
            throw new IllegalStateException("the build lacks the font " + file);
        }
        return in;
    }

    private static Document parsed(String xhtml) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xhtml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException("the page is no well-formed XML: " + broken.getMessage(), broken);
        }
    }
}
