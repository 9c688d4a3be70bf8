/// Recordings of sensors: reads the files of many makers, and reads and writes those of its own.
module entente.recordings {
    requires static transitive org.jspecify;
    requires transitive entente.screening;
    requires transitive entente.terms;
    requires org.apache.commons.csv;

    exports entente.recordings;
}
