package entente.bench;

import entente.agreement.Agreement;
import entente.agreement.Body;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Clause;
import entente.agreement.ClauseId;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.agreement.Standings;
import entente.bench.plain.Deed;
import entente.bench.plain.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/// All standings on one day, by the register, DuckDB, Drools and Esper, over the shapes that all of them can be given:
/// a sum of money or of a count, or a number of facts, by a day or in each period, at least or (by a day) at most so
/// much, without tolerance.
final class Contest {
    private static final LocalDate DAY = Invented.LAST;
    private static final int LATER = 2_000;

    private final List<Agreement> agreements;
    private final List<Held> told;
    private final Map<ClauseId, Integer> clauses = new HashMap<>();
    private final List<Commitment> commitments = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final Map<Commitment, Standing> right = new LinkedHashMap<>();

    Contest(Invented invented) {
        agreements = invented.agreements();
        told = invented.held().toList();
        for (Agreement agreement : agreements) {
            for (Clause clause : agreement.clauses()) {
                clauses.put(clause.id(), clauses.size());
                for (Commitment commitment : clause.commitments()) {
                    numbers.put(commitment.id().toString(), numbers.size());
                    if (commitment.nature() instanceof Nature.Measured(Body.Test test) && shared(test)) {
                        commitments.add(commitment);
                        rows(agreement, clause, commitment, test);
                    }
                }
            }
        }
    }

    private static boolean shared(Body.Test test) {
        boolean measure = test.measure() instanceof Measure.Money
                || test.measure() instanceof Measure.Total
                || test.measure() instanceof Measure.Facts;
        boolean atLeast =
                test.threshold() instanceof Threshold.AtLeastThis || test.threshold() instanceof Threshold.Table;
        boolean byADay =
                test.schedule() instanceof Schedule.By && (atLeast || test.threshold() instanceof Threshold.AtMostThis);
        boolean each = test.schedule() instanceof Schedule.Each && atLeast;
        return measure && (byADay || each) && test.tolerance().equals(Tolerance.NONE);
    }

    private void rows(Agreement agreement, Clause clause, Commitment commitment, Body.Test test) {
        LocalDate begins = commitment.active() != null
                ? commitment.active().first()
                : clause.since() != null ? clause.since().first() : agreement.begins();
        switch (test.schedule()) {
            case Schedule.By by ->
                row(commitment, test, begins, begins, by.due().last(), 0);
            case Schedule.Each each -> {
                int place = 0;
                for (var window : each.calendar().windows(each.from(), each.until())) {
                    row(commitment, test, begins, window.from(), window.until(), place);
                    place++;
                }
            }
            case Schedule.Within _, Schedule.Throughout _ -> throw new IllegalArgumentException("not shared: " + test);
        }
    }

    private void row(
            Commitment commitment, Body.Test test, LocalDate begins, LocalDate first, LocalDate last, int place) {
        LocalDate lapses = test.schedule() instanceof Schedule.Each each && each.lapses() == null
                ? each.until()
                : test.schedule().lapses();
        BigDecimal bound = switch (test.threshold()) {
            case Threshold.AtLeastThis(BigDecimal value) -> value;
            case Threshold.AtMostThis(BigDecimal value) -> value;
            case Threshold.Table(List<BigDecimal> values) -> values.get(Math.min(place, values.size() - 1));
            case Threshold.Exactly _, Threshold.Between _, Threshold.Share _ ->
                throw new IllegalArgumentException("not shared: " + test);
        };
        var window = test.only().window();
        rows.add(new Row(
                rows.size(),
                numbers.getOrDefault(commitment.id().toString(), -1),
                clauses.getOrDefault(commitment.id().clause(), -1),
                figure(test.measure()),
                test.schedule() instanceof Schedule.Each,
                test.threshold() instanceof Threshold.AtMostThis,
                test.schedule() instanceof Schedule.By by && by.due().open(),
                Tables.day(begins),
                Tables.day(first),
                Tables.day(last),
                lapses == null ? Long.MAX_VALUE : Math.max(Tables.day(lapses), Tables.day(last)),
                bound.movePointRight(2).longValueExact(),
                test.only().kinds().stream().map(Fact.Kind::code).collect(Collectors.toSet()),
                names(test.only().tags()),
                names(test.never().tags()),
                window == null ? Long.MIN_VALUE : Tables.day(window.first()),
                window == null ? Long.MIN_VALUE : Tables.day(window.last())));
    }

