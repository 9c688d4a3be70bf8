package entente.agreement;

import entente.terms.Grown;
import java.util.Arrays;
import java.util.List;

/// The facts told that concern one thing, in the order of telling and in the order in which facts count. It grows at
/// its end.
final class Chain {
    private volatile Grown<Telling> told = Grown.none();
    private volatile List<Telling> ordered = List.of();

    /// What was added last is not added again.
    void add(Telling one) {
        if (told.isEmpty() || told.getLast() != one) {
            told = told.with(one);
        }
    }

    List<Telling> told() {
        return told;
    }

    /// Sorted when it is first asked for; what was added since is merged in.
    List<Telling> ordered() {
        List<Telling> before = ordered;
        List<Telling> all = told;
        if (before.size() >= all.size()) {
            return before;
        }
        Telling[] now = before.toArray(new Telling[all.size()]);
        for (int i = before.size(); i < now.length; i++) {
            now[i] = all.get(i);
        }
        Arrays.sort(now, Telling.BY_LAST_DAY);
        ordered = List.of(now);
        return ordered;
    }
}
