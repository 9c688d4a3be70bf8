/// Signed, append-only, provable entries: the formats, the proofs and their checks. It knows no clock, no
/// file and no network, and nothing of what a payload says.
module entente.record {
    requires static transitive org.jspecify;
    requires transitive entente.terms;
    requires org.bouncycastle.provider;

    exports entente.record;
}
