package entente.node.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.terms.Language;
import entente.terms.Words;
import entente.testkit.Trials;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final String NARROW = "\u202F";
    private static final String FIXED = "\u00A0";

    private static String written(Table table, Language language) {
        return new String(Csv.write(table, Samples.FROM, language), StandardCharsets.UTF_8);
    }

    @Test
    void english_has_commas_points_and_its_provenance_in_every_row() {
        String end = ",2016-03-31,42,"
                + "CC BY 4.0 for our summaries and the database; single facts and figures are free."
                        .transform(licence -> "\"" + licence + " https://creativecommons.org/licenses/by/4.0/\"")
                + ",\"Entente, “An invented page”, as known on 31 March 2016, checkpoint 42,"
                + " https://example.org/agreements@c42\"\r\n";
        assertThat(written(Samples.table(), Language.ENGLISH))
                .isEqualTo("\uFEFFEntry,What,Paid,Paid (currency),Happened,Happened (earliest),Happened (latest),Due,"
                        + "Source,Known on,Checkpoint,Licence,Cite as\r\n"
                        + "31,\"Fences, lights; “doors”\",741841.95,EUR,2014-04/2015-03,2014-04-01,2015-03-31,2015-03-31,"
                        + "\"https://example.org/a?b=1,2;3\"" + end
                        + "32,'=1+1,-12000000,GBP,2018/..,2018-01-01,,," + end
                        + ",\"Two\nlines, \"\"quoted\"\"\",,,XXXX,,,," + end);
    }

    @Test
    void french_has_semicolons_and_decimal_commas() {
        String end = ";2016-03-31;42;\"CC BY 4.0 pour nos résumés et la base" + NARROW
                + "; les faits et chiffres isolés sont libres. https://creativecommons.org/licenses/by/4.0/\""
                + ";\"Entente, «" + FIXED + "Une page inventée" + FIXED
                + "», tel que connu au 31 mars 2016, point de contrôle 42, https://example.org/accords@c42\"\r\n";
        assertThat(written(Samples.table(), Language.FRENCH))
                .isEqualTo("\uFEFFEntrée;Objet;Versé;Versé (devise);Survenu;Survenu (au plus tôt);"
                        + "Survenu (au plus tard);Échéance;Source;Connu au;Point de contrôle;Licence;À citer ainsi\r\n"
                        + "31;\"Clôtures, éclairage" + NARROW + "; portes\";741841,95;EUR;2014-04/2015-03;2014-04-01;"
                        + "2015-03-31;2015-03-31;\"https://example.org/a?b=1,2;3\"" + end
                        + "32;'=1+1;-12000000;GBP;2018/..;2018-01-01;;;" + end
                        + ";\"Deux\nlignes, «" + FIXED + "citées" + FIXED + "»\";;;XXXX;;;;" + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+44", "-x", "@sum", "\t=1", "\rx", "  =1", "\n=1", "\uFF1D1", "\uFF20x"})
    void what_begins_like_a_formula_is_text(String text) {
        assertThat(Csv.defused(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "12", "’tis", "–5", "«=»", "'x"})
    void all_other_text_is_left_as_it_is(String text) {
        assertThat(Csv.defused(text)).isEqualTo(text);
    }

    @Test
    void a_negative_number_is_a_number() {
        Column number = new Column("n", Words.same("N"), Kind.NUMBER, Words.same("N."));
        Table table = new Table(
                "t", Words.same("T"), List.of(number), List.of(List.of(Cell.number(new BigDecimal("-1E+3")))));
        assertThat(read(written(table, Language.ENGLISH), ',').get(1)).startsWith("-1000");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatever_is_written_is_read_again(Language language) {
        Trials.check(400, random -> {
            Table table = Samples.random(random);
            Table whole = Samples.FROM.on(table, language).flat();
            List<List<String>> lines =
                    read(written(table, language), Csv.separator(language).charAt(0));
            assertThat(lines).hasSize(table.rows().size() + 1);
            assertThat(lines.getFirst())
                    .isEqualTo(whole.columns().stream()
                            .map(column -> column.title().in(language))
                            .toList());
            for (int r = 0; r < whole.rows().size(); r++) {
                List<String> line = lines.get(r + 1);
                assertThat(line).hasSize(whole.columns().size());
                for (int c = 0; c < line.size(); c++) {
                    assertThat(same(whole.rows().get(r).get(c), line.get(c), language))
                            .as(whole.rows().get(r).get(c) + " written as " + line.get(c))
                            .isTrue();
                }
            }
        });
    }

    private static boolean same(Cell cell, String field, Language language) {
        return switch (cell) {
            case Cell.Amount(BigDecimal value) ->
                new BigDecimal(language == Language.FRENCH ? field.replace(',', '.') : field).compareTo(value) == 0;
            case Cell.Day(LocalDate day) -> LocalDate.parse(field).equals(day);
            case Cell.Empty _ -> field.isEmpty();
            case Cell.Text(Words words) -> field.equals(words.in(language)) || field.equals("'" + words.in(language));
            case Cell.Link(String address) -> field.equals(address);
            case Cell.Sum _, Cell.When _ -> false;
        };
    }

    @Test
    void no_field_of_any_row_is_a_formula() {
        Trials.check(400, random -> {
            Table table = Samples.random(random);
            Table whole = Samples.FROM.on(table, Language.ENGLISH).flat();
            List<List<String>> lines = read(written(table, Language.ENGLISH), ',');
            for (int r = 0; r < whole.rows().size(); r++) {
                for (int c = 0; c < whole.columns().size(); c++) {
                    if (whole.columns().get(c).kind() == Kind.TEXT) {
                        assertThat(lines.get(r + 1).get(c)).doesNotMatch("(?s)\\s*[=+\\-@\uFF1D].*");
                    }
                }
            }
        });
    }

    @Test
    void a_table_takes_no_cell_that_is_not_of_its_column() {
        Column number = new Column("n", Words.same("N"), Kind.NUMBER, Words.same("N."));
        List<List<Cell>> wrong = List.of(List.of(Cell.text("one")));
        assertThatThrownBy(() -> new Table("t", Words.same("T"), List.of(number), wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a cell of the column n");
        assertThatThrownBy(() -> new Table("t", Words.same("T"), List.of(number), List.of(List.of())))
                .hasMessageContaining("a row of 0 cells in a table of 1 columns");
        assertThatThrownBy(() -> new Table("t", Words.same("T"), List.of(number, number), List.of()))
                .hasMessageContaining("two columns of one key");
    }

    /// A reader of RFC 4180 of its own, so that a fault of the writer is not repeated here.
    private static List<List<String>> read(String text, char separator) {
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean inside = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inside && c == '"' && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                inside = !inside;
            } else if (!inside && c == separator) {
                line.add(field.toString());
                field.setLength(0);
            } else if (!inside && c == '\r' && text.charAt(i + 1) == '\n') {
                line.add(field.toString());
                field.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
                i++;
            } else {
                field.append(c);
            }
        }
        return lines;
    }
}
