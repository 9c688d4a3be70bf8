package entente.node.web;

import entente.node.lane.Lane;
import entente.node.lane.Lanes;
import entente.node.lane.Moment;
import entente.node.lane.Triage;
import java.util.List;

/// The lanes that are watched from here, in the order in which they are looked at.
///
/// It makes no sound and is as old as its time says: an alarm is told by the page of its lane.
public final class LanesSheet implements Sheet {
    private final Scene scene;
    private final Lanes lanes;

    /// `time` is when it was so, empty where no lane has sensors; `style` the file that the page
    /// needs then. `clause` is the page of the promise that lanes are there for, empty where the
    /// record has none.
    public record View(Frame frame, List<Row> rows, String time, String style, String clause) {}

    /// `code`, `word` and `much` are what the lane shows, empty for the demonstration, which sleeps until somebody
    /// looks. `danger` is how long people in it have, empty where nobody was found or nothing is known.
    public record Row(
            String name,
            String address,
            String slow,
            boolean demonstration,
            String code,
            String word,
            String much,
            String danger) {}

    private static final String AGREEMENT = "calais-2014";
    private static final String CLAUSE = "c06-technology";

    LanesSheet(Scene scene, Lanes lanes) {
        this.scene = scene;
        this.lanes = lanes;
    }

    @Override
    public String template() {
        return "lanes.jte";
    }

    @Override
    public View view() {
        List<Moment> moments =
                Triage.order(lanes.all().stream().map(Lane::moment).toList());
        return new View(
                scene.frame(new Subject.Lanes(), scene.say("Lanes", "Voies"), List.of()),
                moments.stream().map(this::row).toList(),
                lanes.live() ? LaneShown.dayAndTime(moments.getFirst().at(), scene.speech()) : "",
                LanePages.Asset.STYLE.address(),
                clause());
    }

    private Row row(Moment moment) {
        LaneShown shown = LaneShown.of(moment, scene.speech());
        DangerShown danger = shown.danger();
        boolean asleep = moment.demonstration();
        return new Row(
                name(moment.lane(), moment.demonstration(), scene),
                scene.links().to(new Subject.OneLane(moment.lane(), false)),
                scene.links().to(new Subject.OneLane(moment.lane(), true)),
                moment.demonstration(),
                asleep ? "" : shown.code(),
                asleep ? "" : shown.word(),
                asleep ? "" : shown.much(),
                asleep || danger == null || !danger.found() ? "" : danger.first());
    }

    /// What a lane is called on a page.
    static String name(String lane, boolean demonstration, Scene scene) {
        return demonstration
                ? scene.say("Demonstration lane", "Voie de démonstration")
                : scene.say("Lane ", "Voie ") + lane;
    }

    private String clause() {
        return scene.register()
                .agreement(AGREEMENT)
                .flatMap(agreement -> agreement.clauses().stream()
                        .filter(clause -> clause.id().clause().equals(CLAUSE))
                        .findFirst()
                        .map(clause -> scene.links().clause(agreement, clause)))
                .orElse("");
    }
}
