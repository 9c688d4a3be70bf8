package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures.Thing;
import entente.agreement.Figures.Verdict;
import entente.agreement.Recount.Outcome;
import entente.terms.Money;
import entente.terms.Words;
import entente.testkit.Trials;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The quick ways through very many figures against the slow ones, which hold every one against every other.
class GatheringTest {
    private static final List<String> COUNTED = List.of(
            "people-prevented",
            "crossings-prevented",
            "boat-crossings-prevented",
            "people-prevented-other-site",
            "crossings-prevented-other-site",
            "people",
            "people-other-site",
            "crossings-other-site",
            "officers",
            "officers-other-force");

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Figure figure(Random random, Purse purse) {
        BigDecimal value = BigDecimal.valueOf(random.nextInt(4));
        if (random.nextInt(100) < 45) {
            return new Count(
                    random.nextBoolean() ? value : value.setScale(1),
                    one(random, COUNTED),
                    Words.same("units"),
                    Bound.EXACT,
                    random.nextInt(8) == 0 ? BigDecimal.ZERO : null,
                    null);
        }
        Sum sum = purse.sum(
                one(random, List.of(Stage.PAID, Stage.PAID, Stage.PROMISED, Stage.DELIVERED)),
                one(random, List.of(Role.PART, Role.PART, Role.TOTAL, Role.REPEAT, Role.OUTSIDE, Role.UNCLEAR)));
        Currency currency = sum.money().currency();
        return new Sum(Money.major(value, currency), sum.stage(), sum.role(), sum.bound(), null, null);
    }

    private static Told told(Told told, Random random, Purse purse, List<String> earlier) {
        if (!(told instanceof Told.Asserted(Fact fact))) {
            return told;
        }
        TreeSet<String> disagrees = new TreeSet<>();
        if (!earlier.isEmpty() && random.nextInt(4) == 0) {
            disagrees.add(one(random, earlier));
        }
        earlier.add(fact.id());
        return new Told.Asserted(new Fact(
                fact.id(),
                fact.kind(),
                fact.happened(),
                fact.reported(),
                fact.by(),
                fact.grade(),
                fact.who(),
                fact.where(),
                fact.bearsOn(),
                fact.says(),
                Stream.generate(() -> figure(random, purse))
                        .limit(1 + random.nextInt(3))
                        .toList(),
                fact.tags(),
                fact.judges(),
                fact.waives(),
                disagrees,
                fact.source(),
                fact.note()));
    }

    @Test
    void things_are_what_holding_every_figure_against_every_other_gives() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        int[] large = new int[1];
        Trials.check(1_500, random -> {
            Purse purse = new Purse(random);
            Given.World world = purse.world(3 + random.nextInt(25));
            List<String> earlier = new ArrayList<>();
            List<Held> held = world.held().stream()
                    .map(one -> new Held(one.place(), told(one.told(), random, purse, earlier), one.known()))
                    .toList();
            Register register = world.holding(held).register();
            List<Thing> things = Figures.of(register, Purse.KNOWN).things();
            assertThat(things).isEqualTo(new PairwiseGathering(register, Purse.KNOWN).things());
            things.forEach(thing -> seen.merge(thing.verdict(), 1, Integer::sum));
            large[0] += things.stream().anyMatch(thing -> thing.sources() > 4) ? 1 : 0;
        });
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Verdict.values());
        assertThat(seen.values()).allMatch(count -> count > 50);
        assertThat(large[0]).as("worlds with a thing of many sources").isGreaterThan(100);
    }

    @Test
    void a_published_total_has_the_parts_and_doubts_that_a_search_of_all_lines_gives() {
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
        Trials.check(1_500, random -> {
            Ledger all =
                    Ledger.of(new Purse(random).world(4 + random.nextInt(20)).register(), Purse.KNOWN);
            Recounts recounts = Recounts.of(all);
            for (Line total : recounts.totals()) {
                Recount searched = searched(all, total);
                assertThat(recounts.of(total)).isEqualTo(searched);
                for (Line one : List.of(total, worth(total, searched.remade()))) {
                    Outcome outcome = searched(all, one).outcome();
                    assertThat(recounts.outcome(one)).isEqualTo(outcome);
                    seen.merge(outcome, 1, Integer::sum);
                }
            }
        });
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Outcome.values());
        assertThat(seen.values()).allMatch(count -> count > 10);
    }

    private static Line worth(Line line, Money money) {
        Sum sum = line.sum();
        return new Line(
                line.origin(),
                line.stage(),
                new Sum(money, sum.stage(), sum.role(), sum.bound(), null, null),
                line.when(),
                line.payer(),
                line.purpose(),
                line.payee(),
                line.agreements(),
                line.refused());
    }

    private static Recount searched(Ledger ledger, Line total) {
        List<Line> parts = new ArrayList<>();
        List<Recount.Doubt> doubts = new ArrayList<>();
        for (Line line : ledger.lines()) {
            if (line.stage() == total.stage()
                    && Recount.comparable(line)
                    && line.agreements().stream().anyMatch(total.agreements()::contains)
                    && !Recount.apart(Recount.time(line), Recount.time(total))) {
                var causes = Recount.causes(line, total);
                if (causes.isEmpty()) {
                    parts.add(line);
                } else {
                    doubts.add(new Recount.Doubt(line, causes));
                }
            }
        }
        return new Recount(total, parts, doubts);
    }
}
