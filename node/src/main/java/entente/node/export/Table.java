package entente.node.export;

import entente.terms.Language;
import entente.terms.Money;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table to be taken away: named and explained columns, and rows of typed cells, a cell for each column.
///
/// `key` names the table for machines, `title` for people. A row of another length, or a cell of another kind than its
/// column, is refused with an IllegalArgumentException.
public record Table(String key, Words title, List<Column> columns, List<List<Cell>> rows) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        Set<String> keys = new HashSet<>();
        for (Column column : columns) {
            if (!keys.add(column.key)) {
                throw new IllegalArgumentException("two columns of one key: " + column.key);
            }
        }
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells in a table of " + columns.size() + " columns: " + row);
            }
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).fits(columns.get(i).kind)) {
                    throw new IllegalArgumentException(
                            "not a cell of the column " + columns.get(i).key + ": " + row.get(i));
                }
            }
        }
    }

    /// A column. `key` is lower-case letters, digits and underscores, and never changes; `title` stands above it and
    /// `meaning` says what is in it.
    public record Column(String key, Words title, Kind kind, Words meaning) {
        public Column {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("a key is lower-case letters, digits and underscores, was: " + key);
            }
        }
    }

    /// What the cells of a column hold.
    public enum Kind {
        TEXT,
        NUMBER,
        /// A sum. It is taken away as two columns: the amount in major units, and the code of its currency.
        MONEY,
        DATE,
        /// A time no more exact than its source. It is taken away as three columns: the text of ISO 8601-2, and the
        /// first and the last day that it may mean.
        PERIOD,
        LINK
    }

    /// What stands in one column of one row.
    public sealed interface Cell {
        record Text(Words words) implements Cell {}

        record Amount(BigDecimal value) implements Cell {}

        record Sum(Money money) implements Cell {}

        record Day(LocalDate day) implements Cell {}

        record When(Period period) implements Cell {}

        /// An address, in full.
        record Link(String address) implements Cell {}

        /// Nothing is known, or nothing applies.
        record Empty() implements Cell {}

        Cell EMPTY = new Empty();

        static Cell text(@Nullable String text) {
            return text == null || text.isBlank() ? EMPTY : new Text(Words.same(text));
        }

        static Cell text(@Nullable Words words) {
            return words == null ? EMPTY : new Text(words);
        }

        static Cell number(long value) {
            return new Amount(BigDecimal.valueOf(value));
        }

        static Cell number(@Nullable BigDecimal value) {
            return value == null ? EMPTY : new Amount(value);
        }

        static Cell sum(@Nullable Money money) {
            return money == null ? EMPTY : new Sum(money);
        }

        static Cell day(@Nullable LocalDate day) {
            return day == null ? EMPTY : new Day(day);
        }

        static Cell when(@Nullable Period period) {
            return period == null ? EMPTY : new When(period);
        }

        static Cell link(@Nullable String address) {
            return address == null || address.isBlank() ? EMPTY : new Link(address);
        }

        private boolean fits(Kind kind) {
            return switch (this) {
                case Text _ -> kind == Kind.TEXT;
                case Amount _ -> kind == Kind.NUMBER;
                case Sum _ -> kind == Kind.MONEY;
                case Day _ -> kind == Kind.DATE;
                case When _ -> kind == Kind.PERIOD;
                case Link _ -> kind == Kind.LINK;
                case Empty _ -> true;
            };
        }
    }

    /// The same table with every sum and every period laid out in columns of plain cells: what is written to a file.
    public Table flat() {
        List<Column> flat = new ArrayList<>();
        for (Column column : columns) {
            switch (column.kind) {
                case TEXT, NUMBER, DATE, LINK -> flat.add(column);
                case MONEY -> {
                    flat.add(new Column(column.key, column.title, Kind.NUMBER, column.meaning));
                    flat.add(beside(column, "currency", "currency", "devise", Kind.TEXT, CURRENCY));
                }
                case PERIOD -> {
                    flat.add(new Column(column.key, column.title, Kind.TEXT, column.meaning));
                    flat.add(beside(column, "first", "earliest", "au plus tôt", Kind.DATE, FIRST));
                    flat.add(beside(column, "last", "latest", "au plus tard", Kind.DATE, LAST));
                }
            }
        }
        return new Table(key, title, flat, rows.stream().map(this::flat).toList());
    }

    private static final Words CURRENCY =
            new Words("Code of the currency (ISO 4217).", "Code de la devise (ISO 4217).");
    private static final Words FIRST = new Words(
            "First day that it may mean; empty where it has no beginning.",
            "Premier jour possible\u202F; vide s’il n’y a pas de début.");
    private static final Words LAST = new Words(
            "Last day that it may mean; empty where it has no end.",
            "Dernier jour possible\u202F; vide s’il n’y a pas de fin.");

    private static Column beside(Column column, String key, String en, String fr, Kind kind, Words meaning) {
        return new Column(
                column.key + "_" + key,
                new Words(column.title.en() + " (" + en + ")", column.title.fr() + " (" + fr + ")"),
                kind,
                meaning);
    }

    private List<Cell> flat(List<Cell> row) {
        List<Cell> flat = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            switch (columns.get(i).kind) {
                case TEXT, NUMBER, DATE, LINK -> flat.add(cell);
                case MONEY -> {
                    Money money = cell instanceof Cell.Sum(Money sum) ? sum : null;
                    flat.add(Cell.number(money == null ? null : plain(money.major())));
                    flat.add(Cell.text(money == null ? null : money.currency().getCurrencyCode()));
                }
                case PERIOD -> {
                    Period period = cell instanceof Cell.When(Period when) ? when : null;
                    flat.add(Cell.text(period == null ? null : period.text()));
                    flat.add(
                            period == null || period.unknown() || begins(period)
                                    ? Cell.EMPTY
                                    : Cell.day(period.first()));
                    flat.add(
                            period == null || period.unknown() || period.open() ? Cell.EMPTY : Cell.day(period.last()));
                }
            }
        }
        return flat;
    }

    private static boolean begins(Period period) {
        return period.text().startsWith("../");
    }

    /// Whole amounts without decimals, all others with all of theirs.
    private static BigDecimal plain(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0 ? amount.setScale(0) : amount;
    }

    /// The cells of a flat table in one language, as text where they are text.
    static String words(Cell cell, Language language) {
        return switch (cell) {
            case Cell.Text(Words words) -> words.in(language);
            case Cell.Link(String address) -> address;
            case Cell.Day(LocalDate day) -> day.toString();
            case Cell.Amount(BigDecimal value) -> value.toPlainString();
            case Cell.Empty _ -> "";
            case Cell.Sum _, Cell.When _ -> throw new IllegalArgumentException("not a cell of a flat table: " + cell);
        };
    }
}
