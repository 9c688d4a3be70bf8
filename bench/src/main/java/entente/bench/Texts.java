package entente.bench;

import entente.agreement.Agreement;
import entente.agreement.Body;
import entente.agreement.Clause;
import entente.agreement.ClauseId;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.CommitmentId;
import entente.agreement.Figure;
import entente.terms.Money;
import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The invented agreements, and how much is told of each clause of them: of a few very much, of most very little.
final class Texts {
    /// How many clauses a fact bears on, on the average.
    static final double BEARINGS = 1.3;

    private static final double FLAT = 2.5;
    private static final double STEEP = 1.1;
    private static final LocalDate FIRST_SIGNED = Invented.FIRST.minusDays(200);
    private static final LocalDate LAST_SIGNED = Invented.LAST.minusDays(150);
    private static final List<Set<Party>> WHO =
            List.of(Set.of(Party.UNITED_KINGDOM), Set.of(Party.FRANCE), Set.of(Party.values()));
    private static final Words RUBRIC_ONE = new Words("Was it begun?", "A-t-il été commencé\u202F?");
    private static final Words RUBRIC_TWO = new Words("Was it finished?", "A-t-il été achevé\u202F?");

    private final long seed;
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Ground> grounds = new ArrayList<>();
    private final double[] upTo;

    /// A clause, as far as those who tell of it need to know it.
    record Ground(Clause clause, Topic topic, LocalDate signed) {}

    private record Plan(ClauseId id, LocalDate signed, Topic topic, int commitments) {}

    Texts(long seed, int commitments, long size) {
        this.seed = seed;
        List<List<Plan>> plans = plans(commitments);
        int clauses = plans.stream().mapToInt(List::size).sum();
        this.upTo = new double[clauses];
        int[] rank = ranks(clauses);
        double all = 0;
        for (int i = 0; i < clauses; i++) {
            all += weight(rank[i]);
            upTo[i] = all;
        }
        List<CommitmentId> earlier = new ArrayList<>();
        for (List<Plan> plan : plans) {
            List<Clause> made = new ArrayList<>();
            for (Plan one : plan) {
                int place = grounds.size();
                double expected = size * BEARINGS * weight(rank[place]) / all;
                Clause clause = clause(one, Chance.at(seed + 2, place), expected, earlier);
                clause.commitments().forEach(commitment -> earlier.add(commitment.id()));
                made.add(clause);
                grounds.add(new Ground(clause, one.topic, one.signed));
            }
            agreements.add(agreement(plan.getFirst(), made));
        }
    }

    List<Agreement> agreements() {
        return List.copyOf(agreements);
    }

    /// A clause of which something is told on a day: one that was signed by then or is about to be, a recent one
    /// rather than an old one.
    Ground ground(Chance chance, LocalDate day) {
        Ground ground = any(chance);
        for (int tries = 0; tries < 60 && !fits(chance, ground, day); tries++) {
            ground = any(chance);
        }
        return ground;
    }

    private static boolean fits(Chance chance, Ground ground, LocalDate day) {
        long age = ChronoUnit.DAYS.between(ground.signed, day);
        return age > -60 && (age < 1_500 || chance.percent(25));
    }

    private Ground any(Chance chance) {
        double share = chance.share() * upTo[upTo.length - 1];
        int at = java.util.Arrays.binarySearch(upTo, share);
        return grounds.get(at < 0 ? -at - 1 : at + 1);
    }

    private static double weight(int rank) {
        return 1 / StrictMath.pow(rank + 1 + FLAT, STEEP);
    }

    private int[] ranks(int clauses) {
        int[] ranks = new int[clauses];
        Chance chance = new Chance(seed + 1);
        for (int i = 0; i < clauses; i++) {
            int other = chance.number(i + 1);
            ranks[i] = ranks[other];
            ranks[other] = i;
        }
        return ranks;
    }

    private List<List<Plan>> plans(int commitments) {
        Chance chance = new Chance(seed);
        List<List<Plan>> plans = new ArrayList<>();
        int left = commitments;
        while (left > 0) {
            LocalDate signed = signed(1 - (double) left / commitments);
            String agreement = "invented-%d-%03d".formatted(signed.getYear(), plans.size() + 1);
            int clauses = chance.between(4, 9);
            List<Plan> some = new ArrayList<>();
            while (left > 0 && some.size() < clauses) {
                Topic topic = chance.one(List.of(Topic.values()));
                int made = Math.min(left, new int[] {1, 2, 3, 5}[chance.weighted(82, 12, 5, 1)]);
                String clause = "c%02d-%s".formatted(some.size() + 1, topic.slug());
                some.add(new Plan(new ClauseId(agreement, clause), signed, topic, made));
                left -= made;
            }
            plans.add(some);
        }
        return plans;
    }

