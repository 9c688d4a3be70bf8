package entente.files;

import entente.terms.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults found in one file so far. Only the first hundred found are kept: the file is refused all the same.
final class Faults {
    private static final int KEPT = 100;

    private final String file;
    private final List<Fault> found = new ArrayList<>();
    private int count;

    Faults(String file) {
        this.file = file;
    }

    void add(Mark mark, String rule, String en, String fr) {
        count++;
        if (count <= KEPT) {
            found.add(new Fault(file, mark, rule, new Words(en, fr)));
        }
    }

    boolean any() {
        return count > 0;
    }

    /// More were found than are kept, so that nothing is gained by looking for others.
    boolean full() {
        return count > KEPT;
    }

    /// How many there are so far, those that are not kept included.
    int count() {
        return count;
    }

    List<Fault> inOrder() {
        List<Fault> faults = new ArrayList<>(found);
        faults.sort(Comparator.comparing(Fault::mark));
        if (full()) {
            faults.add(Fault.more(file, faults.getLast().mark()));
        }
        return List.copyOf(faults);
    }
}
