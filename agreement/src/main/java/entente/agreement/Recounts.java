package entente.agreement;

import entente.agreement.Line.Reason;
import entente.agreement.Recount.Cause;
import entente.agreement.Recount.Doubt;
import entente.agreement.Recount.Outcome;
import entente.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All published totals of a ledger, each to be made again when it is asked for: a total is held against the lines of
/// its agreements and stage whose time meets its own, and against no others.
public final class Recounts {
    private final List<Line> totals;
    private final Map<Key, Strand> strands = new HashMap<>();

    private record Key(Figure.Stage stage, String agreement) {}

    private Recounts(List<Line> totals) {
        this.totals = totals;
    }

    /// Give it the ledger of all agreements: a total may cover several.
    public static Recounts of(Ledger ledger) {
        Recounts recounts = new Recounts(ledger.lines().stream()
                .filter(line -> line.refused() == Reason.TOTAL)
                .sorted(Ledger.BY_DATE)
                .toList());
        for (int place = 0; place < ledger.lines().size(); place++) {
            Line line = ledger.lines().get(place);
            if (Recount.comparable(line)) {
                for (String agreement : line.agreements()) {
                    recounts.strands
                            .computeIfAbsent(new Key(line.stage(), agreement), _ -> new Strand())
                            .add(line, place);
                }
            }
        }
        recounts.strands.values().forEach(Strand::order);
        return recounts;
    }

    /// The published totals, the oldest first.
    public List<Line> totals() {
        return totals;
    }

    /// A total with its parts and its doubts, in the order of the ledger.
    public Recount of(Line total) {
        Period time = Recount.time(total);
        TreeMap<Integer, Line> candidates = new TreeMap<>();
        walk(
                total,
                (strand, take) -> strand.meeting(time, take),
                placed -> candidates.put(placed.place(), placed.line()));
        List<Line> parts = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        for (Line line : candidates.values()) {
            Set<Cause> causes = Recount.causes(line, total);
            if (causes.isEmpty()) {
                parts.add(line);
            } else {
                doubts.add(new Doubt(line, causes));
            }
        }
        return new Recount(total, parts, doubts);
    }

    /// What comes of a total, without naming its parts.
    public Outcome outcome(Line total) {
        Period time = Recount.time(total);
        long[] minor = new long[1];
        int[] parts = new int[1];
        if (time != null) {
            walk(total, (strand, take) -> strand.within(time, take), placed -> {
                Line line = placed.line();
                if (line.added()
                        && line.money().currency().equals(total.money().currency())
                        && Recount.causes(line, total).isEmpty()) {
                    minor[0] = Math.addExact(minor[0], line.money().minor());
                    parts[0]++;
                }
            });
        }
        return Recount.outcome(total, parts[0], minor[0]);
    }

    /// Walks through the strands of a total, and takes each line once: what bears on several agreements of the total
    /// stands in the strand of each.
    private void walk(Line total, BiConsumer<Strand, Consumer<Placed>> through, Consumer<Placed> take) {
        for (String agreement : total.agreements()) {
            Strand strand = strands.get(new Key(total.stage(), agreement));
            if (strand != null) {
                through.accept(strand, placed -> {
                    Set<String> agreements = placed.line().agreements();
                    if (agreements.size() == 1
                            || agreements.stream()
                                    .filter(total.agreements()::contains)
                                    .findFirst()
                                    .equals(Optional.of(agreement))) {
                        take.accept(placed);
                    }
                });
            }
        }
    }

    private record Placed(Line line, int place, LocalDate first, LocalDate last) {}

    /// The lines of one agreement and stage by the day on which they begin.
    private static final class Strand {
        private final List<Placed> timed = new ArrayList<>();
        private final List<Placed> untimed = new ArrayList<>();
        /// The last day of all up to here: where it is before a total, so is everything from there on down.
        private final List<LocalDate> reach = new ArrayList<>();

        void add(Line line, int place) {
            Period time = Recount.time(line);
            if (time == null) {
                untimed.add(new Placed(line, place, LocalDate.MIN, LocalDate.MAX));
            } else {
                timed.add(new Placed(line, place, time.first(), time.last()));
            }
        }

        void order() {
            timed.sort(Comparator.comparing(Placed::first));
            LocalDate until = LocalDate.MIN;
            for (Placed one : timed) {
                until = one.last().isAfter(until) ? one.last() : until;
                reach.add(until);
            }
        }

        /// All whose time is not known, and those that share a day with a time; all where it is null.
        void meeting(@Nullable Period time, Consumer<Placed> take) {
            untimed.forEach(take);
            LocalDate from = time == null ? LocalDate.MIN : time.first();
            LocalDate until = time == null ? LocalDate.MAX : time.last();
            for (int at = after(until) - 1; at >= 0 && !reach.get(at).isBefore(from); at--) {
                if (!timed.get(at).last().isBefore(from)) {
                    take.accept(timed.get(at));
                }
            }
        }

        /// Those that begin and end in a time.
        void within(Period time, Consumer<Placed> take) {
            int end = after(time.last());
            for (int at = after(time.first().minusDays(1)); at < end; at++) {
                if (!timed.get(at).last().isAfter(time.last())) {
                    take.accept(timed.get(at));
                }
            }
        }

        /// How many begin by a day.
        private int after(LocalDate until) {
            int low = 0;
            int high = timed.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (timed.get(middle).first().isAfter(until)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}
