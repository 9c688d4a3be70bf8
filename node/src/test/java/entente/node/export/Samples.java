package entente.node.export;

import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.terms.Digest;
import entente.terms.Money;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/// Tables to take away, made up for the tests.
final class Samples {
    static final Provenance FROM = new Provenance(
            new Words("An invented page", "Une page inventée"),
            new Words("https://example.org/agreements@c42", "https://example.org/accords@c42"),
            LocalDate.of(2016, 3, 31),
            42,
            Digest.sha256("root".getBytes(StandardCharsets.UTF_8)),
            Instant.parse("2026-11-22T10:20:30Z"),
            new Words(
                    "Entente, “An invented page”, as known on 31 March 2016, checkpoint 42,"
                            + " https://example.org/agreements@c42",
                    "Entente, «\u00A0Une page inventée\u00A0», tel que connu au 31 mars 2016, point de contrôle 42,"
                            + " https://example.org/accords@c42"));

    private static final List<Kind> KINDS = List.of(Kind.values());

    private Samples() {}

    private static Column column(String key, String en, String fr, Kind kind) {
        return new Column(
                key, new Words(en, fr), kind, new Words("Invented: " + en + ".", "Inventé\u00A0: " + fr + "."));
    }

    /// One row of every kind of cell, and one that is empty where it may be.
    static Table table() {
        return new Table(
                "payments",
                new Words("Payments", "Versements"),
                List.of(
                        column("id", "Entry", "Entrée", Kind.NUMBER),
                        column("what", "What", "Objet", Kind.TEXT),
                        column("paid", "Paid", "Versé", Kind.MONEY),
                        column("happened", "Happened", "Survenu", Kind.PERIOD),
                        column("due", "Due", "Échéance", Kind.DATE),
                        column("source", "Source", "Source", Kind.LINK)),
                List.of(
                        List.of(
                                Cell.number(31),
                                Cell.text(new Words("Fences, lights; “doors”", "Clôtures, éclairage\u202F; portes")),
                                Cell.sum(money("741841.95", "EUR")),
                                Cell.when(Period.parse("2014-04/2015-03")),
                                Cell.day(LocalDate.of(2015, 3, 31)),
                                Cell.link("https://example.org/a?b=1,2;3")),
                        List.of(
                                Cell.number(32),
                                Cell.text(new Words("=1+1", "=1+1")),
                                Cell.sum(money("-12000000", "GBP")),
                                Cell.when(Period.parse("2018/..")),
                                Cell.EMPTY,
                                Cell.EMPTY),
                        List.of(
                                Cell.EMPTY,
                                Cell.text(new Words("Two\nlines, \"quoted\"", "Deux\nlignes, «\u00A0citées\u00A0»")),
                                Cell.EMPTY,
                                Cell.when(Period.parse("XXXX")),
                                Cell.EMPTY,
                                Cell.EMPTY)));
    }

    static Money money(String amount, String currency) {
        return Money.major(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /// A table of random columns and cells, with every sign that a format gives a meaning to.
    static Table random(Random random) {
        List<Column> columns = new ArrayList<>();
        int wide = 1 + random.nextInt(6);
        for (int c = 0; c < wide; c++) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            columns.add(column("column_" + c, "Column " + c, "Colonne " + c, kind));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = random.nextInt(8); r > 0; r--) {
            List<Cell> row = new ArrayList<>();
            columns.forEach(column -> row.add(random.nextInt(5) == 0 ? Cell.EMPTY : cell(column.kind(), random)));
            rows.add(row);
        }
        return new Table("random", new Words("Random", "Hasard"), columns, rows);
    }

    private static Cell cell(Kind kind, Random random) {
        return switch (kind) {
            case TEXT -> Cell.text(Words.same(text(random)));
            case NUMBER -> Cell.number(BigDecimal.valueOf(random.nextLong(), random.nextInt(5)));
            case MONEY ->
                Cell.sum(new Money(random.nextInt(), Currency.getInstance(random.nextBoolean() ? "GBP" : "EUR")));
            case DATE -> Cell.day(LocalDate.ofEpochDay(random.nextInt(60_000) - 20_000));
            case PERIOD ->
                Cell.when(Period.parse(List.of("2014", "2014-03~", "2018/..", "../2019", "XXXX", "2014-04/2015-03")
                        .get(random.nextInt(6))));
            case LINK -> Cell.link("https://example.org/" + random.nextInt(1000) + "?a=1,2;b=\"3\"");
        };
    }

    private static String text(Random random) {
        String signs = "=+-@\t\r\n\"'; ,.:\u202F\u00A0«»éœ€£\uFF1D0123abc\uD83D\uDE80";
        StringBuilder text = new StringBuilder("x");
        for (int n = random.nextInt(12); n > 0; n--) {
            text.appendCodePoint(signs.codePointAt(
                    signs.offsetByCodePoints(0, random.nextInt(signs.codePointCount(0, signs.length())))));
        }
        return random.nextInt(4) == 0 ? text.toString() : text.substring(1) + "x";
    }
}
