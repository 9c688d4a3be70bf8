/// What was promised, what was done, and whether the one is the other. It knows no file, no log, no clock and no page.
module entente.agreement {
    requires transitive entente.terms;

    exports entente.agreement;
}
