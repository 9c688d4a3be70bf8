package entente.node.store;

import entente.record.Batch;
import entente.record.Bytes;
import entente.record.Checkpoint;
import entente.record.Fault;
import entente.record.Head;
import entente.record.LogPath;
import entente.record.Malformed;
import entente.record.Note;
import entente.record.Payload;
import entente.record.Store;
import entente.record.Tile;
import entente.terms.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// One log in a database. Each question is one short statement, so that no reader holds the write-ahead log
/// open.
public final class SqliteStore implements Store {
    private final Database database;
    private final long log;

    /// @param origin the log, which is begun where the database does not have it
    public SqliteStore(Database database, String origin) {
        this.database = database;
        this.log = database.write(connection -> logId(connection, origin));
    }

    /// The logs of a database by their numbers, read from the table itself: a damaged index would hide one, and an
    /// empty
    /// log would be begun in its place.
    static Map<Long, String> logs(Connection connection) throws SQLException {
        Map<Long, String> logs = new TreeMap<>();
        rows(connection, "SELECT log_id, origin FROM log", row -> logs.put(row.getLong(1), row.getString(2)));
        return logs;
    }

    private static long logId(Connection connection, String origin) throws SQLException {
        for (Map.Entry<Long, String> known : logs(connection).entrySet()) {
            if (known.getValue().equals(origin)) {
                return known.getKey();
            }
        }
        long next = rows(connection, "SELECT COALESCE(MAX(log_id), 0) + 1 FROM log", row -> row.getLong(1))
                .getFirst();
        update(connection, "INSERT INTO log (log_id, origin) VALUES (?, ?)", next, origin);
        update(
                connection,
                "INSERT INTO log_head (log_id, size, root) VALUES (?, ?, ?)",
                next,
                0L,
                Head.EMPTY.root().bytes());
        return next;
    }

    @Override
    public Head head() {
        List<Head> heads = database.read(connection ->
                rows(connection, "SELECT size, root FROM log_head WHERE log_id = ?", SqliteStore::head, log));
        if (heads.isEmpty()) {
            throw new Damage(new Fault.InHead("it is missing"));
        }
        return heads.getFirst();
    }

    private static Head head(ResultSet row) throws SQLException {
        try {
            return new Head(row.getLong(1), Digest.of(bytes(row, 2)));
        } catch (IllegalArgumentException wrong) {
            throw new Damage(new Fault.InHead("it is not a size and a root"));
        }
    }

    @Override
    public void append(Iterator<Batch> batches) {
        database.write(connection -> {
            int count = 0;
            for (; batches.hasNext(); count++) {
                append(connection, batches.next());
            }
            return count;
        });
    }

    private void append(Connection connection, Batch batch) throws SQLException {
        Head before = batch.before();
        Head after = batch.after();
        int moved = update(
                connection,
                "UPDATE log_head SET size = ?, root = ? WHERE log_id = ? AND size = ? AND root = ?",
                after.size(),
                after.root().bytes(),
                log,
                before.size(),
                before.root().bytes());
        if (moved != 1) {
            throw Trouble.headMoved(before);
        }
        insertEntries(connection, batch);
        insertPayloads(connection, batch);
        insertTiles(connection, batch.filled());
    }

