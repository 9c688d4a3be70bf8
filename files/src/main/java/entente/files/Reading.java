package entente.files;

import entente.agreement.Agreement;
import entente.agreement.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What reading a file came to: an agreement, a list of things told, or every fault that keeps it from being either.
///
/// `marks` says where things stand, by the names that [Refusal#of()] gives, so that a refusal by the register can be
/// shown at its place: clauses and commitments by their full id, facts by theirs, and `retraction of` and
/// `change of` (that is, a correction or retraction of) with the id of the fact that they change.
public sealed interface Reading {
    /// The largest file that is read, in bytes: 32 MiB.
    int LARGEST_BYTES = 32 * 1024 * 1024;

    record OfAgreement(Agreement agreement, Map<String, Mark> marks) implements Reading {
        public OfAgreement {
            marks = Map.copyOf(marks);
        }
    }

    /// Facts, corrections and retractions in the order of the file.
    record OfFacts(List<Told> told, Map<String, Mark> marks) implements Reading {
        public OfFacts {
            told = List.copyOf(told);
            marks = Map.copyOf(marks);
        }
    }

    /// The file is refused, with all its faults in the order of their places.
    record Refused(List<Fault> faults) implements Reading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// Reads a file, given its name for messages and its bytes. A file whose top level is a list holds facts; any
    /// other an agreement. It never throws, whatever the bytes.
    static Reading read(String file, byte[] bytes) {
        if (bytes.length > LARGEST_BYTES) {
            return tooLarge(file, bytes.length);
        }
        return json(file, bytes).orElseGet(() -> yaml(file, bytes));
    }

    /// What [#yaml] answers, sooner; nothing where the bytes are not plain JSON.
    private static Optional<Reading> json(String file, byte[] bytes) {
        Faults faults = new Faults(file);
        FactReader facts = new FactReader(faults);
        return JsonGrammar.tree(bytes, faults, facts::take).map(tree -> meaning(tree, facts, faults));
    }

    private static Reading yaml(String file, byte[] bytes) {
        Faults faults = new Faults(file);
        String text = Decoding.text(bytes, faults);
        if (faults.any()) {
            return new Refused(faults.inOrder());
        }
        FactReader facts = new FactReader(faults);
        return Grammar.tree(text, faults, facts::take)
                .map(tree -> meaning(tree, facts, faults))
                .orElseGet(() -> new Refused(faults.inOrder()));
    }

    private static Reading meaning(Tree tree, FactReader facts, Faults faults) {
        Reading reading =
                tree instanceof Tree.Sequence ? facts.reading(tree.mark()) : AgreementReader.read(tree, faults);
        return faults.any() ? new Refused(faults.inOrder()) : reading;
    }

    /// The refusal of a file of so many bytes, for those who can tell its size without reading it.
    static Refused tooLarge(String file, long bytes) {
        Faults faults = new Faults(file);
        faults.add(
                Mark.START,
                "too-large",
                "The file has " + bytes + " bytes; at most " + LARGEST_BYTES
                        + " are read. Split it into several files.",
                "Le fichier compte " + bytes + " octets\u202F; au plus " + LARGEST_BYTES
                        + " sont lus. Répartissez-le en plusieurs fichiers.");
        return new Refused(faults.inOrder());
    }
}