    private static String figure(Measure measure) {
        return switch (measure) {
            case Measure.Money money ->
                money.currency().getCurrencyCode() + "/" + money.stage().code();
            case Measure.Total(String of) -> of;
            default -> "";
        };
    }

    private static Map<String, Set<String>> names(Map<Fact.Tag, ? extends Set<String>> tags) {
        Map<String, Set<String>> names = new HashMap<>();
        tags.forEach((tag, some) -> names.put(tag.code(), new HashSet<>(some)));
        return names;
    }

    /// The facts that stand on the day, as far as they bear on a clause of one of the rows. Which do, the register
    /// says:
    /// the other engines know nothing of known dates and corrections.
    private void deeds(Register register) {
        Set<Integer> asked = rows.stream().map(Row::getClause).collect(Collectors.toSet());
        register.facts(DAY).forEach(fact -> {
            Map<String, List<String>> tags = new HashMap<>();
            fact.tags().forEach((tag, some) -> tags.put(tag.code(), List.copyOf(some)));
            Map<String, Long> figures = figures(fact);
            for (Fact.Bearing bearing : Set.copyOf(fact.bearsOn())) {
                Integer clause = clauses.get(bearing.clause());
                if (clause != null && asked.contains(clause)) {
                    deeds.add(new Deed(
                            clause,
                            bearing.commitment() == null ? -1 : numbers.getOrDefault(bearing.toString(), -2),
                            fact.kind().code(),
                            Tables.day(fact.happened().first()),
                            Tables.day(fact.happened().last()),
                            !fact.happened().unknown(),
                            tags,
                            figures));
                }
            }
        });
    }

    private static Map<String, Long> figures(Fact fact) {
        Map<String, Long> figures = new HashMap<>();
        Set<String> never = new HashSet<>();
        for (Figure figure : fact.figures()) {
            long least = figure.least().movePointRight(2).longValueExact();
            String name = switch (figure) {
                case Figure.Count count -> count.of();
                case Figure.Sum sum ->
                    sum.role() == Figure.Role.PART
                            ? sum.money().currency().getCurrencyCode() + "/"
                                    + sum.stage().code()
                            : "";
            };
            boolean second = figures.containsKey(name);
            figures.merge(name, least, Long::sum);
            if (figure.bound().upperLimitOnly() || second && figure instanceof Figure.Count) {
                never.add(name);
            }
        }
        figures.keySet().removeAll(never);
        return figures;
    }

    void measure(Report report, int rounds) throws Exception {
        Register register = Register.BLANK.with(agreements, told);
        commitments.forEach(
                one -> right.put(one, register.standing(one.id(), DAY, DAY).standing()));
        deeds(register);
        report.row(
                "the work",
                String.valueOf(commitments.size()),
                "commitments",
                rows.size() + " rows; " + deeds.size() + " times that a fact bears on one of their clauses");
        report.time(
                "Entente: the register, from what was told",
                Report.rounds(1, rounds, () -> Register.BLANK.with(agreements, told)),
                "of all commitments");
        report.time(
                "Entente: all " + numbers.size() + " standings",
                Report.rounds(1, rounds, () -> Standings.of(register, DAY, DAY)),
                "of every shape; all cores");
        report.time(
                "Entente: these " + commitments.size() + ", one after the other, with proofs",
                Report.rounds(1, rounds, () -> commitments.forEach(one -> register.standing(one.id(), DAY, DAY))),
                "one core");
        duck(report, rounds);
        peer(report, rounds, () -> new DroolsPeer(Tables.day(DAY)));
        peer(report, rounds, () -> {
            try {
                return new EsperPeer(Tables.day(DAY));
            } catch (Exception trouble) {
                throw new IllegalStateException(trouble);
            }
        });
    }

