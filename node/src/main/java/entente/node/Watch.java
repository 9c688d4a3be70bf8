package entente.node;

import entente.agreement.Slug;
import entente.agreement.Told;
import entente.node.lane.Lanes;
import entente.terms.Words;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which lanes a node watches: those that were asked for, or the demonstration where none was.
record Watch(@Nullable URI broker, List<String> names) {
    /// What is wrong with what was asked for; empty where nothing is.
    Optional<Words> refusal() {
        if ((broker == null) != names.isEmpty() || broker != null && !Lanes.isBroker(broker)) {
            return Optional.of(new Words(
                    "lanes need both: --mqtt mqtt://HOST:PORT (or mqtts) and --lane NAME",
                    "les voies demandent les deux\u202F: --mqtt mqtt://HÔTE:PORT (ou mqtts) et --lane NOM"));
        }
        return names.stream()
                .filter(name -> !Slug.fits(name))
                .findFirst()
                .map(name -> new Words(
                        "a lane is named in lower-case letters, digits and hyphens, not " + name,
                        "une voie se nomme en minuscules, chiffres et traits d’union, et non " + name));
    }

    /// Begins to watch. What the lanes have not yet told the record waits in the folder `lanes`.
    Lanes begin(Path data, Clock clock, Chronicle chronicle) {
        return broker == null
                ? Lanes.demonstration(clock)
                : Lanes.live(
                        data.resolve("lanes"),
                        names.stream().distinct().toList(),
                        broker,
                        clock,
                        told -> tell(chronicle, told));
    }

    private static Optional<Words> tell(Chronicle chronicle, List<Told> told) {
        return switch (chronicle.take(List.of(), told)) {
            case Chronicle.Taken.Recorded _ -> Optional.empty();
            case Chronicle.Taken.Refused(var refusals) ->
                Optional.of(refusals.getFirst().sentence());
        };
    }
}
