/// Finding people in a stopped vehicle, and how long they have. It knows no file, no network, no clock and no page.
module entente.screening {
    requires transitive entente.terms;
    requires static transitive org.jspecify;

    exports entente.screening;
}
