/// The words that every part of Entente shares: who, when, how much, in which words. It knows no agreement and no
/// record.
module entente.terms {
    requires static transitive org.jspecify;

    exports entente.terms;
}
