package entente.agreement;

import entente.agreement.Commitment.Nature;
import entente.agreement.Fact.Kind;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.terms.Money;
import entente.terms.Party;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Invented agreements and facts about money. Sums are powers of two of minor units, so that no two sets of them
/// come to the same.
final class Purse {
    static final LocalDate KNOWN = LocalDate.of(2030, 1, 1);
    private static final List<String> TIMES = List.of(
            "XXXX",
            "2018/..",
            "../2016",
            "2014",
            "2014~",
            "2015",
            "2016",
            "2014-04/2015-03",
            "2015-04/2016-03",
            "2015-03-31",
            "2015-04-01",
            "2014-12-31",
            "2015-01-14",
            "2015-01-15",
            "2016-01-14",
            "2015-12",
            "2016-21",
            "2014-09/2016-02",
            "2016-03-30/2016-04-02",
            "2019-07");
    private static final List<String> NAMED = List.of("p", "q", "r", "s");

    private final Random random;
    private int sums;

    Purse(Random random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T anyOf(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Period time() {
        return Period.parse(anyOf(TIMES));
    }

    Sum sum(Stage stage, Role role) {
        Currency currency = chance(70) ? Given.EUR : Currency.getInstance("GBP");
        return new Sum(
                new Money(1L << sums++ % 56, currency), stage, role, one(Bound.EXACT, one(Bound.values())), null, null);
    }

    private Role role() {
        return chance(50) ? Role.PART : one(Role.values());
    }

    private SortedSet<String> names() {
        return new TreeSet<>(
                Stream.generate(() -> anyOf(NAMED)).limit(one(1, 1, 2)).toList());
    }

    private Nature nature() {
        if (chance(40)) {
            return new Nature.Principle();
        }
        Body.Schedule schedule = one(
                new Body.Schedule.By(time(), null),
                new Body.Schedule.By(Period.parse("2015-12"), null),
                new Body.Schedule.Throughout(time()));
        Body.Test test = new Body.Test(
                new Body.Measure.Money(one(Given.EUR, Currency.getInstance("GBP")), Stage.PAID),
                new Body.Earmark(new TreeSet<>(), Map.of(), chance(30) ? time() : null),
                Body.Earmark.NONE,
                schedule,
                new Body.Threshold.AtLeastThis(BigDecimal.ONE),
                Body.Tolerance.NONE);
        return new Nature.Measured(chance(70) ? test : new Body.AtLeast(1, List.of(test, test)));
    }

    private Commitment commitment(CommitmentId id) {
        return new Commitment(
                id,
                one(Given.BOTH, Set.of(Party.FRANCE), Set.of()),
                chance(30) ? Given.WORDS : null,
                chance(60) ? Given.WORDS : null,
                Given.WORDS,
                Given.WORDS,
                null,
                null,
                null,
                chance(20) ? time() : null,
                chance(80) ? sum(one(Stage.values()), role()) : null,
                chance(25) ? Given.K1 : null,
                List.of(),
                null,
                chance(50) ? List.of("money") : List.of("money", anyOf(NAMED)),
                nature());
    }

    List<Agreement> agreements() {
        return Stream.of("pact", "treaty", "accord")
                .map(id -> new Agreement(
                        id,
                        Given.WORDS,
                        Period.parse(one("2015-01-15", "2015-01-15", "2014-04-01", "2015-02", "2015-03-31~")),
                        null,
                        null,
                        null,
                        null,
                        Given.BOTH,
                        List.of(),
                        null,
                        List.of(),
                        Stream.of("c1", "c2")
                                .map(clause -> new ClauseId(id, clause))
                                .map(clause -> Given.clause(
                                        clause,
                                        chance(10) ? Period.parse(one("2015-06", "2031")) : null,
                                        IntStream.rangeClosed(1, one(1, 1, 2))
                                                .mapToObj(place -> commitment(clause.commitment("k" + place)))
                                                .toList()))
                                .toList()))
                .toList();
    }

    private Fact fact(String id, List<Agreement> agreements) {
        Map<Tag, SortedSet<String>> tags = new EnumMap<>(Tag.class);
        for (Tag tag : Tag.values()) {
            if (chance(60)) {
                tags.put(tag, names());
            }
        }
        return new Fact(
                id,
                Kind.PAYMENT,
                time(),
                Period.day(chance(90) ? Given.START : KNOWN.plusYears(1)),
                Given.BOTH,
                Fact.Grade.CLAIMED,
                Given.WORDS,
                Given.WORDS,
                agreements.stream()
                        .flatMap(agreement -> agreement.clauses().stream())
                        .filter(_ -> chance(25))
                        .map(clause -> new Fact.Bearing(clause.id(), null))
                        .toList(),
                Given.WORDS,
                Stream.<Figure>generate(() -> chance(15)
                                ? new Figure.Count(BigDecimal.ONE, "x", Given.WORDS, Bound.EXACT, null, null)
                                : sum(chance(60) ? Stage.PAID : one(Stage.values()), role()))
                        .limit(one(0, 1, 1, 2, 3))
                        .toList(),
                tags,
                List.of(),
                List.of(),
                new TreeSet<>(),
                Given.SOURCE,
                null);
    }

    /// Three agreements, facts about them, one of the facts perhaps retracted.
    Given.World world() {
        return world(4 + random.nextInt(9));
    }

    Given.World world(int many) {
        List<Agreement> agreements = agreements();
        List<Held> held = new ArrayList<>();
        for (int place = 0; place < many; place++) {
            held.add(new Held(0, new Told.Asserted(fact("f" + place, agreements)), KNOWN.plusYears(2)));
        }
        if (chance(30)) {
            held.add(new Held(
                    0,
                    new Told.Retracted("f0", Given.WORDS, Period.day(Given.START), Given.SOURCE),
                    KNOWN.plusYears(2)));
        }
        return new Given.World(agreements, held);
    }
}
