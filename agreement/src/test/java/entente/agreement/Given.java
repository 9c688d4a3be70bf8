package entente.agreement;

import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Commitment.Nature;
import entente.agreement.Fact.Kind;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.terms.Money;
import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Invented agreements and facts. Few names, few numbers and few days, so that they meet often.
final class Given {
    static final LocalDate START = LocalDate.of(2020, 1, 1);
    static final Currency EUR = Currency.getInstance("EUR");
    static final ClauseId CLAUSE = new ClauseId("pact", "c1");
    static final CommitmentId K1 = CLAUSE.commitment("k1");
    static final Words WORDS = Words.same("words");
    static final Source SOURCE = new Source("https://example.org/", "Example", Source.Kind.OFFICIAL);
    static final Set<Party> BOTH = Set.of(Party.values());

    private static final List<String> COUNTED = List.of("x", "y");
    private static final List<String> NAMED = List.of("p", "q", "r");

    private final Random random;

    /// The number of days on which something can happen.
    private final int span;

    Given(Random random) {
        this.random = random;
        this.span = one(40, 120, 500);
    }

    // Chance.

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

    int number(int bound) {
        return random.nextInt(bound);
    }

    static LocalDate day(int number) {
        return START.plusDays(number);
    }

    LocalDate day() {
        return day(random.nextInt(span));
    }

    /// A day of which many are drawn: the first or last of a month, where most things end.
    private LocalDate edge() {
        LocalDate month = day().withDayOfMonth(1);
        return month.plusDays(one(-1, 0, 0, 14));
    }

    LocalDate someDay() {
        return chance(50) ? day() : edge();
    }

    private Period stretch() {
        LocalDate from = someDay();
        LocalDate until = from.plusDays(random.nextInt(span / 2));
        return from.equals(until) ? Period.day(from) : Period.parse(from + "/" + until);
    }

