package entente.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Rows of a DuckDB database in memory, appended in columns.
final class DuckRows implements Tables.Rows, AutoCloseable {
    private final DuckDBConnection database;
    private final Map<String, DuckDBAppender> appenders = new HashMap<>();

    private DuckRows(DuckDBConnection database) {
        this.database = database;
    }

    /// @param threads how many cores it may use
    static DuckRows open(int threads) throws SQLException {
        Connection database = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = database.createStatement()) {
            statement.execute("SET threads TO " + threads);
        }
        return new DuckRows(database.unwrap(DuckDBConnection.class));
    }

    Connection database() {
        return database;
    }

    @Override
    public void add(String table, @Nullable Object... values) {
        try {
            DuckDBAppender appender = appenders.get(table);
            if (appender == null) {
                appender = database.createAppender(table);
                appenders.put(table, appender);
            }
            appender.beginRow();
            for (Object value : values) {
                switch (value) {
                    case null -> appender.appendNull();
                    case Integer number -> appender.append(number);
                    case Long number -> appender.append(number);
                    case String text -> appender.append(text);
                    default -> throw new IllegalArgumentException("no column for: " + value);
                }
            }
            appender.endRow();
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /// Makes the rows visible to queries.
    void flush() throws SQLException {
        for (DuckDBAppender appender : appenders.values()) {
            appender.close();
        }
        appenders.clear();
    }

    @Override
    public void close() throws SQLException {
        flush();
        database.close();
    }
}
