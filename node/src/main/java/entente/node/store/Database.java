package entente.node.store;

import entente.record.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/// The SQLite file of a node, which may hold several logs.
///
/// WAL and `synchronous=FULL`: a commit is on the disk when it returns. One connection writes, under a
/// lock; readers take a connection of their own for as long as one question lasts. SQLite below 3.51.3 is
/// refused, because its WAL can be corrupted when two connections write checkpoints.
public final class Database implements AutoCloseable {
    private static final int[] OLDEST = {3, 51, 3};
    private static final List<String> SETTINGS = List.of(
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA busy_timeout=10000",
            "PRAGMA secure_delete=ON",
            "PRAGMA mmap_size=0",
            "PRAGMA wal_autocheckpoint=4000",
            "PRAGMA foreign_keys=ON");

    /// The form in which the tables are stored, which the file names. A change of [Schema] that an earlier version
    /// could not read raises it.
    private static final int FORM = 1;

    private final Path file;
    private final String url;
    private final ReentrantLock writing = new ReentrantLock();
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Connection writer;

    /// Something done with a connection.
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /// Opens or makes the file `record.db` in an existing folder.
    ///
    /// @throws Store.Failure when it is not a database, cannot be written, or SQLite is too old
    public Database(Path folder) {
        // The driver unpacks its native library, and the system's folder for that may forbid programs.
        System.setProperty("org.sqlite.tmpdir", folder.toAbsolutePath().toString());
        file = folder.resolve("record.db").toAbsolutePath();
        url = JDBC.PREFIX + file;
        @Nullable Connection opened = null;
        try {
            opened = connect();
            requireVersion(opened);
            boolean begun = requireForm(opened);
            opened.setAutoCommit(false);
            if (!begun) {
                for (String table : Schema.TABLES) {
                    execute(opened, table);
                }
                execute(opened, "PRAGMA user_version=" + FORM);
            }
            opened.commit();
            writer = opened;
        } catch (SQLException trouble) {
            Store.Failure failure = Trouble.database(file, trouble);
            abandon(opened, failure);
            throw failure;
        } catch (Store.Failure trouble) {
            abandon(opened, trouble);
            throw trouble;
        }
    }

    private static void abandon(@Nullable Connection opened, Store.Failure cause) {
        try (opened) {
            return;
        } catch (SQLException also) {
            cause.addSuppressed(also);
        }
    }

    <T> T read(Work<T> work) {
        Connection taken = idle.poll();
        try {
            Connection connection = taken == null ? connect() : taken;
            try {
                return work.with(connection);
            } finally {
                idle.push(connection);
            }
        } catch (SQLException trouble) {
            throw Trouble.database(file, trouble);
        }
    }

    /// Does the work in one transaction: all of it is on the disk when this returns, or none of it unless
    /// the failure came with the commit itself.
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            T answer = work.with(writer);
            writer.commit();
            return answer;
        } catch (SQLException trouble) {
            rollBack(trouble);
            throw Trouble.database(file, trouble);
        } catch (RuntimeException trouble) {
            rollBack(trouble);
            throw trouble;
        } finally {
            writing.unlock();
        }
    }

    /// Empties the write-ahead log into the file, so that deleted payloads are in neither.
    ///
    /// @throws Store.Failure when readers held it for longer than ten seconds; to be done again then
    void settle() {
        writing.lock();
        try {
            writer.setAutoCommit(true);
            try (var statement = writer.createStatement();
                    ResultSet answer = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                if (!answer.next() || answer.getInt(1) != 0) {
                    throw Trouble.readersHold();
                }
            } finally {
                writer.setAutoCommit(false);
            }
        } catch (SQLException trouble) {
            throw Trouble.database(file, trouble);
        } finally {
            writing.unlock();
        }
    }

    private void rollBack(Exception cause) {
        try {
            writer.rollback();
        } catch (SQLException also) {
            cause.addSuppressed(also);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = new JDBC().connect(url, new Properties());
        for (String setting : SETTINGS) {
            execute(connection, setting);
        }
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Whether the file holds the tables already. Files from before forms were named have form 0 and the tables.
    private boolean requireForm(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA user_version")) {
            int form = answer.next() ? answer.getInt(1) : 0;
            if (form > FORM) {
                throw Trouble.newerRecord(file, form, FORM);
            }
            return form == FORM;
        }
    }

    /// Copies all of it as it is at one moment into a new file, while others read and write. What was deleted is
    /// not in the copy.
    void copy(Path target) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException trouble) {
            throw Trouble.database(target, trouble);
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT sqlite_version()")) {
            answer.next();
            String version = answer.getString(1);
            int[] numbers = Arrays.stream(version.split("\\."))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (Arrays.compare(numbers, OLDEST) < 0) {
                throw Trouble.oldSqlite(version);
            }
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.close();
            }
        } catch (SQLException trouble) {
            throw Trouble.database(file, trouble);
        }
    }
}
