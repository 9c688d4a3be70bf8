package entente.bench;

import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Register;
import entente.agreement.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A second opinion on standings: SQL written by hand over plain tables, in any database that speaks it.
final class Oracle {
    private final Connection database;

    /// A question: how a commitment stood on a day in the world, by what was known on a day.
    record Ask(Commitment commitment, LocalDate world, LocalDate known) {}

    /// @param database empty
    Oracle(Connection database) throws SQLException {
        this.database = database;
        run("tables.sql");
    }

    /// Works out which facts count for which period of which test.
    void count() throws SQLException {
        run("counting.sql");
    }

    /// Forgets what was counted.
    void forget() throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String table : List.of("counting", "passed", "barred", "outside", "carried")) {
                statement.execute("DROP TABLE " + table);
            }
        }
    }

    /// The standing of each of the questions, in their order; the table `ask` holds them, numbered from 0.
    List<Standing> standings() throws SQLException {
        List<Standing> standings = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(text("standings.sql"))) {
            while (rows.next()) {
                if (rows.getInt(1) != standings.size()) {
                    throw new IllegalStateException("no answer to question " + standings.size());
                }
                standings.add(List.of(Standing.values()).get(rows.getInt(2)));
            }
        }
        return standings;
    }

    static void ask(Tables tables, Tables.Rows rows, List<Ask> asks) {
        for (int n = 0; n < asks.size(); n++) {
            Ask ask = asks.get(n);
            rows.add("ask", n, tables.number(ask.commitment), Tables.day(ask.world), Tables.day(ask.known));
        }
    }

    /// Random questions: nine of ten about measured commitments. World and known dates lie from the first day of which
    /// anything is told to a year after the last.
    static List<Ask> asks(Chance chance, List<Commitment> commitments, int count) {
        List<Commitment> measured = commitments.stream()
                .filter(one -> one.nature() instanceof Nature.Measured)
                .toList();
        List<Ask> asks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Commitment commitment = chance.percent(90) ? chance.one(measured) : chance.one(commitments);
            asks.add(new Ask(commitment, day(chance), day(chance)));
        }
        return asks;
    }

    private static LocalDate day(Chance chance) {
        int days = (int) ChronoUnit.DAYS.between(Invented.FIRST, Invented.LAST) + 365;
        return Invented.FIRST.plusDays(chance.number(days));
    }

    /// Questions about every one of these on the same two days.
    static List<Ask> all(List<Commitment> commitments, LocalDate world, LocalDate known) {
        return commitments.stream().map(one -> new Ask(one, world, known)).toList();
    }

    static List<Standing> answers(Register register, List<Ask> asks) {
        return asks.stream()
                .map(ask -> register.standing(ask.commitment.id(), ask.world, ask.known)
                        .standing())
                .toList();
    }

    private void run(String file) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String one : text(file).replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    private static String text(String file) {
        try (InputStream in = Oracle.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not built in: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
