package entente.node.export;

import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.terms.Language;
import entente.terms.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Tables as a workbook of Office Open XML: a sheet for each, with typed cells under a heading that stays in sight,
/// and a last sheet that says where they are from.
///
/// The same tables give the same bytes. A number of more digits than a spreadsheet can hold (15) stands as text.
public final class Xlsx {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// The longest name that a sheet may have.
    private static final int LONGEST_NAME = 31;

    private static final int DIGITS = 15;
    private static final int NARROWEST = 9;
    private static final int WIDEST = 60;
    private static final String HEADING_FILL = "E4EAF0";

    /// Before this day spreadsheets count a 29 February 1900 that never was.
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final Words ABOUT = new Words("About", "À propos");

    private Xlsx() {}

    public static byte[] write(List<Table> tables, Provenance from, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Entente", null)) {
            book.properties().setTitle(from.page().in(language));
            book.properties().setDescription(from.citation().in(language));
            Set<String> names = new HashSet<>(Set.of(ABOUT.in(language)));
            for (Table table : tables) {
                sheet(book.newWorksheet(name(table.title().in(language), names)), table.flat(), language);
            }
            about(book.newWorksheet(ABOUT.in(language)), tables, from, language);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return Parts.redated(out.toByteArray(), from.signed());
    }

    /// A name that a spreadsheet takes and that no other sheet of the book has.
    private static String name(String title, Set<String> names) {
        String plain = title.replaceAll("[\\[\\]:*?/\\\\]", " ")
                .replaceAll("^'|'$", " ")
                .strip();
        String name = cut(plain, LONGEST_NAME);
        for (int n = 2; !names.add(name); n++) {
            name = cut(plain, LONGEST_NAME - 3) + " " + n;
        }
        return name;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1).strip() + "…";
    }

    private static void sheet(Worksheet sheet, Table table, Language language) {
        List<Column> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c).title().in(language));
            sheet.width(c, width(table, c, language));
        }
        for (int r = 0; r < table.rows().size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                put(sheet, r + 1, c, table.rows().get(r).get(c), language);
            }
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .fillColor(HEADING_FILL)
                .set();
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, table.rows().size(), columns.size() - 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private static void put(Worksheet sheet, int r, int c, Cell cell, Language language) {
        switch (cell) {
            case Cell.Amount(BigDecimal value) -> {
                if (value.precision() > DIGITS) {
                    sheet.value(r, c, value.toPlainString());
                } else {
                    sheet.value(r, c, value);
                    sheet.style(r, c)
                            .format(format(value))
                            .verticalAlignment("top")
                            .set();
                }
            }
            case Cell.Day(LocalDate day) -> {
                if (day.isBefore(FIRST_DAY)) {
                    sheet.value(r, c, day.toString());
                } else {
                    sheet.value(r, c, day);
                    sheet.style(r, c)
                            .format("yyyy-mm-dd")
                            .verticalAlignment("top")
                            .set();
                }
            }
            case Cell.Empty _ -> {}
            case Cell.Text _, Cell.Link _, Cell.Sum _, Cell.When _ -> {
                sheet.value(r, c, Table.words(cell, language));
                sheet.style(r, c).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    /// Groups from ten thousand on, as many decimals as the number has.
    private static String format(BigDecimal value) {
        String whole = value.abs().compareTo(BigDecimal.valueOf(10_000)) < 0 ? "0" : "#,##0";
        return value.scale() <= 0 ? whole : whole + "." + "0".repeat(value.scale());
    }

    private static double width(Table table, int column, Language language) {
        int heading = table.columns().get(column).title().in(language).length();
        int longest = table.rows().stream()
                .mapToInt(row -> Table.words(row.get(column), language).length())
                .max()
                .orElse(0);
        boolean number = table.columns().get(column).kind() == Kind.NUMBER;
        int wanted = Math.max(Math.min(heading, 24), number ? longest + longest / 3 : longest) + 2;
        return Math.clamp(wanted, NARROWEST, WIDEST);
    }

    private static void about(Worksheet sheet, List<Table> tables, Provenance from, Language language) {
        int r = 0;
        r = line(sheet, r, language, new Words("Page", "Page"), from.page().in(language));
        r = line(
                sheet,
                r,
                language,
                new Words("Address", "Adresse"),
                from.address().in(language));
        r = line(
                sheet,
                r,
                language,
                new Words("Known on", "Connu au"),
                from.known().toString());
        r = line(sheet, r, language, new Words("Checkpoint", "Point de contrôle"), Long.toString(from.size()));
        r = line(
                sheet,
                r,
                language,
                new Words("Root of the log", "Racine du registre"),
                from.root().base64());
        r = line(sheet, r, language, new Words("Licence", "Licence"), Provenance.licence(language));
        r = line(
                sheet,
                r,
                language,
                new Words("Cite as", "À citer ainsi"),
                from.citation().in(language));
        for (Table table : tables) {
            r++;
            sheet.value(r, 0, table.title().in(language));
            sheet.style(r, 0).bold().set();
            r++;
            for (Column column : table.flat().columns()) {
                r = line(sheet, r, language, column.title(), column.meaning().in(language));
            }
        }
        sheet.width(0, 30);
        sheet.width(1, 110);
    }

    private static int line(Worksheet sheet, int r, Language language, Words name, String value) {
        sheet.value(r, 0, name.in(language));
        sheet.value(r, 1, value);
        sheet.style(r, 0).wrapText(true).verticalAlignment("top").set();
        sheet.style(r, 1).wrapText(true).verticalAlignment("top").set();
        return r + 1;
    }
}
