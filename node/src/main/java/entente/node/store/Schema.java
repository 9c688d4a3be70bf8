package entente.node.store;

import java.util.List;

/// The tables, in SQL that SQLite and PostgreSQL both read.
///
/// Every key begins with the log. The application gives every number. `sum` is a CRC-32C over the bytes
/// beside it. A row of `payload` without salt and bytes stands for one that was withheld or erased; no row
/// at all is damage.
final class Schema {
    static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS log (
                log_id BIGINT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY (log_id), UNIQUE (origin))""", """
            CREATE TABLE IF NOT EXISTS log_head (
                log_id BIGINT NOT NULL, size BIGINT NOT NULL, root BYTEA NOT NULL, PRIMARY KEY (log_id))""", """
            CREATE TABLE IF NOT EXISTS entry (
                log_id BIGINT NOT NULL, idx BIGINT NOT NULL, bytes BYTEA NOT NULL, sum BIGINT NOT NULL,
                PRIMARY KEY (log_id, idx))""", """
            CREATE TABLE IF NOT EXISTS payload (
                log_id BIGINT NOT NULL, idx BIGINT NOT NULL, salt BYTEA, bytes BYTEA, PRIMARY KEY (log_id, idx))""", """
            CREATE TABLE IF NOT EXISTS tile (
                log_id BIGINT NOT NULL, level BIGINT NOT NULL, idx BIGINT NOT NULL, bytes BYTEA NOT NULL,
                sum BIGINT NOT NULL, PRIMARY KEY (log_id, level, idx))""", """
            CREATE TABLE IF NOT EXISTS checkpoint (
                log_id BIGINT NOT NULL, size BIGINT NOT NULL, bytes BYTEA NOT NULL, PRIMARY KEY (log_id, size))""");

    private Schema() {}
}
