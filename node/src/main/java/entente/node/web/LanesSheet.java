package entente.node.web;

import entente.node.lane.Lane;
import entente.node.lane.Lanes;
import java.util.List;

/// The lanes that are watched from here.
///
/// It names them and shows nothing of what they show: a list is no place to learn of an alarm.
public final class LanesSheet implements Sheet {
    private final Scene scene;
    private final Lanes lanes;

    /// `clause` is the page of the promise that lanes are there for, empty where the record has none.
    public record View(Frame frame, List<Row> rows, String clause) {}

    public record Row(String name, String address, String slow, boolean demonstration) {}

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
        return new View(
                scene.frame(new Subject.Lanes(), scene.say("Lanes", "Voies"), List.of()),
                lanes.all().stream().map(this::row).toList(),
                clause());
    }

    private Row row(Lane lane) {
        return new Row(
                name(lane.name(), lane.demonstration(), scene),
                scene.links().to(new Subject.OneLane(lane.name(), false)),
                scene.links().to(new Subject.OneLane(lane.name(), true)),
                lane.demonstration());
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
