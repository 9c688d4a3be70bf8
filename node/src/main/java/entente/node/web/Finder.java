package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.node.Chronicle;
import entente.node.Filed;
import entente.node.Snapshot;
import entente.record.Bytes;
import entente.record.Entry;
import entente.record.EntryBundle;
import entente.record.LogPath;
import entente.record.Tree;
import entente.terms.Digest;
import entente.terms.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds what a reader asks for in a record: built once from a snapshot, then only read. It never changes.
final class Finder {
    /// The most results of one kind that are handed over; all are counted.
    static final int MOST = 50;

    private static final int CERTAIN = 100_000;
    private static final int NEAR = 50_000;
    private static final int THEN = 20;

    private final Snapshot snapshot;
    /// Agreements, then clauses, then facts with the last reported first.
    private final List<Findable> items;
    private final int clauses;
    private final int facts;
    private final WordIndex words;
    private final Map<Part, SortedMap<String, List<Integer>>> named = new EnumMap<>(Part.class);
    private final double[] amounts;
    private final int[] amountOf;
    private final byte[] leaves;
    private final byte[] commitments;

    private Finder(Snapshot snapshot, List<Findable> items, int clauses, int facts, byte[] leaves, byte[] commitments) {
        this.snapshot = snapshot;
        this.items = items;
        this.clauses = clauses;
        this.facts = facts;
        this.words = WordIndex.of(items);
        this.leaves = leaves;
        this.commitments = commitments;
        List<Map.Entry<Double, Integer>> numbers = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            for (Part part : Part.values()) {
                for (String value : items.get(item).named(part)) {
                    named.computeIfAbsent(part, _ -> new TreeMap<>())
                            .computeIfAbsent(value, _ -> new ArrayList<>())
                            .add(item);
                }
            }
            for (Figure figure : items.get(item).figures()) {
                for (BigDecimal value : values(figure)) {
                    numbers.add(Map.entry(value.doubleValue(), item));
                }
            }
        }
        numbers.sort(Map.Entry.comparingByKey());
        amounts = numbers.stream().mapToDouble(Map.Entry::getKey).toArray();
        amountOf = numbers.stream().mapToInt(Map.Entry::getValue).toArray();
    }

    Snapshot snapshot() {
        return snapshot;
    }

    static Finder of(Chronicle chronicle, Snapshot snapshot) {
        List<Findable> items = new ArrayList<>();
        for (Agreement agreement : snapshot.register().agreements()) {
            items.add(new Findable.OfAgreement(agreement));
        }
        int clauses = items.size();
        for (Agreement agreement : snapshot.register().agreements()) {
            for (Clause clause : agreement.clauses()) {
                items.add(new Findable.OfClause(agreement, clause));
            }
        }
        int facts = items.size();
        List<Findable.OfFact> told = new ArrayList<>();
        for (Filed filed : snapshot.filed()) {
            Fact fact = filed instanceof Filed.Telling telling
                    ? telling.told().tells().orElse(null)
                    : null;
            if (fact != null) {
                boolean displaced = !snapshot.register().displacers(fact.id()).isEmpty();
                told.add(new Findable.OfFact(fact, filed.index(), displaced));
            }
        }
        told.sort(Comparator.comparing(
                        (Findable.OfFact one) -> one.fact().reported().last())
                .reversed());
        items.addAll(told);
        int size = Math.toIntExact(snapshot.size());
        byte[] leaves = new byte[size * Digest.BYTES];
        byte[] commitments = new byte[size * Digest.BYTES];
        hashes(chronicle, snapshot.size(), leaves, commitments);
        return new Finder(snapshot, List.copyOf(items), clauses, facts, leaves, commitments);
    }

    private static void hashes(Chronicle chronicle, long size, byte[] leaves, byte[] commitments) {
        int at = 0;
        for (LogPath.OfEntries path : (Iterable<LogPath.OfEntries>) LogPath.entries(size)::iterator) {
            byte[] bundle = chronicle
                    .logFile(path.toString())
                    .orElseThrow(() -> new IllegalStateException("the record lacks " + path));
            for (Bytes entry : EntryBundle.parse(path.width(), bundle).entries()) {
                System.arraycopy(Tree.leaf(entry).bytes(), 0, leaves, at, Digest.BYTES);
                System.arraycopy(Entry.parse(entry).commitment().bytes(), 0, commitments, at, Digest.BYTES);
                at += Digest.BYTES;
            }
        }
    }

    private static List<BigDecimal> values(Figure figure) {
        List<BigDecimal> values = new ArrayList<>(List.of(figure.value()));
        if (figure.low() != null) {
            values.add(figure.low());
        }
        if (figure.high() != null) {
            values.add(figure.high());
        }
        return values;
    }

    // Finding.

    Found find(String typed) {
        List<Sought> meanings = Sought.read(typed);
        int[] scores = new int[items.size()];
        List<Found.InLog> entries = new ArrayList<>();
        List<Found.Name> names = new ArrayList<>();
        boolean root = false;
        Period time = null;
        int sought = 0;
        int held = 0;
        for (Sought meaning : meanings) {
            switch (meaning) {
                case Sought.EntryNumber(long value) -> {
                    if (value < snapshot.size()) {
                        entries.add(new Found.InLog(value, new Found.Why.Numbered()));
                    }
                }
                case Sought.Hash hash -> {
                    root = begins(hash, snapshot.root());
                    hashed(hash, entries);
                }
                case Sought.Amount amount -> score(amount, scores);
                case Sought.Time(Period period) -> {
                    time = period;
                    score(period, scores);
                }
                case Sought.ClauseNumber clause -> {
                    for (int item = clauses; item < facts; item++) {
                        scores[item] += fits(clause, items.get(item)) ? CERTAIN : 0;
                    }
                }
                case Sought.Of(Part part, String value) -> {
                    for (int item : with(part, value)) {
                        scores[item] += CERTAIN;
                    }
                }
                case Sought.Phrase(List<String> phrase) -> {
                    // The words of an amount that was found would only bring in what has nothing to do with it.
                    if (!meanings.stream().anyMatch(Sought::definite)
                            || Arrays.stream(scores).allMatch(score -> score == 0)) {
                        sought = phrase.size();
                        held = words.score(phrase, scores);
                        names.addAll(names(phrase));
                    }
                }
            }
        }
        return new Found(
                Found.Some.of(entries),
                root,
                ranked(scores, 0, clauses, meanings),
                ranked(scores, clauses, facts, meanings),
                ranked(scores, facts, items.size(), meanings),
                Found.Some.of(names),
                time,
                sought,
                held);
    }

    private Found.Some<Found.Item> ranked(int[] scores, int from, int until, List<Sought> meanings) {
        // Score above, number below and turned round, so that equals stay in their order.
        long[] order = IntStream.range(from, until)
                .filter(item -> scores[item] > 0)
                .mapToLong(item -> (long) scores[item] << 32 | Integer.MAX_VALUE - item)
                .sorted()
                .toArray();
        List<Found.Item> first = new ArrayList<>();
        for (int at = order.length - 1; at >= 0 && first.size() < MOST; at--) {
            Findable item = items.get(Integer.MAX_VALUE - (int) order[at]);
            first.add(new Found.Item(item, why(item, meanings)));
        }
        return new Found.Some<>(first, order.length);
    }

    private void hashed(Sought.Hash hash, List<Found.InLog> entries) {
        byte[] start = start(hash);
        for (int at = 0; at < leaves.length; at += Digest.BYTES) {
            if (begins(start, leaves, at)) {
                Digest leaf = digest(leaves, at);
                if (begins(hash, leaf)) {
                    entries.add(new Found.InLog(at / Digest.BYTES, new Found.Why.Leaf(leaf)));
                }
            }
            if (begins(start, commitments, at)) {
                Digest commitment = digest(commitments, at);
                if (begins(hash, commitment)) {
                    entries.add(new Found.InLog(at / Digest.BYTES, new Found.Why.Commitment(commitment)));
                }
            }
        }
    }

    private static Digest digest(byte[] all, int at) {
        return Digest.of(Arrays.copyOfRange(all, at, at + Digest.BYTES));
    }

    private static boolean begins(byte[] start, byte[] all, int at) {
        return Arrays.equals(start, 0, start.length, all, at, at + start.length);
    }

    /// The whole bytes that a hash begins with, by what was typed of it.
    private static byte[] start(Sought.Hash hash) {
        String text = hash.text();
        if (hash.hex()) {
            return HexFormat.of().parseHex(text, 0, text.length() / 2 * 2);
        }
        int whole = text.replace("=", "").length() / 4 * 4;
        return java.util.Base64.getDecoder().decode(text.substring(0, whole));
    }

    private static boolean begins(Sought.Hash hash, Digest digest) {
        return (hash.hex() ? digest.hex() : digest.base64()).startsWith(hash.text());
    }

    private void score(Sought.Amount amount, int[] scores) {
        double value = amount.value().doubleValue();
        double slack = amount.slack().doubleValue() * (1 + 1e-9) + value * 1e-12;
        int at = Arrays.binarySearch(amounts, value - slack);
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && amounts[at - 1] >= value - slack) {
            at--;
        }
        for (; at < amounts.length && amounts[at] <= value + slack; at++) {
            int item = amountOf[at];
            Found.Why.Amount fits = fitting(amount, items.get(item));
            if (fits != null) {
                scores[item] = Math.max(scores[item], fits.exact() ? CERTAIN : NEAR);
            }
        }
    }

    private static Found.Why.@Nullable Amount fitting(Sought.Amount amount, Findable item) {
        Found.Why.Amount near = null;
        for (Figure figure : item.figures()) {
            boolean kind = amount.currency() == null
                    || figure instanceof Figure.Sum sum
                            && sum.money().currency().getCurrencyCode().equals(amount.currency());
            for (BigDecimal value : kind ? values(figure) : List.<BigDecimal>of()) {
                BigDecimal off = value.subtract(amount.value()).abs();
                if (off.signum() == 0) {
                    return new Found.Why.Amount(figure, true);
                }
                near = off.compareTo(amount.slack()) <= 0 ? new Found.Why.Amount(figure, false) : near;
            }
        }
        return near;
    }

    private void score(Period period, int[] scores) {
        for (int item = facts; item < items.size(); item++) {
            if (items.get(item) instanceof Findable.OfFact(Fact fact, long _, boolean _)) {
                scores[item] += (in(fact.happened(), period) ? THEN : 0) + (in(fact.reported(), period) ? THEN / 2 : 0);
            }
        }
    }

    private static boolean in(Period one, Period whole) {
        return one.within(whole.first(), whole.last());
    }

    private static boolean fits(Sought.ClauseNumber clause, Findable item) {
        if (!(item instanceof Findable.OfClause(Agreement agreement, Clause one))
                || agreement.number(one) != clause.number()) {
            return false;
        }
        List<String> name = new ArrayList<>(Sought.tokens(agreement.id()));
        name.addAll(Sought.tokens(agreement.title().en()));
        name.addAll(Sought.tokens(agreement.title().fr()));
        return clause.of().stream().allMatch(word -> name.stream().anyMatch(token -> token.startsWith(word)));
    }

    private List<Integer> with(Part part, String value) {
        List<String> wanted = Sought.tokens(value);
        return named.getOrDefault(part, new TreeMap<>()).entrySet().stream()
                .filter(entry -> Sought.tokens(entry.getKey()).equals(wanted))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private List<Found.Name> names(List<String> phrase) {
        List<Found.Name> found = new ArrayList<>();
        named.forEach((part, values) -> values.forEach((value, of) -> {
            List<String> name = new ArrayList<>(Sought.tokens(value));
            name.addAll(Sought.tokens(Findable.shown(part, value).en()));
            name.addAll(Sought.tokens(Findable.shown(part, value).fr()));
            if (phrase.stream()
                    .allMatch(word -> name.stream()
                            .anyMatch(token -> word.length() > 1 ? token.startsWith(word) : token.equals(word)))) {
                found.add(new Found.Name(part, value, of.size()));
            }
        }));
        return found;
    }

    // Found.Why.

    private static List<Found.Why> why(Findable item, List<Sought> meanings) {
        List<Found.Why> why = new ArrayList<>();
        for (Sought meaning : meanings) {
            if (meaning instanceof Sought.Phrase
                    && !why.isEmpty()
                    && meanings.stream().anyMatch(Sought::definite)) {
                break;
            }
            switch (meaning) {
                case Sought.EntryNumber _, Sought.Hash _ -> {}
                case Sought.Amount amount -> {
                    Found.Why.Amount fits = fitting(amount, item);
                    if (fits != null) {
                        why.add(fits);
                    }
                }
                case Sought.Time(Period period) -> {
                    if (item instanceof Findable.OfFact(Fact fact, long _, boolean _)) {
                        if (in(fact.happened(), period)) {
                            why.add(new Found.Why.Happened(fact.happened()));
                        }
                        if (in(fact.reported(), period)) {
                            why.add(new Found.Why.Reported(fact.reported()));
                        }
                    }
                }
                case Sought.ClauseNumber clause -> {
                    if (fits(clause, item)) {
                        why.add(new Found.Why.ClauseNumber(clause.number()));
                    }
                }
                case Sought.Of(Part part, String value) -> {
                    List<String> wanted = Sought.tokens(value);
                    if (item.named(part).stream()
                            .anyMatch(one -> Sought.tokens(one).equals(wanted))) {
                        why.add(new Found.Why.Of(part));
                    }
                }
                case Sought.Phrase(List<String> phrase) -> phrase.forEach(word -> why.addAll(holding(item, word)));
            }
        }
        return why;
    }

    /// The most telling place of a word: none or one for each language.
    private static List<Found.Why> holding(Findable item, String sought) {
        List<Findable.Text> texts = item.texts().stream()
                .sorted(Comparator.comparingInt(
                        (Findable.Text text) -> -text.part().weight()))
                .toList();
        for (Findable.Text text : texts) {
            for (String piece : text.text().split("[^\\p{L}\\p{N}\\p{M}]+", -1)) {
                for (String token : Sought.tokens(piece)) {
                    if (sought.length() > 1 ? token.startsWith(sought) : token.equals(sought)) {
                        return List.of(new Found.Why.Word(piece, text.part(), text.language()));
                    }
                }
            }
        }
        return List.of();
    }
}
