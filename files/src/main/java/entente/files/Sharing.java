package entente.files;

import entente.agreement.Fact;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure;
import entente.agreement.Source;
import entente.agreement.Told;
import entente.terms.Period;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Lets facts that are read one after another hold the same object where they say the same, so that a million of them
/// fit into memory: few publishers, places, dates and units are told of again and again. Facts come out equal to what
/// they were. It remembers at most 65,536 parts, each until another takes its place, and may be used from any thread.
/// It is meant
/// to last as long as one reading of many facts.
public final class Sharing {
    private static final int BITS = 16;
    /// Fibonacci hashing: spreads hash codes that lie close together (Knuth, The Art of Computer Programming 6.4).
    private static final int SPREAD = 0x9E3779B9;

    private final AtomicReferenceArray<@Nullable Object> kept = new AtomicReferenceArray<>(1 << BITS);

    /// Nothing is remembered yet.
    public Sharing() {}

    /// The same thing told, of parts that others hold as well. Its id, and what it says, are its own.
    public Told told(Told told) {
        return switch (told) {
            case Told.Asserted(Fact fact) -> new Told.Asserted(fact(fact));
            case Told.Corrected(String of, Fact fact, Words reason) -> new Told.Corrected(of, fact(fact), one(reason));
            case Told.Retracted(String of, Words reason, Period reported, Source source) ->
                new Told.Retracted(of, one(reason), one(reported), source(source));
        };
    }

    /// The same reading, of things told that hold what others hold.
    public Reading reading(Reading reading) {
        return reading instanceof Reading.OfFacts(List<Told> told, var marks)
                ? new Reading.OfFacts(told.stream().map(this::told).toList(), marks)
                : reading;
    }

    private Fact fact(Fact fact) {
        return new Fact(
                fact.id(),
                fact.kind(),
                one(fact.happened()),
                one(fact.reported()),
                one(fact.by()),
                fact.grade(),
                one(fact.who()),
                one(fact.where()),
                one(fact.bearsOn(), list -> each(list, this::one)),
                fact.says(),
                each(fact.figures(), this::figure),
                one(fact.tags(), this::tags),
                each(fact.judges(), this::one),
                each(fact.waives(), this::one),
                fact.disagreesWith(),
                one(fact.source(), this::source),
                fact.note());
    }

    private Figure figure(Figure figure) {
        return switch (figure) {
            case Figure.Sum sum -> sum;
            case Figure.Count(var value, String of, Words unit, var bound, var low, var high) ->
                new Figure.Count(value, one(of), one(unit), bound, low, high);
        };
    }

    private Map<Tag, SortedSet<String>> tags(Map<Tag, SortedSet<String>> tags) {
        Map<Tag, SortedSet<String>> shared = new EnumMap<>(Tag.class);
        tags.forEach((tag, values) -> shared.put(tag, one(values)));
        return Map.copyOf(shared);
    }

    private Source source(Source source) {
        return new Source(one(source.address()), one(source.publisher()), source.kind());
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> share) {
        if (list.isEmpty()) {
            return list;
        }
        List<T> shared = new ArrayList<>(list);
        shared.replaceAll(share);
        return List.copyOf(shared);
    }

    private <T> T one(T value) {
        return one(value, UnaryOperator.identity());
    }

    /// The equal object that is remembered, else this one, made of parts that are shared.
    @SuppressWarnings("unchecked")
    private <T> T one(T value, UnaryOperator<T> ofSharedParts) {
        int place = value.hashCode() * SPREAD >>> (Integer.SIZE - BITS);
        Object other = kept.getAcquire(place);
        // Of the same class, for a sorted set may equal one that is not.
        if (other != null && other.getClass() == value.getClass() && other.equals(value)) {
            return (T) other;
        }
        T shared = ofSharedParts.apply(value);
        kept.setRelease(place, shared);
        return shared;
    }
}
