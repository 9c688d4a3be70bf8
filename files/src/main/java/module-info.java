/// The readable files: YAML by people, canonical JSON by us, to and from the same agreements and facts.
module entente.files {
    requires transitive entente.agreement;
    requires org.snakeyaml.engine;

    exports entente.files;
}
