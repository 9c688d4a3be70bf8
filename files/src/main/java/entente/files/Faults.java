package entente.files;

import entente.terms.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults found in one file so far. Past a hundred, only the first hundred are kept: the file is refused all
/// the same.
final class Faults {
    private static final int KEPT = 100;

    private final String file;
    private final List<Fault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(Mark mark, String rule, String en, String fr) {
        if (found.size() < KEPT) {
            found.add(new Fault(file, mark, rule, new Words(en, fr)));
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<Fault> inOrder() {
        return found.stream().sorted(Comparator.comparing(Fault::mark)).toList();
    }
}
