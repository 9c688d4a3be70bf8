package entente.screen;

import entente.trial.Fault;
import entente.trial.Nuisance;
import entente.trial.Share;
import java.util.List;
import java.util.Map;

/// What an evaluation found. All of it is of simulated stops.
///
/// `subjects` and `sites` are whose hearts and which noise it rests on. `alone` are the points of
/// the detection curve where each sensor's own noise is its own, `together` where a part of it is
/// common to all. `clean` are empty stops with nothing odd, by site.
record Findings(
        boolean tuning,
        long seed,
        int trials,
        List<String> subjects,
        List<String> sites,
        List<Point> alone,
        List<Point> together,
        Share three,
        Share moving,
        Map<Nuisance, Disturbed> nuisances,
        Disturbed gustsWithWind,
        Map<String, Clean> clean,
        Map<Fault, Failed> faults,
        Share noneTooFaint,
        Times times,
        List<Promise> promises,
        Cancelled cancelled,
        List<Beats> beats) {

    /// One calm person at this ratio of signal to noise: found in 30 s, found with a heart among
    /// the signs in 30 s.
    record Point(double snrDb, Share found, Share heard) {}

    /// One calm person at this ratio of signal to noise whose beats alone are followed in 30 s better
    /// than chance follows any in all but [Evaluation#BY_CHANCE] of empty stops.
    record Beats(double snrDb, Share found) {}

    /// Somebody found in an empty vehicle; nothing told of it; a person at 0 dB found in 30 s.
    record Disturbed(Share falseAlarms, Share cannotTell, Share found) {}

    /// Empty stops: none found, cannot tell, and why not, by the first reason.
    record Clean(Share falseAlarms, Share none, Share cannotTell, Map<String, Integer> why, double forceNewtons) {}

    /// None found in an empty vehicle, and with a person at 0 dB in it, each with this fault.
    record Failed(Share noneEmpty, Share noneWithPerson) {}

    /// Seconds of signal until somebody at 0 dB was found, and until none found was said of a clean stop.
    record Times(double lifeMedian, double lifeMost, double noneMedian, double noneMost) {}

    /// Of clean stops that ended in none found: the share in which a person of so many times the
    /// stated force is found.
    record Promise(double times, Share found) {}

    /// Of stops where the ground explains at least 97 %: decibels achieved, and as a share of what
    /// the coherence allows, each as median and as the tenth part from below.
    record Cancelled(int stops, double medianDb, double tenthDb, double medianShare, double tenthShare) {}
}
