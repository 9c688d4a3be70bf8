package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ministers print.
@Visit
class PrintTest {
    private final Chromium chromium;

    PrintTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /calais-2014/agreement@2016-03-31      | As known on 31 March 2016                | Clause 14
            /calais-2014/accord@2016-03-31         | État connu au 31 mars 2016               | Clause 14
            /calais-2014/agreement                 | As known today,                          | Clause 14
            /calais-2014/agreement/2@2016-03-31    | As known on 31 March 2016                | Clause 2
            /calais-2014/accord/2@2016-03-31,c244  | État connu au 31 mars 2016               | Clause 2
            /agreements                            | As known today,                          | how to verify
            """)
    void a_page_prints_tagged_and_says_as_of_when(String path, String date, String last)
            throws IOException, InterruptedException {
        for (String tool : new String[] {"/usr/bin/pdfinfo", "/usr/bin/pdftotext"}) {
            assumeTrue(
                    Files.isExecutable(Path.of(tool)),
                    tool + " is not installed, so the print was not read. Install it: apt-get install poppler-utils");
        }
        Path file = Path.of("target/print" + path.replaceAll("[/@,]", "-") + ".pdf");
        String title;
        try (Reader reader = chromium.reader("en")) {
            reader.open(path);
            title = reader.heading();
            reader.page.pdf(new Page.PdfOptions()
                    .setPath(file)
                    .setTagged(true)
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true));
        }
        assertThat(output("/usr/bin/pdfinfo", file.toString()))
                .containsPattern("Tagged:\\s+yes")
                .containsPattern("Page size:.*A4");
        String[] sheets = output("/usr/bin/pdftotext", file.toString(), "-")
                .replaceAll("[ \\u00a0\\u202f\\n]+", " ")
                .split("\f", -1);
        assertThat(String.join(" ", sheets)).contains(last);
        int pages = sheets.length - 1;
        assertThat(pages).isPositive();
        for (int i = 0; i < pages; i++) {
            assertThat(sheets[i])
                    .as("sheet %d of %d", i + 1, pages)
                    .contains(title)
                    .contains(date)
                    .containsPattern("Checkpoint \\d|Point de contrôle \\d")
                    .containsPattern("\\b" + (i + 1) + " ?/ ?" + pages + "\\b");
        }
    }

    /// On paper no link can be followed: each has a number, and the number a note with the address.
    @ParameterizedTest
    @CsvSource({"/calais-2014/agreement/2, Notes", "/calais-2014/accord/2, Notes"})
    void links_are_numbered_on_paper_and_the_notes_stand_at_the_end(String path, String notes) {
        try (Reader reader = chromium.reader("en")) {
            reader.open(path);
            Locator list = reader.page.locator(".endnotes");
            assertThat(list.isVisible()).isFalse();
            assertThat(reader.page.locator("sup.en").first().isVisible()).isFalse();
            reader.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(list.isVisible()).isTrue();
            assertThat(reader.text(".endnotes h2")).isEqualTo(notes);
            int count = list.locator("li").count();
            assertThat(count).isGreaterThan(5);
            List<Integer> numbers = reader.page.locator("sup.en").allInnerTexts().stream()
                    .map(Integer::valueOf)
                    .distinct()
                    .toList();
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, count).boxed().toList());
            assertThat(list.locator("li").allInnerTexts()).anyMatch(note -> note.matches("(?s).*/r/\\d+.*"));
        }
    }

    static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }
}
