package entente.files;

import entente.agreement.Agreement;
import entente.agreement.Told;
import entente.terms.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What reading a file came to: an agreement, a list of things told, or every fault that keeps it from being either.
///
/// `marks` says where things stand, by the names that [Refusal#of()] gives, so that a refusal by the register can be
/// shown at its place: clauses and commitments by their full id, facts by theirs, and `retraction of` and
/// `change of` (that is, a correction or retraction of) with the id of the fact that they change.
public sealed interface Reading {
    /// The largest file that is read, in bytes: 32 MiB.
    int LARGEST_BYTES = 32 * 1024 * 1024;

    /// The longest line of a file of JSON Lines, in bytes: 1 MiB.
    int LONGEST_LINE = 1 << 20;

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
        return bytes.length > LARGEST_BYTES ? tooLarge(file, bytes.length) : Top.FILE.read(file, bytes);
    }

    /// Reads one line of a file of JSON Lines, which holds one thing told, given its number in the file. It never
    /// throws, whatever the bytes.
    static Reading line(String file, int number, byte[] bytes) {
        int above = number - 1;
        if (bytes.length > LONGEST_LINE) {
            return new Refused(List.of(new Fault(
                    file,
                    Mark.START.below(above),
                    "too-large",
                    new Words(
                            "The line has more than " + LONGEST_LINE
                                    + " bytes. Look for a missing line break, or shorten it.",
                            "La ligne compte plus de " + LONGEST_LINE
                                    + " octets. Vérifiez s’il y manque un saut de ligne, ou abrégez-la."))));
        }
        return switch (Top.LINE.read(file, bytes)) {
            case OfFacts(List<Told> told, Map<String, Mark> marks) -> {
                Map<String, Mark> moved = new HashMap<>();
                marks.forEach((name, mark) -> moved.put(name, mark.below(above)));
                yield new OfFacts(told, moved);
            }
            case Refused(List<Fault> faults) ->
                new Refused(faults.stream().map(fault -> fault.below(above)).toList());
            case OfAgreement other -> throw new IllegalStateException("a line is no agreement: " + other);
        };
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
