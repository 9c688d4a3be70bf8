package entente.node.web;

import entente.node.lane.Cause;
import entente.node.lane.Moment;
import entente.node.lane.Vehicles;
import entente.node.web.Frame.Step;
import entente.screening.Danger;
import entente.screening.Hold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one lane shows: as it happens, by a script; or `slow`, as it was when the page was asked for.
public final class LaneSheet implements Sheet {
    private final Scene scene;
    private final Moment moment;
    private final boolean slow;

    /// `age` is that of the newest sample in whole seconds, empty where there never was one; `none` what
    /// stands where no screening has ended.
    public record View(
            Frame frame,
            boolean slow,
            boolean demonstration,
            LaneShown shown,
            String age,
            String action,
            String events,
            String live,
            String now,
            List<Step> causes,
            List<Step> kinds,
            List<Hour> hours,
            String none,
            Files files) {}

    /// A mark under the picture of the danger.
    public record Hour(int place, String name) {}

    /// The files that the page needs besides those of every page.
    public record Files(String style, String script, String chartStyle, String chartScript) {}

    LaneSheet(Scene scene, Moment moment, boolean slow) {
        this.scene = scene;
        this.moment = moment;
        this.slow = slow;
    }

    @Override
    public String template() {
        return "lane.jte";
    }

    @Override
    public View view() {
        Subject live = new Subject.OneLane(moment.lane(), false);
        Subject now = new Subject.OneLane(moment.lane(), true);
        String name = LanesSheet.name(moment.lane(), moment.demonstration(), scene);
        return new View(
                scene.frame(
                        slow ? now : live,
                        slow ? name + scene.say(", without script", ", sans script") : name,
                        List.of(new Step(
                                scene.say("Lanes", "Voies"), scene.links().to(new Subject.Lanes())))),
                slow,
                moment.demonstration(),
                LaneShown.of(moment, scene.speech()),
                age(),
                scene.links().to(slow ? now : live),
                live.path(scene.speech().language()) + Address.EVENTS,
                scene.links().to(live),
                scene.links().to(now),
                Arrays.stream(Cause.values())
                        .map(cause -> new Step(scene.speech().words(cause.title()), cause.code()))
                        .toList(),
                Arrays.stream(Hold.Kind.values())
                        .map(kind -> new Step(scene.speech().words(kind.words()), Vehicles.code(kind)))
                        .toList(),
                List.of(
                        new Hour(DangerShown.place(0), scene.say("now", "maintenant")),
                        new Hour(DangerShown.place(1), "1\u00A0h"),
                        new Hour(DangerShown.place(6), "6\u00A0h"),
                        new Hour(DangerShown.place(24), "24\u00A0h"),
                        new Hour(DangerShown.place(72), "72\u00A0h")),
                scene.say("None has ended yet", "Aucun n’est terminé"),
                new Files(
                        LanePages.Asset.STYLE.address(),
                        LanePages.Asset.SCRIPT.address(),
                        LanePages.Asset.CHART_STYLE.address(),
                        LanePages.Asset.CHART_SCRIPT.address()));
    }

    private String age() {
        return Double.isFinite(moment.ageSeconds())
                ? scene.speech().number(Math.round(Math.ceil(moment.ageSeconds())))
                : "";
    }

    @Override
    public Optional<Object> json() {
        LaneShown shown = LaneShown.of(moment, scene.speech());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("lane", moment.lane());
        json.put("demonstration", moment.demonstration());
        json.put("played", moment.played() == null ? null : shown.played());
        json.put("at", moment.at().toString());
        json.put("ageSeconds", LaneEvents.age(moment.ageSeconds()));
        json.put("state", shown.code());
        json.put("says", List.of(shown.word(), shown.much(), shown.said()));
        json.put("why", shown.why());
        json.put("stopped", moment.stopped());
        json.put("unread", moment.unread());
        json.put("vehicle", moment.kind() == null ? null : Vehicles.code(moment.kind()));
        json.put("readings", shown.readings());
        Danger danger = moment.danger();
        json.put("danger", danger == null ? null : hours(danger));
        return Optional.of(json);
    }

    private Map<String, @Nullable Object> hours(Danger danger) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("cause", danger.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("distressHours", hours(danger.distress()));
        json.put("dangerHours", hours(danger.danger()));
        json.put("deathHours", hours(danger.death()));
        json.put("basis", danger.basis().stream().map(scene.speech()::words).toList());
        return json;
    }

    private static List<@Nullable Object> hours(Danger.Hours hours) {
        List<@Nullable Object> three = new ArrayList<>();
        for (double one : new double[] {hours.tenPercent(), hours.half(), hours.ninetyPercent()}) {
            three.add(Double.isFinite(one) ? BigDecimal.valueOf(one).setScale(2, RoundingMode.FLOOR) : null);
        }
        return three;
    }
}