    private static LocalDate signed(double share) {
        return FIRST_SIGNED.plusDays((long) (share * ChronoUnit.DAYS.between(FIRST_SIGNED, LAST_SIGNED)));
    }

    private static Agreement agreement(Plan plan, List<Clause> clauses) {
        String id = plan.id.agreement();
        Words post = new Words("an invented minister", "un ministre inventé");
        return new Agreement(
                id,
                new Words("Invented agreement " + id.substring(14), "Accord inventé " + id.substring(14)),
                Period.day(plan.signed),
                null,
                null,
                null,
                null,
                Set.of(Party.values()),
                List.of(
                        new Agreement.Signatory(Party.UNITED_KINGDOM, post, "nobody"),
                        new Agreement.Signatory(Party.FRANCE, post, "nobody")),
                new Words(
                        "Invented for measuring how fast the program is. No government signed this.",
                        "Inventé pour mesurer la vitesse du programme. Aucun gouvernement n’a signé ceci."),
                List.of("https://invented.example/" + id),
                clauses);
    }

    private static Clause clause(Plan plan, Chance chance, double expected, List<CommitmentId> earlier) {
        List<Commitment> commitments = new ArrayList<>();
        for (int i = 1; i <= plan.commitments; i++) {
            commitments.add(
                    commitment(plan, plan.id.commitment("k" + i), chance, expected / plan.commitments, earlier));
        }
        Period since = chance.percent(2) ? Period.day(plan.signed.plusDays(90)) : null;
        String en = plan.topic.title().en();
        String fr = plan.topic.title().fr();
        return new Clause(
                plan.id,
                since,
                new Words(
                        "Invented: the two states look after " + en + ".",
                        "Inventé\u00A0: les deux États veillent à ceci, " + fr + "."),
                Clause.Basis.EXCERPT,
                "https://invented.example/" + plan.id,
                commitments);
    }

    private static Commitment commitment(
            Plan plan, CommitmentId id, Chance chance, double expected, List<CommitmentId> earlier) {
        Nature nature = switch (chance.weighted(34, 49, 17)) {
            case 0 -> new Nature.Measured(new Bodies(chance, plan.topic, plan.signed, expected).body());
            case 1 ->
                new Nature.Judged(
                        List.of(RUBRIC_ONE, RUBRIC_TWO),
                        chance.percent(10) ? Period.day(plan.signed.plusYears(3)) : null);
            default -> new Nature.Principle();
        };
        boolean vague = nature instanceof Nature.Principle || chance.percent(80);
        String en = plan.topic.title().en();
        String fr = plan.topic.title().fr();
        return new Commitment(
                id,
                chance.one(WHO),
                null,
                null,
                new Words("look after " + en, "veillent à ceci, " + fr),
                new Words(
                        "Invented: what is told of " + en + " is enough.",
                        "Inventé\u00A0: ce qui est rapporté suffit, sur " + fr + "."),
                vague
                        ? new Words("Nothing is missing from what is invented.", "Rien ne manque à ce qui est inventé.")
                        : null,
                null,
                null,
                chance.percent(10) ? Period.parse(plan.signed.plusDays(30) + "/" + plan.signed.plusYears(4)) : null,
                promised(nature),
                null,
                !earlier.isEmpty() && chance.percent(24) ? List.of(chance.one(earlier)) : List.of(),
                earlier.isEmpty() || !chance.percent(1)
                        ? null
                        : new Commitment.Superseded(chance.one(earlier), plan.signed.plusYears(2)),
                List.of(plan.topic.slug()),
                nature);
    }

    /// The sum that a promise of money by a day names.
    private static Figure.@Nullable Sum promised(Nature nature) {
        return nature
                        instanceof
                        Nature.Measured(
                                Body.Test(
                                        Body.Measure.Money(Currency currency, var _),
                                        var _,
                                        var _,
                                        Body.Schedule.By _,
                                        Body.Threshold.AtLeastThis(BigDecimal value),
                                        var _))
                ? new Figure.Sum(
                        Money.major(value, currency),
                        Figure.Stage.PROMISED,
                        Figure.Role.PART,
                        Figure.Bound.EXACT,
                        null,
                        null)
                : null;
    }
}
