/// A program that screens recordings of stopped vehicles for signs of life, and teaches lanes.
module entente.screen {
    requires static transitive org.jspecify;
    requires entente.recordings;
    requires entente.screening;
    requires entente.terms;
    requires entente.trial;
    requires info.picocli;
    requires tools.jackson.core;

    opens entente.screen to
            info.picocli;
}
