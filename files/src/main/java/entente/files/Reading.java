package entente.files;

import entente.agreement.Agreement;
import entente.agreement.Told;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What reading a file came to: an agreement, a list of things told, or every fault that keeps it from being either.
public sealed interface Reading {
    /// The largest file that is read, in bytes: 32 MiB.
    int LARGEST_BYTES = 32 * 1024 * 1024;

    /// An agreement. `marks` says where each commitment stands, by its full id.
    record OfAgreement(Agreement agreement, Map<String, Mark> marks) implements Reading {}

    /// Facts, corrections and retractions in the order of the file. `marks` says where each stands, by fact id;
    /// a retraction stands under `retraction of` and the id.
    record OfFacts(List<Told> told, Map<String, Mark> marks) implements Reading {}

    /// The file is refused, with all its faults in their order.
    record Refused(List<Fault> faults) implements Reading {}

    /// Reads a file, given its name for messages and its bytes. A file whose top level is a list holds facts; any
    /// other an agreement.
    static Reading read(String file, byte[] bytes) {
        Faults faults = new Faults(file);
        if (bytes.length > LARGEST_BYTES) {
            return tooLarge(file, bytes.length);
        }
        String text = decoded(bytes, faults);
        if (faults.any()) {
            return new Refused(faults.inOrder());
        }
        return Grammar.tree(text, faults)
                .map(tree -> tree instanceof Tree.Sequence
                        ? FactReader.read(tree, faults)
                        : AgreementReader.read(tree, faults))
                .filter(_ -> !faults.any())
                .orElseGet(() -> new Refused(faults.inOrder()));
    }

    /// The refusal of a file of so many bytes, for those who can tell its size without reading it.
    static Refused tooLarge(String file, long bytes) {
        Faults faults = new Faults(file);
        faults.add(
                Mark.START,
                "too-large",
                "The file has " + bytes + " bytes; at most " + LARGEST_BYTES
                        + " are read. Split it into several files.",
                "Le fichier compte " + bytes + " octets ; au plus " + LARGEST_BYTES
                        + " sont lus. Répartissez-le en plusieurs fichiers.");
        return new Refused(faults.inOrder());
    }

    private static String decoded(byte[] bytes, Faults faults) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
            if (!text.startsWith("\uFEFF")) {
                return text;
            }
        } catch (CharacterCodingException wrong) {
            // Falls through to the one sentence for every other encoding.
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < rest.position(); i++) {
            boolean newline = bytes[i] == '\n';
            line += newline ? 1 : 0;
            column = newline ? 1 : column + 1;
        }
        faults.add(
                rest.hasRemaining() ? new Mark(line, column) : Mark.START,
                "wrong-encoding",
                "The file is not plain UTF-8. Save it as UTF-8 without a byte order mark.",
                "Le fichier n’est pas en UTF-8 simple. Enregistrez-le en UTF-8 sans indicateur d’ordre des octets.");
        return "";
    }
}
