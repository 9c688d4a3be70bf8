package entente.screening;

import java.util.List;

/// What was seen during a screening.
///
/// `logLikelihoodRatio` is the natural logarithm of how much likelier the signals are with a person in the vehicle than
/// without. `detectableForceNewtons` is the rms force of a heart that would have been found with a probability of 90 %;
/// NaN where that is not known. `heartRateBpm` is NaN where no heart was followed. `seconds` is how much signal was
/// looked at until the outcome stood. `signs` are the kinds of sign that speak for life, strongest first.
/// `peopleAtLeast` is a lower bound, 0 where nobody was found.
public record Evidence(
        double logLikelihoodRatio,
        double detectableForceNewtons,
        double heartRateBpm,
        double seconds,
        int peopleAtLeast,
        List<Sign> signs) {
    public Evidence {
        signs = List.copyOf(signs);
    }

    /// One kind of sign, and the part of the logarithm of the likelihood ratio that it brings.
    public record Sign(Kind kind, double logLikelihoodRatio) {}

    /// What people in a vehicle do that a sensor can see.
    public enum Kind {
        HEART,
        MOVEMENT,
        BREATHING,
        CARBON_DIOXIDE
    }
}
