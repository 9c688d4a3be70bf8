package entente.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a proof says, laid flat so that a [Checker] can hold it against the facts: no rule, no tree, no arithmetic,
/// only what came out.
///
/// `rows` are those of all tests of the commitment, in the order of the text.
public record Claim(
        CommitmentId commitment,
        LocalDate world,
        LocalDate known,
        Standing standing,
        SortedSet<Overlay> overlays,
        SortedSet<String> used,
        SortedMap<String, Proof.Test> refused,
        List<Row> rows) {
    public Claim {
        overlays = Collections.unmodifiableSortedSet(new TreeSet<>(overlays));
        used = Collections.unmodifiableSortedSet(new TreeSet<>(used));
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        rows = List.copyOf(rows);
    }

    /// One period of one test; `value` is null where nothing was measured. Two rows are equal where the numbers are,
    /// however many noughts stand after the point.
    public record Row(
            LocalDate from, LocalDate until, @Nullable BigDecimal value, Standing standing) {
        public Row {
            value = value == null ? null : value.stripTrailingZeros();
        }

        @Override
        public String toString() {
            String number = value == null ? "nothing" : value.toPlainString();
            return from + " to " + until + ": " + number + ", " + standing.code();
        }
    }

    public static Claim of(Proof proof) {
        return new Claim(
                proof.commitment(),
                proof.world(),
                proof.known(),
                proof.standing(),
                proof.overlays(),
                proof.used(),
                proof.refused(),
                rows(proof.finding()).toList());
    }

    private static Stream<Row> rows(Proof.Finding finding) {
        return switch (finding) {
            case Proof.Finding.Tested(var _, List<Proof.Row> rows, var _) ->
                rows.stream()
                        .map(row -> new Row(row.window().from(), row.window().until(), row.value(), row.standing()));
            case Proof.Finding.Combined(var _, List<Proof.Finding> parts, var _) ->
                parts.stream().flatMap(Claim::rows);
            case Proof.Finding.Judged _, Proof.Finding.Unjudgeable _ -> Stream.empty();
        };
    }
}
