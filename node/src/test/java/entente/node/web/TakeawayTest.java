package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.node.Chronicle;
import entente.node.Given;
import entente.node.export.Provenance;
import entente.terms.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What readers take away from the pages of the shipped record.
class TakeawayTest {
    @TempDir
    static Path folder;

    private static Chronicle chronicle;
    private static Site site;

    @BeforeAll
    static void open() {
        chronicle = Given.chronicle(folder);
        site = new Site(chronicle, Given.CLOCK);
    }

    @AfterAll
    static void close() {
        chronicle.close();
    }

    private static Reply get(String path) {
        return site.answer(new Request(path, Map.of(), "en", "text/html", "https://record.example"));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static Reply there(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply;
    }

    private static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>(List.of(
                new Subject.Agreements(),
                new Subject.Money(null),
                new Subject.Figures(null),
                new Subject.Promises(null),
                new Subject.Timeline(null),
                new Subject.Chart(null),
                new Subject.Find(),
                new Subject.Data(null),
                new Subject.Data("facts"),
                new Subject.Accessibility(),
                new Subject.Verify(),
                new Subject.Glossary(),
                new Subject.OneEntry("calais-2014", 3)));
        for (Agreement agreement : chronicle.snapshot().register().agreements()) {
            subjects.add(new Subject.OneAgreement(agreement.id()));
            subjects.add(new Subject.OneClause(agreement.id(), 1));
            subjects.add(new Subject.Money(agreement.id()));
            subjects.add(new Subject.Figures(agreement.id()));
            subjects.add(new Subject.Timeline(agreement.id()));
        }
        return subjects;
    }

