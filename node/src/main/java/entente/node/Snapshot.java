package entente.node;

import entente.agreement.Register;
import entente.terms.Digest;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// What the record says, up to a checkpoint: the register folded from it, and which entry tells what. It never
/// changes; a page is a function of a snapshot and a request.
///
/// `filed` holds what was told, in the order of the log. `facts` and `agreements` give, for each id, the index of the
/// newest entry that tells it; `retractions` for each fact id the entry that withdraws it. `signed` is when the
/// newest checkpoint was signed; in a snapshot cut at an earlier size, when its last entry was recorded.
public record Snapshot(
        Register register,
        List<Filed> filed,
        SortedMap<String, Long> facts,
        SortedMap<String, Long> agreements,
        SortedMap<String, Long> retractions,
        String origin,
        long size,
        Digest root,
        Instant signed) {}