    private void duck(Report report, int rounds) throws Exception {
        try (DuckRows duck = DuckRows.open(Runtime.getRuntime().availableProcessors())) {
            Oracle oracle = new Oracle(duck.database());
            Tables[] tables = new Tables[1];
            Report.Rounds filling = Report.rounds(0, 1, () -> {
                tables[0] = new Tables(duck).fill(agreements, told);
                duck.flush();
            });
            report.time("DuckDB: tables, from what was told", filling, "appended row by row, from Java");
            Oracle.ask(tables[0], duck, Oracle.all(commitments, DAY, DAY));
            duck.flush();
            List<List<Standing>> answers = new ArrayList<>();
            oracle.count();
            report.time(
                    "DuckDB: these " + commitments.size() + ", from the tables",
                    Report.rounds(1, rounds, () -> {
                        oracle.forget();
                        oracle.count();
                        answers.add(oracle.standings());
                    }),
                    "counts first for all " + tables[0].commitments().size() + " that its SQL covers; all cores");
            report.time(
                    "DuckDB: these " + commitments.size() + ", from what counts",
                    Report.rounds(1, rounds, () -> answers.add(oracle.standings())),
                    "all cores");
            agree("DuckDB", answers.getLast());
        }
    }

    private void peer(Report report, int rounds, Supplier<Peer> make) throws Exception {
        List<Double> working = new ArrayList<>();
        Histogram single = Report.nanos();
        String name = "";
        int before = Math.max(0, deeds.size() - LATER);
        for (int i = 0; i <= rounds; i++) {
            try (Peer peer = make.get()) {
                name = peer.name();
                peer.load(rows);
                long begin = System.nanoTime();
                Map<Integer, Integer> answers = peer.tell(deeds.subList(0, before));
                if (i > 0) {
                    working.add((System.nanoTime() - begin) / 1e9);
                }
                for (Deed deed : deeds.subList(before, deeds.size())) {
                    long one = System.nanoTime();
                    answers = peer.tell(List.of(deed));
                    single.recordValue(System.nanoTime() - one);
                }
                agree(name, together(answers));
            }
        }
        report.time(
                name + ": these " + commitments.size() + ", from the deeds",
                new Report.Rounds(working),
                "no proofs; one core");
        report.spread(name + ": one new deed to new standings", single, "");
    }

    /// Rows together, as the rules of the program put them together.
    private List<Standing> together(Map<Integer, Integer> answers) {
        Map<Integer, List<Integer>> byCommitment = new HashMap<>();
        for (Row row : rows) {
            Integer standing = answers.get(row.getNumber());
            if (standing == null) {
                throw new IllegalStateException("no answer for row " + row.getNumber());
            }
            byCommitment
                    .computeIfAbsent(row.getCommitment(), _ -> new ArrayList<>())
                    .add(standing);
        }
        return commitments.stream()
                .map(one -> worst(byCommitment.getOrDefault(numbers.get(one.id().toString()), List.of())))
                .toList();
    }

    private static Standing worst(List<Integer> all) {
        List<Standing> standings = List.of(Standing.values());
        for (Standing worst : List.of(Standing.BROKEN, Standing.LATE, Standing.NO_EVIDENCE)) {
            if (all.contains(standings.indexOf(worst))) {
                return worst;
            }
        }
        int most = all.stream().mapToInt(Integer::intValue).max().orElseThrow();
        int least = all.stream().mapToInt(Integer::intValue).min().orElseThrow();
        return most <= 1 ? standings.get(most) : least == 3 ? Standing.NOT_YET_DUE : Standing.ON_COURSE;
    }

    private void agree(String name, List<Standing> theirs) {
        if (!List.copyOf(right.values()).equals(theirs)) {
            throw new IllegalStateException(name + " comes to other standings than the register");
        }
    }
}
