package entente.node.web;

import entente.node.export.Csv;
import entente.node.export.Provenance;
import entente.node.export.Table;
import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.node.web.Frame.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The data of the record: each table with its columns explained, or the one of a key; `tables` holds those shown.
public record DataSheet(Scene scene, Subject.Data subject, List<Table> tables) implements Sheet {
    /// A table: how many rows it has, how many bytes its CSV, and what its columns mean.
    public record Shown(
            String key,
            String title,
            String address,
            String rows,
            String bytes,
            List<Step> forms,
            List<Explained> columns) {}

    /// A column: `key` names it in JSON, `title` in the other files.
    public record Explained(String key, String title, String kind, String meaning) {}

    public record View(
            Frame frame,
            String title,
            boolean whole,
            List<Shown> tables,
            List<Step> forms,
            String licence,
            String licenceAddress) {}

    /// The sheet of all tables, or of one; nothing where there is no such table.
    static Optional<Sheet> of(Scene scene, Subject.Data subject) {
        List<Table> tables = new Extracts(scene)
                .all().stream()
                        .filter(table -> subject.table() == null || table.key().equals(subject.table()))
                        .toList();
        return tables.isEmpty() ? Optional.empty() : Optional.of(new DataSheet(scene, subject, tables));
    }

    private boolean whole() {
        return subject.table() == null;
    }

    @Override
    public String template() {
        return "data.jte";
    }

    @Override
    public Object view() {
        String title = whole()
                ? scene.say("The data", "Les données")
                : scene.say("Data: ", "Données\u00A0: ")
                        + scene.speech().words(tables.getFirst().title());
        return new View(
                scene.frame(
                        subject,
                        title,
                        whole()
                                ? List.of()
                                : List.of(new Step(
                                        scene.say("The data", "Les données"),
                                        scene.links().today().to(new Subject.Data(null))))),
                title,
                whole(),
                tables.stream().map(this::shown).toList(),
                forms(subject),
                Provenance.LICENCE.in(scene.speech().language()),
                Provenance.LICENCE_ADDRESS);
    }

    private Shown shown(Table table) {
        Subject.Data one = new Subject.Data(table.key());
        Provenance from = new Citation(scene, one).provenance();
        int bytes = Csv.write(table, from, scene.speech().language()).length;
        List<Explained> columns = new ArrayList<>();
        table.flat().columns().forEach(column -> columns.add(explained(column)));
        Provenance.columns().forEach(column -> columns.add(explained(column)));
        return new Shown(
                table.key(),
                scene.speech().words(table.title()),
                scene.links().to(one),
                scene.speech().count(table.rows().size(), "row", "rows", "ligne", "lignes"),
                scene.speech().number(Math.ceilDiv(bytes, 1024)) + "\u00A0" + scene.say("KB", "Ko"),
                forms(one),
                columns);
    }

    private List<Step> forms(Subject.Data of) {
        return of.forms().stream()
                .map(form -> new Step(Taking.name(form, scene), scene.links().to(of, form)))
                .toList();
    }

    private Explained explained(Column column) {
        return new Explained(
                column.key(),
                scene.speech().words(column.title()),
                switch (column.kind()) {
                    case TEXT -> scene.say("text", "texte");
                    case NUMBER, MONEY -> scene.say("number", "nombre");
                    case DATE, PERIOD -> scene.say("date", "date");
                    case LINK -> scene.say("address", "adresse");
                },
                scene.speech().words(column.meaning()));
    }

    /// The rows by the keys of their columns where there is one table; else what tables there are. Texts are in the
    /// language of the address.
    @Override
    public Optional<Object> json() {
        Map<String, Object> page = new LinkedHashMap<>();
        Provenance from = new Citation(scene, subject).provenance();
        page.put("knownOn", scene.day().toString());
        page.put("checkpoint", new Published(scene.snapshot(), scene.day()).checkpoint());
        page.put("language", scene.speech().language().code());
        page.put("licence", Provenance.LICENCE_ADDRESS);
        page.put("citation", from.citation().in(scene.speech().language()));
        if (whole()) {
            page.put("tables", tables.stream().map(this::described).toList());
        } else {
            Table table = tables.getFirst().flat();
            page.putAll(described(table));
            page.put("rows", table.rows().stream().map(row -> row(table, row)).toList());
        }
        return Optional.of(page);
    }

    private Map<String, Object> described(Table table) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("table", table.key());
        keys.put("title", scene.speech().words(table.title()));
        keys.put("size", table.rows().size());
        keys.put(
                "columns",
                table.flat().columns().stream()
                        .map(column -> Map.of(
                                "key", column.key(),
                                "title", scene.speech().words(column.title()),
                                "type", type(column.kind()),
                                "meaning", scene.speech().words(column.meaning())))
                        .toList());
        return keys;
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case TEXT, PERIOD -> "text";
            case NUMBER, MONEY -> "number";
            case DATE -> "date";
            case LINK -> "address";
        };
    }

    private Map<String, Object> row(Table table, List<Cell> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(table.columns().get(i).key(), value(cells.get(i)));
        }
        return row;
    }

    private @org.jspecify.annotations.Nullable Object value(Cell cell) {
        return switch (cell) {
            case Cell.Text(var words) -> scene.speech().words(words);
            case Cell.Amount(BigDecimal value) -> value;
            case Cell.Day(var day) -> day.toString();
            case Cell.Link(String address) -> address;
            case Cell.Empty _ -> null;
            case Cell.Sum _, Cell.When _ -> throw new IllegalStateException("a flat table holds no " + cell);
        };
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(scene.say("The data", "Les données")));
    }

    @Override
    public Optional<String> catalogue(Format form) {
        if (!whole()) {
            return Optional.empty();
        }
        Catalogue catalogue = new Catalogue(scene, tables);
        return switch (form) {
            case TTL -> Optional.of(catalogue.turtle());
            case JSONLD -> Optional.of(catalogue.jsonld());
            case HTML, JSON, CSV, XLSX, ATOM, SVG, PDF, EMBED, PRINT -> Optional.empty();
        };
    }
}
