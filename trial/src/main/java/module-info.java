/// A simulation of stops at a lane, and what the detector makes of them. It knows no file, no
/// network and no clock.
module entente.trial {
    requires transitive entente.screening;
    requires transitive entente.terms;
    requires static transitive org.jspecify;

    exports entente.trial;
}