    private void insertEntries(Connection connection, Batch batch) throws SQLException {
        String sql = "INSERT INTO entry (log_id, idx, bytes, sum) VALUES (?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            long index = batch.before().size();
            for (Bytes entry : batch.entries()) {
                byte[] bytes = entry.toArray();
                set(insert, log, index++, bytes, sum(bytes));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertPayloads(Connection connection, Batch batch) throws SQLException {
        String sql = "INSERT INTO payload (log_id, idx, salt, bytes) VALUES (?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            long index = batch.before().size();
            for (Optional<Payload> payload : batch.payloads()) {
                byte @Nullable [] salt =
                        payload.map(own -> own.salt().toArray()).orElse(null);
                byte @Nullable [] content =
                        payload.map(own -> own.content().toArray()).orElse(null);
                set(insert, log, index++, salt, content);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertTiles(Connection connection, List<Tile> tiles) throws SQLException {
        String sql = "INSERT INTO tile (log_id, level, idx, bytes, sum) VALUES (?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            for (Tile tile : tiles) {
                set(insert, log, tile.level(), tile.index(), tile.bytes(), sum(tile.bytes()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public List<Bytes> entries(long first, int count) {
        String sql = "SELECT idx, bytes, sum FROM entry WHERE log_id = ? AND idx >= ? AND idx < ? ORDER BY idx";
        return database.read(connection -> {
            var entries = new ArrayList<Bytes>();
            for (Numbered row : rows(connection, sql, SqliteStore::entry, log, first, first + count)) {
                if (row.index != first + entries.size()) {
                    break;
                }
                entries.add(Bytes.of(row.bytes));
            }
            return entries;
        });
    }

    private static Numbered entry(ResultSet row) throws SQLException {
        long index = row.getLong(1);
        byte[] bytes = bytes(row, 2);
        if (sum(bytes) != row.getLong(3)) {
            throw new Damage(new Fault.InEntry(index, "it does not match its checksum"));
        }
        return new Numbered(index, bytes);
    }

    @Override
    public List<Optional<Payload>> payloads(long first, int count) {
        String sql = "SELECT idx, salt, bytes FROM payload WHERE log_id = ? AND idx >= ? AND idx < ? ORDER BY idx";
        return database.read(connection -> {
            var payloads = new ArrayList<Optional<Payload>>();
            for (Held held : rows(connection, sql, SqliteStore::payload, log, first, first + count)) {
                requirePayload(held.index, first + payloads.size());
                payloads.add(held.payload);
            }
            if (payloads.size() < count) {
                requirePayload(-1, first + payloads.size());
            }
            return payloads;
        });
    }

    private static void requirePayload(long found, long expected) {
        if (found != expected) {
            throw new Damage(new Fault.InPayload(expected, "it is missing"));
        }
    }

    private static Held payload(ResultSet row) throws SQLException {
        long index = row.getLong(1);
        byte @Nullable [] salt = row.getBytes(2);
        byte @Nullable [] content = row.getBytes(3);
        if (salt == null && content == null) {
            return new Held(index, Optional.empty());
        }
        try {
            Bytes bytes = Bytes.of(content == null ? new byte[0] : content);
            return new Held(index, Optional.of(new Payload(Bytes.of(salt == null ? new byte[0] : salt), bytes)));
        } catch (Malformed wrong) {
            throw new Damage(new Fault.InPayload(index, wrong.reason()));
        }
    }

    @Override
    public Optional<Tile> tile(int level, long index) {
        String sql = "SELECT bytes, sum FROM tile WHERE log_id = ? AND level = ? AND idx = ?";
        var path = new LogPath.OfTile(level, index, Tile.WIDTH);
        return database.read(connection -> rows(connection, sql, row -> tile(path, row), log, level, index).stream()
                .findFirst());
    }

    private static Tile tile(LogPath.OfTile path, ResultSet row) throws SQLException {
        byte[] bytes = bytes(row, 1);
        if (sum(bytes) != row.getLong(2)) {
            throw new Damage(new Fault.In(path, "it does not match its checksum"));
        }
        try {
            return Tile.parse(path, bytes);
        } catch (Malformed wrong) {
            throw new Damage(new Fault.In(path, wrong.reason()));
        }
    }

    @Override
    public Optional<Bytes> checkpoint() {
        String sql = "SELECT bytes FROM checkpoint WHERE log_id = ? ORDER BY size DESC LIMIT 1";
        return database.read(connection -> rows(connection, sql, row -> Bytes.of(bytes(row, 1)), log).stream()
                .findFirst());
    }

    @Override
    public void save(Note checkpoint) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        String sql = "INSERT INTO checkpoint (log_id, size, bytes) VALUES (?, ?, ?) "
                + "ON CONFLICT (log_id, size) DO UPDATE SET bytes = excluded.bytes";
        database.write(connection -> update(connection, sql, log, size, checkpoint.bytes()));
    }

    @Override
    public void erase(long index) {
        String sql = "UPDATE payload SET salt = NULL, bytes = NULL WHERE log_id = ? AND idx = ?";
        database.write(connection -> update(connection, sql, log, index));
        database.settle();
    }

    private static long sum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static <T> List<T> rows(Connection connection, String sql, Row<T> read, Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            var answer = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answer.add(read.of(rows));
                }
            }
            return answer;
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /// Reads one row.
    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record Held(long index, Optional<Payload> payload) {}

    @SuppressWarnings("ArrayRecordComponent") // Held for one statement, never compared.
    private record Numbered(long index, byte[] bytes) {}
}
