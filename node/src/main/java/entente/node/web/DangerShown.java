package entente.node.web;

import entente.screening.Danger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long people in a vehicle would have, in the words of one language and as a picture.
///
/// `first` stands in large text; `soon` where a vehicle that is opened now is opened none too early. `more` is a
/// sentence
/// or two, `found` whether somebody was found, `basis` what all of it rests on. `bars` are distress, danger and death.
public record DangerShown(String first, String more, boolean found, boolean soon, List<Bar> bars, List<String> basis) {
    /// From the one case in ten that is worst to the one that is best, `half` in half of all cases; each from 0 to
    /// [#WIDTH].
    public record Bar(int from, int half, int to) {}

    /// What is drawn, as long as [#MOST_HOURS].
    static final int WIDTH = 200;

    private static final double MOST_HOURS = 72;

    /// Opening takes a quarter of an hour.
    private static final double SOON_HOURS = 0.25;

    /// @param at when it was worked out
    /// @param known whether somebody has said what kind of vehicle it is
    /// @param found whether somebody was found in it
    static DangerShown of(Danger danger, Instant at, boolean known, boolean found, Speech speech) {
        double worst = danger.danger().tenPercent();
        String when = Math.floor(worst * 60) == 0
                ? speech.say("danger may have begun", "le danger a peut-être commencé")
                : Double.isInfinite(worst)
                        ? speech.say("no danger within three days", "pas de danger avant trois jours")
                        : speech.say("danger in ", "danger dans ") + time(worst) + speech.say(" at worst", " au pire");
        String first = found
                ? when.substring(0, 1).toUpperCase(Locale.ROOT) + when.substring(1)
                : speech.say("If somebody is inside: ", "Si quelqu’un est dedans\u00A0: ") + when;
        String more = speech.say(
                        "One case in ten is worse; in half of all cases ",
                        "Un cas sur dix est pire\u00A0; une fois sur deux, ")
                + when(danger.danger().half(), speech)
                + speech.say(". Death at worst ", ". Mort, au pire, ")
                + when(danger.death().tenPercent(), speech)
                + speech.say(". First comes ", ". D’abord vient ")
                + speech.words(danger.cause().words())
                + speech.say(". Worked out at ", ". Calculé à ")
                + LaneShown.time(at)
                + ".";
        List<String> basis = new ArrayList<>();
        if (!known) {
            basis.add(
                    speech.say(
                            "Nobody has said what kind of vehicle it is: this is the kind in which danger would come first.",
                            "Personne n’a dit de quelle sorte est le véhicule\u00A0: voici celle où le danger viendrait en premier."));
        }
        danger.basis().forEach(one -> basis.add(speech.words(one)));
        return new DangerShown(
                first,
                more,
                found,
                worst < SOON_HOURS,
                List.of(bar(danger.distress()), bar(danger.danger()), bar(danger.death())),
                basis);
    }

    private static Bar bar(Danger.Hours hours) {
        return new Bar(place(hours.tenPercent()), place(hours.half()), place(hours.ninetyPercent()));
    }

    /// Where so many hours are drawn: what is near takes more room.
    static int place(double hours) {
        return (int) Math.round(WIDTH * Math.log1p(4 * Math.min(hours, MOST_HOURS)) / Math.log1p(4 * MOST_HOURS));
    }

    private static String when(double hours, Speech speech) {
        if (Double.isInfinite(hours)) {
            return speech.say("not within three days", "pas avant trois jours");
        }
        return Math.floor(hours * 60) == 0 ? speech.say("now", "maintenant") : speech.say("in ", "dans ") + time(hours);
    }

    /// Never longer than it is.
    private static String time(double hours) {
        long minutes = (long) Math.floor(hours * 60);
        String rest = minutes % 60 + "\u00A0min";
        return minutes < 60 ? rest : minutes / 60 + "\u00A0h" + (minutes % 60 == 0 ? "" : " " + rest);
    }

    /// The same as the page's script reads it.
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("first", first);
        json.put("more", more);
        json.put("found", found);
        json.put("soon", soon);
        json.put(
                "bars",
                bars.stream().map(one -> List.of(one.from, one.half, one.to)).toList());
        json.put("basis", basis);
        return json;
    }
}
