package entente.node.export;

import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.terms.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A table as comma-separated values (RFC 4180), in the dialect that the spreadsheets of each language open by
/// themselves: English with comma and decimal point, French with semicolon and decimal comma.
///
/// UTF-8 with a byte order mark, lines end with CR LF, one heading row in the language. Digits stand in no groups,
/// days are written 2016-03-31. The last columns of every row say where it is from: see [Provenance].
public final class Csv {
    public static final String TYPE = "text/csv; charset=utf-8; header=present";

    private static final String MARK = "\uFEFF";
    private static final String LINE = "\r\n";

    /// What a spreadsheet takes for the beginning of a formula, in both widths of letter.
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    public static byte[] write(Table table, Provenance from, Language language) {
        Table whole = from.on(table, language).flat();
        StringBuilder out = new StringBuilder(MARK);
        line(
                out,
                whole.columns().stream()
                        .map(Column::title)
                        .map(title -> quoted(title.in(language)))
                        .toList(),
                language);
        for (List<Cell> row : whole.rows()) {
            line(out, row.stream().map(cell -> field(cell, language)).toList(), language);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder out, List<String> fields, Language language) {
        out.append(fields.stream().collect(Collectors.joining(separator(language))))
                .append(LINE);
    }

    static String separator(Language language) {
        return switch (language) {
            case ENGLISH -> ",";
            case FRENCH -> ";";
        };
    }

    private static String field(Cell cell, Language language) {
        String words = Table.words(cell, language);
        return switch (cell) {
            case Cell.Amount _ -> language == Language.FRENCH ? words.replace('.', ',') : words;
            case Cell.Text _, Cell.Link _ -> quoted(defused(words));
            case Cell.Day _, Cell.Empty _, Cell.Sum _, Cell.When _ -> words;
        };
    }

    /// Text that no spreadsheet takes for a formula: an apostrophe goes before what begins like one. Numbers are never
    /// touched, since they are no text.
    static String defused(String text) {
        String bare = text.stripLeading();
        boolean formula = !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
        return formula || text.startsWith("\t") || text.startsWith("\r") ? "'" + text : text;
    }

    /// Quoted where the text holds what has a meaning in either dialect, so that a file opened in the wrong one does
    /// not fall apart.
    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n')
                && text.equals(text.strip());
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
