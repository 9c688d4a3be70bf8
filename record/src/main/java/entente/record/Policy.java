package entente.record;

import entente.record.Verdict.Signer;
import java.util.ArrayList;
import java.util.List;

/// Whose signatures make a checkpoint valid: one of the logs, and of the witnesses those that the quorum
/// asks for (C2SP tlog-policy).
public record Policy(List<VerifierKey> logs, Quorum quorum) {
    public Policy {
        logs = List.copyOf(logs);
    }

    /// Which witnesses must have signed.
    public sealed interface Quorum {
        /// This one.
        record Witness(VerifierKey key) implements Quorum {}

        /// At least so many of the members.
        record Group(int threshold, List<Quorum> members) implements Quorum {
            public Group {
                members = List.copyOf(members);
                if (threshold < 0 || threshold > members.size()) {
                    throw new Malformed("a group of " + members.size() + " cannot ask for " + threshold);
                }
            }
        }

        /// No witness at all.
        static Quorum none() {
            return new Group(0, List.of());
        }

        private boolean reached(List<Signer> signers) {
            return switch (this) {
                case Witness(VerifierKey key) ->
                    signers.stream().anyMatch(signer -> signer.key().equals(key));
                case Group(int threshold, var members) ->
                    members.stream().filter(member -> member.reached(signers)).count() >= threshold;
            };
        }

        private List<VerifierKey> keys() {
            return switch (this) {
                case Witness(VerifierKey key) -> List.of(key);
                case Group(int _, var members) ->
                    members.stream().flatMap(member -> member.keys().stream()).toList();
            };
        }
    }

    /// @throws Malformed unless the bytes are a policy; the message names the line
    public static Policy parse(byte[] bytes) {
        return PolicyFile.parse(bytes);
    }

    /// Checks a signed checkpoint. The key of a log speaks for its own origin alone.
    public Verdict verdict(Note note) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (Malformed wrong) {
            return new Verdict.Rejected("the note is not a checkpoint: " + wrong.reason());
        }
        List<VerifierKey> own = logs.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        Verdict byLog = note.verdict(own);
        if (!(byLog instanceof Verdict.Verified(var logSigners))) {
            return byLog;
        }
        var signers = new ArrayList<>(logSigners);
        if (note.verdict(quorum.keys()) instanceof Verdict.Verified(var witnesses)) {
            signers.addAll(witnesses);
        }
        return quorum.reached(signers)
                ? new Verdict.Verified(signers)
                : new Verdict.Rejected("too few of the witnesses signed");
    }
}
