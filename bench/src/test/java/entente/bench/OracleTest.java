package entente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Told;
import entente.files.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The register and SQL written by hand say the same.
class OracleTest {
    private static final int QUESTIONS = 1_500;

    /// Rows of an SQLite database in memory.
    private static final class SqliteRows implements Tables.Rows {
        private final Connection database;
        private final Map<String, PreparedStatement> inserts = new HashMap<>();

        SqliteRows(Connection database) {
            this.database = database;
        }

        @Override
        public void add(String table, @Nullable Object... values) {
            try {
                PreparedStatement insert = inserts.get(table);
                if (insert == null) {
                    String marks = String.join(",", Collections.nCopies(values.length, "?"));
                    insert = database.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")");
                    inserts.put(table, insert);
                }
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.executeUpdate();
            } catch (SQLException trouble) {
                throw new IllegalStateException(trouble);
            }
        }
    }

    /// On which questions SQL over what was told, and a register, differ; and the standings that occurred.
    private record Compared(List<String> differences, Set<Standing> standings) {

        static Compared of(List<Agreement> agreements, List<Held> told, Register register, int seed)
                throws SQLException {
            try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                database.setAutoCommit(false);
                Oracle oracle = new Oracle(database);
                Tables.Rows rows = new SqliteRows(database);
                Tables tables = new Tables(rows).fill(agreements, told);
                List<Oracle.Ask> asks = Oracle.asks(new Chance(seed), tables.commitments(), QUESTIONS);
                Oracle.ask(tables, rows, asks);
                index(database, "bears (clause)", "money (fact)", "number (fact)", "tag (fact)");
                index(database, "fact (fact)", "displacing (fact)");
                oracle.count();
                index(database, "counting (commitment, newest)");
                List<Standing> theirs = oracle.standings();
                List<Standing> ours = Oracle.answers(register, asks);
                List<String> differences = IntStream.range(0, asks.size())
                        .filter(i -> theirs.get(i) != ours.get(i))
                        .mapToObj(i -> asks.get(i) + ": SQL says " + theirs.get(i) + ", the register " + ours.get(i))
                        .toList();
                return new Compared(differences, EnumSet.copyOf(ours));
            }
        }

        private static void index(Connection database, String... columns) throws SQLException {
            try (Statement statement = database.createStatement()) {
                for (String one : columns) {
                    statement.execute("CREATE INDEX by_" + one.replaceAll("\\W", "") + " ON " + one);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void an_invented_record(int seed) throws SQLException {
        Invented invented = new Invented(seed, 300, 4_000);
        List<Held> told = invented.held().toList();
        Register register = Register.BLANK.with(invented.agreements(), told);
        Compared compared = Compared.of(invented.agreements(), told, register, seed);
        assertThat(compared.differences).isEmpty();
        assertThat(compared.standings).contains(Standing.values());
    }

    @Test
    void a_register_that_has_heard_of_no_correction_is_found_out() throws SQLException {
        Invented invented = new Invented(4, 300, 4_000);
        List<Held> told = invented.held().toList();
        List<Held> first =
                told.stream().filter(one -> one.told() instanceof Told.Asserted).toList();
        Register register = Register.BLANK.with(invented.agreements(), first);
        assertThat(Compared.of(invented.agreements(), told, register, 4).differences)
                .isNotEmpty();
    }

    @Test
    void the_real_record() throws SQLException, IOException {
        List<Agreement> agreements = new ArrayList<>();
        List<Held> told = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../agreements"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                switch (Reading.read(file.toString(), Files.readAllBytes(file))) {
                    case Reading.OfAgreement(Agreement agreement, var _) -> agreements.add(agreement);
                    case Reading.OfFacts(List<Told> some, var _) ->
                        some.forEach(one -> told.add(new Held(told.size(), one, Invented.LAST)));
                    case Reading.Refused(var faults) -> throw new IllegalStateException(faults.toString());
                }
            }
        }
        Compared compared = Compared.of(agreements, told, Register.BLANK.with(agreements, told), 1);
        assertThat(compared.differences).isEmpty();
        assertThat(compared.standings).hasSizeGreaterThan(4);
    }
}
