package entente.node.export;

import static org.assertj.core.api.Assertions.assertThat;

import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.terms.Digest;
import entente.terms.Language;
import entente.terms.Words;
import entente.testkit.Trials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTest {
    private static byte[] written(Language language, Table... tables) {
        return Xlsx.write(List.of(tables), Samples.FROM, language);
    }

    /// By their number from 0; the reader leaves out rows that hold nothing.
    private static Map<Integer, Row> rows(byte[] file, int sheet) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Sheet found = book.getSheet(sheet).orElseThrow();
            return found.read().stream().collect(Collectors.toMap(row -> row.getRowNum() - 1, row -> row));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static Row row(Map<Integer, Row> rows, int number) {
        return Objects.requireNonNull(rows.get(number), () -> "no row " + number);
    }

    private static String part(byte[] file, String name, Path folder) throws IOException {
        Path book = Files.write(folder.resolve("book.xlsx"), file);
        try (ZipFile zip = new ZipFile(book.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            assertThat(entry).as(name).isNotNull();
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void cells_keep_their_types() {
        Map<Integer, Row> rows = rows(written(Language.ENGLISH, Samples.table()), 0);
        Row first = row(rows, 1);
        assertThat(row(rows, 0).getCellText(2)).isEqualTo("Paid");
        assertThat(first.getCell(0).getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.getCellAsNumber(2)).hasValue(new BigDecimal("741841.95"));
        assertThat(first.getCellText(3)).isEqualTo("EUR");
        assertThat(first.getCellText(4)).isEqualTo("2014-04/2015-03");
        assertThat(first.getCellAsDate(5).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2014, 4, 1));
        assertThat(row(rows, 2).getCellText(1)).isEqualTo("=1+1");
        assertThat(row(rows, 2).getCell(1).getType()).isEqualTo(CellType.STRING);
        assertThat(row(rows, 2).getCellAsNumber(2)).hasValue(new BigDecimal("-12000000"));
    }

    @Test
    void the_last_sheet_says_where_it_is_from_and_what_the_columns_mean() {
        String about = String.join(
                "\n",
                rows(written(Language.FRENCH, Samples.table()), 1).values().stream()
                        .map(row -> row.getCellText(0) + "|" + row.getCellText(1))
                        .toList());
        assertThat(about)
                .contains(
                        "À citer ainsi|" + Samples.FROM.citation().fr(),
                        "Licence|" + Provenance.licence(Language.FRENCH),
                        "Connu au|2016-03-31",
                        "Point de contrôle|42",
                        Samples.FROM.root().base64(),
                        "Versé (devise)|Code de la devise (ISO 4217).");
    }

    @Test
    void the_heading_stays_in_sight(@TempDir Path folder) throws IOException {
        assertThat(part(written(Language.ENGLISH, Samples.table()), "xl/worksheets/sheet1.xml", folder))
                .contains("<pane", "ySplit=\"1\"", "state=\"frozen\"", "<autoFilter");
        assertThat(part(written(Language.ENGLISH, Samples.table()), "docProps/core.xml", folder))
                .contains(">2026-11-22T10:20:30Z<", "checkpoint 42, https://example.org/agreements@c42");
    }

    @Test
    void the_same_tables_give_the_same_bytes_at_another_time() throws InterruptedException {
        byte[] first = written(Language.ENGLISH, Samples.table());
        // The clock of zip files counts in steps of two seconds.
        Thread.sleep(2_100);
        assertThat(Digest.sha256(written(Language.ENGLISH, Samples.table()))).isEqualTo(Digest.sha256(first));
    }

    @Test
    void sheets_have_names_that_a_spreadsheet_takes() {
        Column column = new Column("n", Words.same("N"), Kind.NUMBER, Words.same("N."));
        Table odd = new Table(
                "odd",
                Words.same("What: [was] paid / promised, in all of the years of the agreement?"),
                List.of(column),
                List.of());
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(written(Language.ENGLISH, odd, odd, odd)))) {
            List<String> names = book.getSheets().map(Sheet::getName).toList();
            assertThat(names)
                    .hasSize(4)
                    .doesNotHaveDuplicates()
                    .allSatisfy(name ->
                            assertThat(name).hasSizeLessThanOrEqualTo(31).doesNotMatch(".*[\\[\\]:*?/].*"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Test
    void what_a_spreadsheet_cannot_hold_as_a_number_or_a_day_stands_as_text() {
        Column number = new Column("n", Words.same("N"), Kind.NUMBER, Words.same("N."));
        Column day = new Column("d", Words.same("D"), Kind.DATE, Words.same("D."));
        Table table = new Table(
                "t",
                Words.same("T"),
                List.of(number, day),
                List.of(List.of(
                        Cell.number(new BigDecimal("1234567890123456.78")), Cell.day(LocalDate.of(1900, 2, 28)))));
        Row row = row(rows(written(Language.ENGLISH, table), 0), 1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellText(0)).isEqualTo("1234567890123456.78");
        assertThat(row.getCellText(1)).isEqualTo("1900-02-28");
    }

    @Test
    void whatever_is_written_is_read_again() {
        Trials.check(60, random -> {
            Table table = Samples.random(random);
            Table flat = table.flat();
            Map<Integer, Row> rows = rows(written(Language.ENGLISH, table), 0);
            for (int r = 0; r < flat.rows().size(); r++) {
                for (int c = 0; c < flat.columns().size(); c++) {
                    Cell cell = flat.rows().get(r).get(c);
                    if (cell instanceof Cell.Text(Words words)) {
                        assertThat(row(rows, r + 1)
                                        .getCellText(c)
                                        .replace("\r\n", "\n")
                                        .replace('\r', '\n'))
                                .isEqualTo(words.en().replace("\r\n", "\n").replace('\r', '\n'));
                    }
                    if (cell instanceof Cell.Amount(BigDecimal value) && value.precision() <= 15) {
                        assertThat(row(rows, r + 1).getCellAsNumber(c).orElseThrow())
                                .isEqualByComparingTo(value);
                    }
                }
            }
        });
    }
}
