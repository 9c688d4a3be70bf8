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
        told.curves(f);
        told.nuisances(f);
        told.clean(f);
        told.faults(f);
        told.rest(f);
        return told.text.toString();
    }

    /// A page with the pictures and the figures, in both languages.
    static String page(Findings f) {
        return """
                # What an evaluation found

                [How it was made, and what it is not](README.md).

                ![One calm person found, by the ratio of signal to noise](detection.svg)

                ![Somebody found in an empty vehicle, by what shakes it](false-alarms.svg)

                ```text
                %s```

                ```text
                %s```
                """.formatted(of(f, false), of(f, true));
    }

    private String in(String en, String fr) {
        return french ? fr : en;
    }

    private void head(Findings f) {
        line(
                in(
                        "SIMULATED: recorded hearts and recorded noise, in vehicles that do not exist.",
                        "SIMULATION\u202F: des cœurs et des bruits enregistrés, dans des véhicules qui n’existent pas."),
                "");
        line(
                f.tuning()
                        ? in(
                                "TUNING half: the detector was fitted on these subjects and sites. Not to be reported.",
                                "Moitié de RÉGLAGE\u202F: le détecteur a été réglé sur ces sujets et ces lieux. À ne pas publier.")
                        : in(
                                "Reporting half: nothing was tuned on these subjects and sites.",
                                "Moitié de compte rendu\u202F: rien n’a été réglé sur ces sujets et ces lieux."),
                "");
        line(in("subjects", "sujets") + " (" + f.subjects().size() + ")", String.join(" ", f.subjects()));
        line(in("sites", "lieux"), String.join(" ", f.sites()));
        line(in("seed, trials of each kind", "graine, essais de chaque sorte"), f.seed() + ", " + f.trials());
        line(
                in(
                        "Shares are followed by the limits of Wilson at 95 %, for the draw and not for other people and places.",
                        "Les parts sont suivies des limites de Wilson à 95\u00A0%, pour le tirage et non pour d’autres personnes et lieux."),
                "");
    }

    private void curves(Findings f) {
        line(
                "\n"
                        + in(
                                "One calm person, found in 30 s; with a heart among the signs",
                                "Une personne calme, trouvée en 30\u00A0s\u202F; avec un cœur parmi les signes"),
                "");
        f.alone().forEach(one -> point(one, in("each sensor’s noise its own", "chaque capteur a son propre bruit")));
        f.together()
                .forEach(one -> point(one, in("20 % of the noise common to all", "20\u00A0% du bruit commun à tous")));
        line(
                "\n"
                        + in(
                                "One calm person, beats alone followed in 30 s better than in 99 of 100 empty stops",
                                "Une personne calme, battements seuls suivis en 30\u00A0s mieux que dans 99 arrêts à vide sur 100"),
                "");
        f.beats().forEach(one -> share(number("%+.0f dB", one.snrDb()), one.found()));
        line("\n" + in("Found in 15 s", "Trouvés en 15\u00A0s"), "");
        share(in("three people, each at -3 dB", "trois personnes, chacune à -3\u00A0dB"), f.three());
        share(in("somebody moving", "quelqu’un bouge"), f.moving());
    }

    private void nuisances(Findings f) {
        line(
                "\n"
                        + in(
                                "Nuisance: false alarms; cannot tell; a person at 0 dB found in 30 s",
                                "Gêne\u202F: fausses alarmes\u202F; impossible à dire\u202F; une personne à 0\u00A0dB trouvée en 30\u00A0s"),
                "");
        f.nuisances().forEach((nuisance, one) -> disturbed(nuisance.name(), one));
        disturbed(in("GUSTS, with a wind sensor", "GUSTS, avec un capteur de vent"), f.gustsWithWind());
    }

    private void clean(Findings f) {
        line("\n" + in("Empty stops with nothing odd", "Arrêts à vide sans rien d’insolite"), "");
        f.clean().forEach((site, one) -> {
            share(site + ", " + in("false alarms", "fausses alarmes"), one.falseAlarms());
            share(site + ", " + in("none found", "personne n’a été trouvé"), one.none());
            share(site + ", " + in("cannot tell ", "impossible à dire ") + one.why(), one.cannotTell());
            line(
                    site + ", " + in("stated force, median", "force annoncée, médiane"),
                    number("%.2f N", one.forceNewtons()));
        });
    }

    private void faults(Findings f) {
        line(
                "\n"
                        + in(
                                "None found in spite of a fault: empty; with a person at 0 dB",
                                "Personne n’a été trouvé malgré un défaut\u202F: à vide\u202F; avec une personne à 0\u00A0dB"),
                "");
        f.faults().forEach((fault, one) -> {
            Share empty = one.noneEmpty();
            Share person = one.noneWithPerson();
            line(fault.name(), empty.found() + "/" + empty.of() + "  " + person.found() + "/" + person.of());
        });
        share(
                in(
                        "none found where a heart of 1 N lies at -12 dB",
                        "personne n’a été trouvé là où un cœur de 1\u00A0N est à -12\u00A0dB"),
                f.noneTooFaint());
    }

    private void rest(Findings f) {
        line("\n" + in("Seconds of signal: median, most", "Secondes de signal\u202F: médiane, maximum"), "");
        line(
                in("life signs, a person at 0 dB", "signes de vie, une personne à 0\u00A0dB"),
                number("%.0f", f.times().lifeMedian()) + "  "
                        + number("%.0f", f.times().lifeMost()));
        line(
                in("none found, clean stops", "personne n’a été trouvé, arrêts à vide"),
                number("%.0f", f.times().noneMedian()) + "  "
                        + number("%.0f", f.times().noneMost()));
        line(
                "\n"
                        + in(
                                "Where none found was said: somebody of so many times the stated force is found (0.90 is promised at 1)",
                                "Là où personne n’a été trouvé\u202F: quelqu’un de tant de fois la force annoncée est trouvé (0,90 est promis à 1)"),
                "");
        f.promises().forEach(one -> share(number("%.1f", one.times()), one.found()));
        line(
                "\n"
                        + in(
                                "Ground cancellation where the ground explains 97 % or more, "
                                        + f.cancelled().stops() + " stops: decibels, share of the limit",
                                "Annulation du sol là où il explique 97\u00A0% ou plus, "
                                        + f.cancelled().stops() + " arrêts\u202F: décibels, part de la limite"),
                "");
        line(
                in("median", "médiane"),
                number("%.1f", f.cancelled().medianDb()) + "  "
                        + number("%.2f", f.cancelled().medianShare()));
        line(
                in("one in ten is below", "un sur dix est au-dessous"),
                number("%.1f", f.cancelled().tenthDb()) + "  "
                        + number("%.2f", f.cancelled().tenthShare()));
    }

    private void point(Findings.Point point, String what) {
        line(
                number("%+.0f dB, ", point.snrDb()) + what,
                full(point.found()) + "  " + number("%.3f", point.heard().value()));
    }

    private void disturbed(String name, Findings.Disturbed one) {
        line(
                name,
                full(one.falseAlarms()) + "  " + number("%.3f", one.cannotTell().value()) + "  "
                        + number("%.3f", one.found().value()));
    }

    private void share(String what, Share share) {
        line(what, full(share));
    }

    private String full(Share share) {
        return number("%.3f", share.value())
                + number(" [%.3f", share.low())
                + number(", %.3f]", share.high())
                + " " + share.found() + "/" + share.of();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is another library's
    private String number(String pattern, double value) {
        return Double.isNaN(value) ? "-" : String.format(french ? Locale.FRENCH : Locale.ROOT, pattern, value);
    }

    private void line(String what, String value) {
        text.append(value.isEmpty() ? what : String.format(Locale.ROOT, "  %-58s %s", what, value))
                .append('\n');
    }
}
