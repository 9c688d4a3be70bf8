package entente.trial;

import entente.screening.Block;
import entente.screening.Evidence;
import entente.screening.History;
import entente.screening.Outcome;
import entente.screening.Screening;

/// What a detector made of one simulated stop, beside what is true of it.
///
/// `seconds` is how much signal it had looked at when it said so, `cancelledDb` by how much it had
/// lowered what the ground does to the chassis. `explained` and `massKg` are those of the [Stop].
public record Trial(Outcome outcome, double seconds, double cancelledDb, double explained, double massKg) {
    /// Of a second each; the first samples of a stop are needed to bring it to another rate.
    private static final int FOLLOWED_BLOCKS = 31;

    /// A stop screened to its end, or until the detector had decided.
    public static Trial of(long seed, Ground place, Plan plan, History history) {
        Stop stop = Stop.of(seed, place, plan);
        Screening screening = new Screening(stop.array(), history);
        for (Block block : stop.blocks()) {
            if (!screening.decided()) {
                screening.take(block);
            }
        }
        Outcome outcome = screening.outcome();
        return new Trial(
                outcome, outcome.evidence().seconds(), screening.cancelledDb(), stop.explained(), stop.massKg());
    }

    /// What an empty stop teaches a lane.
    public static Screening.Empty empty(long seed, Ground place, Plan plan) {
        Stop stop = Stop.of(seed, place, plan);
        Screening screening = new Screening(stop.array(), History.none());
        stop.blocks().forEach(screening::take);
        return screening.empty();
    }

    /// How well beats alone are followed ([Screening#followed]) in the first 30 s of a stop.
    public static double followed(long seed, Ground place, Plan plan) {
        Stop stop = Stop.of(seed, place, plan);
        Screening screening = new Screening(stop.array(), History.none());
        stop.blocks().stream().limit(FOLLOWED_BLOCKS).forEach(screening::take);
        return screening.followed();
    }

    /// Whether somebody was found, with no more signal than so many seconds.
    public boolean found(double withinSeconds) {
        return outcome instanceof Outcome.LifeSigns && seconds <= withinSeconds;
    }

    /// Whether somebody was found with no more signal than so many seconds, and a heart was among
    /// what was found.
    public boolean heard(double withinSeconds) {
        return found(withinSeconds)
                && outcome.evidence().signs().stream().anyMatch(sign -> sign.kind() == Evidence.Kind.HEART);
    }

    public boolean noneFound() {
        return outcome instanceof Outcome.NoneFound;
    }

    public boolean cannotTell() {
        return outcome instanceof Outcome.CannotTell;
    }
}
