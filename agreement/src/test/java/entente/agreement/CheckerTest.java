package entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Given.World;
import entente.testkit.Trials;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The register and the checker were written apart. Where they agree on many invented worlds, both follow the
/// specification, or both misread it in the same way.
class CheckerTest {

    @Test
    void the_checker_follows_the_register_wherever_it_goes() {
        Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
        Map<Overlay, Integer> overlays = new EnumMap<>(Overlay.class);
        Map<Proof.Test, Integer> refusals = new EnumMap<>(Proof.Test.class);
        Trials.check(1_000, random -> {
            Given given = new Given(random);
            World world = given.world();
            Register register = world.register();
            Checker checker = world.checker();
            for (CommitmentId id : Given.ids(world.agreements())) {
                for (int round = 0; round < 3; round++) {
                    Proof proof = register.standing(id, given.date(), given.known());
                    assertThat(checker.objections(Claim.of(proof)))
                            .as(() ->
                                    register.commitment(id).orElseThrow().nature() + "\n" + proof + "\n" + world.held())
                            .isEmpty();
                    standings.merge(proof.standing(), 1, Integer::sum);
                    proof.overlays().forEach(overlay -> overlays.merge(overlay, 1, Integer::sum));
                    proof.refused().values().forEach(test -> refusals.merge(test, 1, Integer::sum));
                }
            }
        });
        assertThat(standings.values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThanOrEqualTo(18_000);
        assertOften(standings, Standing.values(), 150);
        assertOften(overlays, Overlay.values(), 150);
        assertOften(refusals, Proof.Test.values(), 150);
    }

    private static <T> void assertOften(Map<T, Integer> counts, T[] all, int floor) {
        assertThat(Arrays.stream(all).filter(one -> counts.getOrDefault(one, 0) < floor))
                .as("seen fewer than %d times, of %s", floor, counts)
                .isEmpty();
    }

    @Test
    void a_changed_claim_is_objected_to() {
        Map<String, Integer> changes = new TreeMap<>();
        Trials.check(300, random -> {
            Given given = new Given(random);
            World world = given.world();
            Register register = world.register();
            Checker checker = world.checker();
            for (CommitmentId id : Given.ids(world.agreements())) {
                Claim sound = Claim.of(register.standing(id, given.date(), given.known()));
                for (Changed changed : changed(sound, given)) {
                    assertThat(checker.objections(changed.claim()))
                            .as(changed.how())
                            .isNotEmpty()
                            .allSatisfy(sentence ->
                                    assertThat(sentence).contains(id.toString()).endsWith("."));
                    changes.merge(changed.how(), 1, Integer::sum);
                }
            }
        });
        assertThat(changes)
                .hasSize(8)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(300));
    }

    private record Changed(String how, Claim claim) {}

    private static List<Changed> changed(Claim sound, Given given) {
        List<Changed> changed = new ArrayList<>();
        Standing other = given.one(Standing.values());
        if (other != sound.standing()) {
            changed.add(new Changed(
                    "another standing",
                    with(sound, other, sound.overlays(), sound.used(), sound.refused(), sound.rows())));
        }
        SortedSet<Overlay> overlays = new TreeSet<>(sound.overlays());
        Overlay overlay = given.one(Overlay.values());
        if (!overlays.remove(overlay)) {
            overlays.add(overlay);
        }
        changed.add(new Changed(
                "another overlay",
                with(sound, sound.standing(), overlays, sound.used(), sound.refused(), sound.rows())));
        SortedSet<String> more = new TreeSet<>(sound.used());
        more.add("f99");
        changed.add(new Changed(
                "a fact more", with(sound, sound.standing(), sound.overlays(), more, sound.refused(), sound.rows())));
        if (!sound.used().isEmpty()) {
            SortedSet<String> fewer = new TreeSet<>(sound.used());
            fewer.removeFirst();
            changed.add(new Changed(
                    "a fact fewer",
                    with(sound, sound.standing(), sound.overlays(), fewer, sound.refused(), sound.rows())));
        }
        if (!sound.refused().isEmpty()) {
            String id = sound.refused().firstKey();
            Proof.Test test = given.one(Proof.Test.values());
            SortedMap<String, Proof.Test> refused = new TreeMap<>(sound.refused());
            if (refused.put(id, test) != test) {
                changed.add(new Changed(
                        "another refusal",
                        with(sound, sound.standing(), sound.overlays(), sound.used(), refused, sound.rows())));
            }
            refused.remove(id);
            changed.add(new Changed(
                    "a refusal fewer",
                    with(sound, sound.standing(), sound.overlays(), sound.used(), refused, sound.rows())));
        }
        if (!sound.rows().isEmpty()) {
            List<Claim.Row> rows = new ArrayList<>(sound.rows());
            int place = given.number(rows.size());
            Claim.Row row = rows.get(place);
            BigDecimal value =
                    row.value() == null ? BigDecimal.ZERO : row.value().add(BigDecimal.ONE);
            rows.set(place, new Claim.Row(row.from(), row.until(), value, row.standing()));
            changed.add(new Changed(
                    "another value",
                    with(sound, sound.standing(), sound.overlays(), sound.used(), sound.refused(), rows)));
            rows.remove(place);
            changed.add(new Changed(
                    "a row fewer",
                    with(sound, sound.standing(), sound.overlays(), sound.used(), sound.refused(), rows)));
        }
        return changed;
    }

    private static Claim with(
            Claim claim,
            Standing standing,
            SortedSet<Overlay> overlays,
            SortedSet<String> used,
            SortedMap<String, Proof.Test> refused,
            List<Claim.Row> rows) {
        return new Claim(claim.commitment(), claim.world(), claim.known(), standing, overlays, used, refused, rows);
    }

    @Test
    void a_claim_about_an_unknown_commitment_is_objected_to() {
        LocalDate day = Given.START;
        Claim claim = new Claim(
                Given.K1, day, day, Standing.KEPT, new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), List.of());
        assertThat(new Checker(List.of(), List.of()).objections(claim))
                .containsExactly("No agreement has a commitment pact/c1/k1, so that nothing follows about it.");
    }
}