    @Test
    void a_page_has_the_forms_that_it_offers_and_no_others() {
        for (Subject subject : subjects()) {
            Links links = new Links(Language.ENGLISH, When.NOW);
            if (get(links.to(subject)).status() != 200) {
                continue;
            }
            for (Format form : Format.values()) {
                if (form == Format.HTML || form == Format.PRINT) {
                    continue;
                }
                Reply reply = get(links.to(subject, form));
                assertThat(reply.status())
                        .as(links.to(subject, form))
                        .isEqualTo(subject.forms().contains(form) ? 200 : 404);
                if (reply.status() == 200) {
                    assertThat(reply.type()).isEqualTo(form.media());
                    assertThat(reply.body()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void the_page_names_its_forms_and_says_how_to_cite_it_in_both_languages() {
        String page = text(there("/calais-2014/accord/2@2016-03-31"));
        long size = chronicle.snapshot().size();
        assertThat(page)
                .contains(
                        "href=\"/calais-2014/accord/2@2016-03-31.csv\"",
                        "href=\"/calais-2014/accord/2@2016-03-31.xlsx\"",
                        "https://record.example/calais-2014/accord/2@2016-03-31,c" + size,
                        "https://record.example/calais-2014/agreement/2@2016-03-31,c" + size,
                        "tel que connu au 31\u00A0mars\u00A02016",
                        "as known on 31\u00A0March\u00A02016",
                        chronicle.snapshot().root().base64());
        assertThat(text(there("/calais-2014/agreement")))
                .contains("https://record.example/calais-2014/agreement@c" + size)
                .contains("type=\"application/atom+xml\" href=\"/calais-2014/agreement.atom\"");
        assertThat(text(there("/standings"))).doesNotContain("class=\"take\"");
    }

    @Test
    void what_is_cited_is_there_and_stays() {
        String page = text(there("/sandhurst-2018/agreement@2020-01-01"));
        var cited = Pattern.compile("https://record.example(/[^<\\s]+)").matcher(page);
        List<String> addresses = new ArrayList<>();
        while (cited.find()) {
            if (cited.group(1).matches(".*[@,]c\\d+")) {
                addresses.add(cited.group(1));
            }
        }
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(2);
        for (String address : addresses) {
            assertThat(there(address).headers()).containsEntry("Cache-Control", Reply.FOREVER);
        }
    }

    @Test
    void a_table_comes_in_the_dialect_of_its_language_with_its_date_and_checkpoint_in_its_name() {
        Reply english = there("/calais-2014/agreement@2018-01-01.csv");
        Reply french = there("/calais-2014/accord@2018-01-01.csv");
        long size = chronicle.snapshot().size();
        assertThat(text(english)).startsWith("\uFEFFAgreement,Clause,Commitment,");
        assertThat(text(french)).startsWith("\uFEFFAccord;Clause;Engagement;");
        assertThat(text(english).lines().count())
                .isEqualTo(text(french).lines().count())
                .isGreaterThan(9);
        assertThat(english.headers())
                .containsEntry(
                        "Content-Disposition",
                        "attachment; filename=\"entente-calais-2014-agreement-2018-01-01-c" + size + ".csv\"")
                .containsEntry("Link", "<" + Provenance.LICENCE_ADDRESS + ">; rel=\"license\"");
        assertThat(text(english)).contains("calais-2014/c02-fund/");
        // Every row ends with where it is from.
        assertThat(text(french).strip().lines().skip(1))
                .allSatisfy(line -> assertThat(line).contains("2018-01-01;" + size + ";"));
    }

    @Test
    void a_workbook_holds_every_table_of_the_record() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(there("/agreements.xlsx").body()))) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .containsExactly("Agreements", "Commitments", "Money by stage", "Facts", "Figures", "About");
            assertThat(book.getSheet(0).orElseThrow().read()).hasSize(13);
            assertThat(book.getSheet(1).orElseThrow().read()).hasSize(100);
            assertThat(book.getSheet(3).orElseThrow().read())
                    .hasSize((int) chronicle
                                    .snapshot()
                                    .register()
                                    .facts(Given.TODAY)
                                    .count()
                            + 1);
        }
    }

    @Test
    void the_same_address_at_a_checkpoint_gives_the_same_bytes() {
        long size = chronicle.snapshot().size();
        for (String form : List.of(".csv", ".xlsx", ".pdf", ".atom")) {
            String address = "/calais-2014/accord@2018-01-01,c" + size + form;
            Reply first = there(address);
            assertThat(entente.terms.Digest.sha256(there(address).body()))
                    .isEqualTo(entente.terms.Digest.sha256(first.body()));
            assertThat(first.headers()).containsEntry("Cache-Control", Reply.FOREVER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement", "accord"})
    void the_briefing_of_every_agreement_is_one_tagged_page(String word) throws IOException {
        for (Agreement agreement : chronicle.snapshot().register().agreements()) {
            Reply reply = there("/" + agreement.id() + "/" + word + ".pdf");
            try (PDDocument document = Loader.loadPDF(reply.body())) {
                Language language = word.equals("accord") ? Language.FRENCH : Language.ENGLISH;
                String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                assertThat(document.getNumberOfPages())
                        .as(agreement.id() + " " + word)
                        .isEqualTo(1);
                assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                        .isTrue();
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
                assertThat(document.getDocumentInformation().getTitle())
                        .startsWith(agreement.title().in(language));
                assertThat(text.replace("\u00A0", " "))
                        .contains(word.equals("accord") ? "22 novembre 2026" : "22 November 2026")
                        .contains(chronicle.snapshot().root().base64());
                // A sign that the faces lack is drawn as this one.
                assertThat(text).doesNotContain("#");
            }
        }
    }

    @Test
    void the_briefing_counts_what_the_page_counts() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(there("/sandhurst-2018/agreement.pdf").body())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            String page = text(there("/sandhurst-2018/agreement"));
            var tally = Pattern.compile(
                            "<b>(\\d+)</b>(?:<span class=\"unseen\">[^<]*</span></a>)?(?:<sup class=\"en\">\\d+</sup>)? <span class=\"chip [a-z-]+\"><svg.*?</svg>([^<]+)<")
                    .matcher(page);
            int found = 0;
            while (tally.find()) {
                assertThat(text).containsPattern(tally.group(1) + "\\s+\\S+[\\s\\u00A0]+" + tally.group(2));
                found++;
            }
            assertThat(found).isPositive();
        }
    }

    @Test
    void a_feed_follows_what_the_record_takes_in() throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var clause = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        there("/calais-2014/agreement/2.atom").body()));
        var all = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(there("/accords.atom").body()));
        assertThat(clause.getElementsByTagName("entry").getLength()).isPositive();
        assertThat(all.getElementsByTagName("entry").getLength()).isEqualTo(40);
        String french = text(there("/calais-2014/accord/2.atom"));
        assertThat(french).contains("xml:lang=\"fr\"", "https://record.example/calais-2014/registre/", "urn:uuid:");
        // The names do not depend on the language or the host.
        var id = Pattern.compile("<id>([^<]+)</id>");
        assertThat(id.matcher(french).results().map(one -> one.group(1)).toList())
                .isEqualTo(id.matcher(text(there("/calais-2014/agreement/2.atom")))
                        .results()
                        .map(one -> one.group(1))
                        .toList());
    }

    @Test
    void a_clause_can_stand_inside_another_page_without_a_script() {
        for (Agreement agreement : chronicle.snapshot().register().agreements()) {
            for (int number = 1; number <= agreement.clauses().size(); number++) {
                Reply reply = there("/" + agreement.id() + "/accord/" + number + ".embed");
                assertThat(reply.body().length)
                        .as(agreement.id() + " " + number)
                        .isLessThanOrEqualTo(3 * 1024);
                assertThat(text(reply)).doesNotContain("<script", " style=").contains("lang=\"fr\"");
                assertThat(reply.headers().get("Content-Security-Policy"))
                        .contains("default-src 'none'", "frame-ancestors *");
            }
        }
        assertThat(there("/calais-2014/accord/2").headers()).doesNotContainKey("Content-Security-Policy");
    }
}
