package entente.bench;

import entente.bench.plain.Deed;
import entente.bench.plain.Row;
import java.util.List;
import java.util.Map;

/// Another engine that keeps rows standing by the deeds it is told.
interface Peer extends AutoCloseable {
    String name();

    void load(List<Row> rows);

    /// Tells deeds, and works out how every row then stands.
    Map<Integer, Integer> tell(List<Deed> deeds);

    @Override
    void close();
}
