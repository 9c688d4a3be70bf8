package entente.verify;

import entente.record.Bytes;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The published pages in their form for machines, each fetched once.
///
/// They are fetched before the log is: a log only grows, so that what a page says it rests on must then be in it.
final class Pages {
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private final Site site;
    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();
    private long bytes;

    private sealed interface Fetched {
        record Found(Bytes bytes) implements Fetched {}

        record Absent() implements Fetched {}

        record Failed(Trouble trouble) implements Fetched {}
    }

    Pages(Site site) {
        this.site = site;
    }

    static String list(@Nullable LocalDate known) {
        return "agreements" + (known == null ? "" : "@" + known) + ".json";
    }

    static String agreement(String id, @Nullable LocalDate known) {
        return id + "/agreement" + (known == null ? "" : "@" + known) + ".json";
    }

    /// @throws Trouble when the page could not be had
    Optional<byte[]> fetch(String name) {
        return switch (fetched.computeIfAbsent(name, this::ask)) {
            case Fetched.Found(Bytes found) -> Optional.of(found.toArray());
            case Fetched.Absent() -> Optional.empty();
            case Fetched.Failed(Trouble trouble) -> throw trouble;
        };
    }

    private Fetched ask(String name) {
        if (bytes > MOST_BYTES) {
            return new Fetched.Failed(new Trouble(
                    name + ": it is not read, because the pages together have more than " + MOST_BYTES + " bytes",
                    name + "\u202F: non lu, les pages réunies dépassant " + MOST_BYTES + " octets"));
        }
        try {
            Optional<byte[]> found = site.fetch(name);
            bytes += found.map(one -> one.length).orElse(0);
            return found.<Fetched>map(one -> new Fetched.Found(Bytes.of(one))).orElseGet(Fetched.Absent::new);
        } catch (Trouble trouble) {
            return new Fetched.Failed(trouble);
        }
    }
}
