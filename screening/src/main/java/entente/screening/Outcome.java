package entente.screening;

import java.util.List;

/// What a screening says of a stopped vehicle. There are three outcomes and never two: that nobody was found is said
/// only together with what would have been found, and a sensor that failed never ends in it.
public sealed interface Outcome {

    /// What was seen, whatever was concluded from it.
    Evidence evidence();

    /// Somebody is in the vehicle.
    record LifeSigns(Evidence evidence) implements Outcome {}

    /// Nobody was found. A person whose heart moves the vehicle with `evidence.detectableForceNewtons()` would have
    /// been found with a probability of 90 %.
    record NoneFound(Evidence evidence) implements Outcome {
        public NoneFound {
            if (!(evidence.detectableForceNewtons() > 0 && Double.isFinite(evidence.detectableForceNewtons()))) {
                throw new IllegalArgumentException("none found says what would have been found: " + evidence);
            }
        }
    }

    /// The signals do not allow an answer, for at least one reason. It is to be treated as not screened.
    record CannotTell(Evidence evidence, List<Reason> reasons) implements Outcome {
        public CannotTell {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a reason is needed: " + evidence);
            }
        }
    }
}
