package entente.screening;

import entente.terms.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The reasons that a screening gives, each with what to do.
final class Reasons {
    private Reasons() {}

    private static Reason of(Reason.Code code, String sensor, String en, String fr) {
        return new Reason(code, sensor, new Words(en, fr));
    }

    static Reason dead(String sensor) {
        return of(
                Reason.Code.SENSOR_DEAD,
                sensor,
                "Sensor " + sensor + " gives the same value again and again: see to its cable, then screen again.",
                "Le capteur " + sensor
                        + " donne toujours la m\u00EAme valeur\u00A0: v\u00E9rifier son c\u00E2ble, puis refaire le contr\u00F4le.");
    }

    static Reason clipped(String sensor) {
        return of(
                Reason.Code.SENSOR_CLIPPED,
                sensor,
                "Sensor " + sensor
                        + " was driven to the end of its range: lower its gain, or wait until it is quieter.",
                "Le capteur " + sensor
                        + " a atteint la limite de sa plage\u00A0: r\u00E9duire son gain, ou attendre un moment plus calme.");
    }

    static Reason missing(String sensor) {
        return of(
                Reason.Code.GAP,
                sensor,
                "Samples of sensor " + sensor + " are missing: see to its connection, then screen again.",
                "Il manque des \u00E9chantillons du capteur " + sensor
                        + "\u00A0: v\u00E9rifier sa liaison, puis refaire le contr\u00F4le.");
    }

    static Reason gap() {
        return of(
                Reason.Code.GAP,
                "",
                "The times of the blocks leave a gap, overlap, or do not fit the rate: see to the recorder, then screen again.",
                "Les heures des blocs laissent un trou, se chevauchent ou ne correspondent pas \u00E0 la fr\u00E9quence\u00A0:"
                        + " v\u00E9rifier l\u2019enregistreur, puis refaire le contr\u00F4le.");
    }

    static Reason noGround() {
        return of(
                Reason.Code.NO_GROUND,
                "",
                "There is no sensor on the ground, so that what shakes the vehicle from below cannot be told apart: add one.",
                "Aucun capteur au sol\u00A0: ce qui secoue le v\u00E9hicule par le bas ne peut \u00EAtre distingu\u00E9. En ajouter un.");
    }

    static Reason unheard() {
        return of(
                Reason.Code.NO_GROUND,
                "",
                "The ground sensor hears little of what shakes the vehicle: see whether it stands firmly by a tyre, and whether"
                        + " anybody moves in the vehicle.",
                "Le capteur au sol n\u2019entend gu\u00E8re ce qui secoue le v\u00E9hicule\u00A0: v\u00E9rifier qu\u2019il est bien"
                        + " pos\u00E9 pr\u00E8s d\u2019un pneu, et si quelqu\u2019un bouge dans le v\u00E9hicule.");
    }

    static Reason noHistory() {
        return of(
                Reason.Code.NO_HISTORY,
                "",
                "This lane has no history of empty vehicles to compare with: record " + History.LEAST_STOPS
                        + " of them first.",
                "Cette voie n\u2019a pas d\u2019historique de v\u00E9hicules vides auquel comparer\u00A0: en enregistrer d\u2019abord "
                        + History.LEAST_STOPS + ".");
    }

    static Reason tooShort() {
        return of(
                Reason.Code.TOO_SHORT,
                "",
                "Fewer than 14 seconds were recorded without a fault: go on recording.",
                "Moins de 14 secondes ont \u00E9t\u00E9 enregistr\u00E9es sans d\u00E9faut\u00A0: poursuivre l\u2019enregistrement.");
    }

    static Reason loud(double newtons) {
        if (Double.isInfinite(newtons)) {
            return of(
                    Reason.Code.TOO_LOUD,
                    "",
                    "It is too loud: not even the strongest heart would have been found. Wait until it is quieter.",
                    "Trop de bruit\u00A0: m\u00EAme le c\u0153ur le plus fort n\u2019aurait pas \u00E9t\u00E9 trouv\u00E9. Attendre un"
                            + " moment plus calme.");
        }
        return of(
                Reason.Code.TOO_LOUD,
                "",
                "It is too loud: only a heart of " + number(newtons, Locale.ENGLISH)
                        + " N or more would have been found. Wait until it is quieter.",
                "Trop de bruit\u00A0: seul un c\u0153ur de " + number(newtons, Locale.FRENCH)
                        + "\u00A0N ou plus aurait \u00E9t\u00E9 trouv\u00E9. Attendre un moment plus calme.");
    }

    private static String number(double value, Locale locale) {
        return String.format(locale, "%.1f", value);
    }

