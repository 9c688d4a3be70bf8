package entente.record;

import java.util.List;

/// What came of checking signatures.
public sealed interface Verdict {
    /// Each of these keys signed; at least one.
    record Verified(List<Signer> signers) implements Verdict {
        public Verified {
            signers = List.copyOf(signers);
        }
    }

    /// Nothing of it may be believed, and why.
    record Rejected(String reason) implements Verdict {}

    /// Who signed, and the time that the signature states: seconds since 1970, or 0 where it states none.
    record Signer(VerifierKey key, long seconds) {}
}
