package entente.node.export;

import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.terms.Digest;
import entente.terms.Language;
import entente.terms.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Where something that is taken away comes from, so that it can be cited, found again and checked.
///
/// `page` names the page, `address` is its full address at the checkpoint in each language, `known` the day up to
/// which reports count. `size`, `root` and `signed` are those of the checkpoint. `citation` says all of it in a
/// sentence.
public record Provenance(
        Words page, Words address, LocalDate known, long size, Digest root, Instant signed, Words citation) {

    /// The address of the licence of the data.
    public static final String LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/";

    /// Under what terms the data may be used.
    public static final Words LICENCE = new Words(
            "CC BY 4.0 for our summaries and the database; single facts and figures are free.",
            "CC BY 4.0 pour nos résumés et la base\u202F; les faits et chiffres isolés sont libres.");

    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "known",
                    new Words("Known on", "Connu au"),
                    Kind.DATE,
                    new Words(
                            "The day up to which published reports count.",
                            "Le jour jusqu’auquel les publications sont prises en compte.")),
            new Column(
                    "checkpoint",
                    new Words("Checkpoint", "Point de contrôle"),
                    Kind.NUMBER,
                    new Words(
                            "How many entries the log had when the row was drawn up.",
                            "Nombre d’entrées du registre au moment où la ligne a été établie.")),
            new Column(
                    "licence",
                    new Words("Licence", "Licence"),
                    Kind.TEXT,
                    new Words("Under what terms the row may be used.", "Conditions d’utilisation de la ligne.")),
            new Column(
                    "citation",
                    new Words("Cite as", "À citer ainsi"),
                    Kind.TEXT,
                    new Words(
                            "The page, the date and the checkpoint, with its address.",
                            "La page, la date et le point de contrôle, avec son adresse.")));

    /// The columns that every row carries to the end, since rows are cut out and pasted elsewhere.
    public static List<Column> columns() {
        return COLUMNS;
    }

    /// The licence with its address, in one line.
    public static String licence(Language language) {
        return LICENCE.in(language) + " " + LICENCE_ADDRESS;
    }

    /// A table with the columns of its provenance at the end of every row.
    Table on(Table table, Language language) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.addAll(COLUMNS);
        List<Cell> last =
                List.of(Cell.day(known), Cell.number(size), Cell.text(licence(language)), Cell.text(citation));
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            List<Cell> whole = new ArrayList<>(row);
            whole.addAll(last);
            rows.add(whole);
        }
        return new Table(table.key(), table.title(), columns, rows);
    }
}
