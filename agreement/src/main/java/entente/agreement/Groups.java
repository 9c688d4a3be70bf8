package entente.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The numbers from 0 on, in groups that are joined step by step. Several threads may join at once what none of the
/// others touches.
final class Groups {
    private final int[] above;

    Groups(int size) {
        above = new int[size];
        for (int place = 0; place < size; place++) {
            above[place] = place;
        }
    }

    /// The least number of a group.
    private int root(int place) {
        int at = place;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }

    void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        above[Math.max(first, second)] = Math.min(first, second);
    }

    void join(List<Integer> all) {
        for (int place : all) {
            join(all.getFirst(), place);
        }
    }

    /// What stands at the places of each group, in the order of their first.
    <T> List<List<T>> of(List<T> all) {
        Map<Integer, List<T>> groups = new LinkedHashMap<>();
        for (int place = 0; place < above.length; place++) {
            groups.computeIfAbsent(root(place), _ -> new ArrayList<>(1)).add(all.get(place));
        }
        return List.copyOf(groups.values());
    }
}