    /// With the frequencies of the lines that it draws, as far as they are known.
    static Reason engine(List<Double> linesHz) {
        return of(
                Reason.Code.ENGINE,
                "",
                "A machine runs, in the vehicle or near it" + told(linesHz, Locale.ENGLISH, " (it hums at ", " Hz)")
                        + ": have the engine and the refrigeration unit stopped for a minute.",
                "Une machine tourne, dans le v\u00E9hicule ou pr\u00E8s de lui"
                        + told(linesHz, Locale.FRENCH, " (elle vrombit \u00E0 ", "\u00A0Hz)")
                        + "\u00A0: faire arr\u00EAter le moteur et le groupe frigorifique pendant une minute.");
    }

    private static String told(List<Double> linesHz, Locale locale, String before, String after) {
        String separator = locale.equals(Locale.FRENCH) ? "\u00A0; " : ", ";
        return linesHz.isEmpty()
                ? ""
                : before
                        + linesHz.stream().map(hertz -> number(hertz, locale)).collect(Collectors.joining(separator))
                        + after;
    }

    static Reason steps() {
        return of(
                Reason.Code.STEPS,
                "",
                "Somebody walks by, and steps look like a heart: have everybody stand still for a minute.",
                "Quelqu\u2019un marche \u00E0 proximit\u00E9, et des pas ressemblent \u00E0 un c\u0153ur\u00A0: demander \u00E0 tous de ne"
                        + " pas bouger pendant une minute.");
    }

    static Reason wheels() {
        return of(
                Reason.Code.STEPS,
                "",
                "Something shakes the vehicle by way of its wheels and not from inside, as steps nearby do: have everybody stand"
                        + " still for a minute, and see whether the ground sensor stands on the ground.",
                "Quelque chose secoue le v\u00E9hicule par ses roues et non de l\u2019int\u00E9rieur, comme des pas \u00E0"
                        + " proximit\u00E9\u00A0: demander \u00E0 tous de ne pas bouger pendant une minute, et v\u00E9rifier que le"
                        + " capteur au sol est bien pos\u00E9 au sol.");
    }

    static Reason wind() {
        return of(
                Reason.Code.TOO_LOUD,
                "",
                "The vehicle rocks as in wind: wait for a lull, or bring it under cover.",
                "Le v\u00E9hicule se balance comme sous le vent\u00A0: attendre une accalmie, ou le mettre \u00E0 l\u2019abri.");
    }

    static Reason undecided() {
        return of(
                Reason.Code.UNDECIDED,
                "",
                "The signals fit an empty vehicle as well as one with somebody in it: go on, or search by other means.",
                "Les signaux conviennent autant \u00E0 un v\u00E9hicule vide qu\u2019\u00E0 un v\u00E9hicule occup\u00E9\u00A0: poursuivre,"
                        + " ou chercher par d\u2019autres moyens.");
    }

    /// Why a trait of [Trait#BEARINGS] that is further out than chance goes stands in the way.
    static Reason bearing(Trait trait, String sensor) {
        return switch (trait) {
            case LATE ->
                of(
                        Reason.Code.SENSOR_LATE,
                        sensor,
                        "Sensor " + sensor + " is not in step with the others: see to its clock, then screen again.",
                        "Le capteur " + sensor
                                + " n\u2019est pas synchronis\u00E9 avec les autres\u00A0: v\u00E9rifier son horloge, puis refaire le"
                                + " contr\u00F4le.");
            case SHRILL ->
                of(
                        Reason.Code.SENSOR_SWAPPED,
                        sensor,
                        "Sensor " + sensor
                                + " moves as if it stood on the ground and not on the vehicle: see whether two"
                                + " cables were exchanged, and whether it holds.",
                        "Le capteur " + sensor
                                + " bouge comme s\u2019il \u00E9tait au sol et non sur le v\u00E9hicule\u00A0: v\u00E9rifier si deux c\u00E2bles"
                                + " ont \u00E9t\u00E9 \u00E9chang\u00E9s, et s\u2019il tient.");
            case ASIDE, FAINT, ENERGY, HIGH, BEAT, MOVEMENT, LINE, SWAY, WIND, STEPS, ECHO, ALONG, UNHEARD ->
                of(
                        Reason.Code.SENSOR_LOOSE,
                        sensor,
                        "Sensor " + sensor + " hardly moves with the vehicle: fix it to the frame, then screen again.",
                        "Le capteur " + sensor
                                + " ne suit gu\u00E8re le v\u00E9hicule\u00A0: le fixer au ch\u00E2ssis, puis refaire le contr\u00F4le.");
        };
    }
}
