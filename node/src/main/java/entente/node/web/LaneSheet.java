package entente.node.web;

import entente.node.lane.Cause;
import entente.node.lane.Moment;
import entente.node.web.Frame.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one lane shows: as it happens, by a script; or `slow`, as it was when the page was asked for.
public final class LaneSheet implements Sheet {
    private final Scene scene;
    private final Moment moment;
    private final boolean slow;

    /// `age` is that of the newest sample in whole seconds, empty where there never was one.
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
            Files files) {}

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
        json.put("at", moment.at().toString());
        json.put("ageSeconds", LaneEvents.age(moment.ageSeconds()));
        json.put("state", shown.code());
        json.put("says", List.of(shown.word(), shown.much(), shown.said()));
        json.put("why", shown.why());
        json.put("stopped", moment.stopped());
        json.put("unread", moment.unread());
        return Optional.of(json);
    }
}
