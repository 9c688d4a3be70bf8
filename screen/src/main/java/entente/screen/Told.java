package entente.screen;

import entente.trial.Share;
import java.util.Locale;

/// What an evaluation found, in words.
final class Told {
    private final StringBuilder text = new StringBuilder();
    private final boolean french;

    private Told(boolean french) {
        this.french = french;
    }

    static String of(Findings f, boolean french) {
        Told told = new Told(french);
        told.head(f);
        told.line("\none calm person, found in 30 s (a heart among the signs)", "");
        f.alone().forEach(point -> told.point(point, "each sensor's noise its own"));
        f.together().forEach(point -> told.point(point, "20 % of the noise common to all"));
        told.line("", "");
        told.share("three people at -3 dB, 15 s", f.three());
        told.share("somebody moving, 15 s", f.moving());
        told.line("\nnuisance: false alarms; cannot tell; a person at 0 dB found in 30 s", "");
        f.nuisances().forEach((nuisance, one) -> told.disturbed(nuisance.name(), one));
        told.disturbed("GUSTS, with a wind sensor", f.gustsWithWind());
        told.line("\nclean empty stops", "");
        f.clean().forEach((site, one) -> {
            told.share(site + ": false alarms", one.falseAlarms());
            told.share(site + ": none found", one.none());
            told.share(site + ": cannot tell " + one.why(), one.cannotTell());
            told.line(site + ": stated force, median", "%.2f N".formatted(one.forceNewtons()));
        });
        told.line("\nnone found with a fault: empty; with a person at 0 dB", "");
        f.faults()
                .forEach((fault, one) ->
                        told.line(fault.name(), told.brief(one.noneEmpty()) + "  " + told.brief(one.noneWithPerson())));
        told.share("\nnone found where 1 N is at -12 dB", f.noneTooFaint());
        told.line(
                "seconds to life signs at 0 dB: median, most",
                "%.0f  %.0f".formatted(f.times().lifeMedian(), f.times().lifeMost()));
        told.line(
                "seconds to none found: median, most",
                "%.0f  %.0f".formatted(f.times().noneMedian(), f.times().noneMost()));
        f.promises()
                .forEach(one ->
                        told.share("person of %.1f times the stated force found".formatted(one.times()), one.found()));
        told.line(
                "ground cancellation at coherence >= 0.97, of " + f.cancelled().stops() + " stops",
                "median %.1f dB (%.0f %% of the limit), one in ten below %.1f dB (%.0f %%)"
                        .formatted(
                                f.cancelled().medianDb(),
                                100 * f.cancelled().medianShare(),
                                f.cancelled().tenthDb(),
                                100 * f.cancelled().tenthShare()));
        return told.text.toString();
    }

    private void head(Findings f) {
        line(
                french
                        ? "SIMULATION\u202F: de vrais cœurs et de vrais bruits, dans des véhicules inventés."
                        : "SIMULATED: real hearts and real noise, in vehicles that do not exist.",
                "");
        line((french ? "sujets" : "subjects") + " (" + f.subjects().size() + ")", String.join(" ", f.subjects()));
        line(french ? "lieux" : "sites", String.join(" ", f.sites()));
        line("seed, trials", f.seed() + ", " + f.trials());
    }

    private void point(Findings.Point point, String what) {
        line(
                String.format(Locale.ROOT, "%+.0f dB, %s", point.snrDb(), what),
                full(point.found()) + "  (" + brief(point.heard()) + ")");
    }

    private void disturbed(String name, Findings.Disturbed one) {
        line(name, full(one.falseAlarms()) + "  " + brief(one.cannotTell()) + "  " + brief(one.found()));
    }

    private void share(String what, Share share) {
        line(what, full(share));
    }

    private String full(Share share) {
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f] %d/%d",
                share.value(),
                share.low(),
                share.high(),
                share.found(),
                share.of());
    }

    private String brief(Share share) {
        return String.format(Locale.ROOT, "%.3f", share.value());
    }

    private void line(String what, String value) {
        text.append(value.isEmpty() ? what : String.format(Locale.ROOT, "%-52s %s", what, value))
                .append('\n');
    }
}
