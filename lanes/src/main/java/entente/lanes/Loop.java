package entente.lanes;

import entente.screening.History;
import entente.terms.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lanes of one machine: messages in, words out. It needs no network, and gives the same answers as the
/// [LaneJob] on the same messages.
///
/// It knows no clock and belongs to one thread, that is to say [#tick] a few times a second.
public final class Loop {
    /// So many vehicles are known at once. Another is refused until one is forgotten.
    public static final int MOST_STAYS = 1024;

    private final Map<String, History> histories;
    private final Map<StayKey, Stay> stays = new HashMap<>();
    private final Instant since;

    /// What each lane gave when it was empty, by its name. A lane that is not there has no history.
    public Loop(Map<String, History> histories, Instant now) {
        this.histories = Map.copyOf(histories);
        this.since = now;
    }

    /// A message about the vehicle of this key, as docs/spec/lanes.md describes it.
    public List<Said> take(StayKey key, byte @Nullable [] message, Instant now) {
        Stay stay = stays.get(key);
        if (stay == null) {
            if (stays.size() >= MOST_STAYS) {
                return List.of(
                        Stay.refused(key, new Words("too many vehicles at once", "trop de véhicules à la fois")));
            }
            stay = new Stay(key, now);
        }
        List<Said> said = stay.take(message, histories.getOrDefault(key.lane(), History.none()), now);
        if (stay.kept()) {
            stays.put(key, stay);
        }
        return said;
    }

    /// Time has passed.
    public List<Said> tick(Instant now) {
        List<Said> said = new ArrayList<>();
        stays.values().forEach(stay -> said.addAll(stay.tick(now, since)));
        stays.values().removeIf(stay -> !stay.kept());
        return said;
    }

    /// Nothing more will come.
    public List<Said> close() {
        List<Said> said = new ArrayList<>();
        stays.values().forEach(stay -> said.addAll(stay.close()));
        return said;
    }
}
