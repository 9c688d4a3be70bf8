package entente.bench.plain;

import java.util.HashMap;
import java.util.Map;

/// How rows stand on one day in the world.
public final class Answers {
    private final long world;
    private final Map<Integer, Integer> standings = new HashMap<>();

    public Answers(long world) {
        this.world = world;
    }

    public long getWorld() {
        return world;
    }

    /// Takes what a row came to.
    public void put(Row row, long counted, long early, long inTime, long all) {
        standings.put(row.getNumber(), row.standing(counted, early, inTime, all, world));
    }

    /// By the number of the row.
    public Map<Integer, Integer> standings() {
        return standings;
    }
}