    Period period() {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return Period.parse("XXXX");
        }
        if (kind == 1) {
            return Period.parse(someDay() + "/..");
        }
        return kind < 13 ? Period.day(someDay()) : stretch();
    }

    BigDecimal value(int bound) {
        return chance(80)
                ? BigDecimal.valueOf(random.nextInt(bound))
                : BigDecimal.valueOf(random.nextInt(10 * bound), 1);
    }

    private SortedSet<String> names() {
        return new TreeSet<>(
                Stream.generate(() -> anyOf(NAMED)).limit(one(1, 1, 2)).toList());
    }

    // Facts.

    Figure figure() {
        return chance(40) ? sum() : count(anyOf(COUNTED));
    }

    Figure.Sum sum() {
        BigDecimal low = chance(15) ? value(5) : null;
        BigDecimal high = low == null ? null : BigDecimal.valueOf(9);
        return new Figure.Sum(
                Money.major(value(7), chance(90) ? EUR : Currency.getInstance("GBP")),
                chance(85) ? Stage.PAID : Stage.PROMISED,
                chance(80) ? Role.PART : one(Role.values()),
                chance(80) ? Bound.EXACT : one(Bound.values()),
                low,
                high);
    }

    Figure.Count count(String of) {
        BigDecimal low = chance(15) ? value(5) : null;
        BigDecimal high = low == null ? null : BigDecimal.valueOf(9);
        return new Figure.Count(value(7), of, WORDS, chance(85) ? Bound.EXACT : one(Bound.values()), low, high);
    }

    Map<Tag, SortedSet<String>> tags() {
        Map<Tag, SortedSet<String>> tags = new EnumMap<>(Tag.class);
        for (Tag tag : Tag.values()) {
            if (chance(tag == Tag.SUBJECT ? 70 : 35)) {
                tags.put(tag, names());
            }
        }
        return tags;
    }

    /// A fact with nothing in it but these: its day, what it bears on, its figures.
    static Fact plain(String id, Period happened, Figure... figures) {
        return new Fact(
                id,
                Kind.RESULT,
                happened,
                Period.day(START),
                Set.of(Party.FRANCE),
                Fact.Grade.EVIDENCED,
                WORDS,
                WORDS,
                List.of(new Fact.Bearing(CLAUSE, null)),
                WORDS,
                Arrays.asList(figures),
                Map.of(),
                List.of(),
                List.of(),
                new TreeSet<>(),
                SOURCE,
                null);
    }

    private List<Fact.Bearing> bearings(List<CommitmentId> commitments) {
        return commitments.stream()
                .filter(_ -> chance(50))
                .map(id -> new Fact.Bearing(id.clause(), chance(70) ? null : id.commitment()))
                .toList();
    }

    Fact fact(String id, List<CommitmentId> commitments, List<String> earlier) {
        List<Fact.Judging> judges = new ArrayList<>();
        while (chance(35)) {
            judges.add(new Fact.Judging(
                    anyOf(commitments),
                    one(BOTH, Set.of(Party.FRANCE), Set.of(Party.UNITED_KINGDOM)),
                    one(Standing.values())));
        }
        SortedSet<String> disagrees = new TreeSet<>();
        if (!earlier.isEmpty() && chance(15)) {
            disagrees.add(anyOf(earlier));
        }
        return new Fact(
                id,
                chance(60) ? Kind.PAYMENT : one(Kind.RESULT, Kind.DELIVERY, Kind.STATEMENT),
                period(),
                chance(90) ? Period.day(day()) : period(),
                one(BOTH, Set.of(), Set.of(Party.FRANCE), Set.of(Party.UNITED_KINGDOM)),
                one(Fact.Grade.values()),
                WORDS,
                WORDS,
                bearings(commitments),
                WORDS,
                Stream.generate(this::figure).limit(one(0, 1, 2, 2, 2, 3)).toList(),
                tags(),
                judges,
                chance(15) ? List.of(anyOf(commitments)) : List.of(),
                disagrees,
                SOURCE,
                null);
    }

    /// Things told about these commitments, each on a day of its own, some of them corrections and retractions of
    /// others.
    List<Held> held(int count, List<CommitmentId> commitments) {
        List<Held> held = new ArrayList<>();
        List<String> earlier = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            String id = "f" + place;
            int kind = earlier.isEmpty() ? 9 : random.nextInt(10);
            Told told = switch (kind) {
                case 0 -> new Told.Retracted(anyOf(earlier), WORDS, Period.day(day()), SOURCE);
                case 1 -> new Told.Corrected(anyOf(earlier), fact(id, commitments, earlier), WORDS);
                default -> new Told.Asserted(fact(id, commitments, earlier));
            };
            if (kind > 0) {
                earlier.add(id);
            }
            held.add(new Held(0, told, chance(50) ? day() : day(2 * span)));
        }
        return held;
    }

    // Promises.

    Measure measure() {
        String of = anyOf(COUNTED);
        return switch (random.nextInt(9)) {
            case 0 -> new Measure.Money(EUR, Stage.PAID);
            case 1 -> new Measure.Total(of);
            case 2 -> new Measure.Facts();
            case 3 -> new Measure.Distinct(one(Tag.PLACE, Tag.SUBJECT));
            case 4 -> new Measure.Covered(of, BigDecimal.valueOf(random.nextInt(5)));
            case 5 -> new Measure.Least(of);
            case 6 -> new Measure.Latest(of);
            case 7 -> new Measure.Elapsed("x", "y");
            default -> chance(50) ? new Measure.Ratio("x", "y") : new Measure.Latest(of);
        };
    }

    Earmark earmark() {
        return new Earmark(
                chance(30) ? new TreeSet<>(List.of(Kind.PAYMENT, one(Kind.values()))) : new TreeSet<>(),
                chance(30) ? Map.of(one(Tag.values()), new TreeSet<>(List.of("p", one("q", "r")))) : Map.of(),
                chance(20) ? stretch() : null);
    }

    private Earmark never() {
        return new Earmark(
                chance(20) ? new TreeSet<>(Set.of(Kind.STATEMENT)) : new TreeSet<>(),
                chance(20) ? Map.of(one(Tag.values()), new TreeSet<>(Set.of("r"))) : Map.of(),
                chance(10) ? stretch() : null);
    }

    @Nullable
    LocalDate lapses() {
        return chance(40) ? someDay() : null;
    }

    Schedule schedule(Measure measure) {
        if (measure instanceof Measure.Elapsed) {
            return new Schedule.Within(random.nextInt(20), lapses());
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Schedule.By(chance(10) ? Period.parse(someDay() + "/..") : stretch(), lapses());
            case 2, 3 -> {
                LocalDate from = someDay();
                yield new Schedule.Each(one(Calendar.values()), from, from.plusDays(random.nextInt(span)), lapses());
            }
            default -> new Schedule.Throughout(chance(10) ? Period.parse(someDay() + "/..") : stretch());
        };
    }

    Threshold threshold(Measure measure) {
        int bound = measure instanceof Measure.Covered ? span / 2 : measure instanceof Measure.Ratio ? 3 : 9;
        Supplier<BigDecimal> number = () -> value(bound);
        return switch (random.nextInt(8)) {
            case 0 -> new Threshold.AtMostThis(number.get());
            case 1 -> new Threshold.Exactly(number.get());
            case 2 -> {
                BigDecimal low = number.get();
                yield new Threshold.Between(low, low.add(number.get()));
            }
            case 3 ->
                new Threshold.Table(Stream.generate(number).limit(one(1, 2, 3)).toList());
            case 4 -> new Threshold.Share(BigDecimal.valueOf(random.nextInt(120)), measure());
            default -> new Threshold.AtLeastThis(number.get());
        };
    }

    Tolerance tolerance() {
        return chance(40)
                ? Tolerance.NONE
                : new Tolerance(
                        chance(40) ? value(4) : BigDecimal.ZERO,
                        chance(40) ? BigDecimal.valueOf(random.nextInt(60)) : BigDecimal.ZERO,
                        chance(50) ? random.nextInt(span / 4) : 0,
                        chance(50) ? random.nextInt(4) : 0,
                        chance(50) ? random.nextInt(span / 4) : 0);
    }

    Body.Test test() {
        return test(measure());
    }

    Body.Test test(Measure measure) {
        return new Body.Test(
                measure,
                chance(60) ? Earmark.NONE : earmark(),
                chance(70) ? Earmark.NONE : never(),
                schedule(measure),
                threshold(measure),
                tolerance());
    }

    Body body(int depth) {
        if (depth == 0 || chance(65)) {
            return test();
        }
        List<Body> parts =
                Stream.generate(() -> body(depth - 1)).limit(one(2, 2, 3)).toList();
        return new Body.AtLeast(1 + random.nextInt(parts.size()), parts);
    }

    /// The same body, with something changed in each test of it.
    static Body changed(Body body, UnaryOperator<Body.Test> change) {
        return switch (body) {
            case Body.Test test -> change.apply(test);
            case Body.AtLeast(int k, List<Body> of) ->
                new Body.AtLeast(
                        k, of.stream().map(part -> changed(part, change)).toList());
        };
    }

    static Body.Test earmarked(Body.Test test, Earmark only) {
        return new Body.Test(test.measure(), only, test.never(), test.schedule(), test.threshold(), test.tolerance());
    }

    static Body.Test tolerating(Body.Test test, Tolerance tolerance) {
        return new Body.Test(test.measure(), test.only(), test.never(), test.schedule(), test.threshold(), tolerance);
    }

    static Commitment commitment(
            CommitmentId id, @Nullable Period active, Commitment.@Nullable Superseded superseded, Nature nature) {
        return new Commitment(
                id,
                BOTH,
                null,
                null,
                WORDS,
                WORDS,
                null,
                null,
                null,
                active,
                null,
                null,
                List.of(),
                superseded,
                List.of(),
                nature);
    }

    Commitment commitment(CommitmentId id) {
        int kind = random.nextInt(20);
        Nature nature = kind == 0
                ? new Nature.Principle()
                : kind < 4
                        ? new Nature.Judged(List.of(WORDS), chance(50) ? Period.day(day()) : null)
                        : new Nature.Measured(body(2));
        return commitment(
                id,
                chance(25) ? stretch() : null,
                chance(20) ? new Commitment.Superseded(K1, someDay()) : null,
                nature);
    }

    static Agreement agreement(String id, List<Clause> clauses) {
        return new Agreement(
                id, WORDS, Period.day(START), null, null, null, null, BOTH, List.of(), null, List.of(), clauses);
    }

    static Clause clause(ClauseId id, @Nullable Period since, List<Commitment> commitments) {
        return new Clause(id, since, WORDS, Clause.Basis.EXCERPT, "https://example.org/", commitments);
    }

    /// An agreement with this one commitment, [#K1].
    static Agreement pact(Nature nature) {
        return agreement("pact", List.of(clause(CLAUSE, null, List.of(commitment(K1, null, null, nature)))));
    }

    static Agreement pact(Body body) {
        return pact(new Nature.Measured(body));
    }

    List<Agreement> agreements() {
        return IntStream.range(0, 2)
                .mapToObj(place -> {
                    String id = place == 0 ? "pact" : "treaty";
                    return agreement(id, List.of(clause(new ClauseId(id, "c1"), 2), clause(new ClauseId(id, "c2"), 1)));
                })
                .toList();
    }

    private Clause clause(ClauseId id, int commitments) {
        return clause(
                id,
                chance(20) ? Period.day(someDay()) : null,
                IntStream.rangeClosed(1, commitments)
                        .mapToObj(place -> commitment(id.commitment("k" + place)))
                        .toList());
    }

    static List<CommitmentId> ids(List<Agreement> agreements) {
        return agreements.stream()
                .flatMap(Agreement::commitments)
                .map(Commitment::id)
                .toList();
    }

    World world() {
        List<Agreement> agreements = agreements();
        return new World(agreements, held(6 + random.nextInt(20), ids(agreements)));
    }

    /// A world date: most often near to something.
    LocalDate date() {
        return chance(60) ? someDay() : day(span + random.nextInt(span));
    }

    LocalDate known() {
        return chance(70) ? day(span / 2 + random.nextInt(span)) : day();
    }

    /// Agreements and what was told about them.
    record World(List<Agreement> agreements, List<Held> held) {
        Register register() {
            return Register.BLANK.with(agreements, held);
        }

        Checker checker() {
            return new Checker(agreements, held);
        }

        World holding(List<Held> others) {
            return new World(agreements, others);
        }
    }
}
