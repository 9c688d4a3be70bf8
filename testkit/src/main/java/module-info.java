/// Seeded trials for tests.
module entente.testkit {
    requires static transitive org.jspecify;

    exports entente.testkit;
}
