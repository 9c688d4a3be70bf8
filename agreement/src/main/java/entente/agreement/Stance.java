package entente.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// The standing of a commitment on one day in the world, by one day of knowledge, without its proof; and the facts
/// that count in each test of its body, so that one fact more is weighed without sifting all the others again.
record Stance(Commitment commitment, List<List<Fact>> counted, Standing standing) {
    private static final Comparator<Fact> BY_LAST_DAY =
            Comparator.comparing((Fact fact) -> fact.happened().last()).thenComparing(Fact::id);

    static Stance of(Register register, Commitment commitment, LocalDate world, LocalDate known) {
        return switch (commitment.nature()) {
            case Commitment.Nature.Measured(Body body) -> {
                List<Fact> candidates = register.candidates(commitment.id(), known);
                LocalDate begins = register.begins(commitment);
                List<List<Fact>> counted = tests(body)
                        .map(test -> new Sieve(test, begins, world).counted(candidates))
                        .toList();
                yield of(register, commitment, body, counted, world);
            }
            case Commitment.Nature.Judged _, Commitment.Nature.Principle _ ->
                new Stance(
                        commitment,
                        List.of(),
                        new Assessment(register, commitment, world, known)
                                .finding()
                                .standing());
        };
    }

    private static Stance of(
            Register register, Commitment commitment, Body body, List<List<Fact>> counted, LocalDate world) {
        LocalDate begins = register.begins(commitment);
        return new Stance(commitment, counted, standing(body, counted.iterator(), begins, world));
    }

    private static Standing standing(Body body, Iterator<List<Fact>> counted, LocalDate begins, LocalDate world) {
        return switch (body) {
            case Body.Test test -> new Measurement(test, begins, world, counted.next()).standing();
            case Body.AtLeast(int k, List<Body> of) -> {
                List<Standing> parts = new ArrayList<>();
                of.forEach(part -> parts.add(standing(part, counted, begins, world)));
                yield Assessment.kth(k, parts.stream());
            }
        };
    }

    private static Stream<Body.Test> tests(Body body) {
        return switch (body) {
            case Body.Test test -> Stream.of(test);
            case Body.AtLeast(var _, List<Body> of) -> of.stream().flatMap(Stance::tests);
        };
    }

    /// After one more candidate, which displaces nothing and is not displaced.
    Stance with(Fact fact, Register register, LocalDate world) {
        if (!(commitment.nature() instanceof Commitment.Nature.Measured(Body body))) {
            return this;
        }
        LocalDate begins = register.begins(commitment);
        Iterator<List<Fact>> before = counted.iterator();
        List<List<Fact>> after = tests(body)
                .map(test -> {
                    List<Fact> facts = before.next();
                    return new Sieve(test, begins, world).failed(fact).isPresent() ? facts : with(fact, facts);
                })
                .toList();
        return after.equals(counted) ? this : of(register, commitment, body, after, world);
    }

    private static List<Fact> with(Fact fact, List<Fact> facts) {
        List<Fact> more = new ArrayList<>(facts.size() + 1);
        int place = -1 - Collections.binarySearch(facts, fact, BY_LAST_DAY);
        more.addAll(facts.subList(0, place));
        more.add(fact);
        more.addAll(facts.subList(place, facts.size()));
        return more;
    }
}
