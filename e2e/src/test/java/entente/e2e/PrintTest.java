package entente.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @CsvSource({
        "/calais-2014/agreement@2016-03-31, 31 March 2016, Clause 14",
        "/calais-2014/accord@2016-03-31, 31 mars 2016, Clause 14",
        "/calais-2014/agreement, As known today, Clause 14",
        "/calais-2014/agreement/2@2016-03-31, 31 March 2016, Clause 2"
    })
    void a_page_prints_tagged_and_says_as_of_when(String path, String date, String last)
            throws IOException, InterruptedException {
        for (String tool : new String[] {"/usr/bin/pdfinfo", "/usr/bin/pdftotext"}) {
            assumeTrue(
                    Files.isExecutable(Path.of(tool)),
                    tool + " is not installed, so the print was not read. Install it: apt-get install poppler-utils");
        }
        Path file = Path.of("target/print" + path.replaceAll("[/@]", "-") + ".pdf");
        try (Reader reader = chromium.reader("en")) {
            reader.open(path);
            reader.page.pdf(new Page.PdfOptions()
                    .setPath(file)
                    .setTagged(true)
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true));
        }
        assertThat(output("/usr/bin/pdfinfo", file.toString()))
                .containsPattern("Tagged:\\s+yes")
                .containsPattern("Page size:.*A4");
        assertThat(output("/usr/bin/pdftotext", file.toString(), "-").replaceAll("\\s+", " "))
                .contains(date)
                .contains(last);
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }
}
