package entente.node.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.terms.Digest;
import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-22T10:20:30Z");

    private static String page(String lang, String title, String body) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + lang + "\"><head><title>" + title + "</title>"
                + "<meta name=\"description\" content=\"A page\"/>"
                + "<style>@page{size:A4} body{font-family:\"Liberation Sans\"} h1{font-family:\"Liberation Serif\"}"
                + "</style></head><body>" + body + "</body></html>";
    }

    @Test
    void a_page_is_tagged_and_says_its_language_and_title() throws IOException {
        byte[] file = Pdf.of(
                page(
                        "fr",
                        "Accord d’essai",
                        "<h1>Accord d’essai</h1><p>12\u202F000\u202F000\u00A0£ «\u00A0été\u00A0»</p>"),
                WRITTEN);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Accord d’essai");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid:part>1<");
            PDRectangle paper = document.getPage(0).getMediaBox();
            assertThat(paper.getWidth())
                    .isCloseTo(PDRectangle.A4.getWidth(), org.assertj.core.api.Assertions.within(1f));
            assertThat(paper.getHeight())
                    .isCloseTo(PDRectangle.A4.getHeight(), org.assertj.core.api.Assertions.within(1f));
            assertThat(new PDFTextStripper().getText(document))
                    .contains("12\u202F000\u202F000\u00A0£ «\u00A0été\u00A0»");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @Test
    void the_same_page_gives_the_same_bytes_at_another_time() throws InterruptedException {
        String page = page("en", "An agreement", "<h1>An agreement</h1><p>Text.</p>");
        byte[] first = Pdf.of(page, WRITTEN);
        Thread.sleep(1_100);
        assertThat(Digest.sha256(Pdf.of(page, WRITTEN))).isEqualTo(Digest.sha256(first));
    }

    @Test
    void nothing_is_fetched() {
        String page = page("en", "T", "<p><img src=\"http://127.0.0.1:1/x.png\" alt=\"x\"/>Text</p>");
        assertThat(Pdf.of(page, WRITTEN)).isNotEmpty();
    }

    @Test
    void what_is_no_xml_and_what_brings_entities_is_refused() {
        assertThatThrownBy(() -> Pdf.of("<p>", WRITTEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pdf.of("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///\">]><html>&x;</html>", WRITTEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DOCTYPE");
    }
}
