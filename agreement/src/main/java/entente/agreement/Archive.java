package entente.agreement;

import entente.terms.Grown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Everything told, found again by what it concerns. It grows at its end; any number of registers, each of its own
/// size, share it and overlook what was told later.
final class Archive {
    private static final Chain EMPTY = new Chain();

    private final Map<String, Telling> facts = new ConcurrentHashMap<>();
    private final Map<ClauseId, Chain> bearing = new ConcurrentHashMap<>();
    private final Map<ClauseId, Chain> onWholeClause = new ConcurrentHashMap<>();
    private final Map<CommitmentId, Chain> onCommitment = new ConcurrentHashMap<>();
    private final Map<String, Chain> inAgreement = new ConcurrentHashMap<>();
    private final Map<CommitmentId, Chain> speaking = new ConcurrentHashMap<>();
    private final Map<String, Chain> disputing = new ConcurrentHashMap<>();
    private final Chain judging = new Chain();
    /// What displaces a fact that has not been told yet, as within one import.
    private final Map<String, List<Telling>> early = new HashMap<>();

    private volatile Grown<Telling> all = Grown.none();

    /// An archive that has these after its first `size`: this one, or a copy where it has others there already.
    synchronized Archive with(int size, Iterable<Held> more) {
        // The blank one stays blank, or it would keep in memory whatever was first told to it.
        Archive home = size > 0 && all.size() == size ? this : copy(size);
        more.forEach(home::add);
        return home;
    }

    private Archive copy(int size) {
        Archive copy = new Archive();
        all.first(size).forEach(one -> copy.add(one.held));
        return copy;
    }

    private void add(Held held) {
        Telling telling = new Telling(all.size(), held);
        switch (held.told()) {
            case Told.Asserted(Fact fact) -> index(fact, telling);
            case Told.Corrected(String of, Fact fact, var _) -> {
                index(fact, telling);
                displace(of, telling);
            }
            case Told.Retracted(String of, var _, var _, var _) -> displace(of, telling);
        }
        all = all.with(telling);
    }

    private void index(Fact fact, Telling telling) {
        if (facts.putIfAbsent(fact.id(), telling) != null) {
            throw new IllegalArgumentException("damage: the record tells the fact " + fact.id() + " twice");
        }
        List<Telling> waiting = early.remove(fact.id());
        if (waiting != null) {
            waiting.forEach(telling::displacedBy);
        }
        for (Fact.Bearing on : fact.bearsOn()) {
            chain(inAgreement, on.clause().agreement()).add(telling);
            chain(bearing, on.clause()).add(telling);
            if (on.commitment() == null) {
                chain(onWholeClause, on.clause()).add(telling);
            } else if (!fact.bearsOn().contains(new Fact.Bearing(on.clause(), null))) {
                chain(onCommitment, on.clause().commitment(on.commitment())).add(telling);
            }
        }
        List<CommitmentId> named = new ArrayList<>(fact.waives());
        fact.judges().forEach(judging -> named.add(judging.commitment()));
        named.stream()
                .distinct()
                .forEach(commitment -> chain(speaking, commitment).add(telling));
        fact.disagreesWith().forEach(other -> chain(disputing, other).add(telling));
        if (!fact.judges().isEmpty()) {
            judging.add(telling);
        }
    }

    private static <K> Chain chain(Map<K, Chain> chains, K key) {
        return chains.computeIfAbsent(key, _ -> new Chain());
    }

    private void displace(String fact, Telling by) {
        Telling displaced = facts.get(fact);
        if (displaced == null) {
            early.computeIfAbsent(fact, _ -> new ArrayList<>()).add(by);
        } else {
            displaced.displacedBy(by);
        }
    }

    List<Telling> all(int size) {
        return all.first(size);
    }

    @Nullable
    Telling fact(String id, int size) {
        Telling telling = facts.get(id);
        return telling != null && telling.before(size) ? telling : null;
    }

    Chain bearing(ClauseId clause) {
        return bearing.getOrDefault(clause, EMPTY);
    }

    /// What bears on the whole of a clause.
    Chain onWholeClause(ClauseId clause) {
        return onWholeClause.getOrDefault(clause, EMPTY);
    }

    /// What bears on a commitment and not on the whole of its clause.
    Chain onCommitment(CommitmentId commitment) {
        return onCommitment.getOrDefault(commitment, EMPTY);
    }

    Chain inAgreement(String agreement) {
        return inAgreement.getOrDefault(agreement, EMPTY);
    }

    /// What judges or waives a commitment, whether or not it says that it bears on the clause.
    Chain speaking(CommitmentId commitment) {
        return speaking.getOrDefault(commitment, EMPTY);
    }

    /// What says that it disagrees with a fact.
    Chain disputing(String fact) {
        return disputing.getOrDefault(fact, EMPTY);
    }

    /// What judges any commitment.
    Chain judging() {
        return judging;
    }
}
